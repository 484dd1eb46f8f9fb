"""One movement through cuts, people who take over from each other, and shots without anybody."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import read_motion_file
from kinescore.motion.video.shots import change_note, followed_through, nobody_note

BPM = 112.0
DANCER = read_motion_file(Path(__file__).parent / "fixtures" / "dancer.npz")
TIMES = np.arange(len(DANCER)) / DANCER.fps
NO_CUTS = np.zeros(len(DANCER), dtype=bool)


def poses() -> np.ndarray:
    return np.concatenate([DANCER.positions, DANCER.confidence[..., None]], axis=2)


def as_keypoints(found: np.ndarray) -> Keypoints:
    return Keypoints(*fill_gaps(found[..., :2], found[..., 2]), DANCER.fps, DANCER.size)


def someone_else(found: np.ndarray, first: int, scale: float, shift: float, lost: int = 2) -> np.ndarray:
    """Another dancer from frame `first` on, larger and elsewhere, after the first was lost for some frames."""
    found[first:, :, :2] = found[first:, :, :2] * scale + shift
    found[first - lost : first] = 0.0
    return found


def test_one_person_in_one_shot_stays_as_found() -> None:
    found = poses()
    found[40:52] = 0.0  # turned away for a moment, and found again where they were
    followed = followed_through(found, TIMES, NO_CUTS)
    assert np.array_equal(followed.poses, found)
    assert followed.changes == ()


@pytest.mark.parametrize(("scale", "shift"), [(1.0, 250.0), (2.0, -60.0), (0.4, 30.0)])
def test_another_person_goes_on_from_the_first_and_makes_no_accent(scale: float, shift: float) -> None:
    followed = followed_through(someone_else(poses(), 150, scale, shift), TIMES, NO_CUTS)
    assert followed.changes == (150,)
    assert change_note(followed.changes, TIMES) == (
        "Another shot or another person is followed at 0:05.0; such a change is no accent.",
    )  # fmt: skip
    alone, together = analyse(DANCER), analyse(as_keypoints(followed.poses))
    assert together.grid.tempo_bpm == pytest.approx(BPM, abs=1.0)
    assert not [hit for hit in together.hits if abs(hit.time_s - 5.0) < 0.2]
    sizes = np.hypot(*np.ptp(followed.poses[..., :2], axis=1).T)
    assert np.median(sizes[170:]) == pytest.approx(np.median(sizes[:148]), rel=0.2)
    strong = [hit.time_s for hit in alone.hits if hit.weight > 0.7 and abs(hit.time_s - 5.0) > 1.0]
    kept = [min(abs(hit.time_s - time) for hit in together.hits) < 0.05 for time in strong]
    assert np.mean(kept) > 0.8


def test_without_joining_the_same_film_has_an_accent_of_its_own() -> None:
    """What the joining is for: the change would be the strongest movement of the piece."""
    loose = analyse(as_keypoints(someone_else(poses(), 150, 2.0, -60.0)))
    (change,) = (hit for hit in loose.hits if abs(hit.time_s - 5.0) < 0.1)
    assert change.weight == max(hit.weight for hit in loose.hits)


def test_a_cut_between_people_is_a_change_even_where_nobody_was_lost() -> None:
    found = someone_else(poses(), 150, 1.5, 40.0, lost=0)
    cuts = NO_CUTS.copy()
    cuts[150] = True
    assert followed_through(found, TIMES, cuts).changes == (150,)


def test_a_flash_that_looks_like_a_cut_changes_nothing() -> None:
    cuts = NO_CUTS.copy()
    cuts[[90, 200]] = True
    assert followed_through(poses(), TIMES, cuts).changes == ()


def test_a_shot_without_people_keeps_the_beat_has_no_accents_and_is_told() -> None:
    found = poses()
    found[120:200] = 0.0
    followed = followed_through(found, TIMES, NO_CUTS)
    (note,) = nobody_note((followed.poses[..., 2] > 0).any(axis=1), TIMES)
    assert note.startswith("Nobody is seen for 2.7 s, from 0:04.0 to 0:06.7; the beat goes on there")
    heard = analyse(as_keypoints(followed.poses))
    assert heard.grid.tempo_bpm == pytest.approx(BPM, abs=1.0)
    assert not [hit for hit in heard.hits if 3.95 < hit.time_s < 6.72]
    assert [beat for beat in heard.grid.beats if 4.0 < beat < 6.6]


def test_somebody_for_a_moment_is_nobody() -> None:
    found = poses()
    found[100:200] = 0.0
    found[140:146, :, :2], found[140:146, :, 2] = 900.0 + DANCER.positions[140:146], 1.0
    followed = followed_through(found, TIMES, NO_CUTS)
    assert not followed.poses[100:200, :, 2].any()


def test_nobody_at_all() -> None:
    followed = followed_through(np.zeros((30, 17, 3), np.float32), TIMES[:30], NO_CUTS[:30])
    assert followed.changes == ()


def test_many_changes_are_told_in_one_short_sentence() -> None:
    found = poses()
    for number, first in enumerate(range(30, 360, 30)):
        found = someone_else(found, first, 1.0, 300.0 * (-1) ** number)
    (note,) = change_note(followed_through(found, TIMES, NO_CUTS).changes, TIMES)
    assert "11 times, first at 0:01.0" in note
