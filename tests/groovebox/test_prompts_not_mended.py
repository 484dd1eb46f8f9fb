"""Prompts that nothing was mended for: what a new prompt may expect.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

EIGHTH = (
    ("robot butler malfunctions at a dinner party", "comedy circus chiptune jazz", "", ""),
    ("two old friends say goodbye at the airport", "piano cinematic orchestral ambient", "", ""),
    ("lo-fi chill beats for studying while it rains", "lo-fi", "", ""),
    ("a snail wins the race, triumphant finish", "epic orchestral march comedy", "", ""),
    ("gloomy detective walks through wet streets at night, saxophone", "jazz suspense", "saxophone", ""),
    ("cute kitten chases a ball of yarn", "comedy chase", "", ""),
    ("space marines storm the alien hive", "epic chase rock cinematic synthwave", "", ""),
    ("gentle ukulele for a baby's first steps", "pop piano comedy country corporate ambient lo-fi", "ukulele", ""),
    ("underwater ballet, harp and soft strings", "orchestral ballet jazz ambient waltz cinematic", "harp", ""),
    ("angry boss yells, office comedy", "comedy", "", ""),
    ("slow motion explosion, no music just drums", "drumline body percussion epic", "drums", ""),
    ("medieval tavern brawl with lute and tambourine", "celtic chase comedy", "", ""),
    ("an astronaut alone drifting away from the ship", "ambient cinematic piano", "", ""),
    ("high fashion runway, confident strut", "house waack techno pop", "", ""),
    ("grandfather tells a story by the fireplace", "piano orchestral ambient cinematic waltz", "", ""),
    ("parkour over rooftops, drum and bass", "drum and bass", "", ""),
    ("sneaky raccoons raid the trash cans", "comedy suspense jazz", "", ""),
    ("haunted carousel, music box out of tune", "horror circus waltz suspense", "", ""),
    ("gym workout, heavy bass, no vocals", "techno house trap dubstep hip-hop rock drum and bass", "", ""),
    ("sunrise over the savanna with african drums", "afrobeat cinematic epic", "", ""),
    ("corporate explainer video, upbeat but not cheesy", "corporate", "", ""),
    ("breakup text message, melancholic piano, no strings", "piano", "piano", "string_section"),
    ("80s training montage with power guitar", "synthwave rock", "", ""),
    ("wizard duel with choir and brass", "epic orchestral choral cinematic", "choir", ""),
    ("Kleiner Drache lernt fliegen, hoffnungsvoll", "orchestral epic cinematic", "", ""),
    ("Verfolgungsjagd durch die U-Bahn ohne Schlagzeug", "chase", "", "drums"),
    ("lustige Kühe auf der Weide, Akkordeon", "comedy country celtic waltz", "accordion", ""),
    ("trauriger Clown sitzt allein im Zelt", "circus piano waltz comedy", "", ""),
    ("Roboter tanzt in der Disko", "waack house chiptune popping techno", "", ""),
    ("langsamer Walzer im Schloss", "waltz", "", ""),
    ("Gruselige Puppe im Keller, nur Streicher", "horror suspense", "strings", ""),
    ("un gato torpe se cae de la mesa", "comedy", "", ""),
    ("duelo al amanecer en el desierto", "western", "", ""),
    ("fiesta en la playa con tambores", "latin samba reggae afrobeat", "", ""),
    ("niña perdida en el bosque oscuro", "horror suspense piano cinematic ambient", "", ""),
    ("baile lento bajo la luna, sin batería", "waltz piano jazz bossa nova orchestral ambient", "", "drums"),
    ("carrera de coches futurista", "chase synthwave techno drum and bass", "", ""),
    ("une souris prépare le dîner, jazz manouche", "jazz", "", ""),
    ("fin du monde, orchestre et choeur", "epic orchestral choral cinematic", "choir", ""),
    ("balade à vélo au bord de la mer, guitare douce", "pop country bossa nova corporate lo-fi reggae", "guitar", ""),
    ("espion dans un casino, sans piano", "suspense jazz lock funk", "", "piano"),
    ("défilé militaire de fourmis", "march drumline comedy", "", ""),
    ("忍者が屋根の上を走る、緊張感", "asian suspense chase", "", ""),
    ("猫カフェののんびりした午後", "lo-fi bossa nova jazz piano", "", ""),
    ("巨大ロボットの最終決戦", "epic rock orchestral cinematic techno", "", ""),
    ("雪の中の別れ、ピアノだけ", "piano", "piano", ""),
    ("夏祭りの太鼓", "asian drumline", "", ""),
    ("小熊猫偷吃竹子，搞笑", "comedy", "", ""),
    ("古代战场，千军万马", "epic march orchestral asian", "", ""),
    ("雨夜里孤独的吉他，不要鼓", "lo-fi ambient country jazz piano pop", "guitar", "drums"),
)


def test_as_many_land_as_were_counted() -> None:
    assert len(EIGHTH) == 50
    assert sum(lands(*case) for case in EIGHTH) >= 41
