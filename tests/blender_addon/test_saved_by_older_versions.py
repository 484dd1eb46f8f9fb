"""Files keep their music, settings and jobs when the add-on is renewed."""

from __future__ import annotations

import shutil
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.operators.takes import origins
from blender_addon.run import runs
from blender_addon.scene import rig
from blender_addon.scene.sampling import FrameRange
from blender_addon.timeline.markers import our_markers
from blender_addon.timeline.origin import PendingJob
from blender_addon.timeline.ownership import our_strips
from kinescore.motion.bone_map import BoneEnd, BonePoint
from tests.blender_addon import sequencer
from tests.blender_addon.golden.save_scored_scene import PENDING

OLDER = sorted((Path(__file__).parent / "golden").glob("*.blend"))
SETTINGS = {
    "prompt": "joyful house", "style": "house", "seed": 7, "fixed_tempo": True, "tempo_bpm": 124.0,
    "loudness_lufs": -16.0, "stems": True, "frames": "CUSTOM", "first_frame": 1, "last_frame": 48,
    "markers": {"BEAT", "SECTION"}, "run_on": "HERE", "engine": "musicgen", "engine_choice": "musicgen",
    "example": "//song.wav", "found_bpm": 124.0,
}  # fmt: skip

pytestmark = pytest.mark.skipif(bpy.app.version < (4, 5), reason="the files were saved by Blender 4.5")


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def older(scene, request, tmp_path: Path) -> bpy.types.Scene:
    """The scene of an older file, opened from a folder of its own."""
    path = shutil.copy(request.param, tmp_path)
    bpy.ops.wm.open_mainfile(filepath=path)
    return bpy.context.scene


def test_there_are_older_files() -> None:
    assert OLDER


def test_settings_and_assigned_bones_are_read(older) -> None:
    assert {name: getattr(older.kinescore, name) for name in SETTINGS} == SETTINGS
    assert older.kinescore.character == bpy.data.objects["Dancer"]
    point = rig.bones_of(older.kinescore.character).points["left_wrist"]
    assert point == BonePoint("mixamorig:LeftHand", BoneEnd.TAIL)
    assert PendingJob.from_json(older.kinescore.pending).job == PENDING["job"]


def test_strips_and_markers_are_known_as_ours(older) -> None:
    ours = our_strips(older)
    assert len(ours) == len(compat.existing_strips(older)) == 6
    assert {strip["kinescore_part"] for strip in ours} >= {"drums", "bass"}
    (take,) = {strip["kinescore_take"] for strip in ours}
    markers = our_markers(older)
    assert {marker.kinescore_take for marker in markers} == {take}
    assert [marker.name for marker in older.timeline_markers if marker not in markers] == ["mine"]
    (listed,) = older.kinescore_takes
    assert (listed.take_id, listed.prompt, listed.engine) == (take, "joyful house", "groovebox")
    assert listed.parts.split() == [strip["kinescore_part"] for strip in ours]
    (listed,) = older.kinescore_takes
    assert (listed.take_id, listed.prompt, listed.engine) == (take, "joyful house", "groovebox")
    assert listed.parts.split() == [strip["kinescore_part"] for strip in ours]
    (origin,) = origins(older)
    assert (origin.character, origin.frames) == ("Dancer", FrameRange(1, 48))


def test_the_movement_is_still_the_one_of_the_music(older) -> None:
    assert bpy.ops.kinescore.check_takes() == {"FINISHED"}
    assert runs.last_outcome(older).summary == "The animation is the one that the music was made for."


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_what_the_artist_did_to_older_strips_is_kept(older) -> None:
    drums, bass, harmony = (
        strip for strip in our_strips(older) if strip["kinescore_part"] in ("drums", "bass", "harmony")
    )
    copy = sequencer.duplicate(drums)
    bass.lock = True
    harmony.pan = -0.5
    names, kept = (copy.name, bass.name), (copy["kinescore_take"], compat.strip_span(copy))
    for _ in range(2):
        older.kinescore.seed += 1
        assert bpy.ops.kinescore.generate() == {"FINISHED"}
        strips = {strip.name: strip for strip in our_strips(older)}
        assert {(strips[name]["kinescore_take"], compat.strip_span(strips[name])) for name in names} == {kept}
        assert len({strip["kinescore_take"] for strip in strips.values()}) == 2
    assert -0.5 in {strip.pan for strip in our_strips(older) if strip["kinescore_take"] != kept[0]}


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_new_music_replaces_the_old(older) -> None:
    (before,) = {strip["kinescore_take"] for strip in our_strips(older)}
    channels = {strip["kinescore_part"]: strip.channel for strip in our_strips(older)}
    older.kinescore.seed = 8
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    ours = our_strips(older)
    assert before not in {strip["kinescore_take"] for strip in ours}
    assert {strip["kinescore_part"]: strip.channel for strip in ours}.items() >= {"drums": channels["drums"]}.items()
    assert len(compat.existing_strips(older)) == len(ours)
    assert before not in {marker.kinescore_take for marker in our_markers(older)}
