"""A table of systems from one file: trained, played, evaluated, resumed after a stop; and files that are refused."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("accelerate")
pytest.importorskip("librosa")

import torch

from kinescore.backbones.pocket.backbone import load_pocket
from kinescore.cli.main import main
from kinescore.data.pairs import Split
from kinescore.encoders.checkpoint import save_encoders
from kinescore.encoders.config import EncoderConfig, Projector, RhythmMode
from kinescore.encoders.encoders import new_encoders
from kinescore.engines.model_choice import OWN_ENCODERS
from kinescore.engines.table import ENGINES
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.finding import require_system_names
from kinescore.evaluation.clips.loading import load_sound
from kinescore.evaluation.results.evaluation_files import load_evaluation
from kinescore.files.shard import Shard
from kinescore.files.strict_json import FormatError
from kinescore.grid.config import Grid, GridRow, read_grid
from kinescore.grid.playing import count_unplayed, play_grid, train_grid
from kinescore.grid.training import encoders_of, train_row, training_is_finished
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import DIGEST_CHARACTERS, weights_digest
from kinescore.request import example_of
from tests.backbones.tiny_musicgen import save_tiny_musicgen
from tests.backbones.tiny_pocket import save_tiny_pocket
from tests.data.made_pairs import write_aist
from tests.encoders.tiny_clap import save_tiny_clap

ROWS = ("CLAP", "MLP + genre label", "Attn+Pos", "temporal (ours)", "words alone", "groovebox")
GRID = """
dataset = "set"
split = "val"
device = "cpu"
{more}
[[observers]]
kind = "clap"
model = "clap"
device = "cpu"

[[rows]]
name = "CLAP"
engine = "musicgen"
model = "model"
preset = "paper"
settings = {{ projector = "mlp", genre_source = "example", {short} }}

[[rows]]
name = "MLP + genre label"
engine = "musicgen"
model = "model"
preset = "paper"
settings = {{ projector = "mlp", {short} }}

[[rows]]
name = "Attn+Pos"
engine = "musicgen"
model = "model"
preset = "paper"
settings = {{ {short} }}

[[rows]]
name = "temporal (ours)"
engine = "musicgen"
model = "model"
settings = {{ {short} }}

[[rows]]
name = "words alone"
engine = "musicgen"
model = "model"
encoders = "none"

[[rows]]
name = "groovebox"
engine = "groovebox"
"""
SHORT = 'updates = 2, batch = 2, warmup_updates = 1, validate_every = 2, precision = "fp32"'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared dataset, a tiny MusicGen and the file of the table beside them."""
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("grid")
    save_tiny_musicgen(folder / "model")
    save_tiny_clap(folder / "clap")
    annotations, music = write_aist(folder)
    arguments = ["prepare", annotations, music, "-o", folder / "set"]
    arguments += ["--model", folder / "model", "--clap", folder / "clap", "--device", "cpu"]
    assert main([str(word) for word in arguments]) == 0
    (folder / "table.toml").write_text(GRID.format(more="", short=SHORT))
    return folder


def evaluate(folder: Path, *more: str) -> subprocess.CompletedProcess:
    command = ["evaluate", "--grid", str(folder / "table.toml"), "-o", str(folder / "results"), "--draws", "10"]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, "-m", "kinescore", *command, *more], capture_output=True, text=True, env=environment
    )


@pytest.fixture(scope="module")
def results(folder: Path) -> Path:
    done = evaluate(folder)
    assert done.returncode == 0, done.stderr
    return folder / "results"


def sounds(results: Path) -> dict[str, bytes]:
    return {str(path.relative_to(results)): path.read_bytes() for path in sorted((results / "sounds").rglob("*.wav"))}


def test_every_row_is_played_for_every_clip_and_scored(results: Path) -> None:
    evaluation = load_evaluation(results)
    assert evaluation.systems == ROWS
    assert evaluation.clips == 1  # 7.1 s of validation make one clip
    assert len(sounds(results)) == len(ROWS)
    assert {result.system for result in evaluation.results if result.metric == "F1"} == set(ROWS)
    assert any(result.group.startswith("CLAP score") for result in evaluation.results)


def test_rows_play_with_the_encoders_they_name(results: Path) -> None:
    facts = {row: json.loads(next((results / "sounds" / row).glob("*.json")).read_text()) for row in ROWS[:5]}
    digests = {row: card["provenance"]["encoders"] for row, card in facts.items()}
    assert digests["words alone"] == "none"
    assert len(set(digests.values())) == 5
    assert [row for row, card in facts.items() if card["provenance"]["example"] != "none"] == ["CLAP"]
    assert len(set(sounds(results).values())) == len(ROWS)


def test_what_is_done_is_not_done_again_and_what_is_lost_is_made_the_same(folder: Path, results: Path) -> None:
    before = sounds(results)
    scores = (results / "evaluation.json").read_bytes()
    lost = next((results / "sounds" / "Attn+Pos").glob("*.wav"))
    kept = {path: path.stat().st_mtime_ns for path in (results / "sounds").rglob("*.wav") if path != lost}
    lost.unlink()
    done = evaluate(folder)
    assert done.returncode == 0, done.stderr
    assert sounds(results) == before
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert (results / "evaluation.json").read_bytes() == scores


def test_a_changed_grid_does_not_take_the_music_of_another(folder: Path, results: Path) -> None:
    before = (folder / "table.toml").read_text()
    (folder / "table.toml").write_text(GRID.format(more="seed = 1", short=SHORT))
    try:
        done = evaluate(folder)
    finally:
        (folder / "table.toml").write_text(before)
    assert done.returncode == 2
    assert "holds the music of another grid" in done.stderr
    assert "Traceback" not in done.stderr


def test_only_the_first_shard_trains_and_others_wait_for_the_end(folder: Path, tmp_path: Path) -> None:
    grid = replace(read_grid(folder / "table.toml"), split=Split.TRAIN)
    best = encoders_of(grid.rows[0], tmp_path / "runs")
    best.parent.mkdir(parents=True)
    best.write_bytes(b"the best so far")
    with pytest.raises(EvaluationError, match="'CLAP' is not trained yet"):
        train_grid(grid, tmp_path, Shard(2, 2))
    assert [path.name for path in (tmp_path / "runs").rglob("*.*")] == [best.name]


def test_shards_share_the_clips_between_them(folder: Path, tmp_path: Path) -> None:
    whole = read_grid(folder / "table.toml")
    grid = replace(whole, split=Split.TRAIN, rows=whole.rows[-1:])
    made = []
    for number in (1, 2):
        play_grid(grid, tmp_path, Shard(number, 2))
        made.append(len(sounds(tmp_path)))
    assert 0 < made[0] < made[1]
    assert count_unplayed(grid, tmp_path) == 0


def test_examples_are_another_part_of_the_clips_own_song(folder: Path, results: Path) -> None:
    """The clip starts at 0 in a song of 12 s, which has two segments."""
    facts = json.loads(next((results / "sounds" / "CLAP").glob("*.json")).read_text())
    example = example_of(load_sound(FileSpan(folder / "songs" / "mHO5.wav", 5.12, 5.12)))
    assert facts["provenance"]["example"] == hashlib.sha256(example.samples).hexdigest()[:16]


def test_rows_join_and_leave_but_none_changes(folder: Path, tmp_path: Path) -> None:
    whole = read_grid(folder / "table.toml")
    words, groovebox = (replace(whole, rows=(row,)) for row in whole.rows[-2:])
    for grid in (groovebox, words, replace(whole, rows=whole.rows[-2:]), replace(words, device="cuda:1", observers=())):
        train_grid(grid, tmp_path, Shard())
    for grid in (replace(words, seed=1), replace(words, precision="bf16"), replace(words, split=Split.TEST)):
        with pytest.raises(EvaluationError, match="'words alone' is not this one's"):
            train_grid(grid, tmp_path, Shard())


OLD_GRID = """
dataset = "set"
offline = false
seed = 3
[[ears]]
kind = "clap"
model = "laion/clap-htsat-unfused"
[[rows]]
name = "groovebox"
engine = "groovebox"
"""
OLD_RECORD = (
    '{"dataset":%s,"device":"auto","ears":[],"offline":false,"precision":"fp32","rows":[{"encoders":"train",'
    '"engine":"groovebox","model":"","name":"groovebox","preset":"fast","sampling":null,"settings":null}],"seed":3,'
    '"split":"test"}'
)
"""As version 0.1.0 wrote it, but for the place of the dataset."""


def test_grids_and_records_of_earlier_versions_are_read(tmp_path: Path) -> None:
    old, new, both = (tmp_path / name for name in ("old.toml", "new.toml", "both.toml"))
    old.write_text(OLD_GRID)
    new.write_text(OLD_GRID.replace("ears", "observers"))
    both.write_text(OLD_GRID + '[[observers]]\nkind = "vggish"\nmodel = "vggish.pth"\n')
    grid = read_grid(old)
    assert grid == read_grid(new)
    assert [(each.kind, each.model) for each in grid.observers] == [("clap", "laion/clap-htsat-unfused")]
    with pytest.raises(FormatError, match="'ears'"):
        read_grid(both)
    record = tmp_path / "results" / "rows" / "groovebox.json"
    record.parent.mkdir(parents=True)
    written = OLD_RECORD % json.dumps(str(tmp_path.resolve() / "set"))
    record.write_text(written)
    train_grid(grid, tmp_path / "results", Shard())
    assert record.read_text() == written
    record.write_text(written.replace('"seed":3', '"seed":4'))
    with pytest.raises(EvaluationError, match="'groovebox' is not this one's"):
        train_grid(grid, tmp_path / "results", Shard())


def test_a_row_plays_the_encoders_that_came_with_its_model(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = save_tiny_pocket(tmp_path / "model")
    space = load_pocket(ModelSource(str(model)), Runtime("cpu")).text_space
    written = new_encoders(EncoderConfig(space, Projector.MLP, rhythm_mode=RhythmMode.FOUND), 1)
    save_encoders(written, model / OWN_ENCODERS)
    monkeypatch.setitem(ENGINES, "pocket", replace(ENGINES["pocket"], own_model=model))
    rows = tuple(GridRow(name, "pocket", encoders=name) for name in ("own", "none"))
    grid = Grid(str(folder / "set"), rows, Split.VALIDATION, device="cpu")
    train_grid(grid, tmp_path / "results", Shard())
    play_grid(grid, tmp_path / "results", Shard())
    told = {row.name: next((tmp_path / "results" / "sounds" / row.name).glob("*.json")) for row in rows}
    digests = {name: json.loads(path.read_text())["provenance"]["encoders"] for name, path in told.items()}
    assert digests == {"own": weights_digest(written)[:DIGEST_CHARACTERS], "none": "none"}
    save_encoders(new_encoders(written.config, 2), model / OWN_ENCODERS)
    with pytest.raises(EvaluationError, match="its row 'own' is not this one's"):
        train_grid(grid, tmp_path / "results", Shard())
    train_grid(replace(grid, rows=rows[1:]), tmp_path / "results", Shard())


def test_paths_mean_the_same_from_everywhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grids = []
    for here, path in ((folder, "table.toml"), (folder.parent, f"{folder.name}/table.toml")):
        monkeypatch.chdir(here)
        grids.append(read_grid(Path(path)))
    assert grids[0] == grids[1]


def test_encoders_are_trained_on_the_device_of_the_grid_or_not_at_all(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    grid = replace(read_grid(folder / "table.toml"), device="cuda:99")
    with pytest.raises(EvaluationError, match="'Attn\\+Pos' could not be trained"):
        train_row(grid.rows[2], grid, tmp_path)
    told = capfd.readouterr().err
    assert "cuda" in told.lower()
    assert "Traceback" not in told
    assert not training_is_finished(grid.rows[2], tmp_path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("dataset = ", "not valid TOML"),
        ('dataset = "x"\nrows = []', "has 0 rows"),
        ('dataset = "x"\n[[rows]]\nname = "a"\nengine = "jukebox"', "the engine 'jukebox'"),
        ('dataset = "x"\n[[rows]]\nname = "a"\nengine = "musicgen"', "names no model"),
        ('dataset = "x"\n[[rows]]\nname = "../a"\nengine = "groovebox"', "takes that name"),
        ('dataset = "x"\n[[rows]]\nname = "nul"\nengine = "groovebox"', "takes that name"),
        ('dataset = "x"\n[[rows]]\nname = "a"\nengine = "groovebox"\nencoders = "own"', "none came with that model"),
        (
            'dataset = "x"\n[[rows]]\nname = "a"\nengine = "pocket"\nmodel = "my"\nencoders = "own"',
            "none came with that model",
        ),
        (
            'dataset = "x"\n[[rows]]\nname = "a"\nengine = "groovebox"\n[[rows]]\nname = "A"\nengine = "groovebox"',
            "same",
        ),
        ('dataset = "x"\ncolour = 1\n[[rows]]\nname = "a"\nengine = "groovebox"', "'colour'"),
    ],
)
def test_a_file_that_is_no_grid_is_refused_with_a_sentence(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "grid.toml"
    path.write_text(text)
    with pytest.raises((EvaluationError, FormatError), match=sentence):
        read_grid(path)


def test_the_papers_own_table_is_a_grid() -> None:
    grid = read_grid(Path(__file__).parents[2] / "docs" / "table2.toml")
    require_system_names(row.name for row in grid.rows)  # or all would be trained and played, and not scored
    assert [row.name for row in grid.rows][:3] == [
        "MusicGen, CLAP",
        "MusicGen, MLP + genre label",
        "MusicGen, Attn+Pos",
    ]
    assert all(row.is_trained for row in grid.rows if row.engine != "groovebox" and row.encoders != "none")


def test_the_grid_for_pocket_is_read() -> None:
    grid = read_grid(Path(__file__).parents[2] / "docs" / "pocket.toml")
    require_system_names(row.name for row in grid.rows)
    assert {row.preset for row in grid.rows if row.is_trained} == {"paper", "clock"}
    assert [row.encoders for row in grid.rows[-3:-1]] == ["own", "none"]
