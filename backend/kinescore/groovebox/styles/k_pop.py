"""K-pop: trap hats and stadium drums, a rap-verse bass, bright plucks, a chorus that opens wide."""

from __future__ import annotations

from kinescore.groovebox.patterns.idioms import CLUB_RIFF, HOOK
from kinescore.groovebox.patterns.progressions import POP, POP_SCALES, Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
from kinescore.groovebox.styles.style import (
    AccentVoices,
    BassPlayer,
    ChordPlayer,
    DrumPlayer,
    MelodyPlayer,
    Seat,
    Style,
)

STYLE = Style(
    name="k-pop",
    tempo=(92, 136),
    colour=Colour.DARK,
    progressions={
        **POP,
        Colour.DARK: ("bVI bVII i v", "i bVI bIII bVII", "iv v i bVII", "bVI bVII v i"),
        Colour.BRIGHT: ("IVmaj7 V iii7 vi", "IV V iii vi", "vi IV I V", "IVmaj7 iii7 vi7 I"),
    },
    scales=POP_SCALES,
    section_names={SectionKind.BUILD: "pre-chorus", SectionKind.BREAK: "dance break",
    SectionKind.ENDING: "ending fairy"},
    fills=("snare_build", "hat_roll", "clap_run"),
    risers=True,
    drums=DrumPlayer(
        Seat(("electronic_kit", "house_kit"), velocity=0.9, reverb=0.06),
        (
            """
            kick   0+ X..x|....|..x.|....
            clap   0+ ....|X...|....|X...
            closed 1+ x.x.|x.xx|x.x.|xxxx
            snare  2+ ....|x...|....|x..g
            kick   3  X...|X...|X...|X...
            """,
            """
            kick   0+ X...|..x.|.x..|x...
            snare  0+ ....|X...|....|X...
            closed 0+ xox.|xoxx|xox.|xxox
            clap   2+ ....|x...|....|x.x.
            open   3  ..x.|..x.|..x.|..x.
            """,
        ),
    ),
    percussion=DrumPlayer(
        Seat(("body_percussion",), levels=(2, 3), level_db=-3, pan=0.3, reverb=0.15, velocity=0.7),
        ("clap 2+ ....|x..x|....|x...\nrim 2+ ..x.|....|.x..|....",
        "kick 2+ x.x.|....|x.x.|....\nclap 2+ ....|x...|....|x.x."),
    ),
    bass=BassPlayer(
        Seat(("sub_bass", "synth_bass"), level_db=1.5, reverb=0.0, ducking=0.3, velocity=0.88),
        lines=("R--R|..R.|.R..|8-a.", "R-..|..R-|.R..|R.8.", "R.RR|..R.|R.R.|8.a."),
        calm=("R---|----|..R-|....", "R---|....|....|R---"),
    ),
    chords=(
        ChordPlayer(
            Seat(("pluck", "electric_piano"), level_db=-1, pan=-0.2, reverb=0.18, delay=0.12, velocity=0.74),
            ("x..x|..x.|.x..|x...", "1.3.|2.4.|1.3.|2.3.", "..x.|x..x|..x.|x..."), ("x---|..x-|....|....",),
            centre=66, gate=0.5,
        ),
        ChordPlayer(
            Seat(("supersaw",), levels=(3, 3), level_db=-2, reverb=0.2, ducking=0.4, velocity=0.78),
            ("X..X|..X.|X..X|..X-", "X---|--X-|X---|--X-"), centre=64, gate=0.8,
        ),
        ChordPlayer(
            Seat(("warm_pad",), levels=(1, 3), level_db=-6, reverb=0.35, ducking=0.3, velocity=0.52),
            ("x---|----|----|----",), centre=62, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("saw_lead", "bell", "pluck"), levels=(1, 3), kinds=AFTER_INTRO, level_db=-1, reverb=0.18, delay=0.15,
                 velocity=0.8),
            HOOK, centre=76, gate=0.8,
        ),
        MelodyPlayer(
            Seat(("square_lead", "bell"), levels=(3, 3), kinds=AFTER_INTRO, level_db=-4, pan=0.3, reverb=0.2, delay=0.2,
                 velocity=0.68),
            CLUB_RIFF, centre=84, gate=0.6,
        ),
    ),
    accents=AccentVoices(("impact",), ("supersaw", "stab"), ("bell", "pluck")),
)  # fmt: skip
