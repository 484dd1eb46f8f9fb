# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user sets in a scene."""

from __future__ import annotations

import bpy

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.groovebox.styles import STYLES
from kinescore.request import LOUDNESS_RANGE_LUFS, MAX_PROMPT_CHARACTERS, MAX_SEED

from .. import compat
from ..timeline.markers import MarkerKind
from . import engine_list
from .engine_list import BUILT_IN_ENGINE

AUTO = "AUTO"


class Companion(bpy.types.PropertyGroup):
    """Somebody else that the music follows."""

    thing: bpy.props.PointerProperty(
        type=bpy.types.Object, name="Object", description="Armature or other object that the music also follows"
    )
    weight: bpy.props.FloatProperty(
        name="Weight",
        description="How much it has to say about tempo, energy and accents; the character itself has 1",
        min=0.05,
        max=10.0,
        default=1.0,
        precision=2,
    )


class SceneSettings(bpy.types.PropertyGroup):
    """The soundtrack settings of one scene, saved with it."""

    character: bpy.props.PointerProperty(
        type=bpy.types.Object,
        name="Character",
        description="What the music follows: an armature or any other object that moves. Leave empty to use the active "
        "one",
    )
    companions: bpy.props.CollectionProperty(type=Companion)
    prompt: bpy.props.StringProperty(
        name="Prompt",
        description="Style, mood, key and instruments in your own words, such as “joyful house with piano”",
        maxlen=MAX_PROMPT_CHARACTERS,
    )
    style: bpy.props.EnumProperty(
        name="Style",
        description="Style of the music",
        items=[
            (AUTO, "Automatic", "Let the prompt decide, and where it is silent, the movement"),
            *(
                (name, name.title(), f"{style.tempo[0]:.0f} to {style.tempo[1]:.0f} BPM")
                for name, style in STYLES.items()
            ),
        ],
        default=AUTO,
    )
    seed: bpy.props.IntProperty(
        name="Seed",
        description="Another seed plays another take. The same settings and seed give the same music",
        min=0,
        max=MAX_SEED,
    )
    fixed_tempo: bpy.props.BoolProperty(
        name="Fixed Tempo", description="Play at the tempo below instead of finding it in the movement"
    )
    tempo_bpm: bpy.props.FloatProperty(
        name="BPM",
        description="Beats per minute",
        min=TEMPO_RANGE_BPM[0],
        max=TEMPO_RANGE_BPM[1],
        default=120.0,
        precision=2,
    )
    loudness_lufs: bpy.props.FloatProperty(
        name="Loudness (LUFS)",
        description="Integrated loudness of the music. Streaming services expect about -14",
        min=LOUDNESS_RANGE_LUFS[0],
        max=LOUDNESS_RANGE_LUFS[1],
        default=-14.0,
        precision=1,
    )
    stems: bpy.props.BoolProperty(
        name="Stems on Separate Channels",
        description="Place drums, bass, harmony and so on as strips of their own instead of the finished mix",
    )
    accents_on_cuts: bpy.props.BoolProperty(
        name="Accents on Cuts",
        description="Let the music also mark where the picture cuts: to another camera bound to a marker, or where the "
        "camera jumps. The tempo always follows the movement alone",
    )
    frames: bpy.props.EnumProperty(
        name="Frames",
        description="Which frames the music covers",
        items=[
            (AUTO, "Preview or Scene", "The preview range where it is on, else the range of the scene"),
            ("SCENE", "Scene", "The frame range of the scene"),
            ("CUSTOM", "Custom", "The frames below"),
        ],
        default=AUTO,
    )
    first_frame: bpy.props.IntProperty(name="First Frame", description="First frame that is heard", default=1)
    last_frame: bpy.props.IntProperty(name="Last Frame", description="Last frame that is heard", default=250)
    markers: bpy.props.EnumProperty(
        name="Markers",
        description="What to mark on the timeline",
        items=[
            (MarkerKind.BEAT.value, "Beats", "Mark every beat, such as 2.3 for the third beat of bar 2"),
            (MarkerKind.DOWNBEAT.value, "Downbeats", "Mark the first beat of every bar"),
            (MarkerKind.SECTION.value, "Sections", "Mark where a new part of the music begins"),
        ],
        options={"ENUM_FLAG"},
        default={kind.value for kind in MarkerKind},
    )
    run_on: bpy.props.EnumProperty(
        name="Run On",
        description="Where the music is made",
        items=[
            (AUTO, "Automatic", "The server from the preferences where an address is set, else this Blender"),
            ("HERE", "This Blender", "The built-in engine, without any server"),
        ],
        default=AUTO,
    )
    engine: bpy.props.StringProperty(
        name="Engine Name", description="Engine of the server", default=BUILT_IN_ENGINE, options={"HIDDEN"}
    )
    engine_choice: bpy.props.EnumProperty(
        name="Engine",
        description="Engine of the server",
        items=engine_list.menu,
        get=engine_list.chosen_number,
        set=engine_list.choose_number,
    )
    example: bpy.props.StringProperty(
        name="Example",
        description="Song whose genre the music is to take, for engines with encoders that listen to examples",
        subtype="FILE_PATH",
        options=compat.RELATIVE_PATH,
    )
    found_bpm: bpy.props.FloatProperty(name="Found Tempo", description="Tempo of the last take", options={"HIDDEN"})
    pending: bpy.props.StringProperty(options={"HIDDEN"})  # the server job that runs for this scene, as JSON


def register() -> None:
    """Give scenes their settings."""
    bpy.utils.register_class(Companion)
    bpy.utils.register_class(SceneSettings)
    bpy.types.Scene.kinescore = bpy.props.PointerProperty(type=SceneSettings)


def unregister() -> None:
    """Take them away again."""
    del bpy.types.Scene.kinescore
    bpy.utils.unregister_class(SceneSettings)
    bpy.utils.unregister_class(Companion)
