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
import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled
from kinescore.take import Section, Take

from .carrying import fits
from .origin import Origin
from .ownership import PART_PROPERTY, PROVENANCE_PROPERTY, TAKE_PROPERTY, current_strips, placed_as, replaceable_strips
from .paths import sound_file
from .take_files import MIX, mix_file, read_take

FADE_SECONDS = 0.04
SAME_BEAT_SECONDS = 0.05


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
        """`request`, for a part, in the tempo of the whole where it names none, and in its style where it also asks
        for nothing else in words."""
        tempo, style = self.provenance.get("tempo_bpm"), self.provenance.get("style")
        if request.tempo_bpm is None and isinstance(tempo, int | float):
            request = replace(request, tempo_bpm=float(tempo))
        if not request.genre and isinstance(style, str) and request.prompt == self.provenance.get("prompt"):
            request = replace(request, genre=style)
        return request


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
    begin = (origin.frames.first - whole.origin.frames.first) / fps
    end = begin + part.audio.seconds
    beats, downbeats = _merged_beats(old, part, begin, end)
    take = replace(
        old,
        audio=_patched(old.audio, part.audio, begin),
        stems={name: _patched(stem, _for_stem(part, name, whole.parts), begin) for name, stem in old.stems.items()},
        beats=beats,
        downbeats=downbeats,
        sections=_merged_sections(old, part, begin, end),
        midi=b"",
        scores={},
        provenance={**old.provenance, "made_anew_of": whole.take_id},
        notes=part.notes,
    )
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


def _patched(old: Audio, new: Audio, begin: float) -> Audio:
    """`old` with `new` from `begin` s on; the weights of both sum to 1. Ends that both have are not faded."""
    samples = old.samples.astype(np.float64)
    start = round(begin * old.rate)
    sound = _at_rate(new, old.rate)[:, : samples.shape[1] - start]
    count = sound.shape[1]
    fade = min(round(FADE_SECONDS * old.rate), count // 2)
    rise = 0.5 - 0.5 * np.cos(np.pi * (np.arange(fade) + 0.5) / fade)
    weight = np.ones(count)
    if start > 0:
        weight[:fade] = rise
    if start + count < samples.shape[1]:
        weight[count - fade :] = rise[::-1]
    place = samples[:, start : start + count]
    place[:] = place * (1 - weight) + sound * weight
    return replace(old, samples=samples.astype(np.float32))


def _at_rate(audio: Audio, rate: int) -> NDArray[np.floating]:
    return audio.samples if audio.rate == rate else resampled(audio.samples, audio.rate, rate)


def _for_stem(part: Take, name: str, parts: tuple[str, ...]) -> Audio:
    """What the stem `name` plays in the part, so that all of `parts` still sum to the mix: the first one takes what the
    old take has no stem for."""
    samples = np.zeros_like(part.audio.samples)
    if name in part.stems:
        samples = samples + part.stems[name].samples
    if name == parts[0]:
        strangers = [stem for other, stem in part.stems.items() if other not in parts] if part.stems else [part.audio]
        samples = sum((stem.samples for stem in strangers), samples)
    return replace(part.audio, samples=samples)


def _merged_beats(old: Take, part: Take, begin: float, end: float) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Beats in seconds, indices of downbeats: the old ones outside of [begin, end) s, the part's inside; none twice."""
    near = np.abs(old.beats[:, None] - (part.beats + begin)).min(axis=1, initial=np.inf) < SAME_BEAT_SECONDS
    kept = ((old.beats < begin) | (old.beats >= end)) & ~near
    is_downbeat = np.zeros(len(old.beats), bool), np.zeros(len(part.beats), bool)
    is_downbeat[0][old.downbeats], is_downbeat[1][part.downbeats] = True, True
    beats = np.concatenate([old.beats[kept], part.beats + begin])
    order = np.argsort(beats, kind="stable")
    return beats[order], np.flatnonzero(np.concatenate([is_downbeat[0][kept], is_downbeat[1]])[order])


def _merged_sections(old: Take, part: Take, begin: float, end: float) -> tuple[Section, ...]:
    before = [
        replace(one, end_seconds=min(one.end_seconds, begin)) for one in old.sections if one.start_seconds < begin
    ]
    after = [replace(one, start_seconds=max(one.start_seconds, end)) for one in old.sections if one.end_seconds > end]
    inside = [Section(one.name, one.start_seconds + begin, one.end_seconds + begin) for one in part.sections]
    return (*before, *inside, *after)
