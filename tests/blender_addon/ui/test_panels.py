"""Every panel draws in every state, and asks only for properties and operators that exist."""

from __future__ import annotations

from types import SimpleNamespace

import bpy
import pytest

from blender_addon.operators import diagnostics
from blender_addon.run import runs
from blender_addon.settings.preferences import preferences
from blender_addon.ui import panels, servers_panel, takes_panel
from blender_addon.ui.preferences_page import KinescorePreferences
from kinescore.errors import KinescoreError
from kinescore.request import MAX_SEED
from tests.blender_addon import movers, rigs

LISTS = {
    "KINESCORE_UL_takes": takes_panel.KINESCORE_UL_takes,
    "KINESCORE_UL_servers": servers_panel.KINESCORE_UL_servers,
}


class Layout:
    """Stands in for Blender's layout, which exists only while a window is drawn; writes down what is shown."""

    def __init__(self, shown: list[str]) -> None:
        self.shown = shown

    def row(self, **_: object) -> Layout:
        return Layout(self.shown)

    column = box = split = grid_flow = row

    def __setattr__(self, name: str, value: object) -> None:
        assert name in bpy.types.UILayout.bl_rna.properties or name == "shown", name
        super().__setattr__(name, value)

    def separator(self) -> None:
        pass

    def label(self, text: str, icon: str = "NONE", translate: bool = True) -> None:
        assert icon in bpy.types.UILayout.bl_rna.functions["label"].parameters["icon"].enum_items
        self.shown.append(text)

    def prop(self, data: bpy.types.bpy_struct, name: str, **options: str) -> None:
        assert name in data.bl_rna.properties, name
        _check(options, "prop")
        self.shown.append(name)

    def prop_search(self, data: object, name: str, source: object, collection: str, **options: str) -> None:
        assert name in data.bl_rna.properties
        assert collection in source.bl_rna.properties
        _check(options, "prop_search")

    def operator(self, name: str, **options: str) -> SimpleNamespace:
        room, operation = name.split(".")
        getattr(getattr(bpy.ops, room), operation).get_rna_type()  # raises for an operator that does not exist
        _check(options, "operator")
        self.shown.append(name)
        return SimpleNamespace()

    def template_list(self, kind: str, name: str, data: object, items: str, *active: object, rows: int) -> None:
        for index, item in enumerate(getattr(data, items)):
            row = SimpleNamespace()
            LISTS[kind].draw_item(row, bpy.context, self, data, item, 0, *active)
            self.shown.append(f"row {index}")

    def menu(self, name: str, **options: str) -> None:
        assert hasattr(bpy.types, name)
        _check(options, "menu")
        self.shown.append(name)

    def progress(self, **options: object) -> None:
        _check(options, "progress")
        self.shown.append(options["text"])


def _check(options: dict[str, object], function: str) -> None:
    assert set(options) <= set(bpy.types.UILayout.bl_rna.functions[function].parameters.keys())


def draw(panel: type) -> list[str]:
    shown: list[str] = []
    panel.draw(SimpleNamespace(layout=Layout(shown)), bpy.context)
    return shown


def draw_all() -> str:
    return "\n".join(line for panel in panels.PANELS for line in draw(panel))


def test_a_fresh_scene_says_what_is_missing(scene) -> None:
    assert "The scene has no armature" in draw_all()


def test_a_dancer_shows_coverage_and_the_button(scene, dancer) -> None:
    shown = draw(panels.KINESCORE_PT_view3d)
    assert "Dancer: 17 of 17 joints" in shown
    assert "kinescore.generate" in shown
    joints = draw(panels.KINESCORE_PT_sequencer_rig)
    assert joints[joints.index("Left Knee") + 1] == "LeftLeg"  # the bone is mixamorig:LeftLeg


def test_missing_joints_are_named(scene) -> None:
    rigs.add_humanoid(scene, rigs.MIXAMO)
    bpy.ops.object.mode_set(mode="EDIT")
    bones = bpy.context.active_object.data.edit_bones
    for bone in ("mixamorig:LeftFoot", "mixamorig:LeftLeg"):
        bones.remove(bones[bone])
    bpy.ops.object.mode_set(mode="OBJECT")
    text = " ".join(draw(panels.KINESCORE_PT_sequencer))
    assert "16 of 17 joints; missing: left ankle" in text  # the knee is the tail of the thigh


def test_the_music_panel_offers_engines_with_their_licence_where_there_is_a_server(scene, dancer) -> None:
    assert "engine_choice" not in draw(panels.KINESCORE_PT_view3d_music)
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    scene.kinescore.engine = "musicgen"
    shown = draw(panels.KINESCORE_PT_view3d_music)
    assert shown[shown.index("engine_choice") + 1] == "kinescore.test_connection"
    assert "example" in shown
    assert "CC-BY-NC-4.0: not for commercial use." in " ".join(shown)
    assert scene.kinescore.engine_choice == "musicgen"
    scene.kinescore.engine_choice = "groovebox"
    assert "the music it plays is yours" in " ".join(draw(panels.KINESCORE_PT_view3d_music))
    scene.kinescore.run_on = "HERE"
    assert "engine_choice" not in draw(panels.KINESCORE_PT_view3d_music)


def test_a_run_shows_phase_time_left_and_cancel(scene, dancer) -> None:
    scene.frame_end = 5000  # more than one slice
    run = runs.start_scoring(bpy.context, "")
    run.tick()
    shown = draw(panels.KINESCORE_PT_view3d)
    assert "Reading movement" in shown
    assert "kinescore.cancel" in shown
    assert "kinescore.generate" not in shown
    run.cancel()
    assert "Cancelling..." in draw(panels.KINESCORE_PT_view3d)
    while run.tick() is not None:
        pass
    assert "nothing was changed" in " ".join(draw(panels.KINESCORE_PT_view3d))
    assert "kinescore.check_takes" in draw(panels.KINESCORE_PT_sequencer_output)


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_takes_are_listed_with_what_can_be_done(scene, dancer) -> None:
    assert "Each soundtrack that you generate is listed here." in " ".join(draw(panels.KINESCORE_PT_sequencer_takes))
    scene.kinescore.prompt, scene.kinescore.seed = "joyful house", 7
    bpy.ops.kinescore.generate()
    shown = draw(panels.KINESCORE_PT_sequencer_takes)
    assert {"row 0", "starred", "name", "kinescore.use_take", "kinescore.compare_takes"} <= set(shown)
    assert {"kinescore.check_files", "kinescore.clean_takes"} <= set(shown)
    assert "“joyful house”, Groovebox, seed 7, 2.0 s at" in " ".join(shown)


def test_an_error_shows_its_remedy_until_it_is_dismissed(scene, dancer) -> None:
    runs.refuse(scene, KinescoreError("It broke.", "Mend it."))
    shown = draw(panels.KINESCORE_PT_view3d)
    assert {"It broke.", "Mend it.", "kinescore.copy_diagnostics"} <= set(shown)
    assert "It broke. Mend it." in diagnostics.describe(bpy.context)
    bpy.ops.kinescore.dismiss()
    assert "It broke." not in draw(panels.KINESCORE_PT_view3d)


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_a_waiting_job_offers_to_resume(scene, dancer) -> None:
    scene.kinescore.pending = "{}"
    shown = draw(panels.KINESCORE_PT_view3d)
    assert {"kinescore.resume", "kinescore.forget_job"} <= set(shown)
    with pytest.raises(RuntimeError, match="pending job lacks the field"):
        bpy.ops.kinescore.resume()


def test_the_preferences_draw(scene) -> None:
    shown: list[str] = []
    KinescorePreferences.draw(_with_layout(preferences(bpy.context), shown), bpy.context)
    assert {"address", "key_file", "kinescore.test_connection", "folder"} <= set(shown)


def _with_layout(real: KinescorePreferences, shown: list[str]) -> SimpleNamespace:
    return SimpleNamespace(layout=Layout(shown), bl_rna=real.bl_rna, address=real.address)


def test_another_seed_each_time(scene) -> None:
    seeds = set()
    for _ in range(5):
        bpy.ops.kinescore.randomize_seed()
        seeds.add(scene.kinescore.seed)
    assert len(seeds) == 5
    assert all(0 <= seed <= MAX_SEED for seed in seeds)


def test_what_is_no_humanoid_is_named_with_its_points(scene) -> None:
    ball = movers.add_mesh(scene, "Ball")
    movers.bounce(ball, scene, 1.0, 0.8)
    assert "Ball: no armature; its liveliest points are followed" in " ".join(draw(panels.KINESCORE_PT_view3d))
    assert "'Ball' has no bones" in " ".join(draw(panels.KINESCORE_PT_view3d_rig))
    arm = movers.add_chain(scene, "Arm", 2)
    assert "Arm: 2 bones, no humanoid" in " ".join(draw(panels.KINESCORE_PT_view3d))
    assert "at_tail" in draw(panels.KINESCORE_PT_view3d_rig)
    assert "no humanoid" in diagnostics.describe(bpy.context)
    assert rigs.add_humanoid(scene, rigs.MIXAMO) != arm


def test_animation_that_is_left_out_has_a_button(scene, dancer) -> None:
    assert "kinescore.take_all_frames" not in draw(panels.KINESCORE_PT_view3d)
    scene.frame_end = 20
    shown = draw(panels.KINESCORE_PT_view3d)
    assert "Frames 1-20, 0.8 s; the animation goes on to 47" in " ".join(shown)
    assert "kinescore.take_all_frames" in shown


def test_accents_on_cuts_is_a_setting_that_is_off(scene, dancer) -> None:
    assert "accents_on_cuts" in draw(panels.KINESCORE_PT_sequencer_music)
    assert not scene.kinescore.accents_on_cuts
