"""What lies in a model's folder: which kind of model, whether all of it is there, and which variant of its weights."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from kinescore.errors import BackboneError

PIPELINE_FILE, MODEL_FILE = "model_index.json", "config.json"
"""Name the kind of model: of diffusers' pipelines, whose parts have folders, and of transformers' single models."""
UNFINISHED = (".incomplete", ".part", ".crdownload", ".aria2", ".download")
WEIGHTS = re.compile(
    r"(?:diffusion_)?(?:pytorch_)?model(?:\.(?P<variant>\w+))?(?:-\d+-of-\d+)?\.(?:safetensors|bin)", re.ASCII
)
TOKENIZER_FILES = ("tokenizer.json", "vocab.json", "spiece.model")
LFS_POINTER = b"version https://git-lfs"
FETCH_AGAIN = "Fetch it again, whole; `kinescore models get` goes on where a download stopped, and checks what came."


def kind_of(folder: Path) -> str:
    """Return the class of a pipeline or the type of a model, such as "StableDiffusionPipeline" or "musicgen".

    "" where a file that should say it does not. Raises BackboneError where there is no such file.
    """
    for name, key in ((PIPELINE_FILE, "_class_name"), (MODEL_FILE, "model_type")):
        if (folder / name).is_file():
            return str(_json_of(folder / name).get(key, ""))
    if not any(folder.iterdir()):
        raise BackboneError(f"The folder '{folder}' is empty.", "Name the folder that holds the model's files.")
    _refuse_unfinished(folder)
    raise BackboneError(
        f"The folder '{folder}' holds no model: neither {MODEL_FILE} nor {PIPELINE_FILE} is in it.",
        "Name the folder that holds the model's files, in the layout of transformers or diffusers.",
    )


def require_whole(folder: Path, without: Collection[str] = ()) -> None:
    """Raise BackboneError, naming the file, where weights are missing, unfinished, cut off or only pointed at.

    without: parts of a pipeline that nobody asks for.
    """
    _refuse_unfinished(folder)
    for part in _folders_with_weights(folder, without):
        weights = [path for path in sorted(part.iterdir()) if WEIGHTS.fullmatch(path.name)]
        if not weights:
            raise BackboneError(f"'{part}' lacks its weights: there is no .safetensors and no .bin in it.", FETCH_AGAIN)
        safe = any(path.suffix == ".safetensors" for path in weights)
        for index in part.glob("*.safetensors.index.json" if safe else "*.index.json"):
            shards = set(_json_of(index).get("weight_map", {}).values())
            if missing := sorted(name for name in shards if not (part / name).is_file()):
                raise BackboneError(f"'{part}' lacks {missing[0]}, one of {len(shards)} files of weights.", FETCH_AGAIN)
        for path in weights:
            _refuse_broken(path)


def variant_of(folder: Path) -> str | None:
    """Return the variant, such as "fp16", that the folder's weights are there as; None where the plain ones are."""
    for part in (folder, *(path for path in sorted(folder.iterdir()) if path.is_dir())):
        found = {match["variant"] for path in part.iterdir() if (match := WEIGHTS.fullmatch(path.name))}
        if found and None not in found:
            return min(found)
    return None


def _folders_with_weights(folder: Path, without: Collection[str]) -> Iterator[Path]:
    """The folder, or those of a pipeline's parts that are networks. Raises BackboneError where a part is missing."""
    index = folder / PIPELINE_FILE
    if not index.is_file():
        yield folder
        return
    for name, part in _json_of(index).items():
        if name.startswith("_") or name in without or not isinstance(part, list) or part[0] is None:
            continue
        if not (folder / name).is_dir():
            raise BackboneError(f"'{folder}' lacks the folder '{name}', a part of its model.", FETCH_AGAIN)
        if name.startswith("tokenizer"):
            _require_tokenizer(folder / name)
        elif (folder / name / MODEL_FILE).is_file():
            yield folder / name


def _require_tokenizer(part: Path) -> None:
    """Where its files are missing, transformers makes a tokenizer up that knows no word."""
    if not any((part / name).is_file() for name in TOKENIZER_FILES):
        raise BackboneError(f"'{part}' lacks the tokenizer's words: {' or '.join(TOKENIZER_FILES)}.", FETCH_AGAIN)


def _refuse_unfinished(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.suffix in UNFINISHED and not path.relative_to(folder).parts[0].startswith("."):
            raise BackboneError(f"'{folder}' is half a download: {path.relative_to(folder)} is there.", FETCH_AGAIN)


def _refuse_broken(path: Path) -> None:
    """A file of weights that Git left in its store, or that ends before its header says. Only its start is read."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(len(LFS_POINTER))
        if start == LFS_POINTER:
            raise BackboneError(f"'{path}' only points at weights in Git's large file storage.", "Use `git lfs pull`.")
        if path.suffix != ".safetensors":
            return
        length = int.from_bytes(start[:8], "little")
        file.seek(8)
        header = file.read(length) if length < size else b""
    try:
        ends = [tensor["data_offsets"][1] for name, tensor in json.loads(header).items() if name != "__metadata__"]
    except (ValueError, LookupError, TypeError, AttributeError):
        raise BackboneError(f"'{path}' is damaged or cut off: its header cannot be read.", FETCH_AGAIN) from None
    whole = 8 + length + max(ends, default=0)
    if size < whole:
        raise BackboneError(f"'{path}' is cut off: {size / 1e6:.1f} of {whole / 1e6:.1f} MB are there.", FETCH_AGAIN)


def _json_of(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BackboneError(f"'{path}' is damaged: it is not JSON.", FETCH_AGAIN) from error
    return held if isinstance(held, dict) else {}
