"""--music and --shift: beats that are not the movement's own."""

from __future__ import annotations

import argparse
from pathlib import Path

from kinescore.errors import KinescoreError, require_packages


def add_beat_options(parser: argparse._ActionsContainer) -> None:
    """Add --music and --shift to `parser`."""
    parser.add_argument(
        "--music",
        type=Path,
        metavar="SOUND",
        help="use the beats of this music, which starts with the movement, instead of the movement's",
    )
    parser.add_argument(
        "--shift",
        type=float,
        default=None,
        dest="beat_shift_seconds",
        metavar="SECONDS",
        help="move all beats later by this: a nudge for a dancer who is early or late",
    )


def beats_of_music(path: Path) -> tuple[float, ...]:
    """Return the beats that librosa's tracker hears in the sound file `path`, in seconds.

    Raises KinescoreError where it is not installed or hears fewer than two, DataError for what is no sound.
    """
    require_packages(("librosa", "filelock", "soundfile"), "Finding the beats of music", "evaluate")
    from kinescore.evaluation.observations.observation import Detector
    from kinescore.evaluation.observers.music_beats import observe_beats
    from kinescore.sound.sound_files import read_audio

    beats = observe_beats(read_audio(path)).beats[Detector.TRACKER]
    if len(beats) < 2:
        raise KinescoreError(f"No beat can be heard in {path.name}.", "Give its tempo with --tempo instead.")
    return tuple(float(beat) for beat in beats)
