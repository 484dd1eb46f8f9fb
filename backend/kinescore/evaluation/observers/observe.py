"""Every observer analyses every sound once, and every movement is analysed once; what is kept is not done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore import __version__
from kinescore.errors import KinescoreError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.clips.loading import load_motion, load_sound
from kinescore.evaluation.observations.arrays_file import has_stamp, save_arrays
from kinescore.evaluation.observations.store import arrays_of_motion
from kinescore.evaluation.observers.registry import ObserverChoice, load_observer
from kinescore.evaluation.observers.workers import map_unordered
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.evaluation.results.results_folder import motion_observation_file, music_observation_file, path_from
from kinescore.files.shard import Shard
from kinescore.progress import Report, silent

Analysis = Callable[[FileSpan], Mapping[str, NDArray[np.generic]]]

WHOLE = Shard(1, 1)


@dataclass(frozen=True)
class ObservingOutcome:
    """observers: their names, in the order of their choices. done: files analysed now. skipped: had been before.
    failures: one sentence for each that could not be; the others are not held up by it."""

    observers: tuple[str, ...]
    done: int
    skipped: int
    failures: tuple[str, ...]


@dataclass(frozen=True)
class _Task:
    """What to analyse, where to keep what is found, and what the file is like now. kept: as many places as there are
    clips with this very span, as where several dances are to one song."""

    span: FileSpan
    kept: tuple[Path, ...]
    stamp: str

    @property
    def is_done(self) -> bool:
        """Whether it is kept everywhere, of the file as it is now."""
        return all(has_stamp(path, self.stamp) for path in self.kept)


def observe_clips(
    clips: Iterable[Clip],
    choices: Iterable[ObserverChoice],
    folder: Path,
    shard: Shard = WHOLE,
    jobs: int = 1,
    report: Report = silent,
) -> ObservingOutcome:
    """Analyse movements and sounds of this shard's share of `clips`, with `jobs` processes, and keep what is found in
    `folder`.

    The same part of a file is analysed once, whoever has it. A sound or movement that changed since is analysed again.
    Files of beat times are not sounds; no observer gets them. Raises EvaluationError for an observer that cannot be
    made, OSError where `folder` cannot be written.
    """
    clips = list(clips)
    names = {choice: load_observer(choice).name for choice in choices}  # weights that do not fit show before the work
    skipped = 0
    outcomes: list[str] = []
    for phase, analysis, tasks in _phases(clips, names, folder):
        share = shard.of(tasks)
        pending = [task for task in share if not task.is_done]
        skipped += len(share) - len(pending)
        outcomes += _perform_all(analysis, pending, jobs, phase, report)
    failures = tuple(outcome for outcome in outcomes if outcome)
    return ObservingOutcome(tuple(dict.fromkeys(names.values())), len(outcomes) - len(failures), skipped, failures)


def count_missing(clips: Iterable[Clip], observers: Iterable[str], folder: Path) -> int:
    """Return how many sounds and movements are still to be analysed, by any shard. observers: their names."""
    clips = list(clips)
    tasks = _motion_tasks(clips, folder)
    for observer in observers:
        tasks += _music_tasks(clips, observer, folder)
    return sum(not task.is_done for task in tasks)


def _phases(
    clips: Sequence[Clip], names: Mapping[ObserverChoice, str], folder: Path
) -> Iterator[tuple[str, Analysis, list[_Task]]]:
    """What the reader sees of each phase, what it does, and with what."""
    yield "analysing movements", _analyse_motion, _motion_tasks(clips, folder)
    for choice, name in names.items():
        yield f"analysing music: {choice.kind}", partial(_analyse_music, choice), _music_tasks(clips, name, folder)


def _music_tasks(clips: Sequence[Clip], observer: str, folder: Path) -> list[_Task]:
    places: dict[FileSpan, list[Path]] = {}
    for clip in clips:
        if clip.reference and not is_beat_times(clip.reference.path):
            kept = music_observation_file(folder, observer, REFERENCE, clip.name)
            places.setdefault(clip.reference, []).append(kept)
        for system, span in clip.generated.items():
            places.setdefault(span, []).append(music_observation_file(folder, observer, system, clip.name))
    return _tasks(places, folder)


def _motion_tasks(clips: Sequence[Clip], folder: Path) -> list[_Task]:
    places: dict[FileSpan, list[Path]] = {}
    for clip in clips:
        if clip.motion:
            places.setdefault(clip.motion, []).append(motion_observation_file(folder, clip.name))
    return _tasks(places, folder)


def _tasks(places: Mapping[FileSpan, Sequence[Path]], folder: Path) -> list[_Task]:
    return [_Task(span, tuple(kept), _stamp(span, folder)) for span, kept in places.items()]


def _stamp(span: FileSpan, folder: Path) -> str:
    """It changes with the file's place, size and time of change, with the part that is meant, and with the version that
    analyses."""
    try:
        state = span.path.stat()
        size, changed = state.st_size, state.st_mtime_ns
    except OSError:  # whoever opens the file says what is wrong with it
        size, changed = 0, 0
    return f"{__version__} {path_from(folder, span.path)} {size} {changed} {span.start_s} {span.seconds}"


def _perform_all(analysis: Analysis, tasks: Sequence[_Task], jobs: int, phase: str, report: Report) -> list[str]:
    outcomes = []
    with closing(map_unordered(partial(_perform, analysis), tasks, jobs)) as results:
        report(phase, 0.0)
        for outcome in results:
            outcomes.append(outcome)
            report(phase, len(outcomes) / len(tasks))
    return outcomes


def _perform(analysis: Analysis, task: _Task) -> str:
    """Do one task; return what is wrong with its file, or nothing."""
    try:
        arrays = analysis(task.span)
        for path in task.kept:
            save_arrays(path, arrays, task.stamp)
    except KinescoreError as error:
        sentence = str(error)
        return sentence if str(task.span.path) in sentence else f"{task.span.path}: {sentence}"
    return ""


def _analyse_music(choice: ObserverChoice, span: FileSpan) -> Mapping[str, NDArray[np.generic]]:
    return load_observer(choice).observe(load_sound(span))


def _analyse_motion(span: FileSpan) -> Mapping[str, NDArray[np.generic]]:
    from kinescore.evaluation.observers.motion_beats import observe_motion

    return arrays_of_motion(observe_motion(load_motion(span)))
