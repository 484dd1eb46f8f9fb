"""A checkpoint in the layout of the authors' file gives the outputs of their formulas, written here again in numpy."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

import torch
from torch import nn

from kinescore.encoders.checkpoint import load_encoders, save_encoders
from kinescore.encoders.config import Projector, RhythmMode
from kinescore.encoders.released import import_released
from kinescore.errors import EncoderError
from kinescore.pseudo_words.text_space import TextSpace

SMALL = TextSpace("musicgen", "1024x24", 768, "facebook/musicgen-small")
PREFIX = "condition_provider.conditioners.description.embedding_manager."
PATHS = {"poseEncoder": f"{PREFIX}poseEncoder.", "audioEncoderP": f"{PREFIX}audioEncoder.projector."}

Weights = dict[str, np.ndarray]


def pose_shapes(frames: int, width: int) -> dict[str, tuple[int, ...]]:
    """The published table, key by key."""
    shapes: dict[str, tuple[int, ...]] = {
        "pos_emb.weight": (frames, 1),
        "input_projection.0.weight": (frames,),
        "input_projection.0.bias": (frames,),
        "input_projection.1.weight": (width, frames),
        "input_projection.1.bias": (width,),
        "input_projection.4.weight": (width, width),
        "input_projection.4.bias": (width,),
        "rembed.net.1.weight": (width, width),
        "rembed.net.1.bias": (width,),
    }
    for block in ("attn1", "attn2"):
        shapes |= {f"rembed.{block}.to_{which}.weight": (512, width) for which in "qkv"}
        shapes |= {f"rembed.{block}.to_out.0.weight": (width, 512), f"rembed.{block}.to_out.0.bias": (width,)}
    return shapes


def genre_shapes(labels: int, width: int) -> dict[str, tuple[int, ...]]:
    return {
        "0.weight": (labels,),
        "0.bias": (labels,),
        "1.weight": (width, labels),
        "1.bias": (width,),
        "3.weight": (width, width),
        "3.bias": (width,),
    }


def drawn(shapes: dict[str, tuple[int, ...]], seed: int) -> Weights:
    """Random matrices of about unit gain, norms and biases, so that every part of the formulas shows in the output."""
    generator = np.random.default_rng(seed)
    scales = {key: 1 / math.sqrt(shape[-1]) if len(shape) > 1 else 0.7 for key, shape in shapes.items()}
    return {key: generator.normal(size=shapes[key], scale=scales[key]).astype(np.float32) for key in shapes}


def released_file(
    path: Path, frames: int = 303, width: int = 768, labels: int = 10, **changes: object
) -> dict[str, Weights]:
    """Write a file of that layout, as the training writer does (with prefixes), and return its weights."""
    weights = {
        "poseEncoder": drawn(pose_shapes(frames, width), 1),
        "audioEncoderP": drawn(genre_shapes(labels, width), 2),
    }
    container = {
        name: {PATHS[name] + key: torch.tensor(value) for key, value in part.items()} for name, part in weights.items()
    }
    torch.save(container | changes, path)
    return weights


def linear(w: Weights, name: str, x: np.ndarray) -> np.ndarray:
    return x @ w[f"{name}.weight"].astype(float).T + w.get(f"{name}.bias", np.zeros(1))


def layer_norm(w: Weights, name: str, x: np.ndarray) -> np.ndarray:
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5) * w[f"{name}.weight"] + w[f"{name}.bias"]


def silu(x: np.ndarray) -> np.ndarray:
    return x / (1 + np.exp(-x))


def attention(w: Weights, name: str, query: np.ndarray, context: np.ndarray) -> np.ndarray:
    """Eight heads of 64 over a sequence [L, D], with the softmax that one token does not need."""
    q, k, v = (
        linear(w, f"{name}.to_{which}", source).reshape(len(source), 8, 64).transpose(1, 0, 2)
        for which, source in (("q", query), ("k", context), ("v", context))
    )
    scores = np.exp(q @ k.transpose(0, 2, 1) * 64**-0.5)
    mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ v
    return linear(w, f"{name}.to_out.0", mixed.transpose(1, 0, 2).reshape(len(query), 512))


def their_rhythm_word(w: Weights, peaks: np.ndarray) -> np.ndarray:
    """[frames] -> [1, D], in float64."""
    placed = (peaks + w["pos_emb.weight"][:, 0])[None]
    hidden = silu(linear(w, "input_projection.1", layer_norm(w, "input_projection.0", placed)))
    x = linear(w, "input_projection.4", hidden)
    x1 = attention(w, "rembed.attn1", x, x) + x
    x2 = attention(w, "rembed.attn2", x1, x) + x1
    return linear(w, "rembed.net.1", x2)


def their_genre_word(w: Weights, one_hot: np.ndarray) -> np.ndarray:
    return linear(w, "3", silu(linear(w, "1", layer_norm(w, "0", one_hot[None]))))


@pytest.mark.parametrize("frames", [303, 306])
def test_the_imported_encoders_give_the_authors_outputs(tmp_path: Path, frames: int) -> None:
    weights = released_file(tmp_path / "theirs.pt", frames)
    encoders = import_released(tmp_path / "theirs.pt", SMALL)
    assert encoders.config.frames == frames
    assert encoders.config.rhythm_mode is RhythmMode.RELEASED
    peaks = (np.random.default_rng(3).random((4, frames)) < 0.13).astype(np.float32)
    peaks[3] = 0.0  # a static clip has no peak at all
    with torch.no_grad():
        words = encoders(torch.tensor(peaks), torch.eye(10)[[0, 4, 7, 9]])
    for index, label in enumerate([0, 4, 7, 9]):
        expected = their_rhythm_word(weights["poseEncoder"], peaks[index].astype(float))
        assert np.abs(expected).max() > 0.5
        np.testing.assert_allclose(words.rhythm[index], expected, atol=1e-5)
        expected = their_genre_word(weights["audioEncoderP"], np.eye(10)[label])
        np.testing.assert_allclose(words.genre[index], expected, atol=1e-5)


def test_the_layout_has_the_published_size(tmp_path: Path) -> None:
    released_file(tmp_path / "theirs.pt")
    encoders = import_released(tmp_path / "theirs.pt", SMALL)
    assert len(encoders.rhythm.state_dict()) == 19
    assert sum(parameter.numel() for parameter in encoders.rhythm.parameters()) == 4_562_829
    assert sum(parameter.numel() for parameter in encoders.genre.parameters()) == 599_060


def test_an_import_survives_our_own_checkpoint(tmp_path: Path) -> None:
    released_file(tmp_path / "theirs.pt")
    imported = import_released(tmp_path / "theirs.pt", SMALL)
    save_encoders(imported, tmp_path / "ours.safetensors")
    again = load_encoders(tmp_path / "ours.safetensors", SMALL)
    assert again.config == imported.config
    assert all(torch.equal(value, again.state_dict()[key]) for key, value in imported.state_dict().items())


def test_the_second_writers_extra_entry_and_half_precision_are_accepted(tmp_path: Path) -> None:
    weights = released_file(tmp_path / "theirs.pt", string_to_token={"*": torch.tensor(1429), "@": torch.tensor(3320)})
    plain = import_released(tmp_path / "theirs.pt", SMALL)
    halves = {name: {k: torch.tensor(v).half() for k, v in part.items()} for name, part in weights.items()}
    torch.save(halves, tmp_path / "half.pt")  # no prefixes either
    half = import_released(tmp_path / "half.pt", SMALL)
    assert half.genre.last_layer.weight.dtype == torch.float32
    torch.testing.assert_close(half.genre.last_layer.weight, plain.genre.last_layer.weight, atol=1e-3, rtol=1e-3)


class TheirModule(nn.Linear):
    """Stands for a class of the authors' code."""


def test_whole_modules_are_refused_with_what_to_export(tmp_path: Path) -> None:
    torch.save({"poseEncoder": TheirModule(2, 2), "audioEncoderP": TheirModule(2, 2)}, tmp_path / "modules.pt")
    with pytest.raises(EncoderError, match=r"not plain tensors.*torch\.save\(\{'poseEncoder'.*state_dict\(\)"):
        import_released(tmp_path / "modules.pt", SMALL)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not a checkpoint", "not plain tensors"),
        (b"", "not plain tensors"),
        (None, "There is no file"),
    ],
)
def test_files_of_another_kind_are_refused(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    if content is not None:
        (tmp_path / "file.pt").write_bytes(content)
    with pytest.raises(EncoderError, match=sentence):
        import_released(tmp_path / "file.pt", SMALL)


def test_containers_that_do_not_fit_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "theirs.pt"

    def refusal(**changes: object) -> str:
        released_file(path, **changes)
        with pytest.raises(EncoderError) as caught:
            import_released(path, SMALL)
        return caught.value.sentence

    assert "width 512" in refusal(width=512)
    assert "know 7 genres, and 10 are named" in refusal(labels=7)
    assert "no state dict 'poseEncoder'" in refusal(poseEncoder="a path")
    assert "in place of the MLP's layer 'input_projection.0' [0] there is nothing" in refusal(poseEncoder={})
    pose = {key: torch.zeros(shape) for key, shape in pose_shapes(303, 768).items()}
    assert "unknown tensor 'rhythm.surprise.weight'" in refusal(poseEncoder=pose | {"surprise.weight": torch.zeros(2)})
    assert "for each time step of the diffusion ('rhythm.time_embed.0.weight')" in refusal(
        poseEncoder=pose | {"time_embed.0.weight": torch.zeros(2)}
    )
    assert "lacks tensor 'rhythm.pos_emb.weight'" in refusal(
        poseEncoder={key: value for key, value in pose.items() if key != "pos_emb.weight"}
    )
    assert "lacks tensor 'rhythm.rembed.attn2.to_q.weight'" in refusal(
        poseEncoder={key: value for key, value in pose.items() if key != "rembed.attn2.to_q.weight"}
    )
    assert "'rhythm.input_projection.4.bias' is [7], expected [768]" in refusal(
        poseEncoder=pose | {"input_projection.4.bias": torch.zeros(7)}
    )
    assert "not finite" in refusal(poseEncoder=pose | {"rembed.net.1.bias": torch.full((768,), math.nan)})


def test_other_genre_tables_can_be_named(tmp_path: Path) -> None:
    released_file(tmp_path / "indv.pt", frames=306, labels=3)
    encoders = import_released(tmp_path / "indv.pt", SMALL, genres=("ballet", "latin", "k-pop"))
    assert encoders.config.genres == ("ballet", "latin", "k-pop")


RIFFUSION = TextSpace("riffusion", "320-640-1280-1280", 768, "riffusion/riffusion-model-v1")
MLP_SHAPES = ((303,), (768, 303), (768, 768), (768,), (768, 768), (768, 768))
"""Weights of the paper's "MLP" in the order of its layers; each has a bias."""


def mlp_file(path: Path, shapes: tuple[tuple[int, ...], ...] = MLP_SHAPES) -> Weights:
    """Write encoders for Riffusion under names of our own making, and return the rhythm's weights by layer."""
    keyed = {
        f"{number}.{part}": shape[:1] if part == "bias" else shape
        for number, shape in enumerate(shapes)
        for part in ("weight", "bias")
    }
    weights = drawn(keyed, 4)
    their = "cond_stage_model.embedding_manager.poseEncoder."
    torch.save(
        {
            "poseEncoder": {f"{their}stack.{key}": torch.tensor(value) for key, value in weights.items()},
            "audioEncoderP": {key: torch.tensor(value) for key, value in drawn(genre_shapes(10, 768), 2).items()},
        },
        path,
    )
    return weights


def test_riffusion_s_encoders_are_known_by_their_layers(tmp_path: Path) -> None:
    w = mlp_file(tmp_path / "riffusion.pt")
    encoders = import_released(tmp_path / "riffusion.pt", RIFFUSION)
    assert encoders.config.projector is Projector.MLP
    assert encoders.config.rhythm_mode is RhythmMode.RELEASED
    peaks = (np.random.default_rng(3).random(303) < 0.13).astype(np.float32)
    hidden = linear(w, "2", silu(linear(w, "1", layer_norm(w, "0", peaks[None].astype(float)))))
    expected = linear(w, "5", silu(linear(w, "4", layer_norm(w, "3", hidden))))
    with torch.no_grad():
        words = encoders(torch.tensor(peaks[None]), torch.eye(10)[:1])
    assert np.abs(expected).max() > 0.5
    np.testing.assert_allclose(words.rhythm[0], expected, atol=1e-5)


@pytest.mark.parametrize(
    ("shapes", "sentence"),
    [
        (MLP_SHAPES[:5], "layer 'head.3' [768, 768] there is nothing"),
        ((*MLP_SHAPES, (768, 768)), "a layer more than the paper's MLP: 'rhythm.stack.6'"),
        (MLP_SHAPES[1:], "layer 'input_projection.0'"),
        (
            (*MLP_SHAPES[:3], (512, 768), *MLP_SHAPES[4:]),
            "'head.0' [768] there is 'rhythm.stack.3' of",
        ),
    ],
)
def test_other_layers_are_refused_by_the_first_that_does_not_fit(
    tmp_path: Path, shapes: tuple[tuple[int, ...], ...], sentence: str
) -> None:
    mlp_file(tmp_path / "odd.pt", shapes)
    with pytest.raises(EncoderError) as caught:
        import_released(tmp_path / "odd.pt", RIFFUSION)
    assert sentence in caught.value.sentence
