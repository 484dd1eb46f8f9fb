"""Where the music of a command goes, and that nothing else is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinescore.errors import KinescoreError
from kinescore.motion.video.recognise import is_video_name
from kinescore.motion.video.video_output import require_video_for
from kinescore.sound.audio import require_sound_format


def beside(motion: Path) -> Path:
    """Return the sound file of the same name. Its description, a .json, must not replace a movement in .json."""
    name = f"{motion.stem}-music" if motion.suffix.lower() == ".json" else motion.stem
    return motion.with_name(f"{name}.wav")


def require_writable(target: Path, motions: Sequence[Path]) -> None:
    """Raise KinescoreError where no music can be written to `target`, or it would overwrite a movement."""
    if not target.parent.is_dir():
        raise KinescoreError(
            f"The folder {target.parent} does not exist.", "Make it first, or choose another --output."
        )
    for motion in motions:
        if target.with_suffix(".json").resolve() == motion.resolve():
            raise KinescoreError(
                f"The description of {target.name} would overwrite the movement {motion.name}.",
                "Choose another --output.",
            )
    if not is_video_name(target):
        require_sound_format(target)
    require_video_for(target, motions[0])


def numbered(path: Path, number: int, count: int) -> Path:
    """Return the file of take `number` of `count`."""
    return path if count == 1 else path.with_stem(f"{path.stem}-{number}")
