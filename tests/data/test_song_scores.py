"""What Pocket's encoders learn from: beats that are told or heard, scores on them, and music where there was none."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("soundfile")

from kinescore.backbones.pocket.score_kind import SCORES_KIND
from kinescore.cli.main import main
from kinescore.data.known_beats import AIST_FIRST_BEAT_SECONDS, beats_of, told_beats
from kinescore.data.pairs import Split, find_pairs, find_unpaired
from kinescore.data.sequences import read_records
from kinescore.data.song_cache import read_song_file
from kinescore.data.song_scores import SongBeats, write_scores
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.layout import FRAME_HZ, Codebook
from kinescore.sound.sound_files import sound_seconds
from tests.data.made_pairs import write_aist, write_folder


def test_beats_are_told_by_name_or_file_and_else_heard(tmp_path: Path) -> None:
    sequence = tmp_path / "gHO_sBM_cAll_d20_mHO0_ch01.pkl"
    told = told_beats(sequence)
    assert told[0] == pytest.approx(AIST_FIRST_BEAT_SECONDS)
    np.testing.assert_allclose(np.diff(told), 60.0 / 110.0)
    sequence.with_suffix(".beats").write_text("0.5 1\n1.25\t2\n\n2.0\n")
    np.testing.assert_array_equal(told_beats(sequence), [0.5, 1.25, 2.0])
    motion, music = write_folder(tmp_path)
    clicks = music / "house" / "take.0.wav"
    assert told_beats(motion / "house" / "take.0.npz") is None
    pytest.importorskip("librosa")
    heard = beats_of(motion / "house" / "take.0.npz", clicks)
    assert np.abs((heard + 0.25) % 0.5 - 0.25).max() < 0.06, "clicks come every half second from 0 on"


@pytest.mark.parametrize(("text", "words"), [("one\n", "does not begin with a number"), ("1\n0.5\n", "increase")])
def test_a_bad_file_of_beats_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "dance.beats").write_text(text)
    with pytest.raises(DataError, match=words):
        told_beats(tmp_path / "dance.npz")


def test_scores_keep_the_beats_and_clocks_say_them(tmp_path: Path) -> None:
    annotations, music = write_aist(tmp_path)
    pairs, dataset = find_pairs(annotations, music), tmp_path / "set"
    assert write_scores(pairs, dataset, Shard()) == 3
    assert write_scores(pairs, dataset, Shard()) == 0
    codes, _ = read_song_file(dataset / "targets" / SCORES_KIND / "mBR1.safetensors")
    assert codes.shape == (len(Codebook), 12 * FRAME_HZ)
    assert len(set(codes[Codebook.DRUMS].tolist())) > 2
    tempo, phase = SongBeats(dataset).cut("mBR1", 2.0, 5.12).tolist()
    assert tempo == pytest.approx(90.0, abs=0.01)
    assert phase == pytest.approx((4.56 - AIST_FIRST_BEAT_SECONDS) * 1.5 % 1.0, abs=1e-4)
    with pytest.raises(DataError, match="'mKR0' has no known beats here"):
        SongBeats(dataset).cut("mKR0", 0.0, 5.12)


def test_without_music_the_built_in_engine_plays_it(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    motion, _ = write_folder(tmp_path, ("house",))
    dataset = tmp_path / "set"
    command = ["prepare", str(motion), "-o", str(dataset), "--engine", "pocket"]
    assert main(command) == 2
    assert "Nothing tells when beats fall in house/take.0" in capsys.readouterr().err
    for number in range(2):
        (motion / "house" / f"take.{number}.beats").write_text("\n".join(f"{0.1 + beat / 2}" for beat in range(21)))
    assert main(command) == 0
    [record] = read_records(dataset, Split.TRAIN)
    assert record.music == "music/house/take.1.wav"
    assert sound_seconds(dataset / record.music) == pytest.approx(10.6)
    assert len(record.clips) == 2
    played = (dataset / record.music).stat().st_mtime_ns
    assert main(command) == 0
    assert (dataset / record.music).stat().st_mtime_ns == played, "what is done is not done again"
    shutil.rmtree(dataset / "targets")
    assert main(command) == 0
    assert len(list((dataset / "targets" / SCORES_KIND / "house").iterdir())) == 2


def test_songs_of_a_missing_folder_of_movement(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no folder"):
        find_unpaired(tmp_path / "nowhere", tmp_path)
