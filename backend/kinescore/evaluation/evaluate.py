"""Clips -> an evaluation, by way of what every ear and eye kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kinescore import __version__
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.aist_parts import part_of
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import Measured
from kinescore.evaluation.observations.stored import BEAT_EAR, load_measured
from kinescore.evaluation.results.evaluation_json import save_evaluation, save_scores
from kinescore.evaluation.results.figure import Evaluation
from kinescore.evaluation.tables.embedding_tables import quality_figures
from kinescore.evaluation.tables.time_tables import score
from kinescore.progress import Report, silent


def conclude(
    clips: Sequence[Clip],
    ears: Sequence[str],
    folder: Path,
    draws: int,
    seed: int,
    notes: Sequence[str] = (),
    report: Report = silent,
) -> Evaluation:
    """Make every figure of what `ears` heard of `clips` and the eyes saw, write all to `folder`, and return it.

    notes: sentences that come before those of the figures. Same files, draws and seed: same bytes. Raises
    EvaluationError where something was not heard yet.
    """
    scored = score(_reported(load_measured(folder, clips), len(clips), report), draws, seed, report)
    figures, said = list(scored.figures), [*notes, *scored.notes]
    learned = [ear for ear in ears if ear != BEAT_EAR]
    for number, ear in enumerate(learned):
        report("making figures: models", number / len(learned))
        found, remarks = quality_figures(folder, clips, ear, draws, seed)
        figures += found
        said += remarks
    evaluation = Evaluation(__version__, tuple(clips[0].generated), len(clips), tuple(figures), tuple(said))
    save_scores(scored.clip_scores, folder)
    save_evaluation(evaluation, folder)
    return evaluation


def _reported(measured: Iterable[Measured], count: int, report: Report) -> Iterator[Measured]:
    for number, each in enumerate(measured):
        report("reading what was heard", number / count)
        yield each


def require_something_to_compare(clips: Sequence[Clip]) -> None:
    """Raise EvaluationError where no clip has a reference or a movement, before anything is heard for nothing."""
    if not any(clip.reference or clip.motion for clip in clips):
        raise EvaluationError(
            "There is nothing to compare the music with.", "Name a folder of references or of movements, or both."
        )


def remarks_on_songs(clips: Sequence[Clip]) -> list[str]:
    """Return what to tell the reader where songs are not known to repeat: chance is drawn between songs only."""
    named = all(part_of(clip.name) for clip in clips)
    if named or len(clips) < 2 or len({clip.song for clip in clips}) < len(clips):
        return []
    return [
        "Every clip counts as a song of its own. Where several are of one song, a list (--list) with a column 'song' "
        "says so; chance is then drawn between songs."
    ]
