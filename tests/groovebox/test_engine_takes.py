"""Request in, take out: the built-in engine as the composer calls it."""

from __future__ import annotations

import io
from dataclasses import replace

import librosa
import mido
import mir_eval
import numpy as np
import pytest

from kinescore import __version__
from kinescore.dance.analysis import DanceAnalysis
from kinescore.errors import Cancelled, RequestError
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.arranger.choose_style import choose_style
from kinescore.groovebox.engine import play
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.render import render
from kinescore.groovebox.score import STEMS
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take
from tests.groovebox.made_dances import FPS, made_dance

SECONDS = 8.0
DANCE = made_dance(seconds=SECONDS, tempo_bpm=120.0)


def _request(motion_seconds: float = SECONDS, **fields: object) -> SoundtrackRequest:
    frames = round(motion_seconds * FPS)
    still = Keypoints(np.full((frames, 17, 2), 100.0), np.ones((frames, 17)), FPS, (640, 480))
    return SoundtrackRequest(still, **fields)


def _take(dance: DanceAnalysis = DANCE, **fields: object) -> Take:
    return play(_request(dance.seconds, **fields), dance, silent)


def test_an_example_changes_nothing_and_the_user_is_told():
    hum = Audio(np.full((1, 8000), 0.1, np.float32), 8000)
    plain, with_example = _take(), _take(example=hum)
    assert with_example.audio.samples.tobytes() == plain.audio.samples.tobytes()
    [note] = set(with_example.notes) - set(plain.notes)
    assert "does not listen to example music" in note


def test_a_take_is_complete():
    take = _take(prompt="joyful house with piano", stems=True, seed=5)
    assert take.audio.rate == 44100
    assert take.audio.samples.shape == (2, round(SECONDS * 44100))
    np.testing.assert_array_equal(take.beats, DANCE.grid.beats)
    np.testing.assert_array_equal(take.downbeats, DANCE.grid.downbeats)
    assert take.tempo_bpm == 120.0
    assert take.sections[-1].end_seconds == SECONDS
    assert set(take.stems) <= set(STEMS)
    total = sum(stem.samples.astype(np.float64) for stem in take.stems.values())
    assert np.abs(total - take.audio.samples).max() < 1e-5
    assert mido.MidiFile(file=io.BytesIO(take.midi)).length == pytest.approx(SECONDS, abs=1e-3)
    assert take.provenance["engine"] == "groovebox"
    assert take.provenance["version"] == __version__
    assert take.provenance["style"] == "house"
    assert take.provenance["mood"] == "joyful"
    assert take.provenance["seed"] == 5
    assert take.provenance["licence"] == "generated; yours"
    assert take.scores["hit_coverage"] > 3 * take.scores["hit_coverage_chance"]
    assert take.notes == ()


def test_same_request_same_bytes_and_other_seeds_other_music():
    one, again, other = _take(prompt="funk"), _take(prompt="funk"), _take(prompt="funk", seed=1)
    assert one.audio.samples.tobytes() == again.audio.samples.tobytes()
    assert one.midi == again.midi
    assert one.midi != other.midi
    assert np.corrcoef(one.audio.samples[0], other.audio.samples[0])[0, 1] < 0.5


def test_stems_only_when_asked():
    assert _take(prompt="ambient").stems == {}


def test_the_genre_field_wins_over_the_prompt():
    take = _take(prompt="sad techno", genre="LO")
    assert take.provenance["style"] == "lock"
    assert any("genre field wins" in note for note in take.notes)
    assert _take(prompt="sad techno").provenance["style"] == "techno"


def test_unknown_genre_is_refused():
    with pytest.raises(RequestError, match=r"yodel.*plays"):
        _take(genre="yodel")


@pytest.mark.parametrize(
    ("tempo", "confidence", "level", "style"),
    [
        (124.0, 0.8, 0.7, "techno"),
        (124.0, 0.8, 0.5, "house"),
        (90.0, 0.8, 0.5, "middle hip-hop"),
        (68.0, 0.8, 0.7, "trap"),
        (110.0, 0.8, 0.7, "break"),
        (100.0, 0.0, 0.2, "ambient"),
        (100.0, 0.0, 0.6, "cinematic"),
    ],
)
def test_without_words_the_movement_decides(tempo: float, confidence: float, level: float, style: str):
    dance = made_dance(seconds=6.0, tempo_bpm=tempo, confidence=confidence)
    dance = replace(dance, energy=np.full_like(dance.energy, level))
    name, reason = choose_style(dance, PromptIntent())
    assert name == style
    assert name in reason
    take = _take(dance)
    assert reason in take.notes
    assert take.provenance["style"] == style


def test_a_tempo_in_the_prompt_is_held_against_the_movement():
    assert _take(prompt="120 bpm house").notes == ()
    other = _take(prompt="house 97 bpm")
    assert other.tempo_bpm == 120.0
    assert any("97 BPM" in note and "120.0" in note for note in other.notes)
    half = _take(prompt="hip hop 60 bpm")
    assert half.provenance["feel"] == "half time"
    assert any("half time" in note for note in half.notes)


@pytest.mark.parametrize(("seconds", "told"), [(12.0, "longer than the movement"), (5.0, "before the movement")])
def test_music_may_be_longer_or_shorter_than_the_movement(seconds: float, told: str):
    take = _take(prompt="pop", seconds=seconds)
    assert take.audio.samples.shape[1] == round(seconds * 44100)
    assert any(told in note for note in take.notes)
    np.testing.assert_allclose(take.beats, np.arange(0.1, seconds, 0.5), atol=1e-9)


@pytest.mark.parametrize("seconds", [0.5, 1.7, 4.0])
def test_short_pieces_sound_and_end(seconds: float):
    take = _take(made_dance(seconds=seconds), prompt="house")
    samples = np.abs(take.audio.samples)
    assert samples.max() > 0.05
    assert samples[:, -1].max() == 0.0


def test_no_silent_tail_and_no_cut():
    """The last chord is heard until shortly before the end, and is gone at the end."""
    for style in ("house", "orchestral", "lock", "jazz"):
        samples = _take(prompt=style).audio.samples
        level = np.sqrt(np.mean(samples**2))
        tail = np.sqrt(np.mean(samples[:, -int(0.5 * 44100) : -int(0.25 * 44100)] ** 2))
        assert tail > 0.003 * level
        assert np.abs(samples[:, -44:]).max() < 0.01


def test_progress_is_told_in_order_and_can_stop_the_work():
    told: list[tuple[str, float]] = []
    play(_request(prompt="house"), DANCE, lambda phase, fraction: told.append((phase, fraction)))
    phases = list(dict.fromkeys(phase for phase, _ in told))
    assert phases[0] == "arranging"
    assert phases[-1] == "mixing"
    assert len(phases) == 3
    assert all(0.0 <= fraction <= 1.0 for _, fraction in told)

    def stop(phase: str, fraction: float) -> None:
        if phase == "mixing":
            raise Cancelled

    with pytest.raises(Cancelled):
        play(_request(prompt="house"), DANCE, stop)


TRACKER_LATE_SECONDS = 0.019
"""How late librosa's tracker finds clicks (hop 512, 22050 Hz)."""

QUICKLY_CHECKED = ("house", "lock", "krump")


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=[] if n in QUICKLY_CHECKED else pytest.mark.slow) for n in STYLES if n != "ambient"],
)
def test_a_beat_tracker_finds_the_beats(name: str):
    """librosa with a prior around the true tempo, so that it need not settle the octave; ambient music may drift.

    Compared up to the last chord: while that rings there is no beat to find. trim=False, because librosa otherwise
    drops the beats of quiet openings and endings.
    """
    tempo_bpm = float(np.clip(np.sqrt(np.prod(STYLES[name].tempo)), 72, 170))
    score = arrange(
        made_dance(seconds=60.0, tempo_bpm=tempo_bpm, hit_seed=1), 60.0, STYLES[name], PromptIntent(), 1
    ).score
    mix, _ = render(score, -14.0, 1, silent)
    sound = librosa.resample(mix.samples.mean(axis=0), orig_sr=44100, target_sr=22050)
    tempo = float(np.squeeze(librosa.feature.tempo(y=sound, sr=22050, start_bpm=tempo_bpm, std_bpm=0.4)))
    _, found = librosa.beat.beat_track(y=sound, sr=22050, bpm=tempo, units="time", trim=False)
    last = max(n.start_seconds for part in score.parts for n in part.notes)
    heard = found[found <= last + 0.07] - TRACKER_LATE_SECONDS
    written = score.beats[score.beats <= last + 1e-6]
    assert mir_eval.beat.f_measure(mir_eval.beat.trim_beats(written), mir_eval.beat.trim_beats(heard)) >= 0.95
