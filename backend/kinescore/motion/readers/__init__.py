"""Motion files -> Keypoints, one reader for each kind of file."""

from kinescore.motion.readers.motion_file import SUFFIXES, read_motion

__all__ = ["SUFFIXES", "read_motion"]
