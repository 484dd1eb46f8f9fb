"""Part of a sound file or a film -> Audio, part of a motion file -> Keypoints; of sounds, only that part is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.files.containers import opens
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import read_motion
from kinescore.sound.audio import Audio
from kinescore.sound.container_sound import read_container_sound
from kinescore.sound.sound_files import SOUND_SUFFIXES, read_frames

if TYPE_CHECKING:
    from soundfile import SoundFile

SLACK_SECONDS = 0.1
"""How much a file may fall short of the asked length: compressed sound is cut to whole frames."""


def load_sound(span: FileSpan) -> Audio:
    """Return the part of the file that `span` says, float32, at the file's own rate, all channels.

    Raises EvaluationError for what is no sound or is shorter than the part asked for, DataError for a part that is too
    long to be read, or holds numbers that are not finite.
    """
    import soundfile

    path = span.path
    if not path.is_file():
        raise EvaluationError(f"There is no file {path}.")
    if path.suffix.lower() not in SOUND_SUFFIXES:
        return _load_film_sound(span)
    try:
        file = soundfile.SoundFile(path)
    except soundfile.SoundFileError as error:
        if opens(path, "audio"):  # a film, or another container, called as a sound
            return _load_film_sound(span)
        raise _unreadable(path) from error
    try:
        with file:
            return _frames_of(file, span)
    except soundfile.SoundFileError as error:
        raise _unreadable(path) from error


def _frames_of(file: SoundFile, span: FileSpan) -> Audio:
    first = round(span.start_s * file.samplerate)
    count = file.frames - first if span.seconds is None else round(span.seconds * file.samplerate)
    if count < 1 or first + count > file.frames + SLACK_SECONDS * file.samplerate:
        raise EvaluationError(_too_short(span, file.frames / file.samplerate, span.seconds))
    file.seek(first)
    return read_frames(file, min(count, file.frames - first), span.path)


def _unreadable(path: Path) -> EvaluationError:
    return EvaluationError(f"{path} is no sound file that can be read.", f"Use {', '.join(SOUND_SUFFIXES)}.")


def _load_film_sound(span: FileSpan) -> Audio:
    audio = read_container_sound(span.path, span.start_s, span.seconds)
    least = 0.0 if span.seconds is None else span.seconds - SLACK_SECONDS
    if not audio.samples.size or audio.seconds < least:
        raise EvaluationError(_too_short(span, span.start_s + audio.seconds, span.seconds))
    return audio


def load_motion(span: FileSpan) -> Keypoints:
    """Return the part of a movement that `span` says, its first frame at time 0.

    Raises MotionError for a file that cannot be read, EvaluationError where it is shorter than the part asked for.
    """
    keypoints = read_motion(span.path)
    wanted = keypoints.seconds - span.start_s if span.seconds is None else span.seconds
    first, count = round(span.start_s * keypoints.fps), round(wanted * keypoints.fps)
    if count < 2 or first + count > len(keypoints) + SLACK_SECONDS * keypoints.fps:
        raise EvaluationError(_too_short(span, keypoints.seconds, max(wanted, 0)))
    return keypoints.between(first / keypoints.fps, min(first + count, len(keypoints)) / keypoints.fps)


def _too_short(span: FileSpan, there: float, wanted: float | None) -> str:
    """there: seconds of the file. wanted: seconds from the span's start; None is any."""
    part = "" if wanted is None else f" for {wanted:g} s"
    return f"{span.path} lasts {there:.2f} s; the clip is to start at {span.start_s:g} s{part}."
