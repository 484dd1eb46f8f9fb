"""Models of transformers: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("transformers")

import torch
from safetensors.torch import load_file, save_file

from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.transformers_models import load_clap, short_name
from kinescore.pretrained.weights import weights_digest
from tests.backbones.tiny_musicgen import save_tiny_musicgen
from tests.encoders.tiny_clap import save_tiny_clap, tiny_clap

CPU = torch.device("cpu")


def test_a_clap_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    model, features = load_clap(ModelSource(str(save_tiny_clap(tmp_path))), CPU)
    assert weights_digest(model) == weights_digest(tiny_clap()[0])
    assert features.sampling_rate == 48_000


def test_a_clap_that_lacks_weights_is_refused(tmp_path: Path) -> None:
    weights = save_tiny_clap(tmp_path) / "model.safetensors"
    tensors = load_file(weights)
    lost = next(name for name in tensors if name.startswith("audio_projection"))
    save_file({name: tensor for name, tensor in tensors.items() if name != lost}, weights, {"format": "pt"})
    with pytest.raises(BackboneError, match=f"is no ClapModel: it lacks '{lost}'"):
        load_clap(ModelSource(str(tmp_path)), CPU)


def test_another_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackboneError, match="is a model of kind 'musicgen', not a CLAP"):
        load_clap(ModelSource(str(save_tiny_musicgen(tmp_path))), CPU)


def test_names_of_folders_and_hub_ids_end_alike(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert short_name(ModelSource(f"{tmp_path}/mine/")) == "mine"
    assert short_name(ModelSource("laion/clap-htsat-unfused")) == "clap-htsat-unfused"
