"""The folder of models that were fetched, and which published models there are to fetch."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.files.user_folders import DATA, user_folder


@dataclass(frozen=True)
class PublishedModel:
    """A model that an engine plays with. gigabytes: of the files to fetch, about; the hub says it exactly."""

    engine: str
    repository: str
    gigabytes: float

    @property
    def memory_gigabytes(self) -> float:
        """Memory that it wants while it plays in float32: its weights and a third for what it computes; estimated."""
        return self.gigabytes * 4.0 / 3.0


PUBLISHED: Mapping[str, PublishedModel] = {
    "musicgen-small": PublishedModel("musicgen", "facebook/musicgen-small", 2.4),
    "musicgen-medium": PublishedModel("musicgen", "facebook/musicgen-medium", 8.0),
    "musicgen-large": PublishedModel("musicgen", "facebook/musicgen-large", 13.7),
    "musicgen-melody": PublishedModel("musicgen", "facebook/musicgen-melody", 6.2),
    "riffusion": PublishedModel("riffusion", "riffusion/riffusion-model-v1", 4.3),
    "audioldm2-music": PublishedModel("audioldm2", "cvssp/audioldm2-music", 4.5),
    "ace-step": PublishedModel("ace_step", "ACE-Step/acestep-v15-xl-turbo-diffusers", 11.0),
}
"""Short names of published models. Any other hub id does as well."""


def repository_of(name: str) -> str:
    """Return the hub id behind a short name; any other name is returned as it is."""
    return PUBLISHED[name].repository if name in PUBLISHED else name


def library_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return where fetched models lie: KINESCORE_MODELS, or where this platform keeps a program's data for one user."""
    if chosen := environment.get("KINESCORE_MODELS"):
        return Path(chosen).expanduser()
    return user_folder("models", DATA, environment, platform)


def fetched(name: str) -> Path | None:
    """Return the folder of a hub id, or the file of owner/repository/file, where it was fetched; else None."""
    path = library_folder() / repository_of(name)
    return path if path.exists() else None
