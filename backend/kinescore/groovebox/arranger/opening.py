"""How the band enters: at once with the first frame, after a count-in with sticks, or after a pick-up."""

from __future__ import annotations

import math

from kinescore.form.form import Start
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.arranger.walking import root_pitch
from kinescore.groovebox.patterns.grooves import GM_KEYS
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles.style import BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat
from kinescore.groovebox.theory.chords import melody_tones
from kinescore.groovebox.theory.pitch import nearest_pitch
from kinescore.groovebox.theory.voicing import lead_voices

STICKS = Seat(("acoustic_kit",), level_db=2.0, reverb=0.1)
"""For bands without a drummer."""
LEAD_BEATS = {Start.COUNT_IN: 2.0, Start.PICK_UP: 1.0}
"""Felt beats that a lead-in needs at least."""
MOST_OF_PIECE = 0.4
ON_THE_BEAT_SECONDS = 0.06
"""A first beat this soon after the first frame is begun with: a stroke before it would be heard as a slip."""
_RUN_BEATS = 2.0
_STEP_BEATS = 0.5


def entry_bar(start: Start | None, timeline: Timeline) -> int | None:
    """Return the felt bar with which the band enters: the first whose beats before it are enough for the lead-in.

    None where they would take more than MOST_OF_PIECE of the piece.
    """
    if start not in LEAD_BEATS:
        return 0
    least = (LEAD_BEATS[start] - 0.1) * timeline.pulse_at(0.0)
    bar = next((bar for bar in range(timeline.bars) if timeline.at(bar, 0) >= least), None)
    return None if bar is None or timeline.at(bar, 0) > MOST_OF_PIECE * timeline.seconds else bar


def counted(plan: Plan, player: DrumPlayer | None) -> list[Note]:
    """Return a click of the sticks on every felt beat before the band enters, the first of a bar a little louder."""
    if plan.start is not Start.COUNT_IN:
        return []
    velocity = player.seat.velocity if player else STICKS.velocity
    notes = []
    for bar in range(-1, plan.form[0].first_bar):
        for beat in range(math.ceil(plan.timeline.beats_in(bar) - 1e-9)):
            if plan.timeline.at(bar, beat) >= -1e-9:
                notes.append(plan.note(bar, beat, 0.25, GM_KEYS["rim"], velocity * (1.0 if beat == 0 else 0.85)))
    return notes


def run_up(plan: Plan, player: MelodyPlayer) -> list[Note]:
    """Return scale steps that rise into the first note of the band, over the last two beats before it."""
    if plan.start is not Start.PICK_UP:
        return []
    bar = plan.form[0].first_bar
    chord = plan.chart.at(bar, 0.0)
    tones = melody_tones(plan.chart.key, chord)
    pitch, pitches = nearest_pitch(player.centre, chord.pitch_classes), []
    for _ in range(round(min(_RUN_BEATS, plan.timeline.beats_in(bar - 1)) / _STEP_BEATS)):
        pitch = next(lower for lower in range(pitch - 1, pitch - 12, -1) if lower % 12 in tones)
        pitches.append(pitch)
    end = plan.timeline.beats_in(bar - 1)
    places = [end - _STEP_BEATS * (index + 1) for index in range(len(pitches))]
    return [
        plan.note(bar - 1, beat, _STEP_BEATS * player.gate, pitch, player.seat.velocity * 0.9)
        for beat, pitch in zip(places, pitches, strict=True)
        if plan.timeline.at(bar - 1, beat) >= 0
    ]


def lead_bass(plan: Plan, player: BassPlayer) -> list[Note]:
    """Return the root of the dominant under the pick-up's last two beats."""
    if plan.start is not Start.PICK_UP:
        return []
    bar = plan.form[0].first_bar - 1
    beat = max(0.0, plan.timeline.beats_in(bar) - _RUN_BEATS)
    pitch = root_pitch(plan.chart.at(bar, beat), player.lowest)
    start = max(0.0, plan.timeline.at(bar, beat))
    return [Note(start, plan.entry_seconds - start, pitch, player.seat.velocity * 0.85)]


def struck_chord(plan: Plan, player: ChordPlayer) -> list[Note]:
    """Return the first chord, held from the first frame on, where the piece begins cold."""
    chord = plan.chart.at(plan.form[0].first_bar, 0.0)
    pitches = lead_voices([chord], player.centre, player.voices)[0]
    return [note for pitch in pitches for note in _struck(plan, pitch, player.seat.velocity)]


def struck_bass(plan: Plan, player: BassPlayer) -> list[Note]:
    """Return its root."""
    chord = plan.chart.at(plan.form[0].first_bar, 0.0)
    return _struck(plan, root_pitch(chord, player.lowest), player.seat.velocity)


def struck_melody(plan: Plan, player: MelodyPlayer) -> list[Note]:
    """Return the tone of it that is nearest to where the player sings."""
    chord = plan.chart.at(plan.form[0].first_bar, 0.0)
    return _struck(plan, nearest_pitch(player.centre, chord.pitch_classes), player.seat.velocity)


def struck_drums(plan: Plan, player: DrumPlayer) -> list[Note]:
    """Return a kick and a crash with it."""
    return [note for key in ("kick", "crash") for note in _struck(plan, GM_KEYS[key], player.seat.velocity)]


def _struck(plan: Plan, pitch: int, velocity: float) -> list[Note]:
    """A note from the first frame, or a beat that is as good as there, until the downbeat after it.

    What a cut to the first frame shows is marked there, whatever the beat; the groove keeps to the movement's beats.
    """
    if plan.start is not Start.COLD or plan.loops:
        return []
    first = float(plan.timeline.beats[0])
    start = first if first <= ON_THE_BEAT_SECONDS else 0.0
    downbeats = plan.timeline.beats[plan.timeline.downbeats]
    later = (float(one) for one in downbeats if one > start + ON_THE_BEAT_SECONDS)
    end = min(next(later, plan.final_seconds), plan.final_seconds)
    return [Note(start, end - start, pitch, velocity)] if end > start else []


def without_doubles(opening: list[Note], body: list[Note]) -> list[Note]:
    """Return `opening` and what of `body` does not strike again right beside it."""
    strikes = {note.start_seconds for note in opening}
    return opening + [n for n in body if all(abs(n.start_seconds - at) > ON_THE_BEAT_SECONDS for at in strikes)]
