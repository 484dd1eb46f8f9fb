"""Strips: the exact frame, a free channel, our earlier take and nobody else's."""

from __future__ import annotations

from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.timeline import ownership, paths, strips
from blender_addon.timeline.take_files import write_take
from tests.blender_addon.takes import tiny_take
from tests.blender_addon.unchanged import photograph

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def folder(saved_scene) -> Path:
    return paths.output_folder("//kinescore/").path


def place(scene, folder, take, first_frame=1, parts=("mix",)) -> strips.Placement:
    files = write_take(take, folder, "Zoë's Rig", {})
    frames = round(take.audio.seconds * scene.render.fps / scene.render.fps_base)
    return strips.place_strips(scene, files, parts, first_frame, first_frame + frames, "{}")


def spans(scene) -> list[tuple[int, int, int]]:
    return sorted((strip.channel, *compat.strip_span(strip)) for strip in compat.existing_strips(scene))


@pytest.mark.parametrize(("fps", "base", "frames"), [(24, 1.0, 96), (30, 1.0, 120), (24, 1.001, 96), (60, 1.001, 240)])
def test_a_strip_starts_at_its_frame_and_lasts_as_long_as_its_sound(saved_scene, folder, fps, base, frames) -> None:
    saved_scene.render.fps, saved_scene.render.fps_base = fps, base
    place(saved_scene, folder, tiny_take(), first_frame=101)
    assert spans(saved_scene) == [(1, 101, 101 + frames)]


def test_the_sound_lies_beside_the_file_by_a_relative_path(saved_scene, folder) -> None:
    place(saved_scene, folder, tiny_take())
    (sound,) = bpy.data.sounds
    assert sound.filepath.startswith("//kinescore")
    assert Path(bpy.path.abspath(sound.filepath)).is_file()
    assert Path(sound.filepath.replace("\\", "/")).name.startswith("zoe-s-rig-")
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".mid", ".wav"]


def test_other_strips_keep_their_channels_and_places(saved_scene, folder) -> None:
    place(saved_scene, folder, tiny_take(hz=300), first_frame=1)
    (theirs,) = compat.existing_strips(saved_scene)
    del theirs[ownership.TAKE_PROPERTY]  # now it is like any strip of the user's, whatever its name
    place(saved_scene, folder, tiny_take(), first_frame=50)
    assert spans(saved_scene) == [(1, 1, 97), (2, 50, 146)]


def test_a_new_take_replaces_the_earlier_one_in_place(saved_scene, folder) -> None:
    place(saved_scene, folder, tiny_take())
    (old,) = compat.existing_strips(saved_scene)
    old.channel, old.volume, old.name = 5, 0.5, "My favourite"
    placement = place(saved_scene, folder, tiny_take(hz=330), first_frame=1)
    (new,) = compat.existing_strips(saved_scene)
    assert (new.channel, new.volume) == (5, 0.5)
    assert new[ownership.TAKE_PROPERTY] not in placement.replaced
    assert len(bpy.data.sounds) == 1
    assert len(list(folder.glob("*.wav"))) == 2  # the earlier take is still on disk


def test_takes_of_other_frames_stay(saved_scene, folder) -> None:
    place(saved_scene, folder, tiny_take(), first_frame=1)
    place(saved_scene, folder, tiny_take(hz=330), first_frame=97)
    assert spans(saved_scene) == [(1, 1, 97), (1, 97, 193)]


def test_stems_get_channels_of_their_own(saved_scene, folder) -> None:
    take = tiny_take(stems=("drums", "bass"))
    place(saved_scene, folder, take, parts=("drums", "bass"))
    assert spans(saved_scene) == [(1, 1, 97), (2, 1, 97)]
    assert {strip[ownership.PART_PROPERTY] for strip in compat.existing_strips(saved_scene)} == {"drums", "bass"}
    place(saved_scene, folder, take)
    assert spans(saved_scene) == [(1, 1, 97)]


def test_full_channels_are_refused_and_nothing_changes(saved_scene, folder) -> None:
    for channel in range(1, 129):
        compat.strips(saved_scene).new_effect(
            name="Colour", type="COLOR", channel=channel, frame_start=1, **effect_end(200)
        )
    before = photograph(saved_scene)
    with pytest.raises(strips.PlacementError, match="it has 0, the music needs"):
        place(saved_scene, folder, tiny_take())
    assert photograph(saved_scene) == before


def effect_end(frame: int) -> dict[str, int]:
    """new_effect's argument for the end, which 5.1 calls length."""
    names = [p.identifier for p in bpy.types.StripsTopLevel.bl_rna.functions["new_effect"].parameters]
    return {"length": frame - 1} if "length" in names else {"frame_end": frame}


def test_a_sound_that_cannot_be_read_leaves_nothing(saved_scene, folder) -> None:
    files = write_take(tiny_take(), folder, "Rig", {})
    files.sounds["mix"].unlink()
    compat.strips(saved_scene)
    before = photograph(saved_scene)
    with pytest.raises(strips.PlacementError, match="cannot read"):
        strips.place_strips(saved_scene, files, ["mix"], 1, 97, "{}")
    assert photograph(saved_scene) == before


def test_the_sequencer_shows_the_scene_when_it_shows_none(saved_scene) -> None:
    workspace = bpy.data.workspaces[0]
    if not hasattr(workspace, "sequencer_scene"):
        pytest.skip("before Blender 5.0 the Sequencer shows the window's scene")
    workspace.sequencer_scene = None
    assert compat.show_in_sequencers(saved_scene) is None
    assert workspace.sequencer_scene == saved_scene
    other = bpy.data.scenes.new("Other")
    bpy.context.window.workspace.sequencer_scene = other
    assert compat.show_in_sequencers(saved_scene) == "Other"
