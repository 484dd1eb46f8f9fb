"""AudioCraft's checkpoints give AudioCraft's numbers, and what does not fit is refused in a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

import torch

from kinescore.backbones.base import Piece
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.loading import convert_audiocraft, load_musicgen
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from tests.backbones import tiny_audiocraft
from tests.backbones.tiny_musicgen import FILLER, save_tiny_musicgen

CPU = Runtime("cpu")


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> ModelSource:
    return ModelSource(str(save_tiny_musicgen(tmp_path_factory.mktemp("parts"))))


def load(path: Path, parts: ModelSource) -> Musicgen:
    """Convert AudioCraft's file and load the folder that comes out, as its user does."""
    folder = path.with_name(f"{path.stem} whole")
    convert_audiocraft(path, parts, folder)
    return load_musicgen(ModelSource(str(folder)), CPU)


@pytest.mark.parametrize("codebooks", [4, 8])
def test_logits_are_those_of_the_formulas(tmp_path: Path, parts: ModelSource, codebooks: int) -> None:
    tensors = tiny_audiocraft.made_tensors(codebooks)
    path = tmp_path / "state_dict.bin"
    tiny_audiocraft.write_checkpoint(path, tensors, tiny_audiocraft.settings(codebooks))
    model = load(path, parts).model
    rng = np.random.default_rng(0)
    codes = rng.integers(0, FILLER + 1, (codebooks, 12))
    text = rng.normal(size=(5, tiny_audiocraft.TEXT_WIDTH)).astype(np.float32)
    heard = model.enc_to_dec_proj(torch.from_numpy(text)[None])
    ours = model.decoder(torch.from_numpy(codes), encoder_hidden_states=heard).logits.detach().numpy()
    expected = tiny_audiocraft.logits(tensors, codes, text)
    assert expected.std() > 0.1
    np.testing.assert_allclose(ours, expected, rtol=0, atol=2e-5)


def test_it_composes_with_the_parts_of_another(tmp_path: Path, parts: ModelSource) -> None:
    path = tmp_path / "state_dict.bin"
    tiny_audiocraft.write_checkpoint(path, tiny_audiocraft.made_tensors(8), tiny_audiocraft.settings(8))
    backbone = load(path, parts)
    assert backbone.text_space.variant == "48x2 stereo"
    prompts = backbone.embed([backbone.tokenizer.encode("dance", 0, 0)])
    [audio] = backbone.generate([Piece(prompts, 0.5, 0)], MusicgenSampling())
    assert audio.samples.shape == (2, 16000)


def test_older_attention_names_are_the_same_tensors(tmp_path: Path, parts: ModelSource) -> None:
    tensors = tiny_audiocraft.made_tensors()
    older = {re.sub(r"(self_attn|cross_attention)\.", r"\1.mha.", name): tensor for name, tensor in tensors.items()}
    assert older.keys() != tensors.keys()
    models = [
        load(tiny_audiocraft.write_checkpoint(tmp_path / f"{number}.bin", named, tiny_audiocraft.settings()), parts)
        for number, named in enumerate((tensors, older))
    ]
    first, second = (backbone.model.state_dict() for backbone in models)
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_half_precision_checkpoints_are_read(tmp_path: Path, parts: ModelSource) -> None:
    halves = {name: tensor.astype(np.float16) for name, tensor in tiny_audiocraft.made_tensors().items()}
    path = tiny_audiocraft.write_checkpoint(tmp_path / "half.bin", halves, tiny_audiocraft.settings())
    assert load(path, parts).model.decoder.dtype == torch.float32


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        *(("bias_ff", True), ("bias_attn", True), ("bias_proj", True), ("qk_layer_norm", True), ("kv_repeat", 2)),
        *(("positional_embedding", "rope"), ("norm_first", False), ("layer_scale", 1e-4), ("activation", "relu")),
    ],
)
def test_other_architectures_are_refused(tmp_path: Path, parts: ModelSource, setting: str, value: object) -> None:
    path = tiny_audiocraft.write_checkpoint(
        tmp_path / "lm.bin", tiny_audiocraft.made_tensors(), tiny_audiocraft.settings(**{setting: value})
    )
    with pytest.raises(BackboneError, match=rf"lm.bin has {setting} = {value}; MusicGen in transformers has"):
        load(path, parts)


def test_other_delays_are_refused(tmp_path: Path, parts: ModelSource) -> None:
    configuration = tiny_audiocraft.settings()
    configuration["codebooks_pattern"]["delay"]["delays"] = [0, 0, 0, 0]
    path = tiny_audiocraft.write_checkpoint(tmp_path / "lm.bin", tiny_audiocraft.made_tensors(), configuration)
    with pytest.raises(BackboneError, match=r"delays its codebooks by \[0, 0, 0, 0\]"):
        load(path, parts)


def test_tensors_that_do_not_fit_are_named(tmp_path: Path, parts: ModelSource) -> None:
    whole, configuration = tiny_audiocraft.made_tensors(), tiny_audiocraft.settings()
    melody = {"condition_provider.conditioners.self_wav.output_proj.weight": np.zeros((48, 12), np.float32)}
    cases = {
        "no place for": {**whole, **melody},
        "lacks tensor 'decoder.model.decoder.layer_norm.bias'": {
            k: v for k, v in whole.items() if k != "out_norm.bias"
        },
        r"'enc_to_dec_proj.bias' is \[3\], expected \[48\]": {
            **whole,
            "condition_provider.conditioners.description.output_proj.bias": np.zeros(3, np.float32),
        },
        "lacks its size": {k: v for k, v in whole.items() if not k.startswith("emb.")},
    }
    for number, (sentence, tensors) in enumerate(cases.items()):
        path = tiny_audiocraft.write_checkpoint(tmp_path / f"{number}.bin", tensors, configuration)
        with pytest.raises(BackboneError, match=sentence):
            load(path, parts)


class Touched:
    """What an unsafe reader would bring to life."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (open, ("/nonexistent/touched", "w"))


def test_files_that_were_not_exported_are_refused_unread(tmp_path: Path, parts: ModelSource) -> None:
    state = {"x": torch.zeros(2)}
    text = "transformer_lm: {num_heads: 4}"
    packages = {
        "not an exported": {"best_state": state, "xp.cfg": Touched()},
        "no flat 'best_state'": {"best_state": {"model": state}, "xp.cfg": text},
        "settings as text": {"best_state": state, "xp.cfg": {"a": 1}},
        "not YAML": {"best_state": state, "xp.cfg": "a: [1"},
    }
    for number, (sentence, package) in enumerate(packages.items()):
        path = tmp_path / f"{number}.bin"
        torch.save(package, path)
        with pytest.raises(BackboneError, match=sentence) as refusal:
            load(path, parts)
        assert "export_lm" in refusal.value.remedy
    damaged = tmp_path / "damaged.bin"
    damaged.write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(BackboneError, match="not an exported"):
        load(damaged, parts)


def test_the_decoder_alone_is_not_enough(tmp_path: Path) -> None:
    """By its own name, or in the folder where AudioCraft users keep it."""
    for name, source in (("lm.bin", tmp_path / "lm.bin"), ("state_dict.bin", tmp_path)):
        tiny_audiocraft.write_checkpoint(tmp_path / name, tiny_audiocraft.made_tensors(), tiny_audiocraft.settings())
        with pytest.raises(BackboneError, match="decoder alone") as refusal:
            load_musicgen(ModelSource(str(source)), CPU)
        assert "kinescore models convert" in refusal.value.remedy
