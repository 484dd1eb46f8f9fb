"""Every failure a user can cause or mend, as one sentence with a remedy."""

from __future__ import annotations


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


class Cancelled(Exception):
    """Raised by a progress callback to stop the work; never shown as a failure."""
