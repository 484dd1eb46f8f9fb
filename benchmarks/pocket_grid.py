"""Table 2's grid for Pocket, walked on the dances at hand: `kinescore prepare`, then `kinescore evaluate --grid`.

    python -m benchmarks.pocket_grid [MODEL] [-o FOLDER] [--updates 400] [--tested 9] [--rows NAME ...]

The dances of ../shared/data are laid out as AIST++'s annotations, split so that no dancer of the test is learnt from.
The table is docs/pocket.toml, with so many updates for each row's training, warm-up in proportion (0: as many as its
recipe says, 54,880 in the paper's). MODEL: another Pocket than the one that comes with Kinescore. Prints what each step
took. All is kept in FOLDER, by the weights of the model, and the same command goes on after a stop.

--rows: train and play these alone, and evaluate nothing. Several such commands may run beside each other, one for each
core, with the same options but for their rows; the command without --rows then finds their music there, and makes the
rest and the table:

    python -m benchmarks.pocket_grid --updates 0 --rows "Pocket, MLP (paper)" &
    python -m benchmarks.pocket_grid --updates 0 --rows "Pocket, Attn+Pos (paper)" &
    wait; python -m benchmarks.pocket_grid --updates 0
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock

from benchmarks.dances import Dance
from benchmarks.figures import keep
from benchmarks.pocket_clips import FOLDER, left_out, opened, tested
from kinescore.cli.main import main as kinescore
from kinescore.engines.model_choice import named_model
from kinescore.evaluation.results.evaluation_files import load_evaluation
from kinescore.files.shard import Shard
from kinescore.grid.config import EncoderSource, Grid, read_grid
from kinescore.grid.playing import play_grid, train_grid
from kinescore.train.config import TrainConfig
from kinescore.train.presets import Preset, preset_for

TABLE = Path(__file__).resolve().parents[1] / "docs" / "pocket.toml"
VIEWS = 9
"""Cameras of AIST++; all that is read is the first."""
SHOWN = ("beat tracker", "tempo")
"""How the groups begin that are kept for the page: the others say nothing of when beats fall."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Walk the grid; the results are printed by `kinescore evaluate`, and kept for the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", nargs="?", default="")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--updates", type=int, default=400)
    parser.add_argument("--tested", type=int, default=9, help="so many of the dances left out, the shortest first")
    parser.add_argument("--rows", nargs="+", metavar="NAME", help="of the table: these alone, not evaluated")
    options = parser.parse_args(arguments)
    _, kept_in = opened(named_model("pocket", options.model), options.output)
    folder = kept_in / f"grid-{options.updates}-{options.tested}"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "preparing.lock"):
        grid = prepared(folder, options.updates, options.tested, options.model)
    results = folder / "results"
    if options.rows:
        train_and_play(grid, options.rows, results)
        return
    with timed("evaluate"):
        _kinescore("evaluate", "--grid", folder / "pocket.toml", "-o", results)
    of_beats = [each for each in load_evaluation(results).results if each.group.startswith(SHOWN)]
    keep([replace(each, group=f"Table 2: {each.group}") for each in of_beats], kept_in, "grid")


def prepared(folder: Path, updates: int, count: int, model: str) -> Grid:
    """Return the grid of `folder`, with the table and the dataset that it is of written there."""
    annotations = write_annotations(folder / "annotations", count)
    (folder / "pocket.toml").write_text(small_table(TABLE.read_text("utf-8"), updates, model), "utf-8")
    with timed("prepare"):
        _kinescore("prepare", annotations, "-o", folder / "aist", "--engine", "pocket", "--device", "cpu")
    return read_grid(folder / "pocket.toml")


def train_and_play(grid: Grid, names: Sequence[str], results: Path) -> None:
    """Train and play the rows of `grid` with these names. Ends the program for a name that is not there."""
    rows = {row.name: row for row in grid.rows}
    if unknown := [name for name in names if name not in rows]:
        raise SystemExit(f"There is no row '{unknown[0]}'; there are: {'; '.join(rows)}.")
    for name in names:
        alone = replace(grid, rows=(rows[name],))
        with timed(f"training {name}"):
            train_grid(alone, results, Shard())
        with timed(f"playing {name}"):
            play_grid(alone, results, Shard())


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print what the steps inside took."""
    begun = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - begun:.0f} s", flush=True)


def _kinescore(*words: object) -> None:
    if code := kinescore([str(word) for word in words]):
        raise SystemExit(code)


def write_annotations(folder: Path, count: int) -> Path:
    """Write the dances as AIST++'s annotations: keypoints in 2D, and who learns, validates and is tested. count: of the
    last."""
    _, lessons = left_out(5.12, 0)
    shortest = sorted(tested(), key=lambda dance: dance.keypoints.seconds)[:count]
    splits = {"train": lessons.training, "val": lessons.validation, "test": shortest}
    for part in ("keypoints2d", "splits"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for split, dances in splits.items():
        names = [dance.name.removeprefix("stick_") for dance in dances]
        (folder / "splits" / f"crossmodal_{split}.txt").write_text("".join(f"{name}\n" for name in names))
        for name, dance in zip(names, dances, strict=True):
            (folder / "keypoints2d" / f"{name}.pkl").write_bytes(pickle.dumps(_annotated(dance)))
    return folder


def _annotated(dance: Dance) -> dict[str, np.ndarray]:
    keypoints = dance.keypoints
    views = np.zeros((VIEWS, *keypoints.positions.shape[:2], 3))
    views[0] = np.concatenate([keypoints.positions, keypoints.confidence[..., None]], axis=2)
    return {"keypoints2d": views, "timestamps": (np.arange(len(keypoints)) * 1e6 / keypoints.fps).astype(np.int64)}


def small_table(text: str, updates: int, model: str) -> str:
    """Return a grid in TOML whose trained rows have `updates`; 0 leaves them as they are. model: "" is the own one;
    with another, rows of encoders that came with the own one are left out."""
    plain = tomllib.loads(text)
    rows = [row for row in plain.pop("rows") if not (model and row.get("encoders") == EncoderSource.OWN.value)]
    for row in rows:
        if model and row["engine"] == "pocket":
            row["model"] = str(Path(model).resolve())
        if updates and "preset" in row:
            recipe = preset_for(Preset(row["preset"]), predicts_tokens=True)
            row["settings"] = {**row.get("settings", {}), **_shorter(recipe, updates)}
    return "\n".join([_fields(plain), *(f"\n[[rows]]\n{_fields(row)}" for row in rows), ""])


def _shorter(recipe: TrainConfig, updates: int) -> dict[str, int]:
    share = updates / recipe.updates
    return {
        "updates": updates,
        "warmup_updates": round(recipe.warmup_updates * share),
        "validate_every": max(1, updates // 4),
    }


def _fields(plain: Mapping[str, Any]) -> str:
    return "\n".join(f"{name} = {_value(value)}" for name, value in plain.items())


def _value(value: Any) -> str:  # noqa: ANN401  TOML may be anything
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(each)}" for name, each in value.items()) + " }"
    return json.dumps(value)


if __name__ == "__main__":
    main()
