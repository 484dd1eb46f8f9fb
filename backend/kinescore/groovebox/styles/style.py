"""What a style of music is, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinescore.dance.metre import Metre
from kinescore.groovebox.patterns.idioms import Idiom
from kinescore.groovebox.patterns.notation import STRAIGHT, Swing
from kinescore.groovebox.patterns.pockets import ON_THE_BEAT, Pocket
from kinescore.groovebox.patterns.progressions import Colour, Progressions
from kinescore.groovebox.patterns.sections import SectionKind, SectionNames


@dataclass(frozen=True)
class Seat:
    """A player's chair: who may sit in it, when it plays, where it stands in the mix.

    instruments: keys of `band.INSTRUMENTS`, one is drawn. levels: plays while the section's level (0..3) lies between.
    kinds: sections it plays in. level_db, pan, reverb, delay, ducking: as in `score.Part`. velocity: 0..1.
    """

    instruments: tuple[str, ...]
    levels: tuple[int, int] = (0, 3)
    kinds: frozenset[SectionKind] = frozenset(SectionKind)
    level_db: float = 0.0
    pan: float = 0.0
    reverb: float = 0.15
    delay: float = 0.0
    ducking: float = 0.0
    velocity: float = 0.8

    def plays(self, kind: SectionKind, level: int) -> bool:
        """True when this chair has something to do in such a section."""
        return kind in self.kinds and self.levels[0] <= level <= self.levels[1]


@dataclass(frozen=True)
class DrumPlayer:
    """grooves: each a text of lines "voice levels pattern" (see `patterns.grooves.read_groove`), one is drawn."""

    seat: Seat
    grooves: tuple[str, ...]


@dataclass(frozen=True)
class BassPlayer:
    """lines: written for levels 2-3, calm: for 0-1. Tokens: R root, 3 5 7 chord tones, 8 octave, a approach (a step
    below or above the next root). lowest: MIDI pitch that roots stay above. gate: part of the written length that
    sounds. walks: at levels 2-3 it goes from root to root a tone on every beat, and the lines only say how it plays in
    pieces that are calm."""

    seat: Seat
    lines: tuple[str, ...]
    calm: tuple[str, ...]
    lowest: int = 28
    gate: float = 0.95
    walks: bool = False


@dataclass(frozen=True)
class ChordPlayer:
    """rhythms: for levels 2-3, calm: for 0-1 (empty: the same). Tokens: x X o g whole chord, 1..6 one voice counted
    from below (above the hand it repeats an octave up), l the lowest voice, h all but the lowest.
    centre: MIDI pitch of the middle of the hand."""

    seat: Seat
    rhythms: tuple[str, ...]
    calm: tuple[str, ...] = ()
    centre: int = 60
    voices: int = 4
    gate: float = 0.95
    strum_seconds: float = 0.0


@dataclass(frozen=True)
class MelodyPlayer:
    """centre: MIDI pitch the tune stays near. gate: part of the written length that sounds."""

    seat: Seat
    idiom: Idiom
    centre: int = 74
    gate: float = 0.92


@dataclass(frozen=True)
class AccentVoices:
    """What marks a hit point, by its weight: strong ones get a noise and a chord, medium ones a chord, light ones a
    single tone. level_db: added to all of them."""

    strong: tuple[str, ...] = ("impact",)
    chord: tuple[str, ...] = ("stab",)
    light: tuple[str, ...] = ("pluck",)
    level_db: float = 0.0


@dataclass(frozen=True)
class Style:
    """One way of playing.

    name: of a genre in `kinescore.genres`. tempo: felt BPM it is at home in. colour: used when nobody asks for another.
    progressions: by colour, Roman numerals as in `theory.chords`. scales: by colour, a name in `theory.pitch.SCALES`.
    metre: that its rhythms are written in; `arranger.in_metre` puts them into others. usual_metre: that it is played
    in where nobody asks for another; None leaves it to the movement.
    tone: of the whole mix, a name in `mix.tone.TONES`. texture: a noise that lies under the whole piece. pocket: who
    plays ahead of the beat and behind it. section_names: its words for the kinds of section. fills: names in
    `patterns.fills.FILLS`.
    """

    name: str
    tempo: tuple[float, float]
    progressions: Progressions
    scales: Mapping[Colour, str]
    chords: tuple[ChordPlayer, ...]
    colour: Colour = Colour.BRIGHT
    swing: Swing = STRAIGHT
    room: str = "club"
    tone: str = "full"
    drums: DrumPlayer | None = None
    percussion: DrumPlayer | None = None
    bass: BassPlayer | None = None
    melodies: tuple[MelodyPlayer, ...] = ()
    accents: AccentVoices = AccentVoices()
    fills: tuple[str, ...] = ("snare",)
    section_names: SectionNames | None = None
    texture: Seat | None = None
    risers: bool = False
    pocket: Pocket = ON_THE_BEAT
    metre: Metre = Metre.FOUR_FOUR
    usual_metre: Metre | None = None

    def name_of(self, kind: SectionKind) -> str:
        """The style's own word for a kind of section."""
        return (self.section_names or {}).get(kind, kind.value)
