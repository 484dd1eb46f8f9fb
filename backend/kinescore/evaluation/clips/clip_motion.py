"""Part of a motion file -> Keypoints."""

from __future__ import annotations

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.clip_sound import SLACK_SECONDS
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import read_any_motion


def load_motion(span: FileSpan) -> Keypoints:
    """Return the part of a movement that `span` says, its first frame at time 0.

    Raises MotionError for a file that cannot be read, EvaluationError where it is shorter than the part asked for.
    """
    keypoints = read_any_motion(span.path)
    wanted = keypoints.seconds - span.start_s if span.seconds is None else span.seconds
    first, count = round(span.start_s * keypoints.fps), round(wanted * keypoints.fps)
    if count < 2 or first + count > len(keypoints) + SLACK_SECONDS * keypoints.fps:
        raise EvaluationError(
            f"{span.path} lasts {keypoints.seconds:.2f} s; the clip is to start at {span.start_s:g} s "
            f"for {max(wanted, 0):g} s."
        )
    frames = slice(first, first + count)
    return Keypoints(keypoints.positions[frames], keypoints.confidence[frames], keypoints.fps, keypoints.size)
