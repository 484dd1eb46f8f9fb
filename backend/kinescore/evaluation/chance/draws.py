"""What metrics give without skill: the same music against other references, at other times, or mere clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.derangements import Pairings
from kinescore.evaluation.metrics.events import Events, events_of
from kinescore.evaluation.metrics.metric import Metric
from kinescore.evaluation.results.evaluation import ChanceLevel

SHUFFLED = "shuffled pairs"
EQUAL_TEMPO = "shuffled pairs of equal tempo"
RANDOM_PHASE = "random phase"
CLICKS = "clicks at 120 BPM"
CLICK_BPM = 120.0
TIE = 1e-9
"""Sums in another order differ in the last bits; a draw so close to the real value equals it."""

Rows = NDArray[np.int64]
Terms = NDArray[np.float64]
PairTerms = Callable[[Rows, Rows], Terms]


@dataclass(frozen=True)
class Draws:
    """Sums over clips without skill. sums: [D, K], one row per draw. real: [K], of the same clips with skill; shuffling
    may leave some out. is_test: without skill the real music is like any draw, so p means something. against: [D, K],
    the real sums that each draw is compared with; None is `real`."""

    kind: str
    sums: NDArray[np.float64]
    real: NDArray[np.float64]
    is_test: bool
    against: NDArray[np.float64] | None = None


def shuffled(kind: str, pairings: Pairings, real: Terms, terms: PairTerms, shortened: PairTerms | None = None) -> Draws:
    """Return the draws of `pairings`. real [N, K]: what the metrics need of every clip with its own reference.
    terms(rows, partners) gives the same, [n, K], of the music of `rows` against the references of `partners`.
    shortened(rows, partners) gives it of the music against its own references, but as short as those of `partners`: a
    pair ends where the shorter of both does, and p and correction are to compare equal lengths. None is for clips of
    one length.
    """
    sums = [terms(pairings.rows, partners).sum(axis=0) for partners in pairings.partners]
    against = shortened and np.array([shortened(pairings.rows, each).sum(axis=0) for each in pairings.partners])
    return Draws(kind, np.array(sums), real[pairings.rows].sum(axis=0), is_test=True, against=against)


def random_phase(
    music: Events, real: Terms, draws: int, rng: np.random.Generator, terms: Callable[[Events], Terms]
) -> Draws:
    """Return the draws of `music` rotated by a random time in every clip: its own rhythm, out of place."""
    sums = [terms(music.rotated(rng.random(len(music.seconds)) * music.seconds)).sum(axis=0) for _ in range(draws)]
    return Draws(RANDOM_PHASE, np.array(sums), real.sum(axis=0), is_test=True)


def clicks(music: Events, real: Terms, draws: int, rng: np.random.Generator, terms: Callable[[Events], Terms]) -> Draws:
    """Return the draws of clicks at 120 BPM in place of `music`, as long, with a random phase in every clip."""
    sums = [terms(_click_track(music.seconds, rng)).sum(axis=0) for _ in range(draws)]
    return Draws(CLICKS, np.array(sums), real.sum(axis=0), is_test=False)


def chance_level(metric: Metric, draws: Draws) -> ChanceLevel:
    """Return what `metric` gives in `draws`; all nan where it is undefined in any of them."""
    values = metric.value(draws.sums)
    mean = float(np.mean(values))
    low, high = np.quantile(values, [0.025, 0.975])
    rivals = metric.value(draws.real if draws.against is None else draws.against)
    skilled = float(np.mean(rivals))
    known = bool(np.isfinite(mean) and np.isfinite(skilled))
    p = None
    if known and draws.is_test and metric.better:
        good = values >= rivals - TIE if metric.better == "higher" else values <= rivals + TIE
        p = (1 + int(good.sum())) / (1 + len(values))
    corrected = (skilled - mean) / (1 - mean) if known and metric.best_is_one and mean < 1 - TIE else None
    clips = int(draws.real[metric.counted])
    return ChanceLevel(draws.kind, mean, float(low), float(high), len(values), p, corrected, clips)


def _click_track(seconds: NDArray[np.float64], rng: np.random.Generator) -> Events:
    period_s = 60.0 / CLICK_BPM
    phases = rng.random(len(seconds)) * period_s
    counts = np.ceil((seconds - phases) / period_s).astype(np.int64).clip(0)
    rows = np.repeat(np.arange(len(seconds)), counts)
    number = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return events_of(rows, phases[rows] + period_s * number, seconds)
