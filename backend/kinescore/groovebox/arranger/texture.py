"""The noise that lies under a whole piece, such as the surface of a record."""

from __future__ import annotations

from collections.abc import Iterator

from kinescore.form.form import Ending
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.instruments.dusty import EDGE_SECONDS
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Note, Part

PIECE_SECONDS = 6.0
"""About so long is a piece of noise; each goes over into the next, and in a loop the last into the first."""
PITCHES = (60, 61)
"""In turn, since two notes of one pitch cannot sound at once in MIDI."""


def lay_texture(plan: Plan, intent: PromptIntent) -> Iterator[Part]:
    """Yield the style's texture from beginning to end, unless it is refused or others are to play alone."""
    seat = plan.style.texture
    if seat is None or seat.instruments[0] in intent.unwanted:
        return
    key = seat.instruments[0]
    if intent.solo and key not in intent.wanted:
        return
    pieces = max(1, round(plan.timeline.seconds / PIECE_SECONDS))
    length = plan.timeline.seconds / pieces
    last_edge = EDGE_SECONDS if plan.ending is Ending.LOOP else 0.0
    edges = [EDGE_SECONDS] * (pieces - 1) + [last_edge]
    notes = tuple(
        Note(number * length, length + edge, PITCHES[number % 2], seat.velocity) for number, edge in enumerate(edges)
    )
    yield Part(key, key, "percussion", notes, seat.level_db, seat.pan, seat.reverb, seat.delay, seat.ducking)
