"""Score the movements of a folder, and measure the music against chance.

    python examples/evaluate_a_folder.py DANCES RESULTS

For researchers. Each movement is scored twice, by the built-in engine and by clicks at 120 BPM that know nothing of it;
then the beats heard in both are compared with the movement. Needs pip install "kinescore[evaluate]".
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import kinescore as ks
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.evaluate import evaluate
from kinescore.evaluation.observers.observe import observe_clips
from kinescore.evaluation.observers.registry import BEATS

RATE = 44_100


def click_track(seconds: float, tempo_bpm: float = 120.0) -> ks.Audio:
    """Return clicks [1, N] on every beat of a tempo, whatever moves."""
    time = np.arange(round(seconds * RATE)) / RATE
    since_beat = time % (60.0 / tempo_bpm)
    clicks = 0.5 * np.sin(2 * np.pi * 1000.0 * time) * np.exp(-since_beat / 0.02)
    return ks.Audio(clicks[None].astype(np.float32), RATE)


def main(dances: str, results: str) -> None:
    """Write the music and everything that is measured below `results`, and print one metric with its chance levels."""
    folder = Path(results)
    systems = {name: folder / name for name in ("groovebox", "clicks")}
    for path in systems.values():
        path.mkdir(parents=True, exist_ok=True)
    for file in sorted(Path(dances).iterdir()):
        motion = ks.read_motion(file)
        ks.compose(ks.SoundtrackRequest(motion)).save(systems["groovebox"] / f"{file.stem}.wav")
        click_track(motion.seconds).save(systems["clicks"] / f"{file.stem}.wav")

    clips = find_clips(systems, reference=None, motion=Path(dances))
    observed = observe_clips(clips, [BEATS], folder)  # kept: another run analyses only what is new
    for failure in observed.failures:
        print(failure)
    evaluation = evaluate(clips, observed.observers, folder, draws=50, seed=0)

    print(f"{evaluation.clips} clips; all results are in {folder / 'evaluation.json'}")
    for result in evaluation.results:
        if result.metric == "BAS over music beats":
            print(f"{result.system}, {result.metric} ({result.group}): {result.value:.2f}")
            for chance in result.chance:
                print(f"    {chance.kind}: {chance.value:.2f} ({chance.low:.2f} to {chance.high:.2f})")


if __name__ == "__main__":
    main(*sys.argv[1:])
