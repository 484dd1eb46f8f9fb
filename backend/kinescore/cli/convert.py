"""kinescore convert: the keypoints of any movement as .npz."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from kinescore.cli.reading import add_reading_options, read_with_notes
from kinescore.errors import KinescoreError
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.motion.readers.npz import write_npz


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore convert`."""
    parser = commands.add_parser(
        "convert",
        help="write the keypoints of any movement as .npz",
        description="Write the keypoints of any movement as .npz, which every command reads fast and anywhere: "
        "`positions` [frames, 17, 2] in px, `confidence` [frames, 17], `fps` and `size`, in the order of COCO-17. "
        "Movement in space is seen from the front.",
    )
    parser.add_argument("motion", type=Path, help=f"motion file, folder or video ({', '.join(MOTION_SUFFIXES)})")
    parser.add_argument("output", type=Path, metavar="NPZ", help="the file to write")
    add_reading_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Read, write, and say what was found."""
    if options.output.suffix.lower() != ".npz":
        raise KinescoreError(f"Keypoints are saved as .npz, not as '{options.output.suffix}'.")
    if options.output.resolve() == options.motion.resolve():
        raise KinescoreError(f"{options.output.name} would overwrite the movement itself.", "Choose another name.")
    console = Console(stderr=True, highlight=False)
    (leader, *others), _ = read_with_notes(options.motion, options, console)
    keypoints = leader.keypoints
    write_npz(keypoints, options.output, others)
    width, height = keypoints.size
    seen = (keypoints.confidence > 0).mean()
    console.print(
        f"[bold]{options.output}[/bold]  {len(keypoints)} frames, {keypoints.seconds:.2f} s at {keypoints.fps:g} fps, "
        f"{width} x {height} px, {seen:.0%} of all joints seen",
        soft_wrap=True,
    )
