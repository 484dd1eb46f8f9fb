"""What listeners rate: movements drawn from the evaluation, each with sounds of one length, format and loudness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kinescore.errors import ReportError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.clips.loading import load_motion, load_sound
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.mastering.limiter import finishing_gain
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import Report
from kinescore.report.html import MAX_BYTES, megabytes
from kinescore.report.listening_files import MISMATCHED
from kinescore.sound.audio import SAMPLE_RATE, Audio

LOUDNESS_LUFS = -20.0
MAX_SECONDS = 15.0
MIN_SECONDS = 1.0
FADE_SECONDS = 0.02


@dataclass(frozen=True)
class RatedDance:
    """One movement of the test and its sounds by system, all as long as the shortest of them."""

    clip: Clip
    keypoints: Keypoints
    sounds: Mapping[str, Audio]
    seconds: float


def draw_clips(clips: Sequence[Clip], count: int, generator: np.random.Generator) -> list[Clip]:
    """Return `count` random clips that have a movement, or all. Raises ReportError for none."""
    moving = [clip for clip in clips if clip.motion is not None]
    if not moving:
        raise ReportError("No clip has a movement, and listeners rate how music fits one.", "Evaluate with --motion.")
    if count < 1:
        raise ReportError(f"{count} items were asked for; a test needs at least 1.")
    return [moving[k] for k in generator.permutation(len(moving))[:count]]


def mismatched_music(
    clips: Sequence[Clip], everything: Sequence[Clip], generator: np.random.Generator
) -> dict[str, FileSpan]:
    """Return by clip the music of another dance to another song: its reference, or without one the systems' in turn."""
    found: dict[str, FileSpan] = {}
    for number, clip in enumerate(clips):
        strangers = [other for other in everything if other.song != clip.song]
        if strangers:
            other = strangers[generator.integers(len(strangers))]
            systems = list(other.generated.values())
            found[clip.name] = reference_sound(other) or systems[number % len(systems)]
    return found


def reference_sound(clip: Clip) -> FileSpan | None:
    """Return the reference of a clip where it is a sound."""
    return None if clip.reference is None or is_beat_times(clip.reference.path) else clip.reference


def sounds_of(clip: Clip, mismatched: FileSpan | None) -> dict[str, FileSpan]:
    """Return all that is rated of one clip, by system, the controls last."""
    controls = {REFERENCE: reference_sound(clip), MISMATCHED: mismatched}
    return {**clip.generated, **{system: span for system, span in controls.items() if span is not None}}


def load_dances(clips: Sequence[Clip], mismatched: Mapping[str, FileSpan], report: Report) -> list[RatedDance]:
    """Return the dances of `clips`, each of which has a movement, their sounds levelled.

    Raises ReportError before more sound is gathered than a page may hold; packed and as text, a sample takes about a
    byte. Raises it for a clip that is too short, too.
    """
    dances: list[RatedDance] = []
    for dance in _dances(clips, mismatched, report):
        dances.append(dance)
        if sum(sound.samples.size for each in dances for sound in each.sounds.values()) > MAX_BYTES:
            raise ReportError(
                f"The sounds of this test would have more than {megabytes(MAX_BYTES)}.", "Choose fewer --items."
            )
    return dances


def _dances(clips: Sequence[Clip], mismatched: Mapping[str, FileSpan], report: Report) -> Iterator[RatedDance]:
    for number, clip in enumerate(clips):
        report("levelling sounds", number / len(clips))
        assert clip.motion is not None, "clips without movement are not drawn"
        keypoints = load_motion(clip.motion)
        sounds = {system: load_sound(span) for system, span in sounds_of(clip, mismatched.get(clip.name)).items()}
        seconds = min(MAX_SECONDS, keypoints.seconds, *(sound.seconds for sound in sounds.values()))
        if seconds < MIN_SECONDS:
            raise ReportError(f"Clip '{clip.name}' has only {seconds:.2f} s of movement with music; 1 s is needed.")
        yield RatedDance(clip, keypoints, {name: _levelled(sound, seconds) for name, sound in sounds.items()}, seconds)


def _levelled(sound: Audio, seconds: float) -> Audio:
    """The first `seconds` in the one format and loudness of the test, with short fades."""
    import librosa

    stereo = np.repeat(sound.samples, 2, axis=0) if len(sound.samples) == 1 else sound.samples[:2]
    count = round(seconds * SAMPLE_RATE)
    samples = librosa.resample(stereo, orig_sr=sound.rate, target_sr=SAMPLE_RATE)
    samples = librosa.util.fix_length(samples, size=count).astype(np.float32)
    ramp = np.linspace(0.0, 1.0, round(FADE_SECONDS * SAMPLE_RATE), dtype=np.float32)
    samples[:, : len(ramp)] *= ramp
    samples[:, -len(ramp) :] *= ramp[::-1]
    return Audio(samples * finishing_gain(samples, LOUDNESS_LUFS), SAMPLE_RATE)
