# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel that everybody needs: character, prompt, style, the button, and how it went."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError
from kinescore.motion.bone_map import readable

from ..run import runs, watching
from ..run.generation import Generation
from ..run.outcome import Outcome
from ..scene.character import character_of, find_character
from ..settings.coverage import covered, fits_animation, wrong_rate
from ..settings.request import frame_range
from ..settings.scene_settings import SongChoice
from ..timeline.moving import waiting_strips
from ..timeline.take_list import earlier_take
from ..translations import translated
from .drawing import PanelContent, as_form, draw_text, fits
from .mending import draw_mending

BUTTON_HEIGHT = 1.5  # in rows


class Soundtrack(PanelContent):
    bl_label = "Soundtrack"

    def draw(self, context: bpy.types.Context) -> None:
        """What everybody needs: character, prompt, style, the button, and how it went."""
        layout, settings = as_form(self.layout), context.scene.kinescore
        usable = _draw_character(layout, context)
        row = layout.row(align=True)
        row.prop(settings, "prompt", text="", placeholder="Prompt, such as “joyful house”")
        row.menu("KINESCORE_MT_prompts", text="", icon="DOWNARROW_HLT")
        layout.prop(settings, "style")
        layout.prop(settings, "song")
        draw_text(layout, _song_words(context.scene))
        column = layout.column()
        column.active = settings.song != SongChoice.SAME.value
        column.prop(settings, "take_count")
        run = runs.current(context.scene)
        if run is not None:
            _draw_progress(layout, run)
            return
        row = layout.row()
        row.scale_y = BUTTON_HEIGHT
        row.operator("kinescore.generate", icon="PLAY_SOUND")
        if settings.pending:
            _draw_pending(layout)
        outcome = runs.last_outcome(context.scene)
        if outcome is not None and (usable or outcome.error is None):  # one complaint at a time
            _draw_outcome(layout, outcome, _said_above(context))
        if watching.watcher.is_changed(context.scene):
            draw_text(layout, "The animation has changed since this music was made.", icon="ERROR")
        elif why := watching.watcher.why_unread(context.scene):
            draw_text(layout, why, icon="INFO")
            layout.operator("kinescore.check_takes", icon="FILE_REFRESH")
        if waiting_strips(context.scene):
            layout.operator("kinescore.move_music", icon="FILE_FOLDER")


def _said_above(context: bpy.types.Context) -> str:
    """The warning that `_draw_character` shows."""
    try:
        return wrong_rate(context.scene, find_character(context))
    except KinescoreError:
        return ""


def _song_words(scene: bpy.types.Scene) -> str:
    """What the choice of the song means here."""
    settings = scene.kinescore
    if settings.song == SongChoice.OTHER.value:
        return "A new seed draws another key and another band"
    if settings.song == SongChoice.OWN.value:
        return f"Seed {settings.seed} and the movement draw key, chords and tune; another movement gets others"
    if settings.song == SongChoice.SEED.value:
        return f"With seed {settings.seed} key and band are always the same; another number draws others"
    try:
        earlier = earlier_take(scene, frame_range(scene))
    except KinescoreError:
        earlier = None
    if earlier is None:
        return "There is no earlier music yet; the seed decides"
    return f"Goes on with '{earlier.name}': seed {earlier.seed}, its style, key and band"


def _draw_character(layout: bpy.types.UILayout, context: bpy.types.Context) -> bool:
    """What is scored and how much of a body is known, or why nothing can be; returns whether something can."""
    layout.prop(context.scene.kinescore, "character", placeholder="Active")
    try:
        thing = find_character(context)
        character = character_of(thing)
        frames = frame_range(context.scene)
    except KinescoreError as error:
        draw_text(layout, str(error), icon="ERROR")
        draw_mending(layout, error.code)
        return False
    if character.joints is None:
        what = f"{len(character.bones)} bones, no humanoid" if character.bones else "no armature"
        draw_text(layout, f"{character.name}: {what}; its liveliest points are followed", icon="OBJECT_DATA")
    else:
        coverage = character.joints.coverage
        text = f"{character.name}: {len(coverage.found) + len(coverage.derived)} of 17 joints"
        if coverage.missing:
            text += f"; missing: {readable(coverage.missing)}"
        draw_text(layout, text, icon="ARMATURE_DATA")
    draw_text(layout, covered(context.scene, thing, frames), icon="TIME")
    warning = wrong_rate(context.scene, thing)
    if warning:
        draw_text(layout, warning, icon="ERROR")
        layout.operator("kinescore.match_animation", icon="TIME")
    elif not fits_animation(context.scene, thing, frames):
        layout.operator("kinescore.take_all_frames", icon="PREVIEW_RANGE")
    return True


def _draw_progress(layout: bpy.types.UILayout, run: Generation) -> None:
    progress = run.progress
    text = translated("Cancelling..." if run.is_cancelling else progress.phase)
    if progress.eta_seconds is not None and not run.is_cancelling:
        text = translated(f"{text}, {progress.eta_seconds:.0f} s left")
    row = layout.row(align=True)
    row.scale_y = BUTTON_HEIGHT  # takes the place of the button; what is below must not jump
    row.progress(factor=progress.fraction, text=text)
    row.operator("kinescore.cancel", text="", icon="X")
    if not fits(progress.phase):  # the bar would leave out its middle, such as the address of a silent server
        draw_text(layout, progress.phase, icon="INFO")


def _draw_pending(layout: bpy.types.UILayout) -> None:
    row = layout.row(align=True)
    row.operator("kinescore.resume", icon="FILE_REFRESH")
    row.operator("kinescore.forget_job", text="", icon="X")


def _draw_listening(buttons: bpy.types.UILayout) -> None:
    """How to hear and see the music that was just placed."""
    screen, scene = bpy.context.screen, bpy.context.scene
    is_playing = screen is not None and screen.is_animation_playing
    buttons.operator("kinescore.play", text="Stop" if is_playing else "Play", icon="PAUSE" if is_playing else "PLAY")
    buttons.operator("kinescore.show_in_sequencer", icon="SEQUENCE")
    if scene.sync_mode != "AUDIO_SYNC":
        buttons.operator("kinescore.sync_to_audio", icon="PREVIEW_RANGE")


def _draw_outcome(layout: bpy.types.UILayout, outcome: Outcome, said: str) -> None:
    """How the last run ended; without the sentence `said`, which stands above."""
    box = layout.box()
    if outcome.error is not None:
        column = box.column()
        column.alert = True
        draw_text(column, outcome.error.sentence, icon="ERROR")
        if outcome.error.remedy:
            draw_text(box, outcome.error.remedy, icon="INFO")
    elif outcome.summary:
        draw_text(box, outcome.summary, icon="CHECKMARK" if outcome.take_id else "INFO")
    for note in outcome.notes:
        if note != said:
            draw_text(box, note, icon="INFO")
    buttons = box.column(align=True)  # side by side their names would be cut
    if outcome.take_id:
        _draw_listening(buttons)
    if outcome.error is not None:
        draw_mending(buttons, outcome.error.code)
        buttons.operator("kinescore.copy_diagnostics", icon="COPYDOWN")
    buttons.operator("kinescore.dismiss", icon="X")
