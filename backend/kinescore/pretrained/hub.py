"""Models from the Hugging Face hub: what there is to fetch, and the fetching, which goes on where it stopped.

Nothing else in Kinescore reaches for the hub. Its own client asks and downloads; what that client leaves out is here:
parts of files that outlive a stop, and digests.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from huggingface_hub import HfApi, hf_hub_url
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError
from huggingface_hub.file_download import http_get
from huggingface_hub.hf_api import RepoSibling
from huggingface_hub.utils._headers import build_hf_headers
from huggingface_hub.utils.tqdm import disable_progress_bars

from kinescore.errors import BackboneError
from kinescore.pretrained.model_folder import PIPELINE_FILE, WEIGHTS
from kinescore.pretrained.model_library import library_folder, repository_of
from kinescore.progress import Report

if TYPE_CHECKING:
    from typing_extensions import Buffer

NAME = re.compile(r"([A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?:/([\w./-]+))?")
ANSWER_SECONDS = 4.0
READ_BY_LOADERS = (".json", ".txt", ".model")
NOT_PLAYED = ("safety_checker", "feature_extractor")
GIT_DIGEST_CHARACTERS = 40
BLOCK = 1 << 20
# The base of the hub's own errors is that of the library that it speaks HTTP with.
UNREACHABLE: tuple[type[Exception], ...] = (OSError, HfHubHTTPError.__mro__[1])
"""What is raised where the hub, or the way to it, fails."""


@dataclass(frozen=True)
class Offer:
    """What the hub offers under a name. revision: the commit. licence: as the hub names it; "" where it does not.

    files: name, size in bytes, and digest of each file to fetch: SHA-256, or Git's SHA-1 for small ones.
    """

    repository: str
    revision: str
    licence: str
    files: tuple[tuple[str, int, str], ...]
    single: bool

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for _, size, _ in self.files)

    @property
    def place(self) -> Path:
        """Where it will lie: a folder, or the single file that was asked for."""
        folder = library_folder() / self.repository
        return folder / self.files[0][0] if self.single else folder


def look_up(name: str) -> Offer:
    """Ask the hub what there is under a short name, an id (owner/name), or owner/name/file.

    Raises BackboneError, within five seconds, where the hub does not answer, has no such model or keeps it closed.
    """
    asked = NAME.fullmatch(repository_of(name))
    if asked is None:
        raise BackboneError(
            f"'{name}' is no name of a model.", "Give one of `kinescore models list`, or a hub id (owner/name)."
        )
    repository, file = asked.groups()
    api = HfApi()
    try:
        info = api.model_info(repository, files_metadata=True, timeout=ANSWER_SECONDS)
    except GatedRepoError as error:
        raise BackboneError(
            f"The makers of '{repository}' ask for your consent first.",
            f"Give it at {api.endpoint}/{repository}, then `hf auth login`.",
        ) from error
    except RepositoryNotFoundError as error:
        raise BackboneError(f"The hub has no model '{repository}'.", "Check the name.") from error
    except UNREACHABLE as error:
        raise BackboneError(
            f"The hub at {api.endpoint} does not answer.", "Check the connection, or copy the model's folder by hand."
        ) from error
    held = {each.rfilename: each for each in info.siblings or () if _stays_inside(each.rfilename)}
    names = [file] if file in held else [] if file else sorted(loadable(held))
    if not any(WEIGHTS.fullmatch(each.rpartition("/")[2]) or file for each in names):
        raise BackboneError(f"'{name}' has no files that Kinescore loads.", "Check the name.")
    files = tuple((each, held[each].size or 0, _digest_of(held[each])) for each in names)
    licence = info.card_data.get("license") if info.card_data else None
    return Offer(repository, str(info.sha), str(licence or ""), files, file is not None)


def _stays_inside(name: str) -> bool:
    """Whether a file so called lies in its repository's folder: a hub of somebody else's may say anything."""
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name)


def loadable(names: Iterable[str]) -> set[str]:
    """Return those of a repository's files that its loaders read: one form of the weights, and what goes with them."""
    known = set(names)
    depth = 1 if PIPELINE_FILE in known else 0
    parts: dict[str, list[str]] = {}
    for name in known:
        folder, _, file = name.rpartition("/")
        if name.count("/") == depth and folder.partition("/")[0] not in NOT_PLAYED:
            parts.setdefault(folder, []).append(file)
    found = {PIPELINE_FILE} & known
    for folder, files in parts.items():
        chosen = {file for file in files if file.endswith(READ_BY_LOADERS)} | _weights(files)
        pickled = any(file.endswith(".safetensors") for file in files)
        found |= {f"{folder}/{file}".lstrip("/") for file in chosen if not (pickled and ".bin.index" in file)}
    return found


def _weights(files: Iterable[str]) -> set[str]:
    """Of several forms of the same weights: safetensors before pickles, whole before half precision."""
    found = {file: match["variant"] for file in files if (match := WEIGHTS.fullmatch(file))}
    safe = {file: variant for file, variant in found.items() if file.endswith(".safetensors")} or found
    best = min(safe.values(), key=lambda variant: variant or "", default=None)
    return {file for file, variant in safe.items() if variant == best}


def fetch(offer: Offer, report: Report) -> Path:
    """Fetch what is missing of `offer`, and return where it lies once all is there. `report` may raise to stop.

    Raises BackboneError where the connection breaks, a file is not what the hub says it is, or the disk is too small;
    the same call again goes on from there.
    """
    disable_progress_bars()
    logging.getLogger("huggingface_hub").setLevel(logging.CRITICAL)  # it tells of every try; ours is one sentence
    unfinished = library_folder() / ".unfinished" / offer.repository / offer.revision
    unfinished.mkdir(parents=True, exist_ok=True)
    _require_room(offer, unfinished)
    before = 0
    for name, size, digest in offer.files:

        def told(held: int, name: str = name, before: int = before) -> None:
            report(f"fetching {name.rpartition('/')[2]}", min(1.0, (before + held) / max(1, offer.size)))

        if not (unfinished / name).is_file():
            url = hf_hub_url(offer.repository, name, revision=offer.revision)
            _fetch_file(url, unfinished / name, size, digest, told)
        before += size
    _move(unfinished, library_folder() / offer.repository, offer)
    return offer.place


def _move(unfinished: Path, folder: Path, offer: Offer) -> None:
    """Into its place: at once where nothing is, else file by file, over what is damaged and beside the rest."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists() and not offer.single:
        os.replace(unfinished, folder)
        return
    for name, _, _ in offer.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(unfinished / name, folder / name)
    shutil.rmtree(unfinished)


def _fetch_file(url: str, path: Path, size: int, digest: str, told: Callable[[int], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    held = part.stat().st_size if part.is_file() else 0
    try:
        with _ToldFile(part, told) as file:
            http_get(url, file, resume_size=held, headers=build_hf_headers(), expected_size=size)
    except UNREACHABLE as error:
        raise BackboneError(
            f"The connection broke while {path.name} came.", "The same command again goes on where it stopped."
        ) from error
    if _digest(part, digest) != digest:
        part.unlink()
        raise BackboneError(f"{path.name} is not what the hub says it is: its digest differs.", "Fetch it again.")
    os.replace(part, path)


class _ToldFile(io.BufferedWriter):
    """Written to at its end; after each write it tells how many bytes it holds."""

    def __init__(self, path: Path, told: Callable[[int], None]) -> None:
        super().__init__(io.FileIO(path, "a"), BLOCK)
        self._told = told

    def write(self, data: Buffer, /) -> int:
        """Write, then tell."""
        written = super().write(data)
        self._told(self.tell())
        return written


def _digest(path: Path, like: str) -> str:
    """SHA-256 of a file, or, where `like` is as short as that, the SHA-1 that Git gives it."""
    is_git = len(like) == GIT_DIGEST_CHARACTERS
    digest = hashlib.sha1(usedforsecurity=False) if is_git else hashlib.sha256()
    if is_git:
        digest.update(f"blob {path.stat().st_size}\0".encode())
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _digest_of(file: RepoSibling) -> str:
    return file.lfs.sha256 if file.lfs else str(file.blob_id)


def _require_room(offer: Offer, folder: Path) -> None:
    held = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    missing, free = offer.size - held, shutil.disk_usage(folder).free
    if missing > free:
        raise BackboneError(
            f"'{offer.repository}' wants {missing / 1e9:.1f} GB more in {folder}; {free / 1e9:.1f} GB are free.",
            "Make room, or set KINESCORE_MODELS to a folder on another disk.",
        )
