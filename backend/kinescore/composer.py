"""SoundtrackRequest -> Take: the only file that knows every engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.errors import EngineError
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

Engine = Callable[[SoundtrackRequest, DanceAnalysis, Report], Take]


def _groovebox() -> Engine:
    from kinescore.groovebox.engine import play

    return play


ENGINES: Mapping[str, Callable[[], Engine]] = {"groovebox": _groovebox}
"""Builders by name; an engine's own imports happen only when it is asked for."""

LICENCES: Mapping[str, str] = {"groovebox": "Apache-2.0; the music it plays is yours"}
"""What each engine, and the music from it, may be used for; servers tell their clients."""


def compose(request: SoundtrackRequest, report: Report = silent) -> Take:
    """Analyse the movement and let the requested engine play to it.

    Raises EngineError for an unknown engine, MotionError for motion that cannot be scored, Cancelled from `report`.
    """
    if request.engine not in ENGINES:
        raise EngineError(f"There is no engine named '{request.engine}'; this one has {', '.join(ENGINES)}.")
    report("analysing", 0.0)
    analysis = analyse(request.keypoints, tempo_bpm=request.tempo_bpm)
    return ENGINES[request.engine]()(request, analysis, report)
