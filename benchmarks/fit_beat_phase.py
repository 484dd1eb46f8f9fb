"""Fits the weights that place the beat (`kinescore.dance.phase_model`) and calibrates the confidences.

    python -m benchmarks.fit_beat_phase FOLDER [FOLDER ...] [-o backend/kinescore/dance/beat_phase.json]

Every folder holds dances with known beats (AIST++ *.npz, see `benchmarks.dances`, and avatars, see
`benchmarks.avatar_dances`). Pieces of 20, 10 and 5 s of each are
described by the complex amplitudes of all cues at the true beat rate and at twice that; a softmax over 48 phases is
fitted to the music's phase by Newton's method: convex, one minimum, the same on every machine. A dance counts as much
as any other, however long. A few dancers made of arithmetic, at tempi that AIST++ lacks, have a small say. What the
confidences say is fitted on real dancers left out of the weights.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import (
    FIRST_BEAT_SECONDS,
    Dance,
    dancer_of_name,
    genre_of_name,
    shredded,
    windows,
    without_joints,
)
from kinescore.dance.beat_confidence import Calibration, Evidence, log_odds, tempo_features
from kinescore.dance.beat_tracking import moves_enough
from kinescore.dance.cues import amplitudes, beat_cues
from kinescore.dance.movement import RATE_HZ, Movement, movement_of
from kinescore.dance.phase import BeatPhase, beat_vote, phase_of_scores
from kinescore.dance.phase_cues import BODY_CUES, CUE_NAMES, CURVES_HZ, phase_curves
from kinescore.dance.phase_model import PHASES, PhaseModel, evidence
from kinescore.dance.tempo import TempoCurve, refined, tempo_curve
from kinescore.files.atomic_file import write_atomically
from tests.dance.made_dancer import groover, stepper

LENGTHS = (20.0, 10.0, 5.0)
TARGET_SECONDS = 0.05
"""Standard deviation around the music's beat of what counts as right while fitting."""
DANCES_WORTH = 40.0
"""All pieces together weigh as much as this many, against the ridges."""
BODY_RIDGE, STEADY_RIDGE, OTHER_RIDGE = 0.1, 0.3, 1.0
"""On the squared weights of cues of the whole body, of stillness and braking of a part, and of all others."""
MADE_SHARE = 0.03
"""Say of the made dancers; see the ablation in BEAT.md."""
NONE = Calibration((0.0, 0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
PROVENANCE = {
    "made_by": "python -m benchmarks.fit_beat_phase",
    "data": "AIST++ keypoints (R. Li, S. Yang, D. A. Ross, A. Kanazawa: AI Choreographer, ICCV 2021); names with "
    "stick_ were read from drawings, those with avatar_ from the public repository rohitacharyams/MotionMind",
    "licence": "annotations of AIST++: CC BY 4.0; these weights: as the package",
}


@dataclass(frozen=True)
class Sample:
    """One piece of a dance. `movement` is what was seen of it."""

    dance: Dance
    seconds: float
    movement: Movement

    @property
    def dancer(self) -> str:
        """Dancer of the piece, such as d28."""
        return dancer_of_name(self.dance.name)

    @property
    def genre(self) -> str:
        """Genre of the piece, such as KR."""
        return genre_of_name(self.dance.name)

    @cached_property
    def cue_curves(self) -> NDArray[np.float64]:
        """See phase_curves."""
        return phase_curves(self.movement)

    @cached_property
    def design(self) -> NDArray[np.float64]:
        """What each weight adds to the score of each phase at the true tempo, [PHASES, 4 C]."""
        hz = self.dance.tempo_bpm / 60
        turn = np.exp(2j * np.pi * np.arange(PHASES) / PHASES)[:, None]
        at_beat = amplitudes(self.cue_curves, hz, CURVES_HZ) * turn
        at_half = amplitudes(self.cue_curves, 2 * hz, CURVES_HZ) * turn**2
        rows = np.concatenate([at_beat.real, -at_beat.imag, at_half.real, -at_half.imag], axis=1)
        return np.asarray(evidence(self.beats(self.dance.tempo_bpm)) * rows, np.float64)

    @cached_property
    def curve(self) -> TempoCurve:
        """See tempo_curve."""
        return tempo_curve(self.cue_curves, CURVES_HZ)

    @cached_property
    def found_bpm(self) -> float:
        """The tempo that the analysis finds."""
        return refined(self.cue_curves, CURVES_HZ, self.curve.ranked(1)[0])

    def beats(self, tempo_bpm: float) -> float:
        """Number of beats seen at `tempo_bpm`."""
        return len(self.movement.positions) / RATE_HZ * tempo_bpm / 60

    def phase(self, model: PhaseModel, tempo_bpm: float) -> BeatPhase:
        """Where `model` puts the beat at `tempo_bpm`."""
        curves, hz = self.cue_curves, tempo_bpm / 60
        vote = beat_vote(beat_cues(self.movement), tempo_bpm)
        at_beat, at_half = (amplitudes(curves, rate, CURVES_HZ) for rate in (hz, 2 * hz))
        scores = model.scores(at_beat, at_half, vote, self.beats(tempo_bpm))
        return phase_of_scores(scores, tempo_bpm)

    def evidence(self, model: PhaseModel, tempo_bpm: float) -> Evidence:
        """What the confidences are read from."""
        certainty = self.phase(model, tempo_bpm).certainty
        return Evidence(self.curve.prominence(tempo_bpm), self.curve.share(tempo_bpm), certainty, self.beats(tempo_bpm))

    def all_right(self, model: PhaseModel, tempo_bpm: float) -> bool:
        """Say whether every beat at `tempo_bpm` is within 0.1 s of the music's."""
        first = self.phase(model, tempo_bpm).first_beat
        grid = np.arange(first - 60 / tempo_bpm, self.dance.keypoints.seconds + 60 / tempo_bpm, 60 / tempo_bpm)
        return float(np.abs(self.dance.beats[:, None] - grid).min(axis=1).max()) <= 0.1


def main() -> None:
    """Fit, calibrate and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=Path("backend/kinescore/dance/beat_phase.json"))
    options = parser.parse_args()
    dances = [dance for folder in options.folders for dance in load_known(folder)]
    samples = samples_of(dances)
    model = replace(fit(samples), calibration=calibrate(cases_of(samples, models_without(samples))))
    text = json.dumps(as_json(model, dances), indent=1) + "\n"
    write_atomically(options.output, text.encode("utf-8"))
    print(f"{options.output}: {4 * len(CUE_NAMES)} weights from {len(samples)} pieces of {len(dances)} dances")


def as_json(model: PhaseModel, dances: Sequence[Dance]) -> dict[str, object]:
    """The model as plain values, with what it comes from."""
    weights = {
        name: {"beat": pair(beat), "half_beat": pair(half)}
        for name, beat, half in zip(CUE_NAMES, model.beat, model.half_beat, strict=True)
    }
    calibration = {name: [round(value, 4) for value in row] for name, row in vars(model.calibration).items()}
    known = {"dances": [dance.name for dance in dances], "first_beat_seconds": FIRST_BEAT_SECONDS}
    return {
        **PROVENANCE, **known, "date": datetime.date.today().isoformat(), "weights": weights, "calibration": calibration
    }  # fmt: skip


def samples_of(dances: Sequence[Dance]) -> list[Sample]:
    """Cut `dances` into pieces of all lengths."""
    return [
        Sample(piece, seconds, movement_of(piece.keypoints))
        for dance in dances
        for seconds in LENGTHS
        for piece in windows(dance, seconds)
    ]


@cache
def made_samples() -> tuple[Sample, ...]:
    """Return dancers who bounce and step from 45 to 208 BPM, some with a weaker bounce between the beats.

    Those who bounce come once more without legs, as in a film from the waist up.
    """
    steps_bpm = [66, 90, 118, 140]
    bounces = [(45, 0.0), (60, 0.3), (75, 0.6), (92, 0.8), (104, 0.3), (126, 0.5), (150, 0.0), (180, 0.3), (208, 0.0)]
    made = [groover(float(tempo), 0.1, 10.0, off_beat=off, every_other=off) for tempo, off in bounces]
    made += [stepper(float(tempo), 0.1, 10.0) for tempo in steps_bpm]
    dances = [
        Dance(f"made_d{number}_", each, tempo, 0.1)
        for number, (tempo, each) in enumerate(zip([tempo for tempo, _ in bounces] + steps_bpm, made, strict=True))
    ]
    dances += [without_joints(dance, (13, 14, 15, 16)) for dance in dances[: len(bounces)]]
    return tuple(Sample(dance, 10.0, movement_of(dance.keypoints)) for dance in dances)


def fit(samples: Sequence[Sample], ridges: NDArray[np.float64] | None = None, made: float = MADE_SHARE) -> PhaseModel:
    """Return the weights that explain the beats of `samples`, and of the made dancers, best.

    ridges: [C], one per cue. made: say of the made dancers, 0..1.
    """
    ridge = np.tile(default_ridges() if ridges is None else ridges, 4)
    everyone = [*samples, *made_samples()]
    design = np.stack([sample.design for sample in everyone])
    target = np.stack([target_of(sample) for sample in everyone])
    shares = np.append((1 - made) * sample_weights(samples), made * sample_weights(made_samples()))
    weights = newton(design, target, shares, ridge)
    beat_re, beat_im, half_re, half_im = weights.reshape(4, -1)
    return PhaseModel(beat_re + 1j * beat_im, half_re + 1j * half_im, NONE)


def default_ridges() -> NDArray[np.float64]:
    """Return the ridge of every cue, [C]."""
    return np.array(
        [
            BODY_RIDGE if name in BODY_CUES else STEADY_RIDGE if name.endswith((" still", " braking")) else OTHER_RIDGE
            for name in CUE_NAMES
        ]
    )


def target_of(sample: Sample) -> NDArray[np.float64]:
    """Return how right each phase is, [PHASES], summing to 1."""
    period = 60.0 / sample.dance.tempo_bpm
    distance = (np.arange(PHASES) / PHASES - sample.dance.beat_seconds / period + 0.5) % 1.0 - 0.5
    right = np.exp(-0.5 * (distance * period / TARGET_SECONDS) ** 2)
    return np.asarray(right / right.sum(), np.float64)


def sample_weights(samples: Sequence[Sample]) -> NDArray[np.float64]:
    """Return the weights [N] that let every dance count once for each length of piece."""
    counts = Counter((sample.dance.name, sample.seconds) for sample in samples)
    weights = np.array([1.0 / counts[sample.dance.name, sample.seconds] for sample in samples])
    return np.asarray(DANCES_WORTH * weights / weights.sum(), np.float64)


def newton(
    design: NDArray[np.float64], target: NDArray[np.float64], weights: NDArray[np.float64], ridge: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Minimise the weighted cross entropy of softmax(design @ w) against target [N, K], plus ridge w^2 / 2, over w."""
    found = np.zeros(design.shape[2])
    for _ in range(30):
        score = design @ found
        share = np.exp(score - score.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        slope = np.tensordot(weights[:, None] * (share - target), design, 2) + ridge * found
        mean = np.matmul(share[:, None, :], design)[:, 0]
        spread = (design * np.sqrt(weights[:, None] * share)[..., None]).reshape(-1, len(found))
        bend = spread.T @ spread - (mean * weights[:, None]).T @ mean + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found


def models_without(
    samples: Sequence[Sample],
    ridges: NDArray[np.float64] | None = None,
    made: float = MADE_SHARE,
    group_of: Callable[[Sample], str] = lambda sample: sample.dancer,
) -> dict[str, PhaseModel]:
    """Return, for every dancer, or other group of samples, the model fitted without."""
    return {
        group: fit([sample for sample in samples if group_of(sample) != group], ridges, made)
        for group in sorted({group_of(sample) for sample in samples})
    }


@dataclass(frozen=True)
class Case:
    """What a model that did not know the dancer of `sample` finds in it: at the found tempo and at the true one; and
    whether that tempo, all beats at it, and all beats at the true one are right. timed: False where nothing can be."""

    sample: Sample
    found: Evidence
    placed: Evidence
    tempo_right: bool = False
    all_right: bool = False
    in_phase: bool = False
    timed: bool = True


def cases_of(samples: Sequence[Sample], left_out: dict[str, PhaseModel]) -> list[Case]:
    """Return what `left_out` finds in `samples`.

    Long dances cut into random shreds have no tempo that could be right; they stand for movement without music.
    """
    cases = [_case(sample, left_out[sample.dancer]) for sample in samples]
    for shred in (_shred(sample) for sample in samples if sample.seconds == max(LENGTHS)):
        found = shred.evidence(left_out[shred.dancer], shred.found_bpm)
        cases.append(Case(shred, found, found, timed=False))
    return cases


def _case(sample: Sample, model: PhaseModel) -> Case:
    found, known = sample.found_bpm, sample.dance.tempo_bpm
    right = (abs(found / known - 1) < 0.04, sample.all_right(model, found), sample.all_right(model, known))
    return Case(sample, sample.evidence(model, found), sample.evidence(model, known), *right)


def calibrate(cases: Sequence[Case]) -> Calibration:
    """Return what the confidences say of movement that keeps time, from models that did not know the dancer."""
    moving = [case for case in cases if moves_enough(case.sample.movement)]
    timed, shreds = [case for case in moving if case.timed], [case for case in moving if not case.timed]
    weights = sample_weights([case.sample for case in timed])
    without_music = np.full(len(shreds), DANCES_WORTH / 10 / max(1, len(shreds)))
    tempo = _logistic_fit(
        [tempo_features(case.found) for case in (*timed, *shreds)],
        [case.tempo_right for case in (*timed, *shreds)],
        np.append(weights, without_music),
    )
    phase = _logistic_fit(
        [log_odds(case.placed.certainty) for case in timed], [case.in_phase for case in timed], weights
    )
    rough = Calibration((tempo[0], tempo[1], tempo[2]), (phase[0], phase[1]), (0.0, 1.0))
    both = [rough.tempo_confidence(case.found) * rough.phase_confidence(case.found) for case in timed]
    beats = _logistic_fit([log_odds(each) for each in both], [case.all_right for case in timed], weights)
    return replace(rough, beats=(beats[0], beats[1]))


def _shred(sample: Sample) -> Sample:
    shred = shredded(sample.dance, seed=len(sample.movement.positions))
    return replace(sample, dance=replace(sample.dance, keypoints=shred), movement=movement_of(shred))


def _logistic_fit(
    features: Sequence[tuple[float, ...]], right: Sequence[bool], weights: NDArray[np.float64]
) -> list[float]:
    """Return logistic weights of `features`, the first of which is one and goes without a ridge."""
    rows = np.array(features)
    design = np.stack([rows, np.zeros_like(rows)], axis=1)
    target = np.stack([right, np.logical_not(right)], axis=1).astype(np.float64)
    ridge = np.append(1e-6, np.full(rows.shape[1] - 1, 0.1))
    return [float(value) for value in newton(design, target, weights, ridge)]


def pair(value: complex) -> list[float]:
    """Return the parts of `value`, to four digits."""
    return [round(float(value.real), 4), round(float(value.imag), 4)]


if __name__ == "__main__":
    main()
