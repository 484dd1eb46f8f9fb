"""The last chord: when it starts, and who plays it so that it dies away exactly at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinescore.dance.hit_points import HitPoint
from kinescore.form.form import Ending
from kinescore.groovebox.arranger.hits import place
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.arranger.walking import root_pitch
from kinescore.groovebox.patterns.grooves import GM_KEYS
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import BassPlayer, ChordPlayer, MelodyPlayer
from kinescore.groovebox.theory.pitch import nearest_pitch
from kinescore.groovebox.theory.voicing import lead_voices

FINAL_HIT_WEIGHT = 0.35
"""A hit point this heavy near the end takes the last chord."""

_STAB_RING_SECONDS = (0.2, 2.5)
_ASKED_STAB_RING_SECONDS = (0.1, 4.0)
"""How long before the end the last pose may be: that a stab was asked for says that it is there."""
_NEAREST_PART, _FARTHEST_PART = 0.15, 0.8
"""In a short piece the last pose may be nearer to the end, and what lies well before its middle is none."""
_STAB_PULSES = 1.0
_BAR_RING_SECONDS = (0.8, 2.7)
_LONGEST_RING_PART = 0.25
_LEAST_RING_SECONDS = 0.6
_HELD_PART = 0.8
"""Part of the last chord's length after which held instruments let go, so that they are silent at the end."""


@dataclass(frozen=True)
class Final:
    """When the last chord starts, and the hit point it lands on (None: it keeps to the beat)."""

    seconds: float
    hit: HitPoint | None = None


def choose_final(timeline: Timeline, hits: Iterable[HitPoint], fps: float, ending: Ending | None = None) -> Final:
    """Choose where the last chord starts: on the last heavy hit near the end; else on a downbeat, half bar or
    beat that leaves it time to die away; in a piece too short for either, before its middle.

    ending: where a stab was asked for, any hit near the end will do, and more is near; a piece that resolves keeps to
    the beat; one that fades or loops has no last chord, which then starts with its end.
    """
    end = timeline.seconds
    if ending in (Ending.FADE, Ending.LOOP):
        return Final(end)
    asked = ending is Ending.STAB
    nearest, farthest = _ASKED_STAB_RING_SECONDS if asked else _STAB_RING_SECONDS
    ring = (min(nearest, _NEAREST_PART * end), farthest if asked else min(farthest, _FARTHEST_PART * end))
    near = [h for h in hits if _within(end - h.time_s, ring) and (asked or h.weight >= FINAL_HIT_WEIGHT)]
    if near and ending is not Ending.RESOLVE:
        heaviest = max(h.weight for h in near)
        last = max((h for h in near if h.weight >= 0.8 * heaviest), key=lambda h: h.time_s)
        return Final(place(last.time_s, timeline, fps), last)
    shortest, longest = _BAR_RING_SECONDS
    ring = (shortest, min(longest, max(shortest, _LONGEST_RING_PART * end)))
    downbeats = timeline.beats[timeline.downbeats]
    halves = [one + 2 for one, metre in zip(timeline.downbeats, timeline.metres, strict=True) if metre.beats == 4]
    half_bars = timeline.beats[[half for half in halves if half < len(timeline.beats)]]
    good = [[float(t) for t in times if _within(end - float(t), ring)] for times in (downbeats, half_bars)]
    beats = [float(t) for t in timeline.beats if end - t >= min(_LEAST_RING_SECONDS, 0.6 * end)]
    for candidates in (*good, beats):
        if candidates:
            return Final(candidates[-1])
    return Final(0.4 * end)


def end_chords(plan: Plan, player: ChordPlayer, before: Iterable[Note]) -> list[Note]:
    """Return the tonic in the player's register, led from its last notes."""
    last_notes = sorted(before, key=lambda n: n.start_seconds)[-player.voices :]
    centre = sum(n.pitch for n in last_notes) / len(last_notes) if last_notes else player.centre
    pitches = lead_voices([plan.chart.tonic], (centre + player.centre) / 2, player.voices)[0]
    return [_held(plan, pitch, player.seat.velocity) for pitch in pitches]


def end_bass(plan: Plan, player: BassPlayer) -> list[Note]:
    """Return the tonic's root."""
    return [_held(plan, root_pitch(plan.chart.tonic, player.lowest), player.seat.velocity)]


def end_melody(plan: Plan, player: MelodyPlayer, before: Iterable[Note]) -> list[Note]:
    """Return the tonic note nearest to where the tune was."""
    last = max(before, key=lambda n: n.start_seconds, default=None)
    home = nearest_pitch(last.pitch if last else player.centre, frozenset({plan.chart.tonic.root}))
    return [_held(plan, home, player.seat.velocity)]


def end_drums(plan: Plan, velocity: float) -> list[Note]:
    """Return a crash on the last chord, with a kick where the chord is on the beat grid."""
    ring = plan.timeline.seconds - plan.final_seconds
    keys = [GM_KEYS["crash"]]
    bar, beat = plan.timeline.position(plan.final_seconds)
    if abs(plan.timeline.at(bar, round(beat * 4) / 4) - plan.final_seconds) < 1e-9:
        keys.append(GM_KEYS["kick"])
    return [Note(plan.final_seconds, ring, key, velocity) for key in keys]


def _held(plan: Plan, pitch: int, velocity: float) -> Note:
    seconds = _HELD_PART * (plan.timeline.seconds - plan.final_seconds)
    if plan.ending is Ending.STAB:
        seconds = min(seconds, _STAB_PULSES * plan.timeline.pulse_at(plan.final_seconds))
    return Note(plan.final_seconds, seconds, pitch, velocity)


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
