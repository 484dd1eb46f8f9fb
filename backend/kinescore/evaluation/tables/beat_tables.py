"""The tables of results that are made of times: beat scores, tempo, mir_eval's metrics, music on movement."""

from __future__ import annotations

import numpy as np

from kinescore.evaluation.chance.draws import (
    CLICK_BPM,
    CLICKS,
    EQUAL_TEMPO,
    SHUFFLED,
    Draws,
    Rows,
    Terms,
    clicks,
    random_phase,
)
from kinescore.evaluation.clips.aist_parts import named_tempo
from kinescore.evaluation.metrics.alignment import BRAKING_METRICS, MotionEvents
from kinescore.evaluation.metrics.beat_counts import BeatCounts
from kinescore.evaluation.metrics.beat_scores import beat_terms
from kinescore.evaluation.metrics.events import Events
from kinescore.evaluation.metrics.standard_beats import STANDARD_METRICS, most_draws, standard_terms
from kinescore.evaluation.metrics.tempo import NAMED_TEMPO_METRICS, TRACKED_TEMPO_METRICS, tempo_terms
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.results.evaluation import ClipBeatCounts, MetricResult
from kinescore.evaluation.tables.comparison import Comparison, beat_events, motion_events
from kinescore.evaluation.tables.protocols import MOTION_ALIGNMENTS, BeatProtocol, MotionAlignment

PHASE_STREAM, CLICK_STREAM = 3, 4
TEMPO_GROUP = "tempo"
STANDARD_GROUP = "standard beat measures (mir_eval), beat tracker"


def beat_results(comparison: Comparison, protocol: BeatProtocol) -> tuple[list[MetricResult], list[ClipBeatCounts]]:
    """Return the beat scores under `protocol`, and the counts of every clip."""
    music = beat_events(comparison.music, protocol.detector)
    pairs = protocol.rule.pairs(music, beat_events(comparison.references, protocol.detector))

    def terms(counts: BeatCounts) -> Terms:
        return beat_terms(counts, protocol.ratios)

    def other_music(events: Events) -> Terms:
        return terms(pairs.counts_of(events))

    def other_references(rows: Rows, partners: Rows) -> Terms:
        return terms(pairs.counts_shuffled(rows, partners))

    def shortened(rows: Rows, partners: Rows) -> Terms:
        return terms(pairs.counts_shortened(rows, partners))

    counts = pairs.counts()
    real = terms(counts)
    draws = [
        *comparison.shuffled((SHUFFLED, EQUAL_TEMPO), real, other_references, shortened),
        random_phase(music, real, comparison.draws, comparison.random(PHASE_STREAM), other_music),
        clicks(music, real, comparison.draws, comparison.random(CLICK_STREAM), other_music),
    ]
    results = comparison.results(protocol.name, protocol.metrics, real, draws)
    return results, _counts_of_clips(comparison, protocol, counts)


def _counts_of_clips(comparison: Comparison, protocol: BeatProtocol, counts: BeatCounts) -> list[ClipBeatCounts]:
    columns = (counts.aligned.tolist(), counts.generated.tolist(), counts.reference.tolist())
    return [
        ClipBeatCounts(each.clip.name, comparison.system, protocol.name, *row)
        for each, *row in zip(comparison.clips, *columns, strict=True)
    ]


def tempo_results(comparison: Comparison) -> list[MetricResult]:
    """Return the differences of tempo, to the name's tempo too where names say one."""
    generated = np.array([each.tempo_bpm for each in comparison.music], np.float64)
    tracked = np.array([each.tempo_bpm for each in comparison.references], np.float64)
    named = np.array([named_tempo(each.clip.song) for each in comparison.clips], np.float64)

    def other_references(rows: Rows, partners: Rows) -> Terms:
        return tempo_terms(generated[rows], tracked[partners], named[partners])

    real = tempo_terms(generated, tracked, named)
    of_clicks = tempo_terms(np.full(len(generated), CLICK_BPM), tracked, named).sum(axis=0, keepdims=True)
    draws = comparison.shuffled((SHUFFLED,), real, other_references, None)
    draws.append(Draws(CLICKS, of_clicks, real.sum(axis=0), is_test=False))
    metrics = TRACKED_TEMPO_METRICS + (NAMED_TEMPO_METRICS if np.isfinite(named).any() else ())
    return comparison.results(TEMPO_GROUP, metrics, real, draws)


def standard_results(comparison: Comparison) -> list[MetricResult]:
    """Return mir_eval's beat metrics of the tracked beats. Raises EvaluationError without mir_eval."""
    ours, theirs = beat_events(comparison.music, Detector.TRACKER), beat_events(comparison.references, Detector.TRACKER)

    def other_references(rows: Rows, partners: Rows) -> Terms:
        return standard_terms(ours.take(rows), theirs.take(partners))

    def shortened(rows: Rows, partners: Rows) -> Terms:
        return standard_terms(ours.take(rows).within(theirs.take(partners)), theirs.take(rows))

    real = standard_terms(ours, theirs)
    draws = comparison.shuffled((SHUFFLED,), real, other_references, shortened, most_draws(len(comparison.clips)))
    return comparison.results(STANDARD_GROUP, STANDARD_METRICS, real, draws)


def alignment_results(comparison: Comparison) -> list[MetricResult]:
    """Return how the music lies on the movements, by beats and by onsets; by braking where that was observed."""
    motion = motion_events(comparison.motions)
    has_braking = any(len(each) for each in motion.braking)  # not in results of earlier versions
    kept = [each for each in MOTION_ALIGNMENTS if has_braking or each.metrics is not BRAKING_METRICS]
    return [result for alignment in kept for result in _alignment_results(comparison, alignment, motion)]


def _alignment_results(comparison: Comparison, alignment: MotionAlignment, motion: MotionEvents) -> list[MetricResult]:
    music = beat_events(comparison.music, alignment.detector)

    def other_music(events: Events) -> Terms:
        return alignment.terms(events, motion)

    def others_music(_everyone: Rows, partners: Rows) -> Terms:
        return other_music(music.take(partners))

    def shortened(_everyone: Rows, partners: Rows) -> Terms:
        return other_music(music.within(music.take(partners)))

    real = other_music(music)
    draws = [
        *comparison.shuffled((SHUFFLED,), real, others_music, shortened),
        random_phase(music, real, comparison.draws, comparison.random(PHASE_STREAM), other_music),
    ]
    return comparison.results(alignment.name, alignment.metrics, real, draws)
