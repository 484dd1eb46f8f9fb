"""How sure a tempo is that has a whole number of held poses to each beat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import read_motion_file
from kinescore.motion.resampling import resample
from tests.dance.made_dancer import stepper


def held(keypoints: Keypoints, fps: float, frames: int) -> Keypoints:
    """Each pose for so many frames."""
    moved = resample(keypoints, fps)
    return replace(moved, positions=moved.positions[np.arange(len(moved)) // frames * frames])


@pytest.mark.parametrize("take", ["gKR_sFM_cAll_d28_mKR0_ch01", "gKR_sFM_cAll_d28_mKR1_ch02"])
def test_four_poses_a_beat_are_not_believed_where_the_movement_is_not_sure(shared_motion: Path, take: str) -> None:
    """At 30 fps on fours 112.5 BPM are four poses a beat; the dances have 80 and 90."""
    found = analyse(held(read_motion_file(shared_motion / "aist" / f"{take}.npz"), 30.0, 4))
    assert found.grid.tempo_confidence < 0.3
    assert "each pose standing for 4 frames" in found.notes[0]


def test_a_tempo_that_is_sure_of_itself_stays_so(shared_motion: Path) -> None:
    """90 BPM are four poses a beat on fives at 30 fps too, and it is 90 that is danced."""
    found = analyse(held(read_motion_file(shared_motion / "aist" / "gKR_sFM_cAll_d28_mKR1_ch02.npz"), 30.0, 5))
    assert found.grid.tempo_bpm == pytest.approx(90.0, abs=0.5)
    assert found.grid.tempo_confidence > 0.8


def test_poses_far_apart_are_told(shared_motion: Path) -> None:
    dance = read_motion_file(shared_motion / "aist" / "gHO_sFM_cAll_d19_mHO0_ch01.npz")
    assert "poses so far apart" in analyse(held(dance, 24.0, 6)).notes[0]
    assert "poses so far apart" not in analyse(held(dance, 24.0, 4)).notes[0]


@pytest.mark.parametrize(("fps", "frames"), [(24.0, 6), (25.0, 6), (24.0, 5), (30.0, 6)])
def test_poses_far_apart_make_no_tempo_sure(fps: float, frames: int) -> None:
    """140 BPM are 2.3 beats a second and 4 to 5 poses: half of that or their rate would be found as well."""
    assert analyse(held(stepper(140.0, seconds=10.0, fps=fps), fps, frames)).grid.tempo_confidence < 0.3


@pytest.mark.parametrize("fps", [7.0, 8.0])
def test_few_frames_are_no_tempo(shared_motion: Path, fps: float) -> None:
    """Four frames a beat are 105 and 120 BPM; danced are 90."""
    dance = read_motion_file(shared_motion / "aist" / "gKR_sFM_cAll_d28_mKR1_ch02.npz")
    grid = analyse(resample(dance, fps)).grid
    assert abs(grid.tempo_bpm - 90) < 1 or grid.tempo_confidence < 0.3
