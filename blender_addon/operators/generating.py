# SPDX-License-Identifier: GPL-3.0-or-later
"""The buttons that start, follow and end a run."""

from __future__ import annotations

from collections.abc import Callable

import bpy

from kinescore.errors import KinescoreError

from .. import compat
from ..background import run_ticks
from ..run import runs
from ..run.generation import Generation
from ..run.outcome import Outcome
from ..run.request_files import read_request
from ..translations import translated


class KINESCORE_OT_generate(bpy.types.Operator):
    """Write music that lands on the character's movement and put it on the timeline"""

    bl_idname = "kinescore.generate"
    bl_label = "Generate Soundtrack"

    request: bpy.props.StringProperty(
        name="Request",
        description="Request file (JSON) to use instead of the scene's settings. The command line reads the same file",
        subtype="FILE_PATH",
        options={"SKIP_SAVE", *compat.RELATIVE_PATH},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start; in background mode also wait for the end."""
        return start_run(self, context, lambda: runs.start_scoring(context, read_request(self.request)))


class KINESCORE_OT_resume(bpy.types.Operator):
    """Fetch the music that the server was making when this file was last open"""

    bl_idname = "kinescore.resume"
    bl_label = "Resume Job"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(context.scene.kinescore.pending) and can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start; in background mode also wait for the end."""
        return start_run(self, context, lambda: runs.start_resuming(context))


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
        run = runs.current(context.scene)
        if run is None:
            return {"CANCELLED"}
        run.cancel()
        return {"FINISHED"}


class KINESCORE_OT_dismiss(bpy.types.Operator):
    """Hide this message"""

    bl_idname = "kinescore.dismiss"
    bl_label = "Dismiss"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Forget the last outcome."""
        runs.dismiss(context.scene)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_generate,
        KINESCORE_OT_resume,
        KINESCORE_OT_forget_job,
        KINESCORE_OT_cancel,
        KINESCORE_OT_dismiss,
    )
)


def can_start(operator: type[bpy.types.Operator], context: bpy.types.Context) -> bool:
    """Whether a run may start now; where not, `operator` says why."""
    if context.scene.library is not None:
        operator.poll_message_set("This scene is linked from another file, where its music belongs")
        return False
    if runs.current(context.scene):
        operator.poll_message_set("The music of this scene is being made")
        return False
    if not compat.has_audio():
        operator.poll_message_set("This Blender was built without sound (Audaspace)")
        return False
    return True


def start_run(operator: bpy.types.Operator, context: bpy.types.Context, start: Callable[[], Generation]) -> set[str]:
    """Start a run; in background mode also wait for its end. What hinders it is told."""
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
        operator.report({"WARNING"}, translated(note))
    if outcome.error is not None:
        operator.report({"ERROR"}, translated(str(outcome.error)))
        return {"CANCELLED"}
    operator.report({"INFO"}, translated(outcome.summary))
    return {"FINISHED"}
