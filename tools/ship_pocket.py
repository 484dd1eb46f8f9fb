"""Put a pretrained Pocket where it comes with Kinescore: in half precision, with its recipe and its figures.

    python tools/ship_pocket.py RUN

RUN: the folder of a finished `kinescore pretrain`. What lies in backend/kinescore/models/pocket is replaced.
`tests/backbones/test_own_pocket.py` checks the shipped model against the figures that are stored here.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from transformers import PreTrainedTokenizerFast

from kinescore import __version__
from kinescore.backbones.pocket.backbone import load_pocket
from kinescore.backbones.pocket.model import PocketModel
from kinescore.data.score_corpus import make_corpus, read_corpus
from kinescore.engines.table import OWN_MODELS
from kinescore.files.shard import Shard
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.train.pretraining import MODEL, read_run
from kinescore.train.pretraining_check import clock_loss

RECIPE = "recipe.json"
CHECKED_PIECES, CHECK_SEED = 24, 20_512
"""Pieces that no training sees: those of another seed."""


def main() -> None:
    """Write the folder, and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    run = parser.parse_args().run
    state, folder = read_run(run), OWN_MODELS / "pocket"
    shutil.rmtree(folder, ignore_errors=True)
    PocketModel.from_pretrained(run / MODEL, dtype=torch.float16).save_pretrained(folder)
    PreTrainedTokenizerFast.from_pretrained(run / MODEL).save_pretrained(folder)
    pocket = load_pocket(ModelSource(str(folder)), Runtime("cpu"))
    with tempfile.TemporaryDirectory() as corpus:
        make_corpus(Path(corpus), CHECKED_PIECES, CHECK_SEED, Shard())
        figures = clock_loss(pocket, read_corpus(Path(corpus)), CHECK_SEED)
    recipe = {
        "version": __version__,
        "made_by": [
            f"kinescore prepare --engine pocket --pieces {state.pieces} -o CORPUS",
            "kinescore pretrain CORPUS",
        ],
        "settings": asdict(state.config),
        "updates": state.curve[-1].update,
        "loss": state.curve[-1].loss,
        "unseen_pieces": {"pieces": CHECKED_PIECES, "seed": CHECK_SEED, "loss": asdict(figures)},
    }
    (folder / RECIPE).write_text(json.dumps(recipe, indent=2) + "\n", "utf-8")
    for path in sorted(folder.iterdir()):
        print(f"{path.stat().st_size:>10,} {path.name}")
    print(json.dumps(recipe["unseen_pieces"]))


if __name__ == "__main__":
    main()
