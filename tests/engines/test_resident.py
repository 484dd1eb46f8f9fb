"""Models that share a memory in which not all of them fit."""

from __future__ import annotations

import time
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

import torch

from kinescore.backbones.base import Backbone
from kinescore.engines import resident
from kinescore.engines.composer import Engines, compose, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES
from kinescore.errors import EngineError, is_out_of_memory
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.sound.audio import Audio
from tests.engines.tiny_models import save_model
from tests.serve.running_server import asking_for

NAMES = ("one", "two", "three")


class Memory:
    """As a GPU that holds `room` models of real (tiny) weights, less `to_play` while one plays; `loads` counts how
    often each was loaded."""

    def __init__(self, room: int, to_play: int = 0) -> None:
        self.room, self.to_play = room, to_play
        self.held: weakref.WeakSet[Backbone] = weakref.WeakSet()
        self.loads = 0

    def load(self, source: ModelSource, runtime: Runtime) -> Backbone:
        if len(self.held) >= self.room:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        self.loads += 1
        backbone = ENGINES["musicgen"].load(source, runtime)
        self.held.add(backbone)
        plain = backbone.generate

        def generate(*asked: object) -> list[Audio]:
            if len(self.held) > self.room - self.to_play:
                raise torch.OutOfMemoryError("CUDA out of memory.")
            return plain(*asked)

        backbone.generate = generate
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


def test_a_model_that_finds_no_memory_to_play_in_has_room_made(model: Path) -> None:
    memory = Memory(room=3, to_play=2)
    engines = engines_in(memory, model)
    for name in ("two", "three"):
        engines[name]()
    request = replace(asking_for("one"), seconds=0.5)
    take = compose(request, engines=engines)
    assert len(memory.held) == 1
    assert take.audio.samples.tobytes() == compose(request, engines=engines).audio.samples.tobytes()


def test_where_nothing_else_can_go_it_is_told(model: Path) -> None:
    engines = engines_in(Memory(room=1, to_play=1), model)
    with pytest.raises(torch.OutOfMemoryError) as caught:
        compose(asking_for("one"), engines=engines)
    assert is_out_of_memory(caught.value)


def test_models_that_nobody_asks_for_are_let_go_and_come_back(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resident, "IDLE_SECONDS", 0.2)
    memory = Memory(room=3)
    engines = engines_in(memory, model)
    engines["one"]()
    engines["two"]()
    waited_until = time.monotonic() + 30.0
    while memory.held and time.monotonic() < waited_until:
        time.sleep(0.05)
    assert len(memory.held) == 0
    take = compose(replace(asking_for("one"), seconds=0.5), engines=engines)
    assert take.audio.seconds == 0.5
    assert memory.loads == 3
