"""Containers of film and sound, opened by PyAV (FFmpeg)."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

from kinescore.errors import KinescoreError

_NO_FILES = re.compile(r"concat|dash|hls|imf|rtp|rtsp|sdp|webm_dash_manifest|tty|lavfi|alsa|oss|.*grab|fbdev|.*v4l2.*")
"""What PyAV opens beside files: lists that name others or addresses of a network, devices, and any text."""
_PICTURES = re.compile(r"image2|.*pipe")


def load_av() -> ModuleType:
    """PyAV, or a KinescoreError saying how to install it."""
    try:
        import av
    except ImportError as error:
        raise KinescoreError(
            f"Video needs PyAV, which cannot be loaded ({error}).",
            "Install it with: pip install 'kinescore[video]'",
            code="package_missing",
        ) from error
    return av


def only_files(av: ModuleType) -> dict[str, str]:
    """Options for `av.open`: containers that are whole in one file, so that none is fetched from elsewhere."""
    return {"format_whitelist": ",".join(sorted(name for name in av.formats_available if not _NO_FILES.match(name)))}


def opens(path: Path, kind: str) -> bool:
    """Whether PyAV finds a track of this kind ("video", "audio") that it can decode, whatever the file is called; a
    picture alone is no video. False where there is no PyAV."""
    try:
        av = load_av()
    except KinescoreError:
        return False
    try:
        with av.open(str(path), options=only_files(av)) as container:
            streams = [stream for stream in container.streams if stream.type == kind and stream.codec_context]
            return bool(streams) and not _PICTURES.match(container.format.name)
    except (av.FFmpegError, UnicodeDecodeError, OSError, ValueError):
        return False
