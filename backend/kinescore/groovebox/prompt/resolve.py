"""What a prompt mentions, and what to make of it where it contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.prompt_intent import Mood, PromptIntent
from kinescore.groovebox.theory.pitch import SHARP_NAMES

T = TypeVar("T")

_OPPOSED_LEVELS = 1.2


@dataclass
class Mentions:
    """Everything that a prompt mentions, in its order: the fields of `PromptIntent` before anything is left out.

    adjectives: styles that are only hinted at. unknown: words without a meaning. notes: sentences for the user.
    """

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


def resolve(mentions: Mentions) -> PromptIntent:
    """Return what a prompt asks for; what contradicts itself is settled, and `notes` say how."""
    notes = [*mentions.notes]
    style = _first(mentions.styles or mentions.adjectives, "styles", notes)
    levels = set(mentions.levels)
    if len(levels) > 1:
        notes.append("The prompt asks for both sparse and busy music; neither is followed.")
    clash = sorted(set(mentions.wanted) & set(mentions.unwanted))
    notes += [f"The prompt asks for {key.replace('_', ' ')} and against it; it is left out." for key in clash]
    return PromptIntent(
        style=style,
        mood=_merged(mentions.moods, notes),
        tonic=_first(mentions.tonics, "keys", notes, SHARP_NAMES.__getitem__),
        is_minor=_first(mentions.modes, "modes", notes, lambda is_minor: "minor" if is_minor else "major"),
        tempo_bpm=_first(mentions.tempos, "tempi", notes, "{:g} BPM".format),
        feel=_first(mentions.feels, "feels", notes, lambda feel: "half time" if feel > 1 else "double time"),
        wanted=tuple(dict.fromkeys(key for key in mentions.wanted if key not in clash)),
        unwanted=tuple(dict.fromkeys(mentions.unwanted)),
        solo=mentions.solo and bool(mentions.wanted),
        level_shift=levels.pop() if len(levels) == 1 else 0.0,
        room=_first(mentions.rooms, "rooms", notes),
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
