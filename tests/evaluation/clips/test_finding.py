"""What belongs together is found, and what is missing is said, never dropped."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kinescore.data.pairs import Split, find_pairs
from kinescore.data.preparing import prepare_sequences
from kinescore.data.sequences import read_sequences
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.beat_times import read_beat_times
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.clip_list import clips_from_list
from kinescore.evaluation.clips.clips_file import read_clips, write_clips
from kinescore.evaluation.clips.finding import clips_from_dataset, find_clips, unused_files
from kinescore.evaluation.results.results_folder import clips_file
from kinescore.evaluation.tables.remarks import remarks_on_songs
from kinescore.files.shard import Shard
from kinescore.files.strict_json import FormatError
from kinescore.grid.config import read_grid
from tests.data.made_pairs import write_aist


def touch(folder: Path, *names: str) -> Path:
    """Make empty files; finding reads none."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


RELEASED = (
    "test/mBR0/gBR_sBM_c01_d04_mBR0_ch02_1",
    "test/mBR0/gBR_sBM_c01_d04_mBR0_ch02_2",
    "test/mHO5/gHO_sFM_c01_d19_mHO5_ch02_1",
)


def test_the_released_layout_pairs_up(tmp_path: Path) -> None:
    ours = touch(tmp_path / "ours", *(f"{name}.wav" for name in RELEASED))
    reference = touch(tmp_path / "audio_clips", *(f"{name}.wav" for name in RELEASED), *(f"{n}.json" for n in RELEASED))
    motion = touch(tmp_path / "keypoints_clips", *(f"{name}.pkl" for name in RELEASED))
    clips = find_clips({"ours": ours}, reference, motion)
    assert [clip.name for clip in clips] == sorted(RELEASED)
    assert [clip.song for clip in clips] == ["mBR0", "mBR0", "mHO5"]
    assert [clip.genre for clip in clips] == ["BR", "BR", "HO"]
    for clip in clips:
        assert clip.reference == FileSpan(reference / f"{clip.name}.wav")
        assert clip.motion == FileSpan(motion / f"{clip.name}.pkl")
        assert clip.generated == {"ours": FileSpan(ours / f"{clip.name}.wav")}


def test_flat_folders_and_other_cameras_pair_up_by_file_name(tmp_path: Path) -> None:
    ours = touch(tmp_path / "ours", *(f"{name}.wav" for name in RELEASED))
    stems = [name.rpartition("/")[2] for name in RELEASED]
    theirs = touch(tmp_path / "theirs", *(f"{stem}.flac" for stem in stems))
    motion = touch(tmp_path / "motion", *(f"{stem.replace('c01', 'cAll')}.pkl" for stem in stems))
    clips = find_clips({"ours": ours, "theirs": theirs}, None, motion)
    assert list(clips[0].generated) == ["ours", "theirs"]
    assert [clip.generated["theirs"].path.stem for clip in clips] == stems
    assert [clip.motion.path.stem.replace("cAll", "c01") for clip in clips] == stems
    assert clips[0].reference is None


def test_names_of_ones_own_are_songs_of_their_own(tmp_path: Path) -> None:
    clips = find_clips({"ours": touch(tmp_path, "a_1.wav", "a_2.wav")}, None, None, genre="waltz")
    assert [(clip.song, clip.genre) for clip in clips] == [("a_1", "waltz"), ("a_2", "waltz")]


def test_beat_times_may_stand_for_a_reference(tmp_path: Path) -> None:
    reference = touch(tmp_path / "beats", "a.txt", "b.beats")
    clips = find_clips({"ours": touch(tmp_path / "ours", "a.wav", "b.wav")}, reference, None)
    assert [clip.reference.path.name for clip in clips] == ["a.txt", "b.beats"]


def test_missing_partners_are_counted_and_named(tmp_path: Path) -> None:
    ours = touch(tmp_path / "ours", *(f"c{number}.wav" for number in range(9)))
    few = touch(tmp_path / "few", "c0.wav", "c5.wav")
    for generated, reference, motion, label in (
        ({"ours": ours, "few": few}, None, None, "few"),
        ({"ours": ours}, few, None, "reference"),
    ):
        with pytest.raises(EvaluationError, match=rf"\({label}\) lacks 7 of 9 clips: c1, c2, c3 and 4 more\."):
            find_clips(generated, reference, motion)
    with pytest.raises(EvaluationError, match=r"has 7 clips that .*few \(few\) lacks: c1\.wav, c2\.wav, c3\.wav and 4"):
        find_clips({"few": few, "ours": ours}, None, None)
    touch(tmp_path / "motion", "c0.npz")
    with pytest.raises(EvaluationError, match=r"\(motion\) lacks 8 of 9 clips"):
        find_clips({"ours": ours}, None, tmp_path / "motion")


def test_what_no_clip_uses_is_said(tmp_path: Path) -> None:
    reference = touch(tmp_path / "reference", "a.wav", "b.wav", "c.wav")
    clips = find_clips({"ours": touch(tmp_path / "ours", "b.wav")}, reference, None)
    assert unused_files(clips, reference, None) == ["2 reference files have no generated music and do not count: a, c."]


def test_what_could_be_taken_for_another_is_refused(tmp_path: Path) -> None:
    ours = touch(tmp_path / "ours", "x.wav")
    double = touch(tmp_path / "double", "a/x.wav", "b/x.wav")
    with pytest.raises(EvaluationError, match=r"2 files of .*double \(reference\) fit clip 'x': a/x, b/x"):
        find_clips({"ours": ours}, double, None)
    with pytest.raises(EvaluationError, match="fits both clip 'a/x' and clip 'b/x'"):
        find_clips({"ours": double}, ours, None)
    with pytest.raises(EvaluationError, match="have the same name"):
        find_clips({"ours": touch(ours, "x.flac")}, None, None)


@pytest.mark.parametrize("names", [[], ["@reference"], ["a/b"], [".."], ["ours", "OURS"], [""], ["x "]])
def test_names_that_cannot_be_folders_are_refused(tmp_path: Path, names: list[str]) -> None:
    touch(tmp_path, "x.wav")
    with pytest.raises(EvaluationError):
        find_clips(dict.fromkeys(names, tmp_path), None, None)


def test_empty_and_absent_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no folder .*absent \(ours\)"):
        find_clips({"ours": tmp_path / "absent"}, None, None)
    with pytest.raises(EvaluationError, match=r"holds no \.wav"):
        find_clips({"ours": touch(tmp_path, "x.json", ".x.wav")}, None, None)


def write_list(folder: Path, *lines: str) -> Path:
    touch(folder, "a.wav", "b.wav", "dance.npz")
    path = folder / "list.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_list_says_everything(tmp_path: Path) -> None:
    path = write_list(
        tmp_path,
        "clip,song,genre,motion,reference,start,seconds,ours,theirs",
        "first,tune,waltz,dance.npz,a.wav,1.5,4,a.wav,b.wav",
        "",
        "gBR_sBM_c01_d04_mBR0_ch02_1,,,,,,,a.wav,b.wav",
        '"third, with a comma",,,,b.wav,,,a.wav,b.wav',
    )
    first, second, third = clips_from_list(path)
    assert (first.song, first.genre) == ("tune", "waltz")
    assert first.motion == FileSpan(tmp_path / "dance.npz", 1.5, 4.0)
    assert first.reference == FileSpan(tmp_path / "a.wav", 1.5, 4.0)
    assert first.generated == {"ours": FileSpan(tmp_path / "a.wav"), "theirs": FileSpan(tmp_path / "b.wav")}
    assert (second.song, second.genre, second.motion, second.reference) == ("mBR0", "BR", None, None)
    assert (third.name, third.song) == ("third, with a comma", "b.wav")
    assert third.reference == FileSpan(tmp_path / "b.wav")


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "needs a header"),
        (["song,ours", "x,a.wav"], "needs a header"),
        (["clip,clip,ours", "x,x,a.wav"], "needs a header"),
        (["clip,song", "x,y"], "no generated music"),
        (["clip,ours"], "no clips"),
        (["clip,ours", "x,a.wav,b.wav"], "Line 2 of list.csv has 3 cells; the header has 2"),
        (["clip,ours", "x,"], "Line 2 of list.csv names no sound of ours"),
        (["clip,ours", "x,a.wav", "", "../x,a.wav"], "Line 4 of list.csv has the clip name '../x'"),
        (["clip,ours", "/etc/x,a.wav"], "cannot name a file"),
        (["clip,ours", "nul/x,a.wav"], "cannot name a file"),
        (["clip,ours", "x./y,a.wav"], "cannot name a file"),
        (["clip,ours", "x\x00y,a.wav"], "cannot name a file"),
        (["clip,ours", "x,a.wav", "x,b.wav"], "names 1 clips more than once: x"),
        (["clip,ours", "x,gone.wav"], "names 1 files that do not exist"),
        (["clip,ours,start", "x,a.wav,soon"], "has 'soon' as start"),
        (["clip,ours,start", "x,a.wav,nan"], "has 'nan' as start"),
        (["clip,ours,seconds", "x,a.wav,-1"], "has '-1' as seconds"),
        (["clip,ours", 'x,"a.wav'], "no CSV table"),
    ],
)
def test_lists_that_cannot_be_meant_are_refused(tmp_path: Path, lines: list[str], sentence: str) -> None:
    with pytest.raises(EvaluationError) as refused:
        clips_from_list(write_list(tmp_path, *lines))
    assert sentence in str(refused.value)


def test_a_prepared_dataset_lends_its_clips(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    dataset = tmp_path / "dataset"
    dataset.mkdir()
    prepare_sequences(find_pairs(annotations, music), dataset, Shard())
    ((record, _),) = read_sequences(dataset, Split.TEST)
    ours = touch(tmp_path / "ours", *(f"{clip.name}.wav" for clip in record.clips))
    clips = clips_from_dataset(dataset, Split.TEST, {"ours": ours})
    assert [clip.name for clip in clips] == [clip.name for clip in record.clips]
    assert all(clip.song == "mHO5" and clip.genre == "HO" for clip in clips)
    for clip, prepared in zip(clips, record.clips, strict=True):
        assert clip.reference.path.samefile(music / "mHO5.wav")
        assert (clip.reference.start_s, clip.reference.seconds) == (prepared.start_seconds, 5.12)
        assert clip.motion == FileSpan(dataset / "sequences" / f"{record.name}.npz", prepared.start_seconds, 5.12)
    (ours / f"{record.clips[0].name}.wav").unlink()
    with pytest.raises(EvaluationError, match=r"\(ours\)"):
        clips_from_dataset(dataset, Split.TEST, {"ours": ours})


def test_clips_are_read_back_and_move_with_their_sounds(tmp_path: Path) -> None:
    touch(tmp_path / "here" / "ours", "x.wav", "deep/y.wav")
    touch(tmp_path / "here" / "motion", "x.npz", "deep/y.npz")
    touch(tmp_path / "here" / "ours", "x.wav")
    clips = find_clips(
        {"b": tmp_path / "here" / "ours", "a": tmp_path / "here" / "ours"}, None, tmp_path / "here/motion"
    )
    write_clips(tmp_path / "here" / "results", clips)
    assert read_clips(tmp_path / "here" / "results") == clips
    assert list(read_clips(tmp_path / "here" / "results")[0].generated) == ["b", "a"]
    os.rename(tmp_path / "here", tmp_path / "there")
    (moved, _) = read_clips(tmp_path / "there" / "results")
    assert moved.generated["a"].path == tmp_path / "there" / "ours" / "deep" / "y.wav"
    assert str(tmp_path) not in clips_file(tmp_path / "there" / "results").read_text()


def test_a_list_of_clips_that_is_damaged_or_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="holds no evaluation"):
        read_clips(tmp_path)
    clips_file(tmp_path).write_text('{"format": 1, "systems": [], "clips": NaN}')
    with pytest.raises(FormatError):
        read_clips(tmp_path)
    clips_file(tmp_path).write_text('{"format": 2, "systems": [], "clips": []}')
    with pytest.raises(EvaluationError, match="layout 2"):
        read_clips(tmp_path)


@pytest.mark.parametrize("read", [clips_from_list, read_beat_times, read_grid])
def test_texts_that_are_none_are_refused_before_they_are_read(read: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "text"
    for content, sentence in ((None, "no file"), (b"\xff\xfe\x00", "no text in UTF-8"), (b"", "more than 32 MiB")):
        if content is not None:
            path.write_bytes(content)
        if content == b"":
            os.truncate(path, 2**38)  # a hole takes no place
        with pytest.raises(EvaluationError, match=sentence):
            read(path)


def test_where_nothing_fits_the_names_there_are_shown(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"lacks 1 of 1 clips: a\. It holds A, B; names must be the same"):
        find_clips({"ours": touch(tmp_path / "ours", "a.wav")}, touch(tmp_path / "reference", "A.wav", "B.wav"), None)


def test_songs_that_names_say_need_no_remark(tmp_path: Path) -> None:
    names = [f"gBR_sBM_c01_d04_mBR{number}_ch02_1.wav" for number in range(2)]
    assert remarks_on_songs(find_clips({"ours": touch(tmp_path / "aist", *names)}, None, None)) == []
    (remark,) = remarks_on_songs(find_clips({"ours": touch(tmp_path / "own", "a.wav", "b.wav")}, None, None))
    assert remark.startswith("Every clip counts as a song of its own.")
