"""SoundtrackRequest -> Take: the only file that knows every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.ensemble import analyse_together
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice
from kinescore.errors import EngineError
from kinescore.motion.mover import Mover
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

Engine = Callable[[SoundtrackRequest, DanceAnalysis, Report], Take]
Engines = Mapping[str, Callable[[], Engine]]


def _groovebox() -> Engine:
    from kinescore.groovebox.engine import play

    return play


BUILT_IN: Engines = {"groovebox": _groovebox}
"""Builders by name; an engine's own imports happen only when it is asked for."""

LICENCES: Mapping[str, str] = {
    "groovebox": "Apache-2.0; the music it plays is yours",
    "musicgen": "MusicGen's published weights are CC-BY-NC-4.0: not for commercial use",
    "riffusion": "Riffusion's published weights are CreativeML OpenRAIL-M: commercial use allowed, harmful uses not",
    "ace_step": "ACE-Step 1.5's published weights are MIT: commercial use allowed",
}
"""What each engine, and the music from it, may be used for; servers tell their clients."""


def engines_with(models: Iterable[ModelChoice]) -> Engines:
    """Return the built-in engine and one for each model; a model is loaded when first played, and stays loaded."""

    def builder(choice: ModelChoice) -> Callable[[], Engine]:
        @cache
        def build() -> Engine:
            from kinescore.engines.learned import LearnedEngine

            return LearnedEngine(choice)

        return build

    return {**BUILT_IN, **{choice.engine: builder(choice) for choice in models}}


def compose(request: SoundtrackRequest, report: Report = silent, engines: Engines = BUILT_IN) -> Take:
    """Analyse the movement and let the requested engine play to it.

    Raises EngineError for an unknown engine, MotionError for motion that cannot be scored, Cancelled from `report`.
    """
    if request.engine not in engines:
        raise _unavailable(request.engine, engines)
    report("analysing", 0.0)
    if request.others:
        movers = (Mover(request.keypoints, 1.0, request.name), *request.others)
        analysis = analyse_together(movers, request.tempo_bpm, request.cuts)
    else:
        analysis = analyse(request.keypoints, request.tempo_bpm, request.cuts)
    report("loading", 0.0)
    engine = engines[request.engine]()
    take = engine(request, analysis, report)
    return replace(take, notes=(*analysis.notes, *take.notes)) if analysis.notes else take


def _unavailable(name: str, engines: Engines) -> EngineError:
    if name in LEARNED_ENGINES:
        return EngineError(
            f"The engine '{name}' has no model here.",
            f"Name one: `kinescore generate --engine {name} --model MODEL` or `kinescore serve --model {name}=MODEL`.",
        )
    return EngineError(f"There is no engine named '{name}'; this one has {', '.join(engines)}.")
