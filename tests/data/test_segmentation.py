"""How danced sequences become clips: the table of the AIST++ tempos, and where the last clip goes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.data.aist_names import parse_aist_name
from kinescore.data.segmentation import CLIP_FRAMES, clip_count, clip_starts, cut, more_starts
from kinescore.errors import DataError
from kinescore.genres import AIST_CODES
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import read_motion_file
from kinescore.motion.resampling import resample

CLIPS_BY_BPM = {  # (basic, advanced); with these the official lists give 2744/36/36
    **{80: (2, 9), 90: (2, 8), 100: (2, 8), 110: (2, 7), 115: (2, 7), 120: (2, 6), 125: (2, 6), 130: (1, 6)},
    **{135: (1, None)},
}
ALL_SONGS = [f"m{genre}{digit}" for genre in AIST_CODES for digit in range(6)]


def sequence(music: str, situation: str, choreography: int = 1) -> str:
    return f"g{music[1:3]}_s{situation}_cAll_d04_{music}_ch{choreography:02}"


@pytest.mark.parametrize("music", ALL_SONGS)
def test_every_song_gives_the_clips_of_the_table(music: str) -> None:
    basic = parse_aist_name(sequence(music, "BM"))
    advanced = parse_aist_name(sequence(music, "FM"))
    expected = CLIPS_BY_BPM[basic.bpm]
    assert clip_count(basic.nominal_seconds) == expected[0]
    assert expected[1] is None or clip_count(advanced.nominal_seconds) == expected[1]


def test_real_dances_last_as_long_as_their_names_say(shared_motion: Path) -> None:
    for path in sorted((shared_motion / "aist").glob("*.npz")):
        keypoints = resample(read_motion_file(path), 60.0)
        name = parse_aist_name(path.stem)
        assert keypoints.seconds == pytest.approx(name.nominal_seconds, abs=0.1)
        starts = clip_starts(name.nominal_seconds, len(keypoints), music_seconds=60.0)
        assert len(starts) == CLIPS_BY_BPM[name.bpm][1]
        assert len(cut(keypoints, starts[-1])) == CLIP_FRAMES


@pytest.mark.parametrize(
    ("seconds", "frames", "music_seconds", "starts"),
    [
        (8.0, 480, 60.0, (0.0, 2.88)),
        (8.0, 480, 7.9, (0.0, 2.72)),
        (8.0, 470, 60.0, (0.0, 2.72)),
        (12.0, 720, 60.0, (0.0, 5.12)),
        (5.12, 307, 5.12, (0.0,)),
        (5.09, 305, 9.0, (0.0,)),
        (48.0, 2880, 48.0, (0.0, 5.12, 10.24, 15.36, 20.48, 25.6, 30.72, 35.84, 40.96)),
        (29.538, 1772, 29.6, (0.0, 5.12, 10.24, 15.36, 20.48, 24.4)),
    ],
)
def test_clips_follow_one_another_and_the_last_is_shifted_back(seconds, frames, music_seconds, starts) -> None:
    assert clip_starts(seconds, frames, music_seconds) == pytest.approx(starts)
    assert starts[-1] * 60 + CLIP_FRAMES <= frames + 0.5
    assert starts[-1] + 5.12 <= music_seconds + 1e-9


@pytest.mark.parametrize(("frames", "music_seconds"), [(304, 60.0), (600, 5.0)])
def test_too_little_for_one_clip_is_refused(frames: int, music_seconds: float) -> None:
    with pytest.raises(DataError, match=r"no clip of 5.12 s can be cut"):
        clip_starts(8.0, frames, music_seconds)


def test_a_cut_takes_the_frames_of_its_time() -> None:
    frame = np.arange(480, dtype=np.float32)
    positions = np.broadcast_to(frame[:, None, None], (480, 17, 2))
    keypoints = Keypoints(positions, np.ones((480, 17)), 60.0, (640, 480))
    for start in clip_starts(8.0, 480, 60.0):
        piece = cut(keypoints, start)
        assert len(piece) == CLIP_FRAMES
        assert abs(piece.positions[0, 0, 0] / 60 - start) <= 0.5 / 60


@pytest.mark.parametrize(
    ("starts", "count", "found"),
    [((0.0, 5.12, 10.24), 9, 9), ((0.0, 2.88), 100, 35), ((0.0,), 3, 0), ((0.0, 2.88), 0, 0)],
)
def test_more_starts_lie_between_the_own_ones_on_the_grid(starts: tuple, count: int, found: int) -> None:
    more = more_starts(starts, count, np.random.default_rng(0))
    assert len(more) == len({*more, *starts}) - len(starts) == found
    assert all(starts[0] < start < starts[-1] for start in more)
    assert all(round(start / 0.08) * 0.08 == pytest.approx(start) for start in more)
    assert more == more_starts(starts, count, np.random.default_rng(0))


@pytest.mark.parametrize("name", ["gBR_sBM_cAll_d04_mBR6_ch02", "gBR_sXX_cAll_d04_mBR0_ch02", "dance", ""])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(DataError, match="no sequence of AIST"):
        parse_aist_name(name)


def test_a_name_says_genre_tempo_and_what_its_clips_are_called() -> None:
    name = parse_aist_name("gHO_sFM_cAll_d19_mHO3_ch01")
    assert (name.genre, name.situation, name.music, name.bpm) == ("HO", "FM", "mHO3", 125)
    assert name.front == "gHO_sFM_c01_d19_mHO3_ch01"
    assert name.nominal_seconds == pytest.approx(30.72)
