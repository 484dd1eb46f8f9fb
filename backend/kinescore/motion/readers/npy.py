"""One array of joints saved with numpy."""

from __future__ import annotations

from pathlib import Path

from kinescore.errors import MotionError
from kinescore.motion.readers.arrays import plain_numbers, recording_of_joints
from kinescore.motion.readers.npz_archive import read_npy
from kinescore.motion.recordings import Recording


def read_npy_file(path: Path) -> Recording:
    """Read an array as `recording_of_joints` does; only HumanML3D's features come with a frame rate.

    Raises MotionError for arrays of Python objects and for shapes that are no joints.
    """
    try:
        with path.open("rb") as file:
            array = read_npy(file, path.name)
    except (ValueError, EOFError, MemoryError, SyntaxError) as error:
        raise MotionError(
            f"{path.name} is not an .npy file of plain numbers ({str(error)[:80]}).", "Save it again with numpy.save."
        ) from error
    return recording_of_joints(plain_numbers(array, "The array", path.name), path.name)
