"""Clips -> an evaluation, by way of what the observers found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kinescore import __version__
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import ClipObservations
from kinescore.evaluation.observations.store import BEAT_OBSERVER, load_observations
from kinescore.evaluation.results.evaluation import Evaluation
from kinescore.evaluation.results.evaluation_files import save_beat_counts, save_evaluation
from kinescore.evaluation.tables.embedding_tables import embedding_results
from kinescore.evaluation.tables.event_tables import event_results
from kinescore.progress import Report, silent


def evaluate(
    clips: Sequence[Clip],
    observers: Sequence[str],
    folder: Path,
    draws: int,
    seed: int,
    notes: Sequence[str] = (),
    report: Report = silent,
) -> Evaluation:
    """Compute every metric of what `observers` (their names) found in `clips`, write all to `folder`, and return it.

    notes: sentences that come before those of the tables. Same files, draws and seed: same bytes. Raises
    EvaluationError where something is still to be observed.
    """
    of_events = event_results(_reported(load_observations(folder, clips), len(clips), report), draws, seed, report)
    results, remarks = list(of_events.results), [*notes, *of_events.notes]
    models = [observer for observer in observers if observer != BEAT_OBSERVER]
    for number, model in enumerate(models):
        report("computing metrics: models", number / len(models))
        found, said = embedding_results(folder, clips, model, draws, seed)
        results += found
        remarks += said
    evaluation = Evaluation(__version__, tuple(clips[0].generated), len(clips), tuple(results), tuple(remarks))
    save_beat_counts(of_events.beat_counts, folder)
    save_evaluation(evaluation, folder)
    return evaluation


def _reported(observations: Iterable[ClipObservations], count: int, report: Report) -> Iterator[ClipObservations]:
    for number, each in enumerate(observations):
        report("reading observations", number / count)
        yield each
