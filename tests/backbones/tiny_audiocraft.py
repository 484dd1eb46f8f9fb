"""A checkpoint as AudioCraft exports it, tiny, and its forward pass written from the formulas in numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
import yaml
from numpy.typing import NDArray
from scipy.special import erf

WIDTH, LAYERS, HEADS, INNER, TEXT_WIDTH, CODES = 48, 2, 4, 80, 32, 2048
DELAYS = {4: [0, 1, 2, 3], 8: [0, 0, 1, 1, 2, 2, 3, 3]}

Tensors = dict[str, NDArray[np.float32]]


def made_tensors(codebooks: int = 4) -> Tensors:
    """Every tensor of a text-to-music LM, by AudioCraft's names, as regular waves: no two are alike."""
    shapes: dict[str, tuple[int, ...]] = {
        "condition_provider.conditioners.description.output_proj.weight": (WIDTH, TEXT_WIDTH),
        "condition_provider.conditioners.description.output_proj.bias": (WIDTH,),
        "out_norm.weight": (WIDTH,),
        "out_norm.bias": (WIDTH,),
    }
    for k in range(codebooks):
        shapes[f"emb.{k}.weight"], shapes[f"linears.{k}.weight"] = (CODES + 1, WIDTH), (CODES, WIDTH)
    for i in range(LAYERS):
        layer = f"transformer.layers.{i}."
        for attention in ("self_attn", "cross_attention"):
            shapes[f"{layer}{attention}.in_proj_weight"] = (3 * WIDTH, WIDTH)
            shapes[f"{layer}{attention}.out_proj.weight"] = (WIDTH, WIDTH)
        shapes[f"{layer}linear1.weight"], shapes[f"{layer}linear2.weight"] = (INNER, WIDTH), (WIDTH, INNER)
        for norm in ("norm1", "norm_cross", "norm2"):
            shapes[f"{layer}{norm}.weight"] = shapes[f"{layer}{norm}.bias"] = (WIDTH,)
    return {name: _waves(index, shape) for index, (name, shape) in enumerate(shapes.items())}


def _waves(index: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    steps = np.arange(np.prod(shape)).reshape(shape)
    return (np.sin(steps * (0.7 + 0.013 * index) + steps**2 * 1e-3) * (2.0 / shape[-1]) ** 0.5).astype(np.float32)


def settings(codebooks: int = 4, **decoder: object) -> dict[str, object]:
    """The parts of AudioCraft's configuration that matter here; `decoder` overrides those of `transformer_lm`."""
    return {
        "lm_model": "transformer_lm",
        "transformer_lm": {
            **{"dim": WIDTH, "num_heads": HEADS, "num_layers": LAYERS, "hidden_scale": 4, "n_q": codebooks},
            **{"card": CODES, "bias_ff": False, "bias_attn": False, "bias_proj": False, "norm_first": True},
            **{"causal": True, "memory_efficient": True, "qk_layer_norm": False, "kv_repeat": 1},
            **{"positional_embedding": "sin", "activation": "gelu", "layer_scale": None, "dropout": 0.0},
            **decoder,
        },
        "codebooks_pattern": {"modeling": "delay", "delay": {"delays": DELAYS[codebooks]}},
    }


def write_checkpoint(path: Path, tensors: Tensors, configuration: dict[str, object]) -> Path:
    """Write `state_dict.bin` as `audiocraft.utils.export.export_lm` does, and return `path`."""
    state = {name: torch.from_numpy(tensor) for name, tensor in tensors.items()}
    torch.save({"best_state": state, "xp.cfg": yaml.safe_dump(configuration), "version": "1.3", "exported": True}, path)
    return path


def logits(tensors: Tensors, codes: NDArray[np.int64], text: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return [K, S, CODES] for codes [K, S] and text encoder states [L, TEXT_WIDTH], in float64."""
    t = {name: tensor.astype(np.float64) for name, tensor in tensors.items()}
    prompt = "condition_provider.conditioners.description.output_proj."
    heard = text @ t[prompt + "weight"].T + t[prompt + "bias"]
    places = np.arange(codes.shape[1])[:, None] / 10_000 ** (np.arange(WIDTH // 2) / (WIDTH // 2 - 1))
    x = sum(t[f"emb.{k}.weight"][row] for k, row in enumerate(codes)) + np.hstack([np.cos(places), np.sin(places)])
    future = np.triu(np.full((len(x), len(x)), -np.inf), 1)
    for i in range(LAYERS):
        layer = {
            name.split(".", 3)[3]: tensor for name, tensor in t.items() if name.startswith(f"transformer.layers.{i}.")
        }
        normed = _norm(x, layer, "norm1")
        x = x + _attention(normed, normed, layer, "self_attn", future)
        x = x + _attention(_norm(x, layer, "norm_cross"), heard, layer, "cross_attention", 0.0)
        inner = _norm(x, layer, "norm2") @ layer["linear1.weight"].T
        x = x + (inner * 0.5 * (1 + erf(inner / 2**0.5))) @ layer["linear2.weight"].T
    x = _norm(x, {"out.weight": t["out_norm.weight"], "out.bias": t["out_norm.bias"]}, "out")
    return np.stack([x @ t[f"linears.{k}.weight"].T for k in range(len(codes))])


def _norm(x: NDArray, layer: dict[str, NDArray], name: str) -> NDArray:
    centred = x - x.mean(-1, keepdims=True)
    scale = np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5)
    return centred / scale * layer[f"{name}.weight"] + layer[f"{name}.bias"]


def _attention(x: NDArray, context: NDArray, layer: dict[str, NDArray], name: str, mask: NDArray | float) -> NDArray:
    q_rows, k_rows, v_rows = np.split(layer[f"{name}.in_proj_weight"], 3)
    out, width = [], WIDTH // HEADS
    for head in range(HEADS):
        own = slice(head * width, (head + 1) * width)
        scores = (x @ q_rows[own].T) @ (context @ k_rows[own].T).T / width**0.5 + mask
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        out.append(weights / weights.sum(-1, keepdims=True) @ (context @ v_rows[own].T))
    return np.hstack(out) @ layer[f"{name}.out_proj.weight"].T
