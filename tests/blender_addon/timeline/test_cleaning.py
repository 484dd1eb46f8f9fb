"""What cleaning up would remove: what was written for a take, and nothing that only has its name."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from blender_addon.timeline.cleaning import files_of
from blender_addon.timeline.take_files import write_take
from tests.blender_addon.takes import tiny_take

ORIGIN = {"motion_sha256": "0", "request": {}}


def test_an_edit_beside_a_take_is_the_artists(tmp_path: Path) -> None:
    files = write_take(tiny_take(stems=("bass",)), tmp_path, "Rig", ORIGIN)
    mix = files.sounds["mix"]
    edit = mix.with_name(f"{mix.stem}-my-edit.wav")
    edit.write_bytes(mix.read_bytes())
    entry = SimpleNamespace(take_id=files.take_id, path=lambda: mix)
    written = {path.name for path in tmp_path.iterdir()} - {edit.name}
    assert {path.name for path in files_of(entry)} == written
    assert files.sounds["bass"].name in written


def test_without_its_description_a_sound_is_nobodys_to_remove(tmp_path: Path) -> None:
    files = write_take(tiny_take(), tmp_path, "Rig", ORIGIN)
    mix = files.sounds["mix"]
    mix.with_suffix(".json").write_text("{}", "utf-8")
    assert files_of(SimpleNamespace(take_id=files.take_id, path=lambda: mix)) == ()


@pytest.mark.parametrize("suffix", [".wav", ".mid", "-bass.wav"])
def test_a_take_of_which_a_file_was_edited_since_is_the_artists(tmp_path: Path, suffix: str) -> None:
    files = write_take(tiny_take(stems=("bass",)), tmp_path, "Rig", ORIGIN)
    mix = files.sounds["mix"]
    entry = SimpleNamespace(take_id=files.take_id, path=lambda: mix)
    assert len(files_of(entry)) == 4
    mix.with_name(f"{mix.stem}{suffix}").write_bytes(b"cut by hand")
    assert files_of(entry) == ()
