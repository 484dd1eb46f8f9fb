"""What the learned ears kept -> figures on sound and genre, each table named after who listened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kinescore.errors import EvaluationError
from kinescore.evaluation.chance.observed_pairs import HeardPairs, with_reference_sound
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.metrics.clap_score import clap_figures
from kinescore.evaluation.metrics.embedding_distance import distance_figures
from kinescore.evaluation.metrics.genre_divergence import divergence_figures, script_figures
from kinescore.evaluation.results.figure import Figure

Found = tuple[list[Figure], list[str]]


def quality_figures(
    folder: Path, clips: Sequence[Clip], ear_name: str, draws: int = 200, seed: int = 0
) -> tuple[list[Figure], list[str]]:
    """Return every figure that the ear called `ear_name` can give on `clips`, and sentences for the reader.

    folder: of the results. Arrays are read clip by clip; in memory stay covariances and a few numbers of each clip.
    Raises EvaluationError for an ear that has no such figures, and where something was not heard yet.
    """
    kind, _, rest = ear_name.partition("-")
    if kind not in TABLES:
        raise EvaluationError(f"The ear '{ear_name}' hears no quality; those that do are {', '.join(TABLES)}.")
    compared = with_reference_sound(clips)
    if not compared:
        return [], [f"No clip has the sound of its reference, so there is nothing that {ear_name} could compare with."]
    title, figures = TABLES[kind]
    model, _, digest = rest.rpartition("-")
    return figures(HeardPairs(folder, ear_name, compared, draws, seed), " ".join(filter(None, (title, model, digest))))


def _vggish(pairs: HeardPairs, listener: str) -> Found:
    return distance_figures(pairs, f"FAD, {listener}", "embeddings")


def _clap(pairs: HeardPairs, listener: str) -> Found:
    distances, notes = distance_figures(pairs, f"FAD, {listener}", "windows")
    return distances + clap_figures(pairs, f"CLAP score, {listener}"), notes


def _sincresnet(pairs: HeardPairs, listener: str) -> Found:
    principled = divergence_figures(pairs, f"KLD, {listener} (principled)")
    return principled + script_figures(pairs, f"KLD, {listener} (public script's form)"), [
        f"KLD, {listener}: the two forms differ in scale and meaning. Of a published value one has to know which it is."
    ]


def _classifier(pairs: HeardPairs, listener: str) -> Found:
    return divergence_figures(pairs, f"KLD, {listener} (principled)"), []


TABLES: Mapping[str, tuple[str, Callable[[HeardPairs, str], Found]]] = {
    "vggish": ("VGGish", _vggish),
    "clap": ("CLAP", _clap),
    "sincresnet": ("MS-SincResNet", _sincresnet),
    "genre": ("", _classifier),
}
"""By the first word of an ear's name: what to call it, and what it can say."""
