"""The published and proposed ways to compare music with a reference and with movement, one table for each.

They differ in who finds beats, when two are aligned, and what is made of the counts: D2M-GAN (Zhu et al. 2022), LORIS
(Yu et al. 2023), and the paper (Li et al. 2024), which takes LORIS's ratios and names no detector.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.alignment import (
    BEAT_ALIGNMENT_METRICS,
    BRAKING_METRICS,
    HIT_METRICS,
    MotionEvents,
    beat_alignment_terms,
    braking_terms,
    hit_terms,
)
from kinescore.evaluation.metrics.beat_counts import OneToOne, SameBin
from kinescore.evaluation.metrics.beat_scores import (
    LORIS_METRICS,
    ORIGINAL_METRICS,
    Ratios,
    loris_ratios,
    original_ratios,
)
from kinescore.evaluation.metrics.events import Events
from kinescore.evaluation.metrics.metric import Metric
from kinescore.evaluation.observations.observation import Detector

PRIMARY_BINS = SameBin(0.2)


@dataclass(frozen=True)
class BeatProtocol:
    """One way to score generated beats against a reference's. name: heading of its table."""

    name: str
    detector: Detector
    rule: SameBin | OneToOne
    ratios: Ratios = loris_ratios
    metrics: tuple[Metric, ...] = LORIS_METRICS


PROTOCOLS = (
    BeatProtocol("beat tracker, 0.2 s bins (primary)", Detector.TRACKER, PRIMARY_BINS),
    BeatProtocol("beat tracker, one to one within 0.1 s", Detector.TRACKER, OneToOne(0.1)),
    BeatProtocol("LORIS onsets, 0.2 s bins", Detector.LORIS, SameBin(0.2)),
    BeatProtocol("LORIS onsets, 1 s bins", Detector.LORIS, SameBin(1.0)),
    BeatProtocol(
        "D2M-GAN onsets, 1 s bins (original)", Detector.D2MGAN, SameBin(1.0), original_ratios, ORIGINAL_METRICS
    ),
)
PRIMARY = PROTOCOLS[0]


@dataclass(frozen=True)
class MotionAlignment:
    """One way to compare music with movement. name: heading of its table. terms: what the metrics need, [N, K]."""

    name: str
    detector: Detector
    terms: Callable[[Events, MotionEvents], NDArray[np.float64]]
    metrics: tuple[Metric, ...]


MOTION_ALIGNMENTS = (
    MotionAlignment("beats on movement, beat tracker", Detector.TRACKER, beat_alignment_terms, BEAT_ALIGNMENT_METRICS),
    MotionAlignment("braking, beat tracker", Detector.TRACKER, braking_terms, BRAKING_METRICS),
    MotionAlignment("braking, onsets", Detector.ONSETS, braking_terms, BRAKING_METRICS),
    MotionAlignment("hit points, beat tracker", Detector.TRACKER, hit_terms, HIT_METRICS),
    MotionAlignment("hit points, onsets", Detector.ONSETS, hit_terms, HIT_METRICS),
)
