"""What can be wrong with what is to be evaluated."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class EvaluationError(KinescoreError):
    """Clips that do not pair up, sound that cannot be listened to, results that are missing or of another kind."""

    code = "bad_evaluation"
