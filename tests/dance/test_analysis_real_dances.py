"""Tempo and beats on real dances whose music is known; skipped where the dances are not at hand."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.dances import (
    CHANGES,
    FOLDER,
    TOLERANCE_SECONDS,
    Dance,
    another_camera,
    chance_of_all_beats,
    cuts,
    load_dances,
    mirrored,
    shredded,
    worst_beat_error,
)
from kinescore.dance.analysis import analyse

DANCES = load_dances()
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
    grid = analyse(dance.keypoints, tempo_bpm=dance.tempo_bpm).grid
    assert grid.tempo_bpm == dance.tempo_bpm
    assert worst_beat_error(dance, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_the_camera_does_not_matter(dance: Dance) -> None:
    plain = analyse(dance.keypoints)
    for other in (analyse(mirrored(dance).keypoints), analyse(another_camera(dance).keypoints)):
        assert other.grid.tempo_bpm == pytest.approx(plain.grid.tempo_bpm, rel=1e-3)
        assert other.energy == pytest.approx(plain.energy, abs=0.01)


def test_pieces_of_twenty_seconds_beat_chance() -> None:
    pieces = [piece for dance in DANCES for piece in cuts(dance, 20.0)]
    grids = [analyse(piece.keypoints).grid for piece in pieces]
    tempo = np.mean(
        [abs(grid.tempo_bpm / piece.tempo_bpm - 1) < 0.01 for piece, grid in zip(pieces, grids, strict=True)]
    )
    right = np.mean(
        [
            worst_beat_error(piece, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS
            for piece, grid in zip(pieces, grids, strict=True)
        ]
    )
    chance = np.mean([chance_of_all_beats(piece) for piece in pieces])
    assert tempo >= 0.75
    assert right >= 2 * chance


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_a_dance_cut_into_random_shreds_loses_its_confidence(dance: Dance) -> None:
    grids = [analyse(shredded(dance, seed)).grid for seed in range(5)]
    assert np.mean([grid.beat_confidence for grid in grids]) < 0.3
    assert np.mean([grid.tempo_confidence for grid in grids]) < 0.4


@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_a_dance_has_a_handful_of_hits(dance: Dance) -> None:
    analysis = analyse(dance.keypoints)
    assert 5 <= len(analysis.hits) <= 1.5 * analysis.seconds
    assert max(hit.weight for hit in analysis.hits) == 1.0
