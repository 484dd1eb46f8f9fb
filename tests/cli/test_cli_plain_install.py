"""A plain install, `pip install kinescore`: no torch, no soundfile. What needs more says so in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.bouncers import write_bouncer

PLAIN = ("kinescore", "numpy", "zmq", "rich", "markdown_it", "mdurl", "pygments")
IN_A_PLAIN_PYTHON = f"""
import contextlib, io, json, sys
from importlib.machinery import PathFinder

class Plain(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        top = name.partition(".")[0]
        return super().find_spec(name, path, target) if top in {{*sys.stdlib_module_names, *{PLAIN!r}}} else None

sys.meta_path[sys.meta_path.index(PathFinder)] = Plain
from kinescore.cli.main import main

done = []
for command in json.loads(sys.argv[1]):
    told = io.StringIO()
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(io.StringIO()):
        code = main(command)
    done.append((code, told.getvalue()))
print(json.dumps(done))
"""
LEARNED = "pip install 'kinescore[learned]'"
WITH_A_MODEL = {
    "generate": ["generate", "dance.npz", "--engine", "ENGINE", "--model", "folder"],
    "serve": ["serve", "--model", "ENGINE=folder", "--address", "tcp://127.0.0.1:*", "--store", "jobs"],
    "serve --check": ["serve", "--check", "--model", "ENGINE=folder", "--store", "jobs"],
    "prepare": ["prepare", "moves", "music", "-o", "set", "--engine", "ENGINE", "--model", "folder"],
    "models import": ["models", "import", "file.pt", "-o", "out", "--engine", "ENGINE", "--model", "folder"],
}
WITHOUT = {
    "prepare --clap": (["prepare", "moves", "music", "-o", "set", "--clap", "folder"], "CLAP needs torch"),
    "train": (["train", "set", "-o", "run", "--model", "folder"], "Training needs torch"),
    "models convert": (
        ["models", "convert", "file.pt", "--parts", "folder", "-o", "out"],
        "Converting a model needs torch",
    ),
    "models show": (["models", "show", "file.safetensors"], "Reading encoders needs torch"),
    "evaluate": (["evaluate", "--generated", "a=music", "-o", "out"], "Evaluation needs filelock, librosa"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands run: a movement, and what they are told to read."""
    made = tmp_path_factory.mktemp("plain")
    write_bouncer(made / "dance.npz", 112, seconds=1.0)
    for name in ("folder", "moves", "music", "set"):
        (made / name).mkdir()
    for name in ("file.pt", "file.safetensors"):
        (made / name).touch()
    return made


def run(folder: Path, *commands: list[str]) -> list[tuple[int, str]]:
    """Run the commands one after another in one Python of a plain install; returns exit codes and what was told."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PLAIN_PYTHON, json.dumps(commands)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return [(code, told) for code, told in json.loads(done.stdout)]


def test_every_command_with_a_model_names_what_is_missing_and_what_brings_it(folder: Path) -> None:
    engines = {"musicgen": "MusicGen", "riffusion": "Riffusion", "ace_step": "ACE-Step", "audioldm2": "AudioLDM 2"}
    asked = [
        ([word.replace("ENGINE", engine) for word in words], title)
        for words in WITH_A_MODEL.values()
        for engine, title in engines.items()
    ]
    for (words, title), (code, told) in zip(asked, run(folder, *(words for words, _ in asked)), strict=True):
        assert code == 2, words
        assert told.splitlines() == [told.strip()], words
        assert told.startswith(f"kinescore: {title} needs torch"), words
        assert LEARNED in told, words
    assert not (folder / "jobs").exists()


def test_every_other_command_that_needs_more_says_so(folder: Path) -> None:
    answers = run(folder, *(words for words, _ in WITHOUT.values()))
    for (name, (_, sentence)), (code, told) in zip(WITHOUT.items(), answers, strict=True):
        assert code == 2, name
        assert told.startswith(f"kinescore: {sentence}"), name
        assert "not installed here" in told, name
        assert "pip install 'kinescore[" in told, name
        assert told.count("\n") == 1, name


def test_the_built_in_engine_needs_nothing_more(folder: Path) -> None:
    [(code, told)] = run(folder, ["generate", "dance.npz", "-o", "music.wav"])
    assert code == 0, told
    assert (folder / "music.wav").stat().st_size > 44_100
