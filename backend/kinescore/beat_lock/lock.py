"""Audio that an engine played -> the same audio with its beats on the movement's, and what was measured of it.

played = ... seconds_to_play(analysis, seconds) of music ...
locked = locked_to(played, analysis, seconds)
if not locked.fits: play it again from another seed
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.matching import FASTEST, best_match, towards_hits
from kinescore.beat_lock.on_grid import CLEAR_PULSE, chance_on_grid, pulse_on_grid, share_on_grid
from kinescore.beat_lock.stretching import stretched
from kinescore.beat_lock.time_map import TimeMap
from kinescore.beat_lock.tracking import beats_near, heard_beats
from kinescore.dance.analysis import DanceAnalysis
from kinescore.fit.onset_strength import onset_strength
from kinescore.sound.audio import Audio

SILENT = 10.0 ** (-60.0 / 20.0)
"""Beside the loudest sample: what is softer is no music any more."""
CLEAR_SHARE = 0.5
"""With so many of its beats on the movement's, music is in time with it; so it is with a CLEAR_PULSE."""
LONGEST_BAR_SECONDS = 3.0
DECIMALS = 4
ON_GRID, BEFORE, CHANCE = "beats_on_grid", "beats_on_grid_before", "beats_on_grid_chance"


@dataclass(frozen=True)
class Locked:
    """audio: of exactly the length asked for. share, before, chance: of the beats heard in it, in what was played, and
    at random, on the movement's beats. pulse: see `pulse_on_grid`. time_map: what of the music is heard when, None
    where it stayed as it was. missing_seconds: for so long it is silent at the end, where no more was played.
    """

    audio: Audio
    share: float
    before: float
    chance: float
    pulse: float
    time_map: TimeMap | None
    missing_seconds: float

    @property
    def fits(self) -> bool:
        """Whether its beats are the movement's, and it goes on to the end."""
        return (self.share >= CLEAR_SHARE or self.pulse >= CLEAR_PULSE) and self.missing_seconds == 0.0

    @property
    def scores(self) -> dict[str, float]:
        """By the names of a take's scores."""
        return {
            ON_GRID: round(self.share, DECIMALS),
            BEFORE: round(self.before, DECIMALS),
            CHANCE: round(self.chance, DECIMALS),
        }


def seconds_to_play(analysis: DanceAnalysis, seconds: float) -> float:
    """Return how much music there has to be for `seconds` of it: all may go FASTEST, and begin on any beat of a bar."""
    bar = analysis.grid.metre.beats * 60.0 / analysis.grid.tempo_bpm
    return seconds * FASTEST + min(bar, LONGEST_BAR_SECONDS)


def measured_unlocked(played: Audio, analysis: DanceAnalysis, seconds: float) -> Locked:
    """Return the first `seconds` of `played` as they are, measured."""
    plain = Audio(_of_length(played.samples, round(seconds * played.rate)), played.rate)
    grid = _beats(analysis, seconds)
    strength = onset_strength(plain)
    share = share_on_grid(heard_beats(strength), grid)
    missing = max(0.0, seconds - _audible_seconds(played))
    return Locked(plain, share, share, chance_on_grid(grid, seconds), pulse_on_grid(strength, grid), None, missing)


def locked_to(played: Audio, analysis: DanceAnalysis, seconds: float) -> Locked:
    """Return `seconds` of `played` with its beats on those of the movement and its strongest onsets on the heaviest hit
    points, at its own pitch; as it was, where it has a CLEAR_PULSE there already, where that would need a factor beyond
    FASTEST, or where less began there afterwards: a tracker may mishear."""
    plain = measured_unlocked(played, analysis, seconds)
    if plain.pulse >= CLEAR_PULSE and not plain.missing_seconds:
        return plain
    found = _time_map(played, analysis, seconds)
    if found is None:
        return plain
    moved, grid = stretched(played, found), _beats(analysis, seconds)
    strength = onset_strength(moved)
    pulse = pulse_on_grid(strength, grid)
    if pulse < plain.pulse and not plain.missing_seconds:
        return plain
    share = share_on_grid(heard_beats(strength), grid)
    return replace(plain, audio=moved, share=share, pulse=pulse, time_map=found, missing_seconds=0.0)


def _beats(analysis: DanceAnalysis, seconds: float) -> NDArray[np.float64]:
    return analysis.grid.beats[analysis.grid.beats < seconds]


def _time_map(played: Audio, analysis: DanceAnalysis, seconds: float) -> TimeMap | None:
    strength = onset_strength(played)
    heard = beats_near(strength, analysis.grid.tempo_bpm)
    found = best_match(heard, strength, analysis, seconds, _audible_seconds(played))
    even = None if found is None else found.within(FASTEST)
    return None if even is None else towards_hits(even, strength, analysis.hits).covering(seconds)


def _audible_seconds(audio: Audio) -> float:
    """When the music ends, in seconds."""
    loud = np.abs(audio.samples).max(axis=0)
    heard = np.flatnonzero(loud > SILENT * loud.max())
    return float((heard[-1] + 1) / audio.rate) if len(heard) else 0.0


def _of_length(samples: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """samples [C, N], cut or followed by silence, as [C, count]."""
    kept = samples[:, :count]
    return np.pad(kept, ((0, 0), (0, count - kept.shape[1])))
