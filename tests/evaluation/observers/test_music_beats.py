"""Beats that are known are found, and found with the settings that the literature states."""

from __future__ import annotations

import librosa
import numpy as np
import pytest

from kinescore.errors import EvaluationError
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observers import music_beats
from kinescore.evaluation.observers.music_beats import RATE, BeatObserver, observe_beats
from kinescore.sound.audio import Audio
from tests.evaluation.made_clips import beats, click_audio

FRAME_SECONDS = 512 / 22_050


def noisy_music(seed: int = 3) -> Audio:
    """Hits of different loudness over noise: no detector agrees with another about it."""
    generator = np.random.default_rng(seed)
    samples = click_audio(beats(113)).samples * generator.uniform(0.1, 1.0, click_audio([]).samples.shape[1])
    return Audio((samples + generator.normal(scale=0.03, size=samples.shape)).astype(np.float32), RATE)


@pytest.mark.parametrize("bpm", [80, 96, 120, 135])
def test_clicks_are_found_where_they_are(bpm: float) -> None:
    """Frames are 23 ms apart and an onset shows in the one after it, so times are 0 to 35 ms late."""
    found = observe_beats(click_audio(beats(bpm)))
    onsets = found.beats[Detector.LORIS]
    assert len(onsets) == len(beats(bpm))
    late = onsets - beats(bpm)
    assert (late > -0.001).all()
    assert (late < 1.5 * FRAME_SECONDS).all()
    assert found.seconds == pytest.approx(5.12)
    assert found.tempo_bpm == pytest.approx(bpm, rel=0.03)
    tracked = found.beats[Detector.TRACKER]
    assert np.median(np.abs(tracked[:, None] - beats(bpm)).min(axis=1)) < 1.5 * FRAME_SECONDS
    assert np.median(np.diff(tracked)) == pytest.approx(60 / bpm, abs=FRAME_SECONDS)


@pytest.mark.parametrize("bpm", [80, 135])
def test_every_onset_is_found_to_the_frame_of_a_film(bpm: float) -> None:
    """Frames of 6 ms: a click is found at most 12 ms late, well within a frame of movement at 60 fps."""
    onsets = observe_beats(click_audio(beats(bpm))).beats[Detector.ONSETS]
    assert len(onsets) == len(beats(bpm))
    late = onsets - beats(bpm)
    assert (late > -0.006).all()
    assert (late < 0.0125).all()


def test_quiet_onsets_are_found_by_the_detector_of_every_onset_alone() -> None:
    """Every other click has a tenth of the height, above a hiss: the published settings leave those out."""
    times = beats(100)
    samples = click_audio(times[::2]).samples + 0.1 * click_audio(times[1::2]).samples
    hiss = np.random.default_rng(0).normal(scale=0.01, size=samples.shape)
    found = observe_beats(Audio((samples + hiss).astype(np.float32), RATE)).beats
    nearest = {who: np.abs(found[who][:, None] - times[1::2]).min(axis=0) for who in found}
    assert (nearest[Detector.ONSETS] < 0.02).all()
    assert (nearest[Detector.LORIS] > 0.1).all()


def test_nobody_tells_the_tracker_the_tempo() -> None:
    """A tempo given to librosa changes what it finds; ours is what it finds without any."""
    audio = noisy_music()
    found = observe_beats(audio).beats[Detector.TRACKER]
    told = librosa.beat.beat_track(y=audio.samples[0], sr=RATE, bpm=75, units="time")[1]
    untold = librosa.beat.beat_track(y=audio.samples[0], sr=RATE, units="time")[1]
    np.testing.assert_array_equal(found, untold)
    assert len(told) < len(found)


def test_the_detectors_are_the_published_calls() -> None:
    """Against librosa's own functions on the samples, with the settings written in the published scripts."""
    samples = noisy_music().samples[0]
    found = observe_beats(Audio(samples[None], RATE))
    loris = librosa.onset.onset_detect(
        y=samples, sr=22050, wait=1, delta=0.2, pre_avg=3, post_avg=3, pre_max=3, post_max=3, units="time"
    )
    d2mgan = librosa.onset.onset_detect(
        y=samples, sr=22050, wait=1, delta=0.2, pre_avg=1, post_avg=1, post_max=1, units="time"
    )
    np.testing.assert_array_equal(found.beats[Detector.LORIS], loris)
    np.testing.assert_array_equal(found.beats[Detector.D2MGAN], d2mgan)
    assert found.tempo_bpm == librosa.feature.tempo(y=samples, sr=22050)[0]
    assert loris.tolist() != d2mgan.tolist()


def test_another_rate_and_two_channels_sound_the_same() -> None:
    mono = click_audio(beats(100), rate=44_100)
    stereo = Audio(np.concatenate([mono.samples * 1.5, mono.samples * 0.5]), 44_100)
    loaded = librosa.resample(mono.samples[0], orig_sr=44_100, target_sr=22_050)
    for detector, times in observe_beats(Audio(loaded[None], 22_050)).beats.items():
        np.testing.assert_allclose(observe_beats(stereo).beats[detector], times)


@pytest.mark.parametrize(
    "samples",
    [np.zeros(5 * RATE), np.full(5 * RATE, 2.0**-15), np.ones(100), np.zeros(1)],
    ids=["silence", "rounding noise", "five milliseconds", "one sample"],
)
def test_silence_and_short_sounds_have_no_beats_and_no_tempo(samples: np.ndarray) -> None:
    found = observe_beats(Audio(samples[None].astype(np.float32), RATE))
    assert all(times.shape == (0,) for times in found.beats.values())
    assert np.isnan(found.tempo_bpm)
    assert found.seconds == len(samples) / RATE


def test_sound_that_is_not_finite_is_refused() -> None:
    with pytest.raises(EvaluationError, match="not finite"):
        observe_beats(Audio(np.full((1, RATE), np.nan, np.float32), RATE))


def test_the_observer_keeps_everything_as_arrays() -> None:
    kept = BeatObserver().observe(click_audio(beats(100)))
    assert set(kept) == {"tracker", "loris", "d2mgan", "onsets", "seconds", "tempo_bpm"}
    assert all(array.dtype == np.float64 for array in kept.values())


def test_whoever_listens_compiles_under_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also `--music`: a cache that two processes fill at once crashes every later one."""
    compiled = []
    monkeypatch.setattr(music_beats, "compile_librosa", lambda: compiled.append(True))
    observe_beats(click_audio(beats(100)))
    assert compiled
