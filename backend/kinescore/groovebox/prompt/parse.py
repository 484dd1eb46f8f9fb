"""Prompt -> PromptIntent: every word is understood, known to say nothing, or reported."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from kinescore.groovebox.prompt import vocabulary as v
from kinescore.groovebox.prompt.musical_key import read_key
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.prompt.resolve import Mentions, resolve

_TOKEN = re.compile(r"\d+(?:\.\d+)?(?=\s*bpm\b)|bpm\b|[\w#♯♭&']+|[,;.:!?()]")
_LONGEST_PHRASE = 4
_BREAKS = frozenset(",;.:!?()")
_CLOSE_ENOUGH = 0.72

_TABLES = (
    v.INSTRUMENT_PHRASES, v.GENRE_PHRASES, v.GENRE_ADJECTIVES, v.MOOD_PHRASES, v.LEVEL_PHRASES, v.FEEL_PHRASES,
    v.ROOM_PHRASES, v.UNAVAILABLE, dict.fromkeys(v.PACE_WORDS), dict.fromkeys(v.SOLO_WORDS),
)  # fmt: skip
_KNOWN = frozenset().union(*_TABLES)


def parse_prompt(prompt: str) -> PromptIntent:
    """Return what a prompt asks for; what it says that cannot be followed stands in `notes`.

    The longest phrase that the vocabulary knows is read at each place. A negation reaches to the next comma, full stop
    or word such as "with".
    """
    tokens = _TOKEN.findall(prompt.lower().replace("-", " ").replace("_", " "))
    mentions = Mentions()
    index, negated = 0, False
    while index < len(tokens):
        token = tokens[index]
        if token in _BREAKS or token in v.SCOPE_ENDS:
            index, negated = index + 1, False
        elif token in v.NEGATIONS and _phrase_at(tokens, index)[1] == 1:
            index, negated = index + 1, True
        else:
            index += _read_one(tokens, index, negated, mentions)
    mentions.notes += _unknown_notes(mentions.unknown)
    return resolve(mentions)


def _read_one(tokens: Sequence[str], index: int, negated: bool, mentions: Mentions) -> int:
    """Read what starts at `index`; return how many tokens it took."""
    if index + 1 < len(tokens) and tokens[index + 1] == "bpm" and tokens[index][0].isdigit():
        mentions.tempos.append(float(tokens[index]))
        return 2
    phrase, length = _phrase_at(tokens, index)
    key = read_key(tokens, index)
    if key is not None and key.length >= length:
        mentions.tonics += [key.tonic] if key.tonic is not None else []
        mentions.modes += [key.is_minor] if key.is_minor is not None else []
        return key.length
    if phrase is None:
        if tokens[index] not in v.FILLERS:
            mentions.unknown.append(tokens[index])
        return 1
    _record(phrase, negated, mentions)
    return length


def _phrase_at(tokens: Sequence[str], index: int) -> tuple[str | None, int]:
    """Return the longest known phrase that starts at `index` (a plural counts as its singular), and its length."""
    for length in range(min(_LONGEST_PHRASE, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + length])
        for candidate in (phrase, phrase.removesuffix("s"), phrase.removesuffix("es")):
            if candidate in _KNOWN:
                return candidate, length
    return None, 1


def _record(phrase: str, negated: bool, mentions: Mentions) -> None:
    """Add a phrase to what it means."""
    if phrase in v.STAND_INS and not negated:
        mentions.notes.append(f"For '{phrase}' the built-in engine plays {v.STAND_INS[phrase]}.")
    if phrase in v.INSTRUMENT_PHRASES:
        (mentions.unwanted if negated else mentions.wanted).append(v.INSTRUMENT_PHRASES[phrase])
    elif phrase in v.SOLO_WORDS:
        mentions.solo = True
    elif phrase in v.PACE_WORDS:
        mentions.notes.append(
            f"The movement sets the tempo, so '{phrase}' changes nothing; the tempo field can set it."
        )
    elif phrase in v.UNAVAILABLE:
        if not negated:
            mentions.notes.append(f"'{phrase}' cannot be played. {v.UNAVAILABLE[phrase]}")
    elif negated:
        mentions.notes.append(f"'not {phrase}' is left out of account; only instruments can be excluded.")
    elif phrase in v.GENRE_PHRASES:
        mentions.styles.append(v.GENRE_PHRASES[phrase])
    elif phrase in v.GENRE_ADJECTIVES:
        mentions.adjectives.append(v.GENRE_ADJECTIVES[phrase])
    elif phrase in v.MOOD_PHRASES:
        mentions.moods.append(v.MOOD_PHRASES[phrase])
    elif phrase in v.LEVEL_PHRASES:
        mentions.levels.append(v.LEVEL_PHRASES[phrase])
    elif phrase in v.FEEL_PHRASES:
        mentions.feels.append(v.FEEL_PHRASES[phrase])
    else:
        mentions.rooms.append(v.ROOM_PHRASES[phrase])


def _unknown_notes(unknown: Sequence[str]) -> list[str]:
    notes = []
    for word in dict.fromkeys(unknown):
        close = difflib.get_close_matches(word, sorted(_KNOWN), n=3, cutoff=_CLOSE_ENOUGH)
        hint = f" Close to it: {', '.join(close)}." if close else ""
        notes.append(f"The built-in engine does not know the word '{word}'.{hint}")
    return notes
