"""How far the tempo of generated music is from that of the reference, and from the one in the reference's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinescore.data.aist_names import music_bpm
from kinescore.evaluation.metrics.measure import mean_measure, mean_terms

AIST_MUSIC = re.compile(r"m[A-Z]{2}[0-5]")
OCTAVES = 2.0 ** np.arange(-3, 4)

TEMPO_GROUP = "tempo"
TRACKED_MEASURES = (
    mean_measure("TD", 0, unit="BPM", better="lower"),
    mean_measure("TD, octaves folded", 1, unit="BPM", better="lower"),
)
NAMED_MEASURES = (
    mean_measure("TD to the named tempo", 2, unit="BPM", better="lower"),
    mean_measure("TD to the named tempo, octaves folded", 3, unit="BPM", better="lower"),
)


def named_tempo(song: str) -> float:
    """Return the tempo in BPM that an AIST++ song such as "mBR0" says by its name; nan for any other song."""
    stem = song.rsplit("/", maxsplit=1)[-1]
    return float(music_bpm(stem)) if AIST_MUSIC.fullmatch(stem) else np.nan


def tempo_difference(generated: NDArray[np.float64], reference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return |generated - reference| [N] BPM."""
    return np.abs(generated - reference)


def folded_difference(generated: NDArray[np.float64], reference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the smallest |generated * 2**k - reference| [N] BPM, k whole: double and half tempo count as the same."""
    return np.abs(generated[:, None] * OCTAVES - reference[:, None]).min(axis=1)


def tempo_terms(
    generated: NDArray[np.float64], tracked: NDArray[np.float64], named: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return what the measures need, [N, 8], from the tempi [N] BPM of generated music, reference, and its name. Clips
    where one of two tempi is nan do not count."""
    differences = [f(generated, of) for of in (tracked, named) for f in (tempo_difference, folded_difference)]
    return mean_terms(*differences)


def reference_tempi(songs: Sequence[str], tracked: Sequence[float]) -> NDArray[np.float64]:
    """Return the tempi [N] BPM of the references: by name where it says so, else as tracked."""
    named = np.array([named_tempo(song) for song in songs], np.float64)
    return np.where(np.isfinite(named), named, np.asarray(tracked, np.float64))
