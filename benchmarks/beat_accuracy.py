"""How often tempo and beats are right on real dances, whole and changed, and what each cue gives alone.

    python -m benchmarks.beat_accuracy [folder of AIST++ *.npz]

"tempo" counts pieces within 1 % of the music's tempo, half and double time being wrong. "beats" counts pieces with
every beat of the music within 0.1 s of a found one. Chance is a grid of the right tempo and a random phase.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from benchmarks.dances import (
    CHANGES,
    FOLDER,
    TOLERANCE_SECONDS,
    Dance,
    chance_of_all_beats,
    load_dances,
    worst_beat_error,
)
from kinescore.dance.analysis import analyse
from kinescore.dance.cues import beat_cues
from kinescore.dance.movement import movement_of
from kinescore.dance.phase import beat_phase


def main(arguments: list[str]) -> int:
    """Print the tables for the dances in the folder that `arguments` names."""
    dances = load_dances(Path(arguments[0]) if arguments else FOLDER)
    if not dances:
        print("No dances found; name a folder of AIST++ npz files.")
        return 2
    _print_each(dances)
    print(f"\n{'change':20} {'pieces':>6} {'tempo':>6} {'beats':>6} {'phase at true tempo':>20} {'chance':>7}")
    for change, apply in CHANGES.items():
        pieces = [piece for dance in dances for piece in apply(dance)]
        if pieces:
            _print_change(change, pieces)
    _print_cues(dances)
    return 0


def _print_each(dances: Iterable[Dance]) -> None:
    print(f"{'dance':32} {'music':>6} {'found':>7} {'worst beat':>10} {'confidence':>10} {'one':>4}  alternatives")
    for dance in dances:
        grid = analyse(dance.keypoints).grid
        error = worst_beat_error(dance, grid.beats, grid.tempo_bpm)
        downbeat = round((grid.beats[grid.downbeats[0]] - dance.beat_seconds) * dance.tempo_bpm / 60) % 4
        others = " ".join(f"{tempo:.0f}" for tempo in grid.alternatives_bpm)
        print(
            f"{dance.name:32} {dance.tempo_bpm:6.1f} {grid.tempo_bpm:7.2f} {error:8.3f} s {grid.confidence:10.2f}"
            f" {downbeat + 1:4}  {others}"
        )


def _print_change(change: str, pieces: list[Dance]) -> None:
    tempo = beats = phase = 0
    for piece in pieces:
        grid = analyse(piece.keypoints).grid
        tempo += abs(grid.tempo_bpm / piece.tempo_bpm - 1) < 0.01
        beats += worst_beat_error(piece, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS
        known = analyse(piece.keypoints, tempo_bpm=piece.tempo_bpm).grid
        phase += worst_beat_error(piece, known.beats, known.tempo_bpm) <= TOLERANCE_SECONDS
    chance = np.mean([chance_of_all_beats(piece) for piece in pieces])
    count = len(pieces)
    print(f"{change:20} {count:6} {tempo / count:6.0%} {beats / count:6.0%} {phase / count:20.0%} {chance:7.0%}")


def _print_cues(dances: list[Dance]) -> None:
    print(f"\n{'cue alone':20} phase errors at the true tempo, in seconds")
    errors: dict[str, list[float]] = {}
    for dance in dances:
        for cue in beat_cues(movement_of(dance.keypoints)):
            period = 60.0 / dance.tempo_bpm
            error = beat_phase((cue,), dance.tempo_bpm) - dance.beat_seconds
            errors.setdefault(cue.name, []).append((error + period / 2) % period - period / 2)
    for name, values in errors.items():
        print(f"{name:20} " + " ".join(f"{value:+.2f}" for value in values))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
