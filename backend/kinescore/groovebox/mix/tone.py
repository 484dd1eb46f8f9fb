"""The colour that a whole mix has from what it was recorded on, as one filter for all that is played."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import SAMPLE_RATE

TAPS = 1 << 12
"""93 ms, in which the lowest cut has rung out."""
_DESIGN = 1 << 16
_FLOOR = 1e-4
_PRESENCE_HZ = 2500.0


@dataclass(frozen=True)
class Tone:
    """low_hz: below it the mix falls off by 36 dB an octave. presence_db: how far voices, horns and strings come
    forward, an octave to either side of 2.5 kHz. high_hz: above it the mix falls off by 12 dB an octave."""

    low_hz: float
    presence_db: float
    high_hz: float


TONES: dict[str, Tone | None] = {"full": None, "record": Tone(65.0, 5.0, 6500.0), "tight": Tone(50.0, 1.0, 14_000.0)}
"""By a style's word: as it comes; as records of the seventies, whose tape and lathes left little of the lowest octave
and of the highest; and as a mix with a tidy bottom."""


@lru_cache(maxsize=4)
def filter_of(tone: Tone) -> NDArray[np.float64]:
    """[TAPS] at the full rate: the impulse response of least delay, which sounds before nothing that causes it."""
    hz = np.maximum(np.fft.rfftfreq(_DESIGN, 1.0 / SAMPLE_RATE), 1.0)
    strength = 10.0 ** (tone.presence_db * np.exp(-0.5 * np.log2(hz / _PRESENCE_HZ) ** 2) / 20.0)
    strength /= np.sqrt(1.0 + (tone.low_hz / hz) ** 12) * np.sqrt(1.0 + (hz / tone.high_hz) ** 4)
    cepstrum = np.fft.irfft(np.log(np.maximum(strength, _FLOOR)), _DESIGN)
    cepstrum[1 : _DESIGN // 2] *= 2.0
    cepstrum[_DESIGN // 2 + 1 :] = 0.0
    impulse = np.fft.irfft(np.exp(np.fft.rfft(cepstrum)), _DESIGN)[:TAPS]
    held = TAPS * 3 // 4
    impulse[held:] *= np.cos(np.linspace(0.0, np.pi / 2.0, TAPS - held)) ** 2
    return impulse
