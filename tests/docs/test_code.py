"""Every block of Python runs, every command is one, every tutorial goes through from its first line to its last."""

from __future__ import annotations

import argparse
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from kinescore.cli.main import build_parser
from kinescore.serve.config import ServeConfig
from kinescore.serve.server import Server
from kinescore.wire.keys import make_keys
from tests.docs.pages import (
    PAGES,
    ROOT,
    SITE,
    blocks,
    commands,
    commands_in_blocks,
    commands_in_sentences,
    name_of,
)
from tests.motion.made_bvh import humanoid

RESEARCH = SITE / "tutorials" / "researchers.md"
WITH_PYTHON = [page for page in PAGES if any(block.language == "python" for block in blocks(page))]
LIMIT_SECONDS = 280
STUDIO_SERVER = "tcp://workstation:7717"


def script_of(page: Path, with_commands: bool) -> str:
    """The page's Python, with the commands between the blocks as calls where wanted."""
    parts = ["from kinescore.cli.main import main as _kinescore"]
    for block in blocks(page):
        if block.language == "python":
            parts.append(f"# {name_of(page)}, line {block.line}\n{block.text}")
        elif with_commands:
            parts += [f"assert _kinescore({words[1:]!r}) == 0, {words!r}" for words in commands(block, "kinescore")]
    return "\n".join(parts)


def run(script: str, folder: Path) -> None:
    (folder / "page.py").write_text(script, "utf-8")
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "page.py"],
        cwd=folder,
        env={**os.environ, **threads, "HF_HUB_OFFLINE": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT_SECONDS,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


@pytest.mark.parametrize("page", [page for page in WITH_PYTHON if page != RESEARCH], ids=name_of)
def test_python_runs(page: Path, tmp_path: Path) -> None:
    """With motion files at hand, and a server where the page has one."""
    (tmp_path / "dance.bvh").write_text(humanoid(300), "utf-8")
    np.save(tmp_path / "poses.npy", np.random.default_rng(0).normal(size=(90, 22, 3)).cumsum(axis=0))
    script = script_of(page, with_commands=False)
    if STUDIO_SERVER in script:
        shutil.copy(make_keys(tmp_path / "keys", "anna"), tmp_path / "anna.key")
        with served(tmp_path, key_folder=tmp_path / "keys") as address:
            run(script.replace(STUDIO_SERVER, address), tmp_path)
    else:
        run(script, tmp_path)


@contextmanager
def served(folder: Path, key_folder: Path) -> Iterator[str]:
    """Yield the address of a server with keys on a free port."""
    ready: queue.Queue[str] = queue.Queue()
    server = Server(ServeConfig("tcp://127.0.0.1:*", store_folder=folder / "store", key_folder=key_folder))
    serving = threading.Thread(target=server.run, args=(ready.put,))
    serving.start()
    try:
        yield ready.get(timeout=60)
    finally:
        server.stop()
        serving.join()


def test_the_research_tutorial_goes_through(tmp_path: Path) -> None:
    """Commands and Python in order; a tiny model of the real architecture lies where the hub id would lead."""
    for package in ("torch", "transformers", "accelerate", "librosa", "mir_eval", "matplotlib", "jinja2"):
        pytest.importorskip(package)
    from tests.backbones.tiny_musicgen import save_tiny_musicgen

    save_tiny_musicgen(tmp_path / "facebook" / "musicgen-small")
    run(script_of(RESEARCH, with_commands=True), tmp_path)
    for left in ("run/best.safetensors", "learned.wav", "dance.png", "report.html", "test.html", "test.key.json"):
        assert (tmp_path / left).stat().st_size > 0, left
    figures = json.loads((tmp_path / "results/evaluation.json").read_text("utf-8"))["evaluation"]["figures"]
    f1 = {f["system"]: f["value"] for f in figures if f["measure"] == "F1" and "primary" in f["group"]}
    assert f1["groovebox"] > 0.5 > f1["musicgen"]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_blocks_are_ones_that_kinescore_takes(page: Path) -> None:
    refused = [words for words in commands_in_blocks(page, "kinescore") if not is_taken(words[1:])]
    assert not refused


def is_taken(arguments: list[str]) -> bool:
    try:
        build_parser().parse_args(arguments)
    except SystemExit as end:
        return end.code == 0
    return True


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_sentences_exist_with_their_options(page: Path) -> None:
    for words in commands_in_sentences(page, "kinescore"):
        parser, rest = build_parser(), words[1:]
        while rest and (below := commands_below(parser)):
            parser, rest = below.get(rest[0], parser), rest[1:]
            assert parser.prog.endswith(words[len(words) - len(rest) - 1]) or words[1].startswith("-"), words
        options = {word.partition("=")[0] for word in rest if word.startswith("-")}
        assert options <= parser._option_string_actions.keys(), words


def commands_below(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """By name; none below a command that has no further ones."""
    kinds = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return kinds[0] if kinds else {}


def test_commands_are_looked_at() -> None:
    assert sum(len(list(commands_in_blocks(page, "kinescore"))) for page in PAGES) > 25
    assert sum(len(list(commands_in_sentences(page, "kinescore"))) for page in PAGES) > 15


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_extras_and_scripts_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]

    def said(program: str) -> list[list[str]]:
        return [*commands_in_blocks(page, program), *commands_in_sentences(page, program)]

    for words in said("make"):
        assert f"\n{words[1]}:" in makefile, words
    for words in [*said("pip"), *said(".venv/bin/python")]:
        for word in words:
            if "[" in word:
                assert set(word[word.index("[") + 1 : -1].split(",")) <= extras.keys(), words
    for words in [*said("python"), *said(".venv/bin/python")]:
        if words[1] == "-m" and words[2].startswith("benchmarks."):
            assert (ROOT / f"{words[2].replace('.', '/')}.py").is_file(), words
        elif words[1].endswith(".py"):
            assert (ROOT / words[1]).is_file(), words


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_json_is_json_and_toml_is_toml(page: Path) -> None:
    for block in blocks(page):
        if block.language == "json":
            json.loads(block.text)
        elif block.language == "toml":
            tomllib.loads(block.text)
