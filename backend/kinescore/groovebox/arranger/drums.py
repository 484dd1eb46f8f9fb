"""Drums and percussion: the groove of each level, fills before sections change, cymbals where they begin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinescore.form.form import Start
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.long_forms import part_of, parts_in
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.patterns.fills import fills_in
from kinescore.groovebox.patterns.grooves import GM_KEYS, KICKS_AND_SNARES, GrooveLine
from kinescore.groovebox.patterns.notation import STRENGTH
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.patterns.varying import draw_groove
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import DrumPlayer

_CRASH_VELOCITY = 0.72
_SMALL_FILL_CHANCE = 0.4
_TAIL_BEATS = 0.25
_FILL_GAINS = (0.78, 1.1)
_RINGING = frozenset({GM_KEYS["crash"], GM_KEYS["crash2"], GM_KEYS["open"], GM_KEYS["ride"], GM_KEYS["bell"]})


def play_drums(plan: Plan, player: DrumPlayer, name: str, *, fills: bool) -> list[Note]:
    """Return the notes of a drum player (GM keys) up to the last chord. Kicks and snares stay on the grid.

    fills: True for the drummer, who also leads into and marks the sections; a percussionist just plays.
    """
    rng = plan.rng(name)
    beats = plan.style.metre.beats
    grooves = [draw_groove(player.grooves, beats, rng) for _ in range(parts_in(plan.timeline))]
    notes: list[Note] = []
    for bar, section in plan.played_bars():
        if not player.seat.plays(section.kind, section.level):
            continue
        fill_beats = _fill_beats(plan, bar, section, rng) if fills else 0.0
        limit = plan.timeline.beats_in(bar) - fill_beats
        level, groove = _drum_level(section, bar), grooves[part_of(section, plan.timeline)]
        notes += _play_bar(plan, groove, bar, level, 0.0, limit, player.seat.velocity, rng)
        if fill_beats:
            following = plan.next_section(section)
            falls = bar == section.end_bar - 1 and following is not None and following.level < section.level
            notes += _leading(_play_fill(plan, bar, level, limit, player.seat.velocity, rng), falls=falls)
        if (
            fills
            and bar == section.first_bar
            and not _is_once_around(plan)
            and section.level >= 2
            and plan.style.fills != ("none",)
        ):
            notes.append(plan.note(bar, 0.0, 2.0, GM_KEYS["crash"], _CRASH_VELOCITY * player.seat.velocity))
    return notes + (_lead_in(plan, player, rng) if fills and plan.opens else [])


def _lead_in(plan: Plan, player: DrumPlayer, rng: np.random.Generator) -> list[Note]:
    """A fill of up to two beats into the first downbeat, where there is room before it and nobody counts in."""
    bar = plan.form[0].first_bar - 1
    room = plan.timeline.at(bar + 1, 0) / plan.timeline.pulse_at(0.0)
    if plan.start is Start.COUNT_IN or room <= 0.4:
        return []
    level = 2 if plan.start is Start.PICK_UP else 1
    return _play_fill(plan, bar, level, plan.timeline.beats_in(bar) - min(2.0, room), player.seat.velocity, rng)


def _is_once_around(plan: Plan) -> bool:
    """Whether the piece is a loop of a single section, whose beginning nothing should mark every time around."""
    return plan.loops and len(plan.form) == 1


def _drum_level(section: FormSection, bar: int) -> int:
    """A long intro or build grows by a level half way through."""
    grows = section.kind in (SectionKind.INTRO, SectionKind.BUILD) and section.bars >= 4
    return min(3, section.level + (grows and bar - section.first_bar >= section.bars // 2))


def _fill_beats(plan: Plan, bar: int, section: FormSection, rng: np.random.Generator) -> float:
    """Return how many beats at the end of this bar a fill takes: more before a rise, a little one every fourth bar."""
    chance, most = rng.random(), float(plan.timeline.beats_in(bar))
    following = plan.next_section(section)
    if bar == section.end_bar - 1 and following is not None:
        if following.level > section.level:
            return most if section.kind is SectionKind.BUILD else min(2.0, most)
        return min(2.0, most) if section.level >= 2 else 1.0
    small = (bar - section.first_bar) % 4 == 3 and section.level >= 2 and chance < _SMALL_FILL_CHANCE
    return 1.0 if small else 0.0


def _play_fill(plan: Plan, bar: int, level: int, start: float, velocity: float, rng: np.random.Generator) -> list[Note]:
    variants = fills_in(plan.style.metre, plan.style.fills[rng.integers(len(plan.style.fills))])
    groove = draw_groove(variants, plan.style.metre.beats, rng)
    return _play_bar(plan, groove, bar, level, start, float("inf"), velocity * 0.95, rng)


def _leading(fill: list[Note], *, falls: bool) -> list[Note]:
    """The fill as it leads on: growing into what is as loud or louder, dying away into what is quieter."""
    start, end = min((n.start_seconds for n in fill), default=0.0), max((n.start_seconds for n in fill), default=0.0)
    first, last = (_FILL_GAINS[::-1] if falls else _FILL_GAINS) if end > start else (1.0, 1.0)

    def gain(note: Note) -> float:
        return first + (last - first) * (note.start_seconds - start) / max(end - start, 1e-9)

    return [replace(note, velocity=min(1.0, note.velocity * gain(note))) for note in fill]


def _play_bar(
    plan: Plan, groove: tuple[GrooveLine, ...], bar: int, level: int, start: float, end: float, velocity: float,
    rng: np.random.Generator,
) -> list[Note]:  # fmt: skip
    notes = []
    for line in groove:
        if not line.lowest_level <= level <= line.highest_level:
            continue
        length = 1.0 if line.key in _RINGING else _TAIL_BEATS
        for step in plan.steps(line.pattern, bar):
            if not start - 1e-9 <= step.beat < end - 1e-9 or (step.symbol == "?" and rng.random() < 0.5):
                continue
            strength = STRENGTH[step.symbol] * velocity * level_gain(level)
            note = plan.note(bar, step.beat, length, line.key, strength)
            notes.append(humanised(note, rng, moves=line.key not in KICKS_AND_SNARES))
    return notes
