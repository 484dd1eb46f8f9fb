"""Weights: frozen, told apart, read from a file; and the sentences for files that are not read."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")

import torch
from safetensors.torch import save_file
from torch import nn

from kinescore.errors import EvaluationError
from kinescore.pretrained.weights import freeze, load_weights, weights_digest

TENSORS = {"weight": torch.arange(6.0).reshape(2, 3), "bias": torch.tensor([7.0, 8.0])}


def loaded(path: Path) -> nn.Linear:
    network = nn.Linear(3, 2)
    load_weights(network, "Listener", str(path))
    return network


@pytest.mark.parametrize(
    "held",
    [
        TENSORS,
        {"state_dict": TENSORS, "epoch": 3, "train_loss": torch.tensor(0.5)},
        {"state_dict": {f"module.{key}": tensor for key, tensor in TENSORS.items()}},
    ],
    ids=["state dict", "training checkpoint", "of parallel training"],
)
def test_torch_saved_weights_are_read(tmp_path: Path, held: object) -> None:
    torch.save(held, tmp_path / "weights.tar")
    assert torch.equal(loaded(tmp_path / "weights.tar").weight, TENSORS["weight"])


def test_safetensors_are_read(tmp_path: Path) -> None:
    save_file(TENSORS, tmp_path / "weights.safetensors")
    assert torch.equal(loaded(tmp_path / "weights.safetensors").bias, TENSORS["bias"])


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        ({"weight": TENSORS["weight"]}, "is no Listener: it lacks tensor 'bias'"),
        (TENSORS | {"pca": torch.zeros(2)}, "is no Listener: it has no use for tensor 'pca'"),
        (TENSORS | {"bias": torch.zeros(5)}, r"is no Listener: tensor 'bias' is \[5\], expected \[2\]"),
        ([1, 2], "holds no state dict"),
        (nn.Linear(3, 2), "is not plain tensors, and nothing else is read"),
    ],
)
def test_other_files_are_refused_in_a_sentence(tmp_path: Path, held: object, sentence: str) -> None:
    torch.save(held, tmp_path / "wrong.pth")
    with pytest.raises(EvaluationError, match=rf"wrong\.pth {sentence}"):
        loaded(tmp_path / "wrong.pth")


def test_damaged_and_missing_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "wrong.safetensors").write_bytes(b"nothing")
    with pytest.raises(EvaluationError, match="damaged, or no safetensors"):
        loaded(tmp_path / "wrong.safetensors")
    with pytest.raises(EvaluationError, match=r"no weights at 'nowhere\.pth'.*owner/repository/file"):
        load_weights(nn.Linear(3, 2), "Listener", "nowhere.pth")
    with pytest.raises(EvaluationError, match=r"'nobody/nothing/vggish\.pth' are not on this machine"):
        load_weights(nn.Linear(3, 2), "Listener", "nobody/nothing/vggish.pth")


def test_gradients_flow_through_what_is_frozen() -> None:
    network = freeze(nn.Sequential(nn.Linear(3, 2), nn.Dropout()))
    inputs = torch.ones(1, 3, requires_grad=True)
    network(inputs).sum().backward()
    assert inputs.grad is not None
    assert all(parameter.grad is None for parameter in network.parameters())
    assert not network.training


def test_a_digest_sees_every_bit_and_name() -> None:
    network = nn.Linear(3, 2)
    network.load_state_dict(TENSORS)
    before = weights_digest(network)
    assert weights_digest(nn.Sequential(network)) != before
    with torch.no_grad():
        network.bias[0] = torch.nextafter(network.bias[0], torch.tensor(9.0))
    assert weights_digest(network) != before
    network.load_state_dict(TENSORS)
    assert weights_digest(network) == before
