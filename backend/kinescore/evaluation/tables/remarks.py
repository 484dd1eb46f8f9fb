"""What a reader should know of music that is scored although something is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinescore.evaluation.observations.observation import Measured

SLACK_S = 0.1
"""As in reading sound: compressed files end on whole frames."""


def remarks_on_music(clips: Sequence[Measured], systems: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each system with sounds without any beat, or that end before what they belong to, and one on
    what becomes of unequal lengths."""
    for system in systems:
        music = [(each, each.generated[system]) for each in clips if system in each.generated]
        silent = sum(not any(len(times) for times in heard.beats.values()) for _, heard in music)
        short = sum(heard.seconds < _seconds(each) - SLACK_S for each, heard in music)
        if silent:
            yield f"{system}: nobody hears a beat in {silent} of {len(music)} sounds; these score 0."
        if short:
            yield f"{system}: {short} of {len(music)} sounds end before their reference or movement does."

    pairs = [(each.reference, heard) for each in clips if each.reference for heard in each.generated.values()]
    if any(abs(reference.seconds - heard.seconds) > SLACK_S for reference, heard in pairs):
        yield "Music and reference are compared as far as both last, as by LORIS; D2M-GAN's script compares all."


def _seconds(clip: Measured) -> float:
    return max((each.seconds for each in (clip.reference, clip.seen) if each is not None), default=0.0)
