"""Where a model's files are: a local folder or file, or what was fetched from the Hugging Face hub before."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from huggingface_hub import snapshot_download
from huggingface_hub.errors import LocalEntryNotFoundError
from safetensors import SafetensorError

from kinescore.errors import BackboneError
from kinescore.pretrained.model_folder import kind_of, require_whole, variant_of
from kinescore.pretrained.model_library import fetched, repository_of

HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class ModelSource:
    """name: a local path, a hub id such as "facebook/musicgen-small", or its short name, such as "musicgen-small". A
    local path always wins.

    A name of the hub stands for what `kinescore models get` has fetched: nothing here reaches for the network.
    """

    name: str

    @property
    def local(self) -> Path | None:
        """The local path, or None for a name of the hub. Raises BackboneError for a name that is neither."""
        path = Path(self.name).expanduser()
        if self.name and path.exists():
            return path
        if HUB_ID.fullmatch(repository_of(self.name)) is None:
            raise BackboneError(
                f"There is no model at '{self.name}'.",
                "Give a folder with its files, a name of `kinescore models list`, or a hub id (owner/name).",
            )
        return None

    def folder(self) -> Path:
        """Return the folder of its files. Raises BackboneError for a file, and for a hub id that was not fetched."""
        if (local := self.local) is None:
            return self._fetched()
        if local.is_file():
            raise BackboneError(f"'{local.name}' is a part of a model.", "Name the folder that holds it.")
        return local

    def kind(self) -> str:
        """Return which kind of model it is, as `kind_of`. Raises BackboneError."""
        return kind_of(self.folder())

    def load_weights(self, loader: Callable[..., Loaded], without: Collection[str] = (), **options: object) -> Loaded:
        """Do what `load` does, with the variant of the weights that is there. without: parts that are not wanted.

        Raises BackboneError naming the file where not all weights are there and whole.
        """
        require_whole(self.folder(), without)
        unwanted = dict.fromkeys(without)
        return self.load(loader, variant=variant_of(self.folder()), **unwanted, **options)

    def load(self, loader: Callable[..., Loaded], **options: object) -> Loaded:
        """Call a `from_pretrained` with this place; turn its many failures into one sentence.

        Raises BackboneError where files are missing or damaged.
        """
        folder = self.folder()
        try:
            with warnings.catch_warnings():
                # Libraries warn of their own use of other libraries.
                warnings.simplefilter("ignore", FutureWarning)
                return loader(str(folder), local_files_only=True, **options)
        except (OSError, ValueError, RuntimeError, KeyError, SafetensorError) as error:
            reason = str(error).strip().partition("\n")[0]
            raise BackboneError(
                f"The model '{self.name}' cannot be loaded: {reason}",
                "Check that the folder holds a complete copy of the model, config, weights and tokenizer.",
            ) from error

    def _fetched(self) -> Path:
        """In the library of models, or in the cache that the hub's own tools fill."""
        if (folder := fetched(self.name)) is not None:
            return folder
        try:
            return Path(snapshot_download(repository_of(self.name), local_files_only=True))
        except LocalEntryNotFoundError as error:
            raise BackboneError(
                f"The model '{self.name}' is not on this machine.",
                f"Fetch it once with `kinescore models get {self.name}`, or name a local folder.",
            ) from error
