"""When the beats of a movement's music fall: told by the name of an AIST++ sequence, by a file of beats beside the
movement, or else heard in the music.

A file of beats is called as the movement with the suffix .beats and has one time in seconds a line; what follows it on
the line is not read. The beats of GTZAN and Ballroom are published like this.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.beat_lock.tracking import heard_beats
from kinescore.dance.beat_grid import even_beats
from kinescore.data.aist_names import BEATS, is_aist_name, parse_aist_name
from kinescore.errors import DataError, require_packages
from kinescore.fit.onset_strength import onset_strength
from kinescore.sound.sound_files import read_audio

SUFFIX = ".beats"
AIST_FIRST_BEAT_SECONDS = 0.08
"""Sequences of AIST++ begin with their music, whose first beat is heard 0.05 to 0.10 s after its start."""
_MORE_BEATS = 4


def told_beats(motion: Path) -> NDArray[np.float64] | None:
    """Return the beats [N] s, at least two, that are known without music; None where nothing tells them.

    Of a sequence of AIST++ a bar more than its longest choreography has. Raises DataError for a bad file of beats.
    """
    path = motion.with_suffix(SUFFIX)
    if path.is_file():
        return _read(path)
    if not is_aist_name(motion.stem):
        return None
    tempo = parse_aist_name(motion.stem).bpm
    return even_beats(AIST_FIRST_BEAT_SECONDS, tempo, (max(BEATS.values()) + _MORE_BEATS) * 60.0 / tempo)


def beats_of(motion: Path, music: Path) -> NDArray[np.float64]:
    """Return the beats [N] s of a movement to `music`: told, or else heard by librosa's tracker.

    Raises DataError where fewer than two are heard, KinescoreError where librosa is missing and is needed.
    """
    told = told_beats(motion)
    if told is not None:
        return told
    require_packages(("librosa",), "Hearing beats in music", "evaluate")
    heard = heard_beats(onset_strength(read_audio(music)))
    if len(heard) < 2:
        raise DataError(f"No beat is heard in {music.name}.", f"Write its beats into {motion.stem}{SUFFIX}.")
    return heard


def _read(path: Path) -> NDArray[np.float64]:
    try:
        beats = np.array([float(line.split()[0]) for line in path.read_text("utf-8").splitlines() if line.strip()])
    except ValueError as error:
        raise DataError(
            f"{path.name} has a line that does not begin with a number.", "Write one time in seconds a line."
        ) from error
    if len(beats) < 2 or not np.isfinite(beats).all() or beats[0] < 0.0 or not (np.diff(beats) > 0.0).all():
        raise DataError(f"The beats in {path.name} must be two at least, from 0 s on, and increase.")
    return beats
