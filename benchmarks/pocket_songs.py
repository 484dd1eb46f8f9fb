"""Has Pocket learnt from music that others wrote, or does it only echo the built-in engine?

    python -m benchmarks.pocket_songs SONGS MODEL [MODEL ...] [--pieces 48]

SONGS: a corpus by `kinescore prepare --engine pocket --midi`, of songs that no model learnt from. For each model:

- the loss of stretches of these songs, told their clock, told one half a beat later, and, for what it may have
  forgotten, of unseen pieces by the built-in engine;
- how unlike songs its piano music is: the Jensen-Shannon divergence, bits, of what its tunes step, of where in a beat
  their notes begin, and of how its chords move, to those of half of the songs. It plays to the clocks and in the keys
  of stretches of the other half, whose own divergence is what two halves of the songs have between them; the built-in
  engine's piano pieces, as many, are the other end. All are of one length and number, since few notes diverge by
  themselves.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import jensenshannon

from benchmarks.pocket_clips import clocked_piece, codes_of
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.data.score_corpus import ScoreCorpus, make_corpus, read_corpus
from kinescore.data.score_pieces import PieceFacts, made_piece
from kinescore.files.shard import Shard
from kinescore.groovebox.codes.chord_codes import chord_of
from kinescore.groovebox.codes.layout import FRAME_HZ, RELEASE, Codebook
from kinescore.groovebox.codes.line_codes import LINES, is_begun
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.train.pretraining_check import clock_loss

STYLE = "piano"
SECONDS = 10.24
SEED, CHECKS, BUILT_IN = 41, 6, 288
WIDEST = 12
PLACES = 8

Music = tuple[NDArray[np.int64], PieceFacts]
"""Codes [8, T] and what was asked for."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("songs", type=Path)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--pieces", type=int, default=48)
    options = parser.parse_args(arguments)
    songs = read_corpus(options.songs)
    pockets = {name: load_pocket(ModelSource(name), Runtime("cpu")) for name in options.models}
    _print_losses(pockets, songs)
    stretches = [place for place, facts in enumerate(songs.facts) if facts.style == STYLE]
    order = np.random.default_rng(SEED).permutation(stretches)
    asked, others = order[: options.pieces], order[options.pieces : 2 * options.pieces]
    music = {
        "other songs": [_cut(songs.codes[place], songs.facts[place]) for place in asked],
        "the built-in engine": _built_in(options.pieces),
        **{name: _played(pocket, [songs.facts[place] for place in asked]) for name, pocket in pockets.items()},
    }
    _print_likeness(music, [_cut(songs.codes[place], songs.facts[place]) for place in others])


def _print_losses(pockets: Mapping[str, Pocket], songs: ScoreCorpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), BUILT_IN, SEED, Shard())
        corpora = {"built-in": read_corpus(Path(folder))}
    for name, is_drums in (("drums", True), ("songs", False)):
        rows = [row for row, facts in enumerate(songs.facts) if facts.is_drums_alone is is_drums]
        if rows:
            corpora[name] = ScoreCorpus(songs.codes[rows], tuple(songs.facts[row] for row in rows))
    print(f"Loss of unseen music, mean of {CHECKS} draws\n{'':52}" + "".join(f"{name:>28}" for name in corpora))
    print(f"{'':52}" + f"{'told':>16}{'late':>12}" * len(corpora))
    for model, pocket in pockets.items():
        cells = ""
        for corpus in corpora.values():
            found = [clock_loss(pocket, corpus, SEED + draw) for draw in range(CHECKS)]
            cells += "".join(
                f"{np.mean([getattr(each, told) for each in found]):{width}.3f}"
                for told, width in (("told", 16), ("late", 12))
            )
        print(f"{model:52}{cells}", flush=True)


def _print_likeness(music: Mapping[str, Sequence[Music]], songs: Sequence[Music]) -> None:
    measures: dict[str, Callable[[Music], NDArray[np.float64]]] = {
        "steps": steps, "places": places_in_the_beat, "chords": chord_moves,
    }  # fmt: skip
    pooled = {name: sum(map(measure, songs)) for name, measure in measures.items()}
    print(
        f"\nHow unlike songs, bits; {len(songs)} pieces of {SECONDS} s\n{'':52}" + "".join(f"{n:>12}" for n in measures)
    )
    for name, pieces in music.items():
        found = [
            jensenshannon(sum(map(measure, pieces)), pooled[each], base=2) ** 2 for each, measure in measures.items()
        ]
        print(f"{name:52}" + "".join(f"{value:12.3f}" for value in found), flush=True)


def _cut(codes: NDArray[np.uint8], facts: PieceFacts) -> Music:
    return codes[:, : round(SECONDS * FRAME_HZ)].astype(np.int64), facts


def _built_in(count: int) -> list[Music]:
    made = (made_piece(SEED, number) for number in range(100 * count))
    return [_cut(codes, facts) for codes, facts in (each for each in made if each[1].style == STYLE)][:count]


def _played(pocket: Pocket, asked: Sequence[PieceFacts]) -> list[Music]:
    text = f"a {STYLE} music with * as the rhythm, in {{}}, no drums"
    pieces = [clocked_piece(pocket, facts, text.format(facts.key), seed, SECONDS) for seed, facts in enumerate(asked)]
    return [(codes.astype(np.int64), facts) for codes, facts in zip(codes_of(pocket, pieces), asked, strict=True)]


def steps(music: Music) -> NDArray[np.float64]:
    """Return [25], how often the tune goes so many semitones down to up; wider ones count as an octave."""
    row = music[0][Codebook.MELODY]
    pitches = [LINES[Codebook.MELODY].note(int(code))[0] for code in row[is_begun(row)]]
    return np.bincount(np.clip(np.diff(pitches), -WIDEST, WIDEST).astype(int) + WIDEST, minlength=2 * WIDEST + 1) * 1.0


def places_in_the_beat(music: Music) -> NDArray[np.float64]:
    """Return [8], how often the tune's notes begin in each eighth of a beat, the first around the beat itself."""
    codes, facts = music
    times = (np.flatnonzero(is_begun(codes[Codebook.MELODY])) + 0.5) / FRAME_HZ
    beats = (times - facts.first_beat_seconds) * facts.tempo_bpm / 60.0
    return np.bincount((np.round(beats * PLACES) % PLACES).astype(int), minlength=PLACES) * 1.0


def chord_moves(music: Music) -> NDArray[np.float64]:
    """Return [12], how often a chord's root is so many semitones above that of the one before, if it moves."""
    row = music[0][Codebook.CHORD]
    roots = [chord_of(int(code))[0].root for code in row[row > RELEASE]]
    moves = np.diff(roots) % 12
    return np.bincount(moves[moves > 0].astype(int), minlength=12) * 1.0


if __name__ == "__main__":
    main()
