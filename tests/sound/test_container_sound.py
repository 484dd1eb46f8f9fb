"""The sound of films, in the film's time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import DataError, EvaluationError, KinescoreError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.clips.loading import load_sound
from kinescore.sound.container_sound import read_container_sound
from tests.motion.made_video import write_square

av = pytest.importorskip("av")
RATE = 48_000
CLICKS = np.arange(0.5, 4.0, 0.5)
CODECS = {
    ".mp4": "aac", ".mov": "aac", ".m4v": "aac", ".m4a": "aac", ".mkv": "flac", ".webm": "libopus", ".avi": "mp2",
    ".ts": "mp2", ".3gp": "aac", ".flv": "aac", ".mka": "flac",
}  # fmt: skip
PICTURES = {".webm": "libvpx", ".3gp": "mpeg4"}


def film(path: Path, begin: float = 0.0) -> Path:
    """Clicks at CLICKS s of the sound, which begins `begin` s after the pictures."""
    with av.open(str(path), "w", **({"format": "mp4"} if path.suffix in (".m4v", ".m4a") else {})) as out:
        has_pictures = path.suffix not in (".m4a", ".mka")
        if has_pictures:
            video = out.add_stream(PICTURES.get(path.suffix, "libx264"), rate=25)
            video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        sound = out.add_stream(CODECS[path.suffix], rate=RATE, layout="mono")
        for number in range(100 if has_pictures else 0):
            picture = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number, np.uint8), format="rgb24")
            out.mux(video.encode(picture))
        if has_pictures:
            out.mux(video.encode(None))
        samples = np.zeros(4 * RATE, np.float32)
        for click in CLICKS:
            samples[round(click * RATE) :][:960] = 0.8 * np.sin(np.arange(960) * 0.2)
        whole = av.AudioFrame.from_ndarray(samples[None], format="flt", layout="mono")
        whole.sample_rate, whole.pts = RATE, round(begin * RATE)
        resampler = av.AudioResampler(
            format=sound.codec_context.format.name, layout="mono", rate=RATE, frame_size=sound.codec_context.frame_size
        )
        for frame in (*resampler.resample(whole), *resampler.resample(None)):
            out.mux(sound.encode(frame))
        out.mux(sound.encode(None))
    return path


def heard(samples: np.ndarray, rate: int) -> np.ndarray:
    """Where clicks begin, in s."""
    loud = np.flatnonzero(np.abs(samples).max(axis=0) > 0.3) / rate
    return loud[np.concatenate([[True], np.diff(loud) > 0.1])]


@pytest.mark.parametrize("suffix", CODECS)
def test_the_sound_of_every_container_is_heard_where_it_is(tmp_path: Path, suffix: str) -> None:
    audio = load_sound(FileSpan(film(tmp_path / f"a{suffix}")))
    assert audio.samples.dtype == np.float32
    np.testing.assert_allclose(heard(audio.samples, audio.rate), CLICKS, atol=0.03)
    part = load_sound(FileSpan(tmp_path / f"a{suffix}", 1.25, 1.5))
    assert part.seconds == pytest.approx(1.5, abs=0.1)
    np.testing.assert_allclose(heard(part.samples, part.rate), [0.25, 0.75, 1.25], atol=0.03)


def test_sound_that_begins_after_the_pictures_is_late(tmp_path: Path) -> None:
    audio = read_container_sound(film(tmp_path / "a.mkv", begin=0.7))
    np.testing.assert_allclose(heard(audio.samples, audio.rate), CLICKS + 0.7, atol=0.03)


def test_a_part_beyond_the_end_is_refused(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4")
    with pytest.raises(EvaluationError, match=r"lasts 4\.\d+ s; the clip is to start at 3 s for 2 s"):
        load_sound(FileSpan(path, 3.0, 2.0))
    with pytest.raises(EvaluationError, match="the clip is to start at 9 s"):
        load_sound(FileSpan(path, 9.0))


def test_what_has_no_sound_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"silent\.mp4 holds no sound\. Name the film with its sound"):
        read_container_sound(write_square(tmp_path / "silent.mp4", np.arange(10) / 30))
    rng = np.random.default_rng(3)
    whole = film(tmp_path / "a.mp4").read_bytes()
    said = []
    for number in range(30):
        damaged = bytearray(whole[: rng.integers(1, len(whole))] if number % 2 else whole)
        for place in rng.integers(0, len(damaged), 20):
            damaged[place] = rng.integers(0, 256)
        (tmp_path / "b.mp4").write_bytes(damaged)
        try:
            read_container_sound(tmp_path / "b.mp4")
        except KinescoreError as error:
            said.append(str(error))
    assert 0 < max(map(len, said)) < 400


def test_films_stand_for_references(tmp_path: Path) -> None:
    reference, ours = tmp_path / "reference", tmp_path / "ours"
    reference.mkdir()
    ours.mkdir()
    film(reference / "take.mp4")
    (ours / "take.wav").touch()
    (clip,) = find_clips({"ours": ours}, reference, None)
    assert clip.reference == FileSpan(reference / "take.mp4")
