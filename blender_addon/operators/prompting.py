# SPDX-License-Identifier: GPL-3.0-or-later
"""Help with the prompt: one drawn from the word bank, and single words of it."""

from __future__ import annotations

import bpy
import numpy as np

from kinescore.word_bank import EMOTIONS, random_description, with_emotion, with_instrument


class KINESCORE_OT_suggest_prompt(bpy.types.Operator):
    """Draw a prompt from the word bank: a mood or two, a kind of music, an instrument or two. Again for another"""

    bl_idname = "kinescore.suggest_prompt"
    bl_label = "Suggest Prompt"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set it."""
        context.scene.kinescore.prompt = random_description(np.random.default_rng())
        return {"FINISHED"}


class KINESCORE_OT_add_to_prompt(bpy.types.Operator):
    """Add this word of the word bank to the prompt"""

    bl_idname = "kinescore.add_to_prompt"
    bl_label = "Add to Prompt"
    bl_options = {"REGISTER", "UNDO"}

    word: bpy.props.StringProperty(name="Word", description="A mood or an instrument", options={"SKIP_SAVE"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """A mood goes before what is there, an instrument behind it."""
        settings = context.scene.kinescore
        joined = with_emotion if self.word in EMOTIONS else with_instrument
        settings.prompt = joined(settings.prompt, self.word)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_suggest_prompt, KINESCORE_OT_add_to_prompt))
