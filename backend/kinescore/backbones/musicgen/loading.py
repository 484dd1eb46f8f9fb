"""MusicGen from a local folder or the hub; a checkpoint of its original code is first made whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import torch
from transformers import (
    AutoTokenizer,
    MusicgenForConditionalGeneration,
    MusicgenMelodyForConditionalGeneration,
    PreTrainedTokenizerBase,
)

from kinescore.backbones.musicgen.audiocraft import AUDIOCRAFT_FILE, decoder_from_audiocraft
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.parts import MusicgenModel
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime, placed
from kinescore.pretrained.sentencepiece_tokenizer import has_pieces_alone, t5_tokenizer

AUDIOCRAFT_SUFFIXES = (".bin", ".pt", ".th")


def load_musicgen(source: ModelSource, runtime: Runtime) -> Musicgen:
    """Return the MusicGen at `source`, frozen, ready to compose and to train with.

    source: a model in transformers' layout; AudioCraft's own go through `convert_audiocraft` first.
    Raises BackboneError where files are missing, damaged or of another model, or the device is not there.
    """
    device = runtime.torch_device()
    _refuse_audiocraft(source)
    model, tokenizer = _load(source), _load_tokenizer(source)
    placed(model.decoder, runtime.precision.dtype)
    return Musicgen(placed(model, device), tokenizer, source.name, runtime.compiled)


def convert_audiocraft(checkpoint: Path, parts: ModelSource, folder: Path) -> None:
    """Write AudioCraft's `checkpoint` as a whole model in transformers' layout, which `load_musicgen` takes by itself.

    parts: a MusicGen in transformers' layout that gives text encoder, tokenizer and codec. The folder is there once
    it is whole. Raises BackboneError, and where there is such a folder already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise BackboneError(f"{folder} is there already and not empty.", "Choose another folder for the model.")
    tokenizer = _load_tokenizer(parts)
    model = decoder_from_audiocraft(checkpoint, _load(parts))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}.") as beside:
        unfinished = Path(beside) / "model"
        model.save_pretrained(unfinished)
        tokenizer.save_pretrained(unfinished)
        if folder.exists():
            folder.rmdir()  # Windows renames to no name that is taken
        os.replace(unfinished, folder)


def _load(source: ModelSource) -> MusicgenModel:
    """Return the model on the CPU in float32."""
    kind = source.kind()
    if kind == "musicgen":
        return source.load_weights(MusicgenForConditionalGeneration.from_pretrained, dtype=torch.float32)
    if kind == "musicgen_melody":
        return source.load_weights(MusicgenMelodyForConditionalGeneration.from_pretrained, dtype=torch.float32)
    raise BackboneError(f"'{source.name}' is a model of kind '{kind}', not a MusicGen.")


def _load_tokenizer(source: ModelSource) -> PreTrainedTokenizerBase:
    """Where its files are missing, transformers makes a tokenizer up that knows no word."""
    folder = source.folder()
    tokenizer: PreTrainedTokenizerBase
    tokenizer = t5_tokenizer(folder) if has_pieces_alone(folder) else source.load(AutoTokenizer.from_pretrained)
    if tokenizer.unk_token_id in tokenizer("music").input_ids:
        raise BackboneError(
            f"The model '{source.name}' comes without its tokenizer.", "Add its tokenizer.json or spiece.model."
        )
    return tokenizer


def _refuse_audiocraft(source: ModelSource) -> None:
    checkpoint = _audiocraft_checkpoint(source)
    if checkpoint is not None:
        raise BackboneError(
            f"{checkpoint.name} holds MusicGen's decoder alone.",
            f"Make it whole once: `kinescore models convert {checkpoint} --parts facebook/musicgen-small -o FOLDER`.",
        )


def _audiocraft_checkpoint(source: ModelSource) -> Path | None:
    path = source.local
    if path is None:
        return None
    if path.is_file():
        return path if path.suffix in AUDIOCRAFT_SUFFIXES else None
    inside = path / AUDIOCRAFT_FILE
    return inside if inside.is_file() and not (path / "config.json").is_file() else None
