"""Words for music that mean something else as well, and what tells which."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

THINGS = frozenset(words("house trap rock break lock swing drill soul trance outrun"))
"""Kinds of music that are things too: after an article, unless one of `MUSIC_NOUNS` follows."""
MATTERS = frozenset(words("metal industrial acid"))
"""Kinds of music that say what a thing is made of or made for: right before the thing."""
KINDS_OF_METAL = frozenset(words("heavy power death thrash black nu doom glam speed folk symphonic viking progressive"))
FRAGILE = words(
    """
    bone bones bottle branch branches chain chains dawn day dish dishes door glass ground heart hearts ice law laws
    mirror news plate plates record rules silence storm sword twig voice wave waves window
    """
)
"""What is breaking without a dance: "glass breaking"."""
NO_FORMS = words(
    """
    analogy bared barely barry battery bearer bearing beating booked booker booking brandy cares cody collier cryptic
    dover ducked evening fully fused gras grover harding hardy harper hawker heller holster horned ironic kitchener
    leading lettering lighted lighter lighting los losing mary mister mutter organic policing policy ponder
    racist rainer rectory rustic sealing seminary spared spelling springer staged staging sunday tearing titanic
    trained trainer training trey wheeler wilder winding
    """
)
"""Words that only look like a form of one that the tables have: an evening is not even, what is organic no organ."""
OF_ANY_KIND = frozenset(words("atmosphere soundscape"))
"""After a word that says which: "a festive atmosphere"."""
IN_COMPANY = {
    "reel": words("irish scottish celtic highland jig jigs fiddle fiddles whistle bagpipe bagpipes pipes ceilidh"),
    "grime": words("london uk mc krump hip rap bass dance dancer dancers beat crew"),
    "amen": words("break breaks chopped bpm jungle dnb drum drums bass loop"),
    "growl": words("bass basses dubstep wobble wobbles drop drops synth synths"),
    "hoover": words("rave techno stab stabs synth synths bass bpm"),
    "roller": words("dnb drum bass bpm jungle liquid"),
    "shred": words("guitar guitars guitarist metal solo riff riffs rock"),
    "thrash": words("metal guitar guitars riff riffs punk band drums"),
}
"""Music whose names are mostly something else: animators show reels, bears growl. It is music beside one of these."""
NOT_IF_MANY = frozenset(words("soul house rock pop trap metal swing folk country garage jungle drill rap dub"))
"""Kinds of music that are none in the plural: "lost souls"."""
TWO_KINDS = frozenset(
    {"pop punk", "pop rock", "jazz funk", "jazz rock", "folk rock", "blues rock", "country rock", "funk rock",
     "rock pop",
     "celtic punk", "celtic rock", "latin jazz", "latin pop", "latin house", "funk jazz", "jazz house", "funk house",
     "disco house", "rap rock", "rap metal", "trap metal", "dance pop", "synth pop", "lo fi punk",
     "lo fi rock", "country pop", "soul jazz",
     "acid jazz", "ambient techno", "ambient house", "dub techno", "industrial techno", "reggae rock", "ska punk",
     "jazz hip hop", "lofi house", "lo fi house", "afro house", "trance techno", "house pop"}
)  # fmt: skip
"""Kinds of music whose second word is what they are, and their first how."""
DOINGS = frozenset({"break", "lock", "outrun"})
"""Those of them that are mostly done."""
NO_MUSIC = frozenset(
    {"rock climber", "rock bottom", "pop of colour", "pop of color", "pops up", "pop up", "break room",
     "coffee break", "funk smell", "march of time", "month of march", "bass fishing", "organ transplant",
     "organ donor", "horn of a", "ring the bell", "string theory", "flat tyre", "flat tire", "key to the",
     "drums his fingers", "drums her fingers", "house keys", "house cat", "mouse trap", "folk tale", "brass door",
     "steel door", "piano mover", "piano movers", "highlight reel", "highlights reel", "film reel", "show reel",
     "showreel", "demo reel", "fishing reel", "boxing ring", "wedding ring", "ring of", "prom queen",
     "class action", "drill team", "fire drill", "power drill", "safety drill", "rock garden", "lock picking",
     "train of thought", "acid rain", "acid bath", "acid attack", "battery acid", "tyre swing", "tire swing",
     "golf swing", "swing from", "swing through", "swing by", "swing on", "swing at", "swing the", "polka dot",
     "polka dots", "salsa verde", "salsa dip", "salsa sauce", "chips and salsa", "trailer park", "trailer home",
     "raps on", "rap on the", "rap at", "book club", "chess club", "youth club", "tennis club", "yacht club",
     "drama club", "fan club", "country club", "club sandwich", "country house", "country mansion",
     "country estate", "country hotel", "student film", "student short", "student showreel", "in march",
     "of march", "early march", "late march",
     "lima bean", "lima beans", "panama hat", "naples yellow", "valencia orange",
     "march report", "march sales", "western europe", "western world", "western hemisphere", "western civilization",
     "country borders", "country border", "techno company",
     "soul mate", "soul mates", "scrap metal", "sheet metal", "molten metal", "metal detector",
     "rock paper scissors", "pop quiz", "in latin", "latin liturgical", "latin liturgy",
     "latin words", "latin teacher", "latin class"}
)  # fmt: skip
"""Phrases in which a word for music means something else."""
