"""Models that share a memory in which not all of them fit."""

from __future__ import annotations

import weakref
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch

from kinescore.backbones.base import Backbone
from kinescore.engines.composer import Engines, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES
from kinescore.errors import EngineError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from tests.engines.tiny_models import save_model

NAMES = ("one", "two", "three")


class Memory:
    """As a GPU that holds `room` models of real (tiny) weights; `loads` counts how often each was loaded."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.held: weakref.WeakSet[Backbone] = weakref.WeakSet()
        self.loads = 0

    def load(self, source: ModelSource, runtime: Runtime) -> Backbone:
        if len(self.held) >= self.room:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        self.loads += 1
        backbone = ENGINES["musicgen"].load(source, runtime)
        self.held.add(backbone)
        return backbone


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("musicgen") / "tiny")


def engines_in(memory: Memory, model: Path) -> Engines:
    table = {name: replace(ENGINES["musicgen"], load=memory.load) for name in NAMES}
    return engines_with([ModelChoice(name, str(model), device="cpu") for name in NAMES], table)


def test_what_fits_stays_loaded(model: Path) -> None:
    memory = Memory(room=3)
    engines = engines_in(memory, model)
    for name in NAMES * 2:
        engines[name]()
    assert memory.loads == 3


def test_the_one_not_asked_for_longest_makes_room(model: Path) -> None:
    memory = Memory(room=2)
    engines = engines_in(memory, model)
    kept = id(engines["one"]())
    engines["two"]()
    assert id(engines["one"]()) == kept
    engines["three"]()  # in the place of "two"
    assert id(engines["one"]()) == kept
    assert memory.loads == 3
    engines["two"]()
    assert memory.loads == 4
    assert len(memory.held) == 2


def test_one_that_fits_nowhere_is_told(model: Path) -> None:
    with pytest.raises(EngineError, match=r"not enough memory on 'cpu' for MusicGen's model .*--precision bf16"):
        engines_in(Memory(room=0), model)["one"]()
