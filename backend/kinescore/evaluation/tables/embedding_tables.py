"""What embedding models and genre classifiers found -> results on sound and genre, each table named after the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from kinescore.errors import EvaluationError
from kinescore.evaluation.chance.draws import Rows, Terms
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.metric import mean_metric, mean_terms
from kinescore.evaluation.results.evaluation import MetricResult
from kinescore.evaluation.tables.fad_tables import distance_results
from kinescore.evaluation.tables.genre_tables import divergence_results, script_divergence_results
from kinescore.evaluation.tables.observed_pairs import ObservedPairs, with_reference_sound

ResultsAndNotes = tuple[list[MetricResult], list[str]]

CLAP_SCORE = mean_metric("CLAP score", 0, best_is_one=True)


def embedding_results(
    folder: Path, clips: Sequence[Clip], observer: str, draws: int = 200, seed: int = 0
) -> tuple[list[MetricResult], list[str]]:
    """Return every result that the observer of this name can give on `clips`, and sentences for the reader.

    folder: of the results. Arrays are read clip by clip; in memory stay covariances and a few numbers of each clip.
    Raises EvaluationError for an observer without such results, and where something is still to be observed.
    """
    kind, _, rest = observer.partition("-")
    if kind not in TABLES:
        raise EvaluationError(
            f"The observer '{observer}' gives neither embeddings nor genres; those that do are {', '.join(TABLES)}."
        )
    compared = with_reference_sound(clips)
    if not compared:
        return [], [f"No clip has the sound of its reference, so there is nothing that {observer} could compare with."]
    title, results = TABLES[kind]
    model, _, digest = rest.rpartition("-")
    return results(
        ObservedPairs(folder, observer, compared, draws, seed), " ".join(filter(None, (title, model, digest)))
    )


def clap_score_results(pairs: ObservedPairs, group: str) -> list[MetricResult]:
    """Return the CLAP score of every system: the mean over clips of the cosine of the CLAP embeddings of generated
    music and its reference (the paper's second version)."""
    return [_clap_score(pairs, group, system) for system in pairs.systems]


def _clap_score(pairs: ObservedPairs, group: str, system: str) -> MetricResult:
    reference, generated = (np.concatenate(rows) for rows in pairs.both(system, "clip"))

    def terms(rows: Rows, partners: Rows) -> Terms:
        return mean_terms(np.einsum("nd,nd->n", generated[rows], reference[partners]))

    return pairs.result(group, system, CLAP_SCORE, terms)


def _vggish(pairs: ObservedPairs, model: str) -> ResultsAndNotes:
    return distance_results(pairs, f"FAD, {model}", "embeddings")


def _clap(pairs: ObservedPairs, model: str) -> ResultsAndNotes:
    distances, notes = distance_results(pairs, f"FAD, {model}", "windows")
    return distances + clap_score_results(pairs, f"CLAP score, {model}"), notes


def _sincresnet(pairs: ObservedPairs, model: str) -> ResultsAndNotes:
    principled = divergence_results(pairs, f"KLD, {model} (principled)")
    return principled + script_divergence_results(pairs, f"KLD, {model} (public script's form)"), [
        f"KLD, {model}: the two forms differ in scale and meaning. Of a published value one has to know which it is."
    ]


def _classifier(pairs: ObservedPairs, model: str) -> ResultsAndNotes:
    return divergence_results(pairs, f"KLD, {model} (principled)"), []


TABLES: Mapping[str, tuple[str, Callable[[ObservedPairs, str], ResultsAndNotes]]] = {
    "vggish": ("VGGish", _vggish),
    "clap": ("CLAP", _clap),
    "sincresnet": ("MS-SincResNet", _sincresnet),
    "genre": ("", _classifier),
}
"""By the first word of an observer's name: what to call its model, and its results."""
