"""The timing that an artist fixes: tempi to choose from, bars, maps, hit markers, intensity, keys moved to the beat."""

from __future__ import annotations

import sys

import bpy
import numpy as np
import pytest

from blender_addon.operators import first_bar
from blender_addon.operators.shaping import warp
from blender_addon.run.observing import last_seen, observe_scene
from blender_addon.scene.sampling import FrameRange
from blender_addon.settings.timing import intensity_curve, intensity_over, with_timing
from blender_addon.timeline.hit_markers import IS_MUTED, KIND, WEIGHT, hit_markers, hits_between
from blender_addon.ui import overlay, panels
from kinescore.dance.hit_points import HitKind
from kinescore.dance.metre import Metre
from kinescore.motion.keypoints import Keypoints
from kinescore.request import SoundtrackRequest
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw

FRAMES = FrameRange(1, 48)


@pytest.fixture
def long_dancer(scene) -> bpy.types.Object:
    """Ten seconds at 120 BPM."""
    scene.frame_end = 240
    return rigs.add_dancer(scene, rigs.MIXAMO)


@pytest.fixture
def request_of(scene):
    """The request that the scene's timing makes of an empty one."""
    keypoints = Keypoints(np.zeros((48, 17, 2), np.float32), np.ones((48, 17), np.float32), 24.0, (640, 480))

    def made() -> SoundtrackRequest:
        return with_timing(SoundtrackRequest(keypoints), scene, FRAMES)

    return made


def test_nothing_fixed_changes_nothing(scene, request_of) -> None:
    assert request_of() == SoundtrackRequest(request_of().keypoints)


def test_the_tempo_finder_lists_tempi_and_takes_one(scene, long_dancer) -> None:
    bpy.ops.kinescore.find_tempi()
    rows = scene.kinescore_timing.tempi
    assert 2 <= len(rows) <= 5
    assert rows[0].tempo_bpm == pytest.approx(120.0, rel=0.02)
    assert {"half time", "double time"} & {row.relation for row in rows}
    assert rows[0].reached + rows[0].near + rows[0].missed == len(last_seen(scene).observed.found.hits)
    shown = " ".join(draw(panels.KINESCORE_PT_view3d_timing))
    assert "frames off" in shown or "No hit points" in shown
    bpy.ops.kinescore.use_tempo(tempo_bpm=rows[1].tempo_bpm)
    assert scene.kinescore.fixed_tempo
    assert scene.kinescore.tempo_bpm == pytest.approx(rows[1].tempo_bpm)


def test_clicks_play_and_stop(scene, dancer) -> None:
    if not bpy.app.build_options.audaspace:
        pytest.skip("this Blender was built without sound")
    bpy.ops.kinescore.find_tempi()
    scene.frame_set(20)
    assert bpy.ops.kinescore.audition_tempo(tempo_bpm=120.0) == {"FINISHED"}
    assert scene.frame_current == scene.frame_start
    assert bpy.ops.kinescore.audition_tempo(tempo_bpm=120.0) == {"FINISHED"}


def test_a_downbeat_comes_from_the_playhead_or_the_one_selected_marker(scene, request_of) -> None:
    scene.frame_set(13)
    bpy.ops.kinescore.set_downbeat(source="PLAYHEAD")
    assert request_of().downbeats == (0.5,)
    with pytest.raises(RuntimeError, match="0 markers are selected"):
        bpy.ops.kinescore.set_downbeat(source="MARKER")
    scene.timeline_markers.new("Mine", frame=25).select = True
    bpy.ops.kinescore.set_downbeat(source="MARKER")
    assert request_of().downbeats == (1.0,)
    scene.kinescore_timing.downbeat_frame = 100  # outside the frames that are scored
    assert request_of().downbeats == ()


def test_metre_and_tempo_map_reach_the_request(scene, request_of) -> None:
    timing = scene.kinescore_timing
    timing.metre = "3/4"
    assert request_of().metre is Metre.THREE_FOUR
    scene.frame_set(-11)
    bpy.ops.kinescore.add_tempo_change()
    scene.frame_set(25)
    bpy.ops.kinescore.add_tempo_change()
    timing.changes[1].tempo_bpm, timing.changes[1].metre = 90.0, "4/4"
    changes = request_of().tempo_map
    assert [(change.start_seconds, change.tempo_bpm, change.metre) for change in changes] == [
        (0.0, 120.0, Metre.THREE_FOUR),
        (1.0, 90.0, Metre.FOUR_FOUR),
    ]
    assert request_of().metre is None  # the map says it
    bpy.ops.kinescore.remove_tempo_change(index=1)
    assert len(request_of().tempo_map) == 1
    timing.own_map = False
    assert request_of().tempo_map == ()


def test_taps_move_the_beats_and_steady_ones_fix_the_tempo(scene, long_dancer) -> None:
    first_bar._taps.clear()
    bpy.ops.kinescore.find_tempi()
    beats = last_seen(scene).analysis.grid.beats
    for beat in beats[1:4] + 0.1:
        scene.frame_set(int(1 + beat * 24), subframe=(beat * 24) % 1)
        bpy.ops.kinescore.tap_beat()
    assert long_dancer.kinescore_beat_shift == pytest.approx(0.1, abs=0.01)
    assert not scene.kinescore.fixed_tempo
    assert first_bar.tapped_tempo([0.0, 0.5, 1.0, 1.5, 2.0, 2.5]) == pytest.approx(120.0)
    assert first_bar.tapped_tempo([0.0, 0.5, 1.0]) is None
    assert first_bar.tapped_tempo([0.0, 0.5, 0.8, 1.5, 2.0, 2.7]) is None


def test_hit_markers_are_edited_and_the_music_follows_them(scene, dancer, request_of) -> None:
    mine = scene.timeline_markers.new("Door", frame=30)
    bpy.ops.kinescore.mark_hits()
    marked = hit_markers(scene)
    assert marked
    assert len(request_of().hits) == len(marked)
    for marker in scene.timeline_markers:
        marker.select = False
    moved = marked[0]
    moved.select, moved.frame = True, 7
    bpy.ops.kinescore.weigh_hits(weight=0.25)
    assert moved.name.endswith("25%")
    moved_name = moved.name
    (hit,) = [hit for hit in hits_between(scene, 1, 48) if hit.time_s == pytest.approx(6 / 24)]
    assert hit.weight == pytest.approx(0.25)
    bpy.ops.kinescore.mute_hits()
    assert getattr(moved, IS_MUTED)
    assert moved.name.startswith("◇")
    assert len(request_of().hits) == len(marked) - 1
    bpy.ops.kinescore.mute_hits()
    moved.select, mine.select = False, True
    bpy.ops.kinescore.markers_to_hits(weight=0.5)
    assert mine.name == "Door"
    assert (getattr(mine, KIND), getattr(mine, WEIGHT)) == (HitKind.MARKER.value, 0.5)
    scene.frame_set(40)
    bpy.ops.kinescore.add_hit()
    assert {round(hit.time_s * 24) for hit in request_of().hits} >= {29, 39}
    bpy.ops.kinescore.mark_hits()  # marks anew what is found, and leaves what the artist moved, weighed and added
    assert mine in list(scene.timeline_markers)
    assert [marker.name for marker in scene.timeline_markers if marker.frame == 7] == [moved_name]
    assert [marker.frame for marker in hit_markers(scene) if marker.name.startswith("◆ marker 100%")] == [40]
    bpy.ops.kinescore.clear_hits()
    assert [marker.name for marker in scene.timeline_markers] == ["Door"]
    assert not getattr(mine, KIND)
    assert request_of().hits is None


def test_no_hit_point_left_is_music_without_accents(scene, dancer, request_of) -> None:
    bpy.ops.kinescore.mark_hits()
    for marker in hit_markers(scene):
        scene.timeline_markers.remove(marker)
    assert request_of().hits == ()


def test_the_intensity_is_a_curve_that_the_music_follows(scene, dancer, request_of) -> None:
    assert request_of().intensity == ()
    scene.kinescore_timing.own_intensity, scene.kinescore_timing.intensity = True, 0.75
    assert request_of().intensity == (0.75,)
    scene.keyframe_insert("kinescore_timing.intensity", frame=200)  # outside: stays
    bpy.ops.kinescore.intensity_curve()
    curve = intensity_curve(scene)
    assert 200 in [round(key.co.x) for key in curve.keyframe_points]
    values = intensity_over(scene, FRAMES)
    assert len(values) == 48
    energy = last_seen(scene).observed.found.energy
    assert np.abs(np.array(values)[[0, 12, 24, 36, 47]] - energy[[0, 12, 24, 36, 47]]).max() < 0.02
    for key in curve.keyframe_points:
        key.co.y = 1.0
        key.interpolation = "LINEAR"
    with pytest.raises(RuntimeError, match="would be overwritten"):
        bpy.ops.kinescore.intensity_curve()  # what was shaped by hand stays
    assert set(request_of().intensity) == {1.0}


def test_keys_move_to_the_beat_and_what_is_far_stays(scene, long_dancer) -> None:
    seen = observe_scene(bpy.context)
    fps, hits = 24.0, seen.analysis.hits
    beats = np.array([hit.time_s + 0.08 for hit in hits])
    old, new = warp(seen, beats, fps, strength=1.0, reach=0.1, lightest=0.0)
    assert len(old) > 4  # all but what would pass the last frame
    assert np.allclose((new - old)[1:-1], 0.08 * fps, atol=1e-3)
    assert (np.diff(new) > 0).all()
    assert (old[0], old[-1]) == (new[0], new[-1]) == (1.0, 240.0)
    old, half = warp(seen, beats, fps, strength=0.5, reach=0.1, lightest=0.0)
    assert np.allclose((half - old)[1:-1], 0.04 * fps, atol=1e-3)
    assert len(warp(seen, beats, fps, strength=1.0, reach=0.05, lightest=0.0)[0]) == 2


def test_nudging_the_animation_bends_keys_and_handles_and_can_be_undone(scene, long_dancer) -> None:
    observe_scene(bpy.context)
    before = {(c.data_path, c.array_index): [tuple(k.co) for k in c.keyframe_points] for c in _curves(long_dancer)}
    long_dancer.kinescore_beat_shift = 0.06
    observe_scene(bpy.context)
    assert bpy.ops.kinescore.nudge_animation(strength=1.0, reach=0.3, lightest=0.0) == {"FINISHED"}
    moved = 0
    for curve in _curves(long_dancer):
        for key, (x, y) in zip(curve.keyframe_points, before[curve.data_path, curve.array_index], strict=True):
            assert key.co.y == y
            moved += abs(key.co.x - x) > 0.1
    assert moved


def test_a_shared_action_is_not_bent(scene, dancer) -> None:
    observe_scene(bpy.context)
    other = bpy.data.objects.new("Other", None)
    scene.collection.objects.link(other)
    other.animation_data_create().action = dancer.animation_data.action
    with pytest.raises(RuntimeError, match="used by others"):
        bpy.ops.kinescore.nudge_animation()


def test_the_overlay_draws_what_was_seen_and_what_is_marked(scene, dancer) -> None:
    seen = observe_scene(bpy.context)

    def x(frame: float) -> float:
        return frame

    energy = overlay.energy_shape(seen, x, 10.0, 58.0)
    assert len(energy) % 6 == 0
    assert all(10.0 <= y <= 58.0 for _, y in energy)
    lines = overlay.beat_lines(seen, scene, x, 0.0, 10.0)
    assert len(lines) == 2 * len(seen.analysis.grid.beats)
    found = overlay.hit_shapes(scene, x, 5.0, 3.0)
    assert len(found) == 6 * len(seen.analysis.hits)
    bpy.ops.kinescore.add_hit()
    assert len(overlay.hit_shapes(scene, x, 5.0, 3.0)) == 6


def test_the_overlay_is_switched_on_with_something_to_draw(scene, dancer) -> None:
    """Ticked before anything was read, it drew nothing and did not say why."""
    assert last_seen(scene) is None
    assert bpy.ops.kinescore.overlay() == {"FINISHED"}
    assert scene.kinescore_timing.overlay
    assert last_seen(scene) is not None
    assert bpy.ops.kinescore.overlay() == {"FINISHED"}
    assert not scene.kinescore_timing.overlay


def test_no_overlay_where_nothing_moves(scene, dancer) -> None:
    dancer.animation_data_clear()
    with pytest.raises(RuntimeError, match="does not move"):
        bpy.ops.kinescore.overlay()
    assert not scene.kinescore_timing.overlay


def test_a_blender_without_its_sound_library_says_so_before_the_click(scene, dancer, monkeypatch) -> None:
    """Such as Debian's, which plays strips and has no `aud`."""
    monkeypatch.setitem(sys.modules, "aud", None)  # importing it raises ImportError
    assert not bpy.ops.kinescore.audition_tempo.poll()


def _curves(thing) -> list:
    from blender_addon.compat import action_curves

    return action_curves(thing.animation_data.action)
