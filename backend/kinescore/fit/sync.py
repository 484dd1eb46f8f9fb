"""How well a sound lands on a movement, measured in the sound itself, so that takes of every engine compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.hit_points import HitPoints
from kinescore.fit.onset_strength import OnsetStrength, onset_strength
from kinescore.progress import Report, silent
from kinescore.sound.audio import Audio
from kinescore.sound.long_audio import Watched, audio_of
from kinescore.take import Take

TOLERANCE_SECONDS = 0.035
"""An onset this close to a moment is heard with it."""
DECIMALS = 4
HITS, BEATS, CHANCE = "hit_onset_rank", "beat_onset_rank", "onset_rank_chance"


def with_measured_sync(take: Take, analysis: DanceAnalysis, report: Report = silent) -> Take:
    """Return `take` with what its sound does at the movement's hit points and beats among its scores. report hears
    "measuring"."""
    audio = audio_of(Watched(take.audio.stored, partial(report, "measuring", 1.0)), take.audio.rate)
    return replace(take, scores={**take.scores, **measured_sync(audio, analysis.hits, analysis.grid.beats)})


def measured_sync(audio: Audio, hits: HitPoints, beats: NDArray[np.float64]) -> dict[str, float]:
    """Return what `audio` does at the hit points and beats [N] s of a movement.

    hit_onset_rank: the share 0..1 of all moments of the piece at which the sound begins less strongly than at a hit
    point, averaged over hit points by their weights. beat_onset_rank: the same over the beats of the movement.
    onset_rank_chance: what either is at random moments, 0.5. Those without hit points or beats are left out, and
    silence has none.
    """
    strength = onset_strength(audio)
    weighted = np.array([(hit.time_s, hit.weight) for hit in hits], np.float64).reshape(-1, 2)
    measured = {
        HITS: onset_rank(strength, weighted[:, 0], weighted[:, 1]),
        BEATS: onset_rank(strength, beats, np.ones(len(beats))),
    }
    known = {name: round(value, DECIMALS) for name, value in measured.items() if value is not None}
    return {**known, **({CHANCE: 0.5} if known else {})}


def onset_rank(strength: OnsetStrength, times: NDArray[np.float64], weights: NDArray[np.float64]) -> float | None:
    """Return the mean rank 0..1 of the onset strength at `times` [N] s among all moments, by `weights` [N].

    Equal moments count half, so times drawn at random have 0.5 on average, in any sound. None where no time lies in the
    sound, or nothing in it begins.
    """
    values = strength.around(TOLERANCE_SECONDS)
    places = np.round(times * strength.rate).astype(np.int64)
    inside = (places >= 0) & (places < len(values)) & (weights > 0)
    if not inside.any() or not values.any():
        return None
    ordered = np.sort(values)
    at = values[places[inside]]
    below, up_to = (np.searchsorted(ordered, at, side=side) for side in ("left", "right"))
    return float(np.average((below + up_to) / (2 * len(values)), weights=weights[inside]))


def sync_of(scores: Mapping[str, float]) -> float | None:
    """Return the one figure 0..1 by which takes are ranked: the mean of what was measured at hit points and beats.

    Chance is 0.5. None for takes that were not measured.
    """
    found = [scores[name] for name in (HITS, BEATS) if name in scores]
    return sum(found) / len(found) if found else None


def ranked(scores: Sequence[Mapping[str, float]]) -> list[int]:
    """Return the places of takes in `scores`, best sync first; of equals the earlier, and unmeasured ones last."""
    values = [sync_of(each) for each in scores]
    known = [-1.0 if value is None else value for value in values]
    return sorted(range(len(known)), key=known.__getitem__, reverse=True)
