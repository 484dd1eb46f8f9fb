"""An analysis as plain JSON values, for people to edit, and what they edited in it as a Timing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_confidence import confidence_words
from kinescore.dance.hit_points import HitPoint
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_finder import TempoChoice
from kinescore.dance.tempo_map import TempoChange, tempo_map_of
from kinescore.dance.timing import AS_FOUND, MAX_INTENSITIES, SHARE_DECIMALS, Timing
from kinescore.errors import RequestError
from kinescore.files.strict_json import field_hints, from_plain, parse, read_fields, to_plain

INTENSITIES_PER_SECOND = 5
"""The energy is smooth over half a second, so this holds all of it."""
SAME_NUMBER = 1e-6
"""What a spreadsheet or a script changes by writing a number again."""
EDITABLE = {
    "tempo_bpm": float, "metre": Metre, "tempo_map": tuple[TempoChange, ...], "beats_s": tuple[float, ...],
    "downbeats_s": tuple[float, ...], "hits": tuple[HitPoint, ...], "intensity": tuple[float, ...],
}  # fmt: skip
FOR_READING = (
    *("seconds", "alternatives_bpm", "tempo_confidence", "beat_confidence", "advice", "notes", "movers", "tempi"),
)
"""Members that say something, and are passed over when read back."""


def analysis_to_plain(found: DanceAnalysis, fixed: Timing = AS_FOUND) -> dict[str, Any]:
    """Return `found` as JSON values: times in seconds from frame 0, tempi in BPM. `fixed`: what it was made with."""
    grid = found.grid
    count = min(MAX_INTENSITIES, round(found.seconds * INTENSITIES_PER_SECOND) + 1)
    at = np.linspace(0, len(found.energy) - 1, max(2, count))
    intensity = np.interp(at, np.arange(len(found.energy)), found.energy)
    return {
        "seconds": found.seconds,
        "tempo_bpm": grid.tempo_bpm,
        "metre": grid.metre.value,
        "tempo_map": to_plain(tempo_map_of(grid)),
        "alternatives_bpm": list(grid.alternatives_bpm),
        "tempo_confidence": grid.tempo_confidence,
        "beat_confidence": grid.beat_confidence,
        "advice": confidence_words(grid),
        "beats_s": grid.beats.tolist(),
        "downbeats_s": grid.beats[grid.downbeats].tolist(),
        "notes": list(found.notes),
        "hits": [_hit(hit) for hit in found.hits],
        "intensity": [round(float(value), SHARE_DECIMALS) for value in intensity],
        "fixed": timing_to_plain(fixed),
    }


def timing_to_plain(timing: Timing) -> dict[str, Any]:
    """Return what `timing` fixes, by name."""
    given = {field.name: (getattr(timing, field.name), field.default) for field in fields(timing)}
    return {name: to_plain(value) for name, (value, default) in given.items() if value != default}


def choice_to_plain(choice: TempoChoice) -> dict[str, Any]:
    """Return a tempo of the finder as JSON values."""
    said = {field.name: getattr(choice, field.name) for field in fields(choice) if field.name != "grid"}
    grid = choice.grid
    beats = {"beats_s": grid.beats.tolist(), "downbeats_s": grid.beats[grid.downbeats].tolist()}
    return {"tempo_bpm": choice.tempo_bpm, **said, **beats}


def _hit(hit: HitPoint) -> dict[str, Any]:
    who = {"who": hit.who} if hit.who else {}
    return {"time_s": hit.time_s, "weight": hit.weight, "kind": hit.kind.value, **who}


class EditedAnalysis:
    """A file that `analysis_to_plain` filled and somebody edited, or wrote by hand with the members they needed.

    fixed: what the analysis in it had been made with. Raises FormatError for JSON that is no such file, RequestError
    for values out of range.
    """

    def __init__(self, text: str | bytes) -> None:
        hints = {**EDITABLE, **dict.fromkeys(FOR_READING, Any), "fixed": Any}
        members = read_fields(hints, frozenset(), parse(text, "map"), "map")
        settings = read_fields(field_hints(Timing), frozenset(), members.pop("fixed", {}), "map.fixed")
        self.fixed = Timing(**settings)
        self._members = {name: members[name] for name in EDITABLE if name in members}

    def timing(self, found: DanceAnalysis) -> Timing:
        """Return what was fixed before, and on top of it what differs in the file from `found`, its analysis.

        Raises RequestError where two edits contradict each other.
        """
        was = analysis_to_plain(found, self.fixed)
        edits = {
            name: value
            for name, value in self._members.items()
            if not _same(to_plain(value), to_plain(from_plain(EDITABLE[name], was[name], name)))
        }
        timing = replace(self.fixed, **{name: edits.pop(name) for name in ("hits", "intensity") if name in edits})
        return _with_rhythm(timing, edits, self._members)


def _with_rhythm(timing: Timing, edits: dict[str, Any], members: dict[str, Any]) -> Timing:
    if not edits:
        return timing
    wholes = [name for name in ("tempo_map", "beats_s", "tempo_bpm") if name in edits]
    if len(wholes) > 1 or ("tempo_map" in edits and len(edits) > 1):
        raise RequestError(
            f"The map's {' and '.join(edits)} were all edited, and each of them says where beats are.",
            "Edit one of them, and remove the others from the map.",
        )
    bare = replace(timing, tempo_bpm=None, metre=None, music_beats=(), downbeats=(), tempo_map=())
    if "tempo_map" in edits:
        return replace(bare, tempo_map=edits["tempo_map"], beat_shift_seconds=0.0)
    if "beats_s" in edits:
        bars = {"metre": members.get("metre"), "downbeats": members.get("downbeats_s", ())}
        return replace(bare, music_beats=edits["beats_s"], beat_shift_seconds=0.0, **bars)
    if timing.tempo_map:
        raise RequestError(f"The map's {' and '.join(edits)} cannot be edited beside its tempo_map.", "Edit that.")
    if "tempo_bpm" in edits:
        timing = replace(timing, music_beats=(), downbeats=(), tempo_bpm=edits["tempo_bpm"])
    bars = {"metre": "metre", "downbeats_s": "downbeats"}
    return replace(timing, **{bars[name]: value for name, value in edits.items() if name in bars})


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether two JSON values are the same but for the rounding of numbers."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= SAME_NUMBER * max(1.0, abs(other))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    return bool(one == other)
