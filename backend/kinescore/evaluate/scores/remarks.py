"""What a reader should know of music that is scored although something is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinescore.evaluate.heard import Measured

SLACK_S = 0.1
"""As in reading sound: compressed files end on whole frames."""


def remarks_on_music(clips: Sequence[Measured], systems: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each system with sounds without any beat, or that end before what they belong to."""
    for system in systems:
        music = [(each, each.generated[system]) for each in clips if system in each.generated]
        silent = sum(not any(len(times) for times in heard.beats.values()) for _, heard in music)
        short = sum(heard.seconds < _seconds(each) - SLACK_S for each, heard in music)
        if silent:
            yield f"{system}: nobody hears a beat in {silent} of {len(music)} sounds; these score 0."
        if short:
            yield f"{system}: {short} of {len(music)} sounds end before their reference or movement does."


def _seconds(clip: Measured) -> float:
    return max((each.seconds for each in (clip.reference, clip.seen) if each is not None), default=0.0)
