"""Models in memory: loaded when first played, kept while there is room, and moved out for the one that is asked for."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable, model_engine
from kinescore.errors import EngineError, is_out_of_memory
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

if TYPE_CHECKING:
    from kinescore.engines.learned import LearnedEngine

log = logging.getLogger(__name__)
IDLE_SECONDS = 900.0
"""After so long without a request models give their memory back; the next request loads its model again."""


class ResidentEngine:
    """A loaded model; where it finds no memory to play in, the others make room for it."""

    def __init__(self, engine: LearnedEngine, has_room_made: Callable[[], bool]) -> None:
        """has_room_made: moves another model out; whether there was one."""
        self._engine, self._has_room_made = engine, has_room_made
        self.alike = engine.alike

    def __call__(self, request: SoundtrackRequest, analysis: DanceAnalysis, report: Report) -> Take:
        """Play, as every engine does."""
        return self.together([(request, analysis)], report)[0]

    def together(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]], report: Report) -> list[Take]:
        """Play side by side, see `EnsembleEngine`."""
        while True:
            try:
                return self._engine.together(asked, report)
            except Exception as error:
                if not is_out_of_memory(error):
                    raise
                failed = error.with_traceback(None)  # what it holds is let go
            if not self._has_room_made():
                raise failed


class ResidentModels:
    """The models of one process. Which fit together is tried, not guessed: when one finds no memory, the one that was
    least recently asked for makes room."""

    def __init__(self, models: Iterable[ModelChoice], table: EngineTable) -> None:
        """models: of engines that play with one."""
        self._choices = {choice.engine: choice for choice in models}
        self._table = table
        self._loaded: dict[str, ResidentEngine] = {}  # least recently asked for first
        self._idle: Timer | None = None

    def builders(self) -> dict[str, Callable[[], ResidentEngine]]:
        """Return what gives each engine with its model, by the engine's name."""
        return {name: partial(self._engine, name) for name in self._choices}

    def _engine(self, name: str) -> ResidentEngine:
        """Raises EngineError where packages are missing, and for a model that does not fit though no other is loaded;
        else as LearnedEngine."""
        model_engine(name, self._table).require_packages()
        engine = self._loaded.pop(name, None)
        while engine is None:
            engine = self._loaded_if_it_fits(name)
            if engine is None and not self._makes_room(name):
                choice, title = self._choices[name], self._table[name].title
                raise EngineError(
                    f"There is not enough memory on '{choice.device}' for {title}'s model {choice.model}.",
                    "Use a smaller model, `--precision bf16`, or another device; `kinescore doctor` lists what is "
                    "free.",
                )
        self._loaded[name] = engine
        self._wait_for_idleness()
        return engine

    def _wait_for_idleness(self) -> None:
        """Let all models go once none has been asked for in IDLE_SECONDS. One that still plays then is kept by whoever
        plays it until it is done."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = Timer(IDLE_SECONDS, self._let_go)
        self._idle.daemon = True
        self._idle.start()

    def _let_go(self) -> None:
        log.info("No model was asked for in %g s: all are let go", IDLE_SECONDS)
        self._loaded.clear()
        _give_memory_back()

    def _loaded_if_it_fits(self, name: str) -> ResidentEngine | None:
        import torch

        from kinescore.engines.learned import LearnedEngine
        from kinescore.engines.pocket_engine import PocketEngine

        player = PocketEngine if model_engine(name, self._table).writes_scores else LearnedEngine
        try:
            engine = player(self._choices[name], self._table)
        except torch.OutOfMemoryError:
            return None
        return ResidentEngine(engine, partial(self._makes_room, name))

    def _makes_room(self, name: str) -> bool:
        """Move out the model that was not asked for longest, for the one called `name`; whether there was one."""
        oldest = next((other for other in list(self._loaded) if other != name), None)
        if oldest is None:
            return False
        log.warning("%s's model makes room for %s's", oldest, name)
        self._loaded.pop(oldest, None)
        _give_memory_back()
        return True


def _give_memory_back() -> None:
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
