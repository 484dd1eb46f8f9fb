"""Where models run and in which number format."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")

import torch
from torch import nn

from kinescore.engines.model_choice import ModelChoice, runtime_of
from kinescore.errors import BackboneError, RequestError
from kinescore.pretrained.runtime import Precision, Runtime, allow_tf32, placed


@pytest.mark.parametrize("device", ["cuda:99", "abacus", "meta", "xpu"])
def test_devices_that_are_not_here_are_refused(device: str) -> None:
    with pytest.raises(BackboneError, match=device) as refusal:
        Runtime(device).torch_device()
    assert "cpu" in refusal.value.remedy


def test_auto_takes_what_is_here() -> None:
    best = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    assert Runtime().torch_device().type == best


@pytest.mark.parametrize("precision", Precision)
def test_a_model_takes_the_number_format_of_that_name(precision: Precision) -> None:
    assert Precision.named(precision.value) is precision
    model = nn.Linear(2, 2)
    assert placed(model, precision.dtype) is model
    assert model.weight.dtype == precision.dtype


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(RequestError, match="'fp8' is no precision; there are fp32, bf16, fp16"):
        Precision.named("fp8")


def test_the_best_precision_is_bf16_on_cards_that_compute_in_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Precision.best_on(torch.device("cpu")) is Precision.FP32
    for supported, best in ((True, Precision.BF16), (False, Precision.FP32)):
        monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation, known=supported: known)
        assert Precision.best_on(torch.device("cuda")) is best
    assert runtime_of(ModelChoice("musicgen", "x", device="cpu")).precision is Precision.FP32
    assert runtime_of(ModelChoice("musicgen", "x", device="cpu", precision="fp16")).precision is Precision.FP16


def test_tf32_is_for_cards_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(torch, "set_float32_matmul_precision", asked.append)
    allow_tf32(torch.device("cpu"))
    assert asked == []
    allow_tf32(torch.device("cuda"))
    assert asked == ["high"]
