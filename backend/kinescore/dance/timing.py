"""What the artist fixes of a movement's timing; all else is found in the movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from kinescore.dance.beat_grid import require_beats, require_shift, require_tempo
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoMap, require_tempo_map
from kinescore.errors import RequestError
from kinescore.motion.keypoints import MAX_SECONDS

MAX_DOWNBEATS = 5000
MAX_HITS = 4000
MAX_INTENSITIES = 10_000
TIME_DECIMALS, SHARE_DECIMALS = 4, 3
"""Hits to 0.1 ms and a thousandth: less is neither seen nor heard, and a request stays small."""


@dataclass(frozen=True)
class Timing:
    """Everything is optional; what is left out is found.

    tempo_bpm: the beat's tempo. metre: of every bar. music_beats: [N] s, the beats of music that is known, instead of
    a tempo. beat_shift_seconds: all beats come later by this. downbeats: [M] s, rising: the beat that is then nearest
    to each is the one of a bar; before and after, bars are counted from it. tempo_map: tempi, metres and bars at once,
    instead of tempo, metre, beats and downbeats.
    hits: the hit points, instead of those found in movement and picture; () is none at all. Kept in time order, to
    0.1 ms.
    intensity: [K] 0..1, evenly spaced from the first frame to the last: the energy that music follows, instead of the
    movement's; one value holds throughout.

    Raises RequestError naming what cannot be.
    """

    tempo_bpm: float | None = None
    metre: Metre | None = None
    music_beats: tuple[float, ...] = ()
    downbeats: tuple[float, ...] = ()
    tempo_map: TempoMap = ()
    beat_shift_seconds: float = 0.0
    hits: HitPoints | None = None
    intensity: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        self._settle_numbers()
        require_tempo(self.tempo_bpm)
        require_beats(self.music_beats, self.tempo_bpm)
        require_shift(self.beat_shift_seconds)
        require_tempo_map(self.tempo_map)
        if self.tempo_map and (self.tempo_bpm or self.metre or self.music_beats or self.downbeats):
            raise RequestError(
                "A tempo map is given, and a tempo, metre, beats or downbeats beside it.",
                "Leave out one or the other: the map says them all.",
            )
        _require_rising(self.downbeats)
        if self.hits is not None:
            _require_hits(self.hits)
        if len(self.intensity) > MAX_INTENSITIES or not all(0.0 <= value <= 1.0 for value in self.intensity):
            raise RequestError(f"The intensity is not at most {MAX_INTENSITIES} numbers from 0 to 1.")

    def _settle_numbers(self) -> None:
        """Make 120, 120.0 and numpy's 120 the same timing, with the same bytes."""
        if self.tempo_bpm is not None:
            object.__setattr__(self, "tempo_bpm", float(self.tempo_bpm))
        object.__setattr__(self, "beat_shift_seconds", float(self.beat_shift_seconds))
        object.__setattr__(self, "music_beats", tuple(float(beat) for beat in self.music_beats))
        object.__setattr__(self, "downbeats", tuple(round(float(time), TIME_DECIMALS) for time in self.downbeats))
        object.__setattr__(self, "tempo_map", tuple(self.tempo_map))
        intensity = tuple(round(float(value), SHARE_DECIMALS) for value in self.intensity)
        object.__setattr__(self, "intensity", intensity)
        if self.hits is not None:
            settled = (
                replace(h, time_s=round(float(h.time_s), TIME_DECIMALS), weight=round(float(h.weight), SHARE_DECIMALS))
                for h in self.hits
            )
            object.__setattr__(self, "hits", tuple(sorted(settled, key=lambda hit: hit.time_s)))


def _require_rising(downbeats: tuple[float, ...]) -> None:
    between = all(0.0 <= before < after <= MAX_SECONDS for before, after in pairwise((*downbeats, MAX_SECONDS)))
    if len(downbeats) > MAX_DOWNBEATS or not between:
        raise RequestError(
            f"The downbeats are not at most {MAX_DOWNBEATS} times from 0 to {MAX_SECONDS:.0f} s, each after the one "
            "before."
        )


def _require_hits(hits: HitPoints) -> None:
    inside = all(0.0 <= hit.time_s <= MAX_SECONDS and 0.0 <= hit.weight <= 1.0 and hit.who >= 0 for hit in hits)
    if len(hits) > MAX_HITS or not inside:
        raise RequestError(
            f"The hits are not at most {MAX_HITS}, each at 0 to {MAX_SECONDS:.0f} s with a weight from 0 to 1."
        )


AS_FOUND = Timing()
"""Nothing is fixed."""
