"""Which beats of generated music are aligned with which of a reference: counted for many clips at once.

Music and reference are compared as far as both last: LORIS cuts the reference to the generated length and fails on a
reference that is shorter; here the generated music is cut then.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.events import EDGE_S, Events

WORD_BITS = 16
BITS_SET = (
    np.unpackbits(np.arange(2**WORD_BITS, dtype=np.uint16).view(np.uint8))
    .reshape(-1, WORD_BITS)
    .sum(1)
    .astype(np.uint8)
)
"""How many bits of each 16-bit word are set."""


@dataclass(frozen=True)
class BeatCounts:
    """aligned, generated, reference [N]: beats of each clip."""

    aligned: NDArray[np.int64]
    generated: NDArray[np.int64]
    reference: NDArray[np.int64]


@dataclass(frozen=True)
class BinnedBeats:
    """Which bins of N sounds hold a beat, and which bins there are: beats, bins [N, W], one bit for each bin."""

    beats: NDArray[np.uint16]
    bins: NDArray[np.uint16]

    def take(self, rows: NDArray[np.int64]) -> BinnedBeats:
        """Return the beats of `rows` [N'], in that order."""
        return BinnedBeats(self.beats[rows], self.bins[rows])

    def within(self, others: BinnedBeats) -> BinnedBeats:
        """Return the beats of each row as far as the same row of `others` lasts."""
        words = min(self.bins.shape[1], others.bins.shape[1])
        bins = self.bins[:, :words] & others.bins[:, :words]
        return BinnedBeats(self.beats[:, :words] & bins, bins)


Beats = TypeVar("Beats", BinnedBeats, Events)


class AlignmentRule(ABC, Generic[Beats]):
    """When a generated beat counts as aligned with one of the reference. Beats: what it needs of events for that."""

    @abstractmethod
    def prepare(self, events: Events) -> Beats:
        """Return what is counted of `events`."""

    @abstractmethod
    def count(self, generated: Beats, reference: Beats) -> BeatCounts:
        """Return the counts of every row of `generated` against the same row of `reference`."""

    def pairs(self, generated: Events, reference: Events) -> BeatPairs[Beats]:
        """Return both, ready to be counted in any pairing of their rows."""
        return BeatPairs(self, self.prepare(generated), self.prepare(reference))


@dataclass(frozen=True)
class BeatPairs(Generic[Beats]):
    """The beats of N clips and of their references, row by row."""

    rule: AlignmentRule[Beats]
    generated: Beats
    reference: Beats

    def counts(self) -> BeatCounts:
        """Return the counts of every clip against its own reference."""
        return self.rule.count(self.generated, self.reference)

    def counts_of(self, events: Events) -> BeatCounts:
        """Return the counts of other `events`, row by row, against the same references."""
        return self.rule.count(self.rule.prepare(events), self.reference)

    def counts_shuffled(self, rows: NDArray[np.int64], partners: NDArray[np.int64]) -> BeatCounts:
        """Return the counts of the clips `rows` [n] against the references of `partners` [n]."""
        return self.rule.count(self.generated.take(rows), self.reference.take(partners))

    def counts_shortened(self, rows: NDArray[np.int64], partners: NDArray[np.int64]) -> BeatCounts:
        """Return the counts of the clips `rows` [n] against their own references, as short as those of `partners`."""
        shortened = self.generated.take(rows).within(self.reference.take(partners))
        return self.rule.count(shortened, self.reference.take(rows))


@dataclass(frozen=True)
class SameBin(AlignmentRule[BinnedBeats]):
    """Beats are aligned in the same of the bins floor(time / width_s); several beats in a bin count once."""

    width_s: float

    def bins_of(self, times: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return the number of the bin of each of `times` s, in the shape of `times`."""
        return np.floor((times + EDGE_S) / self.width_s).astype(np.int64).clip(0)

    def prepare(self, events: Events) -> BinnedBeats:
        """Return the bins that hold events. An event at the very end belongs to the last bin."""
        lengths = np.ceil((events.seconds - EDGE_S) / self.width_s).astype(np.int64).clip(1)
        rows, times = events.flat()
        words = -(-int(lengths.max(initial=1)) // WORD_BITS)
        there = np.arange(words * WORD_BITS) < lengths[:, None]
        beats = np.zeros_like(there)
        beats[rows, np.minimum(self.bins_of(times), lengths[rows] - 1)] = True
        return BinnedBeats(_packed(beats), _packed(there))

    def count(self, generated: BinnedBeats, reference: BinnedBeats) -> BeatCounts:
        """Return the counts of every row of `generated` against the same row of `reference`."""
        ours, theirs = generated.within(reference).beats, reference.within(generated).beats
        return BeatCounts(_bits_set(ours & theirs), _bits_set(ours), _bits_set(theirs))


@dataclass(frozen=True)
class OneToOne(AlignmentRule[Events]):
    """Beats are aligned in pairs at most tolerance_s apart, each in one pair at most, in as many pairs as possible."""

    tolerance_s: float

    def prepare(self, events: Events) -> Events:
        """Return `events`: nothing is to be prepared."""
        return events

    def count(self, generated: Events, reference: Events) -> BeatCounts:
        """Return the counts of every row of `generated` against the same row of `reference`.

        Both are walked from the start, all rows in step. Two beats close enough are paired, else the earlier one is
        passed over: nothing later could reach it. With one tolerance for all, this is a maximum matching.
        """
        ours, theirs = generated.within(reference), reference.within(generated)
        i, j = ours.first.copy(), theirs.first.copy()
        aligned = np.zeros(len(i), np.int64)
        rows = np.flatnonzero((i < ours.last) & (j < theirs.last))
        while len(rows):
            late = (ours.line[i[rows]] - ours.home[rows]) - (theirs.line[j[rows]] - theirs.home[rows])
            paired = np.abs(late) <= self.tolerance_s + EDGE_S
            aligned[rows] += paired
            i[rows] += paired | (late < 0)
            j[rows] += paired | (late > 0)
            rows = rows[(i[rows] < ours.last[rows]) & (j[rows] < theirs.last[rows])]
        return BeatCounts(aligned, ours.last - ours.first, theirs.last - theirs.first)


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint16]:
    return np.packbits(bits, axis=1).view(np.uint16)


def _bits_set(words: NDArray[np.uint16]) -> NDArray[np.int64]:
    return BITS_SET[words].sum(axis=1, dtype=np.int64)
