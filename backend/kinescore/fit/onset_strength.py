"""How strongly something begins in a sound at every moment: spectral flux, in numpy alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import Audio

WINDOW_SECONDS = 0.046
HOP_SECONDS = 0.0058
LAG_HOPS = 3
"""Change is measured over this many hops: over one, a slow attack would count as nothing."""
BANDS_PER_OCTAVE = 3
LOWEST_HZ, HIGHEST_HZ = 40.0, 10_000.0
ENOUGH_HZ = 22_050
COMPRESSION = 1000.0
BLOCK_FRAMES = 1024
"""Of a long sound so many windows are in memory at once."""


@dataclass(frozen=True)
class OnsetStrength:
    """values: [F] float64 from 0 on, of moments HOP_SECONDS or so apart; rate: moments per second."""

    values: NDArray[np.float64]
    rate: float

    def around(self, seconds: float) -> NDArray[np.float64]:
        """Return, for every moment [F], the greatest value within `seconds` before and after it."""
        reach = round(seconds * self.rate)
        padded = np.pad(self.values, reach)
        return np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1)


def onset_strength(audio: Audio) -> OnsetStrength:
    """Return the onset strength of `audio`: over third-octave bands, the mean rise of the compressed magnitude.

    Spectral flux with logarithmic filters (Böck, Krebs & Schedl 2012, "Evaluating the online capabilities of onset
    detection methods"). Windows are centred on their moments, so an onset is found where it is heard. The same samples
    give the same values, whatever the number of threads.
    """
    factor, count, rate = _decimation(audio)
    hop = max(1, round(HOP_SECONDS * rate))
    size = 2 ** round(np.log2(WINDOW_SECONDS * rate))
    moments = max(1, -(-count // hop))
    values = np.zeros(moments)
    at = LAG_HOPS - LAG_HOPS // 2  # the rise over a lag belongs to its middle
    before: NDArray[np.float64] | None = None
    for first in range(0, moments, BLOCK_FRAMES):
        frames = min(BLOCK_FRAMES, moments - first)
        begin = first * hop - size // 2
        mono = _mono(audio, begin, begin + (frames - 1) * hop + size, factor)
        bands = _bands(np.lib.stride_tricks.sliding_window_view(mono, size)[::hop], rate, size)
        bands = bands if before is None else np.concatenate([before, bands])
        rise = np.maximum(bands[LAG_HOPS:] - bands[:-LAG_HOPS], 0.0).mean(axis=1)[: moments - at]
        values[at : at + len(rise)] = rise
        at, before = at + len(rise), bands[-LAG_HOPS:]
    return OnsetStrength(values, rate / hop)


def _decimation(audio: Audio) -> tuple[int, int, float]:
    """Neighbours that are averaged so that a rate of ENOUGH_HZ or a little more is left, how many samples there are
    then, and that rate: what folds back counts as an onset all the same, and takes half the time."""
    factor = max(1, audio.rate // ENOUGH_HZ)
    if audio.count < factor:
        return 1, audio.count, float(audio.rate)
    return factor, audio.count // factor, audio.rate / factor


def _mono(audio: Audio, first: int, last: int, factor: int) -> NDArray[np.float64]:
    """One channel from `first` to `last` at the lower rate [last - first], silent before and after the sound."""
    mono = np.zeros(last - first)
    inside = audio.part(max(first, 0) * factor, last * factor).mean(axis=0, dtype=np.float64)
    inside = inside[: len(inside) // factor * factor].reshape(-1, factor).mean(axis=1)
    mono[max(-first, 0) : max(-first, 0) + len(inside)] = inside
    return mono


def _bands(windows: NDArray[np.float64], rate: float, size: int) -> NDArray[np.float64]:
    """The compressed magnitude of windows [B, size] in each band, [B, K]."""
    octaves = np.log2(min(HIGHEST_HZ, rate / 2) / LOWEST_HZ)
    edges_hz = LOWEST_HZ * 2 ** np.arange(0.0, octaves + 1e-9, 1 / BANDS_PER_OCTAVE)
    edges = np.unique(np.round(edges_hz * size / rate).astype(np.int64))
    edges = edges[edges < size // 2]
    spectrum = np.abs(np.fft.rfft(windows * np.hanning(size), axis=1)) / size
    return np.log1p(COMPRESSION * np.add.reduceat(spectrum, edges, axis=1))
