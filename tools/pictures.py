"""Make the manual's pictures of the add-on anew, in a Blender with a window: docs/images/*.png.

    python tools/pictures.py                                    all of them, with the `blender` on the path
    python tools/pictures.py --blender /opt/blender/blender     with another one
    python tools/pictures.py timing takes                       only those of some scenes
    xvfb-run -s "-screen 0 1600x1500x24" python tools/pictures.py       on a machine without a screen

Builds the extension, installs it into a Blender user folder as empty as that of a new Blender, lets the window use it
as an artist does (`tools/in_window/`), and cuts the pictures out. Needs the extras [bpy,dev]; bpy packs the extension.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageGrab

from demo import server

ROOT = Path(__file__).resolve().parents[1]
SCENES = ("first_minute", "timing", "takes", "output", "servers", "learned", "messages", "languages")
WINDOW = (1600, 1500)
"""Px: high enough for the longest panel. The window lies in the screen's upper left corner, without a frame."""
COLOURS = 128
MARGIN, FRAME = 6, 5
DIFFERS = 24
"""Of 255: a smaller difference between two pixels is noise of the drawing."""
Pixels = NDArray[np.uint8]


def main() -> int:
    """Make them; 1 where Blender failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"{', '.join(SCENES)}; all where none is named")
    parser.add_argument("--blender", default="blender", help="the Blender to use, 4.2 or later")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "images", help="folder (docs/images)")
    options = parser.parse_args()
    unknown = sorted(set(options.scenes) - set(SCENES))
    if unknown:
        parser.error(f"There is no scene {', '.join(unknown)}. Choose from {', '.join(SCENES)}.")
    with tempfile.TemporaryDirectory(prefix="kinescore-pictures-") as scratch:
        done = take_pictures(options.blender, Path(scratch), options.scenes or SCENES)
        for line in listed(Path(scratch)):
            path = options.output / f"{line['name']}.png"
            save_small(cut_out(Path(scratch), line), path)
            print(
                f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}  {path.stat().st_size / 1e3:.0f} kB"
            )
    return done


def take_pictures(blender: str, folder: Path, scenes: Sequence[str]) -> int:
    """Run Blender beside a server; it leaves its window's pictures in `folder`."""
    stage = [sys.executable, str(ROOT / "tools/stage_extension.py"), "--platform", "current"]
    subprocess.run([*stage, "--output", str(folder / "extension")], check=True, stdout=subprocess.DEVNULL)
    geometry = ["--window-geometry", "0", "0", *map(str, WINDOW)]
    environment = {**os.environ, "BLENDER_USER_RESOURCES": str(folder / "blender")}
    with server(folder) as address:
        script = ["-P", str(ROOT / "tools/in_window/run.py"), "--", str(folder), address, *scenes]
        process = subprocess.Popen([blender, "-setaudio", "None", *geometry, *script], env=environment)
        while process.poll() is None:
            answer(folder)
            time.sleep(0.1)
    return process.returncode


def answer(folder: Path) -> None:
    """Take the screen for every file *.ask in `folder`, as the PNG of its name."""
    for asked in sorted(folder.glob("*.ask")):
        asked.unlink()
        whole = asked.with_suffix(".part")
        ImageGrab.grab().save(whole, format="PNG")
        whole.rename(asked.with_suffix(".png"))


def listed(folder: Path) -> list[dict[str, object]]:
    """What `in_window.window.Camera` wrote down."""
    lines = folder / "pictures.jsonl"
    return [json.loads(line) for line in lines.read_text("utf-8").splitlines()] if lines.exists() else []


def cut_out(folder: Path, line: dict[str, object]) -> Pixels:
    """The part [H, W, 3] of the window that a picture shows."""
    part = _boxed(_read(folder / str(line["file"])), line["box"])
    if line["without"]:
        part = part[first_difference(part, _boxed(_read(folder / str(line["without"])), line["box"])) :]
    return trimmed(part) if line["trim"] else part


def first_difference(one: Pixels, other: Pixels) -> int:
    """The first row in which two pictures [H, W, 3] differ, less a margin. Raises ValueError where none does."""
    rows = np.flatnonzero((np.abs(one.astype(int) - other.astype(int)) > DIFFERS).any(axis=(1, 2)))
    if not len(rows):
        raise ValueError("the picture shows nothing new")
    return max(0, int(rows[0]) - MARGIN)


def trimmed(part: Pixels) -> Pixels:
    """Without the empty rows at the lower end of a sidebar: those like the one above its frame."""
    empty = part[-FRAME - 1]
    filled = np.flatnonzero((np.abs(part[:-FRAME].astype(int) - empty.astype(int)) > DIFFERS).any(axis=(1, 2)))
    return part[: int(filled[-1]) + 1 + MARGIN] if len(filled) else part


def save_small(picture: Pixels, path: Path) -> None:
    """Save with a palette, which is a third of the size and looks the same."""
    image = Image.fromarray(picture).quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    image.save(path, optimize=True)


def _read(path: Path) -> Pixels:
    return np.asarray(Image.open(path).convert("RGB"))


def _boxed(screen: Pixels, box: object) -> Pixels:
    left, lower, right, upper = box  # from the window's lower left corner, as Blender counts
    return screen[WINDOW[1] - upper : WINDOW[1] - lower, left:right]


if __name__ == "__main__":
    sys.exit(main())
