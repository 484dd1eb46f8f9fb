# SPDX-License-Identifier: GPL-3.0-or-later
"""What is ordered of a run beside its request: how many takes, and whether they are the same song as an earlier one."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import bpy

from kinescore.errors import KinescoreError
from kinescore.fit.song import Song
from kinescore.request import MAX_SEED, SoundtrackRequest

from ..scene.sampling import FrameRange
from ..settings.scene_settings import SongChoice
from ..timeline.take_list import KinescoreTake, earlier_take


@dataclass(frozen=True)
class Order:
    """takes: how many, with seeds counting up. song: the one that goes on, or None. seed: drawn for another song; None
    keeps the request's. notes: sentences for the user."""

    takes: int = 1
    song: Song | None = None
    seed: int | None = None
    notes: tuple[str, ...] = ()

    def requests(self, first: SoundtrackRequest) -> Sequence[SoundtrackRequest]:
        """One request for each take, `first` with one seed after another."""
        seed = first.seed if self.seed is None else self.seed
        last = MAX_SEED + 1
        return [replace(first, seed=(seed + step) % last) for step in range(self.takes)]


def order_of(scene: bpy.types.Scene, frames: FrameRange) -> Order:
    """What the settings of `scene` order for `frames`. Raises KinescoreError for an earlier take that tells nothing."""
    settings = scene.kinescore
    choice = SongChoice(settings.song)
    if choice is SongChoice.OTHER:
        return Order(settings.take_count, seed=random.randint(0, MAX_SEED))
    if choice in (SongChoice.SEED, SongChoice.OWN):
        return Order(settings.take_count)
    earlier = earlier_take(scene, frames)
    if earlier is None:
        note = "There is no earlier music to take the song from; the seed decided it."
        return Order(settings.take_count, notes=(note,))
    told = f"The song is that of '{earlier.name}'."
    if settings.take_count > 1:
        told += " Takes differ by their seed, and one song has one: so this is a single take."
    return Order(song=song_of(earlier), notes=(told,))


def song_of(entry: KinescoreTake) -> Song:
    """The song of a listed take. Raises KinescoreError where its provenance does not tell."""
    try:
        told = json.loads(entry.provenance)
    except ValueError as error:
        raise KinescoreError(f"'{entry.name}' does not tell how it was made.", "Choose Another Song.") from error
    return Song.of(told if isinstance(told, dict) else {}, entry.tempo_bpm)
