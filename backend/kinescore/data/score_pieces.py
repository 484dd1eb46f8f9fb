"""Pieces by the built-in engine, as codes, with what can be said of each in words: what Pocket is pretrained on.

Every choice follows from a seed and the piece's number, so that pieces can be made anywhere and in any order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.hit_points import HitKind, HitPoint, HitPoints
from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.codes.encode import STYLE_NAMES, arrangement_codes
from kinescore.groovebox.codes.layout import Codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.words.moods import MOODS
from kinescore.groovebox.styles import STYLES

PIECE_SECONDS = 24.0
SLOWEST_BPM, FASTEST_BPM = 60.0, 190.0
_FPS = 30.0
_MOOD_SHARE, _NO_DRUMS_SHARE = 0.6, 0.06


@dataclass(frozen=True)
class PieceFacts:
    """What a prompt can say of a piece. style: in STYLES. mood: in MOODS, or "". key: such as "C# minor", or "" without
    pitches. tempo_bpm, first_beat_seconds: of the movement's beat, which is steady."""

    style: str
    mood: str
    key: str
    tempo_bpm: float
    first_beat_seconds: float
    has_drums: bool
    is_drums_alone: bool = False


def made_piece(seed: int, number: int) -> tuple[Codes, PieceFacts]:
    """Return the codes [8, T] of PIECE_SECONDS of music, and its facts."""
    rng = np.random.default_rng([seed, number])
    style = STYLES[STYLE_NAMES[rng.integers(len(STYLE_NAMES))]]
    mood = str(rng.choice(list(MOODS))) if rng.random() < _MOOD_SHARE else ""
    has_drums = bool(rng.random() >= _NO_DRUMS_SHARE)
    tempo = float(np.exp(rng.uniform(np.log(SLOWEST_BPM), np.log(FASTEST_BPM))))
    first_beat = float(rng.uniform(0.0, 60.0 / tempo))
    dance = _dance(rng, style.usual_metre or Metre.FOUR_FOUR, tempo, first_beat)
    intent = parse_prompt(mood if has_drums else f"{mood} no drums")
    arrangement = arrange(dance, PIECE_SECONDS, style, intent, int(rng.integers(2**31)))
    facts = PieceFacts(style.name, mood, arrangement.score.key, tempo, first_beat, has_drums)
    return arrangement_codes(arrangement), facts


def _dance(rng: np.random.Generator, metre: Metre, tempo: float, first_beat: float) -> DanceAnalysis:
    """A movement that keeps a beat: as energetic, as full of hit points and with its ones where chance has it."""
    beats = even_beats(first_beat, tempo, PIECE_SECONDS)
    downbeats = np.arange(rng.integers(metre.beats), len(beats), metre.beats, dtype=np.int64)
    time = np.arange(int(PIECE_SECONDS * _FPS)) / _FPS
    wave = np.sin(2.0 * np.pi * (time / rng.uniform(8.0, 40.0) + rng.random()))
    energy = np.clip(rng.uniform(0.2, 0.9) + rng.uniform(0.0, 0.4) * wave, 0.0, 1.0).astype(np.float32)
    grid = BeatGrid(beats, downbeats, tempo, (), 1.0, 1.0, (metre,))
    return DanceAnalysis(PIECE_SECONDS, _FPS, energy, grid, _hits(rng, beats, 60.0 / tempo))


def _hits(rng: np.random.Generator, beats: np.ndarray, period: float) -> HitPoints:
    """None, some or many hit points, most of them near a beat or between two."""
    hits = []
    for time in rng.uniform(0.0, PIECE_SECONDS - 0.1, rng.poisson(rng.choice([0, 4, 10]))):
        if rng.random() < 0.7:
            time = beats[np.argmin(np.abs(beats - time))] + rng.choice([0.0, 0.0, 0.5]) * period + rng.normal(0.0, 0.02)
        if 0.0 <= time < PIECE_SECONDS - 0.1:
            hits.append(HitPoint(float(time), float(rng.random()), HitKind.STOP))
    return tuple(sorted(hits, key=lambda hit: hit.time_s))
