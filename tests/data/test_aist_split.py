"""The paper's counts of clips, from AIST++'s own lists of sequences."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("soundfile")

from kinescore.data.pairs import Pair, Split, find_pairs
from kinescore.data.segmentation import clip_count
from kinescore.genres import AIST_CODES

LISTS = Path(__file__).parents[1] / "fixtures" / "aist"
HELD_OUT_SONGS = {"mBR0", "mHO5", "mJB5", "mJS3", "mKR2", "mLH4", "mLO2", "mMH3", "mPO1", "mWA0"}
BADLY_RECONSTRUCTED = "gBR_sFM_cAll_d04_mBR4_ch07"
"""One of those that AIST++'s ignore_list.txt names and its training list holds."""


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """The lists in the layout of AIST++. The validation list is not at hand: its dances are to the
    same songs."""
    folder = tmp_path_factory.mktemp("aist")
    annotations, music = folder / "annotations", folder / "songs"
    shutil.copytree(LISTS, annotations / "splits")
    (annotations / "keypoints2d").mkdir()
    test = (LISTS / "crossmodal_test.txt").read_text("utf-8")
    (annotations / "splits" / "crossmodal_val.txt").write_text(test.replace("_ch02", "_ch01"), "utf-8")
    (annotations / "ignore_list.txt").write_text(BADLY_RECONSTRUCTED, "utf-8")
    music.mkdir()
    for genre in AIST_CODES:
        for digit in range(6):
            (music / f"m{genre}{digit}.wav").touch()
    return find_pairs(annotations, music)


def test_the_official_lists_give_the_papers_counts(pairs: list[Pair]) -> None:
    clips = Counter()
    for pair in pairs:
        clips[pair.split] += clip_count(pair.nominal_seconds)
    assert clips == {Split.TRAIN: 2744, Split.VALIDATION: 36, Split.TEST: 36}
    assert Counter(pair.split for pair in pairs) == {Split.TRAIN: 980, Split.VALIDATION: 20, Split.TEST: 20}


def test_bad_reconstructions_in_3d_are_kept(pairs: list[Pair]) -> None:
    assert BADLY_RECONSTRUCTED in {pair.name for pair in pairs}


def test_no_music_is_both_learnt_from_and_tested_on(pairs: list[Pair]) -> None:
    songs = {split: {pair.song for pair in pairs if pair.split is split} for split in Split}
    assert songs[Split.TEST] == songs[Split.VALIDATION] == HELD_OUT_SONGS
    assert len(songs[Split.TRAIN]) == 50
    assert not songs[Split.TRAIN] & HELD_OUT_SONGS
