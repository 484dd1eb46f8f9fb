"""Kits of drums that stand in a room, each answering every General MIDI percussion key from 35 to 82."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinescore.groovebox.instruments.acoustic_drums import InRoom
from kinescore.groovebox.instruments.acoustic_kit import (
    BRUSHED_SET,
    CLOSED_HAT,
    CONCERT_DRUM,
    CRASH,
    KICK,
    PEDAL_HAT,
    SET,
    SNARE,
    TIGHT_SET,
    louder_noise,
    shifted,
    tuned,
)
from kinescore.groovebox.instruments.drums import TunedDrum
from kinescore.groovebox.instruments.hand_percussion import Shaker
from kinescore.groovebox.instruments.machine_kits import tuned_toms
from kinescore.groovebox.instruments.percussion import PERCUSSION
from kinescore.groovebox.instruments.voice import Play, Samples, Voice
from kinescore.sound.audio import gain

HI_HATS = (42, 44, 46)

BALANCE: dict[int, tuple[float, float]] = {
    35: (0.0, 0.0), 36: (0.0, 0.0), 37: (-5.0, 0.15), 38: (-2.0, 0.0), 39: (-2.0, 0.0), 40: (-2.0, 0.0),
    41: (-5.0, 0.45), 42: (-13.0, -0.3), 43: (-5.0, 0.35), 44: (-14.0, -0.3), 45: (-5.0, 0.2), 46: (-14.0, -0.3),
    47: (-5.0, 0.0), 48: (-5.0, -0.2), 49: (-9.0, -0.35), 50: (-5.0, -0.35), 51: (-12.0, 0.4), 52: (-9.0, 0.5),
    53: (-15.0, 0.4), 54: (-9.0, 0.3), 55: (-10.0, -0.5), 56: (-8.0, 0.25), 57: (-9.0, 0.4), 58: (-8.0, -0.4),
    59: (-12.0, 0.45), 60: (-4.0, -0.4), 61: (-4.0, -0.25), 62: (-4.0, 0.35), 63: (-3.5, 0.25), 64: (-3.0, 0.4),
    65: (-5.0, -0.3), 66: (-5.0, -0.45), 67: (-7.0, 0.45), 68: (-7.0, 0.35), 69: (-6.0, -0.35),
    70: (-7.0, 0.4), 71: (-12.0, 0.3), 72: (-12.0, 0.3), 73: (-8.0, 0.35), 74: (-8.0, 0.35), 75: (-6.0, -0.3),
    76: (-6.0, -0.4), 77: (-6.0, -0.25), 78: (-10.0, 0.3), 79: (-10.0, 0.3), 80: (-14.0, 0.45), 81: (-18.0, 0.45),
    82: (-7.0, 0.35),
}  # fmt: skip
"""Level in dB and pan (-1 left .. 1 right, drummer's view) of each General MIDI key within a kit."""

DRUM_SET_BALANCE: dict[int, tuple[float, float]] = BALANCE | {
    35: (0.0, 0.0), 36: (0.0, 0.0), 37: (-2.5, 0.1), 38: (0.5, 0.0), 40: (0.0, 0.0),
    41: (-1.0, 0.45), 43: (-1.0, 0.35), 45: (-1.5, 0.2), 47: (-1.5, 0.0), 48: (-1.5, -0.2), 50: (-1.5, -0.35),
    42: (-12.5, -0.4), 44: (-10.5, -0.4), 46: (-4.5, -0.4), 49: (-7.0, -0.45), 51: (-10.0, 0.45), 52: (-10.0, 0.55),
    53: (-8.0, 0.45), 55: (-9.0, -0.5), 57: (-7.0, 0.5), 59: (-11.5, 0.5),
}  # fmt: skip
"""The same of a drum set that is heard in a room, the drummer's snare above the bass drum."""

ROOMY_PERCUSSION: dict[int, Play] = {key: InRoom(sound) for key, sound in PERCUSSION.items()}
ACOUSTIC = ROOMY_PERCUSSION | SET
BREAKBEAT = ROOMY_PERCUSSION | TIGHT_SET
DUSTY = BREAKBEAT | {42: shifted(CLOSED_HAT, 2.5), 44: shifted(PEDAL_HAT, 2.5)}
"""Breaks for a worn tape, which leaves hats that are bright by themselves."""
BRUSH = ROOMY_PERCUSSION | BRUSHED_SET

LATIN = ACOUSTIC | {key: InRoom(drum) for key, drum in tuned_toms(
    TunedDrum(110.0, 0.2, slap=0.45, slap_hz=2600.0)).items()} | {
    35: replace(KICK, stick_db=3.0),
    36: InRoom(TunedDrum(98.0, 0.16, slap=0.3, slap_hz=1200.0)),
    38: InRoom(TunedDrum(330.0, 0.15, slap=0.8, slap_hz=4500.0, pitch_bend=0.03)),
    40: InRoom(TunedDrum(262.0, 0.18, slap=0.7, slap_hz=4200.0, pitch_bend=0.03)),
    42: InRoom(Shaker(5500.0, 12_500.0, 0.004, 0.014)),
    44: InRoom(Shaker(4800.0, 11_000.0, 0.010, 0.018)),
    46: InRoom(Shaker(4500.0, 11_000.0, 0.020, 0.05, jingles=0.3)),
}  # fmt: skip

ORCHESTRAL = ACOUSTIC | {key: InRoom(drum) for key, drum in tuned_toms(
    TunedDrum(65.0, 0.75, slap=0.16, slap_hz=700.0, pitch_bend=0.01, kettle=True)).items()} | {
    35: CONCERT_DRUM, 36: tuned(CONCERT_DRUM, 1.12),
    38: replace(louder_noise(SNARE, 3.0, 1.2), room_db=-8.0),
    40: replace(louder_noise(tuned(SNARE, 0.92), 3.0, 1.4), room_db=-8.0),
    49: shifted(CRASH, -1.5, 1.3), 57: shifted(CRASH, -2.2, 1.4),
}  # fmt: skip


@dataclass(frozen=True)
class DrumKit:
    """A set of drums by General MIDI key, each panned and balanced."""

    drums: Mapping[int, Play]
    balance: Mapping[int, tuple[float, float]]

    def __call__(self, voice: Voice) -> Samples:
        key = voice.pitch
        if key not in self.drums:
            key = min(self.drums, key=lambda known: (abs(known - voice.pitch), known))
        level_db, pan = self.balance[key]
        sound = self.drums[key](voice)
        angle = (pan + 1.0) * np.pi / 4.0
        sides = np.array([[np.cos(angle)], [np.sin(angle)]]) * (np.sqrt(2.0) * gain(level_db))
        return panned(sound, sides.astype(np.float32))


def panned(sound: Samples, sides: Samples) -> Samples:
    """Return a sound [C, N] times the gains [2, 1] of its sides: itself where it has two, since fresh memory for
    seconds of it would cost more than the product."""
    is_ready = sound.shape[0] == 2 and sound.dtype == np.float32
    return np.multiply(sound, sides, out=sound if is_ready else None, dtype=np.float32)
