"""Beats of generated music against those of a reference: how many are aligned, and the scores made of it.

Bg, Bt and Ba are the generated, the reference's and the aligned beats of one clip. Music and reference are compared as
far as both last: LORIS cuts the reference to the generated length and fails on a reference that is shorter; here the
generated music is cut then. Protocols differ in who finds beats, when two are aligned, and what the ratios are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluate.events import EDGE_S, Events
from kinescore.evaluate.heard import Detector
from kinescore.evaluate.measure import Measure, Value

WORD_BITS = 16
ONES = (
    np.unpackbits(np.arange(2**WORD_BITS, dtype=np.uint16).view(np.uint8))
    .reshape(-1, WORD_BITS)
    .sum(1)
    .astype(np.uint8)
)
"""How many bits of each 16-bit word are set."""


@dataclass(frozen=True)
class Counts:
    """aligned, generated, reference [N]: beats of each clip."""

    aligned: NDArray[np.int64]
    generated: NDArray[np.int64]
    reference: NDArray[np.int64]


@dataclass(frozen=True)
class Marks:
    """Which bins of N sounds hold a beat, and which bins there are: beats, bins [N, W], one bit for each bin."""

    beats: NDArray[np.uint16]
    bins: NDArray[np.uint16]

    def take(self, rows: NDArray[np.int64]) -> Marks:
        """Return the marks of `rows` [N'], in that order."""
        return Marks(self.beats[rows], self.bins[rows])


@dataclass(frozen=True)
class SameBin:
    """Beats are aligned in the same of the bins floor(time / width_s); several beats in a bin count once."""

    width_s: float

    def prepare(self, events: Events) -> Marks:
        """Return the bins that hold events. An event at the very end belongs to the last bin."""
        lengths = np.ceil((events.seconds - EDGE_S) / self.width_s).astype(np.int64).clip(1)
        rows, times = events.flat()
        bins = np.floor((times + EDGE_S) / self.width_s).astype(np.int64).clip(0)
        words = -(-int(lengths.max(initial=1)) // WORD_BITS)
        there = np.arange(words * WORD_BITS) < lengths[:, None]
        beats = np.zeros_like(there)
        beats[rows, np.minimum(bins, lengths[rows] - 1)] = True
        return Marks(_packed(beats), _packed(there))

    def count(self, generated: Marks, reference: Marks) -> Counts:
        """Return the counts of every row of `generated` against the same row of `reference`."""
        words = min(generated.bins.shape[1], reference.bins.shape[1])
        both = generated.bins[:, :words] & reference.bins[:, :words]
        ours, theirs = generated.beats[:, :words] & both, reference.beats[:, :words] & both
        return Counts(_ones(ours & theirs), _ones(ours), _ones(theirs))


@dataclass(frozen=True)
class OneToOne:
    """Beats are aligned in pairs at most tolerance_s apart, each in one pair at most, in as many pairs as possible."""

    tolerance_s: float

    def prepare(self, events: Events) -> Events:
        """Return `events`: nothing is to be prepared."""
        return events

    def count(self, generated: Events, reference: Events) -> Counts:
        """Return the counts of every row of `generated` against the same row of `reference`.

        Both are walked from the start, all rows in step. Two beats close enough are paired, else the earlier one is
        passed over: nothing later could reach it. With one tolerance for all, this is a maximum matching.
        """
        ours, theirs = generated.until(reference.seconds), reference.until(generated.seconds)
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
        return Counts(aligned, ours.last - ours.first, theirs.last - theirs.first)


Ratios = Callable[[Counts], tuple[NDArray[np.float64], NDArray[np.float64]]]


def loris_ratios(counts: Counts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Ba/Bg and Ba/Bt [N], 0 where there is no beat to divide by (Yu et al. 2023, beats_scores.py)."""
    return counts.aligned / counts.generated.clip(1), counts.aligned / counts.reference.clip(1)


def original_ratios(counts: Counts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Bg/Bt and Ba/Bt [N], nan where the reference has no beat: D2M-GAN's script divides by zero there and ends
    (Zhu et al. 2022)."""
    beats = np.where(counts.reference > 0, counts.reference, np.nan)
    return counts.generated / beats, counts.aligned / beats


COVER, HIT, COVER_SQUARED, HIT_SQUARED, GENERATED, REFERENCE, CLIPS = range(7)


def beat_terms(counts: Counts, ratios: Ratios) -> NDArray[np.float64]:
    """Return what the measures need of every clip, [N, 7]; they are functions of its column sums."""
    cover, hit = ratios(counts)
    columns = (cover, hit, cover**2, hit**2, counts.generated, counts.reference, np.ones(len(cover)))
    return np.stack(columns, axis=1)


def mean_of(column: int) -> Value:
    """Return the mean over clips of a column of terms."""
    return lambda sums: sums[..., column] / sums[..., CLIPS]


def f1_of_means(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the harmonic mean of the two mean ratios (LORIS), 0 where both are 0."""
    cover, hit = sums[..., COVER], sums[..., HIT]
    return 2 * cover * hit / np.where(cover + hit == 0, 1, cover + hit) / sums[..., CLIPS]


def deviation_of(column: int, squared: int, ddof: int) -> Value:
    """Return the standard deviation over clips of a column of terms; nan where `ddof` leaves no clip to divide by."""

    def deviation(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        clips = sums[..., CLIPS]
        spread = np.maximum(sums[..., squared] - sums[..., column] ** 2 / clips, 0)
        return np.sqrt(spread / np.where(clips > ddof, clips - ddof, np.nan))

    return deviation


def density(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the beats generated per beat of the references, over all clips together; nan without any in these."""
    return sums[..., GENERATED] / np.where(sums[..., REFERENCE] > 0, sums[..., REFERENCE], np.nan)


def _deviation(name: str, column: int, squared: int) -> Measure:
    population = deviation_of(column, squared, ddof=0)
    return Measure(
        name,
        deviation_of(column, squared, ddof=1),
        CLIPS,
        better="lower",
        note=lambda sums: f"ddof = 1; {population(sums):.4f} with ddof = 0",
    )


def _why_undefined(sums: NDArray[np.float64]) -> str:
    return "undefined: a reference has no beat, and the original divides by it" if np.isnan(sums[HIT]) else ""


DENSITY = Measure("Bg/Bt", density, CLIPS, better="")
LORIS_MEASURES = (
    Measure("BCS", mean_of(COVER), CLIPS, best_is_one=True),
    Measure("BHS", mean_of(HIT), CLIPS, best_is_one=True),
    Measure("F1", f1_of_means, CLIPS, best_is_one=True),
    _deviation("CSD", COVER, COVER_SQUARED),
    _deviation("HSD", HIT, HIT_SQUARED),
    DENSITY,
)
ORIGINAL_MEASURES = (
    Measure("BCS (Bg/Bt)", mean_of(COVER), CLIPS, better="", note=_why_undefined),
    Measure("BHS", mean_of(HIT), CLIPS, best_is_one=True, note=_why_undefined),
    DENSITY,
)


@dataclass(frozen=True)
class Protocol:
    """One published or proposed way to score beats (method 7.1). name: heading of its table."""

    name: str
    detector: Detector
    rule: SameBin | OneToOne
    ratios: Ratios = loris_ratios
    measures: tuple[Measure, ...] = LORIS_MEASURES


PROTOCOLS = (
    Protocol("beat tracker, 0.2 s bins (primary)", Detector.TRACKER, SameBin(0.2)),
    Protocol("beat tracker, one to one within 0.1 s", Detector.TRACKER, OneToOne(0.1)),
    Protocol("LORIS onsets, 0.2 s bins", Detector.LORIS, SameBin(0.2)),
    Protocol("LORIS onsets, 1 s bins", Detector.LORIS, SameBin(1.0)),
    Protocol("D2M-GAN onsets, 1 s bins (original)", Detector.D2MGAN, SameBin(1.0), original_ratios, ORIGINAL_MEASURES),
)


def _packed(bits: NDArray[np.bool_]) -> NDArray[np.uint16]:
    return np.packbits(bits, axis=1).view(np.uint16)


def _ones(words: NDArray[np.uint16]) -> NDArray[np.int64]:
    return ONES[words].sum(axis=1, dtype=np.int64)
