# SPDX-License-Identifier: GPL-3.0-or-later
"""The takes of a scene: what each one is, which one was placed last, and where its files are. Saved with the scene."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import bpy

from kinescore.errors import KinescoreError
from kinescore.fit.sync import sync_of
from kinescore.take import Take, stem_file

from ..scene.sampling import FrameRange
from .origin import Origin
from .ownership import PART_PROPERTY, PROVENANCE_PROPERTY, TAKE_PROPERTY, current_strips, our_strips
from .paths import FolderError, blender_path, sound_file
from .take_files import MIX, TakeFiles, mix_file

UNKNOWN_SYNC = -1.0


class KinescoreTake(bpy.types.PropertyGroup):
    """One take of a scene. name is the artist's; all else says what was made. placed: counts up with each placing in
    the scene; the greatest was placed last. mix: its path, seen from the .blend; written_to: the same, absolute. sync:
    see `fit.sync.sync_of`. provenance: as on the strips (JSON). parts: as placed, with spaces."""

    name: bpy.props.StringProperty(name="Name", description="Your name for this take")
    starred: bpy.props.BoolProperty(name="Star", description="Keep this take: Clean Up leaves its files alone")
    take_id: bpy.props.StringProperty(options={"HIDDEN"})
    mix: bpy.props.StringProperty(options={"HIDDEN"})
    written_to: bpy.props.StringProperty(options={"HIDDEN"})
    parts: bpy.props.StringProperty(options={"HIDDEN"})
    provenance: bpy.props.StringProperty(options={"HIDDEN"})
    prompt: bpy.props.StringProperty(options={"HIDDEN"})
    engine: bpy.props.StringProperty(options={"HIDDEN"})
    seed: bpy.props.IntProperty(options={"HIDDEN"})
    tempo_bpm: bpy.props.FloatProperty(options={"HIDDEN"})
    seconds: bpy.props.FloatProperty(options={"HIDDEN"})
    sync: bpy.props.FloatProperty(default=UNKNOWN_SYNC, options={"HIDDEN"})
    first_frame: bpy.props.IntProperty(options={"HIDDEN"})
    last_frame: bpy.props.IntProperty(options={"HIDDEN"})
    placed: bpy.props.IntProperty(options={"HIDDEN"})

    def path(self) -> Path:
        """The absolute path of its mix: seen from the .blend, beside another sound of it, or where it was written."""
        saved = Path(bpy.path.abspath(self.mix)).resolve()
        beside = (sound_file(sound).with_name(saved.name) for sound in bpy.data.sounds)
        return next((path for path in (saved, *beside, Path(self.written_to or saved)) if path.is_file()), saved)

    def point_to(self, mix: Path) -> None:
        """Its mix is at this absolute path now."""
        self.mix, self.written_to = blender_path(mix), str(mix)

    def frames(self) -> FrameRange:
        """The frames that it was made for."""
        return FrameRange(self.first_frame, self.last_frame)

    def origin(self) -> Origin:
        """Where it comes from. Raises FormatError: a .blend may come from anywhere."""
        return Origin.from_provenance(self.provenance)

    def files(self) -> TakeFiles:
        """The files of the parts that were placed. Raises FolderError where one is gone."""
        mix = self.path()
        stems = {name: stem_file(mix, name) for name in self.parts.split() if name != MIX}
        for path in (mix, *stems.values()):
            if not path.is_file():
                raise FolderError(f"The sound of '{self.name}' is gone: '{path}'.", "Put the file back there.")
        return TakeFiles(self.take_id, {MIX: mix, **stems})


@bpy.app.handlers.persistent
def _list_older(*_: object) -> None:
    for scene in bpy.data.scenes:
        list_placed(scene)


def register() -> None:
    """Give scenes their list, and fill it when a file is opened that was scored before there were lists."""
    bpy.utils.register_class(KinescoreTake)
    bpy.types.Scene.kinescore_takes = bpy.props.CollectionProperty(type=KinescoreTake)
    bpy.types.Scene.kinescore_take_index = bpy.props.IntProperty(name="Take", options={"HIDDEN"})
    bpy.app.handlers.load_post.append(_list_older)


def unregister() -> None:
    """Take the list away; saved files keep it."""
    bpy.app.handlers.load_post.remove(_list_older)
    del bpy.types.Scene.kinescore_take_index
    del bpy.types.Scene.kinescore_takes
    bpy.utils.unregister_class(KinescoreTake)


def find_take(scene: bpy.types.Scene, take_id: str) -> KinescoreTake | None:
    """The take of this id."""
    return next((entry for entry in scene.kinescore_takes if entry.take_id == take_id), None)


def list_take(
    scene: bpy.types.Scene, take: Take, files: TakeFiles, origin: Origin, parts: Sequence[str]
) -> KinescoreTake:
    """List `take`, wherever it is, and return its entry. One that is listed keeps its name and star."""
    entry = _entry(scene, files.take_id)
    entry.point_to(files.sounds[MIX])
    entry.parts = " ".join(parts)
    entry.first_frame, entry.last_frame = origin.frames.first, origin.frames.last
    entry.tempo_bpm, entry.seconds = take.tempo_bpm, take.audio.seconds
    entry.sync = UNKNOWN_SYNC if (sync := sync_of(take.scores)) is None else sync
    _describe(entry, origin.provenance(take))
    return entry


def remember(scene: bpy.types.Scene, take: Take, files: TakeFiles, origin: Origin, parts: Sequence[str]) -> None:
    """List `take`, which was just placed, and select it."""
    mark_placed(scene, list_take(scene, take, files, origin, parts))


def mark_placed(scene: bpy.types.Scene, entry: KinescoreTake) -> None:
    """`entry` was placed after all others, or of takes made together lands better than those before."""
    entry.placed = 1 + max(other.placed for other in scene.kinescore_takes)
    scene.kinescore_take_index = [other.take_id for other in scene.kinescore_takes].index(entry.take_id)


def list_placed(scene: bpy.types.Scene) -> None:
    """List the takes on the timeline that are not listed, such as those that 0.1.0 placed."""
    for strip in our_strips(scene):
        if strip.sound and find_take(scene, strip[TAKE_PROPERTY]) is None:
            _list_strip(scene, strip)


def current_take(scene: bpy.types.Scene) -> KinescoreTake | None:
    """The listed take on the timeline at the playhead; where there is none there, the one placed last."""
    listed = [find_take(scene, take_id) for take_id in {strip[TAKE_PROPERTY] for strip in current_strips(scene)}]
    takes = [entry for entry in listed if entry is not None]
    here = [entry for entry in takes if entry.first_frame <= scene.frame_current <= entry.last_frame]
    return max(here or takes, key=lambda entry: entry.placed, default=None)


def earlier_take(scene: bpy.types.Scene, frames: FrameRange) -> KinescoreTake | None:
    """The take whose song may go on in `frames`: the nearest one on the timeline before them, else the current one,
    else the current one of another scene of the file."""
    on_timeline = {strip[TAKE_PROPERTY] for strip in our_strips(scene)}
    before = [
        entry for entry in scene.kinescore_takes if entry.take_id in on_timeline and entry.last_frame < frames.first
    ]
    if before:
        return max(before, key=lambda entry: (entry.last_frame, entry.placed))
    scenes = [scene, *(other for other in bpy.data.scenes if other != scene)]
    return next((entry for entry in map(current_take, scenes) if entry is not None), None)


def take_before(scene: bpy.types.Scene) -> KinescoreTake | None:
    """The take that lay in the frames of the current one before it."""
    current = current_take(scene)
    if current is None:
        return None
    frames, takes = current.frames(), scene.kinescore_takes
    rivals = [other for other in takes if other.take_id != current.take_id and other.frames() == frames]
    return max(rivals, key=lambda entry: entry.placed, default=None)


def _entry(scene: bpy.types.Scene, take_id: str) -> KinescoreTake:
    entry = find_take(scene, take_id)
    if entry is None:
        entry = scene.kinescore_takes.add()
        entry.take_id, entry.name = take_id, f"Take {len(scene.kinescore_takes)}"
    return entry


def _list_strip(scene: bpy.types.Scene, strip: bpy.types.Strip) -> None:
    text, take_id = strip.get(PROVENANCE_PROPERTY, ""), strip[TAKE_PROPERTY]
    try:
        origin = Origin.from_provenance(text)
        told = json.loads(text)
    except KinescoreError:
        return
    entry = _entry(scene, take_id)
    part = strip.get(PART_PROPERTY, MIX)
    entry.point_to(mix_file(sound_file(strip.sound), part))
    entry.parts = " ".join(dict.fromkeys(s[PART_PROPERTY] for s in our_strips(scene) if s[TAKE_PROPERTY] == take_id))
    entry.first_frame, entry.last_frame = origin.frames.first, origin.frames.last
    entry.tempo_bpm, entry.seconds = _number(told, "tempo_bpm"), _number(told, "seconds")
    _describe(entry, text)
    mark_placed(scene, entry)


def _describe(entry: KinescoreTake, provenance: str) -> None:
    """What the list shows of where the take comes from."""
    told = json.loads(provenance)
    entry.provenance = provenance
    entry.prompt, entry.engine = str(told.get("prompt", "")), str(told.get("engine", ""))
    entry.seed = round(_number(told, "seed"))


def _number(told: dict[str, object], name: str) -> float:
    value = told.get(name)
    return float(value) if isinstance(value, int | float) and abs(value) < 2**31 else 0.0
