"""Four AIST++ dances that no fit and no choice ever saw: how often their beats are placed rightly.

    python -m benchmarks.gendance CHECKOUT DANCES

CHECKOUT is the public repository WilliammmZ/GenDance (commit 4d32a80), whose folder data/AIST_small holds nine dances
as standardised 2D joints, [T, 34]; one of them, of the set `aist` as well, tells the scale of every coordinate. DANCES
is a folder with aist, aist_more, aist_sticks, avatars to fit to, without the dancer of the piece. Pieces of 20, 10 and
5 s, mean over the dances; music from 0.08 s.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import FIRST_BEAT_SECONDS, SETS, Dance, load_dances, tempo_of_name
from benchmarks.fit_beat_phase import LENGTHS, Sample, fit, samples_of
from kinescore.dance.phase_model import PhaseModel
from kinescore.motion.keypoints import Keypoints


def main(arguments: list[str]) -> int:
    """Print a table with and without avatars in the fit."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    checkout, folder = map(Path, arguments)
    known = load_dances(folder / "aist")
    judged = samples_of(unseen_dances(checkout, known))
    fitted = samples_of([dance for name in SETS for dance in load_known(folder / name)])
    filmed = [sample for sample in fitted if not sample.dance.name.startswith("avatar")]
    print("| fitted on | tempo within 4 % | phase, tempo given | all beats |\n|---|---|---|---|")
    for name, group in (("filmed and drawn dances", filmed), ("those and avatars", fitted)):
        _print_row(name, judged, group)
    return 0


def unseen_dances(checkout: Path, known: Sequence[Dance]) -> list[Dance]:
    """Return the dances in `checkout` that are not among `known`, in its pixels."""
    stored = {
        path.stem: np.load(path, allow_pickle=False)
        for path in sorted(checkout.glob("data/AIST_small/*/nor_k_feat/*.npy"))
    }
    reference = next(dance for dance in known if dance.name in stored)
    scale = _scale(stored[reference.name], reference.keypoints.positions.reshape(len(reference.keypoints), -1))
    names = {dance.name for dance in known}
    dances = []
    for name in sorted(set(stored) - names):
        positions = (stored[name] * scale[0] + scale[1]).reshape(len(stored[name]), -1, 2).astype(np.float32)
        seen = np.ones(positions.shape[:2], np.float32)
        keypoints = Keypoints(positions, seen, reference.keypoints.fps, reference.keypoints.size)
        dances.append(Dance(name, keypoints, float(tempo_of_name(name)), FIRST_BEAT_SECONDS))
    return dances


def _scale(standardised: NDArray[np.float64], pixels: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return factor and offset, [2, 34], that make `pixels` of `standardised`, both [T, 34]."""
    pairs = zip(standardised.T, pixels.T.astype(np.float64), strict=True)
    return np.stack([np.polyfit(one, other, 1) for one, other in pairs], axis=1)


def _print_row(name: str, judged: Sequence[Sample], fitted: Sequence[Sample]) -> None:
    dancers = {sample.dancer for sample in judged}
    models = {dancer: fit([sample for sample in fitted if sample.dancer != dancer]) for dancer in dancers}

    def model_of(sample: Sample) -> PhaseModel:
        return models[sample.dancer]

    cells = [
        _cell(judged, lambda sample: abs(sample.found_bpm / sample.dance.tempo_bpm - 1) < 0.04),
        _cell(judged, lambda sample: sample.all_right(model_of(sample), sample.dance.tempo_bpm)),
        _cell(judged, lambda sample: sample.all_right(model_of(sample), sample.found_bpm)),
    ]
    print(f"| {name} |", " | ".join(cells), "|", flush=True)


def _cell(judged: Sequence[Sample], right: Callable[[Sample], bool]) -> str:
    shares = []
    for seconds in LENGTHS:
        by_dance: dict[str, list[bool]] = {}
        for sample in (sample for sample in judged if sample.seconds == seconds):
            by_dance.setdefault(sample.dance.name, []).append(right(sample))
        shares.append(float(np.mean([np.mean(values) for values in by_dance.values()])))
    return " / ".join(f"{100 * share:.0f}" for share in shares)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
