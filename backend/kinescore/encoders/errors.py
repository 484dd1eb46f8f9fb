"""What can be wrong with encoders, their checkpoints and what they are given."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class EncoderError(KinescoreError):
    """Encoders that cannot be read, do not fit the backbone, or were given what they were not trained on."""

    code = "bad_encoders"
