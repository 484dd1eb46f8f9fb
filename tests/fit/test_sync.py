"""Sync measured in the sound: found where it is, gone where it is not, and at chance for what does not belong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.engines.composer import analysis_of, compose
from kinescore.fit.onset_strength import BLOCK_FRAMES, onset_strength
from kinescore.fit.sync import BEATS, CHANCE, HITS, onset_rank, ranked, sync_of, with_measured_sync
from kinescore.motion.read import read_motion
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.take import Take
from tests.groovebox.made_dances import made_dance

RATE = 44_100


def clicks(times: np.ndarray, seconds: float, rate: int = RATE) -> Audio:
    """Short decaying tones at `times`, in faint noise."""
    rng = np.random.default_rng(1)
    samples = rng.normal(scale=1e-4, size=round(seconds * rate))
    length = round(0.05 * rate)
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(length) / rate) * np.exp(-np.arange(length) / (0.01 * rate))
    for time in times:
        first = round(time * rate)
        samples[first : first + length] += tone[: len(samples) - first]
    return Audio(np.stack([samples, samples]).astype(np.float32), rate)


def take_of(audio: Audio) -> Take:
    return Take(audio=audio, beats=np.zeros(0), downbeats=np.zeros(0, np.int64), tempo_bpm=120.0, sections=())


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000])
def test_an_onset_is_found_where_it_is(rate) -> None:
    times = np.array([0.4, 1.13, 2.5, 3.9])
    strength = onset_strength(clicks(times, 5.0, rate))
    for time in times:
        near = np.abs(np.arange(len(strength.values)) / strength.rate - time) < 0.2
        peak = np.flatnonzero(near)[np.argmax(strength.values[near])] / strength.rate
        assert peak == pytest.approx(time, abs=0.015)


def test_a_long_sound_is_measured_as_a_whole() -> None:
    """Blocks leave no seam: the first half alone has the values that it has in the whole."""
    audio = clicks(np.arange(0.5, 19, 0.7), 20.0)
    whole = onset_strength(audio)
    assert len(whole.values) > 2 * BLOCK_FRAMES
    half = onset_strength(Audio(audio.samples[:, : 10 * RATE], RATE))
    inner = len(half.values) - 20
    assert np.allclose(half.values[:inner], whole.values[:inner])


def test_clicks_on_the_hits_rank_at_the_top_and_elsewhere_at_the_bottom() -> None:
    times = np.arange(0.5, 19.5, 1.0)
    strength = onset_strength(clicks(times, 20.0))
    assert onset_rank(strength, times, np.ones(len(times))) > 0.95
    assert onset_rank(strength, times + 0.5, np.ones(len(times))) < 0.6
    heavy_on_clicks = np.tile([1.0, 0.1], len(times))
    both = np.sort(np.concatenate([times, times + 0.5]))
    assert onset_rank(strength, both, heavy_on_clicks) > 0.9


def test_random_moments_rank_at_chance_in_any_sound() -> None:
    rng = np.random.default_rng(0)
    for audio in (clicks(np.arange(0.5, 59, 0.9), 60.0), clicks(np.sort(rng.uniform(0, 60, 300)), 60.0)):
        times = rng.uniform(0, 60, 4000)
        assert onset_rank(onset_strength(audio), times, np.ones(4000)) == pytest.approx(0.5, abs=0.02)


def test_silence_and_moments_outside_are_not_measured() -> None:
    silence = onset_strength(Audio(np.zeros((2, 2 * RATE), np.float32), RATE))
    assert onset_rank(silence, np.array([1.0]), np.ones(1)) is None
    sound = onset_strength(clicks(np.array([1.0]), 2.0))
    assert onset_rank(sound, np.array([-1.0, 7.0]), np.ones(2)) is None
    assert onset_rank(sound, np.zeros(0), np.zeros(0)) is None
    shortest = onset_strength(Audio(np.zeros((1, 10), np.float32), RATE))
    assert len(shortest.values) == 1
    still = with_measured_sync(take_of(Audio(np.zeros((2, RATE), np.float32), RATE)), made_dance(1.0))
    assert still.scores == {}


def test_every_take_is_measured_with_its_chance() -> None:
    dance = made_dance(20.0)
    take = with_measured_sync(take_of(clicks(dance.grid.beats, 20.0)), dance)
    assert take.scores[CHANCE] == 0.5
    assert take.scores[BEATS] > 0.9
    assert sync_of(take.scores) == pytest.approx((take.scores[HITS] + take.scores[BEATS]) / 2)
    unmoved = replace(dance, hits=())
    assert HITS not in with_measured_sync(take_of(clicks(dance.grid.beats, 20.0)), unmoved).scores


def test_takes_are_ranked_best_first_equals_as_they_came_unmeasured_last() -> None:
    scores = [{}, {HITS: 0.7}, {HITS: 0.9, BEATS: 0.7}, {HITS: 0.7}, {"hit_coverage": 1.0}]
    assert ranked(scores) == [2, 1, 3, 0, 4]


def test_on_real_dances_own_music_lands_and_another_s_does_not(shared_motion) -> None:
    """Among five dances none of which helped to make the measure: own pairs above chance, others at it."""
    files = sorted((shared_motion / "aist").glob("*.npz"))[:4]
    requests = [SoundtrackRequest(read_motion(file).between(0.0, 15.0)) for file in files]
    takes = [compose(request) for request in requests]
    analyses = [analysis_of(request) for request in requests]
    table = np.array([[sync_of(with_measured_sync(take, dance).scores) for dance in analyses] for take in takes])
    own, others = np.diag(table), table[~np.eye(len(table), dtype=bool)]
    assert own.min() > 0.6
    assert others.mean() == pytest.approx(0.5, abs=0.1)
