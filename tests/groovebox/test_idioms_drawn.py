"""What is drawn from a style's idiom: many grooves, bass lines and progressions, of which each is still the style's."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.patterns.bass_lines import draw_line
from kinescore.groovebox.patterns.chord_grammar import draw_progression, draw_progressions, root_of
from kinescore.groovebox.patterns.grooves import GM_KEYS, read_groove
from kinescore.groovebox.patterns.notation import Swing, read_bar
from kinescore.groovebox.patterns.varying import draw_groove
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance

DRAWS = 40
ENOUGH = 8
MOST_SHARED = 0.15


def _drawn(draw) -> list:
    return [draw(np.random.default_rng([5, seed])) for seed in range(DRAWS)]


def _shared(drawn: list) -> float:
    return float(np.mean([one == other for one, other in combinations(drawn, 2)]))


@pytest.mark.parametrize("name", STYLES)
def test_every_style_has_many_grooves_lines_and_progressions(name: str) -> None:
    style = STYLES[name]
    drawn = [_drawn(lambda rng: draw_progression(style.progressions[style.colour], rng))]
    if style.drums:
        drawn.append(_drawn(lambda rng: draw_groove(style.drums.grooves, 4, rng)))
    if style.bass:
        drawn += [
            _drawn(lambda rng, lines=lines: draw_line(lines, 4, rng)) for lines in (style.bass.lines, style.bass.calm)
        ]
    for each in drawn:
        assert len(set(each)) >= ENOUGH
        assert _shared(each) <= MOST_SHARED + 0.05  # of 40 draws; benchmarks.tunes_and_grooves counts whole pieces


def _accents(groove, key: int) -> set[int]:
    return {
        round(4 * step.beat) % 16
        for line in groove
        if line.key == key
        for bar in (0, 1)
        for step in read_bar(line.pattern, bar, 4)
        if step.symbol == "X"
    }


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.drums])
def test_a_drawn_groove_keeps_the_accents_of_a_written_one(name: str) -> None:
    written = [read_groove(text) for text in STYLES[name].drums.grooves]
    backbones = [tuple(_accents(groove, GM_KEYS[drum]) for drum in ("kick", "snare", "clap")) for groove in written]
    for groove in _drawn(lambda rng: draw_groove(STYLES[name].drums.grooves, 4, rng)):
        assert tuple(_accents(groove, GM_KEYS[drum]) for drum in ("kick", "snare", "clap")) in backbones


@pytest.mark.parametrize("name", ["house", "techno", "waack"])
def test_four_on_the_floor_stays_there(name: str) -> None:
    for groove in _drawn(lambda rng: draw_groove(STYLES[name].drums.grooves, 4, rng)):
        loud = [line for line in groove if line.key == GM_KEYS["kick"] and line.lowest_level == 0]
        for line in loud:
            assert [step.beat for step in read_bar(line.pattern, 0, 4)] == [0, 1, 2, 3]


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.bass])
def test_a_drawn_line_begins_on_the_root_where_the_written_do(name: str) -> None:
    lines = STYLES[name].bass.lines
    starts = {line[0] for line in lines}
    for line in _drawn(lambda rng: draw_line(lines, 4, rng)):
        assert line[0] in starts
        for bar in (0, 1):
            assert read_bar(line, bar, 4)


@pytest.mark.parametrize("name", STYLES)
def test_chords_follow_each_other_as_in_the_style(name: str) -> None:
    written = STYLES[name].progressions[STYLES[name].colour]
    pairs = {
        (root_of(before), root_of(word).split(",")[0])
        for one in written
        for before, word in pairwise([*one.split(), one.split()[0]])
    }
    words = {word for one in written for word in one.split()}
    for drawn in _drawn(lambda rng: draw_progression(written, rng)):
        assert set(drawn.split()) <= words
        assert all((root_of(before), root_of(word)) in pairs for before, word in pairwise(drawn.split()))


def test_verse_chorus_and_break_have_chords_of_their_own() -> None:
    for seed in range(20):
        drawn = draw_progressions(STYLES["pop"].progressions[STYLES["pop"].colour], 3, np.random.default_rng(seed))
        assert len(set(drawn)) == 3


def _piece(name: str, seed: int) -> Arrangement:
    style = STYLES[name]
    return arrange(made_dance(tempo_bpm=float(np.clip(112, *style.tempo))), 40.0, style, PromptIntent(), seed)


def test_a_bass_that_walks_goes_from_root_to_root_by_beats() -> None:
    sizes, tones = [], set()
    for seed in range(4):
        piece = _piece("jazz", seed)
        plan = piece.plan
        bass = next(part for part in piece.score.parts if part.stem == "bass").notes
        for bar, section in plan.played_bars():
            if section.level < 2 or plan.timeline.at(bar + 1, 0) > plan.final_seconds:
                continue
            inside = [
                n for n in bass if plan.timeline.at(bar, 0) <= n.start_seconds < plan.timeline.at(bar + 1, 0) - 1e-6
            ]
            on_beats = [n for n in inside if plan.timeline.position(n.start_seconds)[1] % 1 < 1e-6]
            assert len(on_beats) == 4
            sizes += [abs(b.pitch - a.pitch) for a, b in pairwise(on_beats)]
            tones |= {n.pitch for n in on_beats}
    assert np.mean(sizes) < 5.5
    assert max(sizes) <= 13
    assert len(tones) > 12


def test_who_lies_behind_the_beat_is_late_and_kick_and_snare_are_not() -> None:
    laid_back, straight = _piece("lo-fi", 1), _piece("house", 1)
    late = {}
    for name, piece in (("lo-fi", laid_back), ("house", straight)):
        beats = piece.score.beats
        bass = [n.start_seconds for p in piece.score.parts if p.stem == "bass" for n in p.notes]
        offsets = [time - beats[np.abs(beats - time).argmin()] for time in bass]
        late[name] = np.median([offset for offset in offsets if abs(offset) < 0.03])
    assert late["lo-fi"] > late["house"] + 0.01


def test_swing_can_be_flattened() -> None:
    assert Swing(0.5, 0.75).flattened(0.5) == Swing(0.5, 0.625)
    assert Swing(0.5, 0.75).flattened(1.0) == Swing(0.5, 0.75)


def test_fills_grow_into_what_is_louder() -> None:
    grown = []
    for seed in range(12):
        piece = arrange(made_dance(seconds=80.0), 80.0, STYLES["rock"], PromptIntent(), seed)
        plan = piece.plan
        drums = next(part for part in piece.score.parts if part.stem == "drums").notes
        for before, section in pairwise(plan.form):
            if section.level > before.level:
                start, end = plan.timeline.at(section.first_bar - 1, 2), plan.timeline.at(section.first_bar, 0)
                fill = [
                    n.velocity
                    for n in drums
                    if start - 1e-6 <= n.start_seconds < end - 0.01 and n.pitch in (38, 43, 47, 50)
                ]
                if len(fill) >= 4:
                    grown.append(np.mean(fill[len(fill) // 2 :]) - np.mean(fill[: len(fill) // 2]))
    assert len(grown) > 5
    assert np.mean(grown) > 0.03
