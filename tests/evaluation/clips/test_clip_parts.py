"""Parts of sounds and movements: read where they are, refused where they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.clips.loading import load_motion, load_sound
from tests.evaluation.made_clips import beats, click_audio, write_motion, write_sound


def test_a_part_of_a_sound_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "clip.wav", beats(100))
    part = load_sound(FileSpan(path, 1.0, 2.0))
    whole, _ = soundfile.read(path, dtype="float32")
    np.testing.assert_array_equal(part.samples[0], whole[22_050 : 3 * 22_050])
    for span in (FileSpan(path, 4.0, 5.12), FileSpan(path, 6.0), FileSpan(path, 0.0, 0.0)):
        with pytest.raises(EvaluationError, match=r"lasts 5\.12 s"):
            load_sound(span)
    with pytest.raises(EvaluationError, match="no file"):
        load_sound(FileSpan(path.with_name("gone.wav")))


def test_a_part_of_a_movement_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write_motion(tmp_path / "dance.npz", 100)
    assert load_motion(FileSpan(path, 0.05, 5.12)).seconds == pytest.approx(5.07, abs=0.01)
    for span in (FileSpan(path, 3.0, 5.12), FileSpan(path, 9.0)):
        with pytest.raises(EvaluationError, match=r"dance\.npz lasts 5\.12 s"):
            load_motion(span)


@pytest.mark.parametrize("name", ["clip", "clip.take", "clip.wav"])
def test_the_sound_of_a_film_by_any_name_is_a_reference(tmp_path: Path, name: str) -> None:
    """Made by content: a film without a suffix, with one that nobody knows, and called as a sound."""
    av = pytest.importorskip("av", reason="video (the extra 'video') is not installed")
    clicks = click_audio(beats(120))
    with av.open(str(tmp_path / "film.mkv"), "w") as out:
        stream = out.add_stream("pcm_s16le", rate=22_050, layout="mono")
        frame = av.AudioFrame.from_ndarray((clicks.samples[:1] * 32767).astype(np.int16), format="s16", layout="mono")
        frame.rate, frame.pts = 22_050, 0
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    references = tmp_path / "references"
    references.mkdir()
    (tmp_path / "film.mkv").rename(references / name)
    (references / "notes.txt").write_text("about the clips")
    write_sound(tmp_path / "generated" / "clip.wav", beats(120))
    (clip,) = find_clips({"ours": tmp_path / "generated"}, references, None)
    assert clip.reference is not None
    assert clip.reference.path == references / name
    heard = load_sound(clip.reference)
    np.testing.assert_allclose(heard.samples[0, : clicks.samples.shape[1]], clicks.samples[0], atol=1e-3)


def test_a_reference_in_a_film_is_heard(shared_motion: Path, tmp_path: Path) -> None:
    """Clicks at 120 BPM beside a picture, on which users were caught out."""
    pytest.importorskip("av", reason="video (the extra 'video') is not installed")
    write_sound(tmp_path / "generated" / "take.wav", beats(120))
    (clip,) = find_clips({"ours": tmp_path / "generated"}, shared_motion / "cases" / "reference_in_mp4", None)
    assert clip.reference is not None
    heard = load_sound(clip.reference)
    times = np.flatnonzero(np.abs(heard.samples[0]) > 0.5 * np.abs(heard.samples[0]).max()) / heard.rate
    clicks = times[np.diff(times, prepend=-1.0) > 0.1]
    assert np.diff(clicks) == pytest.approx(0.5, abs=0.01)
    assert len(clicks) >= 15
