"""An engine in one file: a woodblock on every beat, a bell where the body lands or freezes.

    python examples/an_engine_of_your_own.py dance.bvh

For researchers and sound designers. An engine is anything that is called with a request and what the movement does, and
returns a take; `compose` plays it like the built-in ones. Needs the light install only: pip install kinescore
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

import kinescore as ks

RATE = 44_100
Progress = Callable[[str, float], None]


def play(request: ks.SoundtrackRequest, dance: ks.DanceAnalysis, report: Progress) -> ks.Take:
    """Return exactly `request.music_seconds` of clicks and bells; `report` shows progress and may stop the work."""
    samples = np.zeros(round(request.music_seconds * RATE))
    for number, beat in enumerate(dance.grid.beats):
        report("playing", number / len(dance.grid.beats))
        _strike(samples, beat, hz=1200.0 if number in dance.grid.downbeats else 800.0, decay_seconds=0.03, gain=0.4)
    for hit in dance.hits:
        _strike(samples, hit.time_s, hz=2093.0, decay_seconds=0.5, gain=0.4 * hit.weight)
    inside = dance.grid.beats < request.music_seconds
    return ks.Take(
        audio=ks.Audio(np.clip(samples, -1, 1)[None].astype(np.float32), RATE),
        beats=dance.grid.beats[inside],
        downbeats=dance.grid.downbeats[dance.grid.downbeats < inside.sum()],
        tempo_bpm=dance.grid.tempo_bpm,
        sections=(),
        provenance={"engine": "woodblock", "seed": request.seed, "licence": "yours"},
    )


def _strike(samples: np.ndarray, seconds: float, hz: float, decay_seconds: float, gain: float) -> None:
    """Add a sine that dies away to `samples` [N] at `seconds`, as far as it fits."""
    first = round(seconds * RATE)
    age = np.arange(min(len(samples) - first, round(6 * decay_seconds * RATE))) / RATE
    samples[first : first + len(age)] += gain * np.sin(2 * np.pi * hz * age) * np.exp(-age / decay_seconds)


def main(file: str) -> None:
    """Write NAME-woodblock.wav into the current folder."""
    request = ks.SoundtrackRequest(ks.read_motion(file), engine="woodblock")
    take = ks.compose(request, engines={"woodblock": lambda: play})
    take.save(f"{Path(file).stem}-woodblock.wav")
    print(f"{len(take.beats)} beats at {take.tempo_bpm:.2f} BPM")


if __name__ == "__main__":
    main(*sys.argv[1:])
