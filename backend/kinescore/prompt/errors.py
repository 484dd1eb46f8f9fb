"""What can be wrong with a prompt."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class PromptError(KinescoreError):
    """A prompt that a text encoder cannot read whole, or whose marks and pseudo-words do not fit together."""

    code = "bad_prompt"
