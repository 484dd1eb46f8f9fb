"""Which instrument plays from which SoundFont: choices of a request over the built-in band, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kinescore.errors import RequestError
from kinescore.groovebox.instruments.tuning import loudness_weight
from kinescore.groovebox.instruments.voice import Instrument, Length, Play, Samples, Voice
from kinescore.groovebox.midi import PROGRAMS
from kinescore.groovebox.score import STEMS, Score
from kinescore.groovebox.soundfonts.font import DRUM_BANK, Font, can_play, loaded
from kinescore.groovebox.soundfonts.font_folder import find_font, font_folder
from kinescore.sound.audio import SAMPLE_RATE
from kinescore.sound.soundfont_choice import SoundFontChoice

KITS = {
    "acoustic_kit": 0, "breakbeat_kit": 0, "electronic_kit": 24, "house_kit": 25, "brush_kit": 40,
    "latin_percussion": 0, "orchestral_percussion": 48,
}  # fmt: skip
"""Programs of the General MIDI level 2 drum sets that come nearest to the band's kits."""
OURS = ("riser", "downlifter", "cymbal_swell", "impact", "body_percussion")
"""Marks of the movement and sounds that no General MIDI font has; a font plays them only where they are named."""
BUILT_IN = "built in"
Player = tuple[str, str]
"""An instrument and the stem that it plays in."""


@dataclass(frozen=True)
class Cast:
    """score: as it was, but for parts whose instrument a font plays in one stem and not in another, which name it so.
    instruments: the band by name. sources: of each instrument of the score, where its sound comes from. notes: what
    could not be played as asked."""

    score: Score
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FromFont:
    """A preset as an instrument's sound, as loud as the built-in one."""

    font: Font
    bank: int
    program: int
    level: float

    def __call__(self, voice: Voice) -> Samples:
        return self.font.play(self.bank, self.program, voice) * np.float32(self.level)


def cast(
    score: Score,
    choices: Sequence[SoundFontChoice],
    band: Mapping[str, Instrument],
    given: Mapping[str, Path] | None = None,
) -> Cast:
    """Let fonts play what `choices` say of `score`, the first that fits; the built-in band plays the rest.

    given: files by name that this machine's user pointed at; others are looked for in the folder of SoundFonts. A font
    or preset that is not there leaves the built-in sound, and a note says so. Raises RequestError for a part that is
    none, and for a broken font.
    """
    _require_parts(choices, band)
    players = list(dict.fromkeys((part.instrument, part.stem) for part in score.parts))
    played: dict[Player, FromFont] = {}
    sources, notes = dict.fromkeys(players, BUILT_IN), []
    for choice in choices:
        chosen = {player for player in players if _is_for(choice, *player)}
        struck = {(name, "accents") for name, _ in chosen}  # a drummer marks hits on the set that is there
        wanted = [player for player in players if player in chosen | struck and player not in played]
        path = find_font(choice.font, given or {}, font_folder())
        if path is None:
            notes.append(f"There is no SoundFont '{choice.font}' here; built-in sounds play instead.")
        elif not can_play():
            notes.append(
                f"'{choice.font}' needs the package tinysoundfont, which is not installed here; built-in sounds play "
                "instead. Use: pip install --no-deps tinysoundfont"
            )
        else:
            font = loaded(path)
            sounds = {name: _from_font(font, name, band[name]) for name, _ in wanted}
            notes += [
                f"'{choice.font}' has no {name.replace('_', ' ')}; the built-in one plays instead."
                for name, sound in sounds.items()
                if sound is None
            ]
            found = {player: sound for player in wanted if (sound := sounds[player[0]]) is not None}
            played |= found
            sources |= {
                player: f"{choice.font} ({font.preset_name(sound.bank, sound.program)})"
                for player, sound in found.items()
            }
    return _seated(score, band, played, sources, tuple(dict.fromkeys(notes)))


def _seated(
    score: Score,
    band: Mapping[str, Instrument],
    played: Mapping[Player, FromFont],
    sources: Mapping[Player, str],
    notes: tuple[str, ...],
) -> Cast:
    """Give each player that a font plays its chair: that of its instrument, or one beside it where the instrument plays
    from elsewhere in another stem."""
    places: dict[str, set[str]] = {}
    for (instrument, _), source in sources.items():
        places.setdefault(instrument, set()).add(source)
    chairs = {
        (instrument, stem): f"{instrument} for {stem}" if len(places[instrument]) > 1 else instrument
        for instrument, stem in played
    }
    fonts = {
        chairs[player]: replace(band[player[0]], play=sound, variants=1, chords_as_one=False)
        for player, sound in played.items()
    }
    parts = tuple(
        replace(part, instrument=chairs.get((part.instrument, part.stem), part.instrument)) for part in score.parts
    )
    heard = {chairs.get(player, player[0]): source for player, source in sources.items()}
    return Cast(replace(score, parts=parts), {**band, **fonts}, heard, notes)


def _require_parts(choices: Sequence[SoundFontChoice], band: Mapping[str, Instrument]) -> None:
    for part in (part for choice in choices for part in choice.parts):
        if part not in STEMS and part not in band:
            raise RequestError(
                f"A SoundFont is asked to play '{part}', which is no part.",
                f"Parts are {', '.join(STEMS)}, or an instrument, such as piano or electric_bass.",
            )


def _is_for(choice: SoundFontChoice, instrument: str, stem: str) -> bool:
    if choice.parts:
        return instrument in choice.parts or (stem in choice.parts and instrument not in OURS)
    return instrument not in OURS


def _from_font(font: Font, name: str, built_in: Instrument) -> FromFont | None:
    """The preset nearest to an instrument; of a drum set that the font lacks, its standard one."""
    places = [(DRUM_BANK, KITS.get(name, 0)), (DRUM_BANK, 0)] if name not in PROGRAMS else [(0, PROGRAMS[name])]
    for bank, program in places:
        if font.preset_name(bank, program) is not None:
            silent = FromFont(font, bank, program, 1.0)
            return replace(silent, level=_loudness(built_in, built_in.play, name) / _loudness(built_in, silent, name))
    return None


def _loudness(instrument: Instrument, play: Play, name: str) -> float:
    """How loud a moderate half second is, by ear: of a drum set its kick, snare and hi-hat together."""
    pitches = (36, 38, 42) if instrument.length is Length.ONE_SHOT else (36, 43) if "bass" in name else (55, 64)
    total = 1e-9
    for pitch in pitches:
        sound = play(Voice(pitch, 0.5, 0.7, np.random.default_rng(pitch))).mean(axis=0)[: SAMPLE_RATE // 2]
        hz = np.maximum(np.fft.rfftfreq(SAMPLE_RATE // 2, 1.0 / SAMPLE_RATE), 1.0)
        total += float(np.sum(np.abs(np.fft.rfft(sound, SAMPLE_RATE // 2) * loudness_weight(hz)) ** 2))
    return float(np.sqrt(total))
