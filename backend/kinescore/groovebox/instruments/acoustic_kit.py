"""The drum set of the acoustic kits, and its siblings: tight for breaks, brushed for jazz, concert drums."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.instruments.acoustic_drums import AcousticCymbal, AcousticDrum
from kinescore.groovebox.instruments.voice import Play

# Columns of all tables: octaves around 125, 250, 500, 1000, 2000, 4000, 8000 and 15000 Hz.
KICK = AcousticDrum(
    ((54.0, 0.0, 0.054), (84.0, -4.0, 0.034), (110.0, -3.0, 0.026), (170.0, -15.0, 0.020), (234.0, -21.0, 0.018)),
    (-26.0, -27.0, -30.0, -34.0, -28.0, -27.0, -37.0, -60.0), (0.034, 0.032, 0.032, 0.034, 0.034, 0.030, 0.022, 0.012),
    stick_db=19.0, stick_decay=0.010, bend=0.08, room_db=-21.0, scatter_db=1.2, attack=0.0012,
)  # fmt: skip
SNARE = AcousticDrum(
    ((168.0, -8.0, 0.030), (208.0, 0.0, 0.026), (238.0, -7.0, 0.024), (330.0, -16.0, 0.024), (468.0, -13.0, 0.026),
     (682.0, -17.0, 0.026), (905.0, -21.0, 0.022), (1240.0, -24.0, 0.018)),
    (-60.0, -25.0, -19.0, -23.0, -22.0, -20.0, -24.0, -44.0), (0.05, 0.055, 0.060, 0.060, 0.058, 0.062, 0.058, 0.045),
    stick_db=9.0, stick_decay=0.006, bend=0.04, room_db=-16.0,
)  # fmt: skip
TOM = AcousticDrum(
    ((86.0, 0.0, 0.30), (137.0, -9.0, 0.16), (192.0, -8.0, 0.11), (222.0, -12.0, 0.10), (283.0, -15.0, 0.085),
     (358.0, -17.0, 0.07)),
    (-34.0, -34.0, -36.0, -38.0, -40.0, -37.0, -40.0, -60.0), (0.08, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02),
    stick_db=15.0, stick_decay=0.007, bend=0.07, room_db=-15.0,
)  # fmt: skip
CONCERT_DRUM = AcousticDrum(
    ((46.0, 0.0, 0.34), (73.0, -4.0, 0.22), (99.0, -9.0, 0.16), (131.0, -13.0, 0.12), (170.0, -17.0, 0.09)),
    (-24.0, -28.0, -34.0, -40.0, -46.0, -52.0, -60.0, -70.0), (0.12, 0.10, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02),
    stick_db=3.0, bend=0.02, room_db=-9.0, attack=0.002,
)  # fmt: skip
RIM_CLICK = AcousticDrum(
    ((505.0, -8.0, 0.014), (1080.0, 0.0, 0.011), (1730.0, -5.0, 0.009), (2950.0, -9.0, 0.007)),
    (-50.0, -38.0, -34.0, -28.0, -28.0, -26.0, -30.0, -42.0), (0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.025, 0.02),
    stick_db=9.0, stick_decay=0.003, bend=0.0, room_db=-11.0,
)  # fmt: skip
CLOSED_HAT = AcousticCymbal(
    (-55.0, -30.0, -31.0, -30.0, -24.0, -17.0, -15.0, -15.0), (-63.0, -36.0, -35.0, -37.0, -32.0, -22.0, -16.0, -12.0),
    (0.05, 0.05, 0.05, 0.055, 0.056, 0.052, 0.045, 0.036),
)  # fmt: skip
PEDAL_HAT = AcousticCymbal(
    (-40.0, -22.0, -28.0, -28.0, -27.0, -24.0, -20.0, -18.0), (-57.0, -31.0, -34.0, -34.0, -31.0, -26.0, -21.0, -14.0),
    (0.06, 0.06, 0.06, 0.056, 0.055, 0.055, 0.05, 0.036),
)  # fmt: skip
OPEN_HAT = AcousticCymbal(
    (-54.0, -32.0, -34.0, -30.0, -26.0, -20.0, -18.0, -20.0), (-70.0, -56.0, -33.0, -36.0, -33.0, -28.0, -26.0, -30.0),
    (0.3, 0.35, 0.40, 0.42, 0.45, 0.42, 0.40, 0.35), longest=2.2,
)  # fmt: skip
CRASH = AcousticCymbal(
    (-57.0, -40.0, -20.0, -18.0, -24.0, -22.0, -22.0, -28.0), (-68.0, -45.0, -31.0, -31.0, -23.0, -14.0, -13.0, -20.0),
    (0.5, 0.6, 0.75, 0.70, 0.70, 0.55, 0.45, 0.34), strike_decay=0.018, bloom=0.016,
)  # fmt: skip
RIDE = AcousticCymbal(
    (-54.0, -42.0, -37.0, -31.0, -26.0, -16.0, -14.0, -14.0), (-66.0, -42.0, -38.0, -34.0, -27.0, -21.0, -19.0, -27.0),
    (0.4, 0.42, 0.45, 0.46, 0.42, 0.32, 0.23, 0.12), strike_decay=0.012, longest=1.9,
    modes=((620.0, -38.0, 0.5), (1510.0, -33.0, 0.4), (2980.0, -28.0, 0.3), (4420.0, -27.0, 0.22)),
)  # fmt: skip
RIDE_BELL = AcousticCymbal(
    (-58.0, -44.0, -40.0, -30.0, -26.0, -20.0, -20.0, -24.0), (-66.0, -46.0, -42.0, -38.0, -28.0, -24.0, -27.0, -38.0),
    (0.4, 0.5, 0.5, 0.7, 0.6, 0.45, 0.27, 0.12), longest=2.2,
    modes=((820.0, -22.0, 0.55), (1680.0, -20.0, 0.5), (2710.0, -21.0, 0.4), (4150.0, -24.0, 0.3)),
)  # fmt: skip
CHINA = AcousticCymbal(
    (-46.0, -40.0, -30.0, -23.0, -18.0, -13.0, -17.0, -26.0), (-57.0, -50.0, -41.0, -31.0, -21.0, -13.0, -14.0, -23.0),
    (0.6, 0.7, 0.6, 0.42, 0.34, 0.25, 0.20, 0.18), strike_decay=0.02,
)  # fmt: skip
SPLASH = AcousticCymbal(
    (-50.0, -46.0, -36.0, -23.0, -19.0, -17.0, -15.0, -22.0), (-61.0, -52.0, -48.0, -33.0, -29.0, -21.0, -14.0, -20.0),
    (0.4, 0.42, 0.40, 0.36, 0.34, 0.28, 0.21, 0.16),
)  # fmt: skip


def tuned(drum: AcousticDrum, ratio: float, longer: float = 1.0) -> AcousticDrum:
    """The same drum `ratio` as high, its modes `longer` as long."""
    return replace(drum, modes=tuple((hz * ratio, level, decay * longer) for hz, level, decay in drum.modes))


def louder_noise(drum: AcousticDrum, by_db: float, longer: float = 1.0) -> AcousticDrum:
    """The same drum with its noise `by_db` stronger and `longer` as long."""
    return replace(
        drum,
        noise_db=tuple(level + by_db for level in drum.noise_db),
        noise_decays=tuple(decay * longer for decay in drum.noise_decays),
    )


def shifted(cymbal: AcousticCymbal, octaves_db: float, longer: float = 1.0) -> AcousticCymbal:
    """The same cymbal tilted by `octaves_db` per octave around 2 kHz, ringing `longer` as long."""
    return replace(
        cymbal,
        ring_db=tuple(level + octaves_db * (octave - 4) for octave, level in enumerate(cymbal.ring_db)),
        ring_decays=tuple(decay * longer for decay in cymbal.ring_decays),
    )


def toms(floor: AcousticDrum) -> dict[int, Play]:
    """Six toms from the floor tom (41) to the high one (50)."""
    steps = {41: 1.0, 43: 1.17, 45: 1.4, 47: 1.62, 48: 1.85, 50: 2.15}
    return {key: tuned(floor, step, step**-0.5) for key, step in steps.items()}


CYMBALS: dict[int, Play] = {
    49: CRASH, 51: RIDE, 52: CHINA, 53: RIDE_BELL, 55: SPLASH, 57: shifted(CRASH, -1.2, 1.1), 59: shifted(RIDE, 0.6),
}  # fmt: skip
HATS: dict[int, Play] = {42: CLOSED_HAT, 44: PEDAL_HAT, 46: OPEN_HAT}

SET: dict[int, Play] = CYMBALS | HATS | toms(tuned(TOM, 0.72, 1.1)) | {
    35: tuned(KICK, 0.94), 36: KICK, 37: RIM_CLICK, 38: SNARE, 40: louder_noise(tuned(SNARE, 1.07, 0.9), 1.5, 0.9),
}  # fmt: skip
TIGHT_SET: dict[int, Play] = SET | {
    35: tuned(KICK, 0.98), 36: louder_noise(tuned(KICK, 1.04, 0.95), 1.0),
    38: tuned(SNARE, 1.03), 40: louder_noise(tuned(SNARE, 1.12, 0.9), 1.0, 0.9), 46: shifted(OPEN_HAT, 0.0, 0.7),
}  # fmt: skip
BRUSHED_SET: dict[int, Play] = SET | toms(replace(tuned(TOM, 0.78), stick_db=4.0)) | {
    35: replace(louder_noise(KICK, -6.0), stick_db=3.0),
    36: replace(louder_noise(tuned(KICK, 1.06), -6.0), stick_db=3.0),
    38: replace(louder_noise(SNARE, 8.0, 1.5), stick_db=-12.0, attack=0.012, room_db=-18.0),
    40: replace(louder_noise(SNARE, 4.0, 1.1), stick_db=-3.0),
    42: shifted(CLOSED_HAT, -0.8), 46: shifted(OPEN_HAT, -0.8), 51: shifted(RIDE, -0.8, 1.1),
}  # fmt: skip
