"""Where the beat is put on figures whose beat is known: half-beat traps, short shots, and beats given from outside."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.beat_confidence import confidence_words
from kinescore.dance.cues import beat_cues
from kinescore.dance.movement import movement_of
from kinescore.dance.phase import beat_vote, phase_of_scores
from kinescore.dance.phase_cues import CUE_NAMES, phase_curves
from kinescore.dance.phase_model import PHASES, shipped_model
from kinescore.dance.timing import Timing
from kinescore.errors import RequestError
from kinescore.motion.keypoints import Keypoints
from tests.dance.made_dancer import LEFT_ARM, groover, seen, standing, stepper

TEMPI = (66.0, 84.0, 100.0, 118.0, 136.0)


def phase_error(beats: np.ndarray, tempo_bpm: float, beat_seconds: float) -> float:
    """Largest distance of a found beat from the true grid, in parts of a period; 0.5 is the off-beat."""
    turns = (beats[1:-1] - beat_seconds) * tempo_bpm / 60
    return float(np.abs(turns - np.round(turns)).max())


@pytest.mark.parametrize("tempo", TEMPI)
@pytest.mark.parametrize("beat_seconds", [0.05, 0.3])
@pytest.mark.parametrize("dancer", [groover, stepper])
def test_a_given_tempo_is_enough_for_the_beat_of_five_seconds(dancer, beat_seconds: float, tempo: float) -> None:
    grid = analyse(dancer(tempo, beat_seconds, seconds=5.0), Timing(tempo_bpm=tempo)).grid
    assert phase_error(grid.beats, tempo, beat_seconds) < 0.12
    assert grid.tempo_confidence == 1.0
    assert grid.beat_confidence > 0.4


@pytest.mark.parametrize("tempo", TEMPI)
@pytest.mark.parametrize("off_beat", [0.3, 0.6])
def test_a_second_bounce_between_the_beats_is_no_beat(off_beat: float, tempo: float) -> None:
    keypoints = groover(tempo, 0.2, seconds=10.0, off_beat=off_beat, every_other=0.3)
    assert phase_error(analyse(keypoints, Timing(tempo_bpm=tempo)).grid.beats, tempo, 0.2) < 0.12


@pytest.mark.parametrize("tempo", [45.0, 60.0, 180.0, 208.0])
def test_slow_and_fast_tempi_that_are_given(tempo: float) -> None:
    assert (
        phase_error(analyse(groover(tempo, 0.2, seconds=10.0), Timing(tempo_bpm=tempo)).grid.beats, tempo, 0.2) < 0.12
    )


def test_left_and_right_exchanged_have_the_same_beats() -> None:
    plain = stepper(100.0, seconds=10.0)
    swap = [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]
    mirrored = Keypoints(plain.positions[:, swap] * [-1, 1] + [1920, 0], plain.confidence, plain.fps, plain.size)
    assert analyse(mirrored).grid.beats == pytest.approx(analyse(plain).grid.beats, abs=1e-3)


def test_faint_movement_keeps_time_and_a_still_one_does_not() -> None:
    rng = np.random.default_rng(4)
    positions, times = standing(5.0, 30.0)
    wander = np.cumsum(rng.normal(0.0, 3.0, (len(times), 17, 2)), axis=0)
    assert analyse(seen(positions + wander, 30.0)).keeps_time
    assert not analyse(seen(positions, 30.0, noise_px=1.0)).keeps_time
    assert analyse(seen(positions, 30.0), Timing(tempo_bpm=120.0)).keeps_time


@pytest.mark.parametrize("seconds", [4.0, 8.0])
def test_one_gesture_keeps_no_time_and_ends_on_a_beat(seconds: float) -> None:
    positions, times = standing(seconds, 30.0)
    positions[:, LEFT_ARM, 0] += 220 * np.clip((times - 1.2) / 0.5, 0.0, 1.0)[:, None]
    analysis = analyse(seen(positions, 30.0, noise_px=0.3))
    assert not analysis.keeps_time
    assert np.abs(analysis.grid.beats - 1.7).min() < 0.1


def test_one_move_in_four_beats_keeps_time() -> None:
    """As in street jazz: out on one bar, back on the next, and still in between; a quarter of the time."""
    positions, times = standing(10.0, 30.0)
    bars = (times - 0.3) / 2.4
    out = np.clip((bars % 1.0) * 2.4 / 0.6, 0.0, 1.0)
    positions[:, LEFT_ARM, 0] += 220 * np.where(bars.astype(int) % 2 == 0, out, 1.0 - out)[:, None]
    assert analyse(seen(positions, 30.0, noise_px=0.3)).keeps_time


def test_beats_of_known_music_are_taken_and_go_on() -> None:
    keypoints = groover(104.0, seconds=10.0)
    given = [2.0, 2.5, 3.02, 3.5, 4.0]
    analysis = analyse(keypoints, Timing(music_beats=given))
    assert analysis.grid.tempo_bpm == pytest.approx(120.0)
    assert analysis.grid.beats[4:9].tolist() == given
    assert np.diff(analysis.grid.beats[9:]) == pytest.approx(0.5)
    assert 0.0 <= analysis.grid.beats[0] < 0.5
    assert 9.4 < analysis.grid.beats[-1] < 10.0
    assert (analysis.grid.tempo_confidence, analysis.grid.beat_confidence) == (1.0, 1.0)
    assert analysis.hits == analyse(keypoints).hits


@pytest.mark.parametrize("given", [[1.0], [1.0, 1.0], [2.0, 1.0], [0.0, float("nan")], [0.0, 0.01], [0.0, 9.0]])
def test_impossible_beats_are_refused(given: list[float]) -> None:
    with pytest.raises(RequestError, match="beats given"):
        analyse(groover(104.0, seconds=5.0), Timing(music_beats=given))


def test_a_tempo_beside_the_beats_of_known_music_is_refused() -> None:
    with pytest.raises(RequestError, match="Both a tempo and the beats"):
        analyse(groover(104.0, seconds=5.0), Timing(tempo_bpm=100.0, music_beats=[0.0, 0.6]))


@pytest.mark.parametrize("shift", [-0.2, 0.09])
def test_a_nudge_moves_all_beats_by_its_length(shift: float) -> None:
    keypoints = groover(104.0, 0.3, seconds=10.0)
    plain, moved = analyse(keypoints).grid, analyse(keypoints, Timing(beat_shift_seconds=shift)).grid
    assert moved.tempo_bpm == plain.tempo_bpm
    turns = (moved.beats[1:] - plain.beats[1] - shift) * plain.tempo_bpm / 60
    assert turns == pytest.approx(np.round(turns), abs=1e-6)


def test_an_endless_nudge_is_refused() -> None:
    with pytest.raises(RequestError, match="shift of the beats"):
        analyse(groover(104.0, seconds=5.0), Timing(beat_shift_seconds=float("inf")))


def test_the_words_say_what_to_check() -> None:
    assert confidence_words(analyse(groover(104.0)).grid) == "tempo sure; beats sure"
    assert "half a beat off: tap or nudge" in confidence_words(analyse(groover(104.0), Timing(tempo_bpm=88.0)).grid)
    assert "no pulse" in confidence_words(analyse(seen(standing(6.0, 30.0)[0], 30.0)).grid)


def test_the_weights_name_their_data_and_fit_the_cues() -> None:
    stored = json.loads(files("kinescore.dance").joinpath("beat_phase.json").read_text("utf-8"))
    assert "CC BY 4.0" in stored["licence"]
    assert len(stored["dances"]) == len(set(stored["dances"])) > 0
    assert set(stored["weights"]) == set(CUE_NAMES)
    movement = movement_of(groover(104.0, seconds=4.0))
    assert phase_curves(movement).shape == ((len(movement.positions) + 1) // 2, len(CUE_NAMES))


def test_scores_turn_with_the_time_at_which_the_piece_begins() -> None:
    """An amplitude turned by a quarter period puts the beat a quarter later: the model has no phase of its own."""
    rng = np.random.default_rng(0)
    beat, half = (rng.normal(size=len(CUE_NAMES)) + 1j * rng.normal(size=len(CUE_NAMES)) for _ in range(2))
    scores = shipped_model().scores(beat, half, 0.3j, 10.0)
    turned = shipped_model().scores(beat * -1j, half * -1, 0.3, 10.0)
    assert turned == pytest.approx(np.roll(scores, PHASES // 4))


def test_certainty_is_the_mass_within_a_tenth_of_a_second() -> None:
    flat = phase_of_scores(np.zeros(PHASES), 100.0)
    assert flat.certainty == pytest.approx(0.2 / 0.6, abs=0.01)
    peak = phase_of_scores(40 * np.cos(2 * np.pi * (np.arange(PHASES) / PHASES - 0.25)), 100.0)
    assert peak.first_beat == pytest.approx(0.15, abs=1e-3)
    assert peak.certainty > 0.99


def test_the_vote_of_hand_made_cues_points_at_the_beat() -> None:
    vote = beat_vote(beat_cues(movement_of(groover(100.0, 0.15, seconds=12.0))), 100.0)
    assert -np.angle(vote) / (2 * np.pi) * 0.6 == pytest.approx(0.15, abs=0.02)
