"""What a prompt says of single players in a piece that is written: louder, quieter, or only from some place on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinescore.groovebox.arranger.arrange import Arrangement
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.prompt.prompt_intent import Place, PromptIntent
from kinescore.groovebox.prompt.words.instruments import FAMILIES
from kinescore.groovebox.score import Part

SINGLES = {"percussion": "percussion", "bass": "bass", "chords": "harmony", "melody": "melody"}
"""Role -> its stem. Drums are two stems, and the cymbals of the accents."""
CHORUS_KINDS = (SectionKind.CHORUS,)
LEAST_SHARE = 0.15
"""Of the piece before which nothing comes in late."""


def balanced(arrangement: Arrangement, intent: PromptIntent) -> tuple[Arrangement, list[str]]:
    """Return `arrangement` with faders and entrances as `intent` says, and sentences on where who comes in."""
    if not (intent.balance or intent.late):
        return arrangement, []
    parts, notes = list(arrangement.score.parts), []
    for key, level_db in intent.balance:
        if not any(_is(part, key) for part in parts):
            notes.append(f"There is no {key.replace('_', ' ')} in this piece to turn up or down.")
        parts = [replace(part, level_db=part.level_db + level_db) if _is(part, key) else part for part in parts]
    for key, place in intent.late:
        enters = _seconds_of(arrangement, place)
        held_back = [part for part in parts if _is(part, key) and any(n.start_seconds < enters for n in part.notes)]
        if held_back and (key in SINGLES or key == "drums" or (key, place) == intent.late[0]):
            notes.append(f"The {key.replace('_', ' ')} come in at {enters:.1f} s, with the {place.value}.")
        parts = [_from(part, enters) if part in held_back else part for part in parts]
    kept = tuple(part for part in parts if part.notes)
    return replace(arrangement, score=replace(arrangement.score, parts=kept)), notes


def _is(part: Part, key: str) -> bool:
    """Whether `key`, an instrument or a role, means this part."""
    if key == "drums":
        return part.stem in ("drums", "percussion") or part.instrument in FAMILIES["drums"]
    return part.stem == SINGLES[key] if key in SINGLES else part.instrument in (key, *FAMILIES.get(key, ()))


def _from(part: Part, seconds: float) -> Part:
    return replace(part, notes=tuple(note for note in part.notes if note.start_seconds >= seconds - 1e-6))


def _seconds_of(arrangement: Arrangement, place: Place) -> float:
    """When `place` of the form begins: a drop or chorus is the first of its kind, else the first loudest section."""
    plan, seconds = arrangement.plan, arrangement.score.seconds
    starts = [(plan.timeline.at(section.first_bar, 0), section) for section in plan.form]
    later = [(start, section) for start, section in starts if start >= LEAST_SHARE * seconds] or starts[-1:]
    if place is Place.END:
        return later[-1][0]
    if place is Place.MIDDLE:
        return min((start for start, _ in _bars(arrangement)), key=lambda start: abs(start - seconds / 2))
    choruses = [(start, section) for start, section in later if section.kind in CHORUS_KINDS]
    top = max(section.level for _, section in (choruses or later))
    return next(start for start, section in (choruses or later) if section.level == top)


def _bars(arrangement: Arrangement) -> Sequence[tuple[float, int]]:
    plan = arrangement.plan
    return [
        (plan.timeline.at(bar, 0), bar)
        for section in plan.form
        for bar in range(section.first_bar, section.first_bar + section.bars)
    ]
