"""What a prompt asks for, in the engine's own terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.progressions import Colour


class Pace(Enum):
    """How quick the beat is to feel; the movement sets the tempo itself."""

    FAST = "fast"
    SLOW = "slow"


class Shape(Enum):
    """How the music's intensity goes over the piece."""

    BUILD = "build"
    WIND_DOWN = "wind down"
    DROP = "drop"
    ARCH = "arch"
    STEADY = "steady"


class Place(Enum):
    """Where in the form something comes in."""

    DROP = "drop"
    CHORUS = "chorus"
    MIDDLE = "second half"
    END = "end"


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

    style: a name in STYLES. votes: (style, weight) for styles that the other words suggest. unwanted_styles: never
    chosen. avoided_colours: of moods that are refused. tonic: pitch class 0..11. is_minor: asked for by name.
    tempo_bpm: a number followed by "bpm". feel: 2 half time, 0.5 double time. metre: "waltz", "6/8". wanted, unwanted:
    instrument keys or role words ("drums", "melody"). balance: (key, dB), such a fader up or down. late: (key, place),
    what comes in only at a place of the form. solo: only what is wanted plays. players: at most so many.
    level_shift: "sparse" and "busy". room: reverb's character. readings: (words, what they were taken for). notes:
    sentences for the user.
    """

    style: str | None = None
    votes: tuple[tuple[str, float], ...] = ()
    unwanted_styles: tuple[str, ...] = ()
    mood: Mood | None = None
    avoided_colours: tuple[Colour, ...] = ()
    tonic: int | None = None
    is_minor: bool | None = None
    tempo_bpm: float | None = None
    feel: float | None = None
    metre: Metre | None = None
    pace: Pace | None = None
    shape: Shape | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    balance: tuple[tuple[str, float], ...] = ()
    late: tuple[tuple[str, Place], ...] = ()
    solo: bool = False
    players: int | None = None
    level_shift: float = 0.0
    room: str | None = None
    readings: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
