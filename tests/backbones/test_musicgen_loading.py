"""Models from folders and the hub: what loads, what is refused, and that nothing reaches for the network unasked."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

pytest.importorskip("transformers")

import torch
from transformers import CLIPTextConfig

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.loading import load_musicgen
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Precision, Runtime
from kinescore.pretrained.weights import weights_digest
from tests.backbones.musicgen_reference import pieces_of
from tests.backbones.tiny_musicgen import KINDS, save_tiny_musicgen, tiny_backbone, tiny_musicgen
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

CPU = Runtime("cpu")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to look up or reach another machine fails the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reached for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_gives_the_same_music(tmp_path: Path, kind: str) -> None:
    made = tiny_backbone(kind)
    loaded = load_musicgen(ModelSource(str(save_tiny_musicgen(tmp_path, kind))), CPU)
    assert weights_digest(loaded.model) == weights_digest(made.model)
    assert loaded.text_space.same_place(made.text_space)
    assert loaded.text_space.source == str(tmp_path)
    assert (loaded.channels, loaded.rate) == (made.channels, 32000)
    sampling = MusicgenSampling()
    ours, theirs = (b.codes(pieces_of(b, ["a joyful dance"], 0.3), sampling)[0] for b in (loaded, made))
    assert torch.equal(ours, theirs)
    assert not loaded.model.training
    assert not any(parameter.requires_grad for parameter in loaded.model.parameters())


def test_sizes_and_kinds_are_different_places() -> None:
    variants = [tiny_backbone(kind).text_space.variant for kind in KINDS]
    assert variants == ["64x2", "64x2 stereo", "64x2 melody"]


def test_only_the_decoder_is_in_half_precision(tmp_path: Path) -> None:
    backbone = load_musicgen(ModelSource(str(save_tiny_musicgen(tmp_path))), Runtime("cpu", Precision.BF16))
    assert backbone.model.decoder.dtype == torch.bfloat16
    assert backbone.model.text_encoder.dtype == backbone.model.audio_encoder.dtype == torch.float32
    assert backbone.target_kind == tiny_backbone().target_kind, "targets that were cached once serve every precision"
    [audio] = backbone.generate(pieces_of(backbone, ["dance"], 0.2), MusicgenSampling())
    assert audio.samples.shape == (1, 6400)


@pytest.mark.parametrize("name", ["facebook/musicgen-nowhere", "nobody/nothing"])
def test_a_hub_model_that_was_not_fetched_is_one_sentence(name: str) -> None:
    with pytest.raises(BackboneError, match=name) as refusal:
        load_musicgen(ModelSource(name), CPU)
    assert f"kinescore models get {name}" in refusal.value.remedy
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["/no/such/folder", "musicgen small", "", "../up", "a/b/c", "owner/"])
def test_a_name_that_is_no_place_is_refused_before_anything_is_tried(name: str) -> None:
    with pytest.raises(BackboneError, match="There is no model at") as refusal:
        load_musicgen(ModelSource(name), CPU)
    assert "hub id" in refusal.value.remedy


def test_a_file_of_a_model_is_not_the_model(tmp_path: Path) -> None:
    save_tiny_musicgen(tmp_path)
    with pytest.raises(BackboneError, match=r"'model\.safetensors' is a part of a model") as refusal:
        load_musicgen(ModelSource(str(tmp_path / "model.safetensors")), CPU)
    assert "folder" in refusal.value.remedy


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    CLIPTextConfig().save_pretrained(tmp_path)
    with pytest.raises(BackboneError, match="kind 'clip_text_model', not a MusicGen"):
        load_musicgen(ModelSource(str(tmp_path)), CPU)


def test_weights_of_another_size_are_refused(tmp_path: Path) -> None:
    save_tiny_musicgen(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    config["decoder"]["ffn_dim"] = 96
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(BackboneError, match="cannot be loaded"):
        load_musicgen(ModelSource(str(tmp_path)), CPU)


def test_a_missing_tokenizer_is_refused(tmp_path: Path) -> None:
    save_tiny_musicgen(tmp_path)
    for path in tmp_path.glob("*token*"):
        path.unlink()
    with pytest.raises(BackboneError, match="without its tokenizer"):
        load_musicgen(ModelSource(str(tmp_path)), CPU)


def test_parts_of_another_kind_are_refused() -> None:
    model = tiny_musicgen()
    model.text_encoder = model.text_encoder.encoder
    with pytest.raises(BackboneError, match="reads prompts with T5Stack, not with T5"):
        Musicgen(model, tiny_t5_tokenizer())
    model = tiny_musicgen()
    model.audio_encoder = model.audio_encoder.decoder
    with pytest.raises(BackboneError, match="makes sound with EncodecDecoder, not with EnCodec"):
        Musicgen(model, tiny_t5_tokenizer())
    model = tiny_musicgen()
    model.decoder.config.pad_token_id = None
    with pytest.raises(BackboneError, match="MusicgenDecoderConfig of this MusicGen names no padding"):
        Musicgen(model, tiny_t5_tokenizer())


def test_an_empty_prompt_is_a_prompt(tmp_path: Path) -> None:
    backbone = load_musicgen(ModelSource(str(save_tiny_musicgen(tmp_path))), CPU)
    [audio] = backbone.generate(pieces_of(backbone, [""], 0.5), MusicgenSampling())
    assert audio.samples.shape == (1, 16000)
