"""The small calculations under the beat tracker, against answers known by hand or by brute force."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.cues import amplitudes, levelled
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.movement import RATE_HZ
from kinescore.dance.peaks import crests, vertices
from kinescore.dance.picture_tempo import phase_for_hits, tempi_for_hits
from kinescore.dance.tempo import refined, tempo_curve


def pulses(tempo_bpm: float, seconds: float = 40.0, channels: int = 6, noise: float = 1.0) -> np.ndarray:
    """[N, channels] cosines at the beat, each with its own phase and noise."""
    rng = np.random.default_rng(1)
    times = np.arange(int(seconds * RATE_HZ))[:, None] / RATE_HZ
    phases = rng.uniform(0, 2 * np.pi, channels)
    clean = np.cos(2 * np.pi * tempo_bpm / 60 * times + phases)
    return clean + noise * rng.normal(size=clean.shape)


@pytest.mark.parametrize("tempo", [61.3, 97.7, 118.1, 141.9])
def test_the_tempo_of_noisy_pulses_to_a_hundredth_of_a_percent(tempo: float) -> None:
    curves = pulses(tempo)
    curve = tempo_curve(curves, RATE_HZ)
    near = min(curve.ranked(8), key=lambda found: abs(found - tempo))
    assert near == pytest.approx(tempo, rel=2e-3)
    assert refined(curves, RATE_HZ, near) == pytest.approx(tempo, rel=3e-4)
    assert refined(pulses(tempo, noise=0.0), RATE_HZ, near) == pytest.approx(tempo, rel=1e-4)


def test_noise_alone_has_no_prominent_tempo() -> None:
    curve = tempo_curve(np.random.default_rng(0).normal(size=(2400, 33)), RATE_HZ)
    assert curve.prominence(curve.ranked(1)[0]) < 2.0
    pulse = tempo_curve(pulses(100.0), RATE_HZ)
    assert pulse.prominence(100.0) > 10.0
    assert pulse.prominence(83.0) < 2.0


def test_ranked_tempi_are_apart() -> None:
    tempi = tempo_curve(pulses(100.0), RATE_HZ).ranked(6)
    assert len(tempi) == 6
    ratios = [abs(np.log(one / other)) for n, one in enumerate(tempi) for other in tempi[:n]]
    assert min(ratios) > 0.04


def test_amplitude_of_a_cosine() -> None:
    times = np.arange(600) / RATE_HZ
    found = amplitudes(0.7 * np.cos(2 * np.pi * 2.0 * (times - 0.11)), 2.0)
    assert abs(found) == pytest.approx(0.7, rel=1e-6)
    assert (-np.angle(found) / (2 * np.pi * 2.0)) % 0.5 == pytest.approx(0.11, abs=1e-6)


def test_levelled_curves_lose_drift_and_loudness() -> None:
    times = np.arange(3600) / RATE_HZ
    beat = np.cos(2 * np.pi * 2.0 * times)
    curve = levelled((5.0 * times + beat * np.where(times < 30.0, 1.0, 3.0))[:, None])[:, 0]
    assert curve.mean() == pytest.approx(0.0, abs=1e-9)
    assert curve.std() == pytest.approx(1.0)
    early, late = curve[300:1500], curve[2100:3300]
    assert early.std() == pytest.approx(late.std(), rel=0.1)
    assert np.corrcoef(early, beat[300:1500])[0, 1] > 0.99


def test_still_curves_stay_zero() -> None:
    assert not levelled(np.full((300, 4), 7.5)).any()


def test_crests_and_their_vertices() -> None:
    curve = np.array([0.0, 1.0, 3.0, 2.0, 2.0, 5.0, 5.0, 1.0, -2.0, -1.0, -3.0, 4.0])
    assert crests(curve).tolist() == [2, 5, 11]
    samples = np.arange(9.0)
    parabola = 10.0 - 2.0 * (samples - 4.3) ** 2
    assert vertices(parabola, np.array([4])) == pytest.approx([4.3])


def test_the_picture_tempo_is_the_one_that_brute_force_finds_closest() -> None:
    times = [0.35 + beat * 60 / 96 for beat in (0, 3, 4, 9, 15, 22)]
    hits = tuple(HitPoint(time, 1.0, HitKind.STOP) for time in times)
    tempi = tempi_for_hits(hits, 3)
    assert tempi[0] == pytest.approx(96.0, rel=0.01)
    period = 60 / tempi[0]
    phases = np.linspace(0, period, 2000, endpoint=False)
    distance = np.abs((np.array(times)[:, None] - phases + period / 2) % period - period / 2).mean(axis=0)
    assert phase_for_hits(hits, tempi[0]) == pytest.approx(phases[distance.argmin()], abs=0.03)


def test_without_hits_the_likeliest_tempo_comes_first() -> None:
    assert tempi_for_hits((), 1)[0] == pytest.approx(110.0, rel=0.01)
    assert phase_for_hits((), 110.0) == 0.0
