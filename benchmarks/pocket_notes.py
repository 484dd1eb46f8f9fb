"""How full does Pocket play at each guidance, and do its tunes step as those do that it learnt from?

    python -m benchmarks.pocket_notes MODEL [--pieces 64] [--guidance 1 1.5 2 3]

For pieces by the built-in engine that no training saw, Pocket plays to the same clock, style, mood and key, 10.24 s of
each. Notes of each codebook as a share of the built-in engine's; and of its tunes' intervals how many are steps (one
or two semitones), repeated notes, and leaps (more than four), beside those of the built-in engine and those that notes
of the same tunes in random order would have. Last, the loss of a tune's next note, told what was played before it and
told all of that but the tune.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy

from benchmarks.pocket_clips import WINDOW_SECONDS, clocked_piece, codes_of
from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.backbones.pocket.model import FILLER
from kinescore.data.score_pieces import PieceFacts, made_piece
from kinescore.groovebox.codes.layout import FRAME_HZ, RELEASE, SIZE, Codebook
from kinescore.groovebox.codes.line_codes import LINES, is_begun
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime

SECONDS, SEED = 10.24, 41
BOOKS = (Codebook.DRUMS, Codebook.CYMBALS, Codebook.BASS, Codebook.CHORD, Codebook.FIGURE, Codebook.MELODY)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--pieces", type=int, default=64)
    parser.add_argument("--guidance", nargs="+", type=float, default=[1.0, 1.5, 2.0, 3.0])
    options = parser.parse_args(arguments)
    pocket = load_pocket(ModelSource(options.model), Runtime("cpu"))
    made = [made_piece(SEED, number) for number in range(options.pieces)]
    facts, frames = [each for _, each in made], round(SECONDS * FRAME_HZ)
    built_in = [codes[:, :frames].astype(np.int64) for codes, _ in made]
    music = {"built-in": built_in}
    for guidance in options.guidance:
        music[f"guidance {guidance:g}"] = _played(pocket, facts, guidance)
    print(f"{options.pieces} pieces of {SECONDS} s; notes for each of the built-in engine's")
    print(f"{'':16}" + "".join(f"{book.name.lower():>10}" for book in BOOKS))
    for name, pieces in music.items():
        print(f"{name:16}" + "".join(f"{_notes(pieces, book) / _notes(built_in, book):10.2f}" for book in BOOKS))
    print(f"\n{'tunes':16}{'steps':>16}{'repeated':>16}{'leaps':>16}   (in brackets: in random order)")
    for name, pieces in music.items():
        told, shuffled = _moves(pieces, None), _moves(pieces, np.random.default_rng(0))
        print(f"{name:16}" + "".join(f"{own:9.2f} ({other:.2f})" for own, other in zip(told, shuffled, strict=True)))
    losses = [loss_of_next_note(pocket, facts, built_in, hears) for hears in (True, False)]
    print(f"\nloss of a tune's next note: {losses[0]:.2f} nats, without hearing the tune {losses[1]:.2f}")


def _notes(pieces: Sequence[NDArray[np.int64]], book: Codebook) -> int:
    begun = is_begun if book in LINES else lambda row: row > RELEASE
    return sum(int(begun(codes[book]).sum()) for codes in pieces)


def _moves(pieces: Sequence[NDArray[np.int64]], rng: np.random.Generator | None) -> list[float]:
    """Shares of steps, repeated notes and leaps. rng: puts the notes of each tune in another order."""
    moves: list[int] = []
    for codes in pieces:
        row = codes[Codebook.MELODY]
        pitches = np.array([LINES[Codebook.MELODY].note(int(code))[0] for code in row[is_begun(row)]], int)
        moves += np.abs(np.diff(pitches if rng is None else rng.permutation(pitches))).tolist()
    sizes = np.array(moves)
    return [float(np.mean(kind)) for kind in ((sizes > 0) & (sizes < 3), sizes == 0, sizes > 4)]


def _played(pocket: Pocket, facts: Sequence[PieceFacts], guidance: float) -> list[NDArray[np.int64]]:
    pieces = [_piece(pocket, each, seed) for seed, each in enumerate(facts)]
    return [codes.astype(np.int64) for codes in codes_of(pocket, pieces, guidance)]


@torch.no_grad()
def loss_of_next_note(
    pocket: Pocket, facts: Sequence[PieceFacts], pieces: Sequence[NDArray[np.int64]], hears: bool
) -> float:
    """Return equation 3's loss of which note of the tune begins, where one does, nats.

    facts, pieces: what was asked for, and its codes [8, T]. hears: the tune's notes before it; else it is told that
    there were none.
    """
    frames, pattern = round(WINDOW_SECONDS * FRAME_HZ), DelayPattern(len(Codebook), 1, FILLER)
    can_begin = torch.from_numpy(is_begun(np.arange(SIZE)))
    total = count = 0.0
    for each, codes in zip(facts, pieces, strict=True):
        prompts = _piece(pocket, each, 0).prompts
        sequence = pattern.spread(torch.from_numpy(codes[None, :, :frames]), frames)
        heard = sequence[:, :, :-1].clone()
        if not hears:
            tune = heard[:, Codebook.MELODY]
            tune[(tune > 0) & (tune < FILLER)] = 0
        one = PromptEmbeddings(prompts.embeddings[:1], prompts.mask[:1])
        read = PromptReader(pocket.model.parts()).for_decoder(one, with_null=False)
        logits = pocket.model.decoder(
            heard.flatten(0, 1), encoder_hidden_states=read.states, encoder_attention_mask=read.mask, use_cache=False
        ).logits.float()[Codebook.MELODY]
        logits[:, ~can_begin] = -torch.inf
        labels = sequence[0, Codebook.MELODY, 1:]
        begins = torch.from_numpy(is_begun(labels.numpy()))
        total += float(cross_entropy(logits[begins], labels[begins], reduction="sum"))
        count += float(begins.sum())
    return total / count


def _piece(pocket: Pocket, facts: PieceFacts, seed: int) -> Piece:
    drums = "" if facts.has_drums else ", no drums"
    text = f"a {facts.mood} {facts.style} music with * as the rhythm, in {facts.key}{drums}"
    return clocked_piece(pocket, facts, text, seed, SECONDS)


if __name__ == "__main__":
    main()
