"""Words for kinds of music, adjectives that colour them, and musicians whose names stand for a kind."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.genres import GENRE_OF_PHRASE
from kinescore.groovebox.prompt.words.artists import MORE_ARTISTS
from kinescore.groovebox.prompt.words.tables import read_table, words

GENRE_PHRASES: Mapping[str, str] = {phrase: genre.name for phrase, genre in GENRE_OF_PHRASE.items()}
"""The style that each word for a genre asks for."""

GENRE_ADJECTIVES: Mapping[str, str] = read_table(
    """
funk: funky, groovy, grooving
jazz: jazzy, swinging, bluesy, swingy
rock: rocking, rocky, grungy, punky
pop: poppy, catchy, radio friendly, danceable
street jazz: soulful
techno: electronic, electronica, synthetic, futuristic, robotic, mechanical
cinematic: film, filmic, movie, hollywood, orchestral rock
waack: retro, glam, glamorous
latin: tropical, spanish, cuban
samba: brazilian
reggae: caribbean
orchestral: classic orchestra, symphonic sounding, romantic era, neoclassical
synthwave: neon, analog, retro futuristic
hip-hop: swagger, gangster, streetwise
country: acoustic, unplugged, folky, strummed
western: twang, twangy
"""
)
"""Adjectives that colour another genre, and ask for one only where nothing else does."""
MUSICAL = words("funky groovy grooving jazzy swinging bluesy swingy rocking grungy punky poppy soulful electronic")
"""Those that are said of music and of little else."""
OF_A_PEOPLE = frozenset(
    {"asian", "middle eastern", "latin", "samba", "celtic", "reggae", "tango", "western", "country"}
)
"""Styles that a place calls for by itself."""
VAGUE = frozenset(
    {"folk", "folk music", "drone", "atmosphere", "atmospheric", "meditation", "spa", "club", "clubby", "urban"}
)
"""Kinds of music that every people has its own of, so that a people's name says which, and words for places and air."""

ARTIST_PHRASES: Mapping[str, str] = {
    **MORE_ARTISTS,
    **read_table(
        """
house: daft punk, david guetta, avicii, calvin harris, disclosure, fatboy slim, justice
techno: kraftwerk, the prodigy, prodigy, jeff mills, carl cox, depeche mode, chemical brothers,
    aphex twin, autechre
ambient: brian eno, boards of canada, sigur ros, enya, vangelis, moby
cinematic: hans zimmer, zimmer, howard shore, johann johannsson, trent reznor
orchestral: john williams, mozart, beethoven, bach, vivaldi, tchaikovsky, disney, joe hisaishi, hisaishi, ghibli,
    studio ghibli, debussy, alan menken, haydn, handel, brahms
piano: chopin, satie, erik satie, yiruma, ludovico einaudi, einaudi, yann tiersen, amelie
comedy: looney tunes, tom and jerry, carl stalling, danny elfman, mr bean, charlie chaplin, chaplin
western: ennio morricone, morricone, red dead redemption
funk: james brown, parliament, bruno mars, jamiroquai, earth wind and fire, vulfpeck
lock: aretha franklin, marvin gaye, the temptations, stevie wonder
pop: michael jackson, taylor swift, abba, madonna, billie eilish, lady gaga, britney spears, ed sheeran
rock: ac dc, led zeppelin, the beatles, beatles, nirvana, foo fighters, rolling stones, metallica, pink floyd, linkin
    park, rage against the machine
jazz: miles davis, duke ellington, louis armstrong, john coltrane, frank sinatra, sinatra, glenn miller, pink panther
reggae: bob marley
synthwave: stranger things, kavinsky, blade runner, tron, gunship
hip-hop: kanye west, eminem, kendrick lamar, jay z
la hip-hop: dr dre, snoop dogg, tupac
middle hip-hop: a tribe called quest, nas, wu tang clan, beastie boys
trap: travis scott, migos, future the rapper
dubstep: skrillex
k-pop: bts, blackpink, twice, newjeans
waack: donna summer, bee gees, chic, gloria gaynor
chiptune: super mario, mario, zelda, tetris, pac man, pokemon, megaman, sonic the hedgehog
epic: two steps from hell, lord of the rings, avengers, star wars, marvel, game of thrones
suspense: bernard herrmann, hitchcock, mission impossible, james bond, stranger danger
horror: john carpenter, psycho, the exorcist
lo-fi: nujabes, lofi girl
drum and bass: pendulum, goldie, chase and status
"""
    ),
}
"""Names of musicians, films and games: the style that is nearest. The music copies nobody, which the user is told."""

PLAYED_AS: Mapping[str, str] = {
    phrase: GENRE_PHRASES[phrase]
    for phrase in ("bachata", "reggaeton", "metal", "punk", "blues", "trance", "merengue", "cumbia", "ragtime")
}
"""Kinds of music that a neighbouring style stands in for, which the user is told."""

SCENE_STYLES = frozenset(
    {
        "epic",
        "horror",
        "suspense",
        "comedy",
        "chase",
        "corporate",
        "cinematic",
        "orchestral",
        "piano",
        "choral",
        "drumline",
    }
)
"""Styles whose names say what music is for, or who plays: another genre beside them decides, and they colour it."""
