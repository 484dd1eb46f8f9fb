"""Small words: what turns a meaning round, where that ends, and what says nothing of the music."""

from __future__ import annotations

from kinescore.groovebox.prompt.words.tables import words

NEGATIONS = frozenset(
    {*words("no without minus not except lacking sans never avoid avoiding excluding exclude omit remove zero"),
     *words("don't dont isn't isnt hate nothing neither nor"), "free of", "instead of", "rather than",
     "anything but", "everything but", "all but", "leave out", "leaving out", "take out", "get rid of", "lose the",
     "lose all", "ditch the", "skip the", "cut the", "mute the", "not with", "nothing with", "none of that",
     "none of the", "none of this", "none of those", "anything except", "everything except"}
)  # fmt: skip
SUFFIX_NEGATIONS = frozenset({"free", "less", "off"})
"""After the thing: "percussion free", "drum less"."""
LESSENINGS = frozenset(
    {*words("less fewer quieter softer lower"), "not too much", "not so much", "not too many",
     "not too loud", "not so loud", "not very loud", "turn down",
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
SINGLE = frozenset(words("one single lone lonely solitary"))
"""Before an instrument: nobody else plays."""
SCOPE_ENDS = frozenset(
    {"with", "but", "plus", "featuring", "feat", "add", "including", "instead", "rather", "then", "yet", "only", "just",
     "nothing but"}
)  # fmt: skip
"""Where a negation ends, as it does at a comma."""
SCOPE_ENDS_AFTER_A_THING = frozenset(
    words("in on for at until till before while during because over under when so plays")
)
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
FILLERS = words(
    """
    a about above absolutely accent accented accents across actually afternoon afterwards again against ago ahead
    air all almost along already also although always am among an and animated animatic animation another any
    anybody anyone anything anyway anywhere apart are arm arms around arrive arrives arriving as aside ask asked
    asks at authentic away back background backing bag band bands bar bars based bc be beats became because become
    becomes becoming been began begin begins behind being believe below beneath beside besides best better between
    beyond bgm big bit bits black blend boat body both bottom box boy boys bpm bpm's break's breaks bring brings
    brought brown build build's bumper but buy buying buys by call called calls came camera can can't cannot carries
    carry carrying catch catches caught cel certain cg cgi chance change changes character characters check checks
    choose chooses chop chops choreographed choreography chorus classic clear climb climbing climbs clip close
    closer closes closeup closing come comes coming common complete completely compose considered contemporary
    continue continues cook cooks cool corner corners could course cover create cue cues current currently cut cuts
    cuz cycle cycles dance dancer dancers dances dancing day deal decide decides definitely did didn't different
    directly discover discovers do does doesn't doing dolly done door doors down draft drink drinking drinks drive
    drives driving drop due during each early easily easy eat eating eats edge eight either elements else empty end
    ended ending ends enter entering enters entrance era especially etc eventually ever every everybody everyone
    everything everywhere exactly example exit expect expects explain explains extra extremely eyes face fact fairly
    fall falling falls far fashioned featuring feel feeling feels feet felt few fifth filled film's final finally
    find finding finds finish finished first fit fits fitting five fix fixes flies float floats floor fly focus
    folks follow following follows foot for forward found four fourth frame frames from front full-body full-length
    further gave general generate genre gesture gestures get gets getting girl girls give given gives giving glowing
    go goes going gone gonna good got gotta great green groove grooves ground group groups grow's guy guys had hair
    half hand hands happen happened happens hardly has hat have having he he's head hear hearing hears held hello
    help helping helps hence her here herself hi hide hides hiding high highly himself hint his hit hits hold holds
    home hop hour hours house's how however hundred i i'd i'll i'm i've idle if immediately in incredibly indeed
    influenced influences inside inspired instrument instrumental instrumentals instruments interface into intro is
    ish it it'll it's its itself job jump jumping jumps keep keeps kept key kick kicking kicks kind kinda knew know
    known knows lads lady land landing lands last late later latter leaf learn learning learns least leave leaves
    leaving left leg legs length let lets like likely lil line list little live long longer look looked looking
    looks loop lot lots low lowpoly made main mainly make makes making man many match matches matching matter maya
    maybe me mean means medium meet meeting meets men mesh mid mid-tempo midtempo might minute minutes mix mixed
    mocap mode model moderate moderately modern moment moments month months mood more morning most mostly motion
    movement moves movie's moving much music my my's myself name named nearly necessary need needed needs new nice
    night nod note notes nothing's number obviously of off offer often ok okay old on one onto open opening opens
    opposite or orange order other others otherwise our ourselves out outside over overall own pace paced pan pans
    part parts past people per performance performer perhaps person pick picked picks picture piece pieces pink
    place plan plane planning plans play played playing plays please please's pls plus plz poly portfolio pose poses
    posing possible pretty probably proper provide pull pulls punch punches pure purple push pushes put puts quality
    question quite reach reaches read reading reads ready real realise realistic realize realizes really reason red
    remain remains render renders result return returns reveal reveals rhythm rhythmic rhythms rig rigged right roll
    rolls room rooms round routine run runs s said same save saves saving say says scene scenes school score sec
    second seconds secs section sections see seem seems seen sees sense seven several shaded shall shape shapes
    share she she's short shot shots should show showing shows side sides sign similar since sit sits six slam slams
    slide slides sliding slightly small smile smiles smiling smn smth so solid some somebody someone something
    somewhat song songs sooner sort sorta sound sounding sounds soundtrack speed spin spinning spins spot stand
    stands start starts stay stays step steps sth still storyboard street streets strong stuff style styled stylised
    stylized suddenly super sure surely swim swimming swims sync synced take taken takes taking talking talks tell
    telling tells tempo tempo'd ten test testing tests than thank thanks that the their them theme themselves then
    there these they they're thing things think thinks this tho those thought thousand three through throw throwing
    throws thus thx time tiny to today together told tomorrow tonight too took top total totally touch toward
    towards track tracking traditional tries true try trying tune tunes turn turning turns two type typical ultra
    under unneeded underscore unity unreal up upon use used uses using usually various verse version very vfx vibe vibes
    video view viewport w wait waiting waits wake wakes waking walk walking walks wall wanna want wants wasn't watch
    watches watching water wave waves waving we we're wearing wee week weeks well went weren't whatever when
    whenever where wherever whether which whichever while white who whole whom whose why will with within woman
    women won't wood word words work working works world worth would wouldn't write writes year years yellow yes you
    you're your yours yourself zoom zooms & ' 2d 3d
    vs versus
    """
)  # fmt: skip
"""Words that say nothing of the music, so that nobody is told that they are not understood."""
