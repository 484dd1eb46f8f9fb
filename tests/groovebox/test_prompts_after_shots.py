"""A fourteenth set of prompts, written in one go after the thirteenth had been mended, and counted before any more was:
44 landed.

As in the other sets: prompt, styles that would do, an instrument that must not be refused, one that must be.
"""

from __future__ import annotations

from tests.groovebox.test_prompts_counted_once import lands

FOURTEENTH: tuple[tuple[str, str, str, str], ...] = (
    ("raccoon heist in a bakery, sneaky then total mayhem", "comedy suspense chase jazz funk", "", ""),
    ("the last tree on earth, camera circles it for a minute", "ambient cinematic piano orchestral", "", ""),
    ("gym chain ad, sweaty, loud, 20 seconds", "trap rock house hip-hop drum and bass dubstep", "", ""),
    ("mech pilots suit up, heavy guitars and taiko", "epic rock asian cinematic", "guitar", ""),
    ("my little sister's birthday invite, sparkly and short", "pop comedy corporate chiptune", "", ""),
    ("ghost train ride for a theme park, organ", "horror circus waltz", "organ", ""),
    ("swordsman vs hundred soldiers in the rain, drums only", "drumline asian epic", "drums", "melody"),
    ("lazy sunday, dad burns the pancakes again, whistling", "comedy country corporate pop lo-fi jazz", "whistle", ""),
    ("data flows through fibre cables, sleek, minimal", "corporate techno ambient synthwave house", "", ""),
    ("old samurai sharpens his blade, no melody just atmosphere", "asian ambient suspense", "", "melody"),
    ("tap dancer vs drummer, trading fours", "jazz body percussion drumline", "drums", ""),
    ("hot pursuit on camels through the bazaar", "middle eastern chase", "", ""),
    ("like Yann Tiersen, a snail falls in love", "piano waltz comedy", "", ""),
    ("penalty shootout, stadium holds its breath", "suspense epic cinematic drumline", "", ""),
    ("trailer for a game about bees at war, huge choir", "epic choral orchestral cinematic", "choir", ""),
    ("twin sisters braid each others hair, hushed, harp and celeste", "ambient orchestral piano", "harp", "drums"),
    ("roller derby girls, loud fast punk", "rock", "", ""),
    ("the elevator doors open on the wrong floor, dread", "horror suspense", "", ""),
    ("1950s housewife robot malfunctions, cheesy lounge", "bossa nova jazz comedy popping", "", ""),
    ("kid's drawing comes to life and runs away", "comedy orchestral chase", "", ""),
    ("sneaker drop video, boom bap, dusty drums, no bass", "middle hip-hop hip-hop", "", "bass"),
    ("underwater ruins, something huge passes by", "ambient suspense cinematic horror", "", ""),
    ("mariachi skeletons on dia de los muertos, trumpets", "latin", "trumpet", ""),
    ("first day as a ghost, gentle and funny, clarinet", "comedy orchestral jazz", "flute", ""),
    (
        "end titles, bittersweet, starts on solo guitar and grows",
        "country cinematic orchestral piano rock",
        "guitar",
        "",
    ),
    ("wuxia fight in a bamboo forest, slow then explosive", "asian", "", ""),
    ("krumper alone under a bridge, furious", "krump", "", ""),
    ("a paper plane crosses the whole city, playful, light strings", "comedy orchestral waltz pop", "strings", ""),
    ("vr headset commercial, glitch and wonder", "corporate synthwave techno ambient", "", ""),
    ("barn cats at midnight, banjo, not too fast", "country comedy", "banjo", ""),
    ("ice dragon sleeps under the castle", "ambient orchestral cinematic epic suspense", "", ""),
    ("couple salsa in the kitchen at 2am", "latin", "", ""),
    ("protest march with burning torches, growing anger", "march drumline epic suspense cinematic", "", ""),
    ("Der alte Bäcker tanzt heimlich Walzer in der Backstube", "waltz", "", ""),
    ("Rennen der Rasenmäher, albern und schnell", "comedy rock chase country circus", "", ""),
    ("Nebel, ein Leuchtturm, jemand ruft, keine Trommeln", "ambient suspense horror cinematic", "", "drums"),
    ("Erklärfilm über Wärmepumpen, freundlich", "corporate pop", "", ""),
    ("巨大ロボットが街で暴れる、迫力満点", "epic chase rock cinematic dubstep", "", ""),
    ("夜中の図書館で本が勝手に飛び回る", "orchestral horror suspense comedy ambient lo-fi", "", ""),
    ("バレエ教室の朝、ピアノだけ", "piano ballet jazz orchestral waltz", "piano", "drums"),
    ("dos payasos discuten por un globo", "comedy circus", "", ""),
    ("una bailaora sola en el tablao, palmas y guitarra", "tango latin body percussion", "guitar", ""),
    ("nave espacial a la deriva, silencio y frío", "ambient cinematic suspense", "", ""),
    ("un vieux marin raconte la tempête, accordéon", "celtic waltz cinematic orchestral", "accordion", ""),
    ("pub pour un parfum, sensuelle et nocturne", "ambient house techno bossa nova jazz orchestral", "", ""),
    ("les souris volent le fromage, pizzicato", "comedy orchestral", "pizzicato", ""),
    ("小机器人第一次看到大海", "ambient piano orchestral cinematic", "", ""),
    ("街舞少年在地铁站斗舞", "hip-hop break middle hip-hop popping krump", "", ""),
    ("古庙里的鬼影，不要鼓", "horror suspense asian", "", "drums"),
    ("particles explode on the beat, 128 bpm, dark club", "techno house", "", ""),
)


def test_prompts_after_shots_do_not_fall_behind_what_was_counted() -> None:
    assert len(FOURTEENTH) == 50
    assert sum(lands(*case) for case in FOURTEENTH) >= 44
