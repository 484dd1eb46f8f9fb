"""How far the tempo of generated music is from that of the reference, and from the one in the reference's name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.metric import mean_metric, mean_terms

OCTAVES = 2.0 ** np.arange(-3, 4)

TRACKED_TEMPO_METRICS = (
    mean_metric("TD", 0, unit="BPM", better="lower"),
    mean_metric("TD, octaves folded", 1, unit="BPM", better="lower"),
)
NAMED_TEMPO_METRICS = (
    mean_metric("TD to the named tempo", 2, unit="BPM", better="lower"),
    mean_metric("TD to the named tempo, octaves folded", 3, unit="BPM", better="lower"),
)


def tempo_difference(generated: NDArray[np.float64], reference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return |generated - reference| [N] BPM."""
    return np.abs(generated - reference)


def folded_difference(generated: NDArray[np.float64], reference: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the smallest |generated * 2**k - reference| [N] BPM, k whole: double and half tempo count as the same."""
    return np.abs(generated[:, None] * OCTAVES - reference[:, None]).min(axis=1)


def tempo_terms(
    generated: NDArray[np.float64], tracked: NDArray[np.float64], named: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return what the metrics need, [N, 8], from the tempi [N] BPM of generated music, reference, and its name. Clips
    where one of two tempi is nan do not count."""
    return mean_terms(
        *(tempo_difference(generated, tracked), folded_difference(generated, tracked)),
        *(tempo_difference(generated, named), folded_difference(generated, named)),
    )
