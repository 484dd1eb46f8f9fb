"""What can be wrong with training data."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class DataError(KinescoreError):
    """Folders without pairs, music that cannot be read, clips or targets that are missing or of another kind."""

    code = "bad_data"
