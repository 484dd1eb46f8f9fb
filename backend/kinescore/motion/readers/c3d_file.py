"""C3D, the binary file of optical capture, read with the package c3d."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np

from kinescore.errors import MotionError, require_packages
from kinescore.motion.readers.arrays import MAX_NUMBERS
from kinescore.motion.readers.markers import skeleton_of_markers
from kinescore.motion.recordings import MAX_FRAMES, Skeleton


def read_c3d(path: Path) -> Skeleton:
    """Read the points of every frame; those with a negative residual are unseen.

    Raises MotionError for a damaged file, KinescoreError where c3d is not installed.
    """
    require_packages(["c3d"], "Reading .c3d", "motion")
    import c3d

    try:
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = c3d.Reader(file)
            frames, count = reader.last_frame - reader.first_frame + 1, reader.point_used
            names = [str(label).strip() for label in reader.point_labels[:count]]
            if not 0 < frames <= MAX_FRAMES or not 0 < frames * count * 3 <= MAX_NUMBERS:
                raise MotionError(
                    f"{path.name} holds {frames} frames of {count} points; it cannot be read whole.", "Cut it."
                )
            points = np.full((frames, count, 3), np.nan)
            read = 0
            for _, frame, _ in reader.read_frames(copy=False, analog_transform=False):
                points[read] = np.where(frame[:, 3:4] < 0, np.nan, frame[:, :3])
                read += 1
            fps = float(reader.point_rate)
    except MotionError:
        raise
    except Exception as error:  # damaged files fail in every way that the package does not foresee
        raise MotionError(f"{path.name} is not a C3D file that can be read.", "Export it again.") from error
    notes: tuple[str, ...] = ()
    if 0 < read < frames:
        notes = (f"{path.name} promises {frames} frames and holds {read}, all of which were read.",)
    points[(points == 0).all(axis=2)] = np.nan
    skeleton = skeleton_of_markers(names, points[:read], fps if fps > 0 else None)
    return replace(skeleton, notes=notes + skeleton.notes)
