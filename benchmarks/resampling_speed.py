"""How fast sound is brought to another rate, on one core: both of our ways beside one FFT over the whole.

    OMP_NUM_THREADS=1 python -m benchmarks.resampling_speed

The FFT is the textbook's way for a signal that repeats: cut or fill up its spectrum. It hears the end of a song before
its beginning, and its time depends on the factors of the length; both are printed. Times are the best of five, taken
turn by turn, since machines differ and others share them.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.resampling import resampled, resampled_by_soxr

TURNS = 5
CASES = (
    ("5.12 s, 44.1 to 48 kHz (CLAP)", 225_792, 44_100, 48_000),
    ("30 s, 48 to 32 kHz (MusicGen)", 1_440_000, 48_000, 32_000),
    ("30 s, 44.1 to 48 kHz (example)", 1_323_000, 44_100, 48_000),
    ("the same, a prime number of samples", 1_322_977, 44_100, 48_000),
    ("the same to 47,999 Hz", 1_323_000, 44_100, 47_999),
)

Resampler = Callable[[NDArray[np.float32], int, int], NDArray[np.floating]]


def by_fft(samples: NDArray[np.floating], rate: int, new_rate: int) -> NDArray[np.float64]:
    """Return `samples` [N] at `new_rate` Hz, taken as one turn of a signal that repeats."""
    length = round(len(samples) * new_rate / rate)
    return np.fft.irfft(np.fft.rfft(samples)[: length // 2 + 1], length) * (length / len(samples))


WAYS: dict[str, Resampler] = {"FFT": by_fft, "numpy": resampled, "soxr": resampled_by_soxr}


def main() -> None:
    """Print the times, how much faster than the FFT each way is, and how loud the end is at the start."""
    print(f"{'one channel':<38}" + "".join(f"{name:>18}" for name in WAYS))
    for title, count, rate, new_rate in CASES:
        music = np.random.default_rng(0).normal(scale=0.1, size=count).astype(np.float32)
        seconds = best_times(music, rate, new_rate)
        shown = [f"{taken:.4f} s ({seconds['FFT'] / taken:.1f}x)" for taken in seconds.values()]
        print(f"{title:<38}" + "".join(f"{text:>18}" for text in shown))
    print(f"{'last quarter loud: the first ms':<38}" + "".join(f"{leak_db(way):>15.0f} dB" for way in WAYS.values()))


def best_times(music: NDArray[np.float32], rate: int, new_rate: int) -> dict[str, float]:
    """Return the least seconds that each way took."""
    taken: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(TURNS):
        for name, way in WAYS.items():
            start = time.perf_counter()
            way(music, rate, new_rate)
            taken[name].append(time.perf_counter() - start)
    return {name: min(times) for name, times in taken.items()}


def leak_db(way: Resampler) -> float:
    """Return how loud the first millisecond becomes of a second whose last quarter alone is not silent."""
    second = np.zeros(44_100, np.float32)
    second[-11_025:] = np.random.default_rng(1).uniform(-1.0, 1.0, 11_025)
    return float(20.0 * np.log10(np.abs(way(second, 44_100, 48_000)[:48]).max() + 1e-12))


if __name__ == "__main__":
    main()
