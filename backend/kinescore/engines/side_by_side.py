"""Requests of several people side by side: what ends one of them does not end the others."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from kinescore.engines.composer import Analysed, Engines, analysed, builder_of, finished
from kinescore.engines.table import Engine, EnsembleEngine
from kinescore.errors import Cancelled
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

Outcome = Take | Exception
Group = Mapping[int, Analysed]
"""By their places among all."""

log = logging.getLogger(__name__)


def compose_side_by_side(
    requests: Sequence[SoundtrackRequest], reports: Sequence[Report], engines: Engines
) -> Iterator[tuple[int, Outcome]]:
    """Yield the place of each of `requests`, all for one engine, and what `compose` makes of it, to the byte; or what
    it raises. Those that an EnsembleEngine plays together come together, the group of the first one first.

    reports: one for each. Where one raises Cancelled its request is dropped, and the others go on.
    """
    parts: dict[int, Analysed] = {}
    for place, request in enumerate(requests):
        try:
            part = analysed(request, reports[place])
            reports[place]("loading", 0.0)
            parts[place] = part
        except Exception as error:
            yield place, error
    if not parts:
        return
    try:
        engine = builder_of(requests[0].engine, engines)()
    except Exception as error:
        yield from ((place, error) for place in parts)
        return
    for group in _groups(engine, parts):
        for place, outcome in _played(engine, group, reports):
            yield place, _finished(group[place], outcome, reports[place])


def _groups(engine: Engine, parts: Group) -> list[Group]:
    places = list(parts)
    alike = [[index] for index in range(len(places))]
    if len(places) > 1 and isinstance(engine, EnsembleEngine):
        with suppress(Exception):  # one of them cannot be played: each for itself, so that it is known which
            alike = engine.alike([(part.request, part.analysis) for part in parts.values()])
    return [{places[index]: parts[places[index]] for index in group} for group in alike]


def _played(engine: Engine, group: Group, reports: Sequence[Report]) -> Iterator[tuple[int, Outcome]]:
    """Play a group together; where that fails, each for itself: it may be the fault of one, or of their number."""
    if len(group) > 1 and isinstance(engine, EnsembleEngine):
        dropped: dict[int, Outcome] = {}
        report = _told_to_all({place: reports[place] for place in group}, dropped)
        try:
            takes = engine.together([(part.request, part.analysis) for part in group.values()], report)
            yield from {**dict(zip(group, takes, strict=True)), **dropped}.items()
            return
        except Cancelled:
            yield from dropped.items()
            return
        except Exception as error:
            log.warning("%d pieces side by side did not go: %s; now one after another", len(group), error)
    for place, part in group.items():
        yield place, _alone(engine, part, reports[place])


def _alone(engine: Engine, part: Analysed, report: Report) -> Outcome:
    try:
        return engine(part.request, part.analysis, report)
    except Exception as error:
        return error


def _finished(part: Analysed, outcome: Outcome, report: Report) -> Outcome:
    try:
        return outcome if isinstance(outcome, Exception) else finished(part, outcome, report)
    except Exception as error:
        return error


def _told_to_all(reports: Mapping[int, Report], dropped: dict[int, Outcome]) -> Report:
    """Return a report that all hear. Whom it stops is in `dropped` from then on; it stops the work when all are."""

    def report(phase: str, fraction: float) -> None:
        for place, heard in reports.items():
            if place in dropped:
                continue
            try:
                heard(phase, fraction)
            except Cancelled as stop:
                dropped[place] = stop
        if len(dropped) == len(reports):
            raise Cancelled

    return report
