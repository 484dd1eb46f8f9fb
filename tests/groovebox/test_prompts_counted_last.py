"""A sixteenth set of prompts, written in one go after the fifteenth had been mended, and counted at once: 42 landed.

Two slips that were none ("cringe", "boules") were mended after it, and nothing else.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

SIXTEENTH: tuple[tuple[str, str, str, str], ...] = (
    ("two old friends fish in silence on a frozen lake", "ambient piano country cinematic orchestral", "", ""),
    ("boss rush, pixel knight, no breaks", "chiptune rock epic", "", ""),
    ("fashion brand reel, slow strut, deep bass, no vocals", "techno house trap hip-hop", "", "choir"),
    ("a spider weaves a harp", "suspense orchestral horror ambient", "", ""),
    ("clumsy knight meets polite dragon", "comedy orchestral epic celtic", "", ""),
    ("toothpaste mascot dance, super catchy", "pop comedy corporate k-pop", "", ""),
    ("rooftop parkour, dusk, broken beat", "chase drum and bass break", "", ""),
    ("mother reads the last page, the night light goes out", "piano orchestral ambient lo-fi", "", ""),
    ("marble run, everything clicks into place", "popping comedy corporate techno", "", ""),
    ("detective pigeon, noir, upright bass", "jazz suspense comedy", "upright bass", ""),
    ("storm at sea, ship breaks apart, full orchestra", "epic orchestral cinematic chase", "", ""),
    ("robots on strike, marching with banners", "march techno popping comedy", "", ""),
    ("girl and her shadow dance a duet, contemporary", "ballet jazz orchestral piano ambient cinematic", "", ""),
    ("taxi ride through Lagos, sunny, busy", "afrobeat", "", ""),
    ("the vending machine falls in love", "comedy lo-fi piano synthwave popping bossa nova", "", ""),
    ("hockey intro, arena lights, air horn", "rock epic house trap dubstep", "", ""),
    ("sleepwalking giant, soft steps, sousaphone", "comedy ambient orchestral march", "", ""),
    ("ritual in the swamp, masks, chanting", "horror suspense afrobeat choral drumline", "", ""),
    ("meditation app, breathing circle, 60 bpm", "ambient", "", ""),
    ("car commercial, mountain road, confident and modern", "corporate rock epic synthwave techno", "", ""),
    ("dad dancing at the barbecue, cringe", "comedy funk pop waack", "", ""),
    ("lost balloon over the city, french accordion", "waltz jazz", "accordion", ""),
    ("zombie prom, slow dance goes wrong", "horror comedy", "", ""),
    ("bullet time, everything freezes, then the drop", "dubstep techno epic trap drum and bass synthwave", "", ""),
    ("bollywood heroine twirls in the rain", "middle eastern", "", ""),
    ("quiet horror, only a music box", "horror", "music box", ""),
    ("astronaut cat chases a laser dot in zero g", "comedy synthwave ambient", "", ""),
    ("night market, steam, lanterns, erhu", "asian", "", ""),
    ("highland games, bagpipes and big drums", "celtic march drumline", "drums", ""),
    ("teenage witch first spell, sparkly and quirky", "orchestral comedy pop", "", ""),
    ("sad clown waltz, out of tune", "waltz circus", "", ""),
    ("hackathon timelapse, energy drinks, 140", "techno drum and bass house synthwave dubstep", "", ""),
    ("cowboy robot duel at noon", "western", "", ""),
    ("coral reef wakes up, marimba, playful", "ambient comedy orchestral bossa nova reggae afrobeat", "marimba", ""),
    ("Oma lernt skaten", "comedy rock pop hip-hop", "", ""),
    ("Schattenspiel im Kinderzimmer, geheimnisvoll", "ambient orchestral suspense", "", ""),
    ("Kampf der Titanen, Chor und Pauken", "epic", "choir", ""),
    ("Café am Morgen, Jazz, ohne Schlagzeug", "jazz", "", "drums"),
    ("ロボットと少年の友情、感動的", "piano orchestral cinematic pop", "", ""),
    ("忍者の猫が魚を盗む", "comedy asian", "", ""),
    ("夜の高速道路をバイクで走る", "synthwave rock techno chase", "", ""),
    ("el último día de vacaciones, nostálgico", "piano pop lo-fi bossa nova country", "", ""),
    ("luchador enmascarado entra al ring", "rock latin epic trap house", "", ""),
    ("bosque encantado, hadas, arpa", "orchestral ambient celtic", "harp", ""),
    ("le chat noir traverse la rue, mystérieux", "jazz suspense ambient comedy", "", ""),
    ("grand-père retrouve son vélo d'enfance", "piano waltz orchestral country corporate", "", ""),
    ("bataille de boules de neige", "comedy chase pop orchestral", "", ""),
    ("功夫熊猫吃包子", "asian comedy", "", ""),
    ("毕业那天的操场，吉他，怀念", "country pop rock piano lo-fi", "guitar", ""),
    ("午夜地铁，丧尸来了", "horror suspense chase", "", ""),
)


def test_the_last_prompts_do_not_fall_behind_what_was_counted() -> None:
    assert len(SIXTEENTH) == 50
    assert sum(lands(*case) for case in SIXTEENTH) >= 42
