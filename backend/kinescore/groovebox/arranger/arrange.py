"""From a movement, a style and a prompt's intent to a written score."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.form.form import AS_IT_COMES, Ending, Form, SectionStart, Start, fade_in_seconds, fade_out_seconds
from kinescore.groovebox.arranger.chart import write_chart
from kinescore.groovebox.arranger.ending import Final, choose_final
from kinescore.groovebox.arranger.ensemble import play_parts
from kinescore.groovebox.arranger.form import FormSection, bar_energies, bar_heights, heights_as_drawn, plan_form
from kinescore.groovebox.arranger.hits import LAST_GAP_SECONDS, Accent, Weight, choose_accents, mark_all
from kinescore.groovebox.arranger.instrumentation import cast
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.arranger.long_forms import with_breakdowns
from kinescore.groovebox.arranger.opening import entry_bar
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.arranger.set_sections import cut_at, plan_set_sections, starts_in_bars
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.arranger.turning import (
    first_downbeat_seconds,
    turned,
    turned_accents,
    turned_score,
    turned_sections,
)
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.prompt.prompt_intent import Pace, PromptIntent, Shape
from kinescore.groovebox.score import Note, Part, Score
from kinescore.groovebox.styles.style import Style
from kinescore.groovebox.theory.pitch import MINOR_SCALES, Key
from kinescore.take import Section

_SAME_MOMENT = 1e-6
_FEELS = (1.0, 2.0, 0.5)
_PACES: Mapping[Pace, tuple[float, float]] = {Pace.SLOW: (45.0, 90.0), Pace.FAST: (105.0, 200.0)}
"""Felt BPM that is called slow or fast."""
_OTHER_FEEL_COST_OCTAVES = 0.25
_SAME_OCTAVE = 0.01
_SOFTEST, _DYNAMIC_RANGE = 0.7, 0.4
_MAJOR_COLOURS, _MINOR_COLOURS = (Colour.MELLOW, Colour.BRIGHT), (Colour.DARK, Colour.TENSE, Colour.MELLOW)


@dataclass(frozen=True)
class Arrangement:
    """score: what is played. plan: what the players agreed on. accents: the hit points that are marked, in time order,
    the last chord's included."""

    score: Score
    plan: Plan
    accents: tuple[Accent, ...]


def arrange(
    analysis: DanceAnalysis,
    seconds: float,
    style: Style,
    intent: PromptIntent,
    seed: int,
    wanted: Form = AS_IT_COMES,
    variation: int = 0,
) -> Arrangement:
    """Write the music for a movement: exactly `seconds` long, on the analysis's beat grid, in the form `wanted`.

    A loop's grid must have whole beats in `seconds`. Sections start on downbeats of the grid. variation: of the seed's
    draws only those of the players differ; key, chords, form and band stay.
    """
    by = first_downbeat_seconds(analysis, seconds) if wanted.ending is Ending.LOOP else 0.0
    if by == 0.0:
        return _arrange(analysis, seconds, style, intent, seed, wanted, variation)
    begun_later = turned(analysis, by, seconds)
    sections = turned_sections(wanted.sections, by, seconds)
    written = _arrange(begun_later, seconds, style, intent, seed, replace(wanted, sections=sections), variation)
    accents = turned_accents(written.accents, analysis, begun_later, by, seconds)
    return replace(written, score=turned_score(written.score, by), accents=accents)


def _arrange(
    analysis: DanceAnalysis, seconds: float, style: Style, intent: PromptIntent, seed: int, wanted: Form, variation: int
) -> Arrangement:
    rng = np.random.default_rng([seed, zlib.crc32(style.name.encode())])
    starts = [section.start_seconds for section in wanted.sections]
    feel = _feel(style, intent, analysis, wanted)
    timeline = lay_timeline(analysis.grid, seconds, feel, starts)
    hits = [hit for hit in analysis.hits if hit.time_s < min(seconds, analysis.seconds)]
    final = choose_final(timeline, hits, analysis.fps, wanted.ending)
    enters = entry_bar(wanted.start, timeline)
    start = None if enters is None else wanted.start
    form = cut_at(_form(analysis, timeline, final, intent, wanted), enters or 0)
    key, progressions = choose_harmony(style, intent, rng)
    chart = write_chart(form, progressions, key, timeline, rng)
    plan = Plan(cast(style, intent, rng), timeline, form, chart, final.seconds, seed, wanted.ending, start, variation)
    heard = [hit for hit in hits if hit.time_s >= plan.entry_seconds - _SAME_MOMENT]
    mark = choose_accents if analysis.has_found_hits else mark_all
    accents = mark(heard, timeline, analysis.fps, final.seconds + (LAST_GAP_SECONDS if plan.loops else 0.0))
    score = Score(
        seconds=seconds,
        tempo_bpm=timeline.tempo_bpm,
        beats=timeline.beats,
        downbeats=timeline.downbeats,
        metres=timeline.metres,
        key=key.name,
        sections=_sections(plan, wanted.sections),
        parts=_dynamic(play_parts(plan, intent, accents), analysis),
        room=intent.room or style.room,
        tone=style.tone,
        fade_in_seconds=fade_in_seconds(seconds) if wanted.start is Start.FADE else 0.0,
        fade_out_seconds=fade_out_seconds(seconds) if wanted.ending is Ending.FADE else 0.0,
        loops=plan.loops,
    )
    return Arrangement(score, plan, accents + _final_accent(final))


def choose_feel(style: Style, tempo_bpm: float, pace: Pace | None = None) -> float:
    """Return grid beats per felt beat: as the grid says, unless half or double time is much nearer the style's home, or
    nearer to a pace that was asked for."""
    low, high = _PACES[pace] if pace else style.tempo

    def distance_octaves(feel: float) -> float:
        felt = tempo_bpm / feel
        outside = max(math.log2(low / felt), math.log2(felt / high), 0.0)
        return outside + (0.0 if feel == 1.0 else _OTHER_FEEL_COST_OCTAVES)

    return min(_FEELS, key=distance_octaves)


def _feel(style: Style, intent: PromptIntent, analysis: DanceAnalysis, wanted: Form) -> float:
    """As asked for, else as the style is at home; a loop has whole felt bars."""
    feel = intent.feel or _usual_feel(style, analysis, intent.pace)
    is_broken = len(analysis.grid.beats) % (feel * analysis.grid.metre.beats) != 0
    return 1.0 if wanted.ending is Ending.LOOP and is_broken else feel


def _usual_feel(style: Style, analysis: DanceAnalysis, pace: Pace | None) -> float:
    """As the style is at home; half or double time of the movement's own tempo is heard as that, in its feel."""
    tempo, own = analysis.grid.tempo_bpm, (analysis.as_found or analysis).grid.tempo_bpm
    if min(abs(tempo / own - 0.5), abs(tempo / own - 2.0)) > _SAME_OCTAVE:
        return choose_feel(style, tempo, pace)
    feel = choose_feel(style, own, pace)
    return feel if TEMPO_RANGE_BPM[0] <= tempo / feel <= TEMPO_RANGE_BPM[1] else 1.0


def choose_harmony(style: Style, intent: PromptIntent, rng: np.random.Generator) -> tuple[Key, tuple[str, ...]]:
    """Return the key and the progressions to draw from: the prompt's mood and mode, else the style's own colour."""
    colour = (intent.mood and intent.mood.colour) or style.colour
    if colour in intent.avoided_colours:
        colour = next((other for other in Colour if other not in intent.avoided_colours), colour)
    if intent.is_minor is not None and (style.scales[colour] in MINOR_SCALES) != intent.is_minor:
        others = _MINOR_COLOURS if intent.is_minor else _MAJOR_COLOURS
        fitting = [c for c in others if (style.scales[c] in MINOR_SCALES) == intent.is_minor]
        if not fitting:  # a style of one mode borrows the other from songs
            style = replace(style, scales=POP_SCALES, progressions=POP)
        colour = fitting[0] if fitting else others[1] if intent.is_minor is False else others[0]
    drawn = int(rng.integers(12))
    tonic = drawn if intent.tonic is None else intent.tonic
    return Key(tonic, style.scales[colour]), style.progressions[colour]


def _level_shift(intent: PromptIntent) -> float:
    return intent.level_shift + (intent.mood.level_shift if intent.mood else 0.0)


def _form(
    analysis: DanceAnalysis, timeline: Timeline, final: Final, intent: PromptIntent, wanted: Form
) -> tuple[FormSection, ...]:
    """Plan the form up to the bar of the last chord; the ending starts with the cadence before it."""
    drawn = not analysis.has_found_energy
    intent = replace(intent, shape=None) if drawn else intent  # the curve is the shape
    energies = bar_energies(analysis, timeline)

    def heights(energies: NDArray[np.float64]) -> NDArray[np.float64]:
        return heights_as_drawn(energies) if drawn else with_breakdowns(bar_heights(energies), timeline)

    if wanted.ending in (Ending.FADE, Ending.LOOP):
        return _planned(heights(energies), len(energies), intent, wanted, timeline)
    bar, beat = timeline.position(final.seconds)
    bar = max(bar, 0)
    ending_bar = bar if beat > 1e-6 else max(bar - 1, 0)
    energies = np.append(energies, energies[-1:].repeat(max(0, bar + 1 - len(energies))))[: bar + 1]
    return _planned(heights(energies), ending_bar, intent, wanted, timeline)


def _dynamic(parts: tuple[Part, ...], analysis: DanceAnalysis) -> tuple[Part, ...]:
    """Return the parts as loud, from note to note, as the intensity that was drawn; hit points keep their weight."""
    if analysis.has_found_energy:
        return parts
    frames = np.arange(len(analysis.energy)) / analysis.fps

    def played(note: Note) -> Note:
        intensity = float(np.interp(note.start_seconds, frames, analysis.energy))
        return replace(note, velocity=min(1.0, note.velocity * (_SOFTEST + _DYNAMIC_RANGE * intensity)))

    return tuple(
        part if part.stem == "accents" else replace(part, notes=tuple(map(played, part.notes))) for part in parts
    )


def _planned(
    heights: NDArray[np.float64], ending_bar: int, intent: PromptIntent, wanted: Form, timeline: Timeline
) -> tuple[FormSection, ...]:
    shift = _level_shift(intent)
    if wanted.sections:
        return plan_set_sections(heights, ending_bar, shift, starts_in_bars(wanted.sections, timeline))
    is_open = wanted.start in (None, Start.PICK_UP) and wanted.ending is not Ending.LOOP
    is_open = is_open and intent.shape not in (Shape.WIND_DOWN, Shape.STEADY)
    return plan_form(heights, ending_bar, shift, intro=is_open, shape=intent.shape)


def _sections(plan: Plan, wanted: Sequence[SectionStart]) -> tuple[Section, ...]:
    """Return the sections in seconds: the first starts at 0, the last ends with the piece; where the artist set them,
    theirs, with a name of the style's for those without."""
    if wanted:
        return _artists_sections(plan, wanted)
    starts = [0.0, *(plan.timeline.at(section.first_bar, 0) for section in plan.form[1:])]
    ends = [*starts[1:], plan.timeline.seconds]
    return tuple(
        Section(plan.style.name_of(section.kind), start, end)
        for section, start, end in zip(plan.form, starts, ends, strict=True)
    )


def _artists_sections(plan: Plan, wanted: Sequence[SectionStart]) -> tuple[Section, ...]:
    given = wanted if wanted[0].start_seconds == 0.0 else (SectionStart(0.0), *wanted)
    starts = [section.start_seconds for section in given]
    named = []
    for section, start, end in zip(given, starts, [*starts[1:], plan.timeline.seconds], strict=True):
        bar = max(plan.timeline.position(start)[0], plan.form[0].first_bar)
        kind = next((one.kind for one in plan.form if one.first_bar <= bar < one.end_bar), plan.form[-1].kind)
        named.append(Section(section.name or plan.style.name_of(kind), start, end))
    return tuple(named)


def _final_accent(final: Final) -> tuple[Accent, ...]:
    return (Accent(final.hit, final.seconds, Weight.STRONG),) if final.hit else ()
