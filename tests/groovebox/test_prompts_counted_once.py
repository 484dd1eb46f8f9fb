"""Prompts written after the tables, in two sets: how many landed when they were counted, before anything was mended.

`EARLIER` was counted at 44 of 50, `LATER` at 41; what was mended after either is in the tables now. The goal is 45 of
any 50. What misses it is vocabulary: where no word is known, the movement decides.
"""

from __future__ import annotations

import re

from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES

# prompt; styles that would do; must not be refused; must be refused
EARLIER: tuple[tuple[str, str, str, str], ...] = (
    ("caterpillar turns into a butterfly, tender and slow", "ambient orchestral piano comedy", "", ""),
    ("sewer chase, rats everywhere", "chase horror suspense", "", ""),
    ("two robots fall in love", "popping piano synthwave ambient orchestral", "", ""),
    ("lumberjack contest, fiddles and stomps", "country celtic", "violin", ""),
    ("heist montage, 70s funk, no vocals", "funk", "", ""),
    ("a queen bee takes off, buzzing strings", "orchestral comedy cinematic", "string_section", ""),
    ("stop-motion pirates in a bathtub", "comedy celtic orchestral", "", ""),
    ("desert showdown with giant scorpions", "western horror epic", "", ""),
    ("smoke rings in a blues club", "jazz", "", ""),
    ("weightless sex scene, sensual electronica", "techno ambient synthwave", "", ""),
    ("baby dragon burps fire", "comedy orchestral epic", "", ""),
    ("pilgrims cross the mountains, choir without words", "choral ambient cinematic orchestral", "choir", ""),
    ("flash mob in a supermarket", "pop bossa nova house street jazz funk", "", ""),
    ("locked room, the water is rising", "suspense horror ambient", "", ""),
    ("bootcamp at dawn, snare and shouting", "march rock drumline house", "", ""),
    ("a spoon bends, mentalist on stage", "suspense circus ambient comedy", "", ""),
    ("farewell waltz on the Titanic", "waltz", "", ""),
    ("kid astronaut in a cardboard rocket", "comedy orchestral ambient epic cinematic pop", "", ""),
    ("acid house smiley face", "house techno", "", ""),
    ("haunted carousel, detuned music box", "horror circus", "bell", ""),
    ("giraffe in an elevator, bossa", "bossa nova", "", ""),
    ("the orchestra tunes, then silence", "orchestral", "", ""),
    ("coffee beans pour in slow motion", "bossa nova ambient lo-fi corporate", "", ""),
    ("undercover cop loses his cool in a disco", "waack funk suspense", "", ""),
    ("Inuit hunter and his dogs", "ambient cinematic afrobeat orchestral comedy", "", ""),
    ("pogo punk, three chords", "rock", "", ""),
    ("jellyfish lamp in a kid's bedroom, lullaby", "ambient piano orchestral", "", ""),
    ("hand shadows on the wall, clarinet", "comedy circus orchestral suspense jazz", "flute", ""),
    ("mystic oracle speaks, low drums", "ambient suspense epic cinematic orchestral afrobeat drumline", "drums", ""),
    ("street magician fools the crowd, hip-hop beat", "hip-hop middle hip-hop", "", ""),
    ("plane crash survivors on a beach", "cinematic suspense ambient bossa nova chase epic", "", ""),
    ("goat yoga", "comedy ambient", "", ""),
    ("cathedral bells ring, the war is over", "orchestral choral epic cinematic", "bell", ""),
    ("slick watch commercial, ticking groove", "corporate techno suspense", "", ""),
    ("worm's eye view of a football stadium", "house rock epic comedy samba", "", ""),
    ("mariachi at a funeral", "latin piano orchestral", "", ""),
    ("seagull steals chips", "comedy", "", ""),
    ("hero lands on one knee, trailer hit", "epic", "", ""),
    ("puppy waits for its owner, sad piano", "piano", "piano", ""),
    ("speed dating disaster", "comedy piano pop", "", ""),
    ("ancient library, dust in the light, harp only", "ambient orchestral lo-fi celtic", "harp", ""),
    ("hologram idol concert", "k-pop synthwave pop", "", ""),
    ("rickshaw ride through Mumbai", "middle eastern", "", ""),
    ("minotaur in the labyrinth", "epic horror", "", ""),
    ("tango in a prison cell, no strings", "tango", "", "string_section"),
    ("breakfast montage, ukulele and whistling", "corporate pop comedy country", "whistle_lead", ""),
    ("ice skater spins, delicate strings", "orchestral waltz ambient", "string_section", ""),
    ("skull candles and a pipe organ", "horror choral", "organ", ""),
    ("low battery robot shuts down", "popping synthwave techno ambient comedy", "", ""),
    ("marching penguins, brass", "comedy march", "brass_section", ""),
)
LATER: tuple[tuple[str, str, str, str], ...] = (
    ("orchid blooms in time-lapse, shimmering", "ambient orchestral", "", ""),
    ("hitman cleans his rifle, cold strings", "suspense cinematic horror orchestral", "string_section", ""),
    ("grandfather clock strikes midnight", "horror suspense orchestral", "", ""),
    ("sailboat race, full speed, brass fanfare", "orchestral epic rock march chase cinematic", "brass_section", ""),
    ("two snails in a slow-motion sprint", "comedy", "", ""),
    ("Saint Patrick's day pub crawl", "celtic", "", ""),
    ("parachute fails to open", "chase suspense epic cinematic comedy rock", "", ""),
    ("neon aerobics instructor", "synthwave waack house", "", ""),
    ("ghost in the shell style city flyover", "synthwave cinematic ambient techno", "", ""),
    ("first-person shooter menu", "suspense epic techno synthwave cinematic dubstep chiptune lo-fi", "", ""),
    ("a bear raids the picnic, tuba", "comedy", "brass_section", ""),
    ("widow reads an old postcard, no drums", "piano orchestral", "", "drums"),
    ("trap house party, heavy 808", "trap", "electronic_kit", ""),
    ("sandcastle washed away by the tide", "ambient reggae piano bossa nova", "", ""),
    ("king's feast, lutes and laughter", "celtic orchestral comedy", "nylon_guitar", ""),
    ("chainsaw juggler", "circus horror comedy", "", ""),
    ("rainy London, solo saxophone", "jazz ambient lo-fi", "saxophone", ""),
    ("train heist, gallop rhythm", "western chase", "", ""),
    ("girl and her imaginary friend, celesta", "orchestral comedy ambient piano", "bell", ""),
    ("asteroid field dogfight", "epic chase synthwave cinematic rock", "", ""),
    ("yoga retreat promo", "ambient corporate", "", ""),
    ("chess robots", "popping orchestral suspense techno waltz synthwave", "", ""),
    ("blind date, everything goes wrong", "comedy piano", "", ""),
    ("swamp creature rises, low brass, no melody", "horror suspense epic cinematic", "brass_section", "melody"),
    ("reggaeton in the car wash", "latin", "", ""),
    ("fashion week backstage, minimal techno", "techno", "", ""),
    ("mountain goat leaps, panpipes", "ambient comedy celtic asian latin orchestral", "flute", ""),
    ("bagpipes on the cliff", "celtic", "accordion", ""),
    ("drummer auditions, drums only", "drumline", "drums", ""),
    ("toy soldier falls from the shelf", "march", "", ""),
    ("cyberpunk bartender mixes a drink, jazzy", "synthwave jazz", "", ""),
    ("monsoon wedding, sitar", "middle eastern", "banjo", ""),
    ("snowball fight turns epic", "comedy epic ambient", "", ""),
    ("surfer in the barrel, surf guitar", "rock reggae western", "clean_guitar", ""),
    ("volcano god demands a dance, tribal drums", "epic afrobeat", "orchestral_percussion", ""),
    ("hopeful ending, sun breaks through the clouds", "ambient cinematic orchestral corporate piano pop", "", ""),
    ("8-bit hero slays the final boss", "chiptune epic", "", ""),
    ("cat burglar, walking bass and finger snaps", "suspense jazz", "upright_bass", ""),
    ("requiem for a houseplant", "choral comedy", "", ""),
    ("hula hoop champion, 50s", "rock reggae", "", ""),
    ("typewriter rhythm, newsroom bustle", "corporate suspense jazz comedy chase", "", ""),
    ("polar expedition loses hope", "ambient orchestral cinematic piano", "", ""),
    ("a mouse in the opera house", "comedy orchestral", "", ""),
    ("gym selfie, hard dance", "house techno", "", ""),
    ("emperor's parade in ancient Rome, trumpets", "epic march orchestral", "trumpet", ""),
    ("fish market auction, frantic", "comedy chase latin", "", ""),
    ("love at the laundromat, soft guitar", "lo-fi piano bossa nova country", "clean_guitar", ""),
    ("cave painting comes alive, no synths", "ambient afrobeat orchestral cinematic", "", "saw_lead"),
    ("dubstep violinist in the forest", "dubstep", "violin", ""),
    ("credits roll, warm and simple piano", "piano", "piano", ""),
)
OTHER_LANGUAGES: tuple[tuple[str, str, str, str], ...] = (
    ("Wikinger rudern durch den Sturm", "epic cinematic celtic", "", ""),
    ("süße Katzenbabys, verspielt", "comedy", "", ""),
    ("nächtliche Autofahrt, Synthesizer", "synthwave", "saw_lead", ""),
    ("Trauermarsch ohne Trommeln", "march piano orchestral", "", "drums"),
    ("Kinderlied mit Glockenspiel", "comedy pop orchestral ambient", "bell", ""),
    ("夕焼けの海辺、アコギ", "ambient country bossa nova reggae lo-fi", "acoustic_guitar", ""),
    ("ロボットのダンスバトル", "popping techno break hip-hop middle hip-hop epic", "", ""),
    ("魔女の森、不気味", "horror suspense", "", ""),
    ("サンバ、ギターなし", "samba", "", "clean_guitar"),
    ("結婚式のスローなワルツ", "waltz", "", ""),
    ("duelo en el lejano oeste", "western", "", ""),
    ("niños jugando en el parque, alegre", "comedy pop corporate", "", ""),
    ("noche de verano, guitarra española", "latin tango bossa nova ambient", "nylon_guitar", ""),
    ("robot gigante destruye la ciudad", "epic popping synthwave techno cinematic", "", ""),
    ("salsa sin trompeta", "latin", "", "trumpet"),
    ("un chevalier affronte le dragon", "epic cinematic orchestral", "", ""),
    ("défilé de mode, électro", "techno house popping", "", ""),
    ("berceuse douce pour bébé", "piano ambient orchestral waltz comedy", "", ""),
    ("fantômes dans le grenier", "horror", "", ""),
    ("accordéon et valse sans piano", "waltz", "accordion", "piano"),
    ("中国风古筝，宁静", "asian ambient", "koto", ""),
    ("机器人跳舞", "popping techno", "", ""),
    ("太空大战，史诗", "epic cinematic", "", ""),
    ("爵士钢琴三重奏", "jazz", "piano", ""),
    ("没有鼓的圣诞音乐", "orchestral piano choral pop", "", "drums"),
)
"""Five each of German, Japanese, Spanish, French and Chinese: 22 of 25 when they were counted."""


def styles_of(text: str) -> list[str]:
    """The styles that are named in a text, one after the other: "ballet jazz" is no jazz."""
    return re.findall("|".join(sorted(STYLES, key=len, reverse=True)), text)


def lands(prompt: str, styles: str, kept: str, refused: str) -> bool:
    """True if the words settle on one of the styles and cast as they say."""
    intent = parse_prompt(prompt)
    votes = [vote for vote in intent.votes if vote[0] not in intent.unwanted_styles]
    chosen = intent.style or max(votes, key=lambda vote: vote[1], default=("", 0.0))[0]
    fits = chosen in styles_of(styles)
    is_out = not refused or refused in intent.unwanted or (intent.solo and refused not in intent.wanted)
    return fits and is_out and kept not in intent.unwanted


def test_both_sets_do_not_fall_behind_what_was_counted() -> None:
    assert len(EARLIER) == len(LATER) == 50
    assert sum(lands(*case) for case in EARLIER) >= 44
    assert sum(lands(*case) for case in LATER) >= 41


def test_other_languages_do_not_fall_behind() -> None:
    assert len(OTHER_LANGUAGES) == 25
    assert sum(lands(*case) for case in OTHER_LANGUAGES) >= 22
