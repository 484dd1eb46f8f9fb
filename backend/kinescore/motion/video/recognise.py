"""Which files are videos: the content decides, whatever they are called."""

from __future__ import annotations

import re
from pathlib import Path

from kinescore.files.containers import opens
from kinescore.motion.readers.motion_file import SUFFIXES, begins_as_motion

VIDEO_SUFFIXES = (
    *(".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v", ".mpg", ".mpeg", ".ts", ".mts", ".m2ts", ".wmv", ".asf", ".flv"),
    *(".f4v", ".ogv", ".3gp", ".3g2", ".mxf", ".vob", ".gif", ".y4m", ".nut", ".dv", ".qt", ".m2t", ".mpe", ".ismv"),
    *(".divx", ".rm", ".rmvb", ".wtv", ".gxf", ".ogm", ".apng"),
)
"""What PyAV's containers with pictures are usually called."""
_BEGINNINGS = re.compile(
    rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |FLV\x01|OggS|GIF8[79]a|\x30\x26\xb2\x75\x8e\x66\xcf\x11|\x00\x00\x01\xba"
    rb"|YUV4MPEG2 |\.RMF|\x06\x0e\x2b\x34|nut/multimedia|G.{187}G",
    re.DOTALL,
)
"""Of MP4 and MOV, Matroska, AVI, Flash, Ogg, GIF, ASF, MPEG, YUV4MPEG, RealMedia, MXF, NUT and MPEG-TS: sure enough to
win over the suffix of another kind of file."""


def is_video_name(path: Path) -> bool:
    """True where the suffix says video, for a file that is yet to be written."""
    return path.suffix.lower() in VIDEO_SUFFIXES


def is_video(path: Path) -> bool:
    """True for a file whose content begins as video does, or that PyAV opens as one, whatever its suffix; where there
    is no such file, or the content says nothing and the suffix does, the suffix counts."""
    suffix = path.suffix.lower()
    if not path.is_file() or begins_as_motion(path):
        return is_video_name(path) and not path.is_file()
    with path.open("rb") as file:
        begins_as_video = _BEGINNINGS.match(file.read(512)) is not None
    if suffix in SUFFIXES or suffix in VIDEO_SUFFIXES:
        return begins_as_video or suffix in VIDEO_SUFFIXES
    return opens(path, "video")
