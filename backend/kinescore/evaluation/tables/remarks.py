"""What a reader should know of clips that are scored although something is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinescore.evaluation.clips.aist_parts import part_of
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import ClipObservations

SLACK_S = 0.1
"""As in reading sound: compressed files end on whole frames."""


def remarks_on_songs(clips: Sequence[Clip]) -> list[str]:
    """Return what to tell the reader where songs are not known to repeat: chance is drawn between songs only."""
    named = all(part_of(clip.name) for clip in clips)
    if named or len(clips) < 2 or len({clip.song for clip in clips}) < len(clips):
        return []
    return [
        "Every clip counts as a song of its own. Where several are of one song, a list (--list) with a column 'song' "
        "says so; chance is then drawn between songs."
    ]


def remarks_on_music(clips: Sequence[ClipObservations], systems: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each system with sounds without any beat, or that end before what they belong to, and one on
    what becomes of unequal lengths."""
    for system in systems:
        music = [(each, each.generated[system]) for each in clips if system in each.generated]
        silent = sum(not any(len(times) for times in sound.beats.values()) for _, sound in music)
        short = sum(sound.seconds < _seconds(each) - SLACK_S for each, sound in music)
        if silent:
            yield f"{system}: no beat is detected in {silent} of {len(music)} sounds; these score 0."
        if short:
            yield f"{system}: {short} of {len(music)} sounds end before their reference or movement does."

    pairs = [(each.reference, sound) for each in clips if each.reference for sound in each.generated.values()]
    if any(abs(reference.seconds - sound.seconds) > SLACK_S for reference, sound in pairs):
        yield "Music and reference are compared as far as both last, as by LORIS; D2M-GAN's script compares all."


def _seconds(clip: ClipObservations) -> float:
    return max((each.seconds for each in (clip.reference, clip.motion) if each is not None), default=0.0)
