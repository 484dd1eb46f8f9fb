"""Sound that is longer than memory should be: it lies in a file, and is read part by part."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import Audio
from kinescore.sound.stored import SpooledSamples, StoredSamples, blocks_of, copied, fits_in_memory


class LongAudio(Audio):
    """Audio over stored samples. `part` reads what is asked for; `samples` is the whole as an array that the system
    pages in from a file, so it can be indexed like any other, but going through all of it takes the memory of all."""

    def __init__(self, samples: StoredSamples, rate: int) -> None:
        object.__setattr__(self, "_stored", samples)
        object.__setattr__(self, "rate", rate)

    _stored: StoredSamples

    @property
    def stored(self) -> StoredSamples:
        return self._stored

    @cached_property
    def samples(self) -> NDArray[np.float32]:
        stored = self._stored
        if not isinstance(stored, SpooledSamples):
            spool = SpooledSamples(*stored.shape)
            for first, last in blocks_of(stored.shape[1]):
                spool[:, first:last] = stored[:, first:last]
            stored = spool
        return stored.mapped()


def audio_of(samples: StoredSamples, rate: int) -> Audio:
    """Return stored samples as sound: an Audio like any other where they are short enough for memory."""
    if isinstance(samples, np.ndarray):
        return Audio(samples, rate)
    return Audio(samples[:, :], rate) if fits_in_memory(samples.shape) else LongAudio(samples, rate)


def kept(samples: StoredSamples, rate: int) -> Audio:
    """Return stored samples as sound that no longer needs the file they are in."""
    return audio_of(copied(samples), rate)


class Watched:
    """Stored samples [C, N] that call `heartbeat` whenever they are read, so that long work on them can be stopped."""

    def __init__(self, samples: StoredSamples, heartbeat: Callable[[], None]) -> None:
        self._samples, self._heartbeat = samples, heartbeat
        self.shape = samples.shape

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]:
        self._heartbeat()
        return self._samples[part]
