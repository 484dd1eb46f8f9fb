"""Clips called in AIST++'s manner find their part of whole songs and whole dances, where `kinescore prepare` cuts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.data.pairs import Split, find_pairs
from kinescore.data.preparing import prepare_sequences
from kinescore.data.sequences import read_records
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.finding import clips_from_dataset, find_clips, unused_files
from kinescore.evaluation.clips.loading import load_motion
from kinescore.files.shard import Shard
from tests.data.made_pairs import write_aist

DANCE = "gHO_sBM_c01_d20_mHO0_ch01"
DANCE_FILE = DANCE.replace("c01", "cAll")


@pytest.fixture(scope="module")
def aist(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Annotations, with other folders of the same names as the published ones have, and songs."""
    annotations, songs = write_aist(tmp_path_factory.mktemp("aist"))
    for other in ("motions", "keypoints3d"):
        (annotations / other).mkdir()
        for path in (annotations / "keypoints2d").iterdir():
            (annotations / other / path.name).write_bytes(b"not to be read")
    return annotations, songs


def sounds(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        soundfile.write(folder / f"{name}.wav", np.zeros(100), 8000)
    return folder


def test_parts_are_those_of_the_prepared_dataset(aist: tuple[Path, Path], tmp_path: Path) -> None:
    annotations, songs = aist
    dataset = tmp_path / "dataset"
    prepare_sequences(find_pairs(annotations, songs), dataset, Shard())
    for split in Split:
        names = [clip.name for record in read_records(dataset, split) for clip in record.clips]
        ours = sounds(tmp_path / split.value, *names)
        prepared = clips_from_dataset(dataset, split, {"ours": ours})
        found = find_clips({"ours": ours}, songs, annotations)
        assert [clip.name for clip in found] == [clip.name for clip in prepared]
        for mine, theirs in zip(found, prepared, strict=True):
            assert (mine.song, mine.genre) == (theirs.song, theirs.genre)
            assert mine.reference.path.samefile(theirs.reference.path)
            for part in (mine.reference, mine.motion):
                assert (part.start_s, part.seconds) == (theirs.reference.start_s, theirs.reference.seconds)
            np.testing.assert_allclose(
                load_motion(mine.motion).positions[:300], load_motion(theirs.motion).positions[:300], atol=0.2
            )


def test_the_second_of_two_starts_where_the_dance_has_enough_left(aist: tuple[Path, Path], tmp_path: Path) -> None:
    """16 beats at 110 BPM are 524 frames; (524 - 305) / 60 s is 3.65 s, and clips start on multiples of 0.08 s."""
    annotations, songs = aist
    ours = sounds(tmp_path / "ours", f"{DANCE}_1", f"{DANCE}_2")
    song, dance = songs / "mHO0.wav", annotations / "keypoints2d" / f"{DANCE_FILE}.pkl"
    first, second = find_clips({"ours": ours}, songs, annotations)
    assert (first.reference, first.motion) == (FileSpan(song, 0.0, 5.12), FileSpan(dance, 0.0, 5.12))
    assert (second.reference, second.motion) == (FileSpan(song, 3.6, 5.12), FileSpan(dance, 3.6, 5.12))
    assert [clip.reference for clip in find_clips({"ours": ours}, songs, None)] == [first.reference, second.reference]
    assert "2 reference files have no generated music" in unused_files([first, second], songs, annotations)[0]
    assert "4 motion files have no generated music" in unused_files([first, second], songs, annotations)[1]


def test_a_whole_dance_gets_as_much_of_its_song_as_it_lasts(aist: tuple[Path, Path], tmp_path: Path) -> None:
    annotations, songs = aist
    (clip,) = find_clips({"ours": sounds(tmp_path / "ours", DANCE)}, songs, annotations)
    assert clip.motion == FileSpan(annotations / "keypoints2d" / f"{DANCE_FILE}.pkl")
    assert clip.reference == FileSpan(songs / "mHO0.wav", 0.0, 524 / 60)
    (alone,) = find_clips({"ours": tmp_path / "ours"}, songs, None)
    assert alone.reference == FileSpan(songs / "mHO0.wav", 0.0, 60 / 110 * 16)


def test_a_file_of_its_own_comes_first_and_the_other_part_is_cut(aist: tuple[Path, Path], tmp_path: Path) -> None:
    clips = sounds(tmp_path / "reference", f"{DANCE}_2")
    (clip,) = find_clips({"ours": sounds(tmp_path / "ours", f"{DANCE}_2")}, clips, aist[0])
    assert clip.reference == FileSpan(clips / f"{DANCE}_2.wav")
    assert clip.motion.start_s == 3.6


def test_beat_times_of_whole_songs_will_do(aist: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "beats").mkdir()
    (tmp_path / "beats" / "mHO0.beats").write_text("0.1\n0.6\n")
    (clip,) = find_clips({"ours": sounds(tmp_path / "ours", f"{DANCE}_2")}, tmp_path / "beats", aist[0])
    assert clip.reference == FileSpan(tmp_path / "beats" / "mHO0.beats", 3.6, 5.12)


def test_clips_and_songs_that_are_not_there_are_said(aist: tuple[Path, Path], tmp_path: Path) -> None:
    annotations, songs = aist
    for number in (0, 3):
        ours = sounds(tmp_path / str(number), f"{DANCE}_{number}")
        with pytest.raises(EvaluationError, match=rf"no clip {number} of {DANCE}: its 8.7 s make 2 clips of 5.12 s"):
            find_clips({"ours": ours}, songs, annotations)
    ours = sounds(tmp_path / "other", f"{DANCE}_1", f"{DANCE.replace('mHO0', 'mHO3')}_1")
    with pytest.raises(EvaluationError, match=r"\(reference\) lacks 1 of 2 clips: gHO_sBM_c01_d20_mHO3_ch01_1\. Add"):
        find_clips({"ours": ours}, songs, None)
