"""Words for how full, how fast, how large and in what shape the music is."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.dance.metre import Metre
from kinescore.groovebox.prompt.prompt_intent import Pace, Place, Shape
from kinescore.groovebox.prompt.words.tables import read_table

LEVEL_PHRASES: Mapping[str, float] = {
    **dict.fromkeys(
        ("sparse", "minimal", "minimalist", "minimalistic", "simple", "thin", "stripped down", "stripped back", "light",
         "bare", "understated", "restrained", "spare", "unobtrusive"), -0.8,
    ),
    **dict.fromkeys(
        ("busy", "dense", "full", "rich", "complex", "heavy", "thick", "layered", "loud", "lush", "wall of sound",
         "maximal", "over the top"), 0.8,
    ),
}  # fmt: skip
"""Levels (0..3) that every section gains."""

FEEL_PHRASES: Mapping[str, float] = {
    "half time": 2.0, "halftime": 2.0, "half time feel": 2.0, "double time": 0.5, "doubletime": 0.5,
    "double time feel": 0.5,
}  # fmt: skip

METRE_PHRASES: Mapping[str, Metre] = {
    phrase: Metre(metre)
    for phrase, metre in read_table(
        """
2/4: 2/4, polka, in two, two four, two step
3/4: 3/4, waltz, viennese waltz, slow waltz, waltz time, valse, in three, in 3, three four, triple metre, triple meter,
    mazurka, minuet
4/4: 4/4, in four, in 4, four four, common time
6/8: 6/8, six eight, six eighth, in six, in six eight, jig, tarantella
"""
    ).items()
}
"""Words that say how beats group; some of them name a style as well."""

PACE_PHRASES: Mapping[str, Pace] = {
    phrase: Pace(name)
    for phrase, name in read_table(
        """
fast: fast, faster, quick, quickly, rapid, speedy, uptempo, up tempo, fast paced, allegro, presto, vivace, racing,
    galloping, breakneck
slow: slow, slower, slowly, downtempo feel, slow paced, slow tempo, adagio, largo, lento, andante, plodding, sluggish
"""
    ).items()
}

ROOM_PHRASES: Mapping[str, str] = {
    **dict.fromkeys(("dry", "intimate", "small room", "no reverb", "close up", "bedroom"), "dry"),
    **dict.fromkeys(("club reverb", "studio"), "club"),
    **dict.fromkeys(
        ("hall", "concert hall", "cathedral", "church", "spacious", "reverb", "big hall", "echo", "echoing",
         "cavernous", "stadium", "arena", "temple", "monastery"), "hall",
    ),
}  # fmt: skip

SHAPE_PHRASES: Mapping[str, Shape] = {
    phrase: Shape(name)
    for phrase, name in read_table(
        """
build: builds, build up, buildup, builds up, building, building up, build to, builds to, crescendo, growing, grows,
    rising, rises, escalating, escalates, swells, swelling, gradually louder, gets louder, getting louder, gets
    faster, faster and faster, quicker and quicker, louder and louder, bigger and bigger, more and more intense,
    speeds up, speeding up, gains speed, picks up speed, ends big, ends loud, ends with a bang, ends with everything,
    ends with the whole orchestra, ends with the full orchestra, ends in a full orchestra, intensifying, intensifies,
    ramps up, ramping up, accelerating, slow build, starts quiet, starts calm, starts soft, starts slow, starts small,
    quiet start, builds slowly, grows bigger, gets bigger
wind down: winds down, wind down, calms down, calming down, diminuendo, decrescendo, dies away, dying away, gets
    quieter, getting quieter, gets softer, fading away, slows down, ends quietly, ends softly, quiet ending, settles,
    relaxes at the end
drop: drop, the drop, big drop, huge drop, beat drop, bass drop, drops, climax at the end, explodes, explosion at the
    end, then explodes
arch: climax, peaks in the middle, climax in the middle, rises and falls, rise and fall, swells and fades
steady: steady, constant, even, monotone, looping, loopable, seamless loop, hypnotic loop, repetitive, steady state,
    unchanging, background loop
"""
    ).items()
}

PLACES: Mapping[str, Place] = {
    phrase: Place(name)
    for phrase, name in read_table(
        """
drop: drop, drops, beat drops, beat drop, bass drop, big drop, climax, explosion, peak, finale
chorus: chorus, first chorus, hook, refrain, build, bridge
second half: second half, half, halfway, halfway point, middle, later, second verse, break
end: end, very end, ending, last moment, last bar, outro, last part
"""
    ).items()
}
"""Where something that is refused until then comes in."""

SIZE_PHRASES: Mapping[str, int] = {
    **dict.fromkeys(("duo", "duet", "two players", "pair of musicians"), 2),
    **dict.fromkeys(("trio", "three piece", "power trio", "three players"), 3),
    **dict.fromkeys(("quartet", "four piece", "four players"), 4),
    **dict.fromkeys(("quintet", "five piece", "small band", "small ensemble", "combo", "small combo"), 5),
    **dict.fromkeys(("sextet", "six piece"), 6),
}
"""How many players an ensemble of that name has; accents on hit points are played by some of them."""
