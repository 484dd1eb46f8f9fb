"""What a prompt asks for, in the engine's own terms."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.groovebox.patterns.progressions import Colour


@dataclass(frozen=True)
class Mood:
    """colour: None leaves the style's own. level_shift: levels added to every section. velocity: factor on how hard
    everyone plays. reverb: added to every send."""

    name: str
    colour: Colour | None = None
    level_shift: float = 0.0
    velocity: float = 1.0
    reverb: float = 0.0


@dataclass(frozen=True)
class PromptIntent:
    """Everything a prompt can settle; None or empty where it says nothing.

    style: a name in STYLES. tonic: pitch class 0..11. is_minor: asked for by name. tempo_bpm: a number followed by
    "bpm". feel: 2 half time, 0.5 double time. wanted, unwanted: instrument keys or role words ("drums", "melody").
    solo: only what is wanted plays. level_shift: "sparse" and "busy". room: reverb's character.
    notes: sentences for the user.
    """

    style: str | None = None
    mood: Mood | None = None
    tonic: int | None = None
    is_minor: bool | None = None
    tempo_bpm: float | None = None
    feel: float | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    solo: bool = False
    level_shift: float = 0.0
    room: str | None = None
    notes: tuple[str, ...] = ()
