"""kinescore prepare and kinescore train, as a shell user sees them: tiny MusicGen, real files, kill -9."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("accelerate")
pytest.importorskip("soundfile")

import torch
from safetensors import safe_open

from kinescore.cli.main import main
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import Projector
from kinescore.engines.model_choice import ModelChoice, load_backbone
from tests.backbones.tiny_musicgen import save_tiny_musicgen
from tests.cli.bouncers import write_bouncer
from tests.data.made_pairs import write_aist, write_folder
from tests.encoders.tiny_clap import save_tiny_clap

SETTINGS = ("batch=2", "updates=12", "validate_every=2", "warmup_updates=2", "precision=fp32", "projector=mlp")
PREPARED_CLIPS = 6
SAVED = ("state.safetensors", "best.safetensors", "last.safetensors")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    return save_tiny_musicgen(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def dataset(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("aist")
    annotations, music = write_aist(folder)
    arguments = ["prepare", str(annotations), str(music), "-o", str(folder / "set"), "--model", str(model)]
    assert main(arguments) == 0
    return folder / "set"


def train_arguments(dataset: Path, model: Path, run: Path, *more: str) -> list[str]:
    settings = [part for setting in SETTINGS for part in ("--set", setting)]
    return ["train", str(dataset), "-o", str(run), "--model", str(model), "--cpu", *settings, *more]


@pytest.fixture(scope="module")
def whole(dataset: Path, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that nobody stopped."""
    run = tmp_path_factory.mktemp("run")
    assert main(train_arguments(dataset, model, run)) == 0
    return run


def test_prepare_says_what_it_did_and_does_it_once(dataset: Path, model: Path, capsys: pytest.CaptureFixture) -> None:
    annotations, music = dataset.parent / "aist_plusplus_final", dataset.parent / "songs"
    before = {path: path.stat().st_mtime_ns for path in dataset.rglob("*")}
    assert main(["prepare", str(annotations), str(music), "-o", str(dataset), "--model", str(model)]) == 0
    told = capsys.readouterr().err
    assert "0 sequences prepared, 5 were there already" in told
    assert "0 pieces of music encoded for musicgen" in told
    assert {path: path.stat().st_mtime_ns for path in dataset.rglob("*")} == before
    assert sorted(path.stem for path in dataset.rglob("targets/musicgen-1ch-50hz-*/*")) == ["mBR1", "mHO0", "mHO5"]


def test_training_leaves_encoders_that_load_and_pictures(whole: Path, model: Path) -> None:
    backbone = load_backbone(ModelChoice("musicgen", str(model), device="cpu"))
    encoders = load_encoders(whole / "best.safetensors", backbone.text_space)
    assert encoders.config.projector is Projector.MLP
    assert (whole / "curves.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    events = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    board = events.EventAccumulator(str(whole / "tensorboard")).Reload()
    assert [event.step for event in board.Scalars("loss/validation")] == [2, 4, 6, 8, 10, 12]


def test_training_says_where_it_is(
    dataset: Path, model: Path, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(train_arguments(dataset, model, tmp_path, "--set", "updates=4")) == 0
    told = capsys.readouterr().err
    assert f"{4 * PREPARED_CLIPS} clips to learn from, 1 to validate with" in told, "the fast recipe cuts four for each"
    assert "in 1 process on cpu" in told
    assert "update 4 of 4: training" in told
    assert "best.safetensors is ready" in told


def test_after_kill_9_the_same_command_ends_with_the_same_bits(
    dataset: Path, model: Path, whole: Path, tmp_path: Path
) -> None:
    arguments = train_arguments(dataset, model, tmp_path)
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    killed = subprocess.Popen([sys.executable, "-m", "kinescore", *arguments], env=environment, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 200
    while not (tmp_path / SAVED[0]).is_file() and killed.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    told = killed.communicate()[1].decode()
    assert killed.returncode == -signal.SIGKILL, told
    assert main(arguments) == 0
    for name in SAVED:
        assert (tmp_path / name).read_bytes() == (whole / name).read_bytes(), name
    assert not list(tmp_path.glob("*.part*"))


def test_genre_by_example_from_songs_to_sound(
    dataset: Path, model: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    """Asked for too early, then prepared, trained, shown, and played with a song in place of a genre's name."""
    training = train_arguments(dataset, model, tmp_path / "run", "-s", "genre_source=example", "-s", "updates=2")
    assert main(training) == 2
    assert "No CLAP has listened" in capsys.readouterr().err
    annotations, music, clap = dataset.parent / "aist_plusplus_final", dataset.parent / "songs", tmp_path / "clap"
    save_tiny_clap(clap)
    assert main(["prepare", str(annotations), str(music), "-o", str(dataset), "--clap", str(clap)]) == 0
    assert f"3 pieces of music listened to by {clap}" in capsys.readouterr().err
    assert main(training) == 0
    encoders = str(tmp_path / "run" / "best.safetensors")
    assert main(["models", "show", encoders]) == 0
    assert f"genre by example, heard by {clap}" in capsys.readouterr().out
    dance = write_bouncer(tmp_path / "dance.npz", 112, seconds=1.0)
    played_by = [
        "--engine",
        "musicgen",
        "--no-beat-lock",
        "--model",
        str(model),
        "--encoders",
        encoders,
        "--device",
        "cpu",
    ]
    assert main(["generate", str(dance), *played_by, "--example", str(music / "mBR1.wav")]) == 0
    assert json.loads((tmp_path / "dance.json").read_text())["provenance"]["example"] != "none"


def test_bad_input_is_one_sentence(
    dataset: Path, model: Path, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    motion, music = write_folder(tmp_path)
    (music / "house" / "take.0.wav").write_bytes(b"no sound")
    prepared, salsa = str(tmp_path / "set"), tmp_path / "salsa"
    assert main(["prepare", f"{motion}/salsa", f"{music}/salsa", "-o", str(salsa), "--genre", "salsa"]) == 0
    for arguments, words in (
        (["prepare", str(tmp_path / "none"), str(music), "-o", prepared], "There is no folder"),
        (["prepare", str(motion), str(music), "-o", prepared, "--shard", "3/2"], "no shard 3/2"),
        (["prepare", str(motion), str(music), "-o", prepared], "1 sequences could not be prepared, all others are"),
        (
            train_arguments(tmp_path / "set", model, tmp_path / "run"),
            "'house/take.1' is not encoded by the weights of",
        ),
        (train_arguments(salsa, model, tmp_path / "run"), "have no genre 'salsa'"),
        (train_arguments(tmp_path / "none", model, tmp_path / "run"), "no prepared sequence"),
        (train_arguments(dataset, tmp_path, tmp_path / "run"), "holds no model"),
        (
            train_arguments(dataset, model, tmp_path / "run", "--set", "bach=2"),
            "The training recipe has a field 'bach'",
        ),
        (train_arguments(dataset, model, whole, "--set", "batch=3"), "another setting batch: 2, and now it is 3"),
        (train_arguments(dataset, model, tmp_path / "run", "--config", str(tmp_path / "x.toml")), "x.toml"),
    ):
        capsys.readouterr()
        assert main(arguments) == 2, words
        told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("kinescore: ")]
        assert len(told) == 1
        assert words in told[0]


def validation_losses(run: Path) -> list[float]:
    with safe_open(run / SAVED[0], framework="pt") as file:
        curve = json.loads(file.metadata()["kinescore_training"])["curve"]
    return [point["validation_loss"] for point in curve]


@pytest.mark.slow
def test_two_processes_learn_together(dataset: Path, model: Path, whole: Path, tmp_path: Path) -> None:
    """Their mean gradient is that of the whole batch, so the curve is that of one process, but for dropout."""
    arguments = train_arguments(dataset, model, tmp_path)
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [*torchrun, "-m", "kinescore", *arguments], env=environment, capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stderr
    assert "in 2 processes on cpu" in done.stderr
    assert done.stderr.count("update 12 of 12") == 1
    one, two = validation_losses(whole), validation_losses(tmp_path)
    assert two == pytest.approx(one, abs=0.25 * (one[0] - one[-1]))
    assert two != one, "dropout differs: it was two processes indeed"
