"""Score a motion file: its music, stems and MIDI, beside what the movement does.

    python examples/score_a_bvh.py dance.bvh

For animators and tool makers. Needs the light install only: pip install kinescore
"""

from __future__ import annotations

import sys
from pathlib import Path

import kinescore as ks


def main(file: str, prompt: str = "joyful house with piano") -> None:
    """Write NAME.wav, NAME.mid, NAME.json and NAME-stems/ into the current folder."""
    motion = ks.read_motion(file)  # .bvh, .npz, .pkl, .json; film needs kinescore[video]
    dance = ks.analyse(motion)
    grid = dance.grid
    print(f"{motion.seconds:.2f} s at {motion.fps:g} fps, {grid.tempo_bpm:.2f} BPM (sure: {grid.tempo_confidence:.0%})")
    print(f"{len(grid.beats)} beats (sure: {grid.beat_confidence:.0%})")
    print(f"the first bar begins at {grid.beats[grid.downbeats[0]]:.2f} s")
    for hit in sorted(dance.hits, key=lambda hit: -hit.weight)[:3]:
        print(f"a {hit.kind.value} at {hit.time_s:.2f} s, weight {hit.weight:.2f}")

    take = ks.compose(ks.SoundtrackRequest(motion, prompt=prompt, seed=7, stems=True))
    name = Path(file).stem
    take.save(f"{name}.wav", stems=f"{name}-stems", midi=f"{name}.mid")
    for note in take.notes:
        print("note:", note)
    print(f"{name}.wav: {take.audio.seconds:.2f} s, {', '.join(take.stems)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
