"""What one embedding model or classifier found in references and generated music, clip by clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.draws import SHUFFLED, Draws, PairTerms, shuffled
from kinescore.evaluation.chance.shuffling import shuffled_songs, songs_of
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.metric import Metric
from kinescore.evaluation.observations.store import load_numbers
from kinescore.evaluation.results.evaluation import REFERENCE, MetricResult
from kinescore.evaluation.results.results_folder import music_observation_file
from kinescore.evaluation.tables.metric_results import metric_results


@dataclass(frozen=True)
class ObservedPairs:
    """Clips whose reference is a sound, as one observer found them. folder: of the results. observer: its name. draws:
    how often chance is tried."""

    folder: Path
    observer: str
    clips: Sequence[Clip]
    draws: int
    seed: int

    @property
    def systems(self) -> list[str]:
        """Whose music there is, in order."""
        return list(dict.fromkeys(system for clip in self.clips for system in clip.generated))

    def of(self, system: str) -> list[Clip]:
        """Return the clips that `system` has music for."""
        return [clip for clip in self.clips if system in clip.generated]

    def array(self, system: str, clip: Clip, name: str) -> NDArray[np.float64]:
        """Return one array of what was found. Raises EvaluationError where it is missing or damaged."""
        return load_numbers(music_observation_file(self.folder, self.observer, system, clip.name))[name]

    def both(self, system: str, name: str) -> tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]]:
        """Return an array of every clip of `system`, of reference and of music. Raises as `array` does."""
        clips = self.of(system)
        return [self.array(REFERENCE, clip, name) for clip in clips], [self.array(system, clip, name) for clip in clips]

    def result(
        self, group: str, system: str, metric: Metric, terms: PairTerms, more_draws: Sequence[Draws] = ()
    ) -> MetricResult:
        """Return `metric` of `system`, with its interval over songs, beside shuffled pairs and `more_draws`.

        terms(rows, partners): [n, K], of the music of clips `rows` against the references of `partners`.
        """
        songs = songs_of(self.of(system))
        everyone = np.arange(len(songs))
        pairings = shuffled_songs(songs, self.draws, self.seed)
        real = terms(everyone, everyone)
        shuffles = [shuffled(SHUFFLED, pairings, real, terms)] if len(pairings.rows) else []
        return metric_results(group, system, [metric], real, songs, [*shuffles, *more_draws], self.seed)[0]


def with_reference_sound(clips: Sequence[Clip]) -> list[Clip]:
    """Return the clips whose reference is a sound; a file of beat times has no embeddings."""
    return [clip for clip in clips if clip.reference is not None and not is_beat_times(clip.reference.path)]
