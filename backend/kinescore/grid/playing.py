"""The rows of a grid -> their music for every clip, one sound file after the other, each whole or not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinescore.data.segmentation import cut
from kinescore.data.sequences import read_records, read_sequences
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.engines.composer import Engines, compose, engines_with
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import Span
from kinescore.evaluation.clips.clip_sound import load_sound
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.files.shard import Shard
from kinescore.grid.config import Grid, Row
from kinescore.grid.training import encoders_of, is_taught, teach
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest, example_of
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import sound_seconds


@dataclass(frozen=True)
class Danced:
    """A clip to be played: its name and genre, its movement, and where in which music it begins."""

    name: str
    genre: str
    keypoints: Keypoints
    music: Path
    start_seconds: float


def sound_folders(grid: Grid, results: Path) -> dict[str, Path]:
    """Return where the sounds of each row are, in the rows' order."""
    return {row.name: _folder(row, results) for row in grid.rows}


def train_grid(grid: Grid, results: Path, shard: Shard) -> None:
    """Teach the encoders of rows that lack sounds of this shard's clips; only the first shard teaches.

    Raises EvaluationError where `results` holds other music of a row, and where a row cannot be, or is not, trained.
    """
    _require_same_rows(grid, results)
    runs = _runs(results)
    for row in grid.rows:
        if row.is_trained and not is_taught(row, runs) and _lacking(row, shard.of(_clip_names(grid)), results):
            if shard.number > 1:
                raise EvaluationError(
                    f"The row '{row.name}' is not trained yet.", f"Let shard 1/{shard.count} train it first."
                )
            teach(row, grid, runs)


def play_grid(grid: Grid, results: Path, shard: Shard, report: Report = silent) -> None:
    """Make the music that is missing of this shard's clips with the encoders of `train_grid`.

    Raises whatever engines raise.
    """
    clips = shard.of(list(_clips(grid)))
    for row in grid.rows:
        lacking = _lacking(row, [clip.name for clip in clips], results)
        if lacking:
            _play_row(row, grid, [clip for clip in clips if clip.name in lacking], results, report)


def count_unplayed(grid: Grid, results: Path) -> int:
    """Return how many sounds are missing, whosesoever shard's they are."""
    return sum(len(_lacking(row, _clip_names(grid), results)) for row in grid.rows)


def _lacking(row: Row, clips: Iterable[str], results: Path) -> set[str]:
    """Those of `clips` that `row` has no sound for."""
    return {clip for clip in clips if not _sound(row, clip, results).is_file()}


def _require_same_rows(grid: Grid, results: Path) -> None:
    """Sounds are never made twice, so those of another seed or model must not be taken for this grid's. Rows may join
    or leave; where models run and who listens changes no music."""
    for row in grid.rows:
        record = results / "rows" / f"{row.name}.json"
        alone = replace(grid, rows=(row,), ears=(), device="auto", offline=False)
        text = strict_json.dump(strict_json.to_plain(alone))
        if record.is_file() and record.read_bytes() != text:
            raise EvaluationError(
                f"{results} holds the music of another grid: its row '{row.name}' is not this one's.",
                "Give the row another name, or choose another folder with -o.",
            )
        record.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(record, text)


def _clip_names(grid: Grid) -> list[str]:
    """In the order of `_clips`."""
    return [clip.name for record in read_records(Path(grid.dataset), grid.split) for clip in record.clips]


def _clips(grid: Grid) -> Iterator[Danced]:
    dataset = Path(grid.dataset)
    for sequence, keypoints in read_sequences(dataset, grid.split):
        for clip in sequence.clips:
            movement = cut(keypoints, clip.start_seconds)
            yield Danced(clip.name, sequence.genre, movement, dataset / sequence.music, clip.start_seconds)


def _play_row(row: Row, grid: Grid, clips: Sequence[Danced], results: Path, report: Report) -> None:
    encoders = encoders_of(row, _runs(results))
    engines = _engines(row, grid, encoders)
    listens = encoders is not None and _hears_examples(encoders)
    for number, clip in enumerate(clips):
        report(f"playing {row.name}", number / len(clips))
        request = SoundtrackRequest(
            clip.keypoints,
            genre=clip.genre,
            seconds=WINDOW_SECONDS,
            seed=grid.seed,
            engine=row.engine,
            example=_example(clip) if listens else None,
        )
        take = compose(request, engines=engines)
        sound = _sound(row, clip.name, results)
        sound.parent.mkdir(parents=True, exist_ok=True)
        take.save(sound)


def _engines(row: Row, grid: Grid, encoders: Path | None) -> Engines:
    if row.engine not in LEARNED_ENGINES:
        return engines_with(())
    sampling = tuple((row.sampling or {}).items())
    choice = ModelChoice(row.engine, row.model, encoders, grid.device, grid.precision, grid.offline, sampling=sampling)
    return engines_with((choice,))


def _hears_examples(encoders: Path) -> bool:
    from kinescore.encoders.checkpoint import read_config

    return read_config(encoders).clap is not None


def _example(clip: Danced) -> Audio:
    """Another segment of the clip's own song, as in training: it tells the kind of music, not the notes."""
    from kinescore.data.examples import another_segment, segment_count

    start_s = another_segment(clip.start_seconds, segment_count(sound_seconds(clip.music))) * WINDOW_SECONDS
    return example_of(load_sound(Span(clip.music, start_s, WINDOW_SECONDS)))


def _sound(row: Row, clip: str, results: Path) -> Path:
    return _folder(row, results) / f"{clip}.wav"


def _folder(row: Row, results: Path) -> Path:
    return results / "sounds" / row.name


def _runs(results: Path) -> Path:
    return results / "runs"
