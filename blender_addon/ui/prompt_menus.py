# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu beside the prompt: help with it, and the prompts that were used last."""

from __future__ import annotations

from collections.abc import Sequence

import bpy

from kinescore.word_bank import EMOTIONS, INSTRUMENTS

from ..settings.prompt_history import recent_prompts

SHOWN_CHARACTERS = 60
COLUMNS = 3


class KINESCORE_MT_prompts(bpy.types.Menu):
    """Words from the word bank, and prompts that were used before."""

    bl_idname = "KINESCORE_MT_prompts"
    bl_label = "Prompt"

    def draw(self, context: bpy.types.Context) -> None:
        """Help first, then one entry for each prompt."""
        layout = self.layout
        layout.operator("kinescore.suggest_prompt", icon="FILE_REFRESH")
        layout.menu("KINESCORE_MT_moods")
        layout.menu("KINESCORE_MT_instruments")
        layout.separator()
        prompts = recent_prompts()
        if not prompts:
            layout.label(text="Prompts that you use are listed here")
        for prompt in prompts:
            layout.operator("kinescore.use_prompt", text=prompt[:SHOWN_CHARACTERS], translate=False).prompt = prompt


class KINESCORE_MT_moods(bpy.types.Menu):
    """Moods for the prompt."""

    bl_idname = "KINESCORE_MT_moods"
    bl_label = "Add Mood"

    def draw(self, context: bpy.types.Context) -> None:
        """One entry for each."""
        _draw_words(self.layout, EMOTIONS)


class KINESCORE_MT_instruments(bpy.types.Menu):
    """Instruments for the prompt."""

    bl_idname = "KINESCORE_MT_instruments"
    bl_label = "Add Instrument"

    def draw(self, context: bpy.types.Context) -> None:
        """One entry for each."""
        _draw_words(self.layout, INSTRUMENTS)


def _draw_words(layout: bpy.types.UILayout, words: Sequence[str]) -> None:
    """As they stand in the prompt, so in English."""
    columns = layout.grid_flow(row_major=True, columns=COLUMNS)
    for word in words:
        columns.operator("kinescore.add_to_prompt", text=word, translate=False).word = word


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_MT_prompts, KINESCORE_MT_moods, KINESCORE_MT_instruments)
)
