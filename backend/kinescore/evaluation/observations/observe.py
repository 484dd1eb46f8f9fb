"""Every ear hears every sound once, and every movement is watched once; what is kept already is not done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore import __version__
from kinescore.errors import KinescoreError
from kinescore.evaluation.clips.beat_times import is_beat_times
from kinescore.evaluation.clips.clip import Clip, Span
from kinescore.evaluation.clips.clip_sound import load_sound
from kinescore.evaluation.observations.stored import arrays_of_seen
from kinescore.evaluation.observations.workers import spread
from kinescore.evaluation.observers.registry import EarChoice, load_ear
from kinescore.evaluation.results.results_folder import REFERENCE, heard_file, path_from, seen_file
from kinescore.files.arrays_file import has_stamp, save_arrays
from kinescore.files.shard import Shard
from kinescore.progress import Report, silent

Sense = Callable[[Span], Mapping[str, NDArray[np.generic]]]

WHOLE = Shard(1, 1)


@dataclass(frozen=True)
class Measurement:
    """ears: names of those that listened, in the order of their choices. done: files heard or seen now. skipped: had
    been before. failures: one sentence for each that could not be; the others are not held up by it."""

    ears: tuple[str, ...]
    done: int
    skipped: int
    failures: tuple[str, ...]


@dataclass(frozen=True)
class _Task:
    """What to listen to or to watch, where to keep what comes of it, and what the file is like now. kept: as many
    places as there are clips with this very span, as where several dances are to one song."""

    span: Span
    kept: tuple[Path, ...]
    stamp: str

    @property
    def is_done(self) -> bool:
        """Whether it is kept everywhere, of the file as it is now."""
        return all(has_stamp(path, self.stamp) for path in self.kept)


def measure(
    clips: Iterable[Clip],
    choices: Iterable[EarChoice],
    folder: Path,
    shard: Shard = WHOLE,
    jobs: int = 1,
    report: Report = silent,
) -> Measurement:
    """Hear and see this shard's share of `clips`, with `jobs` processes, and keep what comes of it in `folder`.

    The same part of a file is heard once, whoever has it. A sound or movement that changed since it was heard is heard
    again. Files of beat times are not sounds; nobody listens to them. Raises EvaluationError for an ear that cannot be
    made, OSError where `folder` cannot be written.
    """
    clips = list(clips)
    names = {choice: load_ear(choice).name for choice in choices}  # weights that do not fit show before the work
    skipped, outcomes = 0, []
    for choice in (None, *names):
        if choice is None:
            phase, sense, tasks = "watching", _watch, _seeing(clips, folder)
        else:
            phase, sense = f"listening: {choice.kind}", partial(_listen, choice)
            tasks = _hearing(clips, names[choice], folder)
        share = shard.of(tasks)
        pending = [task for task in share if not task.is_done]
        skipped += len(share) - len(pending)
        outcomes += _perform_all(sense, pending, jobs, phase, report)
    failures = tuple(outcome for outcome in outcomes if outcome)
    return Measurement(tuple(dict.fromkeys(names.values())), len(outcomes) - len(failures), skipped, failures)


def count_missing(clips: Iterable[Clip], ears: Iterable[str], folder: Path) -> int:
    """Return how many sounds and movements are still to be heard by `ears` and seen, by any shard."""
    clips = list(clips)
    tasks = [*_seeing(clips, folder), *(task for ear in ears for task in _hearing(clips, ear, folder))]
    return sum(not task.is_done for task in tasks)


def _hearing(clips: Sequence[Clip], ear: str, folder: Path) -> list[_Task]:
    places: dict[Span, list[Path]] = {}
    for clip in clips:
        if clip.reference and not is_beat_times(clip.reference.path):
            places.setdefault(clip.reference, []).append(heard_file(folder, ear, REFERENCE, clip.name))
        for system, span in clip.generated.items():
            places.setdefault(span, []).append(heard_file(folder, ear, system, clip.name))
    return _tasks(places, folder)


def _seeing(clips: Sequence[Clip], folder: Path) -> list[_Task]:
    places: dict[Span, list[Path]] = {}
    for clip in clips:
        if clip.motion:
            places.setdefault(clip.motion, []).append(seen_file(folder, clip.name))
    return _tasks(places, folder)


def _tasks(places: Mapping[Span, Sequence[Path]], folder: Path) -> list[_Task]:
    return [_Task(span, tuple(kept), _stamp(span, folder)) for span, kept in places.items()]


def _stamp(span: Span, folder: Path) -> str:
    """It changes with the file's place, size and time of change, with the part that is meant, and with the version that
    listens."""
    try:
        state = span.path.stat()
        size, changed = state.st_size, state.st_mtime_ns
    except OSError:  # whoever opens the file says what is wrong with it
        size, changed = 0, 0
    return f"{__version__} {path_from(folder, span.path)} {size} {changed} {span.start_s} {span.seconds}"


def _perform_all(sense: Sense, tasks: Sequence[_Task], jobs: int, phase: str, report: Report) -> list[str]:
    outcomes = []
    with closing(spread(partial(_perform, sense), tasks, jobs)) as results:
        report(phase, 0.0)
        for outcome in results:
            outcomes.append(outcome)
            report(phase, len(outcomes) / len(tasks))
    return outcomes


def _perform(sense: Sense, task: _Task) -> str:
    """Do one task; return what is wrong with its file, or nothing."""
    try:
        arrays = sense(task.span)
        for path in task.kept:
            save_arrays(path, arrays, task.stamp)
    except KinescoreError as error:
        sentence = str(error)
        return sentence if str(task.span.path) in sentence else f"{task.span.path}: {sentence}"
    return ""


def _listen(choice: EarChoice, span: Span) -> Mapping[str, NDArray[np.generic]]:
    return load_ear(choice).hear(load_sound(span))


def _watch(span: Span) -> Mapping[str, NDArray[np.generic]]:
    from kinescore.evaluation.observers.motion_beats import see

    return arrays_of_seen(see(span))
