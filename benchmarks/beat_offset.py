"""How far found beats, and the moments at which the body is still, lie behind the beat.

    python -m benchmarks.beat_offset [folder with aist, aist_more, aist_sticks, avatars] [folder of dance-126bpm.npz ..]

The tempo is given. Of AIST++ dances, whose music starts at 0.05 to 0.10 s, offsets are for 0.08 s and the dancer is
left out of the fit. Further folders hold dances whose first beat is at zero and whose tempo the name says, as `make
evaluation` writes them. Each offset is the circular mean over pieces in seconds; the number behind it is the length of
that mean, 1 where all pieces agree and 0 where they say nothing.

Below stands how the music's known beats, in place of the music itself, and the beats found lie on the movement by
measures that know nothing of our analysis: braking (0.5 is chance) and beat alignment over kinematic beats and over
music beats, each beside the same beats at a random phase.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, FIRST_BEAT_SECONDS, POSSIBLE_FIRST_BEATS, SETS, Dance
from benchmarks.fit_beat_phase import Sample, models_without, samples_of
from kinescore.dance.cues import amplitudes
from kinescore.dance.movement import movement_of
from kinescore.dance.phase_cues import CUE_NAMES, CURVES_HZ
from kinescore.dance.phase_model import PhaseModel, shipped_model
from kinescore.evaluation.metrics.alignment import BRAKING_HZ, MotionEvents, alignment_score, braking_at
from kinescore.evaluation.metrics.events import Events, gather
from kinescore.evaluation.observers.motion_beats import braking_ranks, kinematic_beats
from kinescore.motion.read import read_motion

STILL_CUES = ("body still", "legs still", "ankles still")


def main(arguments: list[str]) -> int:
    """Print one row for each set, and how beats lie on its movement."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: samples_of(load_known(folder / name)) for name in SETS}
    models = models_without([sample for samples in sets.values() for sample in samples])
    rows = [(name, samples, lambda sample: models[sample.dancer]) for name, samples in sets.items() if samples]
    for path in map(Path, arguments[1:]):
        own = [Sample(dance, dance.keypoints.seconds, movement_of(dance.keypoints)) for dance in _named_by_tempo(path)]
        rows.append((path.name, own, lambda _: shipped_model()))
    print(f"{'set':14} {'pieces':>6} {'beats found':>14} " + " ".join(f"{name:>14}" for name in STILL_CUES))
    for name, samples, model_of in rows:
        cells = [
            _mean(samples, lambda sample, of=model_of: sample.phase(of(sample), sample.dance.tempo_bpm).first_beat)
        ]
        cells += [_mean(samples, lambda sample, cue=cue: _crest(sample, cue)) for cue in STILL_CUES]
        print(f"{name:14} {len(samples):6} " + " ".join(f"{cell:>14}" for cell in cells))
    print(f"\n{'set':14} {'beats':14} {'braking':>8} {'kinematic':>10} {'music':>6}")
    for name, samples, model_of in rows:
        _print_alignment(name, samples, model_of)
    return 0


def _named_by_tempo(folder: Path) -> list[Dance]:
    found = [(path, re.search(r"(\d+)bpm", path.stem)) for path in sorted(folder.glob("*.npz"))]
    return [Dance(path.stem, read_motion(path), float(tempo.group(1)), 0.0) for path, tempo in found if tempo]


def _print_alignment(name: str, samples: Sequence[Sample], model_of: Callable[[Sample], PhaseModel]) -> None:
    """Print how beats lie on whole movements: known ones for three starts of the music, found ones, any others."""
    whole = [each for each in samples if each.seconds == max(other.seconds for other in samples)]
    seconds = [each.dance.keypoints.seconds for each in whole]
    keypoints = [each.dance.keypoints for each in whole]
    kinematic = gather([kinematic_beats(each) for each in keypoints], seconds)
    braking = _motion_events(kinematic, [braking_ranks(each) for each in keypoints])
    known = np.array([each.dance.beat_seconds for each in whole])
    found = np.array([_found(each, model_of(each)) for each in whole])
    anywhere = np.random.default_rng(0).uniform(0, 10, (20, len(whole)))
    starts = {f"known, {first:.2f} s": [known + first - FIRST_BEAT_SECONDS] for first in POSSIBLE_FIRST_BEATS}
    for label, firsts in {**starts, "found": [found], "random phase": list(anywhere)}.items():
        values = []
        for first in firsts:
            placed = zip(whole, first, strict=True)
            music = gather([replace(each.dance, beat_seconds=float(time)).beats for each, time in placed], seconds)
            scores = braking_at(music, braking), alignment_score(kinematic, music), alignment_score(music, kinematic)
            values.append([float(np.nanmean(score)) for score in scores])
        brakes, over_kinematic, over_music = np.mean(values, axis=0)
        print(f"{name:14} {label:14} {brakes:8.2f} {over_kinematic:10.2f} {over_music:6.2f}")


def _motion_events(kinematic: Events, braking: Sequence[NDArray[np.float64]]) -> MotionEvents:
    """Return movements of which only kinematic beats and braking are known."""
    count = len(kinematic.seconds)
    nothing = gather([np.zeros(0)] * count, [0.0] * count)
    return MotionEvents(kinematic, nothing, nothing, np.zeros(0), np.full(count, BRAKING_HZ), tuple(braking))


def _found(sample: Sample, model: PhaseModel) -> float:
    return sample.phase(model, sample.dance.tempo_bpm).first_beat


def _crest(sample: Sample, cue: str) -> float:
    """Return the time of a crest of the curve at the music's tempo, in seconds."""
    hz = sample.dance.tempo_bpm / 60
    amplitude = complex(amplitudes(sample.cue_curves[:, CUE_NAMES.index(cue)], hz, CURVES_HZ))
    return float(-np.angle(amplitude) / (2 * np.pi * hz))


def _mean(samples: Sequence[Sample], time: Callable[[Sample], float]) -> str:
    hz = np.array([sample.dance.tempo_bpm / 60 for sample in samples])
    late = np.array([time(sample) - sample.dance.beat_seconds for sample in samples])
    mean = np.exp(2j * np.pi * hz * late).mean()
    return f"{np.angle(mean) / (2 * np.pi * hz.mean()):+.3f} ({abs(mean):.2f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
