"""A second look where nobody is found: at parts of the picture, in which someone far away is large enough to be seen.

Estimators look at a small copy of the whole picture; a dancer who is a third of its height is lost in that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

Look = Callable[[NDArray[np.uint8]], NDArray[np.float32]]
"""A picture [H, W, 3] RGB -> poses [P, 17, 3] in it: x, y px and confidence."""

SEARCH_EVERY = 30
"""Frames from one search of all parts to the next, while nobody is found."""
SHARES = (0.5, 0.3)
"""Sides of the parts, in those of the picture; each overlaps the next by half."""
AROUND = 2.0
"""Side of the part that is looked at around somebody found before, in their sizes."""
LEAST_SURE = 0.6
"""Mean confidence of a pose; what is seen in trees and curtains has less."""


class SecondLook:
    """Poses as `whole` finds them in the picture; where it finds nobody, as `part` finds them in a part of it."""

    def __init__(self, whole: Look, part: Look) -> None:
        self._whole, self._part = whole, part
        self._around: tuple[float, float, float] | None = None  # middle and size of who was found last
        self._until_search = 0

    def __call__(self, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        """picture [H, W, 3] RGB -> [P, 17, 3]."""
        poses = self._whole(picture)
        self._until_search -= 1
        if len(poses):
            self._around, self._until_search = None, 0
            return poses
        if self._around is not None:
            poses = self._look(picture, _square(self._around, picture.shape))
        if not len(poses) and self._until_search <= 0:
            self._until_search = SEARCH_EVERY
            poses = next((found for part in _parts(picture.shape) if len(found := self._look(picture, part))), poses)
        self._around = _whereabouts(poses[0]) if len(poses) else None
        return poses

    def _look(self, picture: NDArray[np.uint8], part: tuple[slice, slice]) -> NDArray[np.float32]:
        poses = self._part(np.ascontiguousarray(picture[part])).copy()
        poses[..., 0] += part[1].start
        poses[..., 1] += part[0].start
        return poses[poses[..., 2].mean(axis=1) >= LEAST_SURE]


def _parts(shape: tuple[int, ...]) -> Iterator[tuple[slice, slice]]:
    """Parts that overlap by half and reach to every edge, the large ones first."""
    for share in SHARES:
        rows, columns = (_spread(max(1, round(share * side)), side) for side in shape[:2])
        yield from product(rows, columns)


def _spread(size: int, side: int) -> list[slice]:
    count = 1 + int(np.ceil((side - size) / max(1.0, size / 2)))
    return [slice(int(first), int(first) + size) for first in np.linspace(0, side - size, count).round()]


def _square(around: tuple[float, float, float], shape: tuple[int, ...]) -> tuple[slice, slice]:
    x, y, size = around
    half = AROUND * size / 2
    top, left = (int(np.clip(place - half, 0, side - 1)) for place, side in ((y, shape[0]), (x, shape[1])))
    bottom, right = (int(np.clip(place + half, first + 1, side)) for place, first, side in
                     ((y, top, shape[0]), (x, left, shape[1])))  # fmt: skip
    return slice(top, bottom), slice(left, right)


def _whereabouts(pose: NDArray[np.float32]) -> tuple[float, float, float]:
    low, high = pose[:, :2].min(axis=0), pose[:, :2].max(axis=0)
    x, y = (low + high) / 2
    return float(x), float(y), float((high - low).max())
