"""The walking bass: a tone on every beat, from root to root by chord tones and passing steps.

As jazz methods teach it: the root on the change, an approach to the next root on the last beat before it (a semitone or
a scale step from either side, or its fifth), chord tones between, joined by a passing tone where a third lies open; now
and then an eighth that skips into the next beat.
"""

from __future__ import annotations

import math

import numpy as np

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import BassPlayer
from kinescore.groovebox.theory.chords import Chord, melody_tones
from kinescore.groovebox.theory.pitch import nearest_pitch

WALKS_FROM_LEVEL = 2
_RANGE = 19
_SKIP_CHANCE, _SKIP_BEATS, _SKIP_STRENGTH = 0.16, 0.4, 0.62
_PASSING_CHANCE = 0.6
_ON_CHANGE = 0.05


def walked_bar(
    plan: Plan, player: BassPlayer, bar: int, section: FormSection, before: int | None, rng: np.random.Generator
) -> list[Note]:
    """Return a bar of walking, within about an octave and a half above the player's lowest pitch. before: the pitch
    that it comes from."""
    beats = math.ceil(plan.timeline.beats_in(bar) - 1e-9)
    pitches: list[int] = []
    for change in plan.chart.bar(bar):
        if change.beat >= beats:
            break
        last = min(beats, math.ceil(change.beat + change.beats - 1e-9)) if math.isfinite(change.beats) else beats
        root = _root_near(change.chord, player.lowest, pitches[-1] if pitches else before)
        target = _root_near(next_chord(plan, bar, change.beat), player.lowest, root)
        scale = melody_tones(plan.chart.key_in(bar), change.chord)
        pitches += _way(change.chord, scale, root, target, max(1, last - round(change.beat)), player.lowest, rng)
    notes, velocity = [], player.seat.velocity * level_gain(section.level)
    for beat, pitch in enumerate(pitches[:beats]):
        strength = velocity + (_ON_CHANGE if beat == 0 else 0.0)
        on_chord = pitch % 12 in plan.chart.at(bar, beat).pitch_classes
        skips = beat > 0 and on_chord and rng.random() < _SKIP_CHANCE
        length = (0.5 if skips else 1.0) * player.gate
        notes.append(humanised(plan.note(bar, beat, length, pitch, strength), rng, moves=False))
        if skips:
            late = plan.style.swing.swung(beat + 0.5) if plan.style.swing.unit == 0.5 else beat + 0.5
            skip = plan.note(bar, late, _SKIP_BEATS * player.gate, pitch, _SKIP_STRENGTH * velocity)
            notes.append(humanised(skip, rng, moves=False))
    return notes


def root_pitch(chord: Chord, lowest: int) -> int:
    """Return the MIDI pitch of the chord's root in the bass's first octave."""
    return lowest + (chord.root - lowest) % 12


def next_chord(plan: Plan, bar: int, beat: float) -> Chord:
    """Return the chord after the one at a felt beat of a bar."""
    later = (c.chord for c in plan.chart.bar(bar) if c.beat > beat + 1e-9)
    return next(later, plan.chart.at(bar + 1, 0.0))


def _root_near(chord: Chord, lowest: int, before: int | None) -> int:
    """The chord's root in the octave that lies nearer to where the line is."""
    low = root_pitch(chord, lowest)
    near = [low] if before is None or low + 12 > lowest + _RANGE else [low, low + 12]
    return min(near, key=lambda pitch: (abs(pitch - (before or low)), pitch))


def _way(
    chord: Chord, scale: frozenset[int], root: int, target: int, beats: int, lowest: int, rng: np.random.Generator
) -> list[int]:
    """The tones of one chord: its root first, the approach to the next root last, the way between them."""
    if beats == 1:
        return [root]
    approach = _approach(chord, root, target, scale, lowest, rng)
    way = [root]
    for step in range(1, beats - 1):
        line = root + (approach - root) * step / (beats - 1) + float(rng.normal(0.0, 2.5))
        tone = nearest_pitch(min(max(line, lowest + 3), lowest + _RANGE), chord.pitch_classes)
        other = nearest_pitch(tone + (5 if tone - 5 < lowest else int(rng.choice((-5, 5)))), chord.pitch_classes)
        way.append(other if tone == way[-1] else tone)
    way.append(approach)
    open_thirds = [at for at in range(1, beats - 1) if _between(way[at - 1], way[at + 1], scale) is not None]
    if open_thirds and rng.random() < _PASSING_CHANCE:
        at = open_thirds[rng.integers(len(open_thirds))]
        way[at] = _between(way[at - 1], way[at + 1], scale) or way[at]
    return way


def _between(before: int, after: int, scale: frozenset[int]) -> int | None:
    """The scale tone between two tones a third apart."""
    if abs(after - before) not in (3, 4):
        return None
    inner = range(min(before, after) + 1, max(before, after))
    return next((pitch for pitch in inner if pitch % 12 in scale and abs(after - pitch) <= 2), None)


def _approach(
    chord: Chord, root: int, target: int, scale: frozenset[int], lowest: int, rng: np.random.Generator
) -> int:
    """What leads into the next root: a semitone, a step of the scale, or its fifth where that is in the chord."""
    steps = [target - 1, target + 1, *(target + step for step in (-2, 2) if (target + step) % 12 in scale)]
    fifths = [target + step for step in (7, -5) if (target + step) % 12 in chord.pitch_classes]
    ways = [pitch for pitch in (*steps, *fifths) if lowest - 1 <= pitch <= lowest + _RANGE and pitch != root]
    return ways[rng.integers(len(ways))] if ways else root
