"""A thirteenth set of prompts: shots of games, spots, shorts, series, sport and motion graphics.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be. Written
before the words of the prompt room were read by the hand that wrote it, and counted before anything was mended: 38
landed as it was written, 41 once "guitar" was named as the engine names one and two that play alone were not asked to
refuse drums besides.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

SHOTS: tuple[tuple[str, str, str, str], ...] = (
    ("walk cycle test, something bouncy i can loop", "comedy pop funk lock corporate chiptune country", "", ""),
    ("side scroller level 3 ice cave, calm but mysterious", "chiptune ambient suspense cinematic", "", ""),
    ("30 sec spot for an oat milk brand, quirky ukulele and claps", "corporate pop comedy country", "ukulele", ""),
    ("girl opens the fridge at 3am and something is breathing inside", "horror suspense", "", ""),
    (
        "preschool show about a little tractor, glockenspiel, no drums please",
        "comedy pop corporate country piano",
        "glockenspiel",
        "drums",
    ),
    ("contemporary solo, cello only, raw and painful", "orchestral cinematic ambient", "cello", "drums"),
    ("football hype reel 150 bpm hard 808s", "trap hip-hop krump drumline dubstep epic", "", ""),
    ("logo sting for a bank, warm and trustworthy", "corporate piano orchestral cinematic pop", "", ""),
    (
        "my final year film: old man mends his late wifes radio",
        "piano orchestral cinematic ambient jazz waltz lo-fi",
        "",
        "",
    ),
    (
        "low poly fishing game, sunny, steel drums",
        "reggae samba latin pop bossa nova afrobeat",
        "steel drums",
        "",
    ),
    ("cyborg ninja parkour over neon roofs", "synthwave techno drum and bass chase dubstep asian", "", ""),
    ("18th century ball, minuet, harpsichord and small string group", "waltz orchestral", "harpsichord", ""),
    ("sth like hans zimmer but tiny, a mouse on a big quest", "epic orchestral cinematic comedy", "", ""),
    ("rainy night bus, Burial style, no vocals", "dubstep ambient lo-fi drum and bass", "", "choir"),
    ("liquid shapes morph slowly, think brian eno", "ambient", "", ""),
    ("aphex twin-ish, glitchy particles on every hit", "techno drum and bass break dubstep", "", ""),
    ("capoeira circle on the beach", "samba latin afrobeat bossa nova", "", ""),
    ("angry heels and handclaps, flamenco, spanish guitar", "latin tango body percussion", "guitar", ""),
    ("bollywood wedding dance, big group", "middle eastern asian pop house", "", ""),
    (
        "begins with one music box note and ends with the whole orchestra",
        "orchestral cinematic epic waltz",
        "music box",
        "",
    ),
    ("stops dead when he sees the shark, then tremolo strings", "suspense horror cinematic chase", "strings", ""),
    (
        "NOT scary, just a cozy haunted house for toddlers",
        "comedy circus waltz pop lo-fi corporate piano orchestral",
        "",
        "",
    ),
    (
        "pls no piano. hopeful ending, credits roll",
        "cinematic orchestral pop corporate rock epic country ambient",
        "",
        "piano",
    ),
    ("medival tavern brawl, lute and fiddle", "celtic march comedy country chase", "fiddle", ""),
    ("snail race, ridiculous heroic brass", "comedy march epic circus orchestral chase", "brass", ""),
    ("1920s flapper charleston, muted trumpet", "jazz ballet jazz street jazz", "trumpet", ""),
    ("70s cop show pursuit, wah guitar", "funk chase lock", "guitar", ""),
    ("roller skates under a mirror ball", "waack funk house pop lock synthwave", "", ""),
    ("aerobics video from 1984, everybody sweating", "synthwave pop waack rock house", "", ""),
    ("sulky teenager slams the door, grunge", "rock", "", ""),
    ("app onboarding, light and modern, around 110", "corporate pop house lo-fi", "", ""),
    ("old master does tai chi in the mist, bamboo flute", "asian ambient cinematic", "flute", ""),
    ("caravan at night, oud and frame drum, 84bpm", "middle eastern", "oud", ""),
    (
        "Hi! two rival chefs cook faster and faster until the whole kitchen explodes, about 40 seconds, maybe a tango?",
        "tango",
        "",
        "",
    ),
    ("anything except techno, shop mannequins come alive and pose", "waack pop house funk k-pop horror", "", ""),
    (
        "hospital corridor, parents waiting, one violin",
        "orchestral cinematic ambient piano suspense",
        "violin",
        "drums",
    ),
    ("skelletons dance on the graves, xylofone", "comedy circus horror waltz", "xylophone", ""),
    (
        "Ein trauriger Clown sitzt allein in der Garderobe, nur Klavier",
        "piano waltz jazz cinematic circus",
        "piano",
        "drums",
    ),
    ("Verfolgung durch die Tiefgarage, ohne Gitarre", "chase suspense drum and bass techno", "", "driven_guitar"),
    ("gemütliches Lagerfeuer, Gitarre, jemand summt", "country western pop lo-fi ambient", "guitar", ""),
    ("雨の神社で少女がひとり踊る、琴と笛", "asian", "koto", ""),
    ("かわいい猫が跳ねるお菓子のCM", "comedy pop k-pop corporate chiptune", "", ""),
    (
        "un robot viejo se apaga poco a poco, muy triste, sin batería",
        "piano ambient cinematic orchestral lo-fi",
        "",
        "drums",
    ),
    ("persecución de gallinas en la granja, divertido", "comedy country chase circus", "", ""),
    ("dessin animé, accordéon, Paris sous la pluie", "waltz jazz tango", "accordion", ""),
    ("une poupée bouge toute seule dans le grenier", "horror suspense", "", ""),
    ("武侠打斗, 快节奏, 大鼓和笛子", "asian epic drumline chase", "drums", ""),
    ("飞船缓缓穿过星云", "ambient cinematic synthwave orchestral epic", "", ""),
    ("three guys isolating every joint in a subway, robot style, talkbox", "popping funk lock", "", ""),
    ("ski jump: long silent glide and then one huge landing", "epic cinematic ambient rock orchestral", "", ""),
)


def test_prompts_for_shots_do_not_fall_behind_what_was_counted() -> None:
    assert len(SHOTS) == 50
    assert sum(lands(*case) for case in SHOTS) >= 41
