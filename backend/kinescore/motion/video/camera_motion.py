"""How the camera moved between the frames of a film, and movement as it would be seen by one that stood still.

Corners of the background are followed from frame to frame (Shi & Tomasi 1994; Lucas & Kanade 1981, pyramids by Bouguet)
and give a shift, turn and zoom that most of them agree on (RANSAC). Both by OpenCV.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE

Similarity = NDArray[np.float64]
"""[2, 3]: a shift, turn and zoom of points (x, y, 1) in px."""

WIDTH = 480
"""px; larger pictures are made this small first."""
CORNERS, LEAST_CORNERS = 240, 12
AGREEING_SHARE = 0.3
"""Where fewer corners agree on one movement there is none to be found: a cut, or a picture full of moving things."""
STILL_PX = 0.12
"""At WIDTH; a camera on a tripod seems to move less than this, and sums of it would drift."""
PERSON_MARGIN, LEAST_MARGIN = 0.15, 0.08
"""Around the person, as a share of their size, and at least of the picture's width: clothes, hair and shadow."""
LEAST_CONTRAST = 3.0
"""Standard deviation of the background's grey levels (0..255); a plain wall shows no movement."""
LEAST_RESPONSE = 0.4
"""Of phase correlation, 0..1; less means that the pictures share no one shift."""
LEAST_LIKENESS = 0.6
"""Correlation of small pictures of two frames; where it is less and nothing can be followed, there is a cut."""


@dataclass(frozen=True)
class View:
    """How one frame is seen. to_first: brings its px into those of the first frame of the film. is_cut: whether another
    shot begins with it; `to_first` then starts anew from the last."""

    to_first: Similarity
    is_cut: bool = False

    def steadied(self, poses: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return poses [P, 17, 3] (x, y px, confidence) in px of the first frame."""
        moved = poses.copy()
        moved[..., :2] = poses[..., :2] @ self.to_first[:, :2].T + self.to_first[:, 2]
        return moved


STILL = View(np.eye(2, 3))


class CameraMotion:
    """Follows the camera through the frames of one film."""

    def __init__(self) -> None:
        self._grey: NDArray[np.uint8] | None = None
        self._corners: NDArray[np.float32] | None = None
        self._background: NDArray[np.uint8] | None = None
        self._people = 0
        self._to_first = np.eye(2, 3)

    def __call__(self, picture: NDArray[np.uint8], poses: NDArray[np.float32]) -> View:
        """Return how the next frame is seen. picture: [H, W, 3] RGB. poses: [P, 17, 3] px of the people in it."""
        import cv2

        scale = min(1.0, WIDTH / picture.shape[1])
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        background = _background(grey, poses, scale)
        if self._background is not None and len(poses) < max(self._people, 1):  # who is lost for a frame is still there
            background = np.minimum(background, self._background) if len(poses) else self._background
        self._people = len(poses)
        is_cut, step = False, np.eye(2, 3)
        if self._grey is not None and self._background is not None:
            still = np.minimum(background, self._background)
            shift = _shift(self._grey, grey, still)
            found = self._followed(grey, shift)
            if found is None and shift is not None:
                found = np.column_stack([np.eye(2), shift])
            is_cut = found is None and _differ(_without_person(self._grey, still), _without_person(grey, still))
            step = np.eye(2, 3) if found is None else found
        step[:, 2] /= scale
        self._to_first = _after(self._to_first, _inverse(step))
        self._grey, self._background = grey, background
        self._corners = cv2.goodFeaturesToTrack(grey, CORNERS, 0.01, 7, mask=background)
        return View(self._to_first.copy(), is_cut)

    def _followed(self, grey: NDArray[np.uint8], start: NDArray[np.float64] | None) -> Similarity | None:
        """How the background's corners move from the last frame to this one, in small px; None where too few agree.

        start: where to look for them first, a shift (x, y).
        """
        import cv2

        if self._corners is None or len(self._corners) < LEAST_CORNERS:
            return None
        near = self._corners + np.float32(0.0 if start is None else start)
        flow = partial(cv2.calcOpticalFlowPyrLK, winSize=(21, 21), maxLevel=3, flags=cv2.OPTFLOW_USE_INITIAL_FLOW)
        moved, seen, _ = flow(self._grey, grey, self._corners, near)
        back, seen_back, _ = flow(grey, self._grey, moved, self._corners.copy())
        sure = (seen & seen_back).ravel().astype(bool)
        sure &= np.linalg.norm((back - self._corners).reshape(-1, 2), axis=1) < 0.5
        if sure.sum() < max(LEAST_CORNERS, AGREEING_SHARE * len(sure)):
            return None
        cv2.setRNGSeed(0)  # RANSAC draws; same film, same keypoints
        step, agree = cv2.estimateAffinePartial2D(
            self._corners[sure], moved[sure], method=cv2.RANSAC, ransacReprojThreshold=1.0
        )
        if step is None or agree.sum() < AGREEING_SHARE * sure.sum():
            return None
        height, width = grey.shape
        corners = np.array([(0, 0, 1), (width, 0, 1), (0, height, 1), (width, height, 1)], np.float64)
        way = np.linalg.norm(corners @ step.T - corners[:, :2], axis=1).max()
        return np.eye(2, 3) if way < STILL_PX else np.asarray(step, np.float64)


def _shift(
    before: NDArray[np.uint8], grey: NDArray[np.uint8], background: NDArray[np.uint8]
) -> NDArray[np.float64] | None:
    """How far the background has moved, (x, y) small px, by phase correlation; None where it says little."""
    import cv2

    window = cv2.createHanningWindow(grey.shape[::-1], cv2.CV_32F)
    window *= cv2.GaussianBlur(background, (0, 0), grey.shape[1] / 80).astype(np.float32) / 255
    if window.sum() < 1.0:
        return None  # a person fills the picture
    there, here = ((picture - np.average(picture, weights=window)).astype(np.float32) for picture in (before, grey))
    if np.average(here**2, weights=window) < LEAST_CONTRAST**2:
        return None
    shift, likeness = cv2.phaseCorrelate(there, here, window)
    if likeness < LEAST_RESPONSE or np.hypot(*shift) < 1.0:
        return None
    right, down = round(shift[0]), round(shift[1])
    return None if _differ(_overlap(before, -right, -down), _overlap(grey, right, down)) else np.array(shift)


def _background(grey: NDArray[np.uint8], poses: NDArray[np.float32], scale: float) -> NDArray[np.uint8]:
    """255 where corners may be looked for: not on people."""
    mask = np.full(grey.shape, 255, np.uint8)
    for pose in poses:
        seen = pose[pose[:, 2] >= LEAST_CONFIDENCE, :2] * scale
        if not len(seen):
            continue
        low, high = seen.min(axis=0), seen.max(axis=0)
        margin = max(PERSON_MARGIN * max(high - low), LEAST_MARGIN * grey.shape[1])
        (left, top), (right, bottom) = (np.maximum(edge, 0).astype(int) for edge in (low - margin, high + margin))
        mask[top : bottom + 1, left : right + 1] = 0
    return mask


def _overlap(grey: NDArray[np.uint8], right: int, down: int) -> NDArray[np.uint8]:
    """The part of a picture that stays inside when it is moved; px."""
    height, width = grey.shape
    return grey[max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)]


def _without_person(grey: NDArray[np.uint8], background: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with the mean of its background where the person is; before a black curtain nothing is left."""
    seen = background > 0
    if not seen.any():
        return grey
    values = grey[seen]
    mean = np.uint8(values.mean())
    return np.where(seen, grey, mean) if values.std() >= LEAST_CONTRAST else np.full_like(grey, mean)


def _differ(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    """Whether two pictures show different things, whatever moves in them."""
    import cv2

    first, second = (
        cv2.resize(grey, (32, 18), interpolation=cv2.INTER_AREA).astype(np.float64) for grey in (one, other)
    )
    first, second = first - first.mean(), second - second.mean()
    power = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return power > 0 and float((first * second).sum()) < LEAST_LIKENESS * power


def _after(outer: Similarity, inner: Similarity) -> Similarity:
    """First `inner`, then `outer`."""
    return np.column_stack([outer[:, :2] @ inner[:, :2], outer[:, :2] @ inner[:, 2] + outer[:, 2]])


def _inverse(step: Similarity) -> Similarity:
    back = np.linalg.inv(step[:, :2])
    return np.column_stack([back, -back @ step[:, 2]])
