"""The music of one system against its references and movements: every table of figures made of times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluate.alignment import ALIGNMENTS, alignment_terms, movements_of
from kinescore.evaluate.beat_scores import Counts, Protocol, beat_terms
from kinescore.evaluate.chance import (
    CLICK_BPM,
    CLICKS,
    EQUAL_TEMPO,
    SHUFFLED,
    Draws,
    clicks,
    random_phase,
    shuffled,
)
from kinescore.evaluate.events import Events, gather
from kinescore.evaluate.figure import ClipScore, Figure
from kinescore.evaluate.figures import figures_of
from kinescore.evaluate.heard import Detector, Heard, Measured
from kinescore.evaluate.measure import Measure
from kinescore.evaluate.shuffling import Shuffling
from kinescore.evaluate.standard_beats import MOST_EVALUATIONS, STANDARD_GROUP, STANDARD_MEASURES, standard_terms
from kinescore.evaluate.tempo_scores import (
    NAMED_MEASURES,
    TEMPO_GROUP,
    TRACKED_MEASURES,
    named_tempo,
    tempo_terms,
)

PHASE_STREAM, CLICK_STREAM = 3, 4

Rows = NDArray[np.int64]
Terms = NDArray[np.float64]


@dataclass(frozen=True)
class Comparison:
    """One system's music for N clips. music [N]: in the order of clips. draws: how often chance is tried."""

    system: str
    clips: Sequence[Measured]
    music: Sequence[Heard]
    shuffling: Shuffling
    draws: int
    seed: int

    def shuffled(
        self, kinds: Sequence[str], terms: Callable[[Rows, Rows], Terms], most: int | None = None
    ) -> list[Draws]:
        """Return the draws of those `kinds` of shuffling that exist, `most` of each."""
        known = [(kind, self.shuffling.pairings[kind]) for kind in kinds if kind in self.shuffling.pairings]
        return [shuffled(kind, replace(each, partners=each.partners[:most]), terms) for kind, each in known]

    def random(self, stream: int) -> np.random.Generator:
        """Return random numbers that depend on the seed and on what they are for."""
        return np.random.default_rng([self.seed, stream])

    def figures(self, group: str, measures: Sequence[Measure], terms: Terms, draws: Sequence[Draws]) -> list[Figure]:
        """Return a figure of each of `measures`."""
        return figures_of(group, self.system, measures, terms, self.shuffling.songs, draws, self.seed)


def beat_figures(of: Comparison, protocol: Protocol) -> tuple[list[Figure], list[ClipScore]]:
    """Return the beat scores under `protocol`, and the counts of every clip."""
    rule = protocol.rule
    music = _events(of.music, protocol.detector)
    generated = rule.prepare(music)
    reference = rule.prepare(_events(_references(of), protocol.detector))

    def terms(counts: Counts) -> Terms:
        return beat_terms(counts, protocol.ratios)

    def timed(events: Events) -> Terms:
        return terms(rule.count(rule.prepare(events), reference))

    def paired(rows: Rows, partners: Rows) -> Terms:
        return terms(rule.count(generated.take(rows), reference.take(partners)))

    draws = [
        *of.shuffled((SHUFFLED, EQUAL_TEMPO), paired),
        random_phase(music, of.draws, of.random(PHASE_STREAM), timed),
        clicks(music, of.draws, of.random(CLICK_STREAM), timed),
    ]
    counts = rule.count(generated, reference)
    columns = (counts.aligned.tolist(), counts.generated.tolist(), counts.reference.tolist())
    scores = [
        ClipScore(each.clip.name, of.system, protocol.name, *row) for each, *row in zip(of.clips, *columns, strict=True)
    ]
    return of.figures(protocol.name, protocol.measures, terms(counts), draws), scores


def tempo_figures(of: Comparison) -> list[Figure]:
    """Return the differences of tempo, to the name's tempo too where names say one."""
    ours = np.array([heard.tempo_bpm for heard in of.music], np.float64)
    theirs = np.array([heard.tempo_bpm for heard in _references(of)], np.float64)
    named = np.array([named_tempo(each.clip.song) for each in of.clips], np.float64)

    def paired(rows: Rows, partners: Rows) -> Terms:
        return tempo_terms(ours[rows], theirs[partners], named[partners])

    real = tempo_terms(ours, theirs, named)
    of_clicks = tempo_terms(np.full(len(ours), CLICK_BPM), theirs, named).sum(axis=0, keepdims=True)
    draws = [*of.shuffled((SHUFFLED,), paired), Draws(CLICKS, of_clicks, real.sum(axis=0), is_test=False)]
    measures = TRACKED_MEASURES + (NAMED_MEASURES if np.isfinite(named).any() else ())
    return of.figures(TEMPO_GROUP, measures, real, draws)


def standard_figures(of: Comparison) -> list[Figure]:
    """Return mir_eval's beat measures of the tracked beats. Raises EvaluationError without mir_eval."""
    ours, theirs = _events(of.music, Detector.TRACKER), _events(_references(of), Detector.TRACKER)

    def paired(rows: Rows, partners: Rows) -> Terms:
        return standard_terms(ours.take(rows), theirs.take(partners))

    most = max(1, MOST_EVALUATIONS // len(of.clips))
    draws = of.shuffled((SHUFFLED,), paired, most)
    return of.figures(STANDARD_GROUP, STANDARD_MEASURES, standard_terms(ours, theirs), draws)


def alignment_figures(of: Comparison) -> list[Figure]:
    """Return how the music lies on the movements, by beats and by onsets."""
    movements = movements_of([each.seen for each in of.clips])
    figures = []
    for detector, (group, measures) in ALIGNMENTS.items():
        music = _events(of.music, detector)

        def paired(_everyone: Rows, partners: Rows, music: Events = music) -> Terms:
            return alignment_terms(music.take(partners), movements)

        def timed(events: Events) -> Terms:
            return alignment_terms(events, movements)

        draws = [*of.shuffled((SHUFFLED,), paired), random_phase(music, of.draws, of.random(PHASE_STREAM), timed)]
        figures += of.figures(group, measures, timed(music), draws)
    return figures


def _references(of: Comparison) -> list[Heard]:
    return [each.reference for each in of.clips]


def _events(heard: Sequence[Heard], detector: Detector) -> Events:
    return gather([each.beats[detector] for each in heard], [each.seconds for each in heard])
