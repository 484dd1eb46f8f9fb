# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of a finished take made anew.

The result is a take as long as the old one. Its sound is the old one's, sample by sample, but for the part and its two
cross-fades; so the strips stay where and as they are and only play another file. Cutting them instead would not do:
Blender lets a strip that ends sound up to the end of its buffer, 23 ms later, and starts the next a sample late.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import bpy

from kinescore.editing.spliced_take import with_part
from kinescore.errors import KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.take import Take

from .carrying import fits
from .origin import Origin
from .ownership import PART_PROPERTY, PROVENANCE_PROPERTY, TAKE_PROPERTY, current_strips, placed_as, replaceable_strips
from .paths import sound_file
from .take_files import MIX, mix_file, read_take


@dataclass(frozen=True)
class Whole:
    """The take on the timeline that a part belongs to.

    parts: as placed. mix: the file of its mix. provenance: as on its strips.
    """

    take_id: str
    parts: tuple[str, ...]
    mix: Path
    origin: Origin
    provenance: Mapping[str, object]

    def in_keeping(self, request: SoundtrackRequest) -> SoundtrackRequest:
        """`request`, for a part, in the tempo of the whole where it names none, in its style where it also asks for
        nothing else in words, and in its song where the movement has a say; start and ending are the whole's."""
        tempo, style = self.provenance.get("tempo_bpm"), self.provenance.get("style")
        if request.tempo_bpm is None and isinstance(tempo, int | float):
            request = replace(request, tempo_bpm=float(tempo))
        if not request.genre and isinstance(style, str) and request.prompt == self.provenance.get("prompt"):
            request = replace(request, genre=style)
        song = self.provenance.get("song_seed")
        if request.own_song and isinstance(song, int) and request.seed == self.provenance.get("seed"):
            request = replace(request, seed=song)
        return replace(request, own_song=False, start=None, ending=None)


def whole_around(scene: bpy.types.Scene, first_frame: int, end_frame: int) -> Whole | None:
    """The current take that goes on before or after [first_frame, end_frame); None where there is none, where the
    artist set strips of it aside, or where other music lies in its frames or its files are gone."""
    strips = replaceable_strips(scene, first_frame, end_frame)
    takes = {strip[TAKE_PROPERTY] for strip in strips}
    if len(takes) != 1:
        return None
    placed, sound = placed_as(strips[0]), strips[0].sound
    whole = [strip for strip in current_strips(scene) if strip[TAKE_PROPERTY] in takes]
    is_inside = placed.left <= first_frame and end_frame <= placed.right
    is_part = is_inside and (placed.left, placed.right) != (first_frame, end_frame)
    if not is_part or not all(fits(strip, placed.left, placed.right) for strip in whole):
        return None
    files = [sound_file(strip.sound) for strip in whole if strip.sound]
    if set(whole) != set(replaceable_strips(scene, placed.left, placed.right)) or not _are_there(files, whole):
        return None
    parts = tuple(dict.fromkeys(strip[PART_PROPERTY] for strip in whole))
    mix = mix_file(sound_file(sound), strips[0][PART_PROPERTY])
    told = strips[0].get(PROVENANCE_PROPERTY, "")
    try:
        return Whole(takes.pop(), parts, mix, Origin.from_provenance(told), json.loads(told))
    except KinescoreError:
        return None


def patch(
    scene: bpy.types.Scene, whole: Whole, part: Take, origin: Origin, motion_sha256: str
) -> tuple[Take, Origin, dict[str, object]]:
    """The whole take with `part` in it, where it comes from, and what its sidecar tells of the parts made anew.

    origin: of the part. motion_sha256: of the movement of the whole as it is now. Raises FolderError where the files of
    the whole cannot be read.
    """
    old, card = read_take(whole.mix, [name for name in whole.parts if name != MIX])
    fps = scene.render.fps / scene.render.fps_base
    take = with_part(old, part, (origin.frames.first - whole.origin.frames.first) / fps)
    take = replace(take, provenance={**old.provenance, "made_anew_of": whole.take_id})
    anew: dict[str, object] = {
        "first_frame": origin.frames.first,
        "last_frame": origin.frames.last,
        "request": json.loads(origin.request_json),
        "provenance": dict(part.provenance),
    }
    earlier = card.get("made_anew")
    about: dict[str, object] = {"made_anew": [*(earlier if isinstance(earlier, list) else []), anew]}
    return take, replace(whole.origin, motion_sha256=motion_sha256), about


def _are_there(files: Collection[Path], strips: Collection[bpy.types.Strip]) -> bool:
    return len(files) == len(strips) and all(file.is_file() for file in files)
