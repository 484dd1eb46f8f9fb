"""LA-style hip-hop: middle hip-hop with claps, a gliding synthesiser bass and a whistling lead."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import HOOK
from kinescore.groovebox.patterns.notation import Swing
from kinescore.groovebox.patterns.pockets import LAID_BACK
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO
from kinescore.groovebox.styles import middle_hip_hop
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    middle_hip_hop.STYLE,
    name="la hip-hop",
    tempo=(82, 114),
    pocket=LAID_BACK,
    colour=Colour.DARK,
    swing=Swing(0.25, 0.53),
    fills=("clap_run", "kick_drop", "hat_roll"),
    drums=DrumPlayer(
        Seat(("electronic_kit",), velocity=0.95, reverb=0.07),
        (
            """
            kick   0+  X...|...x|..x.|....
            clap   0+  ....|X...|....|X...
            closed 0+  x.x.|x.x.|x.x.|x.x.
            snare  2+  ....|x...|....|x..g
            closed 3   ....|...g|....|.ggg
            open   3   ....|....|..x.|....
            """,
            """
            kick   0+  X..x|....|..xx|....
            clap   0+  ....|X...|....|X...
            closed 0+  xoxo|xoxo|xoxo|xoxo
            cowbell 2+ ....|..x.|....|....
            kick   3   ....|...o|....|..o.
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("synth_bass", "sub_bass"), level_db=1, reverb=0.02, ducking=0.2, velocity=0.85),
        lines=("R--R|..R.|8-7-|5-..", "R-R.|..R-|..8.|7-5-", "R---|..R8|..R-|5.7.", "R-.8|..R-|R-.5|..a."),
        calm=("R---|--..|..R-|--..", "R---|....|R---|5-.."),
        gate=0.88,
    ),
    chords=(
        ChordPlayer(
            Seat(("pluck", "electric_piano", "clean_guitar"), levels=(1, 3), level_db=-3, pan=-0.25, reverb=0.2,
                 delay=0.2, velocity=0.68),
            ("1.3.|2.3.|1.3.|4.3.", "x..x|..x.|x...|..x.", "..x.|..x.|..x.|..x.", "1..2|..3.|4..3|..2."),
            centre=67, gate=0.6, voices=3,
        ),
        ChordPlayer(
            Seat(("string_section", "warm_pad"), level_db=-5, pan=0.1, reverb=0.3, ducking=0.2, velocity=0.58),
            ("x---|----|----|----",), centre=66, gate=1.0,
        ),
        ChordPlayer(
            Seat(("piano", "stab"), levels=(2, 3), level_db=-4, pan=0.3, reverb=0.15, velocity=0.72),
            ("x...|....|x...|....", "x...|x...|x...|x...", "....|..x.|....|..x."), centre=60, gate=0.5,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("whistle_lead", "square_lead", "saw_lead", "bell"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-0.5,
                 pan=0.1, reverb=0.25, delay=0.25, velocity=0.72),
            HOOK, centre=79,
        ),
    ),
    accents=AccentVoices(("impact",), ("stab", "orchestra_hit"), ("bell", "pluck")),
)  # fmt: skip
