"""Seven kits, each answering every General MIDI percussion key from 35 to 82."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kinescore.groovebox.instruments.cymbals import Cymbal, HiHat
from kinescore.groovebox.instruments.drums import Kick, Snare, TunedDrum
from kinescore.groovebox.instruments.hand_percussion import HandClap, Scraper, Shaker, StruckMetal, StruckWood, Whistle
from kinescore.groovebox.instruments.voice import Play, Samples, Voice
from kinescore.sound.audio import gain

HI_HATS = (42, 44, 46)

BALANCE: Mapping[int, tuple[float, float]] = {
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

COWBELL = StruckMetal(((562.0, 1.0, 14.0), (845.0, 0.8, 17.0), (1450.0, 0.2, 30.0), (2250.0, 0.15, 40.0)), 0.4)
ELECTRONIC_COWBELL = StruckMetal(
    ((540.0, 1.0, 11.0), (800.0, 0.9, 11.0), (1620.0, 0.15, 20.0), (2400.0, 0.12, 26.0)), 0.4, stick=0.05
)
RIDE_BELL = StruckMetal(((820.0, 0.5, 4.0), (1680.0, 0.8, 5.0), (2710.0, 0.6, 6.0), (4150.0, 0.4, 8.0)), 1.2)
RIM = StruckWood(((480.0, 0.7, 90.0), (1720.0, 1.0, 130.0), (2900.0, 0.4, 170.0)), stick=0.6)


def _agogo(hz: float) -> StruckMetal:
    return StruckMetal(((hz, 1.0, 9.0), (hz * 2.76, 0.5, 14.0), (hz * 4.1, 0.25, 20.0)), 0.5)


def _wood_block(hz: float) -> StruckWood:
    return StruckWood(((hz, 1.0, 60.0), (hz * 1.57, 0.5, 90.0), (hz * 2.4, 0.3, 120.0)))


def _triangle(seconds: float) -> StruckMetal:
    damping = 3.5 / seconds
    return StruckMetal(
        ((3980.0, 0.5, damping), (5420.0, 0.8, damping), (7150.0, 0.6, damping * 1.3), (9800.0, 0.4, damping * 2)),
        seconds,
    )


def _toms(floor: TunedDrum) -> dict[int, Play]:
    """Six toms from the floor tom (41) to the high one (50)."""
    keys = (41, 43, 45, 47, 48, 50)
    steps = (1.0, 1.2, 1.43, 1.7, 1.95, 2.3)
    return {
        key: replace(floor, hz=floor.hz * step, decay=floor.decay / step**0.5)
        for key, step in zip(keys, steps, strict=True)
    }


PERCUSSION: dict[int, Play] = {
    37: RIM,
    39: HandClap(),
    54: Shaker(5000.0, 11_000.0, 0.002, 0.06, jingles=0.8),  # tambourine
    56: COWBELL,
    58: Scraper(0.9, 22.0, 2600.0),  # vibraslap
    60: TunedDrum(420.0, 0.06, slap=0.35, slap_hz=2800.0),  # bongos, high and low
    61: TunedDrum(310.0, 0.08, slap=0.3, slap_hz=2400.0),
    62: TunedDrum(262.0, 0.045, slap=0.6, slap_hz=2400.0),  # congas: muted, open, low
    63: TunedDrum(246.0, 0.14, slap=0.25),
    64: TunedDrum(185.0, 0.17, slap=0.22, slap_hz=1500.0),
    65: TunedDrum(350.0, 0.16, slap=0.5, slap_hz=4200.0, pitch_bend=0.03),  # timbales, high and low
    66: TunedDrum(262.0, 0.19, slap=0.45, slap_hz=3800.0, pitch_bend=0.03),
    67: _agogo(905.0),  # agogos, high and low
    68: _agogo(672.0),
    69: Shaker(4200.0, 11_500.0, 0.012, 0.022),  # cabasa
    70: Shaker(5500.0, 12_500.0, 0.006, 0.013),  # maracas
    71: Whistle(2350.0, 2300.0, 0.14),  # whistle, short and long
    72: Whistle(2350.0, 2280.0, 0.45),
    73: Scraper(0.12, 90.0, 3200.0),  # guiro, short and long
    74: Scraper(0.45, 75.0, 3000.0),
    75: StruckWood(((2480.0, 1.0, 34.0), (4900.0, 0.15, 60.0))),  # claves
    76: _wood_block(980.0),  # wood blocks, high and low
    77: _wood_block(720.0),
    78: Whistle(620.0, 880.0, 0.16),  # cuica, muted and open
    79: Whistle(540.0, 420.0, 0.32),
    80: _triangle(0.18),  # triangle, muted and open
    81: _triangle(1.6),
    82: Shaker(4500.0, 11_000.0, 0.022, 0.022),  # shaker
}

CYMBALS: dict[int, Play] = {
    49: Cymbal(2.2),  # crash
    51: Cymbal(1.3, low_hz=3200.0, wash=0.28, ping=0.45),  # ride
    52: Cymbal(1.4, low_hz=1700.0, wash=0.6),  # china
    53: RIDE_BELL,
    55: Cymbal(0.8, low_hz=3800.0),  # splash
    57: Cymbal(2.6, low_hz=2000.0),  # second crash
    59: Cymbal(1.4, low_hz=2700.0, wash=0.32, ping=0.4, ping_hz=2700.0),  # second ride
}

ACOUSTIC = PERCUSSION | CYMBALS | _toms(TunedDrum(82.0, 0.28, slap=0.3)) | {
    35: Kick(135.0, 52.0, 0.022, 0.13, drive=1.3, click=0.34, click_hz=3000.0, air=0.12),
    36: Kick(150.0, 56.0, 0.020, 0.12, drive=1.4, click=0.42, click_hz=3400.0, air=0.10),
    38: Snare(188.0),
    40: Snare(205.0, head=0.5, crack=0.8),
    42: HiHat(0.032),
    44: HiHat(0.045, low_hz=4200.0, metal=0.25),
    46: HiHat(0.26, low_hz=4600.0),
}  # fmt: skip

ELECTRONIC = PERCUSSION | CYMBALS | _toms(TunedDrum(92.0, 0.24, slap=0.08, pitch_bend=0.18)) | {
    35: Kick(125.0, 48.0, 0.018, 0.34, drive=1.3, click=0.24, click_hz=2600.0, air=0.0),
    36: Kick(155.0, 54.0, 0.017, 0.20, drive=1.6, click=0.34, click_hz=3000.0, air=0.04),
    37: StruckWood(((455.0, 0.5, 120.0), (1667.0, 1.0, 110.0)), stick=0.2),
    38: Snare(178.0, head=0.45, head_decay=0.06, wires=0.45, wires_decay=0.085, wires_low_hz=2200.0, crack=0.35),
    39: HandClap(0.11, 900.0, 3200.0),
    40: Snare(196.0, head=0.4, head_decay=0.05, wires=0.5, wires_decay=0.10, wires_low_hz=2400.0, crack=0.4),
    42: HiHat(0.030, low_hz=6500.0, metal=0.9),
    44: HiHat(0.040, low_hz=6000.0, metal=0.8),
    46: HiHat(0.22, low_hz=6000.0, metal=0.8),
    56: ELECTRONIC_COWBELL,
}  # fmt: skip

HOUSE = ELECTRONIC | {
    35: Kick(210.0, 47.0, 0.030, 0.17, drive=2.0, click=0.42),
    36: Kick(240.0, 50.0, 0.028, 0.15, drive=2.4, click=0.5, click_hz=4000.0),
    38: Snare(
        205.0,
        head=0.5,
        head_decay=0.05,
        wires=0.55,
        wires_decay=0.12,
        wires_low_hz=1400.0,
        wires_high_hz=6500.0,
        crack=0.55,
    ),
    39: HandClap(0.10, 1000.0, 4500.0),
    40: Snare(230.0, head=0.45, head_decay=0.05, wires=0.6, wires_decay=0.14, wires_low_hz=1900.0, crack=0.6),
    42: HiHat(0.028, low_hz=6800.0, high_hz=12_000.0, metal=0.6),
    46: HiHat(0.17, low_hz=6000.0, high_hz=12_000.0, metal=0.6),
}

BREAKBEAT = ACOUSTIC | {
    35: Kick(150.0, 58.0, 0.018, 0.09, drive=2.2, click=0.45, click_hz=2600.0, air=0.25),
    36: Kick(165.0, 62.0, 0.016, 0.085, drive=2.6, click=0.52, click_hz=3000.0, air=0.25),
    38: Snare(222.0, head=0.6, head_decay=0.05, wires=0.55, wires_decay=0.09, wires_low_hz=1100.0, crack=0.8),
    40: Snare(250.0, head=0.6, head_decay=0.045, wires=0.5, wires_decay=0.08, wires_low_hz=1100.0, crack=0.9),
    42: HiHat(0.036, low_hz=4000.0, high_hz=9500.0, metal=0.3),
    46: HiHat(0.20, low_hz=3800.0, high_hz=9500.0, metal=0.3),
}

BRUSH = ACOUSTIC | _toms(TunedDrum(88.0, 0.26, slap=0.1)) | {
    35: Kick(110.0, 52.0, 0.020, 0.12, drive=1.0, click=0.08, click_hz=1500.0, air=0.12),
    36: Kick(120.0, 55.0, 0.020, 0.11, drive=1.0, click=0.10, click_hz=1700.0, air=0.12),
    38: Snare(185.0, head=0.16, wires=0.42, wires_decay=0.10, wires_high_hz=7000.0, crack=0.10, brushed=True),
    40: Snare(195.0, head=0.25, wires=0.42, wires_decay=0.07, wires_high_hz=7500.0, crack=0.3),
    42: HiHat(0.030, low_hz=4500.0, high_hz=9500.0, metal=0.2, attack=0.003),
    46: HiHat(0.20, low_hz=4200.0, high_hz=9500.0, metal=0.2, attack=0.003),
    51: Cymbal(1.6, low_hz=2600.0, wash=0.30, ping=0.35, ping_hz=2500.0),
}  # fmt: skip

LATIN = ACOUSTIC | _toms(TunedDrum(110.0, 0.2, slap=0.45, slap_hz=2600.0)) | {
    35: Kick(105.0, 58.0, 0.020, 0.12, drive=1.0, click=0.10, click_hz=1500.0),
    36: TunedDrum(98.0, 0.16, slap=0.3, slap_hz=1200.0),
    38: TunedDrum(330.0, 0.15, slap=0.8, slap_hz=4500.0, pitch_bend=0.03),
    40: TunedDrum(262.0, 0.18, slap=0.7, slap_hz=4200.0, pitch_bend=0.03),
    42: Shaker(5500.0, 12_500.0, 0.004, 0.014),
    44: Shaker(4800.0, 11_000.0, 0.010, 0.018),
    46: Shaker(4500.0, 11_000.0, 0.020, 0.05, jingles=0.3),
}  # fmt: skip

ORCHESTRAL = ACOUSTIC | _toms(TunedDrum(65.0, 0.75, slap=0.16, slap_hz=700.0, pitch_bend=0.01, kettle=True)) | {
    35: Kick(62.0, 42.0, 0.05, 0.42, drive=0.6, click=0.04, click_hz=700.0, air=0.25),
    36: Kick(72.0, 46.0, 0.05, 0.34, drive=0.6, click=0.06, click_hz=900.0, air=0.25),
    38: Snare(190.0, head=0.35, wires=0.5, wires_decay=0.10, wires_low_hz=1400.0, wires_high_hz=6000.0, crack=0.5),
    40: Snare(172.0, head=0.35, wires=0.45, wires_decay=0.13, wires_low_hz=1200.0, wires_high_hz=5500.0, crack=0.35),
    49: Cymbal(3.0, low_hz=1700.0),
    57: Cymbal(3.4, low_hz=1400.0),
}  # fmt: skip


@dataclass(frozen=True)
class DrumKit:
    """A set of drums by General MIDI key, each panned and balanced."""

    drums: Mapping[int, Play]

    def __call__(self, voice: Voice) -> Samples:
        key = min(self.drums, key=lambda known: (abs(known - voice.pitch), known))
        level_db, pan = BALANCE[key]
        sound = self.drums[key](voice)
        angle = (pan + 1.0) * np.pi / 4.0
        sides = np.array([[np.cos(angle)], [np.sin(angle)]]) * (np.sqrt(2.0) * gain(level_db))
        return (sound * sides.astype(np.float32)).astype(np.float32)
