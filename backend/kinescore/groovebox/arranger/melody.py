"""Tunes: which phrase is sung when, and how its notes are played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.developing import akin, climbing, insisting, looped, rhyming, thinned, unanswered
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.long_forms import part_of, parts_in
from kinescore.groovebox.arranger.phrases import PHRASE_BARS, Cadence, Period, PhraseBar, draw_period
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.arranger.singing import Sung, sing
from kinescore.groovebox.patterns.notation import Step
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import MelodyPlayer

_CHORUS_LIFT = 3
_WEAK_BEAT = 0.88
_SEMITONES_PER_STEP = 1.75
_ONE_THEME_BARS = 16
"""A piece of fewer felt bars has room for one theme: then the chorus sings the verse's rhythms to another line. Folk
songs do so too: of the first 8 bars' rhythms 0.46 were there before, of the first 16 bars' 0.61."""
_ONE_MOTIF_BARS = 12
"""One of fewer has four to six bars of tune: a second motif would come once and never return."""
_SAME_BEAT = 1e-6
Themes = Mapping[SectionKind, Period]


@dataclass(frozen=True)
class _SungBar:
    bar: int
    section: FormSection
    says: PhraseBar


def play_melody(plan: Plan, player: MelodyPlayer, name: str, *, echoes: bool = False) -> list[Note]:
    """Return a single-voiced tune up to the last chord: tones of a chord where it begins, scale tones
    between; those that are not the chord's on strong beats lean, and go on by a step.

    Verses share a theme, in each part of a long piece another, and choruses one for the whole piece, in a short one
    the verse's to another line; builds climb with the verse's motif and breaks remember it. echoes: this player
    answers, in every second bar, with what was said in the bar before.
    """
    rng = plan.rng(name)
    parts = [_themes(player, rng, plan.timeline.bars) for _ in range(parts_in(plan.timeline))]
    notes: list[Note] = []
    before: int | None = None
    for phrase in _phrases(_bars(plan, player, parts, rng, echoes=echoes)):
        centre = player.centre + (_CHORUS_LIFT if phrase[0].section.kind is SectionKind.CHORUS else 0)
        places = [(said, index, step) for said in phrase for index, step in enumerate(_steps(plan, said))]
        if not places:
            continue
        pitches = sing([_to_sing(plan, centre, *place) for place in places], centre, player.idiom.leap, before)
        before = pitches[-1]
        for (said, _, step), pitch in zip(places, pitches, strict=True):
            strong = _is_strong(plan, step)
            velocity = player.seat.velocity * level_gain(said.section.level) * (1.0 if strong else _WEAK_BEAT)
            note = plan.note(said.bar, step.beat, step.beats * player.gate, pitch, velocity)
            notes.append(humanised(note, rng, moves=not strong))
    return notes


def _themes(player: MelodyPlayer, rng: np.random.Generator, bars: int) -> Themes:
    """What is sung in a piece of so many felt bars, or in a part of a longer one."""
    idiom, drawn = player.idiom, draw_period(player.idiom, rng)
    if bars >= _ONE_THEME_BARS:
        verse, chorus, remembered = drawn, draw_period(idiom, rng), thinned(drawn)
    else:
        stated = insisting(drawn) if bars < _ONE_MOTIF_BARS else drawn
        verse = looped(stated) if idiom.riff and bars < 2 * PHRASE_BARS else rhyming(stated)
        chorus, remembered = akin(verse, idiom, rng), unanswered(verse)
    build = verse if idiom.riff else climbing(verse)
    return {SectionKind.CHORUS: chorus, SectionKind.BUILD: build, SectionKind.BREAK: remembered} | dict.fromkeys(
        (SectionKind.INTRO, SectionKind.VERSE, SectionKind.ENDING), verse
    )


def _bars(
    plan: Plan, player: MelodyPlayer, parts: Sequence[Themes], rng: np.random.Generator, *, echoes: bool
) -> Iterator[_SungBar]:
    """Yield the bars that are sung; at low levels some answers are left to be thought, and right before the last chord
    nothing is begun."""
    for bar, section in plan.played_bars():
        at = (bar - section.first_bar) % (2 * PHRASE_BARS)
        rests = rng.random() > player.idiom.busy
        if not player.seat.plays(section.kind, section.level) or (section.level <= 1 and at % 2 and rests):
            continue
        if plan.timeline.at(bar, 1.0) > plan.final_seconds:
            continue
        hook = parts[0] if section.kind is SectionKind.CHORUS else parts[part_of(section, plan.timeline)]
        period = hook[section.kind]
        if echoes:
            if at % 2:
                yield _SungBar(bar, section, period[at - 1])
            continue
        if bar == section.end_bar - 1 and not player.idiom.riff:
            at = len(period) - 1
        yield _SungBar(bar, section, period[at])


def _phrases(bars: Iterator[_SungBar]) -> Iterator[list[_SungBar]]:
    """Yield the bars phrase by phrase: a phrase ends with a cadence, a rest of a bar, or its section."""
    phrase: list[_SungBar] = []
    for said in bars:
        if phrase and (phrase[-1].says.cadence is not Cadence.NONE or said.bar != phrase[-1].bar + 1):
            yield phrase
            phrase = []
        phrase.append(said)
    if phrase:
        yield phrase


def _steps(plan: Plan, said: _SungBar) -> tuple[Step, ...]:
    return plan.steps(said.says.motif.cell, said.bar, plan.style.pocket.melody_swing)


def _to_sing(plan: Plan, centre: int, said: _SungBar, index: int, step: Step) -> Sung:
    says, contour = said.says, said.says.motif.contour
    is_last = index == len(_steps(plan, said)) - 1
    return Sung(
        target=centre + _SEMITONES_PER_STEP * (contour[index % len(contour)] + says.shift),
        chord=plan.chart.at(said.bar, step.beat),
        key=plan.chart.key_in(said.bar),
        beats=step.beats,
        strong=any(abs(change.beat - step.beat) < _SAME_BEAT for change in plan.chart.bar(said.bar)),
        stressed=_is_strong(plan, step),
        closes=is_last and says.cadence is Cadence.CLOSED,
        opens=is_last and says.cadence is Cadence.OPEN,
    )


def _is_strong(plan: Plan, step: Step) -> bool:
    """The one is strong, and every second beat after it but in three."""
    return step.beat == 0 if plan.style.metre is Metre.THREE_FOUR else step.beat % 2 == 0
