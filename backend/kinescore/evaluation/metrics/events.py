"""Beats, onsets or hits of many sounds or movements, laid out for counting them all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError

EDGE_S = 1e-6
"""Times closer than a microsecond are the same: 0.2 * 3 is not 0.6 in binary, and no sound has samples this close."""


@dataclass(frozen=True)
class Events:
    """Times in N sounds, and which sound stands in which row.

    line [M] s: the times of all sounds on one line, each sound moved to its own place, so that one search finds times
    in many sounds. home [N] s: where row n begins on the line. first, last [N]: its times are line[first:last] - home.
    seconds [N]: its length. Rows may repeat a sound.
    """

    line: NDArray[np.float64]
    home: NDArray[np.float64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    seconds: NDArray[np.float64]

    def take(self, rows: NDArray[np.int64]) -> Events:
        """Return the events of `rows` [N'], in that order."""
        return replace(
            self, home=self.home[rows], first=self.first[rows], last=self.last[rows], seconds=self.seconds[rows]
        )

    def flat(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the row [M'] and the time [M'] s of every event, row after row."""
        counts = self.last - self.first
        rows = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, self.line[self.first[rows] + within] - self.home[rows]

    def each(self) -> list[NDArray[np.float64]]:
        """Return the times of every row, in s."""
        bounds = zip(self.first, self.last, self.home, strict=True)
        return [self.line[first:last] - home for first, last, home in bounds]

    def until(self, seconds: NDArray[np.float64]) -> Events:
        """Return the events up to `seconds` [N] of each row."""
        cut = np.minimum(self.seconds, seconds)
        last = np.searchsorted(self.line, self.home + cut + EDGE_S, side="right")
        return replace(self, last=np.clip(last, self.first, self.last), seconds=cut)

    def within(self, others: Events) -> Events:
        """Return the events of each row as far as the same row of `others` lasts."""
        return self.until(others.seconds)

    def rotated(self, shifts: NDArray[np.float64]) -> Events:
        """Return the events `shifts` [N] s later, those pushed out at the end coming in again at the start."""
        rows, times = self.flat()
        return events_of(rows, np.mod(times + shifts[rows], np.maximum(self.seconds, EDGE_S)[rows]), self.seconds)


def events_of(rows: NDArray[np.int64], times: NDArray[np.float64], seconds: NDArray[np.float64]) -> Events:
    """Return events from the row [M] and time [M] s of each, rows ascending, times in any order inside a row."""
    home = np.arange(len(seconds)) * (float(seconds.max(initial=0.0)) + 1.0)
    bounds = np.searchsorted(rows, np.arange(len(seconds) + 1))
    return Events(np.sort(home[rows] + times, kind="stable"), home, bounds[:-1], bounds[1:], seconds)


def gather(times: Sequence[NDArray[np.float64]], seconds: Sequence[float]) -> Events:
    """Return the events of many sounds: `times` [N] arrays of s, `seconds` [N] their lengths.

    What lies outside a sound is left out. Raises EvaluationError for times that are not finite or do not increase.
    """
    lengths = np.asarray(seconds, np.float64)
    rows = np.repeat(np.arange(len(lengths)), [len(each) for each in times])
    flat = np.concatenate([np.zeros(0), *times])
    if not (np.isfinite(flat).all() and np.isfinite(lengths).all()):
        raise EvaluationError("Times and lengths must be finite numbers of seconds.")
    if (np.diff(flat)[rows[1:] == rows[:-1]] < 0).any():
        raise EvaluationError("Times must increase within a sound.")
    kept = inside(flat, lengths[rows])
    return events_of(rows[kept], flat[kept], lengths)


def inside(times: NDArray[np.float64], seconds: NDArray[np.float64] | float) -> NDArray[np.bool_]:
    """Return which `times` s lie in a sound of `seconds`, its very end included."""
    return (times >= -EDGE_S) & (times <= seconds + EDGE_S)


def distance_to_nearest(events: Events, others: Events) -> NDArray[np.float64]:
    """Return how far each of `events`, in the order of `flat`, is from the nearest of `others` in the same row, [M'] s;
    inf where that row of `others` is empty."""
    rows, times = events.flat()
    if len(others.line) == 0:
        return np.full(len(rows), np.inf)
    place = others.home[rows] + times
    after = np.searchsorted(others.line, place)
    before = np.maximum(after - 1, 0)
    later = np.where(
        (after >= others.first[rows]) & (after < others.last[rows]),
        np.abs(others.line[np.minimum(after, len(others.line) - 1)] - place),
        np.inf,
    )
    earlier = np.where(
        (after - 1 >= others.first[rows]) & (after - 1 < others.last[rows]), np.abs(others.line[before] - place), np.inf
    )
    return np.minimum(later, earlier)
