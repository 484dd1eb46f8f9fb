"""SoundtrackRequest -> Take: the movement is analysed, and the engine that was asked for plays to it.

    take = compose(request)
    take = compose(request, engines=engines_with([ModelChoice("musicgen", "facebook/musicgen-small")]))
    take = compose(request, engines={**BUILT_IN, "mine": lambda: play})

An engine of one's own is a function `play(request, analysis, report) -> Take`, or anything that is called like one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kinescore.dance.analysis import DanceAnalysis, Observed
from kinescore.dance.beat_confidence import beat_notes
from kinescore.dance.cycle import analyse_cycle, is_cycle
from kinescore.dance.ensemble import hits_by_mover, observe_together
from kinescore.dance.foley import foley_of
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.timing import AS_FOUND
from kinescore.engines.model_choice import ModelChoice, own_models
from kinescore.engines.resident import ResidentModels
from kinescore.engines.table import (
    ENGINES,
    Engine,
    EngineTable,
    EnsembleEngine,
    ModelEngine,
    StandaloneEngine,
    model_engine,
)
from kinescore.errors import EngineError
from kinescore.fit.sync import with_measured_sync
from kinescore.foley.playing import with_foley
from kinescore.form.foley_words import foley_in
from kinescore.form.form import Ending
from kinescore.form.form_words import form_in
from kinescore.form.loop_tempo import fitted_to_loop
from kinescore.form.section_grid import with_sections
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest
from kinescore.take import MoverHits, Take

Engines = Mapping[str, Callable[[], Engine]]
"""Builders by name, each called when its engine is to play; an engine's own imports happen only then."""


def engines_with(models: Iterable[ModelChoice], table: EngineTable = ENGINES) -> Engines:
    """Return the engines of `table` that play without a model, those whose own model came with Kinescore, and one for
    each of `models`.

    A model is loaded when first played, and stays loaded while those played since leave it room. Raises EngineError for
    an engine that plays with none, and where packages are missing that one of `models` needs.
    """
    chosen = {choice.engine: choice for choice in models}
    for name in chosen:
        model_engine(name, table).require_packages()
    standalone = {name: entry.build for name, entry in table.items() if isinstance(entry, StandaloneEngine)}
    return {**standalone, **ResidentModels({**own_models(table), **chosen}.values(), table).builders()}


def with_fonts(engines: Engines, fonts: Mapping[str, Path]) -> Engines:
    """Return `engines` whose built-in one also finds these SoundFont files, by the names that a request calls them."""
    if not fonts:
        return engines

    def built_in() -> Engine:
        from kinescore.groovebox.engine import play

        return partial(play, fonts=fonts)

    return {**engines, "groovebox": built_in}


BUILT_IN: Engines = engines_with(())
"""What plays everywhere."""


def compose(request: SoundtrackRequest, report: Report = silent, engines: Engines = BUILT_IN) -> Take:
    """Analyse the movement and let the requested engine play to it.

    The take's notes say what in the file was no movement, and which of tempo and beats to check; its scores also what
    its sound does at hit points and beats. It tells which hit points it was made to and, where several move, whose are
    when.

    Raises EngineError for an engine that is unknown or not installed, MotionError for motion that cannot be scored,
    Cancelled from `report`.
    """
    return next(compose_all([request], report, engines))


def compose_all(
    requests: Sequence[SoundtrackRequest], report: Report = silent, engines: Engines = BUILT_IN
) -> Iterator[Take]:
    """Yield what `compose` makes of each of `requests`, all for one engine, to the byte and in their order.

    An engine that can plays them side by side; with others, each is made when it is asked for. Raises as `compose`.
    """
    build = builder_of(requests[0].engine, engines)
    parts = [analysed(request, report) for request in requests]
    report("loading", 0.0)
    engine = build()
    takes: Iterable[Take]
    if isinstance(engine, EnsembleEngine):
        takes = engine.together([(part.request, part.analysis) for part in parts], report)
    else:
        takes = (engine(part.request, part.analysis, report) for part in parts)
    for part, take in zip(parts, takes, strict=True):
        yield finished(part, take, report)


@dataclass(frozen=True)
class Analysed:
    """A request with its form settled, what its movement does, and notes on that form."""

    request: SoundtrackRequest
    analysis: DanceAnalysis
    form_notes: tuple[str, ...]


def analysed(request: SoundtrackRequest, report: Report) -> Analysed:
    """Return what an engine is handed of a request. Raises as `compose`."""
    report("analysing", 0.0)
    return Analysed(*in_form(request, analysis_of(request)))


def finished(part: Analysed, played: Take, report: Report) -> Take:
    """Return the take of what an engine played, with all that is told of it."""
    request, analysis = part.request, part.analysis
    take = with_measured_sync(played, analysis, report)
    notes = (*take.notes, *_unplayed_fonts(request), *part.form_notes, *analysis.notes, *beat_notes(analysis.grid))
    heard = tuple(hit for hit in analysis.hits if hit.time_s < take.audio.seconds)
    take = replace(take, notes=notes, movers=_told_apart(request, heard), hits=heard, fps=analysis.fps)
    return _with_foley(take, request, report)


def _with_foley(take: Take, request: SoundtrackRequest, report: Report) -> Take:
    """Return `take` with the foley that the request, or else its prompt, asks for."""
    wish, _ = foley_in(request.prompt, request.foley)
    if not wish.kinds:
        return take
    loops = request.ending is Ending.LOOP
    events = foley_of(request.movers, wish.kinds, request.music_seconds, loops)
    return with_foley(take, events, wish, request, report)


def _unplayed_fonts(request: SoundtrackRequest) -> tuple[str, ...]:
    if not request.soundfonts or request.engine == "groovebox":
        return ()
    return ("SoundFonts are played by the built-in engine alone; this one makes its own sounds.",)


def in_form(
    request: SoundtrackRequest, analysis: DanceAnalysis
) -> tuple[SoundtrackRequest, DanceAnalysis, tuple[str, ...]]:
    """Return the request with the form that its prompt asks for where its fields do not, the beats that this form
    needs, and sentences on what it changed: the tempo of a loop, and where sections start."""
    form, _ = form_in(request.prompt, request.form)
    grid, seconds = analysis.grid, request.music_seconds
    notes: tuple[str, ...] = ()
    if form.ending is Ending.LOOP:
        grid, notes = fitted_to_loop(grid, seconds, request.timing)
    grid, sections, moved = with_sections(grid, form.sections, seconds)
    settled = replace(request, start=form.start, ending=form.ending, sections=sections)
    return settled, replace(analysis, grid=grid), (*notes, *moved)


def analysis_of(request: SoundtrackRequest) -> DanceAnalysis:
    """Return what the movement of a request does, as its engine will hear of it. Raises MotionError.

    A cycle that is asked to loop is seen as it goes on round after round.
    """
    if _loops_as_cycle(request):
        return analyse_cycle(request.keypoints, request.timing)
    return observed(request).with_timing(request.timing)


def _loops_as_cycle(request: SoundtrackRequest) -> bool:
    """Whether one round of one movement is to loop, and nothing but tempo, metre and shift is fixed of its timing."""
    rest = replace(request.timing, tempo_bpm=None, metre=None, beat_shift_seconds=0.0)
    if request.others or request.cuts or rest != AS_FOUND or request.music_seconds != request.keypoints.seconds:
        return False
    return form_in(request.prompt, request.form)[0].ending is Ending.LOOP and is_cycle(request.keypoints)


def observed(request: SoundtrackRequest) -> Observed:
    """Return what is seen of the request's movements before its timing is applied. Raises MotionError."""
    return observe_together(request.movers, cuts=request.cuts)


def _told_apart(request: SoundtrackRequest, heard: HitPoints) -> tuple[MoverHits, ...]:
    """Whose hit points are when, where several move."""
    if not request.others:
        return ()
    times = hits_by_mover(heard, len(request.movers))
    return tuple(MoverHits(mover.name, mover.weight, at) for mover, at in zip(request.movers, times, strict=True))


def builder_of(name: str, engines: Engines) -> Callable[[], Engine]:
    """Return what gives the engine of that name. Raises EngineError where there is none."""
    if name in engines:
        return engines[name]
    if isinstance(ENGINES.get(name), ModelEngine):
        raise EngineError(
            f"The engine '{name}' has no model here.",
            f"Name one: `kinescore generate --engine {name} --model MODEL` or `kinescore serve --model {name}=MODEL`.",
        )
    raise EngineError(f"There is no engine named '{name}'; this one has {', '.join(engines)}.")
