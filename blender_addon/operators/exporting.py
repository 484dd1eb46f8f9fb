# SPDX-License-Identifier: GPL-3.0-or-later
"""A take as files for editors, sequencers and spreadsheets."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bpy

from kinescore.errors import KinescoreError
from kinescore.exchange.export import Export, ExportKind
from kinescore.exchange.take_reading import read_take
from kinescore.exchange.timecode import Picture, drops_frames, exact_rate, started_at
from kinescore.files.atomic_file import Content
from kinescore.sound.audio import Audio, encoded
from kinescore.sound.wav import pcm24

from .. import compat
from ..timeline.take_list import KinescoreTake, current_take, find_take
from ..translations import translated

KINDS = (
    (ExportKind.STEMS.value, "Stems", "Each stem as a sound; they sum to the mix"),
    (ExportKind.CLICK.value, "Click Track", "A click on every beat, higher and louder on downbeats"),
    (ExportKind.MIDI.value, "MIDI", "Tempo map, sections, hit points as markers, and the notes"),
    (ExportKind.OTIO.value, "OpenTimelineIO", "A timeline with an audio track for each sound, and all markers"),
    (ExportKind.CSV.value, "CSV", "A table of hit points, beats and sections"),
    (ExportKind.EDL.value, "EDL", "Hit points and beats as CMX 3600 lists, for editors that import markers"),
)
SOUNDS = (("WAV", "WAV", "24 bits, read everywhere"), ("FLAC", "FLAC", "24 bits, losslessly smaller"))


class KINESCORE_OT_export_soundtrack(bpy.types.Operator):
    """Write a take for other programs into a folder: its mix, and what you tick. Files of others are never replaced"""

    bl_idname = "kinescore.export_soundtrack"
    bl_label = "Export Soundtrack"

    directory: bpy.props.StringProperty(name="Folder", subtype="DIR_PATH", options={"SKIP_SAVE"})
    filter_folder: bpy.props.BoolProperty(default=True, options={"HIDDEN"})
    take: bpy.props.StringProperty(
        name="Take", description="Id of a listed take; empty for the selected one", options={"SKIP_SAVE", "HIDDEN"}
    )
    kinds: bpy.props.EnumProperty(
        name="Files",
        description="What to write beside the mix",
        items=KINDS,
        options={"ENUM_FLAG"},
        default={kind.value for kind in ExportKind},
    )
    sounds: bpy.props.EnumProperty(name="Sounds", description="Format of mix, stems and click", items=SOUNDS)
    timecode: bpy.props.StringProperty(
        name="Timecode", description="Timecode of the scene's first frame", default="00:00:00:00"
    )
    drop_frame: bpy.props.BoolProperty(
        name="Drop Frame",
        description="Count timecode as broadcast does at 29.97 and 59.94 frames a second",
        default=True,
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("There is no take in this scene yet")
        return bool(context.scene.kinescore_takes)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the folder."""
        context.window_manager.fileselect_add(self)
        return {"RUNNING_MODAL"}

    def draw(self, context: bpy.types.Context) -> None:
        """What can be chosen, beside the file browser."""
        layout = self.layout
        layout.use_property_split = True
        layout.use_property_decorate = False
        layout.column().prop(self, "kinds")
        layout.prop(self, "sounds")
        layout.prop(self, "timecode")
        if drops_frames(exact_rate(context.scene.render.fps / context.scene.render.fps_base)):
            layout.prop(self, "drop_frame")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Read the take's files and write the others."""
        folder = Path(bpy.path.abspath(self.directory or "//"))
        entry = _chosen(context.scene, self.take)
        if entry is None:
            self.report({"ERROR"}, "That take is not in the list.")
            return {"CANCELLED"}
        try:
            files, notes = _export(self, context.scene, entry, folder)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        except OSError as error:
            self.report(
                {"ERROR"}, translated(f"'{folder}' cannot be written to: {error.strerror}. Choose another folder.")
            )
            return {"CANCELLED"}
        for note in notes:
            self.report({"WARNING"}, translated(note))
        self.report({"INFO"}, translated(f"{len(files)} files written to {folder}"))
        return {"FINISHED"}


def picture_of(scene: bpy.types.Scene, first_frame: int, timecode: str, drop_frame: bool) -> Picture:
    """How `scene` counts frames where music begins at `first_frame`; `timecode` is that of the scene's first frame.

    Raises TimecodeError.
    """
    rate = exact_rate(scene.render.fps / scene.render.fps_base)
    picture = started_at(Picture(rate, first_frame, drop_frame=drop_frame and drops_frames(rate)), timecode)
    return replace(picture, start=picture.start + first_frame - scene.frame_start)


def _chosen(scene: bpy.types.Scene, take_id: str) -> KinescoreTake | None:
    if take_id:
        return find_take(scene, take_id)
    index, takes = scene.kinescore_take_index, scene.kinescore_takes
    return takes[index] if 0 <= index < len(takes) else current_take(scene)


def _export(
    chosen: KINESCORE_OT_export_soundtrack, scene: bpy.types.Scene, entry: KinescoreTake, folder: Path
) -> tuple[tuple[Path, ...], list[str]]:
    mix = entry.path()
    take = read_take(mix)
    kinds = {ExportKind(kind) for kind in chosen.kinds}
    notes = []
    if ExportKind.STEMS in kinds and not take.stems:
        kinds.remove(ExportKind.STEMS)
        notes.append("This take was made without stems: tick Stems in Output and generate it again to have them.")
    if not take.hits:
        notes.append("This take names no hit points: it has none, or an older version made it.")
    picture = picture_of(scene, entry.first_frame, chosen.timecode, chosen.drop_frame)
    suffix, encode = _sound_format(chosen.sounds)
    return Export(take, mix.stem, picture, kinds, suffix, encode).write(folder), notes


def _sound_format(name: str) -> tuple[str, Callable[[Audio, Path], Content]]:
    if name == "FLAC" and compat.sound_library() is None:
        raise KinescoreError("This build of Blender does not let add-ons write FLAC.", "Choose WAV.")
    return (".flac", _flac_bytes) if name == "FLAC" else (".wav", encoded)


def _flac_bytes(audio: Audio, path: Path) -> bytes:
    """24-bit FLAC by Blender's own sound library, as Blender carries no other that writes it."""
    import aud

    sound = aud.Sound.buffer((pcm24(audio.samples) / 2**23).astype("float32", order="C"), audio.rate)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sound.flac"
        sound.write(str(file), audio.rate, audio.channels, aud.FORMAT_S24, aud.CONTAINER_FLAC, aud.CODEC_FLAC, 0, 4096)
        return file.read_bytes()


def _draw_export_menu(menu: bpy.types.Menu, context: bpy.types.Context) -> None:
    menu.layout.operator(
        KINESCORE_OT_export_soundtrack.bl_idname, text="Kinescore Soundtrack (.wav, .mid, .otio, .edl)"
    )


def register() -> None:
    """Add the operator to File > Export."""
    bpy.utils.register_class(KINESCORE_OT_export_soundtrack)
    bpy.types.TOPBAR_MT_file_export.append(_draw_export_menu)


def unregister() -> None:
    """Remove it."""
    bpy.types.TOPBAR_MT_file_export.remove(_draw_export_menu)
    bpy.utils.unregister_class(KINESCORE_OT_export_soundtrack)
