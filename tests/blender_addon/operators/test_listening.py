"""After the click: the music is heard and seen from any workspace, and an error carries the button that mends it."""

from __future__ import annotations

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.settings.preferences import preferences
from blender_addon.ui import panels
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """A dancer with a finished take over frames 11 to 48."""
    saved_scene.frame_start = 11
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return saved_scene


def test_finished_music_offers_to_be_heard_and_seen(scored) -> None:
    shown = draw(panels.KINESCORE_PT_view3d)
    assert {"kinescore.play", "kinescore.show_in_sequencer", "kinescore.sync_to_audio"} <= set(shown)
    assert bpy.ops.kinescore.sync_to_audio() == {"FINISHED"}
    assert scored.sync_mode == "AUDIO_SYNC"
    assert "kinescore.sync_to_audio" not in draw(panels.KINESCORE_PT_view3d)


def test_play_begins_where_the_music_does(scored) -> None:
    scored.frame_set(30)
    assert bpy.ops.kinescore.play() == {"FINISHED"}
    assert scored.frame_current == 11


def test_there_is_nothing_to_play_before(saved_scene) -> None:
    assert not bpy.ops.kinescore.play.poll()


def test_a_sequencer_opens_and_no_other_editor_goes(scored) -> None:
    kinds = sorted(area.type for area in bpy.context.screen.areas)
    assert "SEQUENCE_EDITOR" not in kinds
    assert bpy.ops.kinescore.show_in_sequencer() == {"FINISHED"}
    after = sorted(area.type for area in bpy.context.screen.areas)
    assert after == sorted([*kinds, "SEQUENCE_EDITOR"])
    if hasattr(bpy.context.workspace, "sequencer_scene"):
        assert bpy.context.workspace.sequencer_scene == scored
    assert bpy.ops.kinescore.show_in_sequencer() == {"FINISHED"}
    assert sorted(area.type for area in bpy.context.screen.areas) == after, "one is enough"


def test_one_button_goes_on_without_the_server(scored) -> None:
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    scored.kinescore.seed = 3
    with pytest.raises(RuntimeError, match="No Kinescore server answers"):
        bpy.ops.kinescore.generate()
    assert "kinescore.use_built_in" in draw(panels.KINESCORE_PT_view3d)
    assert bpy.ops.kinescore.use_built_in() == {"FINISHED"}
    assert runs.last_outcome(scored).error is None
    assert len(compat.existing_strips(scored)) == 1
    assert scored.kinescore_takes[-1].seed == 3


def test_what_stops_the_built_in_engine_is_told(scored) -> None:
    bpy.data.objects.remove(bpy.data.objects["Dancer"])
    with pytest.raises(RuntimeError, match="no armature"):
        bpy.ops.kinescore.use_built_in()
