"""Pieces to pretrain on: each follows from seed and number, files are whole or not there, shards make one corpus."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("safetensors")

from kinescore.data import score_corpus
from kinescore.data.score_corpus import make_corpus, read_corpus
from kinescore.data.score_pieces import PIECE_SECONDS, made_piece
from kinescore.errors import DataError
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.drum_codes import strokes_of
from kinescore.groovebox.codes.layout import FRAME_HZ, SIZE, Codebook

KICK = 36


@pytest.fixture(autouse=True)
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score_corpus, "PIECES_A_FILE", 2)


def test_a_piece_follows_from_seed_and_number() -> None:
    (codes, facts), (again, same), (other, _) = made_piece(3, 7), made_piece(3, 7), made_piece(3, 8)
    np.testing.assert_array_equal(codes, again)
    assert facts == same
    assert codes.shape == (8, PIECE_SECONDS * FRAME_HZ)
    assert 0 <= codes.min() <= codes.max() < SIZE
    assert not np.array_equal(codes, other)


def test_the_facts_say_when_the_beats_are() -> None:
    """Kicks gather on the clock that the facts tell: twice as many as on one that is a quarter of a beat late."""
    shares = []
    for number in range(12):
        codes, facts = made_piece(11, number)
        row = codes[Codebook.DRUMS]
        kicked = [frame for frame in np.flatnonzero(row) if KICK in dict(strokes_of(int(row[frame]), Codebook.DRUMS))]
        if len(kicked) >= 12:
            times = (np.array(kicked) + 0.5) / FRAME_HZ
            places = (times - facts.first_beat_seconds) * facts.tempo_bpm / 60.0
            shares.append([np.mean(np.abs((places - late + 0.5) % 1.0 - 0.5) < 0.12) for late in (0.0, 0.25)])
    assert len(shares) >= 4
    on, late = np.median(shares, axis=0)
    assert on > 2 * late


def test_shards_and_a_stop_make_the_same_corpus(tmp_path: Path) -> None:
    assert make_corpus(tmp_path / "whole", 5, 3, Shard()) == 5
    assert [make_corpus(tmp_path / "parts", 5, 3, Shard(number, 2)) for number in (2, 1, 1)] == [2, 3, 0]
    whole, parts = read_corpus(tmp_path / "whole"), read_corpus(tmp_path / "parts")
    np.testing.assert_array_equal(whole.codes, parts.codes)
    assert whole.facts == parts.facts
    assert len(whole) == 5
    for path in sorted((tmp_path / "whole").iterdir()):
        assert path.read_bytes() == (tmp_path / "parts" / path.name).read_bytes()


def test_pieces_of_another_seed_or_number_are_not_taken_for_these(tmp_path: Path) -> None:
    make_corpus(tmp_path, 5, 3, Shard())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(DataError, match="another seed: 3, and now it is 4"):
        make_corpus(tmp_path, 5, 4, Shard())
    with pytest.raises(DataError, match="another number of pieces: 1, and now it is 2"):
        make_corpus(tmp_path, 8, 3, Shard())
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no pieces in .* Make them with"):
        read_corpus(tmp_path)
    make_corpus(tmp_path, 1, 3, Shard())
    [path] = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(DataError, match="is damaged"):
        read_corpus(tmp_path)


def test_a_corpus_of_other_codes_is_refused_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(score_corpus, "FORMAT", score_corpus.FORMAT - 1)
        make_corpus(tmp_path, 1, 3, Shard())
    [path] = tmp_path.iterdir()
    written = path.read_bytes()
    for read in (lambda: read_corpus(tmp_path), lambda: make_corpus(tmp_path, 1, 3, Shard())):
        with pytest.raises(DataError, match="has layout 1; this version reads 2"):
            read()
    assert path.read_bytes() == written
