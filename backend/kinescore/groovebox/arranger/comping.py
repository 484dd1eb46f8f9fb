"""Chords: pads, comping, strumming and arpeggios."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from kinescore.form.form import Start
from kinescore.groovebox.arranger.long_forms import part_of, parts_in
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.patterns.notation import STRENGTH, Step
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import ChordPlayer
from kinescore.groovebox.theory.voicing import lead_voices

_SINGLE_VOICE_STRENGTH = 0.85
_SHORTEST_LEAD_SECONDS = 0.05
_OFF_BEAT, _SAME_BEAT = 0.82, 1e-6
"""How loud single voices are between the beats, as hands that break a chord play them."""
Voicing = tuple[int, ...]


def play_chords(plan: Plan, player: ChordPlayer, name: str, *, opens: bool) -> list[Note]:
    """Return the notes of a chord player up to the last chord, voice-led in its register.

    opens: this player holds a chord from the very start until the first downbeat.
    """
    rng = plan.rng(name)
    parts = [_drawn(player, rng) for _ in range(parts_in(plan.timeline))]
    voicings = _voicings(plan, player)
    notes: list[Note] = []
    first = plan.timeline.at(plan.form[0].first_bar, 0)
    if opens and plan.opens and first > _SHORTEST_LEAD_SECONDS and plan.start is not Start.COUNT_IN:
        notes += _pickup(voicings[-1, 0.0], min(first, plan.final_seconds), player.seat.velocity)
    for bar, section in plan.played_bars():
        if not player.seat.plays(section.kind, section.level):
            continue
        calm, rhythm, chorus_rhythm = parts[part_of(section, plan.timeline)]
        pattern = calm if section.level <= 1 else chorus_rhythm if section.kind is SectionKind.CHORUS else rhythm
        strength = player.seat.velocity * level_gain(section.level)
        for step in _with_chord_changes(plan, bar, pattern):
            onset = max(c.beat for c in plan.chart.bar(bar) if c.beat <= step.beat + 1e-9)
            struck = _struck(plan, player, bar, step, voicings[bar, onset], strength)
            notes += [humanised(note, rng, moves=True) for note in struck]
    return notes


def _drawn(player: ChordPlayer, rng: np.random.Generator) -> tuple[str, str, str]:
    """Rhythms for calm sections, for others, and for choruses."""
    rhythm, chorus = (player.rhythms[i] for i in rng.integers(len(player.rhythms), size=2))
    return player.calm[rng.integers(len(player.calm))] if player.calm else rhythm, rhythm, chorus


def _voicings(plan: Plan, player: ChordPlayer) -> dict[tuple[int, float], Voicing]:
    """Return the voicing at each chord change, by (bar, beat)."""
    bars = [-1, *(bar for bar, _ in plan.played_bars())]
    places = [(bar, change) for bar in bars for change in plan.chart.bar(bar)]
    voicings = lead_voices((change.chord for _, change in places), player.centre, player.voices)
    return {(bar, change.beat): voicing for (bar, change), voicing in zip(places, voicings, strict=True)}


def _with_chord_changes(plan: Plan, bar: int, pattern: str) -> list[Step]:
    """Return the steps of a bar, held chords being struck again where the harmony changes under them."""
    changes = [c.beat for c in plan.chart.bar(bar) if c.beat > 0]
    steps: list[Step] = []
    for step in plan.steps(pattern, bar):
        end = step.beat + step.beats
        cuts = [step.beat, *(c for c in changes if step.beat + 1e-9 < c < end - 1e-9), end]
        steps += [Step(a, b - a, step.symbol) for a, b in pairwise(cuts)]
    return steps


def _struck(plan: Plan, player: ChordPlayer, bar: int, step: Step, voicing: Voicing, strength: float) -> list[Note]:
    pitches, loudness = _read_token(step.symbol, voicing)
    is_off_beat = step.beat % 1 > _SAME_BEAT and step.symbol not in STRENGTH
    velocity = strength * loudness * (_OFF_BEAT if is_off_beat else 1.0)
    notes = [plan.note(bar, step.beat, step.beats * player.gate, pitch, velocity) for pitch in pitches]
    return [
        Note(note.start_seconds + i * player.strum_seconds, note.seconds, note.pitch, note.velocity)
        for i, note in enumerate(notes)
    ]


def _read_token(symbol: str, voicing: Voicing) -> tuple[Voicing, float]:
    if symbol.isdigit():
        octave, voice = divmod(int(symbol) - 1, len(voicing))
        return (voicing[voice] + 12 * octave,), _SINGLE_VOICE_STRENGTH
    if symbol == "l":
        return voicing[:1], _SINGLE_VOICE_STRENGTH
    if symbol == "h":
        return voicing[1:], _SINGLE_VOICE_STRENGTH
    return voicing, STRENGTH[symbol] / STRENGTH["x"] if symbol != "X" else 1.12


def _pickup(voicing: Voicing, seconds: float, velocity: float) -> list[Note]:
    return [Note(0.0, seconds, pitch, velocity * level_gain(0)) for pitch in voicing]
