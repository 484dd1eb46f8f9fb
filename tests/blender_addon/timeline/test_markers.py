"""Our markers: named after bars, apart from the user's, gone in one click, remembered by saved files."""

from __future__ import annotations

import bpy
import pytest

from blender_addon import translations
from blender_addon.timeline.markers import MarkerKind, add_markers, marker_names, our_markers, stale_markers
from blender_addon.translations import catalogue_of
from tests.blender_addon.takes import tiny_take

ALL = tuple(MarkerKind)


def test_names_count_bars_and_beats() -> None:
    names = marker_names(tiny_take(), ALL)
    assert names == {
        0.1: "♪ Intro", 0.6: "1.2", 1.1: "1.3", 1.6: "1.4", 2.1: "♪ Chorus", 2.6: "2.2", 3.1: "2.3", 3.6: "2.4",
    }  # fmt: skip
    assert list(marker_names(tiny_take(), [MarkerKind.DOWNBEAT]).values()) == ["♪ 1", "♪ 2"]


def test_sections_are_named_in_the_language_of_new_names_and_the_artists_names_stay(scene, monkeypatch) -> None:
    """This Blender has no languages of its own; one with them says which it speaks, and the rest is as here."""
    monkeypatch.setattr(translations, "catalogue_of", lambda locale: catalogue_of("de_DE"))
    assert list(marker_names(tiny_take(), [MarkerKind.SECTION]).values()) == ["♪ Intro", "♪ Refrain"]
    assert list(marker_names(tiny_take(), [MarkerKind.SECTION], {"chorus"}).values()) == ["♪ Intro", "♪ Chorus"]
    bpy.context.preferences.view.use_translate_new_dataname = False
    assert list(marker_names(tiny_take(), [MarkerKind.SECTION]).values()) == ["♪ Intro", "♪ Chorus"]


def test_markers_fall_on_the_frames_of_their_beats(scene) -> None:
    scene.render.fps, scene.render.fps_base = 24, 1.001
    add_markers(scene, tiny_take(), "t", 101, [MarkerKind.BEAT])
    fps = 24 / 1.001
    assert [marker.frame for marker in our_markers(scene)] == [round(101 + t * fps) for t in tiny_take().beats]
    assert not any(marker.select for marker in our_markers(scene))


def test_one_click_removes_ours_and_only_ours(scene) -> None:
    mine = scene.timeline_markers.new("♪ 1", frame=3)  # the user's, even if it looks like ours
    add_markers(scene, tiny_take(), "t", 1, ALL)
    assert bpy.ops.kinescore.remove_markers() == {"FINISHED"}
    assert list(scene.timeline_markers) == [mine]
    assert not bpy.ops.kinescore.remove_markers.poll()


def test_ours_are_known_after_saving_and_loading(saved_scene) -> None:
    saved_scene.timeline_markers.new("mine", frame=3)
    add_markers(saved_scene, tiny_take(), "t", 1, [MarkerKind.BEAT])
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    scene = bpy.context.scene
    assert len(our_markers(scene)) == 8
    assert {marker.name for marker in scene.timeline_markers} - {marker.name for marker in our_markers(scene)} == {
        "mine"
    }


def _move(marker: bpy.types.TimelineMarker) -> None:
    marker.frame += 5


def _rename(marker: bpy.types.TimelineMarker) -> None:
    marker.name = "Jump"


def _bind_camera(marker: bpy.types.TimelineMarker) -> None:
    marker.camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))


@pytest.mark.parametrize("change", [_move, _rename, _bind_camera], ids=lambda function: function.__name__)
def test_a_marker_of_ours_that_the_artist_has_changed_is_the_artists(scene, change) -> None:
    add_markers(scene, tiny_take(), "t", 1, [MarkerKind.BEAT])
    marker = our_markers(scene)[3]
    change(marker)
    name, frame = marker.name, marker.frame
    assert marker not in stale_markers(scene, {"t"}, 1, 97)
    assert bpy.ops.kinescore.remove_markers() == {"FINISHED"}
    assert [(marker.name, marker.frame) for marker in scene.timeline_markers] == [(name, frame)]


def test_new_music_takes_the_markers_of_its_frames_and_of_takes_that_are_gone(scene) -> None:
    add_markers(scene, tiny_take(), "stays", 1, [MarkerKind.BEAT])
    add_markers(scene, tiny_take(), "gone", 200, [MarkerKind.BEAT])
    frames = {marker.frame for marker in stale_markers(scene, {"gone"}, 1, 49)}
    assert frames == {marker.frame for marker in our_markers(scene) if marker.frame < 49 or marker.frame >= 200}
