"""Prompt -> Brief: every word is understood, known to say nothing, or reported."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt import vocabulary as v
from kinescore.groovebox.prompt.musical_key import read_key
from kinescore.groovebox.prompt.prompt_intent import Brief, Mood
from kinescore.groovebox.theory.pitch import SHARP_NAMES

T = TypeVar("T")

_TOKEN = re.compile(r"\d+(?:\.\d+)?(?=\s*bpm\b)|bpm\b|[\w#♯♭&']+|[,;.:!?()]")
_LONGEST_PHRASE = 4
_BREAKS = frozenset(",;.:!?()")
_CLOSE_ENOUGH = 0.72
_OPPOSED_LEVELS = 1.2

_TABLES = (
    v.INSTRUMENT_PHRASES, v.GENRE_PHRASES, v.GENRE_ADJECTIVES, v.MOOD_PHRASES, v.LEVEL_PHRASES, v.FEEL_PHRASES,
    v.ROOM_PHRASES, v.UNAVAILABLE, dict.fromkeys(v.PACE_WORDS), dict.fromkeys(v.SOLO_WORDS),
)  # fmt: skip
_KNOWN = frozenset().union(*_TABLES)


@dataclass
class _Reading:
    """What has been read so far."""

    styles: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    moods: list[Mood] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    rooms: list[str] = field(default_factory=list)
    feels: list[float] = field(default_factory=list)
    tonics: list[int] = field(default_factory=list)
    modes: list[bool] = field(default_factory=list)
    tempos: list[float] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    solo: bool = False


def read_prompt(prompt: str) -> Brief:
    """Return what a prompt asks for; what it says that cannot be followed stands in `notes`."""
    tokens = _TOKEN.findall(prompt.lower().replace("-", " ").replace("_", " "))
    reading = _Reading()
    index, negated = 0, False
    while index < len(tokens):
        token = tokens[index]
        if token in _BREAKS or token in v.SCOPE_ENDS:
            index, negated = index + 1, False
        elif token in v.NEGATIONS and _phrase_at(tokens, index)[1] == 1:
            index, negated = index + 1, True
        else:
            index += _read_one(tokens, index, negated, reading)
    return _settle(reading)


def _read_one(tokens: Sequence[str], index: int, negated: bool, reading: _Reading) -> int:
    """Read what starts at `index`; return how many tokens it took."""
    if index + 1 < len(tokens) and tokens[index + 1] == "bpm" and tokens[index][0].isdigit():
        reading.tempos.append(float(tokens[index]))
        return 2
    phrase, length = _phrase_at(tokens, index)
    key = read_key(tokens, index)
    if key is not None and key.length >= length:
        reading.tonics += [key.tonic] if key.tonic is not None else []
        reading.modes += [key.is_minor] if key.is_minor is not None else []
        return key.length
    if phrase is None:
        if tokens[index] not in v.FILLERS:
            reading.unknown.append(tokens[index])
        return 1
    _take(phrase, negated, reading)
    return length


def _phrase_at(tokens: Sequence[str], index: int) -> tuple[str | None, int]:
    """Return the longest known phrase that starts at `index` (a plural counts as its singular), and its length."""
    for length in range(min(_LONGEST_PHRASE, len(tokens) - index), 0, -1):
        phrase = " ".join(tokens[index : index + length])
        for candidate in (phrase, phrase.removesuffix("s"), phrase.removesuffix("es")):
            if candidate in _KNOWN:
                return candidate, length
    return None, 1


def _take(phrase: str, negated: bool, reading: _Reading) -> None:
    """File a phrase under what it means."""
    if phrase in v.STAND_INS and not negated:
        reading.notes.append(f"For '{phrase}' the built-in engine plays {v.STAND_INS[phrase]}.")
    if phrase in v.INSTRUMENT_PHRASES:
        (reading.unwanted if negated else reading.wanted).append(v.INSTRUMENT_PHRASES[phrase])
    elif phrase in v.SOLO_WORDS:
        reading.solo = True
    elif phrase in v.PACE_WORDS:
        reading.notes.append(f"The movement sets the tempo, so '{phrase}' changes nothing; the tempo field can set it.")
    elif phrase in v.UNAVAILABLE:
        if not negated:
            reading.notes.append(f"'{phrase}' cannot be played. {v.UNAVAILABLE[phrase]}")
    elif negated:
        reading.notes.append(f"'not {phrase}' is left out of account; only instruments can be excluded.")
    elif phrase in v.GENRE_PHRASES:
        reading.styles.append(v.GENRE_PHRASES[phrase])
    elif phrase in v.GENRE_ADJECTIVES:
        reading.adjectives.append(v.GENRE_ADJECTIVES[phrase])
    elif phrase in v.MOOD_PHRASES:
        reading.moods.append(v.MOOD_PHRASES[phrase])
    elif phrase in v.LEVEL_PHRASES:
        reading.levels.append(v.LEVEL_PHRASES[phrase])
    elif phrase in v.FEEL_PHRASES:
        reading.feels.append(v.FEEL_PHRASES[phrase])
    else:
        reading.rooms.append(v.ROOM_PHRASES[phrase])


def _settle(reading: _Reading) -> Brief:
    """Resolve what contradicts itself, saying so."""
    notes = [*reading.notes, *_unknown_notes(reading.unknown)]
    style = _first(reading.styles or reading.adjectives, "styles", notes)
    levels = set(reading.levels)
    if len(levels) > 1:
        notes.append("The prompt asks for both sparse and busy music; neither is followed.")
    clash = sorted(set(reading.wanted) & set(reading.unwanted))
    notes += [f"The prompt asks for {key.replace('_', ' ')} and against it; it is left out." for key in clash]
    return Brief(
        style=style,
        mood=_merged(reading.moods, notes),
        tonic=_first(reading.tonics, "keys", notes, SHARP_NAMES.__getitem__),
        is_minor=_first(reading.modes, "modes", notes, lambda is_minor: "minor" if is_minor else "major"),
        tempo_bpm=_first(reading.tempos, "tempi", notes, "{:g} BPM".format),
        feel=_first(reading.feels, "feels", notes, lambda feel: "half time" if feel > 1 else "double time"),
        wanted=tuple(dict.fromkeys(key for key in reading.wanted if key not in clash)),
        unwanted=tuple(dict.fromkeys(reading.unwanted)),
        solo=reading.solo and bool(reading.wanted),
        level_shift=levels.pop() if len(levels) == 1 else 0.0,
        room=_first(reading.rooms, "rooms", notes),
        notes=tuple(notes),
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


def _contradict(one: Mood, other: Mood) -> bool:
    """True for light against shade, and for moods that raise against moods that lower the intensity."""
    shades = {Colour.DARK, Colour.TENSE}
    lit = {one.colour, other.colour}
    opposed = one.level_shift * other.level_shift < 0 and abs(one.level_shift - other.level_shift) >= _OPPOSED_LEVELS
    return (Colour.BRIGHT in lit and bool(lit & shades)) or opposed


def _unknown_notes(unknown: Sequence[str]) -> list[str]:
    notes = []
    for word in dict.fromkeys(unknown):
        close = difflib.get_close_matches(word, sorted(_KNOWN), n=3, cutoff=_CLOSE_ENOUGH)
        hint = f" Close to it: {', '.join(close)}." if close else ""
        notes.append(f"The built-in engine does not know the word '{word}'.{hint}")
    return notes
