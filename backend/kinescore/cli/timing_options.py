"""What the user fixes of the timing: tempo, metre, bars, known music, an edited analysis."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from kinescore.dance.analysis_json import EditedAnalysis
from kinescore.dance.ensemble import analyse_together
from kinescore.dance.metre import Metre
from kinescore.errors import KinescoreError, require_packages
from kinescore.motion.mover import Mover


def add_timing_options(parser: argparse._ActionsContainer) -> None:
    """Add --tempo, --metre, --downbeat, --shift, --music and --map to `parser`."""
    parser.add_argument("--tempo", type=float, dest="tempo_bpm", metavar="BPM", help="instead of the tempo found")
    parser.add_argument(
        "--metre", choices=[metre.value for metre in Metre], help="of every bar; tempi count dotted quarters in 6/8"
    )
    parser.add_argument(
        "--downbeat",
        type=float,
        action="append",
        metavar="SECONDS",
        help="the beat nearest to this time begins a bar; may be given several times",
    )
    parser.add_argument(
        "--shift",
        type=float,
        dest="beat_shift_seconds",
        metavar="SECONDS",
        help="move all beats later by this: a nudge for a dancer who is early or late",
    )
    parser.add_argument(
        "--music",
        type=Path,
        metavar="SOUND",
        help="use the beats of this music, which starts with the movement, instead of the movement's",
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="JSON",
        help="what analyse --json printed, edited: its beats or tempo map, metre, hits and intensity are followed",
    )


def timing_of(options: argparse.Namespace, movers: Sequence[Mover]) -> dict[str, Any]:
    """Return what the options fix of the timing of `movers`, by the names of Timing; options override a map.

    Raises KinescoreError for a map that is none or contradicts itself.
    """
    chosen: dict[str, Any] = {}
    if options.map:
        edited = EditedAnalysis(options.map.read_bytes())
        timing = edited.timing(analyse_together(movers, edited.fixed))
        given = {field.name: (getattr(timing, field.name), field.default) for field in fields(timing)}
        chosen = {name: value for name, (value, default) in given.items() if value != default}
    for name in ("tempo_bpm", "beat_shift_seconds"):
        if getattr(options, name) is not None:
            chosen[name] = getattr(options, name)
    if options.metre:
        chosen["metre"] = Metre(options.metre)
    if options.downbeat:
        chosen["downbeats"] = tuple(sorted(options.downbeat))
    if options.music:
        chosen["music_beats"] = beats_of_music(options.music)
    return chosen


def beats_of_music(path: Path) -> tuple[float, ...]:
    """Return the beats of the sound file `path`, in seconds: those of librosa's tracker, each where its onset is.

    The tracker counts in frames of 23 ms and hears a beat some 40 ms late; so its tempo is taken and followed again in
    steps of 6 ms, as the beat lock does. Raises KinescoreError where librosa is not installed or hears fewer than two
    beats, DataError for what is no sound.
    """
    require_packages(("librosa", "filelock", "soundfile"), "Finding the beats of music", "evaluate")
    from kinescore.beat_lock.tracking import beats_near
    from kinescore.evaluation.observations.observation import Detector
    from kinescore.evaluation.observers.music_beats import observe_beats
    from kinescore.fit.onset_strength import onset_strength
    from kinescore.sound.sound_files import read_audio

    audio = read_audio(path)
    heard = observe_beats(audio).beats[Detector.TRACKER]
    beats = beats_near(onset_strength(audio), 60.0 / float(np.median(np.diff(heard)))) if len(heard) > 1 else heard
    if len(beats) < 2:
        raise KinescoreError(f"No beat can be heard in {path.name}.", "Give its tempo with --tempo instead.")
    return tuple(float(beat) for beat in beats)
