"""Tunes: a motif, and what becomes of it in a phrase (repetition, sequence, answer)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.patterns.idioms import Idiom
from kinescore.groovebox.patterns.notation import Step, read_bar
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import MelodyPlayer
from kinescore.groovebox.theory.chords import melody_tones
from kinescore.groovebox.theory.pitch import nearest_pitch

PHRASE_BARS = 4
_RANGE_BELOW, _RANGE_ABOVE = 9, 11
_CHORUS_LIFT = 3
_WEAK_BEAT = 0.88
_SEQUENCES = (-2, -1, 1, 2)


@dataclass(frozen=True)
class Motif:
    """cell: a one-bar rhythm. contour: scale steps of each of its notes above the first."""

    cell: str
    contour: tuple[int, ...]


@dataclass(frozen=True)
class PhraseBar:
    """A motif, moved by `shift` scale steps from where the phrase began; closing bars come to rest."""

    motif: Motif
    shift: int
    closes: bool = False


def play_melody(plan: Plan, player: MelodyPlayer, name: str) -> list[Note]:
    """Return a single-voiced tune up to the last chord: chord tones on strong beats, scale tones between."""
    rng = plan.rng(name)
    verse, chorus = (_phrase(player.idiom, rng) for _ in range(2))
    notes: list[Note] = []
    for bar, section in plan.played_bars():
        in_phrase = (bar - section.first_bar) % PHRASE_BARS
        rests = rng.random() > player.idiom.busy
        if not player.seat.plays(section.kind, section.level) or (section.level <= 1 and in_phrase % 2 and rests):
            continue
        is_chorus = section.kind is SectionKind.CHORUS
        last_of_section = bar == section.end_bar - 1 and not player.idiom.riff
        phrase_bar = (chorus if is_chorus else verse)[PHRASE_BARS - 1 if last_of_section else in_phrase]
        centre = player.centre + (_CHORUS_LIFT if is_chorus else 0)
        notes += _play_bar(plan, player, bar, section, phrase_bar, centre, rng)
    return notes


def _phrase(idiom: Idiom, rng: np.random.Generator) -> tuple[PhraseBar, ...]:
    """Return four bars: a riff loops and turns at the end; a tune states, repeats in sequence, moves on, answers."""
    motif = _motif(rng.choice(idiom.cells), idiom, rng)
    answer = _motif(rng.choice(idiom.answers), idiom, rng)
    if idiom.riff:
        turn = PhraseBar(_varied(motif, idiom, rng), 0) if rng.random() < 0.5 else PhraseBar(answer, 0, closes=True)
        return (PhraseBar(motif, 0), PhraseBar(motif, 0), PhraseBar(motif, int(rng.integers(0, 2))), turn)
    shift = int(rng.choice(_SEQUENCES))
    third = _motif(rng.choice(idiom.cells), idiom, rng) if rng.random() < 0.4 else _varied(motif, idiom, rng)
    return (
        PhraseBar(motif, 0),
        PhraseBar(motif, shift),
        PhraseBar(third, 2 * shift if abs(shift) == 1 else -shift // 2),
        PhraseBar(answer, 0, closes=True),
    )


def _motif(cell: str, idiom: Idiom, rng: np.random.Generator) -> Motif:
    """Draw a contour: mostly steps, now and then a leap that the next step partly takes back."""
    count = sum(symbol not in ".-|" for symbol in cell)
    contour, here, previous = [0], 0, 0
    for _ in range(count - 1):
        if abs(previous) > 1:
            move = -int(np.sign(previous))
        elif rng.random() < idiom.leap:
            move = int(rng.choice((-3, -2, 2, 3, 4)))
        else:
            move = int(rng.choice((-1, -1, 0, 1, 1)))
        if abs(here + move) > 5:
            move = -move
        here, previous = here + move, move
        contour.append(here)
    return Motif(str(cell), tuple(contour))


def _varied(motif: Motif, idiom: Idiom, rng: np.random.Generator) -> Motif:
    """Keep the rhythm and the first half, let the rest go elsewhere."""
    half = len(motif.contour) // 2
    fresh = _motif(motif.cell, idiom, rng)
    offset = motif.contour[half] - fresh.contour[half]
    return Motif(motif.cell, motif.contour[:half] + tuple(step + offset for step in fresh.contour[half:]))


def _play_bar(
    plan: Plan, player: MelodyPlayer, bar: int, section: FormSection, phrase_bar: PhraseBar, centre: int,
    rng: np.random.Generator,
) -> list[Note]:  # fmt: skip
    steps = read_bar(phrase_bar.motif.cell, bar, plan.timeline.beats_per_bar, plan.style.swing)
    contour = phrase_bar.motif.contour
    notes: list[Note] = []
    for index, step in enumerate(steps):
        height = contour[index % len(contour)] + phrase_bar.shift
        rests_here = phrase_bar.closes and index == len(steps) - 1
        pitch = _pitch(plan, bar, step, centre, height, comes_home=rests_here)
        strong = _is_strong(step)
        velocity = player.seat.velocity * level_gain(section.level) * (1.0 if strong else _WEAK_BEAT)
        note = plan.note(bar, step.beat, step.beats * player.gate, pitch, velocity)
        notes.append(humanised(note, rng, moves=not strong))
    return notes


def _is_strong(step: Step) -> bool:
    return step.beat % 2 == 0 or step.beats >= 1.0


def _pitch(plan: Plan, bar: int, step: Step, centre: int, height: int, *, comes_home: bool) -> int:
    chord = plan.chart.at(bar, step.beat)
    tones = melody_tones(plan.chart.key, chord)
    pitch = _step_through(nearest_pitch(centre, chord.pitch_classes), height, tones)
    while pitch > centre + _RANGE_ABOVE:
        pitch -= 12
    while pitch < centre - _RANGE_BELOW:
        pitch += 12
    leans_on_chord = step.beats > 0.5 and (pitch - 1) % 12 in chord.pitch_classes
    if _is_strong(step) or comes_home or leans_on_chord:
        return nearest_pitch(pitch, frozenset((chord.root + i) % 12 for i in chord.intervals[:3]))
    return pitch


def _step_through(pitch: int, steps: int, tones: frozenset[int]) -> int:
    direction = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        pitch += direction
        while pitch % 12 not in tones:
            pitch += direction
    return pitch
