"""A twelfth set of prompts, by another hand than the one that mended the words.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

TWELFTH: tuple[tuple[str, str, str, str], ...] = (
    ("a lonely lighthouse keeper watches the storm", "cinematic ambient orchestral piano suspense", "", ""),
    ("kids build a sandcastle, playful and bright", "comedy pop corporate country piano reggae", "", ""),
    ("slow zoom on a crime scene, cold synths", "suspense synthwave ambient horror", "", ""),
    ("the dragon wakes up", "epic orchestral cinematic horror suspense", "", ""),
    ("kung fu training under a waterfall", "asian drumline cinematic epic", "", ""),
    ("penguins sliding down a hill, silly tuba", "comedy circus march", "tuba", ""),
    ("first kiss in the rain, strings and piano", "piano orchestral cinematic ballet jazz", "strings", ""),
    ("retro arcade boss fight", "chiptune", "", ""),
    ("city lights from a taxi window, saxophone, late night", "jazz lo-fi synthwave", "saxophone", ""),
    ("bank robbers run from the police", "chase funk suspense", "", ""),
    ("viking ship in heavy seas, war drums and choir", "epic cinematic choral drumline celtic", "choir", ""),
    ("baking show, cheerful ukulele and whistling", "corporate comedy pop country", "ukulele", ""),
    ("alien autopsy, unsettling, no melody", "horror suspense ambient", "", ""),
    ("robot learns to love, tender", "piano cinematic ambient orchestral", "", ""),
    ("old western saloon piano, bar fight", "western comedy country", "piano", ""),
    ("hospital waiting room at 3 am, very quiet", "ambient piano suspense cinematic lo-fi", "", ""),
    ("carnival in Rio", "samba", "", ""),
    ("skateboard trick compilation", "hip-hop rock trap drum and bass break pop middle hip-hop la hip-hop", "", ""),
    ("product launch, sleek and modern, without vocals or guitar", "corporate house techno pop", "", "driven_guitar"),
    ("monks walk through a misty temple", "choral asian ambient", "", ""),
    ("evil queen's coronation", "epic orchestral march choral cinematic", "", ""),
    ("dad tries yoga, awkward", "comedy", "", ""),
    ("desert caravan at dusk, oud", "middle eastern", "", ""),
    ("two robots breakdance in an alley", "break popping hip-hop", "", ""),
    ("Ein Igel sucht Freunde im Herbstwald", "comedy piano orchestral celtic cinematic ambient", "", ""),
    ("Piratenschiff in Seenot, dramatisch", "epic orchestral cinematic chase", "", ""),
    ("Oma backt Kuchen, gemütlich, nur Klavier", "piano", "piano", ""),
    ("Zombies im Einkaufszentrum, ohne Bass", "horror suspense comedy", "", "bass"),
    ("Skifahrer rast den Hang hinunter", "chase rock drum and bass techno epic", "", ""),
    ("trauriger Abschied am Bahnhof, Cello", "piano orchestral cinematic", "cello", ""),
    ("sorcière qui rate sa potion, drôle", "comedy circus", "", ""),
    ("promenade en barque, valse lente", "waltz", "", ""),
    ("course-poursuite sur les toits de Paris", "chase", "", ""),
    ("solitude dans l'espace, sans percussions", "ambient cinematic piano orchestral", "", "drums"),
    ("fête de village, accordéon et violon", "celtic waltz country circus", "accordion", ""),
    ("un robot aprende a bailar tango", "tango", "", ""),
    ("el dragón despierta en la montaña, coro y metales", "epic orchestral cinematic choral", "choir", ""),
    (
        "abuelo cuenta una historia triste, guitarra española",
        "latin country piano cinematic bossa nova orchestral",
        "guitar",
        "",
    ),
    ("persecución en moto por la ciudad, sin guitarra", "chase techno drum and bass", "", "driven_guitar"),
    ("mañana soleada en la granja, alegre", "country comedy corporate pop celtic", "", ""),
    ("お化け屋敷でドキドキ", "horror suspense comedy", "", ""),
    ("宇宙を漂う孤独な宇宙飛行士", "ambient cinematic piano", "", ""),
    ("運動会のリレー、元気いっぱい", "chase march comedy pop rock", "", ""),
    ("侍の決闘、静かな緊張", "asian suspense", "", ""),
    ("子犬が初めて雪を見る、かわいい", "comedy piano pop lo-fi orchestral", "", ""),
    ("海边日落，温柔的吉他", "bossa nova country pop lo-fi ambient reggae jazz piano", "guitar", ""),
    ("机器人大战怪兽，激烈", "epic rock techno chase orchestral dubstep cinematic", "", ""),
    ("孩子们在公园里放风筝，欢快", "pop comedy corporate country orchestral asian", "", ""),
    ("恐怖的地下室，不要旋律", "horror suspense", "", ""),
    ("古风美女跳舞，古筝", "asian", "", ""),
)


def test_prompts_by_another_do_not_fall_behind_what_was_counted() -> None:
    assert len(TWELFTH) == 50
    assert sum(lands(*case) for case in TWELFTH) >= 45
