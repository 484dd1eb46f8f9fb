"""Does Pocket play the genre that its pseudo-word names? Asked of ears that know nothing of Kinescore.

    python -m benchmarks.pocket_genres MODEL [-o FOLDER] [--pieces 30] [--tagger build/tagger/bin/python]

Pieces of 10.24 s to the rhythm words of dances of dancers left out, with the genre's word (ours, mlp) of the dance, of
another dance at random, and with none. Two networks trained on the Million Song Dataset (`music_tagger.py` says how to
set them up) give each piece 50 tags. What they call a piece is the AIST genre, one of ten, whose music by the built-in
engine is nearest to it in tags (log odds, in standard deviations within a genre). Beside Pocket: the built-in engine
with other seeds than those it is compared with, and its scores told in codes: more than these no Pocket can reach.
Chance: the genre that another piece was asked for.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.figures import keep, print_figures, share_named
from benchmarks.instrument_sound import tagged
from benchmarks.pocket_clips import FOLDER, Clip, codes_of, left_out, opened, piece, some_of, sound_of, written
from benchmarks.pocket_encoders import fitted
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.encoders.config import Projector
from kinescore.encoders.encoders import Encoders
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.genres import AIST_CODES, find_genre
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import arrangement_codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.styles import STYLES
from kinescore.progress import silent
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.sound.audio import Audio

SECONDS = 10.24
TAGGERS = ("MSD_musicnn", "MSD_vgg")
LEARNT_FROM, ASKED = range(100, 108), range(200, 203)
"""Seeds of the built-in engine's pieces: those that genres are known by, and others."""
Sounds = dict[str, list[tuple[Audio, str, str]]]
"""By row: sound, genre that was asked for, and song."""
GROUP = "Genre named by ears that know nothing of us"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table, and keep its figures for the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--pieces", type=int, default=30)
    parser.add_argument("--tagger", default="build/tagger/bin/python", help="Python that has musicnn")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    pocket, folder = opened(options.model, options.output)
    clips, lessons = left_out(SECONDS, 0)
    encoders = fitted("ours", Projector.MLP, pocket, lessons, folder)
    sounds = {**built_in(), **by_pocket(pocket, encoders, some_of(clips, options.pieces))}
    figures = [each for tagger in TAGGERS for each in genres_named(sounds, options.tagger, tagger)]
    print_figures(figures)
    keep(figures, folder, "genres")


def built_in() -> Sounds:
    """Return the built-in engine's pieces in every genre: those to know it by, others, and those in codes."""
    sounds: Sounds = {"known by": [], "the built-in engine, other seeds": [], "the same, told in codes": []}
    for code in AIST_CODES:
        for seed in (*LEARNT_FROM, *ASKED):
            rng = np.random.default_rng(seed)
            style = STYLES[find_genre(code).name]
            tempo = float(rng.uniform(80.0, 130.0))
            beats = even_beats(float(rng.uniform(0.0, 60.0 / tempo)), tempo, SECONDS)
            grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0)
            dance = DanceAnalysis(SECONDS, 30.0, np.full(round(SECONDS * 30.0), 0.6, np.float32), grid, ())
            arrangement = arrange(dance, SECONDS, style, parse_prompt(""), seed)
            row = "known by" if seed in LEARNT_FROM else "the built-in engine, other seeds"
            sounds[row].append((render(arrangement.score, -14.0, seed, silent, with_stems=False)[0], code, code))
            if seed in ASKED:
                told = score_of(arrangement_codes(arrangement), SECONDS, beats, tempo, seed)
                mix = render(told, -14.0, seed, silent, with_stems=False)[0]
                sounds["the same, told in codes"].append((mix, code, code))
    return sounds


def by_pocket(pocket: Pocket, encoders: Encoders, clips: Sequence[Clip]) -> Sounds:
    """Return Pocket's pieces to each clip's rhythm, with the three kinds of genre words."""
    rng = np.random.default_rng(13)
    others = [str(rng.choice([code for code in AIST_CODES if code != clip.code])) for clip in clips]
    asked = {
        "Pocket, word of the dance": [clip.code for clip in clips],
        "Pocket, word of another": others,
        "Pocket, no word for the genre": others,
    }
    sounds: Sounds = {}
    for row, codes in asked.items():
        words = [written(pocket, encoders, clip, SECONDS, code) for clip, code in zip(clips, codes, strict=True)]
        if row == "Pocket, no word for the genre":
            words = [PseudoWords(each.rhythm, each.genre[:, :0]) for each in words]
        made = codes_of(pocket, [piece(pocket, each, seed, SECONDS) for seed, each in enumerate(words)])
        mixes = [sound_of(each, clip, SECONDS) for each, clip in zip(made, clips, strict=True)]
        sounds[row] = [(*pair, clip.dance.name) for *pair, clip in zip(mixes, codes, clips, strict=True)]
    return sounds


def genres_named(
    sounds: Mapping[str, Sequence[tuple[Audio, str, str]]], python: str, tagger: str
) -> list[MetricResult]:
    """Return how often the genre that a tagger names is the one that was asked for, and how often that of the dance."""
    with tempfile.TemporaryDirectory() as made:
        for row, pieces in enumerate(sounds.values()):
            for number, (audio, *_) in enumerate(pieces):
                audio.save(Path(made) / f"{row}-{number}.wav")
        tags = tagged(Path(made), python, tagger)
    odds = {
        name: np.array([_log_odds(tags[f"{row}-{number}.wav"]) for number in range(len(sounds[name]))])
        for row, name in enumerate(sounds)
    }
    known = [code for _, code, _ in sounds["known by"]]
    figures = []
    for name, pieces in sounds.items():
        if name == "known by":
            continue
        named = nearest_genres(odds["known by"], known, odds[name])
        asked, songs = [code for _, code, _ in pieces], [song for *_, song in pieces]
        figures.append(share_named((GROUP, tagger, name), named, asked, songs))
    return figures


def _log_odds(tags: Mapping[str, float]) -> list[float]:
    likely = np.clip(list(tags.values()), 1e-3, 1.0 - 1e-3)
    return list(np.log(likely / (1.0 - likely)))


def nearest_genres(known: NDArray[np.float64], genres: Sequence[str], asked: NDArray[np.float64]) -> list[str]:
    """Return for each row of `asked` [M, K] the genre whose mean row of `known` [N, K] is nearest."""
    names = list(dict.fromkeys(genres))
    means = np.array([known[[genre == name for genre in genres]].mean(axis=0) for name in names])
    within = np.sqrt(np.mean((known - means[[names.index(genre) for genre in genres]]) ** 2, axis=0))
    distances = (((asked[:, None] - means) / within) ** 2).sum(axis=-1)
    return [names[place] for place in distances.argmin(axis=1)]


if __name__ == "__main__":
    main()
