"""Dances read from stick drawings: which of them stand on their head, and what can be made of those.

The reader took legs for arms there, once one had come near the other.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.dances import Dance, load_dances, without_joints

UPSIDE_DOWN_SHARE = 0.05
"""Dances that stand on their head in more frames than this were misread (stick drawings without face or feet)."""


def load_upright(folder: Path) -> list[Dance]:
    """Return the dances in `folder` without those misread as standing on their head."""
    return [dance for dance in load_dances(folder) if upside_down(dance) <= UPSIDE_DOWN_SHARE]


def load_righted(folder: Path) -> list[Dance]:
    """Return the dances in `folder` that were misread, mended as far as that goes (see `righted`): rougher than others,
    for trends alone."""
    return [righted(dance) for dance in load_dances(folder) if upside_down(dance) > UPSIDE_DOWN_SHARE]


def righted(dance: Dance) -> Dance:
    """Arms and legs exchanged in frames whose shoulders are below the hips, as the reader did; no head."""
    positions = dance.keypoints.positions.copy()
    turned = positions[:, 5:7, 1].mean(axis=1) > positions[:, 11:13, 1].mean(axis=1)
    arms, legs = np.arange(5, 11), np.arange(11, 17)
    positions[np.ix_(turned, np.append(arms, legs))] = positions[np.ix_(turned, np.append(legs, arms))]
    return without_joints(replace(dance, keypoints=replace(dance.keypoints, positions=positions)), (0, 1, 2, 3, 4))


def upside_down(dance: Dance) -> float:
    """Return the share of frames of a stick drawing whose nose is lower than a tenth of a body above the lower ankle.

    Other dances have faces and are read rightly: they may stand on their hands.
    """
    if not dance.name.startswith("stick"):
        return 0.0
    height = dance.keypoints.positions[..., 1]
    usual = float(np.median(np.ptp(height, axis=1)))
    return float((height[:, 0] > height[:, 15:17].max(axis=1) - 0.1 * usual).mean())
