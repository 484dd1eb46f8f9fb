"""Accents land on hit points, and the figures that say so can tell chance from skill."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.hits import SNAP_SECONDS, Weight, choose_accents, place, weight_class
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.sync import sync_scores
from tests.groovebox.made_dances import FPS, made_dance


def _hits(times: list[float], weights: list[float]) -> tuple[HitPoint, ...]:
    return tuple(HitPoint(t, w, HitKind.STOP) for t, w in zip(times, weights, strict=True))


def _starts(arrangement: Arrangement, stems: set[str]) -> np.ndarray:
    return np.array([n.start_seconds for p in arrangement.score.parts if p.stem in stems for n in p.notes])


@pytest.mark.parametrize("name", STYLES)
def test_every_accent_sounds_exactly_when_it_should(name: str):
    dance = made_dance(hit_seed=3)
    arrangement = arrange(dance, 40.0, STYLES[name], PromptIntent(), 2)
    assert len(arrangement.accents) >= 0.6 * len(dance.hits)
    for accent in arrangement.accents:
        stems = {"drums", "harmony"} if accent.time_s == arrangement.plan.final_seconds else {"accents", "melody"}
        assert accent.time_s in _starts(arrangement, stems)
        assert abs(accent.time_s - accent.hit.time_s) <= min(SNAP_SECONDS, 0.5 / FPS) + 1e-9


def test_heavier_hits_get_heavier_marks():
    dance = replace(made_dance(), hits=_hits([8.03, 12.2, 16.4], [1.0, 0.5, 0.1]))
    arrangement = arrange(dance, 40.0, STYLES["break"], PromptIntent(), 1)
    assert [accent.weight for accent in arrangement.accents] == [Weight.STRONG, Weight.MEDIUM, Weight.LIGHT]
    by_time = {
        time: sum(
            n.velocity
            for p in arrangement.score.parts
            if p.stem == "accents"
            for n in p.notes
            if n.start_seconds == time
        )
        for time in (accent.time_s for accent in arrangement.accents)
    }
    strong, medium, light = by_time.values()
    assert strong > medium > light


def test_hits_next_to_a_sixteenth_go_to_it_and_others_stay():
    timeline = lay_timeline(made_dance(tempo_bpm=120.0, first_beat_s=0.0).grid, 40.0, 1.0)
    assert place(4.009, timeline, FPS) == 4.0
    assert place(4.125 + 0.012, timeline, FPS) == pytest.approx(4.125)
    assert place(4.04, timeline, FPS) == 4.04
    assert place(4.012, timeline, 60.0) == 4.012  # half a frame at 60 fps is 8 ms


def test_a_storm_of_hits_leaves_music():
    rng = np.random.default_rng(1)
    times = np.sort(rng.uniform(0, 39, 600))
    hits = _hits(list(times), list(rng.random(600)))
    dance = replace(made_dance(), hits=hits)
    timeline = lay_timeline(dance.grid, 40.0, 1.0)
    accents = choose_accents(hits, timeline, FPS, 38.0)
    marks = np.array([accent.time_s for accent in accents])
    assert np.diff(marks).min() >= 0.14 - 1e-9
    bar_seconds = 4 * 60 / 112
    assert len(accents) <= 7 * np.ceil(40 / bar_seconds)
    strong = np.array([accent.time_s for accent in accents if accent.weight is Weight.STRONG])
    assert np.diff(strong).min() >= 0.4
    mean_served = np.mean([accent.hit.weight for accent in accents])
    assert mean_served > np.mean([hit.weight for hit in hits]) + 0.1


def test_the_last_heavy_hit_takes_the_last_chord():
    hits = _hits([10.0, 38.87, 39.1], [0.9, 0.95, 0.2])
    arrangement = arrange(replace(made_dance(), hits=hits), 40.0, STYLES["pop"], PromptIntent(), 1)
    assert arrangement.plan.final_seconds == pytest.approx(38.87, abs=SNAP_SECONDS)
    assert arrangement.accents[-1].hit is hits[1]
    light = _hits([10.0, 38.87], [0.9, 0.3])
    calm_end = arrange(replace(made_dance(), hits=light), 40.0, STYLES["pop"], PromptIntent(), 1)
    on_grid = calm_end.score.beats
    assert np.abs(on_grid - calm_end.plan.final_seconds).min() == 0.0


def test_the_tune_bends_to_light_hits():
    dance = made_dance(hit_seed=None)
    plain = arrange(dance, 40.0, STYLES["pop"], PromptIntent(), 4).score
    tune = next(p for p in plain.parts if p.stem == "melody").notes
    near = [n.start_seconds + 0.03 for n in tune[4:-4:6]]
    bent = arrange(replace(dance, hits=_hits(near, [0.1] * len(near))), 40.0, STYLES["pop"], PromptIntent(), 4).score
    starts = [n.start_seconds for p in bent.parts if p.stem == "melody" for n in p.notes]
    moved = sum(min(abs(s - t) for s in starts) < SNAP_SECONDS + 1e-9 for t in near)
    assert moved >= 0.7 * len(near)
    assert starts == sorted(starts)


def test_figures_match_a_hand_count():
    hits = _hits([1.0, 2.0, 3.0, 4.0], [0.9, 0.5, 0.4, 0.1])
    timeline = lay_timeline(made_dance(hit_seed=None).grid, 10.0, 1.0)
    accents = choose_accents(hits[:3], timeline, 25.0, 9.0)
    late = replace(accents[1], time_s=hits[1].time_s + 0.06)  # one and a half frames
    scores = sync_scores(hits, (accents[0], late, accents[2]), 25.0, 10.0)
    frames = [abs(a.time_s - a.hit.time_s) * 25 for a in (accents[0], late, accents[2])]
    assert scores["hit_coverage"] == 0.5
    assert scores["hit_coverage_chance"] == pytest.approx(3 * 2 * 0.04 / 10.0)
    assert scores["hit_served_strong"] == 1.0
    assert scores["hit_served_medium"] == 1.0
    assert scores["hit_served_light"] == 0.0
    assert scores["hit_distance_mean_frames"] == pytest.approx(np.mean(frames))
    assert scores["hit_distance_max_frames"] == pytest.approx(1.5)


def test_coverage_is_chance_for_random_hits():
    dance = made_dance(hit_seed=2)
    arrangement = arrange(dance, 40.0, STYLES["lock"], PromptIntent(), 1)
    own = sync_scores(dance.hits, arrangement.accents, FPS, 40.0)
    rng = np.random.default_rng(0)
    random = _hits(list(rng.uniform(0, 40, 20000)), [0.5] * 20000)
    chance = sync_scores(random, arrangement.accents, FPS, 40.0)
    assert chance["hit_coverage"] == pytest.approx(own["hit_coverage_chance"], abs=0.01)
    assert own["hit_coverage"] > 0.8 > 3 * own["hit_coverage_chance"]


def test_no_hits_no_figures():
    assert sync_scores((), (), FPS, 10.0) == {"hit_count": 0.0, "accent_count": 0.0}


def test_classes_cover_all_weights():
    assert [weight_class(HitPoint(0.0, w, HitKind.PEAK)) for w in (0.0, 0.329, 0.33, 0.66, 1.0)] == [
        Weight.LIGHT, Weight.LIGHT, Weight.MEDIUM, Weight.STRONG, Weight.STRONG,
    ]  # fmt: skip
