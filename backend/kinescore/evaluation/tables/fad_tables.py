"""Fréchet Audio Distance of each system's music to all references, beside what halves of the references are apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.frechet import (
    ENOUGH_PER_DIMENSION,
    Gaussian,
    all_of,
    distances_of_halves,
    enough_rows,
    frechet_distance,
    gaussian_of,
    interval_over_songs,
)
from kinescore.evaluation.results.evaluation import REFERENCE, ChanceLevel, MetricResult
from kinescore.evaluation.tables.observed_pairs import ObservedPairs

MOST_GROUPS = 20
"""More songs than this share groups, so that memory and time stay those of 20 covariances."""
MOST_HALVES = 20
HALVES = "halves of the reference"


def distance_results(pairs: ObservedPairs, group: str, array: str) -> tuple[list[MetricResult], list[str]]:
    """Return the distance (FAD) of every system, and sentences on how far to trust it. array: the embeddings, [W, D].

    The chance of each is no chance, but its floor: how far two random halves of the references are apart, songs whole.
    """
    groups = _groups_of_songs(pairs.clips)
    width = pairs.array(REFERENCE, pairs.clips[0], array).shape[1]

    def clouds(system: str) -> list[Gaussian]:
        members = [[clip for clip in clips if system == REFERENCE or system in clip.generated] for clips in groups]
        return [gaussian_of((pairs.array(system, clip, array) for clip in clips), width) for clips in members]

    references = clouds(REFERENCE)
    reference, floor = all_of(references), _floor(references, pairs)
    results, smallest = [], reference.count
    for system in pairs.systems:
        music = clouds(system)
        generated = all_of(music)
        value = frechet_distance(reference, generated)
        low, high = interval_over_songs(value, references, music)
        note = f"{generated.count} embeddings of {width} numbers against {reference.count}"
        clips = len(pairs.of(system))
        results.append(MetricResult(group, "FAD", system, value, low, high, clips, "", "lower", floor, note))
        smallest = min(smallest, generated.count)
    return results, _notes(group, smallest, width)


def _groups_of_songs(clips: Sequence[Clip]) -> list[list[Clip]]:
    """Return the clips in groups of whole songs, at most `MOST_GROUPS`."""
    songs = sorted({clip.song for clip in clips})
    groups = [set(songs[start::MOST_GROUPS]) for start in range(min(len(songs), MOST_GROUPS))]
    return [[clip for clip in clips if clip.song in members] for members in groups]


def _floor(references: Sequence[Gaussian], pairs: ObservedPairs) -> tuple[ChanceLevel, ...]:
    distances = distances_of_halves(references, min(pairs.draws, MOST_HALVES), pairs.seed)
    if not np.isfinite(distances).all() or len(distances) == 0:
        return ()
    low, high = np.quantile(distances, [0.025, 0.975])
    return (ChanceLevel(HALVES, float(distances.mean()), float(low), float(high), len(distances)),)


def _notes(group: str, smallest: int, width: int) -> list[str]:
    enough = enough_rows(width)
    if smallest >= enough:
        return []
    return [
        f"{group}: {smallest} embeddings are few; the distance hardly depends on their number from {enough} on, "
        f"{ENOUGH_PER_DIMENSION} for each of {width} numbers. Below, it falls as clips are added, so compare systems "
        f"on the same clips only. The {HALVES} have half as many, which puts them further apart."
    ]
