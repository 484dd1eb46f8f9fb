"""The music of one system beside the references and movements that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kinescore.evaluation.chance.draws import Draws, PairTerms, Terms, shuffled
from kinescore.evaluation.chance.shuffling import Shuffling
from kinescore.evaluation.metrics.alignment import MotionEvents
from kinescore.evaluation.metrics.events import Events, gather, inside
from kinescore.evaluation.metrics.metric import Metric
from kinescore.evaluation.observations.observation import (
    ClipObservations,
    Detector,
    MotionObservation,
    MusicObservation,
    differ_in_length,
)
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.evaluation.tables.metric_results import metric_results


@dataclass(frozen=True)
class Comparison:
    """One system's music for N clips. music [N]: in the order of clips. draws: how often chance is tried."""

    system: str
    clips: Sequence[ClipObservations]
    music: Sequence[MusicObservation]
    shuffling: Shuffling
    draws: int
    seed: int

    @property
    def references(self) -> list[MusicObservation]:
        """The references of those clips that have one."""
        return [each.reference for each in self.clips if each.reference is not None]

    @property
    def motions(self) -> list[MotionObservation]:
        """The movements of those clips that have one."""
        return [each.motion for each in self.clips if each.motion is not None]

    def shuffled(
        self, kinds: Sequence[str], real: Terms, terms: PairTerms, shortened: PairTerms | None, most: int | None = None
    ) -> list[Draws]:
        """Return the draws of those `kinds` of shuffling that exist, `most` of each; see `draws.shuffled`."""
        if not any((differ_in_length(self.music), differ_in_length(self.references), differ_in_length(self.motions))):
            shortened = None
        known = [(kind, self.shuffling.pairings[kind]) for kind in kinds if kind in self.shuffling.pairings]
        return [
            shuffled(kind, replace(each, partners=each.partners[:most]), real, terms, shortened) for kind, each in known
        ]

    def random(self, stream: int) -> np.random.Generator:
        """Return random numbers that depend on the seed and on what they are for."""
        return np.random.default_rng([self.seed, stream])

    def results(
        self, group: str, metrics: Sequence[Metric], terms: Terms, draws: Sequence[Draws]
    ) -> list[MetricResult]:
        """Return the result of each of `metrics`."""
        return metric_results(group, self.system, metrics, terms, self.shuffling.songs, draws, self.seed)


def beat_events(music: Sequence[MusicObservation], detector: Detector) -> Events:
    """Return what `detector` found in many sounds. Raises EvaluationError for times that do not increase."""
    return gather([each.beats[detector] for each in music], [each.seconds for each in music])


def motion_events(motions: Sequence[MotionObservation]) -> MotionEvents:
    """Return the events of many movements. Raises EvaluationError for times that do not increase."""
    seconds = [each.seconds for each in motions]
    return MotionEvents(
        kinematic_beats=gather([each.kinematic_beats for each in motions], seconds),
        beats=gather([each.beats for each in motions], seconds),
        hits=gather([each.hits for each in motions], seconds),
        hit_weights=np.concatenate(
            [np.zeros(0), *(each.hit_weights[inside(each.hits, each.seconds)] for each in motions)]
        ),
        fps=np.array([each.fps for each in motions], np.float64),
        braking=tuple(each.braking for each in motions),
    )
