"""The tables of genre divergence, of a genre classifier's logits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinescore.evaluation.chance.draws import Draws, Rows, Terms
from kinescore.evaluation.metrics.genre_divergence import DIVERGENCE, divergence, log_probabilities, script_divergence
from kinescore.evaluation.metrics.metric import mean_terms
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.evaluation.tables.observed_pairs import ObservedPairs

UNDECIDED = "every genre alike"


def divergence_results(pairs: ObservedPairs, group: str) -> list[MetricResult]:
    """Return the principled divergence of every system, in nats, beside that of music that is of every genre alike."""
    return [_divergence(pairs, group, system) for system in pairs.systems]


def script_divergence_results(pairs: ObservedPairs, group: str) -> list[MetricResult]:
    """Return the published script's divergence of every system."""
    return [_script_divergence(pairs, group, system) for system in pairs.systems]


def _divergence(pairs: ObservedPairs, group: str, system: str) -> MetricResult:
    reference, generated = (log_probabilities(logits) for logits in pairs.both(system, "logits"))

    def terms(rows: Rows, partners: Rows) -> Terms:
        return mean_terms(divergence(reference[partners], generated[rows]))

    alike = np.full_like(reference, -np.log(reference.shape[2]))
    everyone = np.arange(len(reference))
    undecided = Draws(
        UNDECIDED,
        mean_terms(divergence(reference, alike)).sum(axis=0, keepdims=True),
        terms(everyone, everyone).sum(axis=0),
        is_test=False,
    )
    return pairs.result(group, system, DIVERGENCE, terms, [undecided])


def _script_divergence(pairs: ObservedPairs, group: str, system: str) -> MetricResult:
    reference, generated = (np.concatenate(logits) for logits in pairs.both(system, "script_logits"))

    def terms(rows: Rows, partners: Rows) -> Terms:
        return mean_terms(script_divergence(reference[partners], generated[rows]))

    result = pairs.result(group, system, DIVERGENCE, terms)
    left_out = len(reference) - result.clips
    return replace(result, note=f"{left_out} of {len(reference)} clips left out, not finite" if left_out else "")
