# SPDX-License-Identifier: GPL-3.0-or-later
"""`make demo`: from a dancing armature to music on the timeline, the way a user does it, and measured afterwards.

Installs the extension into a fresh Blender user folder, starts a server as its own process, opens the character,
presses the panel's operator, and leaves the .blend, .wav, .mp4 and .png in the output folder.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
EXTENSION = "bl_ext.user_default.kinescore"
SERVER_STOP_SECONDS = 10


class Stopwatch:
    """Names each phase as it begins, and how long each took at the end."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[None]:
        print(f"-- {name} ...", flush=True)
        begun = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - begun

    def __str__(self) -> str:
        return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.seconds.items())


def main() -> int:
    """Run the demo; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--motion", type=Path, help="score this .blend, .bvh, .fbx, .npz or .pkl instead of our dancer")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "demo", help="folder for the results (demo/)")
    parser.add_argument("--prompt", default="", help="words for the music; left out, the movement decides")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kinescore-demo-") as scratch:
        # Read by bpy when it is imported: a user folder as empty as that of a new Blender.
        os.environ["BLENDER_USER_RESOURCES"] = str(Path(scratch, "blender"))
        from kinescore.errors import KinescoreError

        try:
            score_dance(options, Path(scratch))
        except KinescoreError as error:
            print(f"demo: {error}", file=sys.stderr)
            return 2
    return 0


def score_dance(options: argparse.Namespace, scratch: Path) -> None:
    """The whole demo, phase by phase."""
    watch = Stopwatch()
    output = options.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    stem = output / (options.motion.stem if options.motion else "dance")
    with watch.phase("install the extension"):
        install_extension(scratch / "extension")
    with watch.phase("open the character"):
        open_character(options.motion)
        blend = save_blend(stem.with_suffix(".blend"))
    with watch.phase("generate the soundtrack"), server(scratch) as address:
        sound = press_generate(address, options.prompt)
        save_blend(blend)
    motion, picture = export_motion(stem.with_suffix(".npz")), stem.with_suffix(".png")
    measuring = start_measuring(motion, sound, picture)
    with watch.phase("render the movie, and measure meanwhile"):
        show(motion, sound, our_stage=options.motion is None)
        movie = render(stem.with_suffix(".mp4"))
    with watch.phase("wait for the figures"):
        summary = finish(measuring)
    for path in (blend, sound, movie, picture):
        print(f"{path.relative_to(output.parent)}  {path.stat().st_size / 1e6:.2f} MB")
    print(summary)
    print(f"took: {watch}")


def install_extension(folder: Path) -> None:
    """Stage this machine's zips, and install ours as Preferences > Get Extensions > Install from Disk does."""
    done = subprocess.run(
        [sys.executable, REPOSITORY / "tools/stage_extension.py", "--platform", "current", "--output", folder],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"demo: the extension could not be staged:\n{done.stdout}{done.stderr}")
    import bpy

    abi = "cp311" if sys.version_info[:2] == (3, 11) else "abi3"
    (package,) = folder.glob(f"*{abi}*.zip")
    bpy.context.preferences.filepaths.save_version = 0  # no .blend1 beside the results
    bpy.ops.extensions.package_install_files(filepath=str(package), repo="user_default", enable_on_install=True)
    assert hasattr(bpy.types.Scene, "kinescore"), "the extension was installed but did not register"


def open_character(motion: Path | None) -> object:
    """Our own dancer, or the user's motion; returns the armature, selected as a user would."""
    import bpy

    if motion is None:
        from demo_dance import build_dance

        unused = bpy.context.scene
        armature = build_dance()
        bpy.data.scenes.remove(unused)
    else:
        from demo_motion import open_motion

        armature = open_motion(motion)
    bpy.context.view_layer.objects.active = armature
    armature.select_set(True)
    return armature


def save_blend(path: Path) -> Path:
    """Save the open file as `path`."""
    import bpy

    bpy.ops.wm.save_as_mainfile(filepath=str(path))
    return path


@contextlib.contextmanager
def server(scratch: Path) -> Iterator[str]:
    """A Kinescore server as its own process on a free port of this machine; yields its address."""
    command = [
        sys.executable,
        "-m",
        "kinescore",
        "serve",
        "--address",
        "tcp://127.0.0.1:*",
        "--store",
        scratch / "jobs",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        first_line = process.stdout.readline()
        if " serves at " not in first_line:
            raise SystemExit("demo: the server did not start; its message is above.")
        print(f"   {first_line.strip()}")
        yield first_line.split(" serves at ")[1].split()[0]
    finally:
        process.terminate()
        process.wait(timeout=SERVER_STOP_SECONDS)


def press_generate(address: str, prompt: str) -> Path:
    """Point the add-on at the server, press its button, wait for the music; returns the sound file on the timeline."""
    import bpy

    scene = bpy.context.scene
    preferences = bpy.context.preferences.addons[EXTENSION].preferences
    preferences.address, preferences.folder = address, "//"
    scene.kinescore.prompt = prompt
    if bpy.ops.kinescore.generate() != {"FINISHED"}:
        raise SystemExit("demo: no music was made; the reason is above.")
    strips = (
        scene.sequence_editor.strips if hasattr(scene.sequence_editor, "strips") else scene.sequence_editor.sequences
    )
    (sound,) = (strip.sound for strip in strips if strip.type == "SOUND")
    return Path(bpy.path.abspath(sound.filepath))


def export_motion(path: Path) -> Path:
    """Write the movement as the add-on sees it: keypoints that the command line reads too."""
    import bpy

    bpy.ops.kinescore.export_motion(filepath=str(path))
    return path


def show(motion: Path, sound: Path, our_stage: bool) -> None:
    """Make beats and hits visible, in the movie alone: the .blend is saved without them."""
    import bpy
    from demo_overlay import add_overlay
    from demo_show import cues_of, light_the_stage

    cues = cues_of(motion, sound)
    if our_stage:
        light_the_stage(bpy.context.scene, cues)
    add_overlay(bpy.context.scene, cues)


def render(path: Path) -> Path:
    """Render the animation with its music muxed."""
    import bpy
    from demo_render import render_movie

    render_movie(bpy.context.scene, path)
    return path


def start_measuring(motion: Path, sound: Path, picture: Path) -> subprocess.Popen[str]:
    """Draw and measure in a process of its own; `finish` waits for it."""
    command = [sys.executable, REPOSITORY / "tools/demo_figures.py", motion, sound, picture]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(measuring: subprocess.Popen[str]) -> str:
    """What was measured, in one line."""
    summary, problem = measuring.communicate()
    if measuring.returncode:
        raise SystemExit(f"demo: the music could not be measured:\n{problem}")
    return summary.strip()


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # bpy 4.5 hangs in Python's own teardown once an add-on is registered
