"""The honest test that the paper lacks: does Pocket with its encoders play on the beat of dances of dancers left out?

    python -m benchmarks.pocket_report MODEL [-o FOLDER] [--projectors mlp attention temporal] [--updates N]
        [--played N] [--guidance 1 1.5 3] [--seconds 5.12] [--encoders NAME=FILE ...]

First without the decoder: the clock that is nearest to the encoders' words of a clip's first window, and F of its beats
within 0.1 s of the music's (one to one), for the words of a clip's own movement, of another movement of the same tempo,
and of another. Then played (--played clips), for the same words and for none; beside them the model's own word for the
true beats and for those found: F of the beats that each ear hears (`benchmarks.ears`), F in bins of 0.2 s and distance
in tempo by librosa, the style that the codes name, and equation 3's loss of the built-in engine's music for the clip.
Chance: of beats, the same tempo at any phase; of tempo and style, those of another clip. Of the loss there is none:
the row without words stands for it.
Each kind of words has a row for each guidance; Pocket's own is 1.5. --updates: of cross-entropy, for the recipes that
have it; 0 leaves them out. --encoders: others, such as those that `benchmarks.pocket_grid --updates 0` trained as long
as the paper says. Fitted encoders are kept in FOLDER, by the weights of the model.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import librosa
import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.ears import PHASES, Ear, ears, f_at_phases, heard
from benchmarks.figures import figure, keep, pair_figure, phase_figure, print_figures, share_named
from benchmarks.pocket_clips import (
    FOLDER,
    WHOSE,
    Clip,
    codes_of,
    left_out,
    opened,
    own_words,
    piece,
    some_of,
    sound_of,
    style_named,
    written,
)
from benchmarks.pocket_encoders import RECIPES, fitted
from benchmarks.pocket_loss import losses, targets_of
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.dance.beat_grid import even_beats
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import Projector
from kinescore.encoders.encoders import Encoders
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.genres import find_genre
from kinescore.groovebox.codes.layout import Codes
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.sound.audio import Audio

BIN_SECONDS = 0.2
TEMPI, BEAT_PHASES = np.geomspace(55.0, 200.0, 160), np.arange(48) / 48
Words = Callable[[Clip], PseudoWords | None]


@dataclass(frozen=True)
class Heard:
    """What was heard of one clip. near: by ear [PHASES], see `f_at_phases`. bins: [PHASES]. tempo_bpm: librosa's."""

    near: Mapping[str, NDArray[np.float64]]
    bins: NDArray[np.float64]
    tempo_bpm: float
    style: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, and keep their figures for the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--projectors", nargs="+", default=[each.value for each in Projector])
    parser.add_argument("--updates", type=int, default=0)
    parser.add_argument("--played", type=int, default=0)
    parser.add_argument("--guidance", nargs="+", type=float, default=[1.0, 1.5, 3.0])
    parser.add_argument("--seconds", type=float, default=5.12)
    parser.add_argument("--encoders", nargs="+", default=[], metavar="NAME=FILE")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    pocket, folder = opened(options.model, options.output)
    clips, lessons = left_out(options.seconds, options.updates)
    recipes = [recipe for recipe in RECIPES if options.updates or recipe.startswith("ours")]
    pairs = {
        f"{recipe}, {name}": fitted(recipe, Projector(name), pocket, lessons, folder)
        for name in options.projectors
        for recipe in recipes
    }
    for name, _, file in (each.partition("=") for each in options.encoders):
        pairs[name] = load_encoders(Path(file), pocket.text_space)
    figures = said(pocket, pairs, clips, options.seconds)
    print_figures(figures)
    if some := some_of(clips, options.played):
        more = played(pocket, pairs, some, clips, options.seconds, options.guidance)
        print_figures(more, wide=46)
        figures += more
    keep(figures, folder, f"report-{options.seconds:g}s")


def said(pocket: Pocket, pairs: Mapping[str, Encoders], clips: Sequence[Clip], seconds: float) -> list[MetricResult]:
    """Return F of the clocks that words say, by the first window of each clip, and of the beats that are found."""
    group = f"Beats said by the words of, {len(clips)} clips of {seconds:g} s"
    songs = [clip.dance.name for clip in clips]
    found = [_phases(clip, clip.found_beats, seconds) for clip in clips]
    figures = [phase_figure((group, WHOSE[0], "beats found by `analyse`"), np.array(found), songs)]
    table = pocket.clock_words(torch.cartesian_prod(torch.tensor(TEMPI), torch.tensor(BEAT_PHASES)).float())
    for name, encoders in pairs.items():
        words = [written(pocket, encoders, clip, seconds).rhythm[0].mean(dim=0) for clip in clips]
        clocks = torch.cdist(torch.stack(words), table).argmin(dim=1).tolist()
        for number, whose in enumerate(WHOSE):
            rows = [_phases(clip, _beats_said(clocks[clip.others[number]], seconds), seconds) for clip in clips]
            figures.append(phase_figure((group, whose, name), np.array(rows), songs))
    return figures


def _phases(clip: Clip, beats: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    return f_at_phases(beats, clip.dance.beat_seconds, clip.dance.tempo_bpm, seconds)


def _beats_said(clock: int, seconds: float) -> NDArray[np.float64]:
    tempo, phase = float(TEMPI[clock // len(BEAT_PHASES)]), float(BEAT_PHASES[clock % len(BEAT_PHASES)])
    return even_beats(2.56 - phase * 60.0 / tempo, tempo, seconds)


def kinds_of_words(
    pocket: Pocket, pairs: Mapping[str, Encoders], clips: Sequence[Clip], seconds: float
) -> dict[str, Words]:
    """Return what is played: the words of a clip, by the name of their row. clips: in which `Clip.others` are."""
    kinds: dict[str, Words] = {
        "the model, true beats": lambda clip: own_words(pocket, clip.dance.beats, seconds),
        "the model, found beats": lambda clip: own_words(pocket, clip.found_beats, seconds),
    }
    for name, encoders in pairs.items():
        for number, whose in enumerate(WHOSE):
            kinds[f"{name}: {whose}"] = lambda clip, encoders=encoders, number=number: written(
                pocket, encoders, clips[clip.others[number]], seconds
            )
    return {**kinds, "none": lambda clip: None}


def played(
    pocket: Pocket,
    pairs: Mapping[str, Encoders],
    some: Sequence[Clip],
    clips: Sequence[Clip],
    seconds: float,
    guidances: Sequence[float],
) -> list[MetricResult]:
    """Return the figures of `some` of the clips as they are played, for each kind of words and each guidance."""
    group = f"Played to the words of, {len(some)} clips of {seconds:g} s"
    listening, targets, figures = ears(), targets_of(some), []
    for name, words in kinds_of_words(pocket, pairs, clips, seconds).items():
        pieces = [piece(pocket, words(clip), number, seconds) for number, clip in enumerate(some)]
        songs = [clip.dance.name for clip in some]
        for guidance in guidances:
            system = f"{name}, guidance {guidance:g}"
            made = codes_of(pocket, pieces, guidance)
            of_clips = [_heard(codes, clip, seconds, listening) for codes, clip in zip(made, some, strict=True)]
            figures += figures_of(group, system, of_clips, some)
            loss = losses(pocket, pieces, targets, guidance)
            figures.append(figure((group, "loss", system), loss, songs, better="lower"))
    return figures


def _heard(codes: Codes, clip: Clip, seconds: float, listening: Mapping[str, Ear]) -> Heard:
    mix = sound_of(codes, clip, seconds)
    by_ear = heard(listening, mix, clip.dance.tempo_bpm)
    near = {name: _phases(clip, beats, seconds) for name, beats in by_ear.items()}
    return Heard(near, _bins_at_phases(clip, by_ear["librosa"], seconds), _tempo(mix), style_named(codes))


def _tempo(mix: Audio) -> float:
    return float(np.ravel(librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate)[0])[0])


def _bins_at_phases(clip: Clip, heard: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """[PHASES]: F of the bins of BIN_SECONDS that have a beat, against the music's beat at each phase."""
    period = 60.0 / clip.dance.tempo_bpm
    firsts = [(clip.dance.beat_seconds + period * phase / PHASES) % period for phase in range(PHASES)]
    return np.array([_in_bins(np.arange(first, seconds, period), heard) for first in firsts])


def _in_bins(beats: NDArray[np.float64], heard: NDArray[np.float64]) -> float:
    one, other = ({int(beat / BIN_SECONDS) for beat in each} for each in (beats, heard))
    return 2.0 * len(one & other) / max(1, len(one) + len(other))


def figures_of(group: str, name: str, of_clips: Sequence[Heard], clips: Sequence[Clip]) -> list[MetricResult]:
    """Return the figures of one row, each with its chance."""
    songs = [clip.dance.name for clip in clips]
    figures = [
        phase_figure((group, f"F, {ear}", name), np.array([each.near[ear] for each in of_clips]), songs)
        for ear in of_clips[0].near
    ]
    figures.append(phase_figure((group, "F, 0.2 s bins", name), np.array([each.bins for each in of_clips]), songs))
    tempi, true = np.array([each.tempo_bpm for each in of_clips]), np.array([clip.dance.tempo_bpm for clip in clips])
    off = np.abs(tempi[:, None] - true[None])
    figures.append(pair_figure((group, "tempo off", name), off, songs, "lower", "BPM"))
    asked = [find_genre(clip.code).name for clip in clips]
    figures.append(share_named((group, "style in codes", name), [each.style for each in of_clips], asked, songs))
    return figures


if __name__ == "__main__":
    main()
