"""Generating again replaces the add-on's own current take and nothing else, whatever the artist did to its strips."""

from __future__ import annotations

from collections.abc import Callable

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.timeline.cleaning import leftovers
from blender_addon.timeline.curves import curves_of, is_silent
from blender_addon.timeline.ownership import TAKE_PROPERTY, held_strips, our_strips, replaceable_strips
from tests.blender_addon import rigs, sequencer

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """A dancer of 48 frames and a finished take."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    saved_scene.kinescore.style = "house"
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return saved_scene


def generate(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """Another take; its strips."""
    before = {strip[TAKE_PROPERTY] for strip in our_strips(scene)}
    scene.kinescore.seed += 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return [strip for strip in our_strips(scene) if strip[TAKE_PROPERTY] not in before]


def the_strip(scene: bpy.types.Scene) -> bpy.types.Strip:
    (strip,) = compat.existing_strips(scene)
    return strip


def look(strip: bpy.types.Strip) -> tuple[object, ...]:
    """All that the artist sees and hears of a strip."""
    where = (strip.name, strip.channel, *compat.strip_span(strip), *compat.content_span(strip))
    return (*where, strip[TAKE_PROPERTY], strip.sound.filepath, strip.mute, strip.lock, strip.volume, strip.pan)


def volume_curve(scene: bpy.types.Scene, strip: bpy.types.Strip) -> bpy.types.FCurve:
    (curve,) = (curve for curve in curves_of(scene, strip) if curve.data_path.endswith(".volume"))
    return curve


def notes(scene: bpy.types.Scene) -> str:
    return " ".join(runs.last_outcome(scene).notes)


def _copy_in_place(strip: bpy.types.Strip) -> bpy.types.Strip:
    return sequencer.duplicate(strip)


def _copy_moved(strip: bpy.types.Strip) -> bpy.types.Strip:
    copy = sequencer.duplicate(strip)
    move(copy, 10)
    return copy


def _copy_named_by_the_artist(strip: bpy.types.Strip) -> bpy.types.Strip:
    copy = sequencer.duplicate(strip)
    copy.name = "A favourite"
    return copy


def _copy_of_a_renamed_strip(strip: bpy.types.Strip) -> bpy.types.Strip:
    strip.name = "Theme"
    return sequencer.duplicate(strip)


def _trimmed_copy(strip: bpy.types.Strip) -> bpy.types.Strip:
    copy = sequencer.duplicate(strip)
    compat.trim_strip(copy, 10, 30)
    return copy


def move(strip: bpy.types.Strip, frames: int) -> None:
    if hasattr(strip, "content_start"):
        strip.content_start += frames
    else:
        strip.frame_start += frames


COPIES = [_copy_in_place, _copy_moved, _copy_named_by_the_artist, _copy_of_a_renamed_strip, _trimmed_copy]


@pytest.mark.parametrize("make_copy", COPIES, ids=lambda function: function.__name__.strip("_"))
def test_copies_are_the_artists(scored, make_copy: Callable) -> None:
    copy = make_copy(the_strip(scored))
    before = look(copy)
    for _ in range(2):
        (new,) = generate(scored)
        assert look(copy) == before
        assert len(compat.existing_strips(scored)) == 2
        assert f"'{before[0]}' stays, because it is copied" in notes(scored)
        assert compat.strip_span(new) == (1, 49)


def test_two_strips_of_which_neither_can_be_told_from_its_copy_both_stay(scored) -> None:
    strip = the_strip(scored)
    copy = sequencer.duplicate(strip)
    strip.channel = 9
    strip.name, copy.name = "Zither", "Accordion"
    before = look(strip), look(copy)
    generate(scored)
    assert (look(strip), look(copy)) == before


def _lock(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    strip.lock = True


def _lock_channel(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    scene.sequence_editor.channels[strip.channel].lock = True


def _mute(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    strip.mute = True


def _mute_channel(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    scene.sequence_editor.channels[strip.channel].mute = True


def _turn_down(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    strip.volume = 0.0


def _turn_down_with_keys(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    strip.volume = 0.0
    strip.keyframe_insert("volume", frame=1)


SET_ASIDE = {"locked": (_lock, _lock_channel), "muted": (_mute, _mute_channel, _turn_down, _turn_down_with_keys)}


@pytest.mark.parametrize(
    ("reason", "set_aside"),
    [(reason, function) for reason, functions in SET_ASIDE.items() for function in functions],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_strip_that_was_set_aside_stays_and_the_new_one_is_heard(scored, reason: str, set_aside: Callable) -> None:
    old = the_strip(scored)
    set_aside(scored, old)
    before = look(old)
    for _ in range(2):  # the second one replaces the first, not the strip that was set aside
        (new,) = generate(scored)
        assert look(old) == before
        assert len(compat.existing_strips(scored)) == 2
        assert f"'{old.name}' stays, because it is {reason}" in notes(scored)
        assert ("Both sound together" in notes(scored)) == (reason == "locked")
        assert (new.mute, new.lock, new.volume) == (False, False, 1.0)
        assert not is_silent(scored, new)
        assert new.channel not in compat.closed_channels(scored)


def _nudge(strip: bpy.types.Strip) -> bpy.types.Strip:
    move(strip, 3)
    return strip


def _nudge_sound(strip: bpy.types.Strip) -> bpy.types.Strip:
    strip.sound_offset = 0.25
    return strip


def _slow_down(strip: bpy.types.Strip) -> bpy.types.Strip:
    sequencer.slow_down(strip)
    return strip


@pytest.mark.parametrize("retime", [_nudge, _nudge_sound, _slow_down], ids=lambda function: function.__name__)
def test_a_strip_that_was_moved_in_time_is_the_artists(scored, retime: Callable) -> None:
    old = retime(the_strip(scored))
    before = look(old)
    (new,) = generate(scored)
    assert look(old) == before
    assert new.channel != old.channel
    assert "moved or re-timed by hand" in notes(scored)


def test_a_strip_in_a_meta_strip_is_the_artists(scored) -> None:
    meta = sequencer.into_meta(the_strip(scored))
    (inside,) = meta.strips if hasattr(meta, "strips") else meta.sequences
    before = look(inside), (meta.channel, *compat.strip_span(meta))
    (new,) = generate(scored)
    assert (look(inside), (meta.channel, *compat.strip_span(meta))) == before
    assert new.channel != meta.channel
    assert f"'{inside.name}' stays, because it is in a meta strip" in notes(scored)


def test_what_was_set_on_the_strip_is_carried_over(scored) -> None:
    strip = the_strip(scored)
    strip.name, strip.channel = "Theme", 7
    strip.volume, strip.pan, strip.color_tag, strip["mood"] = 0.4, -0.5, "COLOR_04", "sad"
    compat.trim_strip(strip, 5, 40)
    (new,) = generate(scored)
    assert the_strip(scored) == new
    assert (new.name, new.channel, new.volume, new.pan) == ("Theme", 7, pytest.approx(0.4), -0.5)
    assert (new.color_tag, new["mood"]) == ("COLOR_04", "sad")
    assert compat.strip_span(new) == (5, 40)
    assert compat.content_span(new) == (1, 48)
    assert len(bpy.data.sounds) == 1
    assert notes(scored) == ""


def test_a_fade_is_carried_over_and_not_its_value_of_the_moment(scored) -> None:
    strip = the_strip(scored)
    sequencer.fade(strip, "IN")
    scored.frame_set(1)
    assert strip.volume == 0.0
    curve = volume_curve(scored, strip)
    keys = [tuple(key.co) for key in curve.keyframe_points]
    (new,) = generate(scored)
    curve = volume_curve(scored, new)
    assert [tuple(key.co) for key in curve.keyframe_points] == keys
    assert not is_silent(scored, new)
    scored.frame_set(48)
    assert new.volume == 1.0


def test_the_pieces_of_a_cut_strip_play_the_new_take(scored) -> None:
    left = the_strip(scored)
    right = sequencer.cut(left, 25)
    right.volume = 0.5
    generate(scored)
    strips = our_strips(scored)
    assert {compat.strip_span(strip) for strip in strips} == {(1, 25), (25, 49)}
    assert len({strip[TAKE_PROPERTY] for strip in strips}) == 1
    assert {compat.content_span(strip) for strip in strips} == {(1, 48)}
    assert right.volume == 0.5


def test_a_piece_that_was_taken_elsewhere_or_muted_is_the_artists(scored) -> None:
    left = the_strip(scored)
    middle = sequencer.cut(left, 15)
    right = sequencer.cut(middle, 30)
    middle.mute = True
    move(right, 100)
    before = look(middle), look(right)
    generate(scored)
    assert (look(middle), look(right)) == before
    assert left[TAKE_PROPERTY] != middle[TAKE_PROPERTY]
    assert compat.strip_span(left) == (1, 15)


def test_longer_music_keeps_its_fades_at_its_ends(scored) -> None:
    strip = the_strip(scored)
    strip.name, strip.pan = "Theme", 0.5
    sequencer.fade(strip, "IN_OUT", 0.5)
    curve = volume_curve(scored, strip)
    starts, ends = (key.co.x for key in list(curve.keyframe_points)[1:3])
    scored.frame_end = 96
    (new,) = generate(scored)
    assert compat.strip_span(new) == (1, 97)
    assert (new.name, new.pan) == ("Theme", 0.5)
    curve = volume_curve(scored, new)
    assert [key.co.x for key in curve.keyframe_points] == [1, starts, ends + 48, 49 + 48]
    assert curve.evaluate(60) == 1.0


def test_a_driver_is_carried_over(scored) -> None:
    the_strip(scored).driver_add("volume").driver.expression = "0.25"
    scored.frame_end = 96
    (new,) = generate(scored)
    assert compat.strip_span(new) == (1, 97)
    (driver,) = scored.animation_data.drivers
    assert driver.data_path == f"{new.path_from_id()}.volume"
    scored.frame_set(60)
    assert new.volume == 0.25


def test_another_frame_rate_is_no_work_of_the_artists(scored) -> None:
    """Blender gives the strip another length then; all of it makes room, and nothing of it is left over."""
    strip = the_strip(scored)
    strip.pan = 0.5
    for fps in (30, 20):
        scored.render.fps = fps
        (new,) = generate(scored)
        assert the_strip(scored) == new
        assert (compat.strip_span(new), new.pan) == ((1, 49), 0.5)


def test_stems_inherit_what_was_done_to_the_mix(scored) -> None:
    strip = the_strip(scored)
    strip.channel, strip.volume, strip.color_tag = 4, 0.5, "COLOR_02"
    sequencer.fade(strip, "OUT")
    scored.kinescore.stems = True
    stems = generate(scored)
    assert compat.existing_strips(scored) == stems
    assert len(stems) >= 3
    assert 4 in {stem.channel for stem in stems}
    for stem in stems:
        assert stem.color_tag == "COLOR_02"
        assert volume_curve(scored, stem).evaluate(24) == 0.5
        assert not is_silent(scored, stem)


def test_strips_keep_their_marks_after_saving_and_loading(scored) -> None:
    copy = sequencer.duplicate(the_strip(scored))
    name = copy.name
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    scene = bpy.context.scene
    assert [strip.name for strip, _ in held_strips(scene, 1, 49)] == [name]
    assert [strip.name for strip in replaceable_strips(scene, 1, 49)] == ["♪ Soundtrack"]


@pytest.mark.parametrize("told", ["", "nonsense", "[1]", "{}", '{"name": 3}', 7])
def test_a_strip_that_tells_nonsense_is_the_artists(scored, told) -> None:
    strip = the_strip(scored)
    strip["kinescore_placed"] = told
    before = look(strip)
    generate(scored)
    assert look(strip) == before


def test_sound_settings_and_modifiers_stay(scored) -> None:
    """Blender hears pan in mono only."""
    strip = the_strip(scored)
    strip.sound.use_mono, strip.pan = True, -1.0
    sequencer.equalise(strip)
    (new,) = generate(scored)
    assert (new.sound.use_mono, new.pan, [modifier.type for modifier in new.modifiers]) == (
        True, -1.0, ["SOUND_EQUALIZER"],
    )  # fmt: skip
    scored.frame_end = 96
    (new,) = generate(scored)
    assert (new.sound.use_mono, new.pan) == (True, -1.0)
    assert "sound modifiers of '♪ Soundtrack' could not go over" in notes(scored)


@pytest.mark.parametrize("kind", ["FULL_COPY", "LINK_COPY"])
def test_music_of_a_copied_scene_leaves_the_first_scene_alone(scored, kind: str) -> None:
    before, name = look(the_strip(scored)), scored.name
    bpy.ops.scene.new(type=kind)
    copy = bpy.context.scene
    copy.name = "Another version"
    generate(copy)
    assert len(compat.existing_strips(copy)) == 1
    assert look(the_strip(bpy.data.scenes[name])) == before


def test_a_scene_that_is_linked_is_left_to_its_own_file(scored, tmp_path) -> None:
    bpy.ops.wm.save_mainfile()
    path = bpy.data.filepath
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=False)
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "film.blend"))
    with bpy.data.libraries.load(path, link=True) as (there, here):
        here.scenes = there.scenes
    (linked,) = (scene for scene in bpy.data.scenes if scene.library)
    before = look(the_strip(linked))
    bpy.context.window.scene = linked
    for press in (bpy.ops.kinescore.generate, bpy.ops.kinescore.use_take, bpy.ops.kinescore.remake_section):
        with pytest.raises(RuntimeError, match="linked from another file"):
            press()
    assert look(the_strip(linked)) == before
    assert leftovers() == []


@pytest.mark.parametrize("overridden", [False, True], ids=["linked", "overridden"])
def test_a_rig_from_a_library_is_scored_and_never_changed(scored, tmp_path, overridden: bool) -> None:
    bpy.ops.wm.save_mainfile()
    path = bpy.data.filepath
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=False)
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, 48
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "shot.blend"))
    with bpy.data.libraries.load(path, link=True) as (_, here):
        here.objects = ["Dancer"]
    rig = here.objects[0]
    scene.collection.objects.link(rig)
    rig = rig.override_create(remap_local_usages=True) if overridden else rig
    bpy.context.view_layer.objects.active = rig
    pose = [tuple(bone.rotation_euler) for bone in rig.pose.bones]
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    assert [tuple(bone.rotation_euler) for bone in rig.pose.bones] == pose
    with pytest.raises(RuntimeError, match="linked or used by others"):
        bpy.ops.kinescore.nudge_animation()


def test_a_take_in_nested_meta_strips_is_the_artists_for_a_part_too(scored) -> None:
    sequencer.into_meta(sequencer.into_meta(the_strip(scored)))
    before = [(strip.name, strip.channel, *compat.strip_span(strip)) for strip in compat.all_strips(scored)]
    scored.use_preview_range, scored.frame_preview_start, scored.frame_preview_end = True, 10, 40
    (new,) = generate(scored)
    everything = [(strip.name, strip.channel, *compat.strip_span(strip)) for strip in compat.all_strips(scored)]
    assert [told for told in everything if told[0] != new.name] == before
