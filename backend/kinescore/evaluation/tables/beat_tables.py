"""The music of one system against its references and movements: every table of figures made of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kinescore.evaluation.chance.chance import (
    CLICK_BPM,
    CLICKS,
    EQUAL_TEMPO,
    SHUFFLED,
    Draws,
    PairTerms,
    Rows,
    Terms,
    clicks,
    random_phase,
    shuffled,
)
from kinescore.evaluation.chance.figures import figures_of
from kinescore.evaluation.chance.shuffling import Shuffling
from kinescore.evaluation.metrics.alignment import ALIGNMENTS, Alignment, Movements, movements_of
from kinescore.evaluation.metrics.beat_counts import Counts
from kinescore.evaluation.metrics.beat_scores import Protocol, beat_terms
from kinescore.evaluation.metrics.events import Events, gather
from kinescore.evaluation.metrics.measure import Measure
from kinescore.evaluation.metrics.standard_beats import STANDARD_GROUP, STANDARD_MEASURES, most_draws, standard_terms
from kinescore.evaluation.metrics.tempo_scores import (
    NAMED_MEASURES,
    TEMPO_GROUP,
    TRACKED_MEASURES,
    named_tempo,
    tempo_terms,
)
from kinescore.evaluation.observations.observation import Detector, Heard, Measured, differ_in_length
from kinescore.evaluation.results.figure import ClipScore, Figure

PHASE_STREAM, CLICK_STREAM = 3, 4


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
        self, kinds: Sequence[str], real: Terms, terms: PairTerms, own: PairTerms | None, most: int | None = None
    ) -> list[Draws]:
        """Return the draws of those `kinds` of shuffling that exist, `most` of each; see `chance.shuffled`."""
        own = own if self._lengths_differ() else None
        known = [(kind, self.shuffling.pairings[kind]) for kind in kinds if kind in self.shuffling.pairings]
        return [shuffled(kind, replace(each, partners=each.partners[:most]), real, terms, own) for kind, each in known]

    def random(self, stream: int) -> np.random.Generator:
        """Return random numbers that depend on the seed and on what they are for."""
        return np.random.default_rng([self.seed, stream])

    def figures(self, group: str, measures: Sequence[Measure], terms: Terms, draws: Sequence[Draws]) -> list[Figure]:
        """Return a figure of each of `measures`."""
        return figures_of(group, self.system, measures, terms, self.shuffling.songs, draws, self.seed)

    def _lengths_differ(self) -> bool:
        references = [each.reference for each in self.clips if each.reference is not None]
        movements = [each.seen for each in self.clips if each.seen is not None]
        return any(map(differ_in_length, (self.music, references, movements)))


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

    def own(rows: Rows, partners: Rows) -> Terms:
        return terms(rule.count(generated.take(rows).within(reference.take(partners)), reference.take(rows)))

    counts = rule.count(generated, reference)
    real = terms(counts)
    draws = [
        *of.shuffled((SHUFFLED, EQUAL_TEMPO), real, paired, own),
        random_phase(music, real, of.draws, of.random(PHASE_STREAM), timed),
        clicks(music, real, of.draws, of.random(CLICK_STREAM), timed),
    ]
    columns = (counts.aligned.tolist(), counts.generated.tolist(), counts.reference.tolist())
    scores = [
        ClipScore(each.clip.name, of.system, protocol.name, *row) for each, *row in zip(of.clips, *columns, strict=True)
    ]
    return of.figures(protocol.name, protocol.measures, real, draws), scores


def tempo_figures(of: Comparison) -> list[Figure]:
    """Return the differences of tempo, to the name's tempo too where names say one."""
    ours = np.array([heard.tempo_bpm for heard in of.music], np.float64)
    theirs = np.array([heard.tempo_bpm for heard in _references(of)], np.float64)
    named = np.array([named_tempo(each.clip.song) for each in of.clips], np.float64)

    def paired(rows: Rows, partners: Rows) -> Terms:
        return tempo_terms(ours[rows], theirs[partners], named[partners])

    real = tempo_terms(ours, theirs, named)
    of_clicks = tempo_terms(np.full(len(ours), CLICK_BPM), theirs, named).sum(axis=0, keepdims=True)
    draws = [*of.shuffled((SHUFFLED,), real, paired, None), Draws(CLICKS, of_clicks, real.sum(axis=0), is_test=False)]
    measures = TRACKED_MEASURES + (NAMED_MEASURES if np.isfinite(named).any() else ())
    return of.figures(TEMPO_GROUP, measures, real, draws)


def standard_figures(of: Comparison) -> list[Figure]:
    """Return mir_eval's beat measures of the tracked beats. Raises EvaluationError without mir_eval."""
    ours, theirs = _events(of.music, Detector.TRACKER), _events(_references(of), Detector.TRACKER)

    def paired(rows: Rows, partners: Rows) -> Terms:
        return standard_terms(ours.take(rows), theirs.take(partners))

    def own(rows: Rows, partners: Rows) -> Terms:
        return standard_terms(ours.take(rows).within(theirs.take(partners)), theirs.take(rows))

    real = standard_terms(ours, theirs)
    draws = of.shuffled((SHUFFLED,), real, paired, own, most_draws(len(of.clips)))
    return of.figures(STANDARD_GROUP, STANDARD_MEASURES, real, draws)


def alignment_figures(of: Comparison) -> list[Figure]:
    """Return how the music lies on the movements, by beats and by onsets."""
    movements = movements_of([each.seen for each in of.clips])
    return [figure for alignment in ALIGNMENTS for figure in _figures_of_alignment(of, alignment, movements)]


def _figures_of_alignment(of: Comparison, alignment: Alignment, movements: Movements) -> list[Figure]:
    music = _events(of.music, alignment.detector)

    def paired(_everyone: Rows, partners: Rows) -> Terms:
        return alignment.terms(music.take(partners), movements)

    def own(_everyone: Rows, partners: Rows) -> Terms:
        return alignment.terms(music.within(music.take(partners)), movements)

    def timed(events: Events) -> Terms:
        return alignment.terms(events, movements)

    real = timed(music)
    draws = [
        *of.shuffled((SHUFFLED,), real, paired, own),
        random_phase(music, real, of.draws, of.random(PHASE_STREAM), timed),
    ]
    return of.figures(alignment.name, alignment.measures, real, draws)


def _references(of: Comparison) -> list[Heard]:
    return [each.reference for each in of.clips]


def _events(heard: Sequence[Heard], detector: Detector) -> Events:
    return gather([each.beats[detector] for each in heard], [each.seconds for each in heard])
