# SPDX-License-Identifier: GPL-3.0-or-later
"""How a run ended, in words for the panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinescore.errors import KinescoreError
from kinescore.take import Take


@dataclass(frozen=True)
class Outcome:
    """How a run ended. error: None when music was placed or the run was cancelled. notes: sentences for the user.
    take_id: of the music that was placed."""

    summary: str = ""
    notes: tuple[str, ...] = ()
    error: KinescoreError | None = None
    take_id: str = ""


def placed(take: Take, take_id: str, seconds: float, notes: Sequence[str], count: int, name: str) -> Outcome:
    """The outcome of a run that took `seconds` and made `count` takes. `take`, listed as `name`, is on the timeline."""
    summary = (
        f"{take.audio.seconds:.2f} s of music at {take.tempo_bpm:.1f} BPM, {len(take.beats)} beats, "
        f"made in {seconds:.1f} s"
    )
    if count > 1:
        summary = f"{count} takes; '{name}' lands best on the movement and is on the timeline: {summary}"
    return Outcome(summary, tuple(notes), take_id=take_id)
