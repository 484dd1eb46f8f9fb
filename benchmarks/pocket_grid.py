"""Table 2's grid for Pocket, walked on the dances at hand: `kinescore prepare`, then `kinescore evaluate --grid`.

    python -m benchmarks.pocket_grid [-o FOLDER] [--updates 400] [--tested 9] [--model MODEL]

The dances of ../shared/data are laid out as AIST++'s annotations, split so that no dancer of the test is learnt from.
The table is docs/pocket.toml, with so many updates for each row's training, warm-up in proportion (0: as many as its
recipe says, 54,880 in the paper's). Prints what each step took.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.dances import Dance
from benchmarks.pocket_clips import FOLDER, left_out, tested
from kinescore.cli.main import main as kinescore
from kinescore.train.config import TrainConfig
from kinescore.train.presets import Preset, preset_for

TABLE = Path(__file__).resolve().parents[1] / "docs" / "pocket.toml"
VIEWS = 9
"""Cameras of AIST++; all that is read is the first."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Walk the grid; the results are printed by `kinescore evaluate`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=FOLDER / "grid")
    parser.add_argument("--updates", type=int, default=400)
    parser.add_argument("--tested", type=int, default=9, help="so many of the dances left out, the shortest first")
    parser.add_argument("--model", default="", help="another Pocket than the one that comes with Kinescore")
    options = parser.parse_args(arguments)
    folder = options.output
    annotations = write_annotations(folder / "annotations", options.tested)
    (folder / "pocket.toml").write_text(small_table(TABLE.read_text("utf-8"), options.updates, options.model), "utf-8")
    _timed("prepare", annotations, "-o", folder / "aist", "--engine", "pocket", "--device", "cpu")
    _timed("evaluate", "--grid", folder / "pocket.toml", "-o", folder / "results")


def _timed(*words: object) -> None:
    begun = time.perf_counter()
    if code := kinescore([str(word) for word in words]):
        raise SystemExit(code)
    print(f"kinescore {words[0]}: {time.perf_counter() - begun:.0f} s", flush=True)


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
    """Return a grid in TOML whose trained rows have `updates`; 0 leaves them as they are. model: "" is the own one."""
    plain = tomllib.loads(text)
    rows = plain.pop("rows")
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
