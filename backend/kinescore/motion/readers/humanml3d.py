"""HumanML3D's features (Guo et al., CVPR 2022): joints of a body relative to its root, back in space."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

FEATURES = MappingProxyType({263: 22, 251: 21})
"""Numbers a frame -> joints: HumanML3D, KIT-ML."""
FPS = MappingProxyType({263: 20.0, 251: 12.5})


def joints_of_features(features: NDArray[np.floating[Any]], name: str) -> NDArray[np.float64]:
    """Joints [T, J, 3] (m, or mm for KIT-ML; Y up) from features [T, 263] or [T, 251].

    The first numbers of a frame are the root's turn about Y (rad a frame, of half the angle), its way across the floor
    (m a frame, in the root's own axes) and its height; then come the other joints, seen from the root.
    Raises MotionError for features that are still normalised by a model's mean and deviation.
    """
    frames, count = len(features), FEATURES[features.shape[1]]
    root_height = features[:, 3]
    if np.median(root_height) < 0.2:
        raise MotionError(
            f"{name} holds features whose body is {np.median(root_height):.2f} m above the floor: they are normalised.",
            "Multiply by the data set's Std.npy and add its Mean.npy, or save the joints.",
        )
    half_turn = np.concatenate([[0.0], np.cumsum(features[:-1, 0])])
    step = np.zeros((frames, 3))
    step[1:, [0, 2]] = features[:-1, 1:3]
    root = np.cumsum(_turned_back(step[:, None], half_turn)[:, 0], axis=0)
    root[:, 1] = root_height
    others = _turned_back(features[:, 4 : 4 + 3 * (count - 1)].reshape(frames, count - 1, 3), half_turn)
    others[..., [0, 2]] += root[:, None, [0, 2]]
    return np.concatenate([root[:, None], others], axis=1)


def _turned_back(points: NDArray[np.floating[Any]], half_turn: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Points [T, K, 3] turned by the inverse of the quaternion (cos a, 0, sin a, 0), a = half_turn [T] in radians."""
    cos, sin = np.cos(2 * half_turn)[:, None], np.sin(2 * half_turn)[:, None]
    x, y, z = np.moveaxis(points, -1, 0)
    return np.stack([cos * x - sin * z, y, sin * x + cos * z], axis=-1)
