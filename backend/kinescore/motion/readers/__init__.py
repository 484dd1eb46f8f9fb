"""Motion files -> Keypoints, one reader for each kind of file."""

from kinescore.motion.readers.motion_file import SUFFIXES, read_motion_file

__all__ = ["SUFFIXES", "read_motion_file"]
