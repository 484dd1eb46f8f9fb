"""From folders as users have them to clips: AIST++ and loose pairs, in shards, again after a stop, with bad files."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("soundfile")

from kinescore.data.pairs import Split, find_pairs
from kinescore.data.preparing import Prepared, prepare_sequences
from kinescore.data.segmentation import CLIP_FRAMES, cut
from kinescore.data.sequences import read_sequences
from kinescore.errors import Cancelled, DataError
from kinescore.files.shard import Shard, parse_shard
from kinescore.motion.readers import read_motion_file
from kinescore.sound.sound_files import read_audio, sound_seconds
from tests.data.made_pairs import RATE, SEQUENCES, write_aist, write_folder


def records(dataset: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((dataset / "sequences").rglob("*.*"))}


def test_aist_gives_the_official_split_and_the_clips_of_its_tempos(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    dataset = tmp_path / "set"
    assert prepare_sequences(find_pairs(annotations, music), dataset, Shard()) == Prepared(5, 0, ())
    for split in Split:
        found = list(read_sequences(dataset, split))
        assert [sequence.name for sequence, _ in found] == sorted(SEQUENCES[split.value])
    training = list(read_sequences(dataset, Split.TRAIN))
    names = [clip.name for sequence, _ in training for clip in sequence.clips]
    assert names[:2] == ["gBR_sBM_c01_d04_mBR1_ch01_1", "gBR_sBM_c01_d04_mBR1_ch01_2"]
    assert len(names) == 6
    sequence, keypoints = training[0]
    assert (sequence.genre, sequence.song, sequence.music) == ("BR", "mBR1", "../songs/mBR1.wav")
    assert (dataset / sequence.music).resolve() == (music / "mBR1.wav").resolve()
    original = read_motion_file(annotations / "keypoints2d" / f"{sequence.name}.pkl")
    np.testing.assert_array_equal(keypoints.positions, original.positions)
    assert all(len(cut(keypoints, clip.start_seconds)) == CLIP_FRAMES for clip in sequence.clips)
    last = next(read_sequences(dataset, Split.VALIDATION))
    assert [clip.start_seconds for clip in last[0].clips] == [0.0], "7.11 s of music are one clip"


def test_loose_pairs_take_their_genre_from_their_folder(tmp_path: Path) -> None:
    motion, music = write_folder(tmp_path)
    prepare_sequences(find_pairs(motion, music), tmp_path / "set", Shard())
    (validating, keypoints), *_ = read_sequences(tmp_path / "set", Split.VALIDATION)
    training = [sequence for sequence, _ in read_sequences(tmp_path / "set", Split.TRAIN)]
    assert validating.name == "house/take.0"
    assert [sequence.name for sequence in training] == ["house/take.1", "salsa/take.2", "salsa/take.3"]
    assert [sequence.genre for sequence in training] == ["HO", "salsa", "salsa"]
    assert keypoints.fps == 60.0
    assert len(keypoints) == 660
    assert [clip.start_seconds for clip in validating.clips] == [0.0, 5.12]
    assert {pair.genre for pair in find_pairs(motion, music, "waack")} == {"WA"}  # by its code, as encoders know it
    assert {pair.genre for pair in find_pairs(motion, music, "salsa")} == {"salsa"}


def test_shards_together_do_all_and_the_same(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    pairs = find_pairs(annotations, music)
    prepare_sequences(pairs, tmp_path / "whole", Shard())
    done = [prepare_sequences(pairs, tmp_path / "parts", parse_shard(f"{number}/3")).done for number in (3, 1, 2)]
    assert done == [1, 2, 2]
    assert records(tmp_path / "parts") == records(tmp_path / "whole")


def test_a_stopped_preparation_goes_on_where_it_was(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    pairs, dataset = find_pairs(annotations, music), tmp_path / "set"
    asked = []

    def stop_at_the_third(phase: str, fraction: float) -> None:
        asked.append(phase)
        if len(asked) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare_sequences(pairs, dataset, Shard(), stop_at_the_third)
    torn = dataset / "sequences" / f"{pairs[2].name}.npz"
    torn.write_bytes(b"torn by a power cut, before its record was written")
    assert prepare_sequences(pairs, dataset, Shard()) == Prepared(3, 2, ())
    assert len(read_motion_file(torn)) > 400


def test_one_bad_file_does_not_hold_up_the_others(tmp_path: Path) -> None:
    motion, music = write_folder(tmp_path)
    (motion / "house" / "take.0.npz").write_bytes(b"no zip")
    (music / "salsa" / "take.3.wav").write_bytes(b"no sound")
    prepared = prepare_sequences(find_pairs(motion, music), tmp_path / "set", Shard())
    assert (prepared.done, len(prepared.failures)) == (2, 2)
    assert "house/take.0" in prepared.failures[0]
    assert "no sound file" in prepared.failures[1]


def test_missing_folders_music_lists_and_genres_are_one_sentence(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    motion, tracks = write_folder(tmp_path)
    for action, words in (
        (lambda: find_pairs(tmp_path / "nowhere", music), "There is no folder"),
        (lambda: find_pairs(motion, music), "lacks 'house/take.0'"),
        (lambda: find_pairs(tmp_path / "songs", music), "0 motion files"),
        (lambda: find_pairs(motion / "house", tracks / "house"), "genre of take.0.npz is unknown"),
        (lambda: parse_shard("5"), "no shard"),
        (lambda: parse_shard("4/3"), "no shard 4/3"),
        (lambda: next(read_sequences(tmp_path, Split.TRAIN)), "no prepared sequence"),
    ):
        with pytest.raises(DataError, match=words):
            action()
    (music / "mHO0.wav").unlink()
    with pytest.raises(DataError, match="lacks 'mHO0'"):
        find_pairs(annotations, music)
    shutil.rmtree(annotations / "splits")
    (annotations / "splits").mkdir()
    with pytest.raises(DataError, match=r"list crossmodal_train\.txt is missing"):
        find_pairs(annotations, music)


def test_sound_is_read_whole_at_its_own_rate(tmp_path: Path) -> None:
    _, music = write_aist(tmp_path)
    audio = read_audio(music / "mBR1.wav")
    assert (audio.rate, audio.samples.shape, audio.samples.dtype) == (RATE, (1, 12 * RATE), np.float32)
    assert sound_seconds(music / "mBR1.wav") == 12.0
