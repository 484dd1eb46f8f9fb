"""Observed clips -> every result that is made of times: beat scores, tempo, music on movement, each with its chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kinescore.errors import EvaluationError
from kinescore.evaluation.chance.shuffling import Shuffling, shuffling_of
from kinescore.evaluation.metrics.standard_beats import most_draws
from kinescore.evaluation.observations.observation import ClipObservations, MusicObservation
from kinescore.evaluation.results.evaluation import REFERENCE, ClipBeatCounts, MetricResult
from kinescore.evaluation.tables.beat_tables import (
    STANDARD_GROUP,
    alignment_results,
    beat_results,
    standard_results,
    tempo_results,
)
from kinescore.evaluation.tables.comparison import Comparison
from kinescore.evaluation.tables.protocols import PROTOCOLS
from kinescore.evaluation.tables.remarks import remarks_on_music
from kinescore.progress import Report, silent

STANDARD_NOTE = (
    "The standard beat measures count from the start; mir_eval's habit of leaving out 5 s is for whole songs."
)
FEW_COUNT_NOTE = "Music without tempo or beats has no distance to count, nor a movement without hits: see the clips."

Table = tuple[list[MetricResult], list[ClipBeatCounts]]


@dataclass(frozen=True)
class EventResults:
    """results: table by table, in a table system by system. beat_counts: those behind the beat scores. notes: sentences
    for the reader."""

    results: tuple[MetricResult, ...]
    beat_counts: tuple[ClipBeatCounts, ...]
    notes: tuple[str, ...]


def event_results(
    observations: Iterable[ClipObservations], draws: int = 200, seed: int = 0, report: Report = silent
) -> EventResults:
    """Return every result that `observations` have the times for; only these are kept in memory.

    draws: how often each chance is tried. What a system gets depends on its own music and `seed`, not on the systems
    beside it. The music that was danced to is a system too, "@reference", where music is compared with movement. Raises
    EvaluationError for times that do not increase, for no draws, and where there is nothing to compare.
    """
    if draws < 1:
        raise EvaluationError(f"Chance cannot be drawn {draws} times.", "Draw it 100 times or more.")
    clips = list(observations)
    comparisons = _Comparisons(draws, seed)
    results: list[MetricResult] = []
    beat_counts: list[ClipBeatCounts] = []
    systems = list(dict.fromkeys(name for each in clips for name in each.generated))
    most_tables = len(systems) * (len(PROTOCOLS) + 3) + 1
    for done, (found, counts) in enumerate(_tables(clips, systems, comparisons)):
        results += found
        beat_counts += counts
        report("computing metrics", (done + 1) / most_tables)
    if not results:
        raise EvaluationError(
            "There is nothing to compare: no clip has generated music with a reference or a movement.",
            "Name the folder of references, or that of movements.",
        )
    tables = {group: place for place, group in enumerate(dict.fromkeys(result.group for result in results))}
    results.sort(key=lambda result: tables[result.group])
    notes = (*remarks_on_music(clips, systems), *comparisons.notes(), *_notes(results, draws))
    return EventResults(tuple(results), tuple(beat_counts), notes)


class _Comparisons:
    """Comparisons that share the shuffled pairs of each set of clips, made once."""

    def __init__(self, draws: int, seed: int) -> None:
        self._draws, self._seed = draws, seed
        self._shufflings: dict[tuple[str, ...], Shuffling] = {}

    def of(self, system: str, pairs: Sequence[tuple[ClipObservations, MusicObservation]]) -> Comparison | None:
        """Return clips and the music of `system` for them, ready to compare; None for no clips."""
        if not pairs:
            return None
        clips, music = [clip for clip, _ in pairs], [sound for _, sound in pairs]
        names = tuple(each.clip.name for each in clips)
        if names not in self._shufflings:
            self._shufflings[names] = shuffling_of(clips, self._draws, self._seed)
        return Comparison(system, clips, music, self._shufflings[names], self._draws, self._seed)

    def notes(self) -> tuple[str, ...]:
        """Return what is to be said of all shufflings, each once."""
        return tuple(dict.fromkeys(note for each in self._shufflings.values() for note in each.notes))


def _tables(clips: Sequence[ClipObservations], systems: Sequence[str], comparisons: _Comparisons) -> Iterator[Table]:
    """Yield one table after the other, system by system, with the counts that are behind it."""
    for system in systems:
        pairs = [(each, each.generated[system]) for each in clips if system in each.generated]
        against = comparisons.of(system, [pair for pair in pairs if pair[0].reference is not None])
        if against is not None:
            for protocol in PROTOCOLS:
                yield beat_results(against, protocol)
            yield tempo_results(against), []
            yield standard_results(against), []
        yield _on_movement(comparisons.of(system, [pair for pair in pairs if pair[0].motion is not None]))
    danced_to = [(each, each.reference) for each in clips if each.reference is not None and each.motion is not None]
    yield _on_movement(comparisons.of(REFERENCE, danced_to))


def _on_movement(comparison: Comparison | None) -> Table:
    return ([] if comparison is None else alignment_results(comparison)), []


def _notes(results: Sequence[MetricResult], draws: int) -> list[str]:
    standard = [result for result in results if result.group == STANDARD_GROUP]
    notes = [STANDARD_NOTE] if standard else []
    if standard and (most := most_draws(max(result.clips for result in standard))) < draws:
        notes.append(f"The standard beat measures are slow, so their chance is drawn {most} times only.")
    all_clips = max(result.clips for result in results)
    if any(result.clips < all_clips and result.unit for result in results):
        notes.append(FEW_COUNT_NOTE)
    return notes
