"""Every random choice of training is a function of seed, update and process: nothing to save, nothing to lose."""

from __future__ import annotations

import numpy as np

DROPOUT, LOSS, ORDER, VALIDATION = range(4)


def seed_for(*place: int) -> int:
    """Return 64 bits that depend on all of `place`: the run's seed, one of the purposes above, update, process."""
    return int(np.random.SeedSequence(place).generate_state(1, np.uint64)[0])


def indices_at(update: int, batch: int, clips: int, seed: int) -> list[int]:
    """Return the `batch` clips of `update`: endless epochs back to back, each in an order of its own.

    An update at a border takes the end of one epoch and the start of the next, so every clip is seen equally often.
    """
    places = range(update * batch, (update + 1) * batch)
    orders = {
        epoch: np.random.default_rng(seed_for(seed, ORDER, epoch)).permutation(clips)
        for epoch in {place // clips for place in places}
    }
    return [int(orders[place // clips][place % clips]) for place in places]
