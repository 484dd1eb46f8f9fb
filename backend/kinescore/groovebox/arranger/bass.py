"""The bass: chord tones in a rhythm, and a step into the next root."""

from __future__ import annotations

from kinescore.groovebox.arranger.long_forms import part_of, parts_in
from kinescore.groovebox.arranger.plan import Plan, humanised, level_gain
from kinescore.groovebox.arranger.walking import WALKS_FROM_LEVEL, next_chord, root_pitch, walked_bar
from kinescore.groovebox.patterns.bass_lines import draw_line
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import BassPlayer
from kinescore.groovebox.theory.chords import Chord, melody_tones

_DOWNBEAT_BOOST = 0.06
_APPROACH_DROP = 0.1


def play_bass(plan: Plan, player: BassPlayer) -> list[Note]:
    """Return the bass line up to the last chord: MIDI pitches within about an octave and a half above `lowest`."""
    rng = plan.rng("bass")
    in_bar = plan.style.metre.beats
    parts = [
        (draw_line(player.calm, in_bar, rng), *(draw_line(player.lines, in_bar, rng) for _ in range(2)))
        for _ in range(parts_in(plan.timeline))
    ]
    notes: list[Note] = []
    for bar, section in plan.played_bars():
        if not player.seat.plays(section.kind, section.level):
            continue
        if player.walks and section.level >= WALKS_FROM_LEVEL:
            notes += walked_bar(plan, player, bar, section, notes[-1].pitch if notes else None, rng)
            continue
        calm, line, alternative = parts[part_of(section, plan.timeline)]
        pattern = calm if section.level <= 1 else alternative if section.level == 3 else line
        for step in plan.steps(pattern, bar):
            pitch = _pitch(plan, player.lowest, bar, step.beat, step.symbol)
            accent = _DOWNBEAT_BOOST if step.beat == 0 else -_APPROACH_DROP if step.symbol == "a" else 0.0
            velocity = player.seat.velocity * level_gain(section.level) + accent
            beats = min(step.beats, _beats_left(plan, bar, step.beat)) * player.gate
            notes.append(humanised(plan.note(bar, step.beat, beats, pitch, velocity), rng, moves=step.beat % 1 != 0))
    return notes


def _pitch(plan: Plan, lowest: int, bar: int, beat: float, token: str) -> int:
    chord = plan.chart.at(bar, beat)
    root = root_pitch(chord, lowest)
    if token == "a":
        scale = melody_tones(plan.chart.key_in(bar), chord)
        return _approach(chord, scale, root_pitch(next_chord(plan, bar, beat), lowest), root)
    if token in "357":
        return root + chord.tone(int(token))
    return root + (12 if token == "8" else 0)


def _approach(chord: Chord, scale: frozenset[int], target: int, root: int) -> int:
    """A scale step below or above the next root; the fifth where the root stays."""
    if target == root:
        return root + chord.tone(5)
    steps = (-1, -2) if target > root else (1, 2, -1, -2)
    return next((target + step for step in steps if (target + step) % 12 in scale), target - 1)


def _beats_left(plan: Plan, bar: int, beat: float) -> float:
    """Beats until the chord changes."""
    current = [c for c in plan.chart.bar(bar) if c.beat <= beat + 1e-9][-1]
    return current.beat + current.beats - beat
