"""Past two minutes: other textures and themes, breakdowns, choruses in another key that go home again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.arranger.long_forms import BREAKDOWN_BARS, PART_SECONDS, part_of, with_breakdowns
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.theory.chords import chord_in, melody_tones
from tests.groovebox.made_dances import made_dance

SECONDS = 300.0


@pytest.fixture(scope="module", params=["pop", "rock", "house"])
def piece(request: pytest.FixtureRequest) -> Arrangement:
    dance = made_dance(seconds=SECONDS)
    swells = 0.5 - 0.45 * np.cos(np.linspace(0.0, 16 * np.pi, len(dance.energy)))
    dance = replace(dance, energy=swells.astype(np.float32))
    return arrange(dance, SECONDS, STYLES[request.param], PromptIntent(), 2)


def test_choruses_past_two_minutes_go_elsewhere_and_come_home(piece: Arrangement) -> None:
    plan = piece.plan
    chart = plan.chart
    late = [s for s in plan.form if s.kind is SectionKind.CHORUS and part_of(s, plan.timeline) > 0]
    assert late
    for section in late:
        there = chart.key_in(section.first_bar)
        assert there.tonic != chart.key.tonic
        assert chart.key_in(section.first_bar - 1) == there
        assert chart.key_in(section.end_bar - 1) == chart.key
        assert chart.bar(section.first_bar - 1)[0].chord.root != there.tonic
    assert all(chart.key_in(bar) == chart.key for bar in range(int(PART_SECONDS // 2.2)))
    tonic = chord_in(chart.key, "i" if chart.key.is_minor else "I")
    assert chart.tonic == tonic


def test_the_tune_keeps_to_the_key_of_its_bar(piece: Arrangement) -> None:
    plan = piece.plan
    on_hits = {accent.time_s for accent in piece.accents}
    for part in (part for part in piece.score.parts if part.stem == "melody"):
        for note in part.notes:
            bar, beat = plan.timeline.position(note.start_seconds)
            if note.start_seconds not in on_hits and note.start_seconds < plan.final_seconds:
                assert note.pitch % 12 in melody_tones(plan.chart.key_in(bar), plan.chart.at(bar, beat))


def _rhythms(piece: Arrangement, stem: str, part: int) -> set[frozenset[int]]:
    plan, bars = piece.plan, {}
    for note in (n for p in piece.score.parts if p.stem == stem for n in p.notes):
        bar, beat = plan.timeline.position(note.start_seconds + 1e-6)
        if int(note.start_seconds // PART_SECONDS) == part:
            bars.setdefault(bar, set()).add(round(4 * beat) % 16)
    return {frozenset(bar) for bar in bars.values()}


@pytest.mark.parametrize("stem", ["drums", "bass"])
def test_the_second_part_has_rhythms_that_the_first_had_not(piece: Arrangement, stem: str) -> None:
    first, second = (_rhythms(piece, stem, part) for part in (0, 1))
    assert len(second - first) >= min(4, len(second) / 2)


def test_music_that_never_rests_breaks_down_now_and_then() -> None:
    timeline = lay_timeline(made_dance(seconds=SECONDS).grid, SECONDS, 1.0)
    busy = np.full(timeline.bars, 2.6)
    lowered = with_breakdowns(busy, timeline)
    changed = np.flatnonzero(lowered < busy)
    assert len(changed) >= BREAKDOWN_BARS
    assert len(changed) % BREAKDOWN_BARS == 0
    assert min(timeline.at(int(bar), 0) for bar in changed) > PART_SECONDS / 2
    assert lowered[changed].max() < 1.0
    resting = np.where(np.arange(timeline.bars) % 16 < 4, 0.5, 2.6)
    np.testing.assert_array_equal(with_breakdowns(resting, timeline), resting)


def test_pieces_up_to_two_minutes_keep_to_what_they_began_with() -> None:
    timeline = lay_timeline(made_dance(seconds=100.0).grid, 100.0, 1.0)
    busy = np.full(timeline.bars, 2.6)
    np.testing.assert_array_equal(with_breakdowns(busy, timeline), busy)
    short = arrange(made_dance(seconds=100.0), 100.0, STYLES["pop"], PromptIntent(), 2)
    assert not short.plan.chart.away
