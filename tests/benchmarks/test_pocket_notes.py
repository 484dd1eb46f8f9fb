"""The Pocket that comes with Kinescore hears the note before the next: its tunes are not in random order."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("transformers")

from benchmarks.pocket_notes import SECONDS, loss_of_next_note
from kinescore.backbones.pocket.backbone import load_pocket
from kinescore.data.score_pieces import made_piece
from kinescore.engines.table import OWN_MODELS
from kinescore.groovebox.codes.layout import FRAME_HZ
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime

SEED, PIECES = 20_513, 12


def test_a_tune_s_next_note_follows_from_the_last() -> None:
    pocket = load_pocket(ModelSource(str(OWN_MODELS / "pocket")), Runtime("cpu"))
    made = [made_piece(SEED, number) for number in range(PIECES)]
    facts, codes = (
        [each for _, each in made],
        [each[:, : round(SECONDS * FRAME_HZ)].astype(np.int64) for each, _ in made],
    )
    heard, deaf = (loss_of_next_note(pocket, facts, codes, hears) for hears in (True, False))
    assert heard < deaf - 0.4
