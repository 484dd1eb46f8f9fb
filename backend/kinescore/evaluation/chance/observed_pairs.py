"""What a learned ear kept of references and generated music, clip by clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.chance import SHUFFLED, Draws, PairTerms, shuffled
from kinescore.evaluation.chance.figures import figures_of
from kinescore.evaluation.chance.shuffling import shuffled_anyhow, songs_of
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.measure import Measure
from kinescore.evaluation.results.figure import Figure
from kinescore.evaluation.results.results_folder import REFERENCE, load_heard


@dataclass(frozen=True)
class HeardPairs:
    """Clips whose reference is a sound, as one ear heard them. folder: of the results. ear: its name. draws: how often
    chance is tried."""

    folder: Path
    ear: str
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

    def rows(self, system: str, clip: Clip, array: str) -> NDArray[np.floating]:
        """Return one array of what was heard. Raises EvaluationError where it is missing or damaged."""
        return load_heard(self.folder, self.ear, system, clip.name)[array]

    def both(self, system: str, array: str) -> tuple[list[NDArray[np.floating]], list[NDArray[np.floating]]]:
        """Return an array of every clip of `system`, of reference and of music. Raises as `rows` does."""
        clips = self.of(system)
        return [self.rows(REFERENCE, clip, array) for clip in clips], [self.rows(system, clip, array) for clip in clips]

    def figure(
        self, group: str, system: str, measure: Measure, terms: PairTerms, more_draws: Sequence[Draws] = ()
    ) -> Figure:
        """Return `measure` of `system`, with its interval over songs, beside shuffled pairs and `more_draws`.

        terms(rows, partners): [n, K], of the music of clips `rows` against the references of `partners`.
        """
        songs = songs_of(self.of(system))
        everyone = np.arange(len(songs))
        pairings = shuffled_anyhow(songs, self.draws, self.seed)
        real = terms(everyone, everyone)
        shuffles = [shuffled(SHUFFLED, pairings, real, terms)] if len(pairings.rows) else []
        return figures_of(group, system, [measure], real, songs, [*shuffles, *more_draws], self.seed)[0]


def with_reference_sound(clips: Sequence[Clip]) -> list[Clip]:
    """Return the clips whose reference is a sound; of a file of beat times there is nothing to hear."""
    return [clip for clip in clips if clip.reference is not None and not is_beat_times(clip.reference.path)]
