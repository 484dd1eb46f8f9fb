# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user sets in a scene."""

from __future__ import annotations

from enum import Enum

import bpy

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.request import LOUDNESS_RANGE_LUFS, MAX_PROMPT_CHARACTERS, MAX_SEED
from kinescore.wire.messages import Priority

from .. import compat
from ..timeline.markers import MarkerKind
from . import engine_list
from .engine_list import BUILT_IN_ENGINE
from .prompt_history import suggestions
from .style_menu import AUTO, style_items

MOST_TAKES = 8


class SongChoice(Enum):
    """Which song the next music is."""

    SEED = "SEED"
    SAME = "SAME"
    OTHER = "OTHER"
    OWN = "OWN"


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
        search=suggestions,
        search_options={"SUGGESTION"},
    )
    style: bpy.props.EnumProperty(
        name="Style",
        description="Style of the music",
        items=style_items(),
        default=AUTO,
    )
    seed: bpy.props.IntProperty(
        name="Seed",
        description="Another seed plays another take. The same settings and seed give the same music",
        min=0,
        max=MAX_SEED,
    )
    take_count: bpy.props.IntProperty(
        name="Takes",
        description="How many takes one click makes. The one whose sound lands best on the movement is placed, the "
        "others are in the list of takes",
        min=1,
        max=MOST_TAKES,
        default=1,
    )
    song: bpy.props.EnumProperty(
        name="Song",
        description="The seed decides the song: with the same style and prompt, the same seed gives the same key and "
        "band",
        items=[
            (SongChoice.SEED.value, "By Seed", "The seed below decides the song"),
            (
                SongChoice.SAME.value,
                "Same Song",
                "Go on with the song of the music before these frames: its seed, style, key and band, and its tempo "
                "where the movement allows that",
            ),
            (SongChoice.OTHER.value, "Another Song", "Draw a new seed with every click"),
            (
                SongChoice.OWN.value,
                "By Movement",
                "The movement has a say as well: with one seed, another movement gets another key, other chords and "
                "another tune",
            ),
        ],
        default=SongChoice.SEED.value,
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
    soundfont: bpy.props.StringProperty(
        name="SoundFont",
        description="A .sf2 or .sf3 file whose sampled instruments play instead of the synthesised ones. A server "
        "looks for its name among the server's own",
        subtype="FILE_PATH",
    )
    soundfont_parts: bpy.props.StringProperty(
        name="Parts",
        description="What the SoundFont plays, with commas: drums, percussion, bass, harmony, melody, or instruments "
        "such as piano. Empty: all that it has",
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
        default={MarkerKind.DOWNBEAT.value, MarkerKind.SECTION.value},
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
    priority: bpy.props.EnumProperty(
        name="Priority",
        description="How soon the server begins, beside the jobs of others",
        items=[
            (Priority.LOW.value, "Low", "When it has nothing else to do, or after eight others"),
            (Priority.NORMAL.value, "Normal", "In turn with the others"),
            (Priority.HIGH.value, "High", "Before the others, where the server's keeper allows it"),
        ],
        default=Priority.NORMAL.value,
    )
    guide: bpy.props.FloatProperty(
        name="Guide",
        description="How much of the built-in engine's music for the movement an engine that plays from a model keeps "
        "to; 0 is none",
        default=0.0,
        min=0.0,
        max=1.0,
        subtype="FACTOR",
    )
    beat_lock: bpy.props.BoolProperty(
        name="Beat Lock",
        description="Stretch the music of an engine that plays from a model, by 10 % at most, until its beats are the "
        "movement's",
        default=True,
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
