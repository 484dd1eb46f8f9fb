"""Every file that is exported, opened by the library that its format belongs to."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import mido
import numpy as np
import opentimelineio as otio
import pytest
import soundfile

from kinescore.exchange.cue_list import csv_bytes
from kinescore.exchange.cues import Cue, beat_cues, hit_cues
from kinescore.exchange.edl import edl_bytes
from kinescore.exchange.export import Export, ExportKind
from kinescore.exchange.timecode import Picture, TimecodeError, exact_rate
from tests.exchange.made_takes import HITS, SECONDS, made_take

FILM = Picture(Fraction(24), first_frame=101, start=86400)
BROADCAST = Picture(Fraction(30000, 1001), start=107892, drop_frame=True)
PULLED_DOWN = Picture(Fraction(24000, 1001), first_frame=1001, start=86400)
SMOOTH = Picture(Fraction(60000, 1001), first_frame=-50, start=3597, drop_frame=True)  # a number is left out soon
PICTURES = pytest.mark.parametrize(
    "picture", [FILM, BROADCAST, PULLED_DOWN, SMOOTH], ids=["24", "29.97 drop-frame", "23.976", "59.94 drop-frame"]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


def exported(folder: Path, picture: Picture, *kinds: ExportKind, suffix: str = ".wav") -> Path:
    Export(made_take(), "dance", picture, kinds, suffix).write(folder)
    return folder


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_stems_and_mix_are_the_take_s_own_samples(folder: Path, suffix: str) -> None:
    exported(folder, FILM, ExportKind.STEMS, suffix=suffix)
    sounds = {path.stem: soundfile.read(path, dtype="float32")[0].T for path in folder.glob(f"*{suffix}")}
    assert sounds.keys() == {"dance", "dance-drums", "dance-bass"}
    assert soundfile.info(folder / f"dance{suffix}").subtype == "PCM_24"
    np.testing.assert_array_equal(sounds["dance-drums"], made_take().stems["drums"].samples)
    np.testing.assert_array_equal(sounds["dance"], sounds["dance-drums"] + sounds["dance-bass"])


def test_the_click_is_where_beats_are_and_louder_on_downbeats(folder: Path) -> None:
    exported(folder, FILM, ExportKind.CLICK)
    samples, rate = soundfile.read(folder / "dance-click.wav")
    take = made_take()
    assert len(samples) == take.audio.samples.shape[1]
    loud = [np.abs(samples[round(beat * rate) :][: rate // 20]).max() for beat in take.beats]
    ones = set(take.downbeats.tolist())
    assert min(loud[i] for i in ones) > 1.4 * max(loud[i] for i in range(len(loud)) if i not in ones)
    assert np.abs(samples[: round(take.beats[0] * rate) - 1]).max() == 0.0


@PICTURES
def test_opentimelineio_reads_the_timeline(folder: Path, picture: Picture) -> None:
    exported(folder, picture, ExportKind.STEMS, ExportKind.CLICK, ExportKind.OTIO)
    timeline = otio.adapters.read_from_file(str(folder / "dance.otio"))
    rate = float(picture.rate)
    start = timeline.global_start_time
    assert start == otio.opentime.RationalTime(picture.start, rate)
    assert otio.opentime.to_timecode(start, rate, picture.drop_frame) == picture.timecode(0)
    tracks = timeline.audio_tracks()
    assert [track.name for track in tracks] == ["Mix", "Drums", "Bass", "Click"]
    assert [track.enabled for track in tracks] == [True, False, False, False]
    assert len({track.color.name for track in tracks}) >= 3
    for track in tracks:
        (clip,) = track.find_clips()
        info = soundfile.info(folder / clip.media_reference.target_url)
        available = clip.available_range()
        assert (available.start_time.value, available.duration) == (
            0,
            otio.opentime.RationalTime(info.frames, info.samplerate),
        )
        used = clip.trimmed_range()
        assert used.duration.rate == pytest.approx(rate)
        assert used.duration.value == int(SECONDS * picture.rate)
        assert used.duration.to_seconds() <= available.duration.to_seconds() + 1e-6


@PICTURES
def test_its_markers_are_hits_beats_and_sections(folder: Path, picture: Picture) -> None:
    exported(folder, picture, ExportKind.OTIO)
    markers = otio.adapters.read_from_file(str(folder / "dance.otio")).tracks.markers
    at = {(m.name, m.metadata["kinescore"]["kind"]): m for m in markers}
    assert len(markers) == len(at) == len(HITS) + 10 + 2
    stop = at["Stop", "stop"]
    assert stop.color == "YELLOW"
    assert stop.metadata["kinescore"]["weight"] == 1.0
    assert stop.marked_range.start_time == otio.opentime.RationalTime(round(1.26 * picture.rate), float(picture.rate))
    assert at["Bar 2", "downbeat"].marked_range.start_time.to_seconds() == pytest.approx(2.75, abs=0.5 / picture.rate)
    assert {"0.1", "1.4", "Intro", "Drop", "Cut", "Marker"} <= {name for name, _ in at}


def read_table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_the_table_has_every_hit_and_beat_in_order() -> None:
    take = made_take()
    rows = read_table(csv_bytes((*hit_cues(take), *beat_cues(take)), FILM))
    times = [float(row["time_s"]) for row in rows]
    assert times == sorted(times)
    assert len(rows) == len(HITS) + 10 + 2
    (stop,) = (row for row in rows if row["kind"] == "stop")
    told = {"time_s": "1.260000", "frame": "131", "timecode": "01:00:01:06", "weight": "1.000", "name": "Stop"}
    assert told.items() <= stop.items()
    assert [row["name"] for row in rows if row["kind"] == "downbeat"] == ["Bar 1", "Bar 2", "Bar 3"]


def test_no_name_in_the_table_is_a_formula() -> None:
    (row,) = read_table(csv_bytes([Cue(0.0, "stop", "Stop", 1.0, '=HYPERLINK("x";"y")')], FILM))
    assert row["who"].startswith("'=")


@PICTURES
def test_the_cmx_3600_adapter_reads_the_edl(folder: Path, picture: Picture) -> None:
    exported(folder, picture, ExportKind.EDL)
    for what, count in (("hits", 4), ("beats", 11)):  # two hits share a frame, and the second section a downbeat
        text = (folder / f"dance-{what}.edl").read_text("utf-8")
        assert text.split("\n")[1] == f"FCM: {'DROP FRAME' if picture.drop_frame else 'NON-DROP FRAME'}"
        timeline = otio.adapters.read_from_string(text, "cmx_3600", rate=float(picture.rate))
        clips = list(timeline.find_clips())
        assert len(clips) == count
        starts = [clip.source_range.start_time for clip in clips]
        assert [round(start.value) for start in starts] == sorted(round(start.value) for start in starts)
        assert all(clip.source_range.duration.value == 1 for clip in clips)
    hits = {picture.start + picture.frames(hit.time_s) for hit in HITS}
    timeline = otio.adapters.read_from_file(str(folder / "dance-hits.edl"), rate=float(picture.rate))
    assert {round(clip.source_range.start_time.value) for clip in timeline.find_clips()} == hits


def test_its_locators_name_kind_and_weight() -> None:
    text = edl_bytes(hit_cues(made_take()), FILM, "dance hits").decode()
    timeline = otio.adapters.read_from_string(text, "cmx_3600", rate=24)
    markers = [marker for clip in timeline.find_clips() for marker in clip.markers]
    assert [(marker.name, marker.color) for marker in markers] == [
        ("Contact 0.90", "RED"),
        ("Stop 1.00, Peak 0.25", "YELLOW"),
        ("Cut 0.70", "PURPLE"),
        ("Marker 0.50", "PINK"),
    ]
    assert " |C:ResolveColorRed |M:Contact 0.90 |D:1\n" in text


def test_an_edl_has_no_room_for_more_than_100_frames_a_second() -> None:
    with pytest.raises(TimecodeError, match="at most 100 frames a second; this picture has 120"):
        edl_bytes(hit_cues(made_take()), Picture(exact_rate(120)), "x")


def test_a_name_cannot_break_out_of_its_line() -> None:
    text = edl_bytes([Cue(0.0, "stop", "Stop", 1.0, "A|B\n* LOC: 00:00:00:01 RED x")], FILM, "a\nb").decode()
    assert len(text.strip().split("\n")) == 6
    assert "A/B * LOC" in text


def tempo_track(data: bytes) -> tuple[mido.MidiFile, list[tuple[float, mido.MetaMessage]]]:
    """The first track's events with their seconds, as mido counts."""
    file = mido.MidiFile(file=io.BytesIO(data))
    events, seconds, tempo = [], 0.0, 500_000
    for message in file.tracks[0]:
        seconds += mido.tick2second(message.time, file.ticks_per_beat, tempo)
        tempo = message.tempo if message.type == "set_tempo" else tempo
        events.append((seconds, message))
    return file, events


def test_mido_reads_tempo_map_sections_and_hits(folder: Path) -> None:
    exported(folder, FILM, ExportKind.MIDI)
    file, events = tempo_track((folder / "dance.mid").read_bytes())
    assert file.length == pytest.approx(SECONDS, abs=1e-3)
    tempi = [(s, m.tempo) for s, m in events if m.type == "set_tempo"]
    assert tempi == [(0.0, 500_000)]
    markers = [(m.text, s) for s, m in events if m.type == "marker"]
    wanted = [("intro", 0.0), ("drop", 2.75), *((hit.kind.value.capitalize(), hit.time_s) for hit in HITS)]
    assert sorted(markers) == [(name, pytest.approx(at, abs=2e-4)) for name, at in sorted(wanted)]
    cues = [m.text for _, m in events if m.type == "cue_marker"]
    assert cues == ["Contact 0.90", "Stop 1.00", "Peak 0.25", "Cut 0.70", "Marker 0.50"]


def test_a_take_without_hits_is_exported_all_the_same(folder: Path) -> None:
    Export(replace(made_take(), hits=(), fps=0.0), "dance", FILM).write(folder)
    assert otio.adapters.read_from_file(str(folder / "dance.otio")).tracks.markers
    assert (folder / "dance-hits.edl").read_text("utf-8").startswith("TITLE: dance hits\n")


def test_a_take_without_beats_is_exported_all_the_same(folder: Path) -> None:
    Export(replace(made_take(), beats=np.zeros(0), downbeats=np.zeros(0, np.int64)), "dance", FILM).write(folder)
    assert mido.MidiFile(folder / "dance.mid").length == pytest.approx(SECONDS, abs=1e-3)
    assert not soundfile.read(folder / "dance-click.wav")[0].any()
