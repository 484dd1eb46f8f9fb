"""A fifteenth set of prompts, written in one go by the hand that mended for the two before it, and counted at once:
37 landed.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

FIFTEENTH: tuple[tuple[str, str, str, str], ...] = (
    ("grandmother teaches the robot to knit", "comedy piano orchestral popping lo-fi", "", ""),
    ("title card, kids quiz show, bright brass stabs", "pop comedy corporate funk circus", "brass", ""),
    ("avalanche rescue dogs, heroic but tender", "epic orchestral cinematic piano", "", ""),
    ("she deletes his number, phone glow, rain", "piano lo-fi ambient synthwave cinematic", "", ""),
    ("wedding dress runs away on its own legs", "comedy chase waltz circus", "", ""),
    ("blacksmith forges a star, anvil hits on the beat", "epic cinematic orchestral celtic", "", ""),
    ("motion capture test, heavy man sneaks past guards", "suspense comedy", "", ""),
    (
        "vertical video for sunglasses, beach volleyball, 100 bpm",
        "reggae pop house latin bossa nova samba funk",
        "",
        "",
    ),
    ("battle royale lobby music, cocky, 808 and brass", "trap hip-hop", "", ""),
    ("mother elephant mourns her calf", "piano orchestral cinematic ambient afrobeat", "", ""),
    ("wooden puppet learns it has strings", "circus suspense orchestral piano waltz horror", "", ""),
    ("the smallest planet wants to be noticed", "comedy orchestral ambient piano", "", ""),
    ("no music box clichés, creepy twins at the end of the hall", "horror suspense", "", ""),
    ("flappers crash the mafia card game", "jazz", "", ""),
    ("kung fu grandma in the supermarket", "asian comedy chase", "", ""),
    ("sprint relay, last runner overtakes everybody, goosebumps", "epic house chase rock cinematic", "", ""),
    ("tiny house tour, acoustic and breezy", "country corporate pop bossa nova", "", ""),
    ("zombie office monday", "comedy horror", "", ""),
    ("crystal cave, slow reveal, glassy pads", "ambient cinematic", "pad", ""),
    ("evil cat plots on the throne, pompous", "comedy march orchestral suspense epic", "", ""),
    ("line of ants crosses the picnic blanket, snare only", "march drumline comedy", "snare", ""),
    ("salt flats, a rider appears, whistle and twang", "western", "whistle", ""),
    ("cyberpunk noodle bar, rain, low key", "synthwave lo-fi ambient jazz", "", ""),
    ("contortion act, hypnotic, getting faster", "circus suspense techno middle eastern ambient", "", ""),
    ("ocean plastic documentary, sober, cello", "orchestral cinematic ambient piano", "cello", ""),
    ("rival breakdance crews under the bridge", "break hip-hop", "", ""),
    ("pirates sing badly on deck", "celtic comedy", "", ""),
    ("the clock strikes thirteen", "horror suspense orchestral", "", ""),
    ("unicorn glitter slime unboxing!!!", "pop k-pop comedy corporate", "", ""),
    (
        "prehistoric hunt, drums, breath, no chords",
        "afrobeat drumline epic chase body percussion suspense",
        "drums",
        "chords",
    ),
    ("quiet morning in the monastery, one bell", "choral ambient asian", "bell", ""),
    ("speed dating for vegetables", "comedy bossa nova jazz funk", "", ""),
    ("in the style of Kraftwerk, factory of smiles", "techno popping synthwave", "", ""),
    ("soldier writes home by candle light, harmonica", "piano country orchestral western cinematic", "harmonica", ""),
    ("hip thrusts and hair flips, disco inferno", "waack", "", ""),
    ("Einbrecher bleibt im Katzenklo stecken", "comedy suspense", "", ""),
    ("Astronautin allein auf dem Mars, Synthflächen", "ambient synthwave cinematic", "", ""),
    ("Kirmes bei Nacht, leicht verstimmte Orgel", "circus horror waltz", "organ", ""),
    ("Produktvideo Wanderschuhe, Berge, Aufbruch", "corporate epic country cinematic rock pop", "", ""),
    ("お母さんの味噌汁、ほっこり", "piano lo-fi comedy bossa nova asian", "", ""),
    ("満月の夜、狼男に変身する", "horror suspense epic", "", ""),
    ("ラスボス戦、激しいギター", "rock epic", "guitar", ""),
    ("la hormiga que quería volar", "comedy orchestral piano", "", ""),
    ("duelo al amanecer, trompeta y viento", "western epic tango suspense cinematic", "trumpet", ""),
    ("fiesta de fantasmas en el sótano, con humor", "comedy horror circus", "", ""),
    ("le boulanger endormi rate son pain", "comedy", "", ""),
    ("défilé haute couture, basse profonde, sans mélodie", "techno house", "", "melody"),
    ("老爷爷和他的收音机，怀旧", "lo-fi piano jazz bossa nova orchestral", "", ""),
    ("外卖小哥飞檐走壁", "chase asian comedy hip-hop", "", ""),
    ("森林精灵醒来，竖琴", "orchestral ambient celtic", "harp", ""),
)


def test_prompts_of_many_films_do_not_fall_behind_what_was_counted() -> None:
    assert len(FIFTEENTH) == 50
    assert sum(lands(*case) for case in FIFTEENTH) >= 37
