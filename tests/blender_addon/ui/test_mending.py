"""Every error that can be mended by a button carries it, and the button mends it."""

from __future__ import annotations

import re
from pathlib import Path

import bpy
import pytest

from blender_addon.run import runs
from blender_addon.settings.request import frame_range
from blender_addon.ui import panels
from blender_addon.ui.mending import MENDED_BY
from kinescore.errors import KinescoreError
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw

PACKAGE = Path(__file__).resolve().parents[3] / "backend" / "kinescore"
BY_WORDS = {"bad_request", "bad_motion", "bad_prompt", "bad_input", "internal"}
"""Mended by another prompt, setting or selection, which the panel shows above the message; or by a report."""


def test_every_code_that_a_run_can_end_with_has_its_buttons() -> None:
    """Those that the protocol's page lists are those that can come from a server; the rest are the add-on's own."""
    page = (PACKAGE.parents[1] / "docs" / "reference" / "wire-protocol.md").read_text("utf-8")
    passage = page.split("## Errors\n")[1].split("\n## ")[0]
    rows = [cell for line in passage.splitlines() for cell in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", line)]
    said = {code for cell in rows for code in re.findall(r"`(\w+)`", cell)}
    assert len(said) > 10
    ours = {
        code
        for path in Path(runs.__file__).parents[1].rglob("*.py")
        for code in re.findall(r'code ?= ?"(\w+)"', path.read_text("utf-8"))
    }
    assert said | ours <= MENDED_BY.keys() | BY_WORDS


@pytest.mark.parametrize("code", [*MENDED_BY, "bad_prompt"])
def test_the_buttons_are_drawn_below_their_error(scene, code) -> None:
    rigs.add_dancer(scene, rigs.MIXAMO)
    runs.refuse(scene, KinescoreError("It broke.", "Mend it.", code=code))
    shown = draw(panels.KINESCORE_PT_view3d)
    after = shown[shown.index("It broke.") :]
    assert {button for button, _ in MENDED_BY.get(code, ())} <= set(after)
    assert "kinescore.copy_diagnostics" in after


def test_edit_mode_is_left_by_its_button(scene) -> None:
    rigs.add_dancer(scene, rigs.MIXAMO)
    bpy.ops.object.mode_set(mode="EDIT")
    assert "kinescore.leave_edit_mode" in draw(panels.KINESCORE_PT_view3d)
    assert bpy.ops.kinescore.leave_edit_mode() == {"FINISHED"}
    assert "kinescore.leave_edit_mode" not in draw(panels.KINESCORE_PT_view3d)


def test_an_empty_range_is_mended_by_all_frames(scene) -> None:
    rigs.add_dancer(scene, rigs.MIXAMO)
    scene.frame_end = scene.frame_start
    assert "kinescore.take_all_frames" in draw(panels.KINESCORE_PT_view3d)
    bpy.ops.kinescore.take_all_frames()
    assert frame_range(scene).last == 47
    assert "kinescore.take_all_frames" not in draw(panels.KINESCORE_PT_view3d)


def test_the_example_is_cleared(scene) -> None:
    scene.kinescore.example = "//nowhere.wav"
    assert bpy.ops.kinescore.clear_example() == {"FINISHED"}
    assert scene.kinescore.example == ""
