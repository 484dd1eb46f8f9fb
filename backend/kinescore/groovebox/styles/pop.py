"""Pop songs: verses, pre-choruses and choruses with piano, guitar and pads."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import SONG
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SONG_SECTIONS
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

DRUMS = DrumPlayer(
    Seat(("acoustic_kit", "electronic_kit"), velocity=0.92, reverb=0.1),
    (
        """
        kick   0+  X...|....|X...|....
        kick   2+  ....|..x.|..x.|....
        snare  1+  ....|X...|....|X...
        rim    0   ....|x...|....|x...
        closed 0+  x.o.|x.o.|x.o.|x.o.
        open   3   ....|....|....|..x.
        clap   3   ....|x...|....|x...
        """,
        """
        kick   0+  X...|....|..x.|....
        kick   2+  ....|...x|....|....
        kick   3   X...|X...|X...|X...
        snare  1+  ....|X...|....|X...
        closed 0-2 xoxo|xoxo|xoxo|xoxo
        open   3   ..x.|..x.|..x.|..x.
        snare  2+  ....|....|....|..g.
        """,
    ),
)
PERCUSSION = DrumPlayer(
    Seat(("latin_percussion",), levels=(2, 3), level_db=0, pan=0.3, velocity=0.6),
    ("tambourine 2+ x.x.|X.x.|x.x.|X.x.", "shaker 2+ xgxg|xgxg|xgxg|xgxg\ntambourine 3 ....|x...|....|x..."),
)
BASS = BassPlayer(
    Seat(("electric_bass", "synth_bass"), level_db=0.5, reverb=0.02, ducking=0.15),
    lines=("R.R.|R.R.|R.R.|R.R.", "R--R|..R-|R--R|..5.", "R---|..R.|R---|..a.", "R--.|R--.|R-5-|8-a."),
    calm=("R---|----|R---|----", "R---|----|----|5---"),
)

STYLE = Style(
    name="pop",
    tempo=(88, 132),
    colour=Colour.BRIGHT,
    progressions=POP,
    scales=POP_SCALES,
    tone="tight",
    section_names=SONG_SECTIONS,
    risers=True,
    fills=("toms", "snare", "clap_run"),
    drums=DRUMS,
    percussion=PERCUSSION,
    bass=BASS,
    chords=(
        ChordPlayer(
            Seat(("piano", "electric_piano"), level_db=-1, pan=-0.2, reverb=0.2, ducking=0.08, velocity=0.72),
            ("x-x-|x-x-|x-x-|x-x-", "x--x|--x-|x--x|--x-", "x---|x---|x---|x-x-", "1.3.|2.3.|1.3.|2.3."),
            ("x---|----|x---|----", "1-2-|3-2-|1-2-|4-2-"), centre=61,
        ),
        ChordPlayer(
            Seat(("clean_guitar", "muted_guitar"), levels=(1, 3), level_db=-4, pan=0.4, reverb=0.15, velocity=0.66),
            ("1.2.|3.4.|3.2.|3.4.", "x.xx|.xx.|x.xx|.xx.", "..x.|..x.|..x.|..x."), centre=65, gate=0.7,
            strum_seconds=0.01,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad", "supersaw"), levels=(2, 3), level_db=-5, reverb=0.35, ducking=0.25,
                 velocity=0.6),
            ("x---|----|----|----",), centre=67, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "flute", "violin", "marimba", "bell"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1.5,
                 pan=0.05, reverb=0.25, delay=0.18),
            SONG, centre=76,
        ),
    ),
    accents=AccentVoices(("impact",), ("brass_section", "piano"), ("bell", "marimba")),
)  # fmt: skip
