"""Pocket's grid in parts: a shortened table, and rows that are trained and played by commands of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("accelerate")

from benchmarks.pocket_grid import small_table, train_and_play
from kinescore.cli.main import main
from kinescore.grid.config import read_grid
from kinescore.grid.playing import count_unplayed, sound_folders
from tests.backbones.tiny_pocket import save_tiny_pocket
from tests.data.made_pairs import write_aist

ROOT = Path(__file__).resolve().parents[2]
TRAINED = "Pocket, MLP (paper)"


def test_the_small_table_trains_shortly_and_is_a_grid(tmp_path: Path) -> None:
    path = tmp_path / "pocket.toml"
    path.write_text(small_table((ROOT / "docs" / "pocket.toml").read_text("utf-8"), 40, ""), "utf-8")
    grid = read_grid(path)
    assert {row.settings["updates"] for row in grid.rows if row.is_trained and row.settings} == {40}
    assert sum(row.is_trained for row in grid.rows) == 5
    assert [row.name for row in grid.rows] == [row.name for row in read_grid(ROOT / "docs" / "pocket.toml").rows]


def test_rows_are_made_apart_and_found_by_the_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotations, _ = write_aist(tmp_path)
    assert main(["prepare", str(annotations), "-o", str(tmp_path / "aist"), "--engine", "pocket"]) == 0
    model = save_tiny_pocket(tmp_path / "model")
    path = tmp_path / "pocket.toml"
    text = small_table((ROOT / "docs" / "pocket.toml").read_text("utf-8"), 2, str(model))
    path.write_text(text.replace('"test"', '"val"'), "utf-8")
    grid, results = read_grid(path), tmp_path / "results"
    with pytest.raises(SystemExit, match="There is no row 'MLP'; there are: Pocket, MLP"):
        train_and_play(grid, ["MLP"], results)
    clips = count_unplayed(grid, results) // len(grid.rows)
    train_and_play(grid, [TRAINED], results)
    assert f"training {TRAINED}" in capsys.readouterr().out
    folders = sound_folders(grid, results)
    assert [name for name, folder in folders.items() if folder.is_dir()] == [TRAINED]
    train_and_play(grid, ["groovebox"], results)
    assert count_unplayed(grid, results) == clips * (len(grid.rows) - 2)
    assert not (results / "evaluation.json").exists()
