"""Takes on disk: written whole or not at all, moved whole or left where they are."""

from __future__ import annotations

import sys
from pathlib import Path

import bpy
import pytest

from blender_addon.timeline.moving import move_waiting_music
from blender_addon.timeline.paths import FolderError, waiting_folder
from blender_addon.timeline.strips import place_strips
from blender_addon.timeline.take_files import write_take
from kinescore.sound.audio import wav_bytes
from tests.blender_addon.takes import tiny_take


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and whether it is still the same one."""
    return {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}


def test_a_file_that_holds_its_bytes_already_is_left_alone(tmp_path: Path) -> None:
    """Blender may be playing it."""
    files = write_take(tiny_take(), tmp_path, "Zoë's Rig", {"first_frame": 1})
    before = stamps(tmp_path)
    assert set(before) == {f"zoe-s-rig-{files.take_id}.{suffix}" for suffix in ("wav", "mid", "json")}
    assert write_take(tiny_take(), tmp_path, "Zoë's Rig", {"first_frame": 1}) == files
    assert stamps(tmp_path) == before
    write_take(tiny_take(), tmp_path, "Zoë's Rig", {"first_frame": 2})
    changed = {name for name, stamp in stamps(tmp_path).items() if stamp != before[name]}
    assert changed == {f"zoe-s-rig-{files.take_id}.json"}


def test_what_cannot_be_written_whole_leaves_no_new_file(tmp_path: Path) -> None:
    take = tiny_take(stems=("bass",))
    files = write_take(take, tmp_path / "probe", "Rig", {})
    blocked = tmp_path / "music" / files.sounds["bass"].name
    blocked.mkdir(parents=True)  # a folder where a stem is to be written
    with pytest.raises(FolderError, match="could not be written"):
        write_take(take, tmp_path / "music", "Rig", {})
    assert list((tmp_path / "music").iterdir()) == [blocked]


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_waiting_music_that_cannot_be_moved_stays_where_it_is(scene, tmp_path: Path) -> None:
    files = write_take(tiny_take(), waiting_folder(), "Rig", {})
    place_strips(scene, files, ["mix"], 1, 97, "{}")
    before = stamps(waiting_folder())
    (tmp_path / files.sounds["mix"].name).mkdir()  # a folder where the sound is to go
    with pytest.raises(FolderError, match="could not be copied"):
        move_waiting_music(scene, tmp_path)
    assert stamps(waiting_folder()) == before
    assert Path(bpy.path.abspath(bpy.data.sounds[0].filepath)) == files.sounds["mix"]


@pytest.mark.parametrize("suffix", [".wav", ".mid", "-bass.wav"])
def test_a_file_that_was_edited_is_never_written_over(tmp_path: Path, suffix: str) -> None:
    """The same settings make the same sound and the same name; what lies there by now is the artist's."""
    take = tiny_take(stems=("bass",))
    first = write_take(take, tmp_path, "Rig", {})
    edited = tmp_path / f"rig-{first.take_id}{suffix}"
    edited.write_bytes(b"cut by hand")
    again = write_take(take, tmp_path, "Rig", {})
    assert edited.read_bytes() == b"cut by hand"
    assert again.take_id != first.take_id
    assert again.sounds["mix"].stem == f"rig-{again.take_id}"
    assert again.sounds["mix"].read_bytes() == wav_bytes(take.audio)
    assert write_take(take, tmp_path, "Rig", {}) == again


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    import resource

    write_take(tiny_take(), tmp_path, "Rig", {})
    before = stamps(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))  # writing fails in the middle of a file
    try:
        with pytest.raises(FolderError, match="could not be written"):
            write_take(tiny_take(hz=330.0, stems=("bass",)), tmp_path, "Rig", {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert stamps(tmp_path) == before


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_waiting_music_moves_over_nothing_that_is_there(scene, tmp_path: Path) -> None:
    files = write_take(tiny_take(), waiting_folder(), "Rig", {})
    place_strips(scene, files, ["mix"], 1, 97, "{}")
    before = stamps(waiting_folder())
    stranger = tmp_path / files.sounds["mix"].name
    stranger.write_bytes(b"mine")
    with pytest.raises(FolderError, match="is there already and is another file"):
        move_waiting_music(scene, tmp_path)
    assert stamps(waiting_folder()) == before
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]
