"""The beat metrics of MIREX, by mir_eval, of generated music against its reference.

mir_eval's own convention is to leave out the first five seconds of a song, where listeners are still finding the beat.
Clips here are often no longer than that, and their music answers a movement from its start, so nothing is left out.
"""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError
from kinescore.evaluation.metrics.events import Events
from kinescore.evaluation.metrics.metric import mean_metric, mean_terms

STANDARD_GROUP = "standard beat measures (mir_eval), beat tracker"
STANDARD_NOTE = (
    "The standard beat measures count from the start; mir_eval's habit of leaving out 5 s is for whole songs."
)
NAMES = ("F-measure", "Cemgil", "P-score", "CMLc", "CMLt", "AMLc", "AMLt", "information gain")
STANDARD_METRICS = tuple(mean_metric(name, place, best_is_one=True) for place, name in enumerate(NAMES))
MOST_EVALUATIONS = 10_000
"""Of one system, about a millisecond each. Larger evaluations draw fewer times."""


def most_draws(clips: int) -> int:
    """Return how often the chance of so many clips can be drawn in reasonable time."""
    return max(1, MOST_EVALUATIONS // clips)


def standard_terms(generated: Events, reference: Events) -> NDArray[np.float64]:
    """Return what the metrics need of each clip, [N, 16]. Both are compared as far as both last.

    Raises EvaluationError without mir_eval.
    """
    ours, theirs = generated.within(reference), reference.within(generated)
    scores = [standard_scores(mine, other) for mine, other in zip(ours.each(), theirs.each(), strict=True)]
    return mean_terms(*np.array(scores, np.float64).reshape(-1, len(NAMES)).T)


def standard_scores(generated: NDArray[np.float64], reference: NDArray[np.float64]) -> tuple[float, ...]:
    """Return the metrics NAMES of beats [G] s against the reference's [R] s."""
    try:
        from mir_eval import beat
    except ImportError:
        raise EvaluationError(
            "Standard beat measures need mir_eval.", "Install it with: pip install 'kinescore[evaluate]'"
        ) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of empty and single beats, which have a defined score of 0
        return (
            beat.f_measure(reference, generated),
            beat.cemgil(reference, generated)[0],
            beat.p_score(reference, generated),
            *beat.continuity(reference, generated),
            beat.information_gain(reference, generated),
        )
