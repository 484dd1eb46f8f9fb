"""A song from the artist's disk becomes the example of a request, whatever its length."""

from __future__ import annotations

import sys
from pathlib import Path

import bpy
import numpy as np
import pytest

from blender_addon.run.request_files import read_example
from blender_addon.settings.preferences import preferences
from kinescore.errors import RequestError
from kinescore.request import MAX_EXAMPLE_SECONDS
from kinescore.sound.audio import Audio, wav_bytes
from tests.blender_addon import rigs

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
RATE = 22_050


def save_song(path: Path, levels: tuple[float, ...]) -> str:
    """Write stereo sound, 10 s at each level."""
    samples = np.tile(np.repeat(np.array(levels, np.float32), 10 * RATE), (2, 1))
    path.write_bytes(wav_bytes(Audio(samples, RATE)))
    return str(path)


def test_of_a_long_song_the_middle_is_read(saved_scene, tmp_path: Path) -> None:
    example = read_example(save_song(tmp_path / "lied – 歌.wav", (0.1, 0.2, 0.3, 0.4, 0.5)))
    assert (example.rate, len(example.samples)) == (RATE, 1)
    assert example.seconds == pytest.approx(MAX_EXAMPLE_SECONDS, abs=0.01)
    assert np.unique(example.samples.round(3)) == pytest.approx([0.2, 0.3, 0.4], abs=1e-3)


def test_a_short_song_is_read_whole_and_none_is_none(saved_scene) -> None:
    save_song(Path(bpy.data.filepath).with_name("short.wav"), (0.25,))
    assert read_example("//short.wav").seconds == pytest.approx(10.0, abs=0.01)
    assert read_example("") is None


def test_what_is_no_song_is_one_sentence_and_nothing_starts(saved_scene) -> None:
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    for name in ("missing.wav", Path(bpy.data.filepath).name):
        with pytest.raises(RequestError, match=r"The example song .* cannot be read: .* Choose a sound file"):
            read_example(f"//{name}")
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    saved_scene.kinescore.example = "//missing.wav"
    with pytest.raises(RuntimeError, match=r"missing\.wav"):
        bpy.ops.kinescore.generate()


def test_a_blender_that_keeps_its_sound_library_to_itself_is_told_apart(
    saved_scene, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setitem(sys.modules, "aud", None)  # importing it raises ImportError
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    preferences(bpy.context).address = "tcp://127.0.0.1:1"
    saved_scene.kinescore.example = save_song(tmp_path / "song.wav", (0.1,))
    with pytest.raises(RuntimeError, match=r"does not let add-ons read sound.*Clear Example"):
        bpy.ops.kinescore.generate()
