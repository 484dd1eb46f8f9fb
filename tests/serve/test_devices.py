"""Workers and the GPUs they play on."""

from __future__ import annotations

import pytest

from kinescore.engines.model_choice import ModelChoice
from kinescore.serve.config import ServeConfig
from kinescore.serve.devices import models_in
from kinescore.serve.errors import ServeError

TWO = ModelChoice("musicgen", "small", device="cuda:0, cuda:1")
ONE = ModelChoice("ace_step", "steps", device="cuda:1")


def test_workers_take_the_devices_in_turn() -> None:
    placed = [[choice.device for choice in models_in(slot, (TWO, ONE))] for slot in range(3)]
    assert placed == [["cuda:0", "cuda:1"], ["cuda:1", "cuda:1"], ["cuda:0", "cuda:1"]]


def test_a_device_that_no_worker_would_use_is_told() -> None:
    with pytest.raises(ServeError, match=r"has the devices cuda:0, cuda:1, and 1 of them would be used.*--workers 2"):
        ServeConfig(models=(TWO,))
    assert ServeConfig(models=(TWO,), workers=2).workers == 2


def test_a_device_without_a_name_is_told() -> None:
    with pytest.raises(ServeError, match="does not name devices"):
        ServeConfig(models=(ModelChoice("musicgen", "small", device="cuda:0,"),), workers=2)
