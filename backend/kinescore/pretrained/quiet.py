"""Libraries that load models, kept from talking: what a user can mend is an error of ours, in one sentence."""

from __future__ import annotations

import logging
from typing import Protocol


class TalkingLibrary(Protocol):
    """The logging module of transformers, or of diffusers."""

    def set_verbosity(self, verbosity: int) -> None:
        """Say nothing below this level."""
        ...

    def disable_progress_bar(self) -> None:
        """Draw no bars."""
        ...


def quieten(library: TalkingLibrary) -> None:
    """Keep remarks, warnings and loading bars of `library` off the screen; Kinescore tells its own progress."""
    library.set_verbosity(logging.CRITICAL)
    library.disable_progress_bar()
