"""Form follows energy, for any length, and differs with seed and style."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.arranger.form import bar_energies, bar_heights, plan_form
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Score
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance

LENGTHS = (0.5, 0.8, 1.3, 2.0, 2.7, 3.4, 5.0, 8.3, 13.0, 31.7)


def _loudness_per_bar(score: Score) -> np.ndarray:
    """Sum of velocities of what starts in each bar, accents and endings aside."""
    starts = np.array([n.start_seconds for p in score.parts if p.stem != "accents" for n in p.notes])
    weight = np.array([n.velocity for p in score.parts if p.stem != "accents" for n in p.notes])
    edges = score.beats[score.downbeats]
    return np.histogram(starts, edges, weights=weight)[0][:-1]


@pytest.mark.parametrize(
    ("name", "energy"), [*((name, "waves") for name in STYLES), ("house", "ramp"), ("jazz", "ramp")]
)
def test_density_follows_the_energy_of_the_dance(name: str, energy: str):
    tempo = float(np.clip(112.0, *STYLES[name].tempo))
    dance = made_dance(seconds=60.0, tempo_bpm=tempo, energy=energy)
    score = arrange(dance, 60.0, STYLES[name], PromptIntent(), 1).score
    energies = bar_energies(dance, lay_timeline(dance.grid, 60.0, 1.0))
    loudness = _loudness_per_bar(score)
    assert np.corrcoef(energies[: len(loudness)], loudness)[0, 1] > 0.7


@pytest.mark.parametrize("name", ["house", "orchestral", "ambient", "lock"])
@pytest.mark.parametrize("seconds", LENGTHS)
def test_any_length_is_covered_and_ends_with_a_chord(name: str, seconds: float):
    dance = made_dance(seconds=seconds, tempo_bpm=118.0, first_beat_s=0.3, first_downbeat=2)
    arrangement = arrange(dance, seconds, STYLES[name], PromptIntent(), 3)
    score = arrangement.score
    assert score.sections[0].start_seconds == 0.0
    assert score.sections[-1].end_seconds == seconds
    for before, after in zip(score.sections, score.sections[1:], strict=False):
        assert before.end_seconds == after.start_seconds
        assert before.start_seconds < before.end_seconds
    starts = [n.start_seconds for p in score.parts for n in p.notes]
    assert max(starts) == arrangement.plan.final_seconds
    assert 0.15 <= seconds - max(starts) <= max(2.7, 0.6 * seconds)
    assert min(starts) < 0.35


def test_an_hour_is_arranged():
    dance = made_dance(seconds=3600.0, tempo_bpm=120.0)
    score = arrange(dance, 3600.0, STYLES["jazz"], PromptIntent(), 1).score
    assert score.sections[-1].end_seconds == 3600.0
    assert len(score.sections) > 100
    gaps = np.diff(np.unique([n.start_seconds for p in score.parts for n in p.notes]))
    assert gaps.max() < 3.0


def test_a_flat_dance_still_gets_a_shape():
    dance = made_dance(seconds=90.0, energy="flat")
    sections = arrange(dance, 90.0, STYLES["pop"], PromptIntent(), 1).score.sections
    names = [section.name for section in sections]
    assert names[0] == "intro"
    assert "chorus" in names
    assert names[-1] == "ending"
    assert len(names) >= 5


def test_sections_prefer_four_and_eight_bars():
    rng = np.random.default_rng(0)
    energies = np.repeat(rng.random(12), 8) + rng.normal(0, 0.02, 96)
    form = plan_form(bar_heights(np.clip(energies, 0, 1)), 95, 0.0)
    on_fours = [section for section in form if section.first_bar % 4 == 0]
    assert len(on_fours) >= 0.8 * len(form)


def test_sections_change_where_the_energy_does():
    energies = np.concatenate([np.full(8, 0.2), np.full(8, 0.9), np.full(8, 0.1), np.full(8, 1.0)])
    form = plan_form(bar_heights(energies), 31, 0.0)
    starts = {section.first_bar: section for section in form}
    assert {8, 16, 24} <= set(starts)
    assert starts[24].kind is SectionKind.CHORUS
    assert starts[24].level == 3
    assert starts[16].kind is SectionKind.BREAK
    assert starts[16].level == 0


def test_fills_lead_into_louder_sections():
    arrangement = arrange(made_dance(seconds=80.0), 80.0, STYLES["pop"], PromptIntent(), 2)
    plan = arrangement.plan
    drums = next(p for p in arrangement.score.parts if p.stem == "drums")
    crashes = {n.start_seconds for n in drums.notes if n.pitch == 49}
    for before, section in zip(plan.form, plan.form[1:], strict=False):
        start = plan.timeline.at(section.first_bar, 0)
        if section.level > before.level and section.level >= 2:
            assert any(abs(start - crash) < 0.01 for crash in crashes)
            window = [
                n for n in drums.notes if plan.timeline.at(section.first_bar - 1, 2) <= n.start_seconds < start - 0.01
            ]
            assert sum(n.pitch in (38, 39, 40, 43, 47, 50) for n in window) >= 2


def test_calm_is_sparser_than_busy():
    dance = made_dance(seconds=60.0)
    counts = []
    for shift in (-1.0, 0.0, 1.0):
        score = arrange(dance, 60.0, STYLES["house"], PromptIntent(level_shift=shift), 1).score
        counts.append(sum(len(part.notes) for part in score.parts))
    assert counts[0] < counts[1] < counts[2]


def _onsets(score: Score, stem: str) -> set[tuple[int, int]]:
    """Sixteenth and pitch of every note of a stem."""
    step = 60.0 / score.tempo_bpm / 4
    return {
        (round((n.start_seconds - score.beats[0]) / step), n.pitch)
        for part in score.parts
        if part.stem == stem
        for n in part.notes
    }


def _likeness(one: Score, other: Score, stem: str) -> float:
    a, b = _onsets(one, stem), _onsets(other, stem)
    return len(a & b) / max(1, len(a | b))


@pytest.mark.parametrize("name", STYLES)
def test_seeds_differ_and_repeat(name: str):
    dance = made_dance()
    scores = [arrange(dance, 40.0, STYLES[name], PromptIntent(), seed).score for seed in (1, 1, 2, 3)]
    assert scores[0].parts == scores[1].parts
    for other in scores[2:]:
        assert _likeness(scores[0], other, "melody") < 0.5
        assert _likeness(scores[0], other, "harmony") < 0.8
    keys = {arrange(dance, 40.0, STYLES[name], PromptIntent(), seed).score.key for seed in range(6)}
    assert len(keys) > 1


def test_styles_differ():
    dance = made_dance()
    scores = {name: arrange(dance, 40.0, style, PromptIntent(tonic=0), 1).score for name, style in STYLES.items()}
    names = list(scores)
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            alike = [_likeness(scores[one], scores[other], stem) for stem in ("drums", "bass", "harmony", "melody")]
            assert np.mean(alike) < 0.5, (one, other, alike)
