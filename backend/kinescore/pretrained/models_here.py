"""The models that this machine has: in the library of fetched ones, and in the cache that the hub's own tools fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kinescore.errors import BackboneError
from kinescore.pretrained.model_folder import kind_of, require_whole
from kinescore.pretrained.model_library import library_folder


@dataclass(frozen=True)
class HeldModel:
    """A repository of the hub that is here. kind: as `kind_of`; "" where nothing says it. size: bytes.

    problem: a sentence where it would not load; "" where all of it is there.
    """

    repository: str
    kind: str
    size: int
    problem: str


def models_here() -> tuple[HeldModel, ...]:
    """Return all of them in the order of their names; what is in the library stands for what is in the cache too."""
    folders = dict(_cached())
    folders |= dict(_in_library())
    return tuple(_looked_into(name, folders[name]) for name in sorted(folders))


def _in_library() -> Iterator[tuple[str, Path]]:
    for folder in library_folder().glob("[!.]*/*"):
        if folder.is_dir():
            yield f"{folder.parent.name}/{folder.name}", folder


def _cached() -> Iterator[tuple[str, Path]]:
    if find_spec("huggingface_hub") is None:
        return
    from huggingface_hub import CacheNotFound, constants, scan_cache_dir

    try:
        repositories = scan_cache_dir(constants.HF_HUB_CACHE).repos
    except CacheNotFound:
        return
    for repository in repositories:
        current = repository.refs.get("main")
        if repository.repo_type == "model" and current is not None:
            yield repository.repo_id, current.snapshot_path


def _looked_into(name: str, folder: Path) -> HeldModel:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    kind = problem = ""
    try:
        kind = kind_of(folder)
        require_whole(folder, without=("safety_checker", "feature_extractor"))
    except BackboneError as error:
        problem = error.sentence
    return HeldModel(name, kind, size, problem)
