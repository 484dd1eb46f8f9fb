"""Where a model's files are: a local folder, a local file, or a repository of the Hugging Face hub."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from safetensors import SafetensorError

from kinescore.errors import BackboneError

HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class ModelSource:
    """name: a local path, or a hub id such as "facebook/musicgen-small". A local path always wins.

    offline: take a hub model only from the local cache. The network is used for hub ids alone.
    """

    name: str
    offline: bool = False

    @property
    def local(self) -> Path | None:
        """The local path, or None for a hub id. Raises BackboneError for a name that is neither."""
        path = Path(self.name).expanduser()
        if self.name and path.exists():
            return path
        if HUB_ID.fullmatch(self.name) is None:
            raise BackboneError(
                f"There is no model at '{self.name}'.", "Give a folder with its files, or a hub id (owner/name)."
            )
        return None

    def load(self, loader: Callable[..., Loaded], **options: object) -> Loaded:
        """Call a `from_pretrained` with this place; turn its many failures into one sentence.

        Raises BackboneError where files are missing or damaged, or the hub does not answer.
        """
        local = self.local
        try:
            return loader(str(local or self.name), local_files_only=self.offline or local is not None, **options)
        except (OSError, ValueError, RuntimeError, KeyError, SafetensorError) as error:
            reason = str(error).strip().partition("\n")[0]
            raise BackboneError(f"The model '{self.name}' cannot be loaded: {reason}", self._remedy()) from error

    def _remedy(self) -> str:
        if self.local is not None:
            return "Check that the folder holds a complete copy of the model, config, weights and tokenizer."
        if self.offline:
            return "It is not in the local cache; download it once while online, or name a local folder."
        return "Check the name and the connection, or name a local folder."
