"""The files of one folder, found by the name of a clip."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable
from pathlib import Path

from kinescore.errors import EvaluationError

Recognise = Callable[[Path], bool]
SHOWN = 3
OTHER = {".asf", ".csv", ".html", ".jpeg", ".jpg", ".json", ".md", ".mid", ".pdf", ".png", ".py", ".txt", ".xml"}
"""Suffixes of files that lie beside movements and sounds, and are neither."""
_CAMERA = re.compile(r"_c(?:All|\d{2})_")


def _never(path: Path) -> bool:
    return False


class FileIndex:
    """Files below `folder` with one of `suffixes`, hidden ones left out, by name: path below the folder, no suffix.

    recognise: whether a file counts whose suffix nobody knows; asked of those that have no suffix, or none of OTHER.
    Raises EvaluationError where the folder or any such file is missing, and for two files of one name.
    """

    def __init__(self, label: str, folder: Path, suffixes: tuple[str, ...], recognise: Recognise = _never) -> None:
        if folder.is_file():
            raise EvaluationError(f"{folder} ({label}) is a file.", "Name the folder that it lies in, or write a list.")
        if not folder.is_dir():
            raise EvaluationError(f"There is no folder {folder} ({label}).")
        self.label = label
        self.folder = folder
        self.files: dict[str, Path] = {}
        for path in sorted(folder.rglob("*")):
            relative = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in relative.parts)
            if hidden or not path.is_file():
                continue
            suffix = path.suffix.lower()
            if suffix in suffixes or (suffix not in OTHER and recognise(path)):
                name = relative.with_suffix("").as_posix()
                if name in self.files:
                    raise EvaluationError(f"{self.files[name]} and {path} have the same name.", "Keep one of them.")
                self.files[name] = path
        if not self.files:
            raise EvaluationError(f"{folder} ({label}) holds no {', '.join(suffixes)} file.")
        self._loosely = [_by(key, self.files) for key in (_without_camera, _stem, _stem_without_camera)]

    def find(self, name: str) -> Path | None:
        """Return the file of clip `name`: by its path, or else by its file name where that is there once.

        Camera numbers in AIST++'s names are no difference. Raises EvaluationError where several files fit.
        """
        if name in self.files:
            return self.files[name]
        for key, names in self._loosely:
            found = names.get(key(name), [])
            if len(found) > 1:
                raise EvaluationError(
                    f"{len(found)} files of {self.folder} ({self.label}) fit clip '{name}': {listed(found)}.",
                    "Use the same folders inside every folder, or write a list (--list).",
                )
            if found:
                return self.files[found[0]]
        return None

    def find_all(self, names: Collection[str], elsewhere: Container[str] = ()) -> dict[str, Path]:
        """Return the file of every clip by the clip's name, those left out that are found `elsewhere`.

        Raises EvaluationError naming those without a file, and those that share one.
        """
        found: dict[str, Path] = {}
        missing: list[str] = []
        for name in names:
            if name not in elsewhere:
                path = self.find(name)
                if path is None:
                    missing.append(name)
                else:
                    found[name] = path
        if missing:
            raise EvaluationError(
                f"{self.folder} ({self.label}) lacks {len(missing)} of {len(names)} clips: {listed(missing)}.",
                "Add them, or take them out of the other folders."
                if len(missing) < len(names)
                else f"It holds {listed(list(self.files))}; names must be the same, in upper and lower case too.",
            )
        owners: dict[Path, str] = {}
        for name, path in found.items():
            if owners.setdefault(path, name) != name:
                raise EvaluationError(f"{path} ({self.label}) fits both clip '{owners[path]}' and clip '{name}'.")
        return found


def listed(names: list[str]) -> str:
    """Return the first few of `names`, in words."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


Key = Callable[[str], str]


def _by(key: Key, names: Iterable[str]) -> tuple[Key, dict[str, list[str]]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[key(name)].append(name)
    return key, dict(groups)


def _stem(name: str) -> str:
    return name.rpartition("/")[2]


def _without_camera(name: str) -> str:
    return _CAMERA.sub("_c01_", name)


def _stem_without_camera(name: str) -> str:
    return _without_camera(_stem(name))
