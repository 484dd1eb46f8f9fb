"""From a movement, a style and a prompt's intent to a written score."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.groovebox.arranger.chart import write_chart
from kinescore.groovebox.arranger.ending import Final, choose_final
from kinescore.groovebox.arranger.ensemble import play_parts
from kinescore.groovebox.arranger.form import FormSection, bar_energies, plan_form
from kinescore.groovebox.arranger.hits import Accent, Weight, choose_accents
from kinescore.groovebox.arranger.instrumentation import cast
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.arranger.timeline import Timeline, lay_timeline
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Score
from kinescore.groovebox.styles.style import Style
from kinescore.groovebox.theory.pitch import MINOR_SCALES, Key
from kinescore.take import Section

_FEELS = (1.0, 2.0, 0.5)
_OTHER_FEEL_COST_OCTAVES = 0.25
_MAJOR_COLOURS, _MINOR_COLOURS = (Colour.MELLOW, Colour.BRIGHT), (Colour.DARK, Colour.TENSE, Colour.MELLOW)


@dataclass(frozen=True)
class Arrangement:
    """score: what is played. plan: what the players agreed on. accents: the hit points that are marked, in time order,
    the last chord's included."""

    score: Score
    plan: Plan
    accents: tuple[Accent, ...]


def arrange(analysis: DanceAnalysis, seconds: float, style: Style, intent: PromptIntent, seed: int) -> Arrangement:
    """Write the music for a movement: exactly `seconds` long, on the analysis's beat grid."""
    rng = np.random.default_rng([seed, zlib.crc32(style.name.encode())])
    feel = intent.feel or choose_feel(style, analysis.grid.tempo_bpm)
    timeline = lay_timeline(analysis.grid, seconds, feel)
    hits = [hit for hit in analysis.hits if hit.time_s < min(seconds, analysis.seconds)]
    final = choose_final(timeline, hits, analysis.fps)
    form = _form(analysis, timeline, final, _level_shift(intent))
    key, progressions = choose_harmony(style, intent, rng)
    chart = write_chart(form, progressions, key, timeline, rng)
    plan = Plan(cast(style, intent, rng), timeline, form, chart, final.seconds, seed)
    accents = choose_accents(hits, timeline, analysis.fps, final.seconds)
    score = Score(
        seconds=seconds,
        tempo_bpm=timeline.tempo_bpm,
        beats=timeline.beats,
        downbeats=timeline.downbeats,
        beats_per_bar=timeline.beats_per_bar,
        key=key.name,
        sections=_sections(plan),
        parts=play_parts(plan, intent, accents),
        room=intent.room or style.room,
    )
    return Arrangement(score, plan, accents + _final_accent(final))


def choose_feel(style: Style, tempo_bpm: float) -> float:
    """Return grid beats per felt beat: as the grid says, unless half or double time is much nearer the style's home."""
    low, high = style.tempo

    def distance_octaves(feel: float) -> float:
        felt = tempo_bpm / feel
        outside = max(math.log2(low / felt), math.log2(felt / high), 0.0)
        return outside + (0.0 if feel == 1.0 else _OTHER_FEEL_COST_OCTAVES)

    return min(_FEELS, key=distance_octaves)


def choose_harmony(style: Style, intent: PromptIntent, rng: np.random.Generator) -> tuple[Key, tuple[str, ...]]:
    """Return the key and the progressions to draw from: the prompt's mood and mode, else the style's own colour."""
    colour = (intent.mood and intent.mood.colour) or style.colour
    if intent.is_minor is not None and (style.scales[colour] in MINOR_SCALES) != intent.is_minor:
        others = _MINOR_COLOURS if intent.is_minor else _MAJOR_COLOURS
        colour = next(c for c in others if (style.scales[c] in MINOR_SCALES) == intent.is_minor)
    drawn = int(rng.integers(12))
    tonic = drawn if intent.tonic is None else intent.tonic
    return Key(tonic, style.scales[colour]), style.progressions[colour]


def _level_shift(intent: PromptIntent) -> float:
    return intent.level_shift + (intent.mood.level_shift if intent.mood else 0.0)


def _form(analysis: DanceAnalysis, timeline: Timeline, final: Final, shift: float) -> tuple[FormSection, ...]:
    """Plan the form up to the bar of the last chord; the ending starts with the cadence before it."""
    bar, beat = timeline.position(final.seconds)
    bar = max(bar, 0)
    ending_bar = bar if beat > 1e-6 else max(bar - 1, 0)
    energies = bar_energies(analysis, timeline)
    energies = np.append(energies, energies[-1:].repeat(max(0, bar + 1 - len(energies))))[: bar + 1]
    return plan_form(energies, ending_bar, shift)


def _sections(plan: Plan) -> tuple[Section, ...]:
    """Return the sections in seconds: the first starts at 0, the last ends with the piece."""
    starts = [0.0, *(plan.timeline.at(section.first_bar, 0) for section in plan.form[1:])]
    ends = [*starts[1:], plan.timeline.seconds]
    return tuple(
        Section(plan.style.name_of(section.kind), start, end)
        for section, start, end in zip(plan.form, starts, ends, strict=True)
    )


def _final_accent(final: Final) -> tuple[Accent, ...]:
    return (Accent(final.hit, final.seconds, Weight.STRONG),) if final.hit else ()
