"""A recipe from a preset, a TOML file over it, and single settings over both."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from kinescore.errors import TrainingError
from kinescore.files import strict_json

Recipe = TypeVar("Recipe")


def overridden(config: Recipe, file: Path | None, settings: Sequence[str]) -> Recipe:
    """Return `config` with the fields of a TOML file, then of `settings` ("batch=8", "decay=cosine") in their place.

    config: a dataclass. Raises TrainingError, FormatError or OSError, naming the field, for a file or a setting that
    cannot be read.
    """
    plain = strict_json.to_plain(config)
    if file is not None:
        plain |= _parsed(file.read_text("utf-8"), file.name)
    for setting in settings:
        plain |= _single(setting)
    return strict_json.from_plain(type(config), plain, "training recipe")


def _single(setting: str) -> dict[str, object]:
    name, equals, value = (part.strip() for part in setting.partition("="))
    if not (name and equals and value):
        raise TrainingError(f"'{setting}' is no setting.", "Write it as name=value, such as batch=8.")
    try:
        return tomllib.loads(f"{name} = {value}")
    except tomllib.TOMLDecodeError:  # a word without quotation marks
        return {name: value}


def _parsed(text: str, file_name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"{file_name} is not valid TOML: {error}.") from error
