"""The rows of a grid -> their music for every clip, one sound file after the other, each whole or not there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinescore.data.segmentation import cut
from kinescore.data.sequences import read_records, read_sequences
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.engines.composer import Engines, compose, engines_with
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, named_model, own_models
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.loading import load_sound
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.files.shard import Shard
from kinescore.grid.config import EncoderSource, Grid, GridRow
from kinescore.grid.training import encoders_of, train_row, training_is_finished
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import Report, silent
from kinescore.request import SoundtrackRequest, example_of
from kinescore.sound.audio import Audio
from kinescore.sound.sound_files import sound_seconds


@dataclass(frozen=True)
class PlayedClip:
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
    """Train the encoders of rows that lack sounds of this shard's clips; only the first shard trains.

    Raises EvaluationError where `results` holds other music of a row, and where a row cannot be, or is not, trained.
    """
    _require_same_rows(grid, results)
    runs = _runs(results)
    for row in grid.rows:
        if (
            row.is_trained
            and not training_is_finished(row, runs)
            and _lacking(row, shard.of(_clip_names(grid)), results)
        ):
            if shard.number > 1:
                raise EvaluationError(
                    f"The row '{row.name}' is not trained yet.", f"Let shard 1/{shard.count} train it first."
                )
            train_row(row, grid, runs)


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


def _lacking(row: GridRow, clips: Iterable[str], results: Path) -> set[str]:
    """Those of `clips` that `row` has no sound for."""
    return {clip for clip in clips if not _sound(row, clip, results).is_file()}


def _require_same_rows(grid: Grid, results: Path) -> None:
    """Sounds are never made twice, so those of another seed or model must not be taken for this grid's. Rows may join
    or leave; where models run and who analyses changes no music."""
    for row in grid.rows:
        record = results / "rows" / f"{row.name}.json"
        plain = strict_json.to_plain(replace(grid, rows=(row,), observers=(), device="auto"))
        plain |= {"ears": plain.pop("observers"), "offline": False}  # as in the records of every version
        if row.engine in LEARNED_ENGINES:
            plain["rows"][0] |= {"model": row.model or _own_weights(row), "beat_lock": False}
        text = strict_json.dump(plain)
        if record.is_file() and record.read_bytes() != text:
            raise EvaluationError(
                f"{results} holds the music of another grid: its row '{row.name}' is not this one's.",
                "Give the row another name, or choose another folder with -o.",
            )
        record.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(record, text)


def _own_weights(row: GridRow) -> str:
    """What came with Kinescore of a row, which another version may bring anew: the digest of its files."""
    own = own_models()[row.engine]
    digest = hashlib.sha256()
    for file in sorted(Path(own.model).glob("*.safetensors")):
        if file != own.encoders or row.encoders == EncoderSource.OWN.value:
            digest.update(file.read_bytes())
    return f"own {digest.hexdigest()}"


def _clip_names(grid: Grid) -> list[str]:
    """In the order of `_clips`."""
    return [clip.name for record in read_records(Path(grid.dataset), grid.split) for clip in record.clips]


def _clips(grid: Grid) -> Iterator[PlayedClip]:
    dataset = Path(grid.dataset)
    for sequence, keypoints in read_sequences(dataset, grid.split):
        for clip in sequence.clips:
            movement = cut(keypoints, clip.start_seconds)
            yield PlayedClip(clip.name, sequence.genre, movement, dataset / sequence.music, clip.start_seconds)


def _play_row(row: GridRow, grid: Grid, clips: Sequence[PlayedClip], results: Path, report: Report) -> None:
    encoders = encoders_of(row, _runs(results))
    engines = _engines(row, grid, encoders)
    by_example = encoders is not None and _takes_examples(encoders)
    for number, clip in enumerate(clips):
        report(f"playing {row.name}", number / len(clips))
        request = SoundtrackRequest(
            clip.keypoints,
            genre=clip.genre,
            seconds=WINDOW_SECONDS,
            seed=grid.seed,
            engine=row.engine,
            example=_example(clip) if by_example else None,
            beat_lock=False,  # or it would be measured instead of the words, and the better of two drawings kept
        )
        take = compose(request, engines=engines)
        sound = _sound(row, clip.name, results)
        sound.parent.mkdir(parents=True, exist_ok=True)
        take.save(sound)


def _engines(row: GridRow, grid: Grid, encoders: Path | None) -> Engines:
    if row.engine not in LEARNED_ENGINES:
        return engines_with(())
    sampling = tuple((row.sampling or {}).items())
    model = named_model(row.engine, row.model)
    choice = ModelChoice(row.engine, model, encoders, grid.device, grid.precision, sampling=sampling)
    return engines_with((choice,))


def _takes_examples(encoders: Path) -> bool:
    from kinescore.encoders.checkpoint import read_config

    return read_config(encoders).clap is not None


def _example(clip: PlayedClip) -> Audio:
    """Another segment of the clip's own song, as in training: it tells the kind of music, not the notes."""
    from kinescore.data.examples import another_segment, segment_count

    start_s = another_segment(clip.start_seconds, segment_count(sound_seconds(clip.music))) * WINDOW_SECONDS
    return example_of(load_sound(FileSpan(clip.music, start_s, WINDOW_SECONDS)))


def _sound(row: GridRow, clip: str, results: Path) -> Path:
    return _folder(row, results) / f"{clip}.wav"


def _folder(row: GridRow, results: Path) -> Path:
    return results / "sounds" / row.name


def _runs(results: Path) -> Path:
    return results / "runs"
