"""The demo's dance: danced to the beat, seen whole, with feet that stay where they stand, and found by the analysis."""

from __future__ import annotations

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from blender_addon.scene.sampling import FrameRange, MotionSampler, SampledMotion  # noqa: E402
from blender_addon.scene.viewing import keypoints_of  # noqa: E402
from kinescore.dance.analysis import DanceAnalysis, analyse  # noqa: E402
from kinescore.motion.bone_map import map_bones  # noqa: E402
from kinescore.motion.keypoints import Keypoints  # noqa: E402
from tools.demo_dance import BPM, FPS, build_dance, intended_hits  # noqa: E402

SECONDS = 20.0


@pytest.fixture(scope="module")
def dancer() -> bpy.types.Object:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return build_dance(SECONDS)


@pytest.fixture(scope="module")
def motion(dancer) -> SampledMotion:
    return sample(dancer)


@pytest.fixture(scope="module")
def keypoints(dancer, motion) -> Keypoints:
    bone_map = map_bones(motion.bones)
    found, notes = keypoints_of(sample(dancer, bone_map.bones), bone_map, "Dancer")
    assert notes == []
    return found


@pytest.fixture(scope="module")
def analysis(keypoints) -> DanceAnalysis:
    return analyse(keypoints)


def sample(dancer: bpy.types.Object, bones: tuple[str, ...] = ()) -> SampledMotion:
    """All bones unless some are named."""
    scene = bpy.context.scene
    bones = bones or tuple(bone.name for bone in dancer.data.bones)
    sampler = MotionSampler(scene, dancer, bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(10.0):
        pass
    return sampler.motion()


def heads(motion: SampledMotion, bone: str) -> np.ndarray:
    return motion.heads[:, motion.bones.index(bone)]


def test_the_scene_lasts_as_long_as_asked_and_starts_at_rest_on_frame_1(dancer) -> None:
    scene = bpy.context.scene
    assert (scene.frame_start, scene.frame_end, scene.frame_current) == (1, SECONDS * FPS, 1)
    assert scene.camera is not None
    assert dancer.name in scene.objects


def test_every_joint_is_known_by_its_mixamo_name(motion) -> None:
    coverage = map_bones(motion.bones).coverage
    assert coverage.missing == ()


def test_the_camera_sees_the_whole_dance(keypoints) -> None:
    width, height = keypoints.size
    x, y = keypoints.positions[..., 0], keypoints.positions[..., 1]
    assert x.min() > 0.05 * width
    assert x.max() < 0.95 * width
    assert y.min() > 0.02 * height
    assert y.max() < 0.98 * height


def test_feet_reach_their_controls_and_do_not_slide_while_they_carry(motion) -> None:
    for side in ("Left", "Right"):
        ankle, target = heads(motion, f"mixamorig:{side}Foot"), heads(motion, f"{side}AnkleControl")
        assert (
            np.linalg.norm(ankle - target, axis=1).max() < 0.005
        )  # a leg that is too short would leave its foot behind
        ball = heads(motion, f"{side}FootControl")
        standing = (ball[:-1, 2] < 0.031) & (ball[1:, 2] < 0.031)
        slid = np.linalg.norm(np.diff(ball[:, :2], axis=0), axis=1)[standing]
        assert standing.sum() > 200
        assert slid.max() < 0.002


def test_intended_hits_fall_on_beats_and_end_with_the_final_pose() -> None:
    times = np.array([hit.seconds for hit in intended_hits(SECONDS)])
    beats = times * BPM / 60
    assert np.abs(beats - np.round(beats)).max() * 60 / BPM <= 0.5 / FPS + 1e-9  # keys stand on whole frames
    assert intended_hits(SECONDS)[-1].what == "final pose"


def test_the_final_pose_is_held_to_the_last_frame(motion) -> None:
    still_from = round((intended_hits(SECONDS)[-1].seconds + 0.25) * FPS)
    moved = np.abs(np.diff(motion.heads[still_from:], axis=0)).max()
    assert len(motion.heads) - still_from > 5
    assert moved < 1e-4


def test_the_analysis_finds_the_tempo_and_the_bars(analysis) -> None:
    assert analysis.grid.tempo_bpm == pytest.approx(BPM, rel=0.01)
    offbeat = (analysis.grid.beats * BPM / 60 + 0.5) % 1.0 - 0.5
    assert np.abs(offbeat).max() * 60 / BPM < 0.1
    bars = np.round(analysis.grid.beats[analysis.grid.downbeats] * BPM / 60).astype(int)
    assert set(bars % 4) == {0}


def test_the_analysis_finds_the_intended_hits_and_not_as_if_by_chance(analysis) -> None:
    tolerance = 0.2  # a jump lands before the body has stopped sinking
    found = np.array([hit.time_s for hit in analysis.hits])
    wanted = np.array([hit.seconds for hit in intended_hits(SECONDS)])
    distances = np.abs(wanted[:, None] - found).min(axis=1)
    assert distances.max() < tolerance
    assert np.median(distances) < 0.05
    anywhere = np.linspace(0, SECONDS, 2000)
    by_chance = np.median(np.abs(anywhere[:, None] - found).min(axis=1))
    assert np.median(distances) < by_chance / 2


def test_the_same_dance_every_time(motion) -> None:
    assert np.array_equal(sample(build_dance(SECONDS)).heads, motion.heads)


@pytest.mark.parametrize("seconds", [11.5, 34.0])
def test_other_lengths_keep_beat_and_feet(seconds) -> None:
    motion = sample(build_dance(seconds))
    assert len(motion.heads) == seconds * FPS
    assert intended_hits(seconds)[-1].seconds < seconds - 0.25
    for side in ("Left", "Right"):
        ankle, target = heads(motion, f"mixamorig:{side}Foot"), heads(motion, f"{side}AnkleControl")
        assert np.linalg.norm(ankle - target, axis=1).max() < 0.005


def test_a_dance_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        build_dance(8.0)
