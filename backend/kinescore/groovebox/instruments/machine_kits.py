"""Kits of machines, and of the body: drums that no microphone heard in a room."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.instruments.cymbals import Cymbal, HiHat
from kinescore.groovebox.instruments.drums import Kick, Snare, TunedDrum
from kinescore.groovebox.instruments.hand_percussion import HandClap, Shaker, StruckMetal, StruckWood
from kinescore.groovebox.instruments.percussion import ELECTRONIC_COWBELL, PERCUSSION
from kinescore.groovebox.instruments.voice import Play

RIDE_BELL = StruckMetal(((820.0, 0.5, 4.0), (1680.0, 0.8, 5.0), (2710.0, 0.6, 6.0), (4150.0, 0.4, 8.0)), 1.2)


def tuned_toms(floor: TunedDrum) -> dict[int, Play]:
    """Six toms from the floor tom (41) to the high one (50)."""
    keys = (41, 43, 45, 47, 48, 50)
    steps = (1.0, 1.2, 1.43, 1.7, 1.95, 2.3)
    return {
        key: replace(floor, hz=floor.hz * step, decay=floor.decay / step**0.5)
        for key, step in zip(keys, steps, strict=True)
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

ELECTRONIC = PERCUSSION | CYMBALS | tuned_toms(TunedDrum(92.0, 0.24, slap=0.08, pitch_bend=0.18)) | {
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
    35: Kick(210.0, 47.0, 0.030, 0.17, drive=2.0, click=0.42, click_decay=0.010),
    36: Kick(240.0, 50.0, 0.028, 0.15, drive=2.4, click=0.5, click_hz=4000.0, click_decay=0.010),
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

BODY = PERCUSSION | CYMBALS | tuned_toms(TunedDrum(120.0, 0.06, slap=0.55, slap_hz=900.0)) | {
    35: Kick(88.0, 55.0, 0.012, 0.09, drive=0.8, click=0.5, click_hz=900.0, air=0.3),  # stomps
    36: Kick(96.0, 60.0, 0.012, 0.08, drive=0.8, click=0.6, click_hz=1100.0, air=0.3),
    37: StruckWood(((1650.0, 0.8, 150.0), (2600.0, 1.0, 170.0)), stick=0.5),  # a snap of the fingers
    38: HandClap(0.07, 800.0, 2600.0),
    39: HandClap(0.09, 1000.0, 3600.0),
    40: TunedDrum(190.0, 0.035, slap=0.8, slap_hz=1500.0),  # a pat on the thigh
    42: Shaker(3800.0, 9000.0, 0.004, 0.02),  # palms rubbed
    44: StruckWood(((1900.0, 0.8, 160.0), (3000.0, 1.0, 180.0)), stick=0.5),
    46: Shaker(3200.0, 8000.0, 0.015, 0.06),
}  # fmt: skip
