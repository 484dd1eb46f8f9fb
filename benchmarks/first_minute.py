"""Clicks and seconds from a BVH file, imported with Blender's defaults, to music that is heard in the right frames.

    python benchmarks/first_minute.py                      a made dance of 18 s at 60 fps
    python benchmarks/first_minute.py dance.bvh [...]      your own

Presses in Blender (the module `bpy`, so no window is drawn) the buttons that the panel shows, in the order in which it
shows them, and counts them. Music is heard in the right frames where the strip begins with the animation's first frame
and ends with its last, or up to a second later; the scene plays all of them at the rate of the file; and no second of
its sound but the last is silent. Importing is the animator's own doing and is timed apart. Needs the extra [bpy].
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import bpy
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from blender_addon import compat
from blender_addon.scene.character import animated_frames, find_character
from blender_addon.scene.source_rate import source_fps
from blender_addon.settings.coverage import STILL_SECONDS, fits_animation, seconds_of, wrong_rate
from blender_addon.settings.request import frame_range
from blender_addon.timeline.paths import sound_file
from kinescore.sound.audio import audio_from_wav

MOST_CLICKS, MOST_SECONDS = 3, 5.0
AUDIBLE = 1e-3
MADE_FRAMES = 1080
MADE_BVH = """HIERARCHY
ROOT Hips
{{
    OFFSET 0 0 0
    CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation
{limbs}}}
MOTION
Frames: {count}
Frame Time: 0.0166667
{motion}
"""
LIMBS = {
    "Chest Neck Head": (0, 25, 0),
    "LeftArm LeftForeArm LeftHand": (15, 40, 0),
    "RightArm RightForeArm RightHand": (-15, 40, 0),
    "LeftUpLeg LeftLeg LeftFoot": (10, -5, 0),
    "RightUpLeg RightLeg RightFoot": (-10, -5, 0),
}


@dataclass(frozen=True)
class Minute:
    """What it took. clicks: the buttons that were pressed. seconds: from the first of them to the music; worked: those
    of them in which this process had a processor, which others do not lengthen. faults: why the music is not heard in
    the right frames."""

    file: str
    frames: int
    import_seconds: float
    clicks: tuple[str, ...]
    seconds: float
    worked: float
    faults: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """Whether it took no more than is promised."""
        return len(self.clicks) <= MOST_CLICKS and self.seconds <= MOST_SECONDS and not self.faults

    def __str__(self) -> str:
        verdict = "; ".join(self.faults) or "heard in the right frames"
        pressed = ", ".join(self.clicks)
        return (
            f"{self.file}: {self.frames} frames, import {self.import_seconds:.2f} s; {len(self.clicks)} click(s) "
            f"({pressed}), {self.seconds:.2f} s, {self.worked:.2f} s of them worked; {verdict}"
        )


def first_minute(path: Path) -> Minute:
    """Import `path` into a new file and press what the panel offers until music is there."""
    import addon_utils  # comes with bpy

    bpy.ops.wm.read_factory_settings()
    addon_utils.enable("blender_addon", default_set=True)
    begun = time.perf_counter()
    bpy.ops.import_anim.bvh("EXEC_DEFAULT", True, filepath=str(path))
    import_seconds = time.perf_counter() - begun
    scene, thing = bpy.context.scene, find_character(bpy.context)
    clicks = []
    begun, worked = time.perf_counter(), time.process_time()
    if wrong_rate(scene, thing):
        bpy.ops.kinescore.match_animation()
        clicks.append("Use Its Frame Rate and All Frames")
    elif not fits_animation(scene, thing, frame_range(scene)):
        bpy.ops.kinescore.take_all_frames()
        clicks.append("Use All Frames")
    bpy.ops.kinescore.generate()
    clicks.append("Generate Soundtrack")
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    clicks.append("Play")  # needs a window; the strip is there
    frames = animated_frames(thing)
    count = frames.last - frames.first + 1 if frames else 0
    return Minute(path.name, count, import_seconds, tuple(clicks), seconds, worked, tuple(_faults(scene, thing)))


def _faults(scene: bpy.types.Scene, thing: bpy.types.Object) -> list[str]:
    animated, source = animated_frames(thing), source_fps(thing)
    strips = compat.existing_strips(scene)
    if not strips or animated is None:
        return ["no music"]
    faults = []
    left, right = compat.strip_span(strips[0])
    still = seconds_of(scene, right - 1 - animated.last)
    if left != animated.first or not 0 <= still <= STILL_SECONDS:
        faults.append(f"music in frames {left} to {right - 1} instead of {animated.first} to {animated.last}")
    if scene.frame_start > animated.first or scene.frame_end < animated.last:
        faults.append("the scene does not play all of it")
    played = scene.render.fps / scene.render.fps_base
    if source is not None and abs(source / played - 1) > 0.01:
        faults.append(f"played at {played:g} fps instead of {source:.4g}")
    audio = audio_from_wav(sound_file(strips[0].sound).read_bytes())
    whole = audio.samples[:, : audio.samples.shape[1] // audio.rate * audio.rate]
    loudest = np.abs(whole).max(axis=0).reshape(-1, audio.rate).max(axis=1)
    if (loudest[:-1] < AUDIBLE).any():
        faults.append("a second of it is silent")
    return faults


def made_dance(folder: Path) -> Path:
    """A body that bounces at 120 BPM and swings its arms, 60 fps."""
    lines = []
    for names, (x, y, z) in LIMBS.items():
        indent = "    "
        for number, joint in enumerate(names.split()):
            offset = (x, y, z) if number == 0 else (0, 22 if "Chest" in names else -30, 0)
            lines.append(f"{indent}JOINT {joint}\n{indent}{{\n{indent}    OFFSET {offset[0]} {offset[1]} {offset[2]}\n")
            lines.append(f"{indent}    CHANNELS 3 Zrotation Xrotation Yrotation\n")
            indent += "    "
        lines.append(f"{indent}End Site\n{indent}{{\n{indent}    OFFSET 0 10 0\n{indent}}}\n")
        lines += [f"{'    ' * depth}}}\n" for depth in (3, 2, 1)]
    rows = []
    for frame in range(MADE_FRAMES):
        down = abs(np.cos(np.pi * frame / 30)) ** 3
        angles = [f"0 {40 * down * (number % 3 == 1):.3f} 0" for number in range(3 * len(LIMBS))]
        rows.append(f"0 {90 - 12 * down:.3f} 0 0 0 0 {' '.join(angles)}")
    path = folder / "made_dance.bvh"
    path.write_text(MADE_BVH.format(limbs="".join(lines), count=MADE_FRAMES, motion="\n".join(rows)), "utf-8")
    return path


def main() -> int:
    """Print what each file took; 1 where one took more than is promised."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("motions", type=Path, nargs="*", help="BVH files (default: a made dance)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = [first_minute(path.resolve()) for path in options.motions or [made_dance(Path(folder))]]
    for each in found:
        print(each)
    kept = [each for each in found if each.is_kept]
    print(f"{len(kept)} of {len(found)} within {MOST_CLICKS} clicks and {MOST_SECONDS:g} s")
    return 0 if len(kept) == len(found) else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # some versions of the module hang or crash where an add-on is still registered
