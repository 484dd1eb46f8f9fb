"""Takes with foley: the music as it was, and sounds that are where and when the movement makes them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.foley_events import FoleyEvent, FoleyKind
from kinescore.engines.composer import compose
from kinescore.foley.playing import with_foley
from kinescore.foley.sounds import impact, step, whoosh
from kinescore.foley.surfaces import GROUNDS
from kinescore.form.foley_words import FoleyWish, Surface
from kinescore.form.form import Ending
from kinescore.mastering.headroom import curve_into_headroom
from kinescore.mastering.limiter import CEILING, true_peaks
from kinescore.mastering.loudness import integrated_loudness
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.sound.stored import StoredSamples
from kinescore.take import Section, Take
from tests.dance.made_dancer import hopper
from tests.dance.made_movers import ball
from tests.groovebox.made_cycles import walk_cycle

EVERYTHING = tuple(FoleyKind)
JUMP = SoundtrackRequest(hopper(1.0, 1.5), genre="house", stems=True)


def onset_seconds(samples: np.ndarray) -> float:
    """When a sound first reaches a tenth of its peak, s."""
    level = np.abs(samples).max(axis=0)
    return float(np.argmax(level > 0.1 * level.max())) / SAMPLE_RATE


@pytest.fixture(scope="module")
def plain() -> Take:
    return compose(JUMP)


@pytest.fixture(scope="module")
def jump() -> Take:
    return compose(replace(JUMP, foley=EVERYTHING))


def test_the_music_stays_as_it_is_sample_by_sample(plain: Take, jump: Take) -> None:
    assert list(jump.stems) == [*plain.stems, "foley-whooshes", "foley-steps", "foley-impacts"]
    for name, stem in plain.stems.items():
        assert np.array_equal(jump.stems[name].samples, stem.samples), name
    assert jump.midi == plain.midi
    assert jump.scores == plain.scores


def test_stems_sum_to_the_mix_below_the_ceiling(jump: Take) -> None:
    total = sum(stem.samples for stem in jump.stems.values())
    assert np.abs(total - jump.audio.samples).max() < 1e-6
    assert 20 * np.log10(true_peaks(jump.audio.samples).max()) < -1.0


def test_words_ask_for_it_as_the_field_does(jump: Take) -> None:
    asked = compose(replace(JUMP, prompt="foley"))
    assert np.array_equal(asked.audio.samples, jump.audio.samples)
    assert not any("foley" in note for note in asked.notes)


def test_a_landing_is_heard_within_a_frame(jump: Take) -> None:
    assert abs(onset_seconds(jump.stems["foley-impacts"].samples) - 1.5) < 1 / 30
    assert abs(onset_seconds(jump.stems["foley-steps"].samples) - 1.5) < 1 / 30
    assert [(event.kind, event.course) for event in jump.foley if event.kind is FoleyKind.IMPACTS] == [
        (FoleyKind.IMPACTS, ())
    ]


def test_the_take_tells_its_events_and_what_is_missing(jump: Take) -> None:
    told = jump.facts()["foley"]
    assert {"steps", "impacts"} == {event["kind"] for event in told}
    assert jump.provenance["foley"] == "whooshes, steps (floor), impacts"
    assert "There are no whooshes in the movement." in jump.notes
    assert not jump.stems["foley-whooshes"].samples.any()


def test_without_stems_the_mix_is_the_same(jump: Take) -> None:
    mixed = compose(replace(JUMP, foley=EVERYTHING, stems=False))
    assert not mixed.stems
    assert np.abs(mixed.audio.samples - jump.audio.samples).max() < 1e-4


def test_a_loop_is_heard_on_over_its_seam() -> None:
    cycle = walk_cycle(24)
    late = replace(cycle, positions=np.roll(cycle.positions, 5, axis=0))  # a foot comes down just before the seam
    request = SoundtrackRequest(late, genre="ambient", stems=True, ending=Ending.LOOP, foley=(FoleyKind.STEPS,))
    samples = compose(request).stems["foley-steps"].samples
    jumps = np.abs(np.diff(np.tile(samples, 2)))
    assert jumps[:, samples.shape[1] - 1].max() < 0.5 * jumps.max()
    assert np.abs(samples[:, :2000]).max() > 0.02 * np.abs(samples).max()


def test_an_engine_without_stems_has_its_music_on_one() -> None:
    def hum(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
        tone = 0.1 * np.sin(np.arange(round(request.music_seconds * SAMPLE_RATE)) / 20).astype(np.float32)
        audio = Audio(np.stack([tone, tone]), SAMPLE_RATE)
        return Take(audio, analysis.grid.beats, analysis.grid.downbeats, 120.0, (Section("hum", 0.0, 4.0),))

    thing, contacts = ball(30.0, seconds=4.0)
    request = SoundtrackRequest(thing, engine="hum", foley=(FoleyKind.IMPACTS,), stems=True)
    take = compose(request, engines={"hum": lambda: hum})
    assert list(take.stems) == ["music", "foley-impacts"]
    assert abs(onset_seconds(take.stems["foley-impacts"].samples) - contacts[0]) < 1 / 30


def test_a_whoosh_peaks_on_the_crest_and_goes_along() -> None:
    shares = np.exp(-0.5 * ((np.arange(31) - 15) / 5.0) ** 2)
    course = tuple((float(share), -1.0 + 2.0 * n / 30) for n, share in enumerate(shares))
    event = FoleyEvent(0.25, FoleyKind.WHOOSHES, 0.7, 0.0, course=course)
    kernel = np.hanning(1764) / 882
    peaks, sides = [], []
    for seed in range(12):
        sound = whoosh(event, np.random.default_rng(seed))
        power = [np.convolve(side**2, kernel, "same") for side in sound]
        peaks.append(sum(power).argmax() / SAMPLE_RATE)
        sides.append([np.average(np.arange(len(side)), weights=side) / SAMPLE_RATE for side in power])
    assert abs(np.mean(peaks) - 0.25) < 0.01
    assert np.abs(np.array(peaks) - 0.25).max() < 1 / 24
    left, right = np.mean(sides, axis=0)
    assert left < 0.25 < right


@pytest.mark.parametrize("surface", Surface)
def test_every_surface_begins_at_once_and_no_two_steps_are_alike(surface: Surface) -> None:
    event = FoleyEvent(0.0, FoleyKind.STEPS, 0.8, 0.0)
    one, other = (step(event, GROUNDS[surface], np.random.default_rng(seed)) for seed in (0, 1))
    assert onset_seconds(one) < 0.01
    assert not np.array_equal(one, other)
    assert np.array_equal(one, step(event, GROUNDS[surface], np.random.default_rng(0)))


def test_an_impact_is_low_and_on_its_side() -> None:
    sound = impact(FoleyEvent(0.0, FoleyKind.IMPACTS, 1.0, 0.9), np.random.default_rng(0))
    power = np.abs(np.fft.rfft(sound.sum(axis=0))) ** 2
    hz = np.fft.rfftfreq(sound.shape[1], 1 / SAMPLE_RATE)
    assert power[hz < 150].sum() > 0.7 * power.sum()
    assert (sound[1] ** 2).sum() > 3 * (sound[0] ** 2).sum()
    assert onset_seconds(sound) < 0.01


SECONDS = 6.0
WALK = tuple(
    FoleyEvent(float(at), FoleyKind.STEPS, strength, 0.0)
    for at, strength in zip(np.arange(0.2, SECONDS - 0.3, 0.4), np.tile([0.4, 0.7, 1.0], 5), strict=False)
)


def noise_of(lufs: float) -> Take:
    """Six seconds of even noise as loud as that, for music."""
    noise = np.cumsum(np.random.default_rng(0).standard_normal((2, round(SECONDS * SAMPLE_RATE))), axis=1)
    noise = noise - np.array([np.convolve(side, np.ones(400) / 400, "same") for side in noise])
    noise *= 10.0 ** ((lufs - integrated_loudness(noise.astype(np.float32))) / 20.0)
    beats = np.arange(0.0, SECONDS, 0.5)
    sections = (Section("noise", 0.0, SECONDS),)
    return Take(Audio(noise.astype(np.float32), SAMPLE_RATE), beats, np.arange(0, 12, 4), 120.0, sections)


@pytest.mark.parametrize(
    ("surface", "lufs"),
    [(Surface.FLOOR, -23.0), *((surface, -14.0) for surface in Surface if surface.value != "floor")],
)
def test_steps_are_heard_in_the_music_and_do_not_dominate_it(surface: Surface, lufs: float) -> None:
    request = replace(JUMP, loudness_lufs=lufs)
    music = noise_of(lufs)
    take = with_foley(music, WALK, FoleyWish((FoleyKind.STEPS,), surface), request, silent)
    steps = take.stems["foley-steps"].samples
    assert -17.0 < integrated_loudness(steps) - lufs < -7.0
    assert integrated_loudness(take.audio.samples) - lufs < 0.7
    for event in WALK:
        place = slice(round(event.time_s * SAMPLE_RATE), round((event.time_s + 0.1) * SAMPLE_RATE))
        louder = 10 * np.log10(np.mean(steps[:, place] ** 2) / np.mean(music.audio.samples[:, place] ** 2))
        assert -20.0 < louder < 0.0


def test_where_the_music_leaves_no_room_little_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    full = np.full((2, round(SECONDS * SAMPLE_RATE)), CEILING, np.float32)
    looks: list[int] = []

    def looked(mix: StoredSamples) -> NDArray[np.float64]:
        looks.append(mix.shape[1])
        return true_peaks(mix)

    monkeypatch.setattr("kinescore.mastering.headroom.true_peaks", looked)
    added = 0.5 * np.sin(np.arange(full.shape[1]) / 9.0).astype(np.float32) * np.ones((2, 1), np.float32)
    curve = curve_into_headroom(full, added)
    fitted = true_peaks(full + added * curve.between(0, full.shape[1]))
    assert (fitted - true_peaks(full)).max() < 2e-3
    assert len(looks) <= 3
