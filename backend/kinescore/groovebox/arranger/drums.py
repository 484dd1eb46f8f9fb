"""Drums and percussion: the groove of each level, fills before sections change, cymbals where they begin."""

from __future__ import annotations

import numpy as np

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.patterns.fills import FILLS
from kinescore.groovebox.patterns.grooves import GM_KEYS, KICKS_AND_SNARES, GrooveLine, read_groove
from kinescore.groovebox.patterns.notation import STRENGTH, read_bar
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import DrumPlayer

_CRASH_VELOCITY = 0.72
_SMALL_FILL_CHANCE = 0.4
_TAIL_BEATS = 0.25
_RINGING = frozenset({GM_KEYS["crash"], GM_KEYS["crash2"], GM_KEYS["open"], GM_KEYS["ride"], GM_KEYS["bell"]})


def play_drums(plan: Plan, player: DrumPlayer, name: str, *, fills: bool) -> list[Note]:
    """Return the notes of a drum player (GM keys) up to the last chord. Kicks and snares stay on the grid.

    fills: True for the drummer, who also leads into and marks the sections; a percussionist just plays.
    """
    rng = plan.rng(name)
    groove = read_groove(player.grooves[rng.integers(len(player.grooves))])
    notes: list[Note] = []
    for bar, section in plan.played_bars():
        if not player.seat.plays(section.kind, section.level):
            continue
        fill_beats = _fill_beats(plan, bar, section, rng) if fills else 0.0
        limit = plan.timeline.beats_per_bar - fill_beats
        level = _drum_level(section, bar)
        notes += _play_bar(plan, groove, bar, level, 0.0, limit, player.seat.velocity, rng)
        if fill_beats:
            notes += _play_fill(plan, bar, level, limit, player.seat.velocity, rng)
        if fills and bar == section.first_bar and section.level >= 2 and plan.style.fills != ("none",):
            notes.append(plan.note(bar, 0.0, 2.0, GM_KEYS["crash"], _CRASH_VELOCITY * player.seat.velocity))
    if fills and plan.timeline.pickup_beats > 0.4:
        start = max(plan.timeline.beats_per_bar - 2.0, plan.timeline.beats_per_bar - plan.timeline.pickup_beats)
        notes += _play_fill(plan, -1, 1, start, player.seat.velocity, rng)
    return notes


def _drum_level(section: FormSection, bar: int) -> int:
    """A long intro or build grows by a level half way through."""
    grows = section.kind in (SectionKind.INTRO, SectionKind.BUILD) and section.bars >= 4
    return min(3, section.level + (grows and bar - section.first_bar >= section.bars // 2))


def _fill_beats(plan: Plan, bar: int, section: FormSection, rng: np.random.Generator) -> float:
    """Return how many beats at the end of this bar a fill takes: more before a rise, a little one every fourth bar."""
    chance = rng.random()
    following = plan.next_section(section)
    if bar == section.end_bar - 1 and following is not None:
        if following.level > section.level:
            return float(plan.timeline.beats_per_bar) if section.kind is SectionKind.BUILD else 2.0
        return 2.0 if section.level >= 2 else 1.0
    small = (bar - section.first_bar) % 4 == 3 and section.level >= 2 and chance < _SMALL_FILL_CHANCE
    return 1.0 if small else 0.0


def _play_fill(plan: Plan, bar: int, level: int, start: float, velocity: float, rng: np.random.Generator) -> list[Note]:
    variants = FILLS[plan.style.fills[rng.integers(len(plan.style.fills))]]
    groove = read_groove(variants[rng.integers(len(variants))])
    return _play_bar(plan, groove, bar, level, start, float("inf"), velocity * 0.95, rng)


def _play_bar(
    plan: Plan, groove: tuple[GrooveLine, ...], bar: int, level: int, start: float, end: float, velocity: float,
    rng: np.random.Generator,
) -> list[Note]:  # fmt: skip
    notes = []
    for line in groove:
        if not line.lowest_level <= level <= line.highest_level:
            continue
        length = 1.0 if line.key in _RINGING else _TAIL_BEATS
        for step in read_bar(line.pattern, bar, plan.timeline.beats_per_bar, plan.style.swing):
            if not start - 1e-9 <= step.beat < end - 1e-9 or (step.symbol == "?" and rng.random() < 0.5):
                continue
            strength = STRENGTH[step.symbol] * velocity * level_gain(level)
            note = plan.note(bar, step.beat, length, line.key, strength)
            notes.append(humanised(note, rng, moves=line.key not in KICKS_AND_SNARES))
    return notes
