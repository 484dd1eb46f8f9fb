"""Texts that people write by hand or with a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from kinescore.errors import EvaluationError

MAX_BYTES = 32 * 1024 * 1024
"""A list of 10,000 clips has about 2 MB."""


def read_text(path: Path) -> str:
    """Return the text in `path`, UTF-8 with or without a byte order mark, line ends as they are.

    Raises EvaluationError for a file that is missing, too large, or no such text.
    """
    if not path.is_file():
        raise EvaluationError(f"There is no file {path}.")
    if path.stat().st_size > MAX_BYTES:
        raise EvaluationError(f"{path} has more than {MAX_BYTES // 1024**2} MiB, too much for a text of this kind.")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path} is no text in UTF-8 ({error}).", "Save it again as UTF-8.") from error
