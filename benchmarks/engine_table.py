"""What brings a learned engine's music onto the movement: words alone, the best of several takes, a guide, the lock.

    python -m benchmarks.engine_table ../shared/data/aist ../shared/data/aist_more
    python -m benchmarks.engine_table ../shared/data/aist --model musicgen=facebook/musicgen-small --device cuda

Without --model there are no weights, and a stand-in plays (see `benchmarks.stand_ins`): music whose tempo is up to 8 %
off and that begins at any moment. A guide to it is what a guide can be at most: the built-in engine's music as the
picture that Riffusion reads, and back, with nothing drawn anew. With --model, the model named plays for its engine; its
guide is half of the built-in engine's music.

Scored against the beats that the engine was asked for, by a tracker that had no part in the lock: F1 of 0.2-s bins
(LORIS: of the mean ratios), F of beats one to one within 0.1 s (mir_eval), and how far the tempo is off, in BPM.
Chance: the same music on other dances. Corrected: (score - chance) / (1 - chance).
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import mir_eval
import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.stand_ins import OtherTracker, stand_in
from kinescore.backbones.riffusion.griffin_lim import sound_of
from kinescore.backbones.riffusion.spectrogram import RATE, linear_magnitudes, mel_of, mel_spectrogram, picture_of
from kinescore.beat_lock.lock import locked_to, seconds_to_play
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import analysis_of, compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.sketch import guide_for
from kinescore.fit.sync import measured_sync, sync_of
from kinescore.motion.read import read_motion
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio

BIN_SECONDS, ONE_TO_ONE_SECONDS = 0.2, 0.1
TAKES = 4
FARTHEST_TEMPO = 0.08
GUIDE = 0.5
Play = Callable[[SoundtrackRequest, DanceAnalysis, int, bool, bool], Audio]
"""play(request, analysis, seed, guided, locked) -> its music."""


def main() -> None:
    """Print a table for each engine."""
    options = _options()
    files = [file for folder in options.folders for file in sorted(folder.glob("*.npz"))][: options.most]
    requests = [SoundtrackRequest(read_motion(file), seconds=options.seconds) for file in files]
    asked = [(request, analysis_of(request)) for request in requests]
    tracker = OtherTracker()
    print(f"{len(files)} dances, {options.seconds:g} s each; beats heard by {tracker.name}\n")
    players: dict[str, Play] = {"stand-in": _stand_in}
    if options.model:
        players = {engine: _player(engine, model, options.device) for engine, model in options.model}
    for name, play in players.items():
        _table(name, play, "as its picture" if play is _stand_in else f"{GUIDE:g} of it", asked, tracker)


def _table(
    name: str,
    play: Play,
    guide: str,
    asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]],
    tracker: OtherTracker,
) -> None:
    print(f"| {name} | F1, 0.2 s | chance | corrected | one to one | chance | corrected | tempo off, BPM |")
    print("|---|---|---|---|---|---|---|---|")
    ways = {"words only": (1, False, False), f"+ ranking, best of {TAKES}": (TAKES, False, False)}
    ways |= {f"+ guide, {guide}": (1, True, False), "+ guide + lock": (1, True, True)}
    ways |= {"+ lock": (1, False, True), "+ lock + ranking": (TAKES, False, True)}
    for way, (takes, guided, locked) in ways.items():
        heard = []
        for request, analysis in asked:
            music = [play(request, analysis, seed, guided, locked) for seed in range(takes)]
            best = max(music, key=lambda one, of=analysis: sync_of(measured_sync(one, of.hits, of.grid.beats)) or 0.0)
            heard.append(tracker(best))
        print(f"| {way} | {_row(heard, [_grid(*each) for each in asked])} |", flush=True)


def _grid(request: SoundtrackRequest, analysis: DanceAnalysis) -> NDArray[np.float64]:
    return analysis.grid.beats[analysis.grid.beats < request.music_seconds]


def _row(heard: Sequence[NDArray[np.float64]], grids: Sequence[NDArray[np.float64]]) -> str:
    count = len(grids)
    others = [[grids[(index + shift) % count] for index in range(count)] for shift in range(1, count)]
    cells = []
    for score in (_f1, _one_to_one):
        own = score(heard, grids)
        chance = float(np.mean([score(heard, shifted) for shifted in others])) if others else float("nan")
        cells += [f"{own:.2f}", f"{chance:.2f}", f"{(own - chance) / (1 - chance):.2f}"]
    tempi = [abs(_tempo(beats) - _tempo(grid)) for beats, grid in zip(heard, grids, strict=True)]
    return " | ".join([*cells, f"{np.nanmean(tempi):.1f}"])


def _f1(heard: Sequence[NDArray[np.float64]], grids: Sequence[NDArray[np.float64]]) -> float:
    """The harmonic mean of the mean of BCS and the mean of BHS."""
    ratios = []
    for beats, grid in zip(heard, grids, strict=True):
        ours, theirs = (set(np.floor(times / BIN_SECONDS).astype(int)) for times in (beats, grid))
        aligned = len(ours & theirs)
        ratios.append((aligned / max(1, len(ours)), aligned / max(1, len(theirs))))
    cover, hit = np.mean(ratios, axis=0)
    return float(2 * cover * hit / (cover + hit)) if cover + hit else 0.0


def _one_to_one(heard: Sequence[NDArray[np.float64]], grids: Sequence[NDArray[np.float64]]) -> float:
    pairs = zip(heard, grids, strict=True)
    return float(np.mean([mir_eval.beat.f_measure(grid, beats, ONE_TO_ONE_SECONDS) for beats, grid in pairs]))


def _tempo(beats: NDArray[np.float64]) -> float:
    return float(60.0 / np.median(np.diff(beats))) if len(beats) > 1 else float("nan")


def _stand_in(request: SoundtrackRequest, analysis: DanceAnalysis, seed: int, guided: bool, locked: bool) -> Audio:
    drawn = zlib.crc32(f"{seed} {analysis.grid.tempo_bpm} {request.keypoints.positions.sum()}".encode())
    rng = np.random.default_rng(drawn)
    ratio, skipped = 1.0 + rng.uniform(-FARTHEST_TEMPO, FARTHEST_TEMPO), rng.uniform(0.0, 1.0)
    seconds = seconds_to_play(analysis, request.music_seconds)
    if guided:
        played = _as_picture(replace(request, seed=seed), analysis, seconds)
    else:
        played, _ = stand_in(replace(request, seed=seed), analysis, ratio, skipped, seconds)
    if locked:
        return locked_to(played, analysis, request.music_seconds).audio
    return Audio(played.part(0, round(request.music_seconds * played.rate)), played.rate)


def _as_picture(request: SoundtrackRequest, analysis: DanceAnalysis, seconds: float) -> Audio:
    """The guide for a request, through Riffusion's spectrogram and Griffin-Lim."""
    guide = guide_for(replace(request, guide=1.0), analysis, seconds, silent)
    assert guide is not None, "all of it is wanted"
    samples = torch.from_numpy(guide.audio.part(0, round(seconds * guide.audio.rate)).mean(axis=0))
    picture = picture_of(mel_spectrogram(samples))
    return Audio(sound_of(linear_magnitudes(mel_of(picture)), len(samples), request.seed).numpy()[None], RATE)


def _player(engine: str, model: str, device: str) -> Play:
    engines = engines_with([ModelChoice(engine, model, device=device)])

    def play(request: SoundtrackRequest, analysis: DanceAnalysis, seed: int, guided: bool, locked: bool) -> Audio:
        share = GUIDE if guided else 0.0
        return compose(replace(request, engine=engine, seed=seed, guide=share, beat_lock=locked), engines=engines).audio

    return play


def _engine_and_model(text: str) -> tuple[str, str]:
    engine, _, model = text.partition("=")
    return engine, model


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", help="folders of .npz keypoints")
    parser.add_argument("--seconds", type=float, default=20.0, help="of each dance")
    parser.add_argument("--most", type=int, default=20, help="dances")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--model", action="append", type=_engine_and_model, metavar="ENGINE=MODEL", help="real ones")
    return parser.parse_args()


if __name__ == "__main__":
    main()
