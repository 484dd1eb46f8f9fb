"""Every failure a user can cause or mend, as one sentence with a remedy."""

from __future__ import annotations

import math
from collections.abc import Iterable
from importlib.util import find_spec


class KinescoreError(ValueError):
    """Something the user can mend.

    `code` is a stable snake_case word that programs may test (and the wire carries), `sentence` says what was wrong and
    what is accepted, `remedy` says what to do about it (may be empty).
    """

    code = "bad_input"

    def __init__(self, sentence: str, remedy: str = "", *, code: str | None = None) -> None:
        super().__init__(f"{sentence} {remedy}".rstrip())
        self.sentence = sentence
        self.remedy = remedy
        if code is not None:
            self.code = code


class MotionError(KinescoreError):
    """The motion cannot be read or scored: wrong file, no movement, non-finite or impossible values."""

    code = "bad_motion"


class RequestError(KinescoreError):
    """A field of a soundtrack request is out of range."""

    code = "bad_request"


class EngineError(KinescoreError):
    """The engine that was asked for is unknown or cannot run here."""

    code = "engine_unavailable"


class MemoryShortage(KinescoreError):
    """The machine has not enough memory for this piece."""

    code = "out_of_memory"


class PromptError(KinescoreError):
    """A prompt that a text encoder cannot read whole, or whose marks and pseudo-words do not fit together."""

    code = "bad_prompt"


class BackboneError(KinescoreError):
    """Model files that are missing, damaged or of another kind, a device that is not there, an impossible piece."""

    code = "bad_model"


class EncoderError(KinescoreError):
    """Encoders that cannot be read, do not fit the backbone, or were given what they were not trained on."""

    code = "bad_encoders"


class DataError(KinescoreError):
    """Folders without pairs, music that cannot be read, clips or targets that are missing or of another kind."""

    code = "bad_data"


class TrainingError(KinescoreError):
    """Settings that cannot be, a run that is another one, a loss that is no number any more."""

    code = "bad_training"


class EvaluationError(KinescoreError):
    """Clips that do not pair up, sound that cannot be listened to, results that are missing or of another kind."""

    code = "bad_evaluation"


class ReportError(KinescoreError):
    """Results that make no page, a page that would be too large, ratings that do not belong to the test."""

    code = "bad_report"


class Cancelled(Exception):
    """Raised by a progress callback to stop the work; never shown as a failure."""


def is_out_of_memory(error: Exception) -> bool:
    """Whether an error says that memory is used up: Python's and numpy's, and torch's, which for some devices is a
    plain RuntimeError."""
    said = str(error).lower()
    told = isinstance(error, RuntimeError) and ("out of memory" in said or "can't allocate memory" in said)
    return told or isinstance(error, MemoryError)


def require_within(what: str, value: float | None, low: float, high: float, unit: str) -> None:
    """Raise RequestError unless `value` is None (not given) or lies within `low` .. `high`, both included."""
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        raise RequestError(f"The {what} is {value} {unit}; it must lie between {low:g} and {high:g} {unit}.")


def require_packages(modules: Iterable[str], what: str, extra: str) -> None:
    """Raise KinescoreError, naming `what` and the extra that brings them, where any of `modules` is not installed."""
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        raise KinescoreError(
            f"{what} needs {', '.join(missing)}; not installed here.",
            f"Install with: pip install 'kinescore[{extra}]'",
        )


def counted(number: float, thing: str) -> str:
    """How many there are, as it stands in a sentence: "1 frame", "2 frames", "3 processes"."""
    ending = "" if number == 1 else "es" if thing.endswith("s") else "s"
    return f"{round(number, 3):.12g} {thing}{ending}"
