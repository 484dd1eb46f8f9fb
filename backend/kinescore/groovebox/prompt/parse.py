"""Prompt -> PromptIntent: every word is understood, known to say nothing, or reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kinescore.groovebox.prompt.languages.spaced import ENGLISH
from kinescore.groovebox.prompt.languages.taken_apart import put_together
from kinescore.groovebox.prompt.languages.translation import in_english
from kinescore.groovebox.prompt.lexicon import KNOWN, LONGEST_PHRASE, is_english, known_form
from kinescore.groovebox.prompt.meaning import colour, increase, lessen, mention, refuse
from kinescore.groovebox.prompt.musical_key import read_key
from kinescore.groovebox.prompt.numbers import is_length, tempo_at
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.prompt.refusals import is_a_must, is_played_next, refused_later
from kinescore.groovebox.prompt.resolve import Mentions, keep_what_is_named, resolve
from kinescore.groovebox.prompt.senses import BREAKS, before_music, is_no_music
from kinescore.groovebox.prompt.slips import neighbour, neighbour_by_meaning, slip_of
from kinescore.groovebox.prompt.words import doubles, forms, grammar, refusing
from kinescore.groovebox.prompt.words.artists import AFTER_WHICH_THEY_COME, AMBIGUOUS, LIKE_THEM
from kinescore.groovebox.prompt.words.genres import GENRE_PHRASES, OF_A_PEOPLE, SCENE_STYLES
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, STYLES_OF_NOTHING_ELSE
from kinescore.groovebox.prompt.words.moods import MOOD_PHRASES as MOODS
from kinescore.groovebox.prompt.words.scenes import SCENE_PHRASES

_TOKEN = re.compile(r"«\w+»|\b\d/\d\b|\d+(?:\.\d+)?(?=\s*bpm\b)|bpm\b|[\w#♯♭&']+|[,;.:!?()]")
_YEAR = re.compile(r"^(19\d)\d$")
"""1923 lies in the 1920s, which have a music."""
_GOES_ON = re.compile(
    r"\b(?:never|not|doesn't|didn't|won't|don't|can't) (?:stop|forg[eo]t)\w* "
    r"(?=playing|singing|the|his|her|its|their|a\b)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"\bno[- ]?one(?= \w)", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(\w{3,})less\b", re.IGNORECASE)
_ANSWERED_NO = re.compile(
    r"(?:^|(?<=[,;.:!?]))\s*(\w+(?: \w+){0,2})\?\s*(?:no|nope|never)\b(?=\s*(?:[,;.!]|$))", re.IGNORECASE
)
_OF_A_PLACE, _OF_THE_DESERTED, _OF_AN_OWNER, _OF_A_NEIGHBOUR = 0.7, 0.3, 0.5, 0.75
_HARD = "energetic"
_OFF_WHAT = frozenset({"stage", "screen", "camera", "beat", "key", "tune", "the", "a"})
_EXACT = MOODS.keys() | INSTRUMENT_PHRASES.keys()
"""Words whose tables say all that there is to them."""
Manner = Callable[[str, Mentions], None]
"""What is done with a phrase."""


def parse_prompt(prompt: str) -> PromptIntent:
    """Return what a prompt asks for; what it says that cannot be followed stands in `notes`.

    The longest phrase that the vocabulary knows is read at each place. A negation reaches to the next comma, full stop
    or word such as "with", and once it has begun to "in", "for", "until" and their like; "free" and "less"
    refuse what stands before them.
    """
    return resolve(read_prompt(prompt))


def read_prompt(prompt: str) -> Mentions:
    """Return everything that a prompt mentions, before what contradicts itself is settled."""
    english, language = in_english(prompt, is_english)
    english = _NO_ONE.sub("nobody", re.sub(r"\bw/o\b", "without", english, flags=re.IGNORECASE))
    english = english if language else put_together(english.lower(), ENGLISH)
    english = _GOES_ON.sub("keeps ", english)
    english = _ANSWERED_NO.sub(r"no \1,", _WITHOUT.sub(_as_refusal, english))
    spaced = english.lower().replace("-", " ").replace("_", " ").replace("’", "'").replace("'n'", " n ")
    tokens = [_YEAR.sub(r"\g<1>0s", token) for token in _TOKEN.findall(spaced)]
    mentions = Mentions(is_translated=bool(language))
    if language:
        read = " ".join(english.split()) or "nothing in it is known"
        mentions.notes.append(f"The prompt was read as {language}: {read}.")
    _read_all(tokens, mentions)
    keep_what_is_named(mentions)
    return mentions


def _read_all(tokens: Sequence[str], mentions: Mentions) -> None:
    index, refused_from = 0, 0
    manner: Manner = mention
    while index < len(tokens):
        if is_a_must(tokens, index):
            manner, index = mention, index + 1
            continue
        turned = _turn(tokens, index)
        if tokens[index] in BREAKS or (turned is None and _ends_scope(tokens, index)):
            if manner is refuse and tokens[index] in grammar.UNTIL:
                _come_in_later(tokens, index + 1, refused_from, mentions)
            manner = mention
            index += _read_one(tokens, index, mention, mentions) if _phrase_at(tokens, index)[0] else 1
        elif turned is not None:
            index, manner, refused_from = index + turned[1], turned[0], len(mentions.unwanted)
        else:
            index += _read_one(tokens, index, manner, mentions)
            if manner is lessen and tokens[index - 1] not in grammar.FILLERS and not _goes_on(tokens, index):
                manner = mention


def _turn(tokens: Sequence[str], index: int) -> tuple[Manner, int] | None:
    """How what follows is meant if a word that says so starts here, and how many tokens it takes."""
    found = [
        (length, manner)
        for manner, words in (
            (refuse, grammar.NEGATIONS), (refuse, refusing.BEFORE_WHAT_PLAYS),
            (lessen, grammar.LESSENINGS), (increase, grammar.INCREASES),
        )
        if (length := _word_length(tokens, index, words))
        and (words is not refusing.BEFORE_WHAT_PLAYS or is_played_next(tokens, index + length))
    ]  # fmt: skip
    length, manner = max(found, key=lambda one: one[0], default=(0, mention))
    return (manner, length) if length and _phrase_at(tokens, index)[1] <= length else None


def _goes_on(tokens: Sequence[str], index: int) -> bool:
    return bool(tokens[index : index + 1]) and tokens[index] in grammar.JOINING


def _come_in_later(tokens: Sequence[str], index: int, refused_from: int, mentions: Mentions) -> None:
    """Let what was refused since `refused_from` come in at the place that `tokens[index]` names, if it names one."""
    start = index + (tokens[index : index + 1] == ["the"])
    for length in (3, 2, 1):
        place = forms.PLACES.get(" ".join(tokens[start : start + length]))
        if place is not None:
            moved = mentions.unwanted[refused_from:]
            mentions.late += [(key, place) for key in moved]
            back = {style for key in moved for style in STYLES_OF_NOTHING_ELSE.get(key, ())}
            mentions.unwanted_styles = [style for style in mentions.unwanted_styles if style not in back]
            mentions.unwanted_kin = [key for key in mentions.unwanted_kin if key not in moved]
            del mentions.unwanted[refused_from:]
            mentions.readings.append((f"until the {place.value}", "comes in there"))
            return


def _as_refusal(found: re.Match[str]) -> str:
    """ "drumless" as "no drum"; "endless" stays."""
    return f"no {found[1]}," if found[1].lower() in INSTRUMENT_PHRASES else found[0]


def _word_length(tokens: Sequence[str], index: int, words: frozenset[str]) -> int:
    """How many tokens the one of `words` takes that starts here, 0 if none does."""
    return next((n for n in (3, 2, 1) if " ".join(tokens[index : index + n]) in words), 0)


def _ends_scope(tokens: Sequence[str], index: int) -> bool:
    """True where a negation reaches no further."""
    said = [token for token in tokens[max(0, index - 2) : index] if token not in ("music", "any", "some")]
    has_begun = bool(said) and said[-1] not in grammar.NEGATIONS
    ends_here = tokens[index] in grammar.SCOPE_ENDS_AFTER_A_THING and has_begun
    return ends_here or bool(_word_length(tokens, index, grammar.SCOPE_ENDS))


def _read_one(tokens: Sequence[str], index: int, manner: Manner, mentions: Mentions) -> int:
    """Read what starts at `index`; return how many tokens it took."""
    if tempo := tempo_at(tokens, index):
        mentions.tempos.append(tempo[0])
        return tempo[1]
    if is_length(tokens, index):
        return 1
    phrase, length = _phrase_at(tokens, index)
    key = read_key(tokens, index)
    if key is not None and key.length >= length:
        mentions.tonics += [key.tonic] if key.tonic is not None else []
        mentions.modes += [key.is_minor] if key.is_minor is not None else []
        return key.length
    if (musicians := _musicians(tokens, index)) is not None:
        mentions.styles.append(musicians[0])
        mentions.readings.append((tokens[index], musicians[0]))
        mentions.notes.append(
            f"'{tokens[index]}' is taken for the style nearest to it, {musicians[0]}; nobody is copied."
        )
        return musicians[1]
    if tokens[index] in grammar.INTENSIFIERS and before_music(tokens, index + 1):
        mention(_HARD, mentions)
        return 1
    if phrase is None:
        _read_unknown(tokens[index], manner, mentions)
        return 1
    if (
        length == 1
        and tokens[index + 1 : index + 2] == ["of"]
        and tokens[index].removesuffix("s") in grammar.QUANTITIES
    ):
        return 2  # "a gang of raccoons"
    if is_no_music(tokens, index, phrase):
        return length
    following = tokens[index + length : index + length + 2]
    is_played = phrase in INSTRUMENT_PHRASES and not _OFF_WHAT & {*following[1:]}  # no "brass off stage"
    if following and following[0] in grammar.SUFFIX_NEGATIONS and (is_played or following[0] != "off"):
        refuse(phrase, mentions)
        return length + 1
    if (said_after := refused_later(tokens, index + length, phrase, length)) is not None:
        refuse(phrase, mentions)
        return length + said_after
    if phrase in INSTRUMENT_PHRASES and _is_single(tokens, index, length):
        mentions.solo = True
    share = _share(tokens, index, phrase)
    if manner is mention and phrase in SCENE_PHRASES and phrase in mentions.asked and not mentions.is_translated:
        return length  # a bench, and the other half of the bench; two words of another language may mean the same
    if manner is mention:
        mentions.asked.append(phrase)
    if manner is mention and phrase in SCENE_PHRASES and phrase not in _EXACT:
        (mentions.said if share == 1.0 else mentions.aside).append(phrase)
    if manner is mention and _colours_another(tokens, index, phrase, length):
        colour(phrase, mentions)
    elif manner is mention:
        mention(phrase, mentions, share)
    else:
        manner(phrase, mentions)
    return length


def _is_single(tokens: Sequence[str], index: int, length: int) -> bool:
    """True for "one violin", not for "one violin note" and "violins"."""
    follows = {*tokens[index + length : index + length + 1]}
    return index > 0 and tokens[index - 1] in grammar.SINGLE and follows <= BREAKS


def _colours_another(tokens: Sequence[str], index: int, phrase: str, length: int) -> bool:
    """True for a kind of music right before another that is the one that is meant: pop punk is punk."""
    if phrase not in GENRE_PHRASES or GENRE_PHRASES[phrase] in SCENE_STYLES or index + length >= len(tokens):
        return False
    following, _ = _phrase_at(tokens, index + length)
    named = GENRE_PHRASES.get(following or "")
    if named is None or named in SCENE_STYLES or following in forms.METRE_PHRASES:
        return False
    return named != GENRE_PHRASES[phrase] and f"{phrase} {following}" in doubles.TWO_KINDS


def _musicians(tokens: Sequence[str], index: int) -> tuple[str, int] | None:
    """The style of musicians whose name is an everyday word, and how many tokens say so: "queen style"."""
    before = " ".join(tokens[max(0, index - 2) : index])
    for length in (2, 1):
        name, after = " ".join(tokens[index : index + length]), tokens[index + length : index + length + 1]
        if name in AMBIGUOUS and (before.endswith(AFTER_WHICH_THEY_COME) or (after and after[0] in LIKE_THEM)):
            return AMBIGUOUS[name], length
    return None


def _share(tokens: Sequence[str], index: int, phrase: str) -> float:
    """How much something says: less where it is only a place or owns what is meant, next to nothing in a deserted one.
    The music of a people is in the place itself."""
    hint = SCENE_PHRASES.get(phrase)
    if hint is not None and hint.styles[:1] and hint.styles[0] in OF_A_PEOPLE:
        return 1.0
    if tokens[index].endswith(("'s", "s'")) and len(tokens) > index + 1:
        return _OF_AN_OWNER
    before = [token for token in tokens[max(0, index - 3) : index] if token not in ("the", "a", "an", "his", "her")]
    if before and before[-1] in grammar.DESOLATE:
        return _OF_THE_DESERTED
    return _OF_A_PLACE if before and before[-1] in grammar.PREPOSITIONS else 1.0


def _phrase_at(tokens: Sequence[str], index: int) -> tuple[str | None, int]:
    """Return the longest known phrase that starts at `index`, as the tables hold it, and its length."""
    for length in range(min(LONGEST_PHRASE, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + length])
        if length == 1 and phrase in grammar.FILLERS and phrase not in KNOWN:
            break  # "make" is no "mak"
        found = known_form(phrase)
        if found is not None:
            return found, length
    return None, 1


def _read_unknown(token: str, manner: Manner, mentions: Mentions) -> None:
    """Take a word for the one that it must be a slip of, or remember it as unknown."""
    if token in grammar.FILLERS or token.isdigit():
        return
    if token.startswith("«"):  # of another language: no slip of an English word
        mentions.unknown.append(token.strip("«»"))
        return
    if meant := slip_of(token):
        mentions.notes.append(f"'{token}' was read as '{meant}'.")
        manner(meant, mentions)
        said = meant
    elif alike := neighbour(token):
        mentions.notes.append(f"'{token}' is taken for '{alike}', which means nearly the same.")
        if manner is mention:
            mention(alike, mentions, _OF_A_NEIGHBOUR)
        else:
            manner(alike, mentions)
        said = token if neighbour_by_meaning(token) else alike
    else:
        mentions.unknown.append(token)
        said = token
    if manner is mention:
        mentions.said.append(said)
        mentions.asked.append(said)
