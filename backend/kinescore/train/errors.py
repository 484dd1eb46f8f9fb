"""What can be wrong with a training run."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class TrainingError(KinescoreError):
    """Settings that cannot be, a run that is another one, a loss that is no number any more."""

    code = "bad_training"
