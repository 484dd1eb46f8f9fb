"""Put a pretrained Pocket where it comes with Kinescore: in half precision, with encoders, its recipe and its figures.

    python tools/ship_pocket.py RUN --prepared "kinescore prepare --engine pocket -o CORPUS" [...]

RUN: the folder of a finished `kinescore pretrain`; --prepared: the commands that made its corpus, for the recipe. A run
that began with the model that is replaced keeps that one's recipe in its own, and those before it. What lies in
backend/kinescore/models/pocket is replaced. Encoders are fitted here, in a minute: by the recipe `clock` on clocks that
are made, with no dance. `tests/backbones/test_own_pocket.py` checks what is shipped against the figures that are stored
here.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from accelerate import Accelerator
from transformers import PreTrainedTokenizerFast

from kinescore import __version__
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.backbones.pocket.model import PocketModel
from kinescore.data.score_corpus import make_corpus, read_corpus
from kinescore.encoders.checkpoint import load_encoders, save_encoders
from kinescore.encoders.encoders import Encoders
from kinescore.engines.model_choice import OWN_ENCODERS
from kinescore.engines.table import OWN_MODELS
from kinescore.files import strict_json
from kinescore.files.shard import Shard
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.train.clock_lesson import made_clips
from kinescore.train.loop import TrainingData, encoder_config, train
from kinescore.train.presets import CLOCK as ENCODERS
from kinescore.train.pretraining import MODEL, read_run
from kinescore.train.pretraining_check import clock_loss, word_error
from kinescore.train.run_folder import BEST

RECIPE = "recipe.json"
FROM_BEFORE = ("began_with", "made_by", "settings", "updates", "loss")
CHECKED_PIECES, CHECK_SEED = 24, 20_512
"""Pieces that no training sees: those of another seed."""


def main() -> None:
    """Write the folder, and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--prepared", nargs="+", required=True, metavar="COMMAND")
    options = parser.parse_args()
    run, folder = options.run, OWN_MODELS / "pocket"
    state = read_run(run)
    before = json.loads((folder / RECIPE).read_text("utf-8")) if state.config.start_from == "pocket" else None
    shutil.rmtree(folder, ignore_errors=True)
    PocketModel.from_pretrained(run / MODEL, dtype=torch.float16).save_pretrained(folder)
    PreTrainedTokenizerFast.from_pretrained(run / MODEL).save_pretrained(folder)
    pocket = load_pocket(ModelSource(os.path.relpath(folder)), Runtime("cpu"))  # its encoders tell where it lay
    save_encoders(fitted(pocket), folder / OWN_ENCODERS)
    error = word_error(pocket, load_encoders(folder / OWN_ENCODERS, pocket.text_space), CHECK_SEED)
    with tempfile.TemporaryDirectory() as corpus:
        make_corpus(Path(corpus), CHECKED_PIECES, CHECK_SEED, Shard())
        figures = clock_loss(pocket, read_corpus(Path(corpus)), CHECK_SEED)
    recipe = {
        "version": __version__,
        **({"began_with": {name: before[name] for name in FROM_BEFORE if name in before}} if before else {}),
        "made_by": [*options.prepared, "kinescore pretrain CORPUS"],
        "pieces": state.pieces,
        "settings": asdict(state.config),
        "updates": state.curve[-1].update,
        "loss": state.curve[-1].loss,
        "unseen_pieces": {"pieces": CHECKED_PIECES, "seed": CHECK_SEED, "loss": asdict(figures)},
        "encoders": {"settings": strict_json.to_plain(ENCODERS), "seed": CHECK_SEED, "error": asdict(error)},
    }
    (folder / RECIPE).write_text(json.dumps(recipe, indent=2) + "\n", "utf-8")
    for path in sorted(folder.iterdir()):
        print(f"{path.stat().st_size:>10,} {path.name}")
    print(json.dumps([recipe["unseen_pieces"], recipe["encoders"]["error"]]))


def fitted(pocket: Pocket) -> Encoders:
    """Return encoders that write Pocket's own words for clock and genre."""
    shape = encoder_config(pocket, ENCODERS)
    clips = [made_clips(count, shape, ENCODERS.seed + place) for place, count in enumerate((ENCODERS.made_clips, 500))]
    with tempfile.TemporaryDirectory() as run:
        train(pocket, TrainingData(*clips), ENCODERS, Path(run), Accelerator(cpu=True))
        return load_encoders(Path(run) / BEST, pocket.text_space)


if __name__ == "__main__":
    main()
