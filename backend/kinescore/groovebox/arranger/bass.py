"""The bass: chord tones in a rhythm, and a step into the next root."""

from __future__ import annotations

from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.patterns.notation import read_bar
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import BassPlayer
from kinescore.groovebox.theory.chords import Chord, melody_tones

_DOWNBEAT_BOOST = 0.06
_APPROACH_DROP = 0.1


def play_bass(plan: Plan, player: BassPlayer) -> list[Note]:
    """Return the bass line up to the last chord: MIDI pitches within about an octave and a half above `lowest`."""
    rng = plan.rng("bass")
    line, calm = player.lines[rng.integers(len(player.lines))], player.calm[rng.integers(len(player.calm))]
    alternative = player.lines[rng.integers(len(player.lines))]
    notes: list[Note] = []
    for bar, section in plan.played_bars():
        if not player.seat.plays(section.kind, section.level):
            continue
        pattern = calm if section.level <= 1 else alternative if section.level == 3 else line
        for step in read_bar(pattern, bar, plan.timeline.beats_per_bar, plan.style.swing):
            pitch = _pitch(plan, player.lowest, bar, step.beat, step.symbol)
            accent = _DOWNBEAT_BOOST if step.beat == 0 else -_APPROACH_DROP if step.symbol == "a" else 0.0
            velocity = player.seat.velocity * level_gain(section.level) + accent
            beats = min(step.beats, _beats_left(plan, bar, step.beat)) * player.gate
            notes.append(humanised(plan.note(bar, step.beat, beats, pitch, velocity), rng, moves=step.beat % 1 != 0))
    return notes


def root_pitch(chord: Chord, lowest: int) -> int:
    """Return the MIDI pitch of the chord's root in the bass's first octave."""
    return lowest + (chord.root - lowest) % 12


def _pitch(plan: Plan, lowest: int, bar: int, beat: float, token: str) -> int:
    chord = plan.chart.at(bar, beat)
    root = root_pitch(chord, lowest)
    if token == "a":
        return _approach(plan, chord, root_pitch(_next_chord(plan, bar, beat), lowest), root)
    if token in "357":
        return root + chord.tone(int(token))
    return root + (12 if token == "8" else 0)


def _approach(plan: Plan, chord: Chord, target: int, root: int) -> int:
    """A scale step below or above the next root; the fifth where the root stays."""
    if target == root:
        return root + chord.tone(5)
    tones = melody_tones(plan.chart.key, chord)
    steps = (-1, -2) if target > root else (1, 2, -1, -2)
    return next((target + step for step in steps if (target + step) % 12 in tones), target - 1)


def _next_chord(plan: Plan, bar: int, beat: float) -> Chord:
    later = (c.chord for c in plan.chart.bar(bar) if c.beat > beat + 1e-9)
    return next(later, plan.chart.at(bar + 1, 0.0))


def _beats_left(plan: Plan, bar: int, beat: float) -> float:
    """Beats until the chord changes."""
    current = [c for c in plan.chart.bar(bar) if c.beat <= beat + 1e-9][-1]
    return current.beat + current.beats - beat
