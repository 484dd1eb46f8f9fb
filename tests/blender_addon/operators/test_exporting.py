"""A take out of Blender: counted as the scene counts, opened by the libraries of the formats."""

from __future__ import annotations

import csv
from pathlib import Path

import bpy
import numpy as np
import opentimelineio as otio
import pytest
import soundfile

from blender_addon import compat
from blender_addon.timeline.channels import COLOUR_TAGS
from blender_addon.timeline.ownership import PART_PROPERTY, our_strips
from tests.blender_addon import rigs

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
ALL = {"stems", "click", "midi", "otio", "csv", "edl"}


def score(scene: bpy.types.Scene, *, stems: bool = True) -> bpy.types.Scene:
    rigs.add_camera(scene)
    rigs.add_dancer(scene, rigs.MIXAMO)
    scene.kinescore.style, scene.kinescore.stems = "house", stems
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return scene


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    return score(saved_scene)


def rows(folder: Path) -> list[dict[str, str]]:
    (path,) = folder.glob("*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_written_and_opens(scored, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bpy.ops.kinescore.export_soundtrack(directory=str(out)) == {"FINISHED"}
    (path,) = out.glob("*.otio")
    timeline = otio.adapters.read_from_file(str(path))
    names = [track.name for track in timeline.audio_tracks()]
    assert names[0] == "Mix"
    assert names[-1] == "Click"
    assert len(names) > 4
    for clip in timeline.find_clips():
        info = soundfile.info(out / clip.media_reference.target_url)
        assert (info.frames, info.subtype) == (2 * 44100, "PCM_24")
    kinds = {row["kind"] for row in rows(out)}
    assert {"beat", "downbeat", "section"} <= kinds
    assert kinds & {"contact", "stop", "peak"}


def test_frames_and_timecode_are_the_scene_s(saved_scene, tmp_path: Path) -> None:
    settings = saved_scene.kinescore
    settings.frames, settings.first_frame, settings.last_frame = "CUSTOM", 25, 72
    score(saved_scene, stems=False)
    a, b = (tmp_path / "a", "00:00:00:00"), (tmp_path / "b", "10:00:00:00")
    for (folder, timecode), first in ((a, "00:00:01:00"), (b, "10:00:01:00")):  # a second after the scene's first frame
        bpy.ops.kinescore.export_soundtrack(directory=str(folder), kinds={"csv", "edl", "otio"}, timecode=timecode)
        row = next(row for row in rows(folder) if row["kind"] == "section")
        assert (row["time_s"], row["frame"], row["timecode"]) == ("0.000000", "25", first)
        (path,) = folder.glob("*.otio")
        start = otio.adapters.read_from_file(str(path)).global_start_time
        assert otio.opentime.to_timecode(start, 24) == first


def test_music_that_begins_before_the_scene_s_timecode_is_told_and_has_one_after_another(saved_scene, tmp_path) -> None:
    settings = saved_scene.kinescore
    settings.frames, settings.first_frame, settings.last_frame = "CUSTOM", -23, 48
    score(saved_scene, stems=False)
    with pytest.raises(RuntimeError, match="begin 24 frames before timecode 00:00:00:00"):
        bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "a"), kinds={"csv"})
    kinds, timecode = {"csv", "edl", "otio"}, "01:00:00:00"
    bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "b"), kinds=kinds, timecode=timecode)
    told = rows(tmp_path / "b")
    assert (told[0]["frame"], told[0]["timecode"]) == ("-23", "00:59:59:00")
    (path,) = (tmp_path / "b").glob("*-beats.edl")
    edl = otio.adapters.read_from_file(str(path), rate=24)
    starts = {round(clip.source_range.start_time.value) for clip in edl.find_clips()}
    musical = (row for row in told if row["kind"] in ("beat", "downbeat", "section"))
    assert starts == {24 * 3600 - 1 + int(row["frame"]) for row in musical}


def test_fps_base_counts(saved_scene, tmp_path: Path) -> None:
    saved_scene.render.fps, saved_scene.render.fps_base = 30, 1.001
    score(saved_scene, stems=False)
    for folder, drop, head in ((tmp_path / "drop", True, "FCM: DROP"), (tmp_path / "non", False, "FCM: NON-DROP")):
        bpy.ops.kinescore.export_soundtrack(directory=str(folder), kinds={"csv", "edl", "otio"}, drop_frame=drop)
        (edl,) = folder.glob("*-hits.edl")
        assert head in edl.read_text("utf-8")
        (path,) = folder.glob("*.otio")
        assert otio.adapters.read_from_file(str(path)).global_start_time.rate == pytest.approx(30000 / 1001)
        for row in rows(folder):
            assert int(row["frame"]) == 1 + round(float(row["time_s"]) * 30000 / 1001)


def test_flac_holds_the_same_samples(scored, tmp_path: Path) -> None:
    bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "wav"), kinds={"stems"})
    bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "flac"), kinds={"stems"}, sounds="FLAC")
    wavs = sorted((tmp_path / "wav").glob("*.wav"))
    assert len(wavs) > 4
    for wav in wavs:
        flac = tmp_path / "flac" / f"{wav.stem}.flac"
        assert soundfile.info(flac).subtype == "PCM_24"
        np.testing.assert_array_equal(soundfile.read(flac, dtype="int32")[0], soundfile.read(wav, dtype="int32")[0])


def test_what_the_artist_changed_is_not_replaced(scored, tmp_path: Path) -> None:
    assert bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out")) == {"FINISHED"}
    assert bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"), timecode="01:00:00:00") == {"FINISHED"}
    (table,) = (tmp_path / "out").glob("*.csv")
    table.write_text("mine")
    with pytest.raises(RuntimeError, match="not as an export left it"):
        bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"))
    assert table.read_text() == "mine"


def test_a_take_without_stems_has_the_rest(saved_scene, tmp_path: Path) -> None:
    score(saved_scene, stems=False)
    assert bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"), kinds=ALL) == {"FINISHED"}
    assert len(list((tmp_path / "out").glob("*.wav"))) == 2


def test_a_wrong_timecode_or_take_is_told(scored, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no timecode"):
        bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"), timecode="noon")
    with pytest.raises(RuntimeError, match="not in the list"):
        bpy.ops.kinescore.export_soundtrack(directory=str(tmp_path / "out"), take="none")
    assert not (tmp_path / "out").exists()


def test_stems_lie_on_named_channels_in_their_colours(scored) -> None:
    for strip in our_strips(scored):
        part = strip[PART_PROPERTY]
        assert strip.color_tag == COLOUR_TAGS.get(part, "NONE")
        assert scored.sequence_editor.channels[strip.channel].name == f"♪ {part.title()}"
    assert {strip.color_tag for strip in our_strips(scored)} >= {"COLOR_01", "COLOR_05"}


def test_channels_and_colours_of_the_artist_stay(scored) -> None:
    drums = next(strip for strip in our_strips(scored) if strip[PART_PROPERTY] == "drums")
    drums.color_tag = "COLOR_08"
    scored.sequence_editor.channels[drums.channel].name = "Beat"
    scored.kinescore.seed += 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    drums = next(strip for strip in our_strips(scored) if strip[PART_PROPERTY] == "drums")
    assert drums.color_tag == "COLOR_08"
    assert scored.sequence_editor.channels[drums.channel].name == "Beat"


def test_stems_that_follow_a_mix_get_colours(saved_scene) -> None:
    score(saved_scene, stems=False)
    (mix,) = compat.existing_strips(saved_scene)
    assert mix.color_tag == "NONE"
    saved_scene.kinescore.stems = True
    saved_scene.kinescore.seed += 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    assert {strip.color_tag for strip in our_strips(saved_scene)} > {"COLOR_01"}
