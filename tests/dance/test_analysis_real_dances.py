"""Tempo and beats on real dances whose music is known; skipped where the dances are not at hand."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.beat_accuracy import by_analysis
from benchmarks.beat_accuracy_tables import mean_over_dances, outcomes_of
from benchmarks.dances import (
    CHANGES,
    DATA,
    FIRST_BEAT_SECONDS,
    FOLDER,
    SETS,
    TOLERANCE_SECONDS,
    Dance,
    another_camera,
    load_dances,
    mirrored,
    shredded,
    windows,
    worst_beat_error,
)
from benchmarks.fit_beat_phase import models_without, samples_of
from benchmarks.stick_drawings import load_upright
from kinescore.dance.analysis import analyse
from kinescore.dance.timing import Timing

DANCES = load_dances()
EVERYBODY = [dance for name in SETS for dance in load_upright(DATA / name)]
pytestmark = pytest.mark.skipif(not DANCES, reason=f"no dances in {FOLDER}")

HARMLESS = ("as it is", "mirrored", "another camera", "24 fps", "60 fps", "noise 1 px", "13 % faster")
CHANGED = [(change, dance) for change in HARMLESS for dance in DANCES]


@pytest.mark.parametrize(("change", "dance"), CHANGED, ids=[f"{change}-{dance.name}" for change, dance in CHANGED])
def test_tempo_within_one_percent_and_every_beat_within_a_tenth_of_a_second(change: str, dance: Dance) -> None:
    for piece in CHANGES[change](dance):
        grid = analyse(piece.keypoints).grid
        assert grid.tempo_bpm == pytest.approx(piece.tempo_bpm, rel=0.01)
        assert worst_beat_error(piece, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS
        assert grid.tempo_confidence > 0.1


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_a_given_tempo_needs_only_its_phase(dance: Dance) -> None:
    grid = analyse(dance.keypoints, Timing(tempo_bpm=dance.tempo_bpm)).grid
    assert grid.tempo_bpm == dance.tempo_bpm
    assert worst_beat_error(dance, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_the_camera_does_not_matter(dance: Dance) -> None:
    plain = analyse(dance.keypoints)
    for other in (analyse(mirrored(dance).keypoints), analyse(another_camera(dance).keypoints)):
        assert other.grid.tempo_bpm == pytest.approx(plain.grid.tempo_bpm, rel=1e-3)
        assert other.energy == pytest.approx(plain.energy, abs=0.01)


FLOORS = {20.0: (0.9, 0.6), 10.0: (0.8, 0.6), 5.0: (0.7, 0.55)}
"""By length of the pieces in seconds: least share of tempi within 4 %, and of pieces with all beats within 0.1 s."""


@pytest.mark.parametrize("seconds", FLOORS)
def test_pieces_as_short_as_shots(seconds: float) -> None:
    """With the shipped weights, which know these dances: a floor against mistakes, not a claim for others.

    The phase's floor is 0.8: these five are 5 of 209 dances that the weights come from, and the others pull."""
    outcomes = outcomes_of([piece for dance in DANCES for piece in windows(dance, seconds)], by_analysis)
    tempo, beats = FLOORS[seconds]
    assert mean_over_dances(outcomes, lambda outcome: outcome.tempo_right(0.04)) >= tempo
    assert mean_over_dances(outcomes, lambda outcome: outcome.beats_right(FIRST_BEAT_SECONDS)) >= beats
    assert mean_over_dances(outcomes, lambda outcome: outcome.phase_right(FIRST_BEAT_SECONDS)) >= 0.8
    assert mean_over_dances(outcomes, lambda outcome: not outcome.analysis.keeps_time) <= 0.1


def test_the_beat_of_dancers_who_were_left_out_of_the_fit() -> None:
    """The tempo given, pieces of 10 and 5 s; a random phase would be right in a third."""
    samples = samples_of(EVERYBODY)
    models = models_without(samples)
    shares: dict[float, dict[str, list[bool]]] = {10.0: {}, 5.0: {}}
    for sample in samples:
        if sample.seconds in shares:
            right = sample.all_right(models[sample.dancer], sample.dance.tempo_bpm)
            shares[sample.seconds].setdefault(sample.dance.name, []).append(right)
    for by_dance in shares.values():
        assert np.mean([np.mean(right) for right in by_dance.values()]) >= 0.6


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_a_dance_cut_into_random_shreds_loses_its_confidence(dance: Dance) -> None:
    grids = [analyse(shredded(dance, seed)).grid for seed in range(5)]
    assert np.mean([grid.beat_confidence for grid in grids]) < 0.3
    assert np.mean([grid.tempo_confidence for grid in grids]) < 0.45


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_a_dance_has_a_handful_of_hits(dance: Dance) -> None:
    analysis = analyse(dance.keypoints)
    assert 5 <= len(analysis.hits) <= 1.5 * analysis.seconds
    assert max(hit.weight for hit in analysis.hits) == 1.0
