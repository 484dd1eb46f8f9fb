"""What can be wrong with a text-to-music model or with what it is asked for."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class BackboneError(KinescoreError):
    """Model files that are missing, damaged or of another kind, a device that is not there, an impossible piece."""

    code = "bad_model"
