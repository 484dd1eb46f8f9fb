"""The beat: drums on the grid, the grid of any dance, and how written rhythms are read."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.arrange import arrange, choose_feel
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.patterns.grooves import KICKS_AND_SNARES, read_groove
from kinescore.groovebox.patterns.notation import STRAIGHT, Swing, read_bar
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance

KITS = {"acoustic_kit", "electronic_kit", "house_kit", "breakbeat_kit", "brush_kit"}


def _allowed_fractions(swing: Swing) -> list[float]:
    """Where in a felt beat a drum may stand: swung sixteenths, or the triplets of a fill."""
    r = swing.ratio
    sixteenths = [0.0, r / 2, 0.5, 0.5 + r / 2] if swing.unit == 0.25 else [0.0, r / 2, r, (1 + r) / 2]
    return sorted([*sixteenths, 1 / 3, 2 / 3])


@pytest.mark.parametrize("feel", [None, 2.0, 0.5])
@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.drums])
def test_kicks_and_snares_sit_on_the_beat_grid(name: str, feel: float | None):
    style = STYLES[name]
    dance = made_dance(tempo_bpm=float(np.clip(112, *style.tempo)), first_beat_s=0.27, first_downbeat=3)
    score = arrange(dance, 40.0, style, PromptIntent(feel=feel), 4).score
    felt_seconds = 60.0 / dance.grid.tempo_bpm * (feel or 1.0)
    downbeat = score.beats[score.downbeats[0]]
    drums = [n for p in score.parts if p.stem == "drums" for n in p.notes if n.pitch in KICKS_AND_SNARES]
    assert len(drums) > 3
    final = max(n.start_seconds for p in score.parts for n in p.notes)
    beats = (np.array([n.start_seconds for n in drums if n.start_seconds < final - 1e-6]) - downbeat) / felt_seconds
    allowed = np.array([*_allowed_fractions(style.swing), 1.0])
    distance = np.abs((beats % 1.0)[:, None] - allowed[None]).min(axis=1)
    assert distance.max() * felt_seconds < 1e-9


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.drums and name != "ambient"])
def test_the_beat_is_there_to_be_heard(name: str):
    """More drum strokes fall on beats than a beat's share of the sixteenths."""
    style = STYLES[name]
    dance = made_dance(tempo_bpm=float(np.clip(112, *style.tempo)))
    score = arrange(dance, 40.0, style, PromptIntent(), 5).score
    strokes = [n for p in score.parts if p.stem == "drums" for n in p.notes]
    on_beat = [n for n in strokes if np.abs(score.beats - n.start_seconds).min() < 0.015]
    assert sum(n.velocity for n in on_beat) > 0.38 * sum(n.velocity for n in strokes)


def test_the_grid_goes_on_where_the_dance_stops():
    dance = made_dance(seconds=10.0, tempo_bpm=100.0, first_beat_s=0.25)
    timeline = lay_timeline(dance.grid, 25.0, 1.0)
    np.testing.assert_allclose(timeline.beats, np.arange(0.25, 25.0, 0.6), atol=1e-9)
    shorter = lay_timeline(dance.grid, 4.0, 1.0)
    np.testing.assert_allclose(shorter.beats, np.arange(0.25, 4.0, 0.6), atol=1e-9)


def test_beats_missing_before_the_first_are_added():
    dance = made_dance(seconds=10.0, tempo_bpm=120.0, first_beat_s=1.3, first_downbeat=1)
    timeline = lay_timeline(dance.grid, 10.0, 1.0)
    assert timeline.beats[0] == pytest.approx(0.3)
    assert timeline.beats[timeline.downbeats[0]] == pytest.approx(1.8)


@pytest.mark.parametrize("feel", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("metre", [Metre.THREE_FOUR, Metre.FOUR_FOUR])
def test_positions_and_times_are_inverse(feel: float, metre: Metre):
    dance = made_dance(tempo_bpm=97.3, first_beat_s=0.31, first_downbeat=2, metre=metre)
    timeline = lay_timeline(dance.grid, 55.0, feel)
    for time_s in np.linspace(0.0, 54.9, 400):
        bar, beat = timeline.position(float(time_s))
        assert 0.0 <= beat < metre.beats + 1e-6
        assert timeline.at(bar, beat) == pytest.approx(time_s, abs=1e-7)


def test_bars_start_on_downbeats_exactly():
    dance = made_dance(tempo_bpm=131.7, first_beat_s=0.123, first_downbeat=1)
    timeline = lay_timeline(dance.grid, 40.0, 1.0)
    for bar, index in enumerate(timeline.downbeats):
        assert timeline.at(bar, 0) == timeline.beats[index]


def test_feel_follows_the_grid_unless_the_style_lives_elsewhere():
    assert choose_feel(STYLES["house"], 124.0) == 1.0
    assert choose_feel(STYLES["middle hip-hop"], 92.0) == 1.0
    assert choose_feel(STYLES["middle hip-hop"], 180.0) == 2.0
    assert choose_feel(STYLES["house"], 61.0) == 0.5
    assert choose_feel(STYLES["house"], 100.0) == 1.0


@pytest.mark.parametrize("metre", [Metre.TWO_FOUR, Metre.THREE_FOUR])
def test_other_metres_are_played_in_full_bars(metre: Metre):
    dance = made_dance(metre=metre, tempo_bpm=110.0)
    arrangement = arrange(dance, 40.0, STYLES["pop"], PromptIntent(), 2)
    score = arrangement.score
    assert set(score.metres) == {metre}
    drums = next(p for p in score.parts if p.stem == "drums")
    starts = np.array([n.start_seconds for n in drums.notes])
    for bar in range(2, len(score.downbeats) - 3):
        first = score.downbeats[bar]
        in_bar = (starts >= score.beats[first] - 0.01) & (starts < score.beats[first + metre.beats] - 0.01)
        assert in_bar.sum() >= metre.beats


def test_notation_reads_holds_rests_and_bars():
    steps = read_bar("x---|..X-|o...|....|g...|....|....|....", 0, 4)
    assert [(s.beat, s.beats, s.symbol) for s in steps] == [(0.0, 1.0, "x"), (1.5, 0.5, "X"), (2.0, 0.25, "o")]
    assert [(s.beat, s.symbol) for s in read_bar("x---|..X-|o...|....|g...|....|....|....", 3, 4)] == [(0.0, "g")]
    triplets = read_bar("xxx|...|x-x|...", 0, 4)
    np.testing.assert_allclose([s.beat for s in triplets], [0, 1 / 3, 2 / 3, 2, 2 + 2 / 3])


def test_swing_delays_every_second_sixteenth():
    swung = read_bar("xxxx|....|....|....", 0, 4, Swing(0.25, 2 / 3))
    np.testing.assert_allclose([s.beat for s in swung], [0.0, 1 / 3, 0.5, 0.5 + 1 / 3])
    eighths = read_bar("x.x.|....|....|....", 0, 4, Swing(0.5, 0.6))
    np.testing.assert_allclose([s.beat for s in eighths], [0.0, 0.6])
    assert STRAIGHT.swung(1.25) == 1.25


@pytest.mark.parametrize("swing", [STRAIGHT, Swing(0.25, 0.6), Swing(0.5, 2 / 3)])
def test_what_is_swung_can_be_written_again(swing: Swing):
    places = np.arange(0.0, 4.0, 0.125)
    np.testing.assert_allclose([swing.written(swing.swung(place)) for place in places], places, atol=1e-12)


def test_groove_lines_name_voice_levels_and_rhythm():
    kick, hat = read_groove("kick 0+ X...|X...|X...|X...\nclosed 1-2 x.x.|x.x.|x.x.|x.x.")
    assert (kick.key, kick.lowest_level, kick.highest_level) == (36, 0, 3)
    assert (hat.key, hat.lowest_level, hat.highest_level) == (42, 1, 2)
