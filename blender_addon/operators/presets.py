# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons of the presets: use one, listen to it, save one's own."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..background import redraw, run_ticks
from ..compat import sound_library
from ..run.cards import card_file
from ..run.player import player
from ..settings.presets import Preset, find_preset, own_presets, remove_preset, save_preset
from ..translations import translated


class KINESCORE_OT_use_preset(bpy.types.Operator):
    """Take over the prompt and the style of this preset"""

    bl_idname = "kinescore.use_preset"
    bl_label = "Use Preset"
    bl_options = {"REGISTER", "UNDO"}

    name: bpy.props.StringProperty(name="Name", description="Name of the preset", options={"SKIP_SAVE"})

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        """When to choose it, and what it asks for."""
        preset = find_preset(properties.name)
        return ". ".join(filter(None, [preset.words, preset.prompt])) if preset else cls.__doc__ or ""

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set both."""
        preset = find_preset(self.name)
        if preset is None:
            self.report({"ERROR"}, translated(f"There is no preset '{self.name}'."))
            return {"CANCELLED"}
        settings = context.scene.kinescore
        settings.prompt, settings.style = preset.prompt, preset.style
        return {"FINISHED"}


class KINESCORE_OT_listen(bpy.types.Operator):
    """Listen to two seconds of this preset. It is made once, which takes a moment"""

    bl_idname = "kinescore.listen"
    bl_label = "Listen"

    name: bpy.props.StringProperty(name="Name", description="Name of the preset", options={"SKIP_SAVE"})

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("This build of Blender does not let add-ons play sound")
        return sound_library() is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Play it, made in the background where it is not there yet."""
        preset = find_preset(self.name)
        if preset is None:
            self.report({"ERROR"}, translated(f"There is no preset '{self.name}'."))
            return {"CANCELLED"}
        path = card_file(preset)
        if path.is_file():
            player.play(path)
        else:
            player.make(preset)
            if bpy.app.background or not bpy.app.timers.is_registered(_tick):
                run_ticks(_tick)
        if player.error is not None:
            self.report({"ERROR"}, translated(str(player.error)))
            return {"CANCELLED"}
        return {"FINISHED"}


class KINESCORE_OT_save_preset(bpy.types.Operator):
    """Keep the prompt and the style of this scene under a name, for all your files"""

    bl_idname = "kinescore.save_preset"
    bl_label = "Save Preset"

    name: bpy.props.StringProperty(name="Name", description="Name of the preset", options={"SKIP_SAVE"})

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the name."""
        return context.window_manager.invoke_props_dialog(self)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Keep it."""
        settings = context.scene.kinescore
        try:
            save_preset(Preset(self.name.strip(), settings.prompt, settings.style))
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        redraw()
        return {"FINISHED"}


class KINESCORE_OT_remove_preset(bpy.types.Operator):
    """Remove a preset that you saved"""

    bl_idname = "kinescore.remove_preset"
    bl_label = "Remove Preset"

    name: bpy.props.StringProperty(name="Name", description="Name of the preset", options={"SKIP_SAVE"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Forget it."""
        if self.name not in [preset.name for preset in own_presets()]:
            self.report({"ERROR"}, translated(f"You have no preset '{self.name}'."))
            return {"CANCELLED"}
        try:
            remove_preset(self.name)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        redraw()
        return {"FINISHED"}


class KINESCORE_OT_use_prompt(bpy.types.Operator):
    """Use this prompt again"""

    bl_idname = "kinescore.use_prompt"
    bl_label = "Use Prompt"
    bl_options = {"REGISTER", "UNDO"}

    prompt: bpy.props.StringProperty(name="Prompt", description="The prompt", options={"SKIP_SAVE"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set it."""
        context.scene.kinescore.prompt = self.prompt
        return {"FINISHED"}


def _tick() -> float | None:
    """The player's, for Blender's timers, which know a function again only by its being the same object."""
    return player.tick()


_register_operators, _unregister_operators = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_use_preset,
        KINESCORE_OT_listen,
        KINESCORE_OT_save_preset,
        KINESCORE_OT_remove_preset,
        KINESCORE_OT_use_prompt,
    )
)


def register() -> None:
    """Add the buttons."""
    _register_operators()


def unregister() -> None:
    """Remove them, and be silent."""
    if bpy.app.timers.is_registered(_tick):
        bpy.app.timers.unregister(_tick)
    player.close()
    _unregister_operators()
