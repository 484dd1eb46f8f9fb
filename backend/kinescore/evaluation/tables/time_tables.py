"""Measured clips -> every figure that is made of times: beat scores, tempo, music on movement, each with its chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kinescore.errors import EvaluationError
from kinescore.evaluation.chance.shuffling import Shuffling, shuffling_of
from kinescore.evaluation.metrics.beat_scores import PROTOCOLS
from kinescore.evaluation.metrics.standard_beats import STANDARD_GROUP, STANDARD_NOTE, most_draws
from kinescore.evaluation.observations.observation import Heard, Measured
from kinescore.evaluation.results.figure import ClipScore, Figure
from kinescore.evaluation.results.results_folder import REFERENCE
from kinescore.evaluation.tables.beat_tables import (
    Comparison,
    alignment_figures,
    beat_figures,
    standard_figures,
    tempo_figures,
)
from kinescore.evaluation.tables.remarks import remarks_on_music
from kinescore.progress import Report, silent

FEW_COUNT_NOTE = "Music without tempo or beats has no distance to count, nor a movement without hits: see the clips."


@dataclass(frozen=True)
class Scored:
    """figures: table by table, in a table system by system. clip_scores: the beat counts behind them. notes: sentences
    for the reader."""

    figures: tuple[Figure, ...]
    clip_scores: tuple[ClipScore, ...]
    notes: tuple[str, ...]


def score(measured: Iterable[Measured], draws: int = 200, seed: int = 0, report: Report = silent) -> Scored:
    """Return every figure that `measured` has the times for; only these are kept in memory.

    draws: how often each chance is tried. What a system gets depends on its own music and `seed`, not on the systems
    beside it. The music that was danced to is a system too, "@reference", where music is compared with movement. Raises
    EvaluationError for times that do not increase, for no draws, and where there is nothing to compare.
    """
    if draws < 1:
        raise EvaluationError(f"Chance cannot be drawn {draws} times.", "Draw it 100 times or more.")
    clips = list(measured)
    shufflings = _Shufflings(draws, seed)
    figures: list[Figure] = []
    clip_scores: list[ClipScore] = []
    systems = list(dict.fromkeys(name for each in clips for name in each.generated))
    most_tables = len(systems) * (len(PROTOCOLS) + 3) + 1
    for done, (found, counts) in enumerate(_tables(clips, systems, shufflings)):
        figures += found
        clip_scores += counts
        report("making figures", (done + 1) / most_tables)
    if not figures:
        raise EvaluationError(
            "There is nothing to compare: no clip has generated music with a reference or a movement.",
            "Name the folder of references, or that of movements.",
        )
    tables = {group: place for place, group in enumerate(dict.fromkeys(figure.group for figure in figures))}
    figures.sort(key=lambda figure: tables[figure.group])
    notes = (*remarks_on_music(clips, systems), *shufflings.notes(), *_notes(figures, draws))
    return Scored(tuple(figures), tuple(clip_scores), notes)


class _Shufflings:
    """The shuffled pairs of each set of clips, made once."""

    def __init__(self, draws: int, seed: int) -> None:
        self._draws, self._seed = draws, seed
        self._made: dict[tuple[str, ...], Shuffling] = {}

    def comparison(self, system: str, heard: Sequence[tuple[Measured, Heard]]) -> Comparison | None:
        """Return `heard`, clips and the music of `system` for them, ready to compare; None for no clips."""
        if not heard:
            return None
        clips, music = zip(*heard, strict=True)
        names = tuple(each.clip.name for each in clips)
        if names not in self._made:
            self._made[names] = shuffling_of(clips, self._draws, self._seed)
        return Comparison(system, clips, music, self._made[names], self._draws, self._seed)

    def notes(self) -> tuple[str, ...]:
        """Return what is to be said of all of them, each once."""
        return tuple(dict.fromkeys(note for each in self._made.values() for note in each.notes))


def _tables(
    clips: Sequence[Measured], systems: Sequence[str], shufflings: _Shufflings
) -> Iterator[tuple[list[Figure], list[ClipScore]]]:
    """Yield the figures of one table after the other, system by system, with the counts that are behind them."""
    for system in systems:
        heard = [(each, each.generated[system]) for each in clips if system in each.generated]
        against = shufflings.comparison(system, [pair for pair in heard if pair[0].reference is not None])
        if against is not None:
            for protocol in PROTOCOLS:
                yield beat_figures(against, protocol)
            yield tempo_figures(against), []
            yield standard_figures(against), []
        yield _on_movement(shufflings.comparison(system, [pair for pair in heard if pair[0].seen is not None])), []
    danced_to = [(each, each.reference) for each in clips if each.reference is not None and each.seen is not None]
    yield _on_movement(shufflings.comparison(REFERENCE, danced_to)), []


def _on_movement(comparison: Comparison | None) -> list[Figure]:
    return [] if comparison is None else alignment_figures(comparison)


def _notes(figures: Sequence[Figure], draws: int) -> list[str]:
    standard = [figure for figure in figures if figure.group == STANDARD_GROUP]
    notes = [STANDARD_NOTE] if standard else []
    if standard and (most := most_draws(max(figure.clips for figure in standard))) < draws:
        notes.append(f"The standard beat measures are slow, so their chance is drawn {most} times only.")
    all_clips = max(figure.clips for figure in figures)
    if any(figure.clips < all_clips and figure.unit for figure in figures):
        notes.append(FEW_COUNT_NOTE)
    return notes
