"""SoundtrackRequest -> Take: the movement is analysed, and the engine that was asked for plays to it.

    take = compose(request)
    take = compose(request, engines=engines_with([ModelChoice("musicgen", "facebook/musicgen-small")]))
    take = compose(request, engines={**BUILT_IN, "mine": lambda: play})

An engine of one's own is a function `play(request, analysis, report) -> Take`, or anything that is called like one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.beat_confidence import beat_notes
from kinescore.dance.ensemble import analyse_together
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import ENGINES, Engine, EngineTable, ModelEngine, StandaloneEngine, model_engine
from kinescore.errors import EngineError
from kinescore.motion.mover import Mover
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

Engines = Mapping[str, Callable[[], Engine]]
"""Builders by name, each called when its engine is to play; an engine's own imports happen only then."""


def engines_with(models: Iterable[ModelChoice], table: EngineTable = ENGINES) -> Engines:
    """Return the engines of `table` that play without a model, and one for each of `models`.

    A model is loaded when first played, and stays loaded. Raises EngineError for an engine that plays with none.
    """
    standalone = {name: entry.build for name, entry in table.items() if isinstance(entry, StandaloneEngine)}
    return {**standalone, **{choice.engine: _with_model(choice, table) for choice in models}}


BUILT_IN: Engines = engines_with(())
"""What plays everywhere."""


def compose(request: SoundtrackRequest, report: Report = silent, engines: Engines = BUILT_IN) -> Take:
    """Analyse the movement and let the requested engine play to it.

    The take's notes say what in the file was no movement, and which of tempo and beats to check.

    Raises EngineError for an engine that is unknown or not
    installed, MotionError for motion that cannot be scored, Cancelled from `report`.
    """
    if request.engine not in engines:
        raise _unavailable(request.engine, engines)
    report("analysing", 0.0)
    analysis = _analysed(request)
    report("loading", 0.0)
    engine = engines[request.engine]()
    take = engine(request, analysis, report)
    return replace(take, notes=(*take.notes, *analysis.notes, *beat_notes(analysis.grid)))


def _analysed(request: SoundtrackRequest) -> DanceAnalysis:
    music_beats, shift = request.music_beats, request.beat_shift_seconds
    if not request.others:
        return analyse(
            request.keypoints,
            request.tempo_bpm,
            music_beats=music_beats,
            beat_shift_seconds=shift,
            cuts=request.cuts,
        )
    movers = (Mover(request.keypoints, 1.0, request.name), *request.others)
    return analyse_together(
        movers, request.tempo_bpm, music_beats=music_beats, beat_shift_seconds=shift, cuts=request.cuts
    )


def _with_model(choice: ModelChoice, table: EngineTable) -> Callable[[], Engine]:
    model_engine(choice.engine, table)  # a wrong name is told now, not when the engine is first asked for

    @cache
    def build() -> Engine:
        from kinescore.engines.learned import LearnedEngine

        return LearnedEngine(choice, table)

    return build


def _unavailable(name: str, engines: Engines) -> EngineError:
    if isinstance(ENGINES.get(name), ModelEngine):
        return EngineError(
            f"The engine '{name}' has no model here.",
            f"Name one: `kinescore generate --engine {name} --model MODEL` or `kinescore serve --model {name}=MODEL`.",
        )
    return EngineError(f"There is no engine named '{name}'; this one has {', '.join(engines)}.")
