"""Every word and phrase that the built-in engine understands.

Phrases are lower case with spaces for hyphens; longer phrases win over shorter ones.
"""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.genres import GENRE_OF_PHRASE
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.prompt_intent import Mood


def _read_table(text: str) -> dict[str, str]:
    """Read lines "meaning: phrase, phrase" (indented lines go on) as {phrase: meaning}."""
    table: dict[str, str] = {}
    for line in text.strip().replace("\n    ", " ").splitlines():
        meaning, phrases = line.split(": ", 1)
        table.update((phrase.strip(), meaning) for phrase in phrases.split(","))
    return table


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GENRE_PHRASES: Mapping[str, str] = {phrase: genre.name for phrase, genre in GENRE_OF_PHRASE.items()}
"""The style that each word for a genre asks for."""

GENRE_ADJECTIVES: Mapping[str, str] = _read_table(
    """
funk: funky, groovy
jazz: jazzy, swinging, bluesy
rock: rocking, rocky
pop: poppy, catchy
street jazz: soulful
techno: electronic, synthetic, futuristic, robotic
cinematic: film, filmic
waack: retro
latin: tropical, spanish, cuban, brazilian
"""
)
"""Adjectives that colour another genre, and ask for one only where nothing else does."""

_MOODS: Mapping[str, Mood] = {
    mood.name: mood
    for mood in (
        Mood("joyful", Colour.BRIGHT, 0.3, 1.03),
        Mood("sad", Colour.DARK, -0.6, 0.9, 0.06),
        Mood("dark", Colour.TENSE, 0.0, 1.0, 0.04),
        Mood("epic", Colour.DARK, 0.7, 1.08, 0.1),
        Mood("calm", Colour.MELLOW, -1.0, 0.82, 0.08),
        Mood("energetic", None, 0.8, 1.08),
        Mood("dreamy", Colour.MELLOW, -0.5, 0.88, 0.15),
        Mood("tense", Colour.TENSE, 0.2, 1.0, 0.03),
        Mood("romantic", Colour.MELLOW, -0.4, 0.9, 0.08),
        Mood("playful", Colour.BRIGHT, 0.0, 0.98),
    )
}

MOOD_PHRASES: Mapping[str, Mood] = {
    phrase: _MOODS[name]
    for phrase, name in _read_table(
        """
joyful: joyful, joyous, joy, happy, cheerful, glad, merry, bright, sunny, upbeat, uplifting, optimistic, positive,
    fun, feel good, festive, triumphant, celebratory, hopeful
sad: sad, melancholy, melancholic, sorrowful, gloomy, mournful, lonely, heartbroken, bittersweet, wistful,
    nostalgic, blue, tearful, depressed
dark: dark, sinister, ominous, evil, scary, spooky, creepy, menacing, gothic, brooding, moody, horror, haunting
epic: epic, heroic, grand, majestic, huge, massive, glorious, powerful, dramatic, monumental
calm: calm, calming, peaceful, gentle, soft, relaxed, relaxing, quiet, soothing, mellow, laid back, chill, chilled,
    smooth, serene, tender, slow burning, delicate, subtle, restful
energetic: energetic, energy, energetically, powerful energy, driving, hard, hype, intense, wild, explosive, fierce,
    lively, high energy, exciting, pumping, vigorous, furious
dreamy: dreamy, dream, dreamlike, ethereal, floating, hazy, magical, mystical, mysterious, otherworldly, celestial,
    airy, spacey, heavenly
tense: tense, suspense, suspenseful, anxious, nervous, urgent, thrilling, edgy, uneasy, dangerous, threatening,
    aggressive, angry, chase
romantic: romantic, love, loving, sweet, sensual, intimate mood, warm, passionate, sentimental, sexy, tenderly,
    emotional
playful: playful, funny, cute, quirky, whimsical, silly, comic, comedic, cartoon, cartoony, childlike, cheeky,
    bouncy, humorous, goofy, light hearted, lighthearted, mischievous
"""
    ).items()
}

INSTRUMENT_PHRASES: Mapping[str, str] = _read_table(
    """
drums: drum, drums, drum kit, drumkit, beat, beats, drummer
acoustic_kit: acoustic kit, acoustic drums, live drums, real drums, rock drums
electronic_kit: electronic kit, electronic drums, 808, 808s, tr 808, drum machine, trap drums
house_kit: house kit, 909, tr 909, house drums, four on the floor
breakbeat_kit: breakbeat kit, breakbeats, amen break, chopped drums
brush_kit: brush kit, brushes, brushed drums, brush
percussion: percussion, percussive
latin_percussion: latin percussion, conga, bongo, timbale, clave, maraca, shaker, tambourine, cowbell
orchestral_percussion: orchestral percussion, timpani, taiko, war drums, snare drum
bass: bass, bassline, bass line, low end
electric_bass: electric bass, bass guitar, fingered bass
synth_bass: synth bass, moog, moog bass, analog bass, analogue bass
acid_bass: acid bass, 303, tb 303, acid line
sub_bass: sub bass, sub, deep bass, 808 bass
upright_bass: upright bass, double bass, acoustic bass, contrabass, walking bass
slap_bass: slap bass, slapped bass
chords: chord, chords, harmony, keys, keyboard, accompaniment
piano: piano, grand piano, upright piano, piano chords
electric_piano: electric piano, rhodes, wurlitzer, e piano, ep
organ: organ, hammond, church organ
clean_guitar: guitar, clean guitar, acoustic guitar, electric guitar, spanish guitar
driven_guitar: distorted guitar, driven guitar, overdriven guitar, distortion, power chord, rock guitar, heavy
    guitar
muted_guitar: muted guitar, funk guitar, wah guitar, rhythm guitar, palm muted guitar
warm_pad: pad, pads, warm pad, synth pad
glass_pad: glass pad, glassy pad, shimmer, crystal pad
string_section: string, strings, string section, string orchestra, cello, viola, violins, string quartet
brass_section: brass, brass section, horn, horns, horn section, trombone, french horn, fanfare
supersaw: supersaw, super saw, trance synth, big synth
pluck: pluck, plucks, plucked synth, arpeggio, arp, arpeggiator, sequencer, pizzicato
vibraphone: vibraphone, vibes, vibraharp
choir: choir, choral, chorus of voices, voices, chant, chanting
harp: harp
stab: stab, stabs, synth stab
melody: melody, melodies, lead, tune, theme, topline, hook
saw_lead: saw lead, synth lead, lead synth, synth, synths, synthesizer, synthesiser
square_lead: square lead, chiptune, chip tune, 8 bit, 8bit, game boy, video game
flute: flute, recorder, piccolo, clarinet, oboe, woodwind
saxophone: saxophone, sax, saxophones, tenor sax, alto sax
trumpet: trumpet, cornet, flugelhorn, muted trumpet
violin: violin, fiddle
marimba: marimba, xylophone, kalimba, balafon, steel drum, steel pan
bell: bell, bells, glockenspiel, celesta, music box, chime, chimes
whistle_lead: whistle, whistle lead, whistling, theremin
"""
)

STAND_INS: Mapping[str, str] = {
    "cello": "string section", "viola": "string section", "string quartet": "string section",
    "trombone": "brass section", "french horn": "brass section", "xylophone": "marimba", "kalimba": "marimba",
    "balafon": "marimba", "steel drum": "marimba", "steel pan": "marimba", "clarinet": "flute", "oboe": "flute",
    "piccolo": "flute", "recorder": "flute", "woodwind": "flute", "taiko": "orchestral percussion",
    "acoustic guitar": "clean guitar", "spanish guitar": "clean guitar", "wah guitar": "muted guitar",
    "celesta": "bell", "glockenspiel": "bell", "music box": "bell", "theremin": "whistle lead",
    "cornet": "trumpet", "flugelhorn": "trumpet", "waltz": "orchestral, in the movement's own metre",
    **{
        phrase: GENRE_PHRASES[phrase]
        for phrase in (
            "tango", "samba", "bossa nova", "bossa", "bachata", "reggaeton", "metal", "punk", "blues", "trance",
        )
    },
}  # fmt: skip
"""Words for things the engine does not have: what is played instead, which the user is told."""

UNAVAILABLE: Mapping[str, str] = dict.fromkeys(
    ("vocals", "vocal", "singer", "singing", "lyrics", "song lyrics", "rapper", "rapping", "speech", "spoken word"),
    "The built-in engine has no solo voice; it knows 'choir'.",
)

LEVEL_PHRASES: Mapping[str, float] = {
    **dict.fromkeys(("sparse", "minimal", "minimalist", "simple", "thin", "stripped down", "light", "bare"), -0.8),
    **dict.fromkeys(("busy", "dense", "full", "rich", "complex", "heavy", "thick", "layered", "loud"), 0.8),
}

FEEL_PHRASES: Mapping[str, float] = {
    "half time": 2.0, "halftime": 2.0, "half time feel": 2.0, "double time": 0.5, "doubletime": 0.5,
    "double time feel": 0.5,
}  # fmt: skip

PACE_WORDS = _words("fast faster quick rapid slow slower uptempo midtempo moderate speedy") | {"up tempo", "mid tempo"}

ROOM_PHRASES: Mapping[str, str] = {
    **dict.fromkeys(("dry", "intimate", "small room", "no reverb"), "dry"),
    **dict.fromkeys(("club reverb", "studio"), "club"),
    **dict.fromkeys(("hall", "concert hall", "cathedral", "church", "spacious", "reverb", "big hall", "echo"), "hall"),
}

NEGATIONS = frozenset({"no", "without", "minus", "not", "except", "lacking", "sans"})
SOLO_WORDS = frozenset({"only", "solo", "just", "unaccompanied", "alone", "nothing but"})
SCOPE_ENDS = frozenset({"with", "but", "plus", "featuring", "feat", "add", "including"})

FILLERS = _words(
    """
    a am an and or the of in on at to for by from as is are it its this that these those my your our his her their
    me we i you he she they be make made write compose create generate give want wants like would should please
    music track song piece tune style styled feel feeling vibe vibes sound sounds sounding mood some very really
    quite more much too bit little lots lot great good nice cool big small any kind type sort dance dancing
    dancer dances character animation scene video movement motion moves playing play plays played instrument
    instruments backing background rhythm rhythmic groove tempo bpm key mode time speed pace version genre
    inspired influenced influences elements touch hint section part parts mix into up down over under through
    while where when which who so also still all one two three ever steady clear strong solid main classic
    modern contemporary new old school fashioned era night day party street live studio quality high low s
    something anything everything about can could will go goes going let lets use using uses has have had do
    does done if then than there here out off away always never most least less hello hi thanks thank mostly
    mainly maybe perhaps around between end ending intro start begin finish first last second verse chorus build
    drop loop short long length seconds minutes
    & '
    """
)  # fmt: skip
