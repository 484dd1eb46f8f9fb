"""Every block of Python runs, every command is one, every tutorial goes through from its first line to its last."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kinescore
from kinescore.cli.main import build_parser
from tests.docs.pages import PAGES, ROOT, SITE, all_commands, blocks, commands, name_of
from tests.motion.made_bvh import humanoid

RESEARCH = SITE / "tutorials" / "researchers.md"
WITH_PYTHON = [page for page in PAGES if any(block.language == "python" for block in blocks(page))]
LIMIT_SECONDS = 280
needs_the_front_door = pytest.mark.skipif(
    not hasattr(kinescore, "read_motion"), reason="kinescore has no public names yet"
)


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


@needs_the_front_door
@pytest.mark.parametrize("page", [page for page in WITH_PYTHON if page != RESEARCH], ids=name_of)
def test_python_runs(page: Path, tmp_path: Path) -> None:
    (tmp_path / "dance.bvh").write_text(humanoid(300), "utf-8")
    run(script_of(page, with_commands=False), tmp_path)


@needs_the_front_door
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
def test_commands_are_ones_that_kinescore_takes(page: Path) -> None:
    for words in all_commands(page, "kinescore"):
        try:
            build_parser().parse_args(words[1:])
        except SystemExit as end:
            assert end.code == 0, words


def test_commands_are_looked_at() -> None:
    assert sum(len(list(all_commands(page, "kinescore"))) for page in PAGES) > 40


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_extras_and_scripts_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for words in all_commands(page, "make"):
        assert f"\n{words[1]}:" in makefile, words
    for words in [*all_commands(page, "pip"), *all_commands(page, ".venv/bin/python")]:
        for word in words:
            if "[" in word:
                assert set(word[word.index("[") + 1 : -1].split(",")) <= extras.keys(), words
    for program in ("python", ".venv/bin/python"):
        for words in all_commands(page, program):
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
