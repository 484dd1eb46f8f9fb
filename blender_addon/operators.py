# SPDX-License-Identifier: GPL-3.0-or-later
"""What the buttons do."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import bpy

from kinescore.errors import KinescoreError, RequestError
from kinescore.request import MAX_SEED, TEMPO_RANGE_BPM

from . import compat, connection, diagnostics, markers, moving, rig, runs
from .background import run_ticks
from .generation import Generation, Outcome
from .paths import output_folder
from .preferences import configured_server, preferences


class KINESCORE_OT_generate(bpy.types.Operator):
    """Write music that lands on the character's movement and put it on the timeline"""

    bl_idname = "kinescore.generate"
    bl_label = "Generate Soundtrack"

    request: bpy.props.StringProperty(
        name="Request",
        description="Request file (JSON) to use instead of the scene's settings. The command line reads the same file",
        subtype="FILE_PATH",
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start; in background mode also wait for the end."""
        return _start(self, context, lambda: runs.start_scoring(context, _read_request(self.request)))


class KINESCORE_OT_resume(bpy.types.Operator):
    """Fetch the music that the server was making when this file was last open"""

    bl_idname = "kinescore.resume"
    bl_label = "Resume Job"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(context.scene.kinescore.pending) and _can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start; in background mode also wait for the end."""
        return _start(self, context, lambda: runs.start_resuming(context))


class KINESCORE_OT_forget_job(bpy.types.Operator):
    """Give up the job on the server. Its music is not fetched"""

    bl_idname = "kinescore.forget_job"
    bl_label = "Forget Job"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(context.scene.kinescore.pending) and runs.current(context.scene) is None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Clear the id."""
        context.scene.kinescore.pending = ""
        return {"FINISHED"}


class KINESCORE_OT_cancel(bpy.types.Operator):
    """Stop making this scene's music. Nothing in the scene changes"""

    bl_idname = "kinescore.cancel"
    bl_label = "Cancel"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        run = runs.current(context.scene)
        return run is not None and not run.is_cancelling

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Ask; the run ends once its engine has acknowledged."""
        runs.current(context.scene).cancel()
        return {"FINISHED"}


class KINESCORE_OT_remove_markers(bpy.types.Operator):
    """Remove the beat, downbeat and section markers. Your own markers stay"""

    bl_idname = "kinescore.remove_markers"
    bl_label = "Remove Beat Markers"
    bl_options = {"REGISTER", "UNDO"}  # noqa: RUF012

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(markers.our_markers(context.scene))

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Remove them."""
        markers.remove_markers(context.scene, markers.our_markers(context.scene))
        return {"FINISHED"}


class KINESCORE_OT_scale_tempo(bpy.types.Operator):
    """Fix the tempo at a multiple of the one that was found"""

    bl_idname = "kinescore.scale_tempo"
    bl_label = "Scale Tempo"
    bl_options = {"REGISTER", "UNDO"}  # noqa: RUF012

    factor: bpy.props.FloatProperty(name="Factor", description="Multiple of the found tempo", default=1.0)

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        found = context.scene.kinescore.found_bpm > 0
        if not found:
            cls.poll_message_set("Generate once first: the tempo is found in the movement")
        return found

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set the tempo unless it leaves the range that engines play."""
        settings = context.scene.kinescore
        tempo_bpm = settings.found_bpm * self.factor
        low, high = TEMPO_RANGE_BPM
        if not low <= tempo_bpm <= high:
            self.report({"WARNING"}, f"{tempo_bpm:.1f} BPM is outside {low:g} to {high:g} BPM")
            return {"CANCELLED"}
        settings.fixed_tempo = True
        settings.tempo_bpm = tempo_bpm
        return {"FINISHED"}


class KINESCORE_OT_randomize_seed(bpy.types.Operator):
    """Draw another seed, for another take of the same request"""

    bl_idname = "kinescore.randomize_seed"
    bl_label = "Randomize Seed"
    bl_options = {"REGISTER", "UNDO"}  # noqa: RUF012

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Draw it."""
        context.scene.kinescore.seed = random.randint(0, MAX_SEED)
        return {"FINISHED"}


class KINESCORE_OT_clear_joints(bpy.types.Operator):
    """Find all joints by their bone names again"""

    bl_idname = "kinescore.clear_joints"
    bl_label = "Clear Assigned Bones"
    bl_options = {"REGISTER", "UNDO"}  # noqa: RUF012

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Clear every override of the character."""
        try:
            armature = rig.find_character(context)
        except KinescoreError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        rig.clear_overrides(armature)
        return {"FINISHED"}


class KINESCORE_OT_move_music(bpy.types.Operator):
    """Move music that was made before this file was first saved into its output folder"""

    bl_idname = "kinescore.move_music"
    bl_label = "Move Music Beside File"
    bl_options = {"REGISTER", "UNDO"}  # noqa: RUF012

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("Save the file first")
        return bool(bpy.data.filepath)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Move the files, then point the strips there."""
        folder = output_folder(preferences(context).folder).path
        try:
            count = moving.move_waiting_music(context.scene, folder)
        except KinescoreError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        self.report({"INFO"}, f"Moved {count} take(s) to {folder}")
        return {"FINISHED"}


class KINESCORE_OT_dismiss(bpy.types.Operator):
    """Hide this message"""

    bl_idname = "kinescore.dismiss"
    bl_label = "Dismiss"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Forget the last outcome."""
        runs.dismiss(context.scene)
        return {"FINISHED"}


class KINESCORE_OT_copy_diagnostics(bpy.types.Operator):
    """Copy versions, rig, the last message and the log to the clipboard, for a bug report"""

    bl_idname = "kinescore.copy_diagnostics"
    bl_label = "Copy Diagnostics"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Copy."""
        context.window_manager.clipboard = diagnostics.describe(context)
        self.report({"INFO"}, "Diagnostics are in the clipboard")
        return {"FINISHED"}


class KINESCORE_OT_test_connection(bpy.types.Operator):
    """Ask the server for its version, engines and response time"""

    bl_idname = "kinescore.test_connection"
    bl_label = "Test Connection"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(preferences(context).address.strip()) and not connection.test.is_running

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Ask in the background."""
        try:
            connection.test.start(configured_server(context).connect)
        except KinescoreError as error:
            connection.test.outcome = error
        run_ticks(connection.test.tick)
        return {"FINISHED"}


OPERATORS = (
    KINESCORE_OT_generate,
    KINESCORE_OT_resume,
    KINESCORE_OT_forget_job,
    KINESCORE_OT_cancel,
    KINESCORE_OT_remove_markers,
    KINESCORE_OT_scale_tempo,
    KINESCORE_OT_randomize_seed,
    KINESCORE_OT_clear_joints,
    KINESCORE_OT_move_music,
    KINESCORE_OT_dismiss,
    KINESCORE_OT_copy_diagnostics,
    KINESCORE_OT_test_connection,
)
register, unregister = bpy.utils.register_classes_factory(OPERATORS)


def _can_start(operator: type[bpy.types.Operator], context: bpy.types.Context) -> bool:
    if runs.current(context.scene):
        operator.poll_message_set("The music of this scene is being made")
        return False
    if not compat.has_audio():
        operator.poll_message_set("This Blender was built without sound (Audaspace)")
        return False
    return True


def _start(operator: bpy.types.Operator, context: bpy.types.Context, start: Callable[[], Generation]) -> set[str]:
    try:
        run = start()
    except KinescoreError as error:
        return _report(operator, runs.refuse(context.scene, error))
    run_ticks(_narrated(run) if bpy.app.background else run.tick)
    return _report(operator, run.outcome) if run.outcome else {"FINISHED"}


def _narrated(run: Generation) -> Callable[[], float | None]:
    """`run.tick` that prints each phase as it begins, for scripts that have no panel to look at."""
    told = ""

    def tick() -> float | None:
        nonlocal told
        pause = run.tick()
        if pause is not None and run.progress.phase != told:
            told = run.progress.phase
            print(f"Kinescore: {told} ...", flush=True)
        return pause

    return tick


def _report(operator: bpy.types.Operator, outcome: Outcome) -> set[str]:
    for note in outcome.notes:
        operator.report({"WARNING"}, note)
    if outcome.error is not None:
        operator.report({"ERROR"}, str(outcome.error))
        return {"CANCELLED"}
    operator.report({"INFO"}, outcome.summary)
    return {"FINISHED"}


def _read_request(path: str) -> str:
    """The text of a request file; "" where none is named. Raises RequestError."""
    if not path:
        return ""
    file = Path(bpy.path.abspath(path))
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise RequestError(
            f"The request file '{file}' cannot be read: {error}.", "Name a JSON file in UTF-8."
        ) from error
