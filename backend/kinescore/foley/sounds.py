"""Whooshes, steps and impacts, synthesised: no two of them alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent
from kinescore.dance.movement import RATE_HZ
from kinescore.foley.surfaces import Ground
from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times, without_dc_offset
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise, time_varying_noise
from kinescore.groovebox.instruments.voice import Samples
from kinescore.sound.audio import SAMPLE_RATE

ATTACK_SECONDS = 0.0006
LOWEST_HZ, HIGHEST_HZ = 180.0, 1500.0
"""Where a whoosh is centred when the limb just begins to be heard, and at the fastest there is."""
OCTAVES = 0.8
SPEED_POWER = 3.0
"""The sound pressure of a dipole in a flow goes with the cube of the speed (Curle 1955), its pitch with the speed
(Strouhal): a whoosh swells, brightens and dies with the limb."""
STEP_SECONDS, IMPACT_SECONDS = 0.34, 1.3
TOE_SECONDS = 0.075
"""The toe follows the heel so much later in a soft step."""


def whoosh(event: FoleyEvent, rng: np.random.Generator) -> Samples:
    """Air that a limb cuts, [2, N] from the start of its course on, loudest when the limb is fastest; it goes along in
    the picture."""
    shares, pans = np.array(event.course).T
    course_times = np.arange(len(shares)) / RATE_HZ
    times = sample_times(course_times[-1])
    swell = np.interp(times, course_times, shares)

    def response(hz: NDArray, at: NDArray) -> NDArray:
        speed = np.interp(at.ravel(), course_times, shares).reshape(at.shape) * event.strength
        centre = LOWEST_HZ + (HIGHEST_HZ - LOWEST_HZ) * speed
        return np.exp(-0.5 * (np.log2(hz / centre) / OCTAVES) ** 2)

    noise = time_varying_noise(rng, len(times), response)
    ends = np.minimum(1.0, np.minimum(times, times[-1] - times) / 0.01)
    return (noise * swell**SPEED_POWER * ends * _sides(np.interp(times, course_times, pans))).astype(np.float32)


def step(event: FoleyEvent, ground: Ground, rng: np.random.Generator) -> Samples:
    """Heel and toe on the ground, [2, N] from the contact on; a hard step is brighter, and its toe follows sooner."""
    times = sample_times(STEP_SECONDS + ground.spread_seconds)
    hardness = event.strength
    sound = _contact(times, ground, hardness, rng)
    toe = round((TOE_SECONDS * (1.2 - 0.6 * hardness) * rng.uniform(0.85, 1.15)) * SAMPLE_RATE)
    sound[toe:] += 0.45 * _contact(times, ground, 0.6 * hardness, rng)[: len(sound) - toe]
    sound += _grains(times, ground.grains, ground.grain_hz, ground.spread_seconds, rng, 0.0)
    return (sound * fade_out(times, STEP_SECONDS - 0.1, 0.1 + ground.spread_seconds) * _sides(event.pan)).astype(
        np.float32
    )


def impact(event: FoleyEvent, rng: np.random.Generator) -> Samples:
    """A low thump that falls in pitch, the slap of the contact and debris after it, [2, N] from the contact on."""
    times = sample_times(IMPACT_SECONDS)
    low = 42.0 + 14.0 * (1.0 - event.strength) + rng.uniform(-2.0, 2.0)
    decay = 0.11 + 0.13 * event.strength
    cycles = low * times + 70.0 * 0.03 * (1.0 - np.exp(-times / 0.03))
    body = np.exp(-times / decay)
    thump = without_dc_offset(np.sin(2.0 * np.pi * cycles) * body, body)
    for decay_seconds, level in ((0.018, 0.5), (0.09, 0.12)):
        slap = _burst(BandPass(150.0, 900.0 + 3500.0 * event.strength, 1), decay_seconds, rng)
        thump[: len(slap)] += level * slap
    debris = _grains(times, round(4 + 26 * event.strength), (900.0, 6500.0), 0.45, rng, 0.03)
    sound = (np.tanh(1.3 * thump) + 0.5 * debris) * fade_in(times, ATTACK_SECONDS)
    return (sound * fade_out(times, 0.6, IMPACT_SECONDS - 0.6) * _sides(event.pan)).astype(np.float32)


def _contact(times: NDArray, ground: Ground, hardness: float, rng: np.random.Generator) -> NDArray:
    """One hard edge on the ground, [N]."""
    body = np.exp(-times / 0.028)
    pitch = ground.thud_hz * rng.uniform(0.92, 1.08)
    cycles = pitch * times + 0.5 * pitch * 0.012 * (1.0 - np.exp(-times / 0.012))
    thud = ground.thud * without_dc_offset(np.sin(2.0 * np.pi * cycles) * body, body)
    low, high = ground.click_hz
    sound = thud
    click = _burst(BandPass(low, high * (0.6 + 0.6 * hardness), 1), 0.006 + 0.004 * rng.random(), rng)
    sound[: len(click)] += ground.click * (0.3 + 0.7 * hardness) * click
    for mode, hz in enumerate(ground.ring_hz):
        level = 0.22 * hardness / (1.0 + 0.5 * mode) * rng.uniform(0.6, 1.0)
        ring = np.exp(-times / (0.05 if hz < 300.0 else 0.09))
        sound += level * ring * np.sin(2.0 * np.pi * hz * rng.uniform(0.98, 1.02) * times)
    return np.asarray(sound * fade_in(times, ATTACK_SECONDS))


def _grains(
    times: NDArray, count: int, band_hz: tuple[float, float], seconds: float, rng: np.random.Generator, after: float
) -> NDArray:
    """`count` little clicks from `after` s on, most of them soon, over about `seconds`, [N]."""
    sound = np.zeros(len(times))
    grain = _burst(BandPass(*band_hz, 1), 0.0012, rng)
    for at in after + rng.exponential(seconds / 2.5, count):
        first = round(at * SAMPLE_RATE)
        place = sound[first : first + len(grain)]
        place += rng.uniform(0.1, 0.5) * np.exp(-at / seconds) * grain[: len(place)]
    return sound


def _burst(band: BandPass, decay_seconds: float, rng: np.random.Generator) -> NDArray:
    """Noise in `band` that dies away, [N]."""
    times = sample_times(6.0 * decay_seconds)
    return np.asarray(filtered_noise(rng, len(times), band)[0] * np.exp(-times / decay_seconds))


def _sides(pan: NDArray | float) -> NDArray:
    """Gains of left and right, [2, N] or [2, 1], of equal power; nothing is ever on one side alone."""
    angle = (0.8 * np.atleast_1d(pan) + 1.0) * np.pi / 4.0
    return np.sqrt(2.0) * np.stack([np.cos(angle), np.sin(angle)])
