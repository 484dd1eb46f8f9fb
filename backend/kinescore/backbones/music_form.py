"""What is known of the music before it is played, for models that were trained with a form for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MusicForm:
    """bpm: whole felt beats a minute. beats_in_bar: as its time signature writes them. key: such as "D minor", empty
    where it is open. seconds: how long the music is that the model hears at once. guided: whether it keeps to a guide.
    """

    bpm: int
    beats_in_bar: int
    key: str
    seconds: float
    guided: bool = False
