"""Where `--music` puts the beats of a song whose beats are known, beside those of librosa's tracker as it gives them.

    python -m benchmarks.known_music

Songs of 24 s of the built-in engine. ms: median distance from a beat found to the nearest one that the music was played
to. within: share of the beats found that are at most 70 ms from one. from, to: tempi from one beat to the next.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.cli.timing_options import beats_of_music
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observers.music_beats import observe_beats
from kinescore.groovebox.engine import play
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.sound_files import read_audio
from tests.groovebox.made_dances import FPS, made_dance

SONGS = {
    "house": 121.3, "pop": 97.7, "hip-hop": 88.8, "rock": 139.2, "latin": 104.4, "jazz": 151.1, "orchestral": 83.3,
    "street jazz": 103.7,
}  # fmt: skip
SECONDS, LIVELY, NEAR_SECONDS = 24.0, 0.65, 0.07


def main() -> int:
    """Print a row for each song."""
    print(f"{'song':12} {'BPM':>6}   {'tracker: BPM, from, to, ms, within':36} --music")
    with tempfile.TemporaryDirectory() as folder:
        for style, tempo_bpm in SONGS.items():
            path = Path(folder) / f"{style}.wav"
            beats = _write_song(path, style, tempo_bpm)
            heard = observe_beats(read_audio(path)).beats[Detector.TRACKER]
            cells = [_cell(found, beats) for found in (heard, np.array(beats_of_music(path)))]
            print(f"{style:12} {tempo_bpm:6.1f}   {cells[0]:36} {cells[1]}", flush=True)
    return 0


def _write_song(path: Path, style: str, tempo_bpm: float) -> NDArray[np.float64]:
    """Play a song to `path`; return its beats, [N] s."""
    dance = made_dance(seconds=SECONDS, tempo_bpm=tempo_bpm)
    dance = replace(dance, energy=np.full_like(dance.energy, LIVELY))
    frames = round(SECONDS * FPS)
    still = Keypoints(np.full((frames, 17, 2), 100.0), np.ones((frames, 17)), FPS, (640, 480))
    play(SoundtrackRequest(still, genre=style), dance, silent).audio.save(path)
    return dance.grid.beats


def _cell(found: NDArray[np.float64], beats: NDArray[np.float64]) -> str:
    off = np.abs(found[:, None] - beats).min(axis=1)
    between = np.diff(found)
    return (
        f"{60 / np.median(between):6.2f} {60 / between.max():5.0f} {60 / between.min():5.0f}"
        f" {1000 * np.median(off):5.0f} {np.mean(off <= NEAR_SECONDS):7.2f}"
    )


if __name__ == "__main__":
    sys.exit(main())
