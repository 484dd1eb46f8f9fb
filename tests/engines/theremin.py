"""An engine of one's own, whole in this file: what plays, and its entry in a table of engines.

Run with a folder for jobs, this file serves it: theremin.py FOLDER prints the server's address.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.table import ENGINES, Engine, StandaloneEngine
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.serve.config import ServeConfig
from kinescore.serve.server import Server
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.take import Section, Take


def play(request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
    """A tone that beats at the movement's tempo."""
    report("waving", 0.0)
    seconds = np.arange(round(request.music_seconds * SAMPLE_RATE)) / SAMPLE_RATE
    tone = np.sin(2 * np.pi * 440.0 * seconds) * np.cos(np.pi * analysis.grid.tempo_bpm / 60 * seconds)
    audio = Audio(np.stack([tone, tone]).astype(np.float32) / 2, SAMPLE_RATE)
    grid = analysis.grid
    return Take(audio, grid.beats, grid.downbeats, grid.tempo_bpm, (Section("tone", 0.0, audio.seconds),))


def load() -> Engine:
    return play


WITH_THEREMIN = {
    **ENGINES,
    "theremin": StandaloneEngine(title="Theremin", licence="MIT; the music it plays is everybody's", load=load),
}


if __name__ == "__main__":
    config = ServeConfig(address="tcp://127.0.0.1:*", store_folder=Path(sys.argv[1]), engines=WITH_THEREMIN)
    Server(config).run(lambda address: print(address, flush=True))
