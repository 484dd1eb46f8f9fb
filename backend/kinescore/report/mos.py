"""Ratings of many listeners -> mean opinion scores with intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kinescore.errors import ReportError
from kinescore.evaluation.results.evaluation_files import with_nan, without_nan
from kinescore.files.strict_json import from_plain, parse, to_plain
from kinescore.report.listening_files import SCALE, ListenerRatings, ListeningKey, read_key, read_ratings

KIND, FORMAT = "kinescore_opinion_scores", 1
MAX_LISTENERS = 10_000
METHOD = (
    "A listener's score of a system is the mean over the items that this listener rated; the system's score is the "
    "mean over listeners, with a 95 % interval from Student's t over the listeners, cut to the scale of 1 to 5."
)


@dataclass(frozen=True)
class Opinion:
    """mean: 1 to 5, 5 best. low, high: 95 % interval; nan for fewer than two listeners."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class SystemOpinion:
    """What listeners think of one system. listeners, ratings: how many there are."""

    system: str
    coherence: Opinion
    quality: Opinion
    listeners: int
    ratings: int


@dataclass(frozen=True)
class OpinionScores:
    """One listening test. systems: in the key's order, those that nobody rated left out."""

    test: str
    listeners: int
    ratings: int
    systems: tuple[SystemOpinion, ...]
    notes: tuple[str, ...]


def opinion_scores(paths: Sequence[Path], key_path: Path) -> OpinionScores:
    """Return the scores from listeners' files.

    Raises ReportError or FormatError naming the first file that is damaged, of another test, or of a session that
    another file holds already.
    """
    if not 1 <= len(paths) <= MAX_LISTENERS:
        raise ReportError(f"{len(paths)} files of ratings were given; from 1 to {MAX_LISTENERS} are accepted.")
    key = read_key(key_path)
    sessions: dict[str, tuple[Path, ListenerRatings]] = {}
    for path in paths:
        ratings = read_ratings(path, key)
        if ratings.session in sessions:
            raise ReportError(
                f"{path.name} and {sessions[ratings.session][0].name} come from the same session of one listener.",
                "Keep the later one.",
            )
        sessions[ratings.session] = (path, ratings)
    return aggregated([ratings for _, ratings in sessions.values()], key)


def aggregated(listeners: Sequence[ListenerRatings], key: ListeningKey) -> OpinionScores:
    """Return the scores of checked ratings, the listener being the unit: see METHOD."""
    systems = [_system(system, listeners, key) for system in key.systems]
    rated = tuple(system for system in systems if system.ratings)
    notes = [METHOD]
    if any(system.listeners < 2 for system in rated):
        notes.append("An interval needs at least two listeners; it is undefined for systems that one alone rated.")
    incomplete = sum(len(each.ratings) < len(key.items) for each in listeners)
    if incomplete:
        notes.append(f"{incomplete} of {len(listeners)} listeners did not rate every item.")
    return OpinionScores(key.test, len(listeners), sum(s.ratings for s in rated), rated, tuple(notes))


def as_json(scores: OpinionScores) -> Mapping[str, object]:
    """Return plain values; an undefined number is None."""
    return {KIND: FORMAT, **without_nan(to_plain(scores))}


def read_scores(path: Path) -> OpinionScores:
    """Return what `as_json` made. Raises ReportError or FormatError for anything else, OSError."""
    plain = parse(path.read_bytes(), path.name)
    if not isinstance(plain, dict) or plain.pop(KIND, None) != FORMAT:
        raise ReportError(f"{path.name} holds no opinion scores.", "Make them with `kinescore report mos ... -o JSON`.")
    return from_plain(OpinionScores, with_nan(plain), path.name)


def _system(system: str, listeners: Sequence[ListenerRatings], key: ListeningKey) -> SystemOpinion:
    rated = [[r for r in each.ratings if key.items[r.item].system == system] for each in listeners]
    rated = [ratings for ratings in rated if ratings]
    return SystemOpinion(
        system,
        _opinion([float(np.mean([r.coherence for r in ratings])) for ratings in rated]),
        _opinion([float(np.mean([r.quality for r in ratings])) for ratings in rated]),
        len(rated),
        sum(map(len, rated)),
    )


def _opinion(means: Sequence[float]) -> Opinion:
    """means: one per listener."""
    if not means:
        return Opinion(math.nan, math.nan, math.nan)
    mean = float(np.mean(means))
    if len(means) < 2:
        return Opinion(mean, math.nan, math.nan)
    from scipy.stats import t

    reach = float(t.ppf(0.975, len(means) - 1) * np.std(means, ddof=1) / math.sqrt(len(means)))
    return Opinion(mean, max(mean - reach, float(SCALE[0])), min(mean + reach, float(SCALE[1])))
