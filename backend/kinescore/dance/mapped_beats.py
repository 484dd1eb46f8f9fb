"""A tempo map -> the beats and bars that it makes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange, TempoMap


def grid_of_map(changes: TempoMap, seconds: float, shift_seconds: float = 0.0) -> BeatGrid:
    """Return the beats of `changes`, at least one, over `seconds`; all come later by `shift_seconds`.

    Tempi hold exactly: where whole beats do not fill the time to the next change, the last of them is up to half a
    beat longer or shorter. A ramp is stretched so that it ends on a beat. What comes before the first change counts
    back from it. The grid's own tempo is the one that lasts longest.
    """
    starts = [change.start_seconds + shift_seconds for change in changes]
    ends = [*starts[1:], max(seconds, starts[-1])]
    first = changes[0]
    lead = even_beats(starts[0], first.tempo_bpm, seconds)
    lead = lead[lead < starts[0] - 30.0 / first.tempo_bpm]
    beats, ones = [lead], [np.arange(len(lead) % first.metre.beats, len(lead), first.metre.beats)]
    metres = [first.metre] * len(ones[0])
    count = len(lead)
    for index, (change, start, end) in enumerate(zip(changes, starts, ends, strict=True)):
        after = changes[index + 1] if index + 1 < len(changes) else None
        section = start + _section(change, after, end - start)
        bars = np.arange(0, len(section), change.metre.beats)
        beats.append(section)
        ones.append(count + bars)
        metres += [change.metre] * len(bars)
        count += len(section)
    longest = max(range(len(changes)), key=lambda index: min(ends[index], seconds) - starts[index])
    return _inside(np.concatenate(beats), np.concatenate(ones), metres, changes[longest].tempo_bpm, seconds)


def _section(change: TempoChange, after: TempoChange | None, seconds: float) -> NDArray[np.float64]:
    """Return the beats of one change, s from its start, in [0, seconds); the last at least half a beat before that."""
    period = 60.0 / change.tempo_bpm
    if after is None:
        return period * np.arange(int(np.ceil(seconds / period)) or 1)
    if not change.ramp:
        return period * np.arange(max(1, round(seconds / period)))
    begin, end = change.tempo_bpm / 60.0, after.tempo_bpm / 60.0
    count = max(1, round((begin + end) / 2 * seconds))
    share = np.arange(count) / count  # of the turns of a clock that runs from `begin` to `end` beats per second
    if abs(end - begin) < 1e-9:
        return seconds * share
    squared = begin**2 + share * (end**2 - begin**2)
    return np.asarray(seconds * (np.sqrt(squared) - begin) / (end - begin), np.float64)


def _inside(
    beats: NDArray[np.float64], ones: NDArray[np.int64], metres: list[Metre], tempo_bpm: float, seconds: float
) -> BeatGrid:
    """Return the grid of what lies in [0, seconds), at least one beat and one bar."""
    dropped = int(np.searchsorted(beats, -1e-9))
    kept = np.maximum(beats[dropped:], 0.0)
    kept = kept[kept < seconds] if (kept < seconds).any() else np.zeros(1)
    bars = [(one - dropped, metre) for one, metre in zip(ones, metres, strict=True) if 0 <= one - dropped < len(kept)]
    downbeats = np.array([one for one, _ in bars], np.int64)
    return BeatGrid(kept, downbeats, tempo_bpm, (), 1.0, 1.0, tuple(metre for _, metre in bars) or (metres[0],))
