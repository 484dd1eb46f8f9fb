"""The one table of engines: what each is called, may be used for and needs, and how it is loaded.

A new engine is a file of its own and a row here. Composer, server, command line, doctor and the add-on's menu read the
table that they are handed; nothing else knows engines by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from kinescore.dance.analysis import DanceAnalysis
from kinescore.errors import EngineError
from kinescore.progress import Report
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

if TYPE_CHECKING:
    from kinescore.backbones.base import Backbone
    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.runtime import Runtime

Engine = Callable[[SoundtrackRequest, DanceAnalysis, Report], Take]
"""Plays a request to the movement as analysed. `report` hears how far it is; what it raises ends the work."""


@runtime_checkable
class EnsembleEngine(Protocol):
    """An engine that can be asked for several requests at once."""

    def __call__(self, request: SoundtrackRequest, analysis: DanceAnalysis, report: Report, /) -> Take:
        """Play one, as every engine does."""
        ...

    def together(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]], report: Report) -> list[Take]:
        """Play to each movement as analysed; every take is to the byte what the engine makes of its request alone."""
        ...

    def alike(self, asked: Sequence[tuple[SoundtrackRequest, DanceAnalysis]]) -> list[list[int]]:
        """Return the places of those that take less time together than one after another: each once, in groups in the
        order of their first."""
        ...


@dataclass(frozen=True, kw_only=True)
class EngineEntry:
    """What users are told of an engine.

    title: as its makers write it. licence: what its weights and its music may be used for, a sentence without its full
    stop. needs: packages beyond the light install, by the names they are imported by. extra: of kinescore, which brings
    them; empty where none does. plays_side_by_side: it is an EnsembleEngine, and several requests at once take less
    time than one after another.
    """

    title: str
    licence: str
    needs: tuple[str, ...] = ()
    extra: str = ""
    plays_side_by_side: bool = False

    @property
    def remedy(self) -> str:
        """The command that installs what it needs."""
        return f"pip install 'kinescore[{self.extra}]'" if self.extra else f"pip install {' '.join(self.needs)}"

    def missing_packages(self) -> list[str]:
        """Return those of `needs` that are not installed."""
        return [name for name in self.needs if find_spec(name) is None]

    def require_packages(self) -> None:
        """Raise EngineError where one of `needs` is not installed."""
        if missing := self.missing_packages():
            raise EngineError(f"{self.title} needs {', '.join(missing)}; not installed here.", f"Use: {self.remedy}")


@dataclass(frozen=True, kw_only=True)
class StandaloneEngine(EngineEntry):
    """An engine that plays as it is. load: does the engine's own imports, and returns it."""

    load: Callable[[], Engine]

    def build(self) -> Engine:
        """Return the engine. Raises EngineError where one of its packages is missing."""
        self.require_packages()
        return self.load()


@dataclass(frozen=True, kw_only=True)
class ModelEngine(EngineEntry):
    """An engine that plays with a pretrained model, which whoever runs it chooses.

    load: does the backbone's own imports, and returns it, frozen. kinds: of its models, as their folders name them.
    predicts_tokens: music as codes, one column after another, where other models denoise it; decides the training
    recipe. writes_scores: its codes are notes, which the built-in engine's band plays. own_model: a folder that comes
    with Kinescore, which it plays with where nobody chooses another.
    """

    load: Callable[[ModelSource, Runtime], Backbone]
    writes_scores: bool = False
    own_model: Path | None = None
    kinds: tuple[str, ...] = ()
    predicts_tokens: bool = False


EngineTable = Mapping[str, EngineEntry]
"""Entries by the engine's name, as requests, servers and the command line spell it."""

OWN_MODELS = Path(__file__).parent.parent / "models"
"""Models that come with Kinescore, a folder each."""
LEARNED_NEEDS = ("torch", "transformers", "safetensors", "soxr", "librosa", "filelock", "python_stretch")


def _groovebox() -> Engine:
    from kinescore.groovebox.engine import play

    return play


def _musicgen(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.musicgen.loading import load_musicgen

    return load_musicgen(source, runtime)


def _riffusion(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.riffusion.backbone import load_riffusion

    return load_riffusion(source, runtime)


def _ace_step(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.ace_step.backbone import load_ace_step

    return load_ace_step(source, runtime)


def _audioldm2(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.audioldm2.backbone import load_audioldm2

    return load_audioldm2(source, runtime)


def _pocket(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.pocket.backbone import load_pocket

    return load_pocket(source, runtime)


ENGINES: EngineTable = {
    "groovebox": StandaloneEngine(
        title="Groovebox",
        licence="Apache-2.0; the music it plays is yours",
        load=_groovebox,
    ),
    "pocket": ModelEngine(
        title="Pocket",
        licence="Apache-2.0; the music it plays is yours",
        needs=LEARNED_NEEDS,
        extra="learned",
        load=_pocket,
        kinds=("kinescore_pocket",),
        own_model=OWN_MODELS / "pocket",
        predicts_tokens=True,
        writes_scores=True,
        plays_side_by_side=True,
    ),
    "musicgen": ModelEngine(
        title="MusicGen",
        licence="MusicGen's published weights are CC-BY-NC-4.0: not for commercial use",
        needs=LEARNED_NEEDS,
        extra="learned",
        load=_musicgen,
        kinds=("musicgen", "musicgen_melody"),
        predicts_tokens=True,
        plays_side_by_side=True,
    ),
    "riffusion": ModelEngine(
        title="Riffusion",
        licence="Riffusion's published weights are CreativeML OpenRAIL-M: commercial use allowed, harmful uses not",
        needs=(*LEARNED_NEEDS, "diffusers"),
        extra="learned",
        load=_riffusion,
        kinds=("StableDiffusionPipeline",),
    ),
    "ace_step": ModelEngine(
        title="ACE-Step",
        licence="ACE-Step 1.5's published weights are MIT: commercial use allowed",
        needs=(*LEARNED_NEEDS, "diffusers"),
        extra="learned",
        load=_ace_step,
        kinds=("AceStepPipeline",),
    ),
    "audioldm2": ModelEngine(
        title="AudioLDM 2",
        licence="AudioLDM 2's published weights are CC-BY-NC-SA-4.0: not for commercial use",
        needs=(*LEARNED_NEEDS, "diffusers"),
        extra="learned",
        load=_audioldm2,
        kinds=("AudioLDM2Pipeline",),
    ),
}


def model_engines(table: EngineTable = ENGINES) -> dict[str, ModelEngine]:
    """Return the entries that play with a model, in the table's order."""
    return {name: entry for name, entry in table.items() if isinstance(entry, ModelEngine)}


def model_engine(name: str, table: EngineTable = ENGINES) -> ModelEngine:
    """Return the entry of an engine that plays with a model. Raises EngineError for any other name."""
    engines = model_engines(table)
    if name not in engines:
        raise EngineError(f"'{name}' is no engine that plays with a model; those are {', '.join(engines)}.")
    return engines[name]
