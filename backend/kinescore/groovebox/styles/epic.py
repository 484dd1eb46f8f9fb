"""Epic: trailer drums in tutti, staccato strings, low brass and choir in wide chords."""

from __future__ import annotations

from dataclasses import replace

from kinescore.groovebox.patterns.idioms import CANTABILE
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.patterns.sections import AFTER_INTRO, SectionKind
from kinescore.groovebox.styles import orchestral
from kinescore.groovebox.styles.style import AccentVoices, BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat

STYLE = replace(
    orchestral.STYLE,
    name="epic",
    tempo=(72, 144),
    colour=Colour.DARK,
    risers=True,
    section_names={SectionKind.VERSE: "gathering", SectionKind.CHORUS: "charge", SectionKind.BREAK: "calm"},
    fills=("timpani_roll", "toms"),
    drums=DrumPlayer(
        Seat(("orchestral_percussion",), velocity=1.0, reverb=0.3, level_db=1),
        (
            """
            kick     0+ X...|....|X...|..x.
            tom_low  1+ X..x|..x.|X..x|..x.
            tom_mid  2+ x.xx|x.xx|x.xx|x.xx
            snare    3  ....|X...|....|X.xx
            crash    3  X...|....|....|....
            """,
            """
            kick     0+ X..X|....|X...|....
            tom_low  1+ X.xx|..x.|X.xx|..xx
            tom_high 2+ ..x.|x..x|..x.|x.xx
            snare    2+ ....|X..g|....|X.gg
            """,
        ),
    ),
    bass=BassPlayer(
        Seat(("upright_bass", "sub_bass"), level_db=2.5, reverb=0.14, velocity=0.9),
        lines=("R.RR|R.RR|R.RR|R.RR", "R---|--R-|R---|5-a-", "RRR.|RRR.|RRR.|R.8."),
        calm=("R---|----|----|----", "R---|----|R---|----"),
        gate=0.8,
    ),
    chords=(
        ChordPlayer(
            Seat(("string_section",), level_db=-0.5, pan=-0.2, reverb=0.26, velocity=0.78),
            ("X.xx|X.xx|X.xx|X.xx", "Xoxo|Xoxo|Xoxo|Xoxo", "X..x|..x.|x.x.|x.x."), ("x---|----|x---|----",),
            centre=62, gate=0.5,
        ),
        ChordPlayer(
            Seat(("brass_section",), levels=(1, 3), level_db=0, pan=0.15, reverb=0.32, velocity=0.84),
            ("X---|----|----|----", "X---|--X-|X---|----"), centre=55, gate=0.95,
        ),
        ChordPlayer(
            Seat(("choir",), levels=(2, 3), level_db=-2, pan=0.0, reverb=0.45, velocity=0.76), ("x---|----|----|----",),
            centre=67, gate=1.0,
        ),
    ),
    melodies=(
        MelodyPlayer(
            Seat(("trumpet",), levels=(1, 3), kinds=AFTER_INTRO, level_db=0.5, reverb=0.32, velocity=0.9), CANTABILE,
                 centre=69,
        ),
        MelodyPlayer(
            Seat(("violin",), levels=(3, 3), kinds=AFTER_INTRO, level_db=-3, pan=-0.25, reverb=0.35, velocity=0.76),
            CANTABILE, centre=83,
        ),
    ),
    accents=AccentVoices(("impact",), ("orchestra_hit", "brass_section"), ("marimba", "bell")),
)  # fmt: skip
