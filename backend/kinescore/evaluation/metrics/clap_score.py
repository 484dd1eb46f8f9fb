"""CLAP score: the cosine of the CLAP embeddings of generated music and its reference (the paper's second version)."""

from __future__ import annotations

import numpy as np

from kinescore.evaluation.chance.chance import Rows, Terms
from kinescore.evaluation.chance.observed_pairs import HeardPairs
from kinescore.evaluation.metrics.measure import mean_measure, mean_terms
from kinescore.evaluation.results.figure import Figure

SCORE = mean_measure("CLAP score", 0, best_is_one=True)


def clap_figures(pairs: HeardPairs, group: str) -> list[Figure]:
    """Return the score of every system."""
    return [_score(pairs, group, system) for system in pairs.systems]


def _score(pairs: HeardPairs, group: str, system: str) -> Figure:
    reference, generated = (np.concatenate(rows).astype(np.float64) for rows in pairs.both(system, "clip"))

    def terms(rows: Rows, partners: Rows) -> Terms:
        return mean_terms(np.einsum("nd,nd->n", generated[rows], reference[partners]))

    return pairs.figure(group, system, SCORE, terms)
