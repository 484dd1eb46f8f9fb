"""Small words: what turns a meaning round, where that ends, and what says nothing of the music."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

NEGATIONS = frozenset(
    {*words("no without minus not except lacking sans never avoid avoiding excluding exclude omit remove zero"),
     *words("don't dont isn't isnt hate nothing neither nor"), "free of", "instead of", "rather than",
     "anything but", "everything but", "all but", "leave out", "leaving out", "take out", "get rid of", "lose the",
     "lose all", "ditch the", "skip the", "cut the", "mute the"}
)  # fmt: skip
SUFFIX_NEGATIONS = frozenset({"free", "less", "off"})
"""After the thing: "percussion free", "drum less"."""
LESSENINGS = frozenset(
    {*words("less fewer quieter softer lower"), "not too much", "not so much", "not too many", "turn down",
     "only a little", "just a little", "a hint of", "a touch of", "just a touch of", "a bit less", "low in the mix"}
)  # fmt: skip
"""Before the thing that is to be quieter, which other words call by less of it."""
INCREASES = frozenset(
    {*words("more louder extra prominent"), "lots of", "plenty of", "a lot of", "a lot more", "much more", "heavy on",
     "turn up", "focus on", "emphasis on", "loads of"}
)  # fmt: skip
JOINING = frozenset({"and", "or", "nor"})
SOLO_WORDS = frozenset(
    {"only", "solo", "just", "unaccompanied", "alone", "nothing but", "a cappella", "acapella", "by itself", "simply"}
)
SCOPE_ENDS = frozenset(
    {"with", "but", "plus", "featuring", "feat", "add", "including", "instead", "rather", "then", "yet", "only", "just",
     "nothing but"}
)  # fmt: skip
"""Where a negation ends, as it does at a comma."""
SCOPE_ENDS_AFTER_A_THING = frozenset(words("in on for at until till before while during because over under when"))
"""Where a negation ends unless it has only begun: "no guitar in this reggae", but "not in a dark mood"."""

UNTIL = frozenset({"until", "till", "before"})
"""After what is refused: it comes in later."""
PARTICLES = frozenset(
    words(
        "into in out down up off through the a an his her their its free away open under over it them him onto to from"
    )
)
"""After "breaks" or "locks", which is then done and not played."""
PREPOSITIONS = frozenset(words("in on at by under through across over near inside behind along outside around"))
"""Before a place, which says less of the music than who is there."""
DESOLATE = frozenset(
    words(
        """abandoned empty lonely derelict deserted decaying forsaken ruined haunted sunken drowned forgotten frozen
        after retired former fallen defeated dying dead sleeping exhausted"""
    )
)
"""What is so is no longer what it was: a deserted playground is not for children, after a battle all is still."""
INTENSIFIERS = frozenset(words("monster killer sick wicked insane filthy nasty mean dirty savage brutal crushing"))
"""Before a word for music they say how hard it hits, and nothing else."""

THINGS = frozenset({"house", "trap", "rock", "break", "lock"})
"""Kinds of music that are things too: after an article, unless one of `MUSIC_NOUNS` follows."""
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
DOINGS = frozenset({"break", "lock"})
"""Those of them that are mostly done."""
QUANTITIES = frozenset(
    words("gang band army troop group bunch crowd horde swarm flock herd pack team crew pair couple family parade")
)
"""Before "of" they count, and are no thing of their own."""
DETERMINERS = frozenset(words("a an the his her my their our your this that into inside behind"))
MUSIC_NOUNS = frozenset(
    words(
        """anthem backing ballad band bass bassline beat beats cue drop drops drums feel groove guitar hook instrumental
        jam kit lead loop mix music number piece piano pattern rhythm riff score song songs sound soundtrack style synth
        theme track tracks tune vibe"""
    )
)
NO_MUSIC = frozenset(
    {"rock climber", "rock bottom", "pop of colour", "pop of color", "pops up", "pop up", "break room",
     "coffee break", "funk smell", "march of time", "month of march", "bass fishing", "organ transplant", "organ donor",
     "horn of a", "ring the bell", "string theory", "flat tyre", "flat tire", "key to the", "drums his fingers",
     "drums her fingers", "house keys", "house cat", "mouse trap", "folk tale", "brass door", "steel door",
     "piano mover", "piano movers", "highlight reel", "highlights reel", "film reel", "show reel",
     "showreel", "demo reel", "fishing reel", "boxing ring", "wedding ring", "ring of", "prom queen",
     "class action", "drill team", "fire drill", "power drill", "safety drill", "rock garden",
     "lock picking", "train of thought"}
)  # fmt: skip
"""Phrases in which a word for music means something else."""

FILLERS = words(
    """
    & '
    wood chop chops
    a about absolutely accent accented accents afternoon again air all almost also always am an and animated
    animation another any anything are arm arms around arrive arrives arriving as at authentic away back
    background backing bag band bands bar bars based be beats become becomes becoming begin begins being between
    bgm big bit black boat body both bottom box boy bpm bpm's break's breaks brown build build's but by can
    carries carry carrying catch catches character characters choreographed choreography chorus classic clear
    climb climbing climbs clip close closes closing come comes coming compose contemporary cook cooks cool could
    cover create cue cues cycle cycles dance dancer dancers dances dancing day different do does done door doors
    down drink drinking drinks drive drives driving drop each eat eating eats elements empty end ended ending ends
    enter entering enters entrance era ever every everything exit extra extremely eyes face fairly fall falling
    falls fashioned featuring feel feeling feels feet few film's find finding finds finish first fit fits fitting
    flies float floats floor fly follow following follows foot for from front full-body full-length general
    generate genre gesture gestures get gets getting girl give glowing go goes going good great green groove
    grooves ground grow's guy had hair hand hands has hat have he he's head hear hearing hears hello help helps
    her here hi hide hides hiding high highly hint his hit hits home hop house's i i'm idle if in incredibly
    influenced influences inspired instrument instrumental instrumentals instruments interface into intro is ish
    it it's its job jump jumping jumps key kick kicking kicks kind kinda lady land landing lands last leaf learn
    learning learns least leave leaves leaving left leg legs length let lets like little live long look looking
    looks loop lot lots low made main mainly make makes making man match matches matching maybe me medium meet
    meeting meets men mesh mid mid-tempo midtempo minute minutes mix mixed mode model moderate moderately modern
    moment moments mood more morning most mostly motion movement moves movie's moving much music my my's new nice
    night nod note notes nothing's of off old on one open opening opens or orange other our out over overall own
    pace paced part parts people per performance performer perhaps person piece pieces pink place plan plane
    planning plans play played playing plays please please's plus pose poses posing pretty proper pull pulls punch
    punches pure purple push pushes quality quite reach reaches read reading reads real really red reveal reveals
    rhythm rhythmic rhythms rig rigged right roll rolls room rooms round routine run runs s same save saves saving
    scene scenes school score sec second seconds secs section sections she she's short shot shots should show
    showing shows side similar sit sits slam slams slide slides sliding slightly small smile smiles smiling so
    solid some somebody someone something somewhat song songs sort sorta sound sounding sounds soundtrack speed
    spin spinning spins stand stands start starts still street streets strong stuff suddenly style styled super swim
    swimming swims sync synced take takes taking talking talks tell telling tells tempo tempo'd than thank thanks
    that the their them theme then there these they they're thing things this those three through throw throwing
    throws time tiny to today tomorrow tonight too top totally touch track traditional tries true try trying tune
    tunes turn turning turns two type typical ultra under underscore up use uses using verse version very vibe
    vibes video wait waiting waits wake wakes waking walk walks walking wall want wants watch watches watching water
    wave
    waves waving we we're wearing wee when where which while white who will with woman women work working works
    world would write writes yellow you your
    """
)  # fmt: skip
"""Words that say nothing of the music, so that nobody is told that they are not understood."""
