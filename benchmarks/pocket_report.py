"""The honest test that the paper lacks: does Pocket with its encoders play on the beat of dances of dancers left out?

    python -m benchmarks.pocket_report MODEL [-o FOLDER] [--projectors mlp attention temporal] [--updates N]
        [--played N] [--guidance 1 3] [--seconds 5.12]

First without the decoder: the clock that is nearest to the encoders' words of a clip's first window, and F of its beats
within 0.1 s of the music's (one to one), for the words of a clip's own movement, of another movement of the same tempo,
and of another. Then played (--played clips): F within 0.1 s and in bins of 0.2 s of librosa's beats, difference in
tempo, and the style that the codes name, for the same words and for none; beside them the model's own word for the true
beats and for those found.
--updates: of cross-entropy, for the recipes that have it; 0 leaves them out. Fitted encoders are kept in FOLDER.

Dances are AIST++'s, of ../shared/data: those read from stick drawings are learnt from, the nine others are tested, and
no dancer is on both sides. Beats found by `analyse` may be tuned on those nine.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import librosa
import numpy as np
import torch
from mir_eval.beat import f_measure
from torch import Tensor

from benchmarks.dances import DATA, Dance, cut, dancer_of_name, genre_of_name, load_dances
from benchmarks.pocket_encoders import RECIPES, Lessons, fitted
from kinescore.backbones.base import Piece
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.dance.analysis import analyse
from kinescore.dance.beat_grid import even_beats
from kinescore.encoders.config import Projector
from kinescore.encoders.encoders import Encoders, genre_one_hot, rhythm_for
from kinescore.genres import find_genre
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import LEVELS, STYLE_NAMES
from kinescore.groovebox.codes.layout import Codebook
from kinescore.groovebox.render import render
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.progress import silent
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.pseudo_words.splice import PseudoWords

NEAR_SECONDS, BIN_SECONDS = 0.1, 0.2
TEMPI, PHASES = np.geomspace(55.0, 200.0, 160), np.arange(48) / 48
TOGETHER = 16
WHOSE = ("own", "same tempo", "another")
Written = tuple[Tensor, Tensor | None]


@dataclass(frozen=True)
class Clip:
    """A stretch of a dance with its beats inside, [N] s. others: places of clips whose words are heard in its place."""

    dance: Dance
    code: str
    others: tuple[int, int, int]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/pocket"))
    parser.add_argument("--projectors", nargs="+", default=[each.value for each in Projector])
    parser.add_argument("--updates", type=int, default=0)
    parser.add_argument("--played", type=int, default=0)
    parser.add_argument("--guidance", nargs="+", type=float, default=[1.0, 3.0])
    parser.add_argument("--seconds", type=float, default=5.12)
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    pocket = load_pocket(ModelSource(options.model), Runtime("cpu"))
    tested = [dance for name in ("aist", "aist_more") for dance in load_dances(DATA / name)]
    dancers = {dancer_of_name(dance.name) for dance in tested}
    others = [dance for dance in load_dances(DATA / "aist_sticks") if dancer_of_name(dance.name) not in dancers]
    lessons = Lessons(others[2:], others[:2], options.updates)
    clips = clips_of(tested, options.seconds)
    recipes = [recipe for recipe in RECIPES if options.updates or recipe.startswith("ours")]
    pairs = {
        f"{recipe}, {name}": fitted(recipe, Projector(name), pocket, lessons, options.output)
        for name in options.projectors
        for recipe in recipes
    }
    print(f"{len(clips)} clips of {options.seconds:g} s of {len(tested)} dances of {len(dancers)} dancers left out")
    print_said(pocket, pairs, clips, options.seconds)
    for guidance in options.guidance if options.played else ():
        some = [clips[i] for i in np.linspace(0, len(clips) - 1, min(options.played, len(clips))).astype(int)]
        print_played(pocket, pairs, some, clips, options.seconds, guidance)


def clips_of(dances: Sequence[Dance], seconds: float) -> list[Clip]:
    """Return the stretches of `seconds` in the dances, half of it apart; the same every time."""
    rng = np.random.default_rng(5)
    pieces = [
        cut(dance, start, min(seconds, dance.keypoints.seconds - start))
        for dance in dances
        for start in np.arange(0.0, dance.keypoints.seconds - seconds + 0.1, seconds / 2)
    ]
    clips = []
    for place, piece in enumerate(pieces):
        same = [i for i, each in enumerate(pieces) if each.tempo_bpm == piece.tempo_bpm and i != place] or [place]
        other = [i for i, each in enumerate(pieces) if each.tempo_bpm != piece.tempo_bpm] or [place]
        clips.append(Clip(piece, genre_of_name(piece.name), (place, int(rng.choice(same)), int(rng.choice(other)))))
    return clips


def print_said(pocket: Pocket, pairs: dict[str, Encoders], clips: Sequence[Clip], seconds: float) -> None:
    """Print F of the clocks that words say, by the first window of each clip, and of the beats that are found."""
    found = [f_measure(clip.dance.beats, analyse(clip.dance.keypoints).grid.beats, NEAR_SECONDS) for clip in clips]
    print(f"\nbeats that `analyse` finds in the clip: F {np.mean(found):.3f}")
    print(f"{'clock said by the words of':28}" + "".join(f"{whose:>12}" for whose in WHOSE))
    table = pocket.clock_words(torch.cartesian_prod(torch.tensor(TEMPI), torch.tensor(PHASES)).float())
    for name, encoders in pairs.items():
        written = [_written(pocket, encoders, clip, seconds)[0][0].mean(dim=0) for clip in clips]
        clocks = torch.cdist(torch.stack(written), table).argmin(dim=1).tolist()
        rows = [[_said(clip, clocks[place], seconds) for place in clip.others] for clip in clips]
        print(f"{name:28}" + "".join(f"{mean:12.3f}" for mean in np.mean(rows, axis=0)), flush=True)


def _said(clip: Clip, clock: int, seconds: float) -> float:
    tempo, phase = float(TEMPI[clock // len(PHASES)]), float(PHASES[clock % len(PHASES)])
    return float(f_measure(clip.dance.beats, even_beats(2.56 - phase * 60.0 / tempo, tempo, seconds), NEAR_SECONDS))


def print_played(
    pocket: Pocket,
    pairs: dict[str, Encoders],
    some: Sequence[Clip],
    clips: Sequence[Clip],
    seconds: float,
    guidance: float,
) -> None:
    """Print for each kind of words: F one to one, F in bins, difference in tempo (BPM), share of right styles."""
    print(f"\nplayed, {len(some)} clips, guidance {guidance:g}")
    print(f"{'words of':40}{'F 0.1 s':>10}{'F 0.2 bins':>12}{'tempo diff':>12}{'style':>8}")
    kinds: dict[str, Callable[[Clip], Written]] = {
        "the model, true beats": lambda clip: _own_words(pocket, clip.dance.beats, seconds),
        "the model, found beats": lambda clip: _own_words(pocket, analyse(clip.dance.keypoints).grid.beats, seconds),
    }
    for name, encoders in pairs.items():
        for place, whose in enumerate(WHOSE):
            kinds[f"{name}: {whose}"] = lambda clip, encoders=encoders, place=place: _written(
                pocket, encoders, clips[clip.others[place]], seconds
            )
    for name, words in {**kinds, "none": None}.items():
        pieces = [_piece(pocket, words and words(clip), number, seconds) for number, clip in enumerate(some)]
        rows = [
            _heard(codes, clip, seconds) for codes, clip in zip(_codes(pocket, pieces, guidance), some, strict=True)
        ]
        near, bins, tempo, style = np.mean(rows, axis=0)
        print(f"{name:40}{near:10.3f}{bins:12.3f}{tempo:12.1f}{style:8.2f}", flush=True)


@torch.no_grad()
def _written(pocket: Pocket, encoders: Encoders, clip: Clip, seconds: float) -> Written:
    """Rhythm words [W, R, D] of all windows, and the genre's [W, 1, D]."""
    rhythm = rhythm_for(clip.dance.keypoints, encoders.config)
    genre = genre_one_hot(encoders.config, clip.code)
    words = [encoders.words_for(rhythm, genre, window.start_seconds, 5.12) for window in _windows(pocket, seconds)]
    return torch.cat([each.rhythm for each in words]), torch.cat([each.genre for each in words])


def _own_words(pocket: Pocket, beats: np.ndarray, seconds: float) -> Written:
    return torch.cat([pocket.clock_word(window, beats) for window in _windows(pocket, seconds)]), None


def _windows(pocket: Pocket, seconds: float) -> Sequence:
    return pocket.windows(seconds, pocket.default_sampling)


@torch.no_grad()
def _piece(pocket: Pocket, words: Written | None, seed: int, seconds: float) -> Piece:
    count = len(_windows(pocket, seconds))
    if words is None:
        return Piece(pocket.embed([pocket.tokenizer.encode("a music", 0, 0)] * count), seconds, seed)
    rhythm, genre = words
    text = TRAINING_PROMPT if genre is not None else TRAINING_PROMPT.replace("@ ", "")
    genre = rhythm[:, :0] if genre is None else genre
    tokens = [pocket.tokenizer.encode(text, rhythm.shape[1], genre.shape[1])] * count
    return Piece(pocket.embed(tokens, PseudoWords(rhythm, genre)), seconds, seed)


def _codes(pocket: Pocket, pieces: Sequence[Piece], guidance: float) -> list[np.ndarray]:
    sampling = type(pocket.default_sampling)(**{**vars(pocket.default_sampling), "guidance": guidance})
    made = [pocket.codes(pieces[start : start + TOGETHER], sampling) for start in range(0, len(pieces), TOGETHER)]
    return [codes.numpy().astype(np.int16) for some in made for codes in some]


def _heard(codes: np.ndarray, clip: Clip, seconds: float) -> tuple[float, float, float, float]:
    tempo, beats = clip.dance.tempo_bpm, clip.dance.beats
    mix = render(score_of(codes, seconds, beats, tempo, 1), -14.0, 1, silent, with_stems=False)[0]
    pulse, heard = librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate, units="time")
    named = np.bincount(np.maximum(codes[Codebook.SCENE] - 1, 0) // LEVELS).argmax()
    right = STYLE_NAMES[min(int(named), len(STYLE_NAMES) - 1)] == find_genre(clip.code).name
    return (
        float(f_measure(beats, heard, NEAR_SECONDS)),
        _in_bins(beats, heard),
        abs(float(np.ravel(pulse)[0]) - tempo),
        float(right),
    )


def _in_bins(beats: np.ndarray, heard: np.ndarray) -> float:
    """F of the bins of BIN_SECONDS that have a beat."""
    one, other = ({int(beat / BIN_SECONDS) for beat in each} for each in (beats, heard))
    return 2.0 * len(one & other) / max(1, len(one) + len(other))


if __name__ == "__main__":
    main()
