"""What a prompt mentions, and what to make of it where it contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.evidence import Marks, evidence, is_weighed
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.prompt_intent import Mood, Pace, Place, PromptIntent, Shape
from kinescore.groovebox.prompt.slips import unknown_notes, weighed_notes
from kinescore.groovebox.prompt.words.genres import OF_A_PEOPLE
from kinescore.groovebox.prompt.words.in_moods import IN_MOODS
from kinescore.groovebox.prompt.words.instruments import FAMILIES, INSTRUMENT_PHRASES, STYLES_OF_NOTHING_ELSE
from kinescore.groovebox.prompt.words.manners import HOMELY, MIGHTY
from kinescore.groovebox.prompt.words.moods import MOOD_STYLES
from kinescore.groovebox.prompt.words.scenes import SCENE_PHRASES
from kinescore.groovebox.prompt.words.tables import Hint
from kinescore.groovebox.theory.pitch import SHARP_NAMES

T = TypeVar("T")

_OPPOSED_LEVELS, _FAR_APART = 1.2, 1.5
_ALONE, _IN_ANOTHER_MOOD, _IN_NO_SUCH_MOOD, _AS_NO_JOKE = 2.0, 0.5, 0.25, 0.53
_OUT_OF_PLACE, _AT_HOME = 4.0, 2.0
_BREAKS_BPM, _AS_IF_NAMED = (173, 175), 3.5
_BRIGHT_MOODS = frozenset({"playful", "joyful"})
_MOODS_OF_A_JOKE = _BRIGHT_MOODS | {"romantic"}
_TENDER_MOODS = frozenset({"calm", "romantic", "sad", "dreamy"})
_LOUD_STYLES = frozenset({"rock", "funk", "march", "epic", "dubstep", "techno", "trap", "drumline", "drum and bass"})


@dataclass(frozen=True)
class Vote:
    """A word suggests a style. is_second: it suggests another one more. of_instrument: for the instrument's sake.
    mood: in which the word would have it. backdrop: it is a landscape or weather."""

    style: str
    weight: float
    is_second: bool = False
    of_instrument: bool = False
    mood: Mood | None = None
    backdrop: bool = False


@dataclass
class Mentions:
    """Everything that a prompt mentions, in its order: the fields of `PromptIntent` before anything is left out.

    scene_moods: of scenes, which count where no mood is named. unknown: words without a meaning. said: scenes that
    are asked for, as the tables hold them, and unknown words as they stand. aside: scenes that are only where it is,
    whose it is or what is over. asked: all phrases of any kind that are asked for. unwanted_kin: those of `unwanted`
    that only a general name refuses.
    """

    styles: list[str] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    unwanted_styles: list[str] = field(default_factory=list)
    moods: list[Mood] = field(default_factory=list)
    scene_moods: list[Mood] = field(default_factory=list)
    unwanted_moods: list[Mood] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    unwanted_kin: list[str] = field(default_factory=list)
    balance: list[tuple[str, float]] = field(default_factory=list)
    late: list[tuple[str, Place]] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    feels: list[float] = field(default_factory=list)
    metres: list[Metre] = field(default_factory=list)
    paces: list[Pace] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    tonics: list[int] = field(default_factory=list)
    modes: list[bool] = field(default_factory=list)
    tempos: list[float] = field(default_factory=list)
    readings: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    solo: bool = False
    is_translated: bool = False


def resolve(mentions: Mentions) -> PromptIntent:
    """Return what a prompt asks for; what contradicts itself is settled, and `notes` say how."""
    notes = [*mentions.notes]
    styles = [style for style in mentions.styles if style not in mentions.unwanted_styles]
    levels = set(mentions.levels)
    if len(levels) > 1:
        notes.append("The prompt asks for both sparse and busy music; neither is followed.")
    clash = sorted(set(mentions.wanted) & set(mentions.unwanted))
    notes += [f"The prompt asks for {key.replace('_', ' ')} and against it; it is left out." for key in clash]
    votes = table_votes(mentions)
    unwanted_moods = {mood.name for mood in mentions.unwanted_moods}
    scene_moods = [mood for mood in mentions.scene_moods if mood.name not in unwanted_moods]
    meant = [asked for asked in mentions.asked if not _is_in(asked, unwanted_moods)]
    suggested = evidence(meant, marks_of(mentions, votes), votes) if _are_more(meant, votes) else ()
    weighed = [word for word in dict.fromkeys(mentions.unknown) if word in meant and is_weighed(word)]
    notes += unknown_notes([word for word in mentions.unknown if word not in weighed])
    notes += weighed_notes(weighed, named=bool(styles), decided=bool(votes or suggested))
    together = _together(votes, [vote for vote in suggested if not _is_of_others(vote[0], mentions)])
    return PromptIntent(
        style=_first(styles, "styles", notes),
        votes=together,
        unwanted_styles=tuple(dict.fromkeys(mentions.unwanted_styles)),
        mood=_merged(mentions.moods or scene_moods[:1], notes),
        avoided_colours=tuple(dict.fromkeys(mood.colour for mood in mentions.unwanted_moods if mood.colour)),
        tonic=_first(mentions.tonics, "keys", notes, SHARP_NAMES.__getitem__),
        is_minor=_first(mentions.modes, "modes", notes, lambda is_minor: "minor" if is_minor else "major"),
        tempo_bpm=_first(mentions.tempos, "tempi", notes, "{:g} BPM".format),
        feel=_first(mentions.feels, "feels", notes, lambda feel: "half time" if feel > 1 else "double time"),
        metre=_first(mentions.metres, "metres", notes, lambda metre: metre.value),
        pace=_first(mentions.paces, "speeds", notes, lambda pace: pace.value),
        shape=_first(mentions.shapes[-1:], "forms", notes),
        players=_first(mentions.sizes, "sizes of the band", notes),
        wanted=tuple(dict.fromkeys(key for key in mentions.wanted if key not in clash)),
        unwanted=tuple(dict.fromkeys(mentions.unwanted)),
        balance=tuple(dict(mentions.balance).items()),
        late=tuple(dict(mentions.late).items()),
        solo=mentions.solo and bool(mentions.wanted),
        level_shift=levels.pop() if len(levels) == 1 else 0.0,
        room=_first(mentions.rooms, "rooms", notes),
        readings=(*mentions.readings, *([] if styles else _readings_of_all(weighed, votes, together))),
        notes=tuple(notes),
    )


def keep_what_is_named(mentions: Mentions) -> None:
    """ "Claps, no drums" refuses the drums: what is asked for by a name of its own stays, and so does its style; of
    "drums, no percussion" the kits."""
    kin = set(mentions.unwanted_kin)
    kept = set(mentions.wanted) & kin
    kept |= kin & {member for key in kept for member in FAMILIES.get(key, ())}
    mentions.unwanted = [key for key in mentions.unwanted if key not in kept]
    styles = {key.replace("_", " ") for key in kept}
    mentions.unwanted_styles = [style for style in mentions.unwanted_styles if style not in styles]


def _readings_of_all(
    weighed: Sequence[str], votes: Sequence[tuple[str, float]], together: Sequence[tuple[str, float]]
) -> list[tuple[str, str]]:
    """The words that were weighed by what they mean, and what all mean together where no single word decides so."""
    if not together:
        return []
    by_words, by_all = (max(each, key=lambda vote: vote[1], default=("", 0.0))[0] for each in (votes, together))
    decided = [] if by_all == by_words else [("all words together", by_all)]
    return [*((word, "weighed by what it means") for word in weighed), *decided]


def table_votes(mentions: Mentions) -> tuple[tuple[str, float], ...]:
    """(style, votes) for all styles that the tables' words suggest, settled among each other."""
    votes = [vote for vote in mentions.votes if not _is_of_others(vote.style, mentions)] + _out_of_place(mentions)
    votes += [*_in_moods(mentions), *_of_tempo(mentions)]
    return _summed([*(_settled(vote, mentions) for vote in votes), *_of_moods_that_win(votes, mentions)])


def _are_more(meant: Sequence[str], votes: Sequence[tuple[str, float]]) -> bool:
    """Whether more is asked for than a single phrase, of which the tables say all."""
    return len(meant) > 1 or (len(meant) == 1 and (known_form(meant[0]) is None or not votes))


def marks_of(mentions: Mentions, votes: Sequence[tuple[str, float]]) -> Marks:
    """What the tables make of a prompt, beside its words: what they suggest (`votes`), its moods and its players."""
    suggested = {f"suggested {style}": weight for style, weight in votes}
    kinds = {
        "mood": [mood.name for mood in mentions.moods],
        "scene mood": [mood.name for mood in mentions.scene_moods],
        "plays": mentions.wanted,
        "without": mentions.unwanted,
    }
    marks = {f"{kind} {name}": 1.0 for kind, names in kinds.items() for name in names}
    return suggested | marks | ({"alone": 1.0} if mentions.solo else {})


def _in_moods(mentions: Mentions) -> list[Vote]:
    """What the instruments that are asked for are at home in, in the moods that are named."""
    played = {"beat" if phrase in ("beat", "beats") else INSTRUMENT_PHRASES.get(phrase) for phrase in mentions.asked}
    pairs = (f"{mood.name} {key}" for mood in dict.fromkeys(mentions.moods) for key in sorted(filter(None, played)))
    return [Vote(IN_MOODS[pair], _AT_HOME, of_instrument=True) for pair in pairs if pair in IN_MOODS]


def _of_tempo(mentions: Mentions) -> list[Vote]:
    """174 beats a minute in four are drum and bass, and hardly anything else."""
    slowest, fastest = _BREAKS_BPM
    is_so = not mentions.metres and any(slowest <= tempo <= fastest for tempo in mentions.tempos[:1])
    return [Vote("drum and bass", _AS_IF_NAMED)] if is_so else []


def _of_moods_that_win(votes: Sequence[Vote], mentions: Mentions) -> list[Vote]:
    """What a named mood takes from a word that is in another, it has for its own style: a sad dog is sad first."""
    best: dict[str, float] = {}
    for vote in votes:
        lost = vote.weight - _settled(vote, mentions).weight
        rivals = (mood for mood in mentions.moods if vote.mood and _contradict(vote.mood, mood, _FAR_APART))
        rival = next(rivals, None)
        if rival and lost > 0 and not vote.is_second:
            style = MOOD_STYLES[rival.name][0]
            best[style] = max(best.get(style, 0.0), lost)
    return [Vote(style, weight) for style, weight in best.items()]


def _together(
    votes: Sequence[tuple[str, float]], suggested: Sequence[tuple[str, float]]
) -> tuple[tuple[str, float], ...]:
    """Both kinds of votes, for the styles that more speaks for than against."""
    total = dict(votes)
    for style, weight in suggested:
        total[style] = total.get(style, 0.0) + weight
    return tuple((style, weight) for style, weight in total.items() if weight > 0)


def _settled(vote: Vote, mentions: Mentions) -> Vote:
    """A vote for more where an instrument is to play alone, for less where a mood is named that its word is not in (a
    sad playground is hardly for children) or its style (a quiet guitar is hardly rock, a tender kitten no joke). The
    music of a people knows all moods."""
    weight = vote.weight * (_ALONE if mentions.solo and vote.of_instrument else 1.0)
    weight *= _IN_NO_SUCH_MOOD if vote.mood in mentions.unwanted_moods else 1.0
    if vote.of_instrument and vote.style in _LOUD_STYLES and any(mood.level_shift < 0 for mood in mentions.moods):
        weight *= _IN_ANOTHER_MOOD
    if vote.style in OF_A_PEOPLE:
        return replace(vote, weight=weight)
    if vote.mood and any(_contradict(vote.mood, mood) for mood in mentions.moods):
        weight *= _IN_ANOTHER_MOOD
    elif vote.style == "comedy" and _is_tender(mentions.moods):
        weight *= _AS_NO_JOKE
    return replace(vote, weight=weight)


def _is_in(said: str, moods: set[str]) -> bool:
    return said in SCENE_PHRASES and SCENE_PHRASES[said].mood in moods


def _is_of_others(style: str, mentions: Mentions) -> bool:
    """True for what is made of one instrument where only others are to play: strings alone are no piano piece."""
    makers = [key for key, styles in STYLES_OF_NOTHING_ELSE.items() if style in styles]
    only = {member for key in makers for member in (key, *FAMILIES.get(key, ()))}
    return mentions.solo and bool(mentions.wanted) and bool(only) and not only & {*mentions.wanted}


def _out_of_place(mentions: Mentions) -> list[Vote]:
    """A vote for comedy where somebody mighty is at a household's work, or a horror is in a bright mood: a vampire at
    the dentist's and a friendly monster are no horror, unless a mood says that it is meant."""
    said = {*mentions.said, *mentions.aside}
    moods = {mood.name for mood in mentions.moods}
    who = sorted(said & MIGHTY)
    where = sorted(said & HOMELY) if moods <= _MOODS_OF_A_JOKE else []
    if moods and moods <= _BRIGHT_MOODS:
        who = who if where else [being for being in who if SCENE_PHRASES.get(being, Hint(())).styles[:1] == ("horror",)]
        where = where or [f"a {mood} mood" for mood in sorted(moods)]
    if not who or not where:
        return []
    mentions.readings.append((f"{who[0]} and {where[0]}", "comedy"))
    return [Vote("comedy", _OUT_OF_PLACE)]


def _is_tender(moods: Sequence[Mood]) -> bool:
    names = {mood.name for mood in moods}
    return bool(names & _TENDER_MOODS) and "playful" not in names


def _summed(votes: Sequence[Vote]) -> tuple[tuple[str, float], ...]:
    """The votes of each style together. Of those that place it second only the greatest: what all words leave over is
    no style that one of them asks for. So too of landscapes: snow on a mountain is one picture, and a camel in the
    desert no other than the desert."""
    total: dict[str, float] = {}
    second: dict[str, float] = {}
    behind: dict[str, float] = {}
    for vote in votes:
        if vote.is_second or vote.backdrop:
            greatest = second if vote.is_second else behind
            greatest[vote.style] = max(greatest.get(vote.style, 0.0), vote.weight)
        total[vote.style] = total.get(vote.style, 0.0) + (0.0 if vote.is_second or vote.backdrop else vote.weight)
    return tuple(
        (style, weight + max(behind.get(style, 0.0), second.get(style, 0.0))) for style, weight in total.items()
    )


def _first(found: Sequence[T], what: str, notes: list[str], spoken: Callable[[T], str] = str) -> T | None:
    """Return the first; tell the user, in `spoken` words, when others differ."""
    others = [spoken(other) for other in dict.fromkeys(found) if other != found[0]]
    if others:
        notes.append(f"The prompt names several {what}; the first is followed, not {', '.join(others)}.")
    return found[0] if found else None


def _merged(moods: Sequence[Mood], notes: list[str]) -> Mood | None:
    """Join moods that go together; of those that contradict each other the first wins."""
    if not moods:
        return None
    kept: list[Mood] = []
    for mood in dict.fromkeys(moods):
        rival = next((other for other in kept if _contradict(other, mood)), None)
        if rival:
            notes.append(f"'{rival.name}' and '{mood.name}' pull different ways; the music is {rival.name}.")
        else:
            kept.append(mood)
    return Mood(
        name=" and ".join(mood.name for mood in kept),
        colour=next((mood.colour for mood in kept if mood.colour), None),
        level_shift=max(-1.2, min(1.2, sum(mood.level_shift for mood in kept))),
        velocity=sum(mood.velocity for mood in kept) / len(kept),
        reverb=max(mood.reverb for mood in kept),
    )


def _contradict(one: Mood, other: Mood, apart: float = _OPPOSED_LEVELS) -> bool:
    """True for light against shade, and for moods that raise against moods that lower the intensity."""
    shades = {Colour.DARK, Colour.TENSE}
    lit = {one.colour, other.colour}
    opposed = one.level_shift * other.level_shift < 0 and abs(one.level_shift - other.level_shift) >= apart
    return (Colour.BRIGHT in lit and bool(lit & shades)) or opposed
