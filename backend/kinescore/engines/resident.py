"""Models in memory: loaded when first played, kept while there is room, and moved out for the one that is asked for."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable, model_engine
from kinescore.errors import EngineError

if TYPE_CHECKING:
    from kinescore.engines.learned import LearnedEngine

log = logging.getLogger(__name__)


class ResidentModels:
    """The models of one process. Which fit together is tried, not guessed: when one finds no memory, the one that was
    least recently asked for makes room."""

    def __init__(self, models: Iterable[ModelChoice], table: EngineTable) -> None:
        """Raises EngineError for a model whose engine plays with none, or wants packages that are not installed."""
        self._choices = {choice.engine: choice for choice in models}
        self._table = table
        self._loaded: dict[str, LearnedEngine] = {}  # least recently asked for first
        for name in self._choices:
            model_engine(name, table).require_packages()

    def builders(self) -> dict[str, Callable[[], LearnedEngine]]:
        """Return what gives each engine with its model, by the engine's name."""
        return {name: partial(self._engine, name) for name in self._choices}

    def _engine(self, name: str) -> LearnedEngine:
        """Raises EngineError for a model that does not fit though no other is loaded; else as LearnedEngine."""
        engine = self._loaded.pop(name, None)
        while engine is None:
            engine = self._loaded_if_it_fits(name)
            if engine is None:
                self._make_room(name)
        self._loaded[name] = engine
        return engine

    def _loaded_if_it_fits(self, name: str) -> LearnedEngine | None:
        import torch

        from kinescore.engines.learned import LearnedEngine

        try:
            return LearnedEngine(self._choices[name], self._table)
        except torch.OutOfMemoryError:
            return None

    def _make_room(self, name: str) -> None:
        import torch

        if not self._loaded:
            choice, title = self._choices[name], self._table[name].title
            raise EngineError(
                f"There is not enough memory on '{choice.device}' for {title}'s model {choice.model}.",
                "Use a smaller model, `--precision bf16`, or another device; `kinescore doctor` lists what is free.",
            )
        oldest = next(iter(self._loaded))
        log.warning("%s's model makes room for %s's", oldest, name)
        del self._loaded[oldest]
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
