"""The genres that Kinescore knows, and every word that means one.

The built-in engine plays each of them in a style of the same name (`groovebox.styles`); the ten of the AIST dance
database (Tsuchida et al. 2019) are also the labels of the paper's genre encoder. A word that dancers and musicians use
differently means one thing here, whoever asks:

- "pop" is pop music. The dance that AIST calls Pop is "popping".
- "jazz" is jazz. The dances are "street jazz" and "ballet jazz".
- "ballet" is the orchestra's.
- "hip-hop" is hip-hop of no school in particular; `find_aist_genre` says what it is among AIST's ten.
- "funk" is funk, not locking; "disco" is what one waacks to, "electro" what one pops to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kinescore.errors import PromptError, RequestError

MOST_MIXED = 4
_MOST_WEIGHT = 1e6
_WEIGHTED = re.compile(r"(?P<name>\S.*?)(?:\s+(?P<weight>\d+(?:\.\d+)?))?")


@dataclass(frozen=True)
class Genre:
    """One genre of dance or music.

    name: of the genre and of the built-in engine's style. aliases: other names of the same thing. includes: narrower
    or neighbouring kinds of music that come nearest to it. aist_code: its two letters in AIST++'s file names, or "".
    music: ordinary words for what a dance is danced to; "" where the name is a kind of music already.
    """

    name: str
    aliases: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    aist_code: str = ""
    music: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.aist_code})" if self.aist_code else self.name


def _genre(name: str, aliases: str = "", includes: str = "", aist_code: str = "", music: str = "") -> Genre:
    return Genre(name, _phrases(aliases), _phrases(includes), aist_code, music)


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split(", ")) if text else ()


GENRES: tuple[Genre, ...] = (
    _genre(
        "break", "breaking, breakdance, breakdancing, b-boy, bboy, b-boying", "breakbeat, break beat, breaks, big beat",
        "BR", "breakbeat funk",
    ),
    _genre(
        "house", "house dance",
        "deep house, club, clubby, disco house, tech house, UK garage, EDM, dance music, dance floor", "HO", "house",
    ),
    _genre(
        "ballet jazz", "jazz ballet",
        "lyrical jazz, contemporary jazz, contemporary dance, modern dance, Broadway, musical theatre, musical theater",
        "JB", "lyrical jazz ballad",
    ),
    _genre(
        "street jazz", "", "R&B, RnB, R and B, neo soul, new jack swing, contemporary R&B",
        "JS", "funky street jazz",
    ),
    _genre("krump", "krumping", "crunk, aggressive hip-hop, grime", "KR", "aggressive krump hip-hop"),
    _genre(
        "la hip-hop", "LA-style hip-hop, L A hip-hop", "west coast, west coast hip-hop, G-funk, gangsta",
        "LH", "LA-style hip-hop",
    ),
    _genre("lock", "locking", "soul, Motown", "LO", "old school funk"),
    _genre(
        "middle hip-hop", "", "boom bap, old school hip-hop, golden age hip-hop, east coast",
        "MH", "nineties boom bap hip-hop",
    ),
    _genre(
        "popping", "", "pop and lock, electro, electro funk, electrofunk, boogaloo, robot dance, animation dance",
        "PO", "electro funk",
    ),
    _genre("waack", "waacking, punking", "waacking disco, disco, vogue, voguing", "WA", "disco"),
    _genre("techno", "", "trance, rave, industrial, minimal techno, acid, acid techno, hard techno"),
    _genre("hip-hop", "hiphop", "rap, urban"),
    _genre("funk", "P-funk"),
    _genre("pop", "pop song", "J-pop, Jpop, dance pop, indie pop, bubblegum"),
    _genre(
        "rock", "rock and roll, rock n roll", "hard rock, metal, punk, grunge, indie rock, garage rock, alternative",
    ),
    _genre(
        "latin", "latino", "salsa, mambo, merengue, cumbia, bachata, cha cha, cha cha cha, rumba, "
        "reggaeton, timba",
    ),
    _genre("jazz", "", "swing, bebop, big band, ragtime, charleston, lindy hop, blues"),
    _genre(
        "orchestral", "orchestra",
        "classical, ballet, symphony, symphonic, baroque, chamber music",
    ),
    _genre(
        "ambient", "", "new age, soundscape, atmosphere, atmospheric, meditation, drone, downtempo, chillout, "
        "chill out, spa",
    ),
    _genre("cinematic", "", "film score, film music, blockbuster"),
    _genre(
        "drum and bass", "drum n bass, DnB, drum & bass, D&B",
        "jungle drum and bass, jungle music, 90s jungle, ragga jungle, jungle breaks, liquid funk",
    ),
    _genre("lo-fi", "lofi", "chillhop, study beats"),
    _genre("synthwave", "", "retrowave, outrun, synth pop, synthpop, new wave, vaporwave"),
    _genre("trap", "", "drill"),
    _genre("dubstep", "", "brostep, bass music"),
    _genre("k-pop", "kpop", ""),
    _genre("chiptune", "chip tune", "8 bit music, video game music, game music, arcade music"),
    _genre("reggae", "", "dub, ska, rocksteady, dancehall, roots reggae"),
    _genre("afrobeat", "afrobeats, afro beat", "highlife, afropop, amapiano, soukous"),
    _genre("samba", "", "batucada, carnival samba"),
    _genre("bossa nova", "bossa, bossanova", "easy listening, lounge music, elevator music, muzak"),
    _genre("tango", "argentine tango, tango argentino", "milonga"),
    _genre("waltz", "viennese waltz, slow waltz", "musette, valse, laendler"),
    _genre("country", "country and western", "bluegrass, americana, hoedown, folk, folk music, singer songwriter"),
    _genre("celtic", "celtic folk", "irish, irish folk, scottish, jig, reel, irish jig, medieval folk, shanty"),
    _genre("western", "", "spaghetti western"),
    _genre("asian", "east asian", "japanese, chinese, gagaku"),
    _genre("middle eastern", "", "arabic, oriental dance, belly dance"),
    _genre("piano", "", "piano ballad, ballad, power ballad, nocturne"),
    _genre("choral", "", "gregorian chant, sacred music, a cappella, acapella, requiem, hymn, gospel"),
    _genre("march", "", "military march, marching band, brass band, john philip sousa"),
    _genre("circus", "", "circus music, carnival music, fairground music, polka, can can, galop"),
    _genre("comedy", "", "slapstick, cartoon music"),
    _genre("suspense", "", "thriller, spy, noir, film noir, detective, stealth"),
    _genre("horror", "", "scary music"),
    _genre("chase", "", "action, pursuit, chase music"),
    _genre("epic", "", "trailer, epic trailer, battle music, trailer music"),
    _genre("corporate", "", "commercial, advertising, advert, explainer, business"),
    _genre("drumline", "drum line", "drums only, percussion ensemble, drum ensemble, batucada drums"),
    _genre("body percussion", "", "stomp and clap, hambone, claps only"),
)  # fmt: skip
"""In the order of menus."""

AIST_GENRES: tuple[Genre, ...] = tuple(
    sorted((genre for genre in GENRES if genre.aist_code), key=lambda genre: genre.aist_code)
)
"""The ten of AIST++ in the order of the genre encoder's one-hot vector: sorted codes, as in the released training
code. Released checkpoints depend on it."""

AIST_CODES: tuple[str, ...] = tuple(genre.aist_code for genre in AIST_GENRES)


def as_phrase(text: str) -> str:
    """Return `text` as phrases are compared: lower case, single spaces for hyphens and underscores."""
    return " ".join(re.split(r"[\s_-]+", text.strip().lower()))


GENRE_OF_PHRASE: Mapping[str, Genre] = {
    as_phrase(phrase): genre for genre in GENRES for phrase in (genre.name, *genre.aliases, *genre.includes)
}
"""Every name, alias and included kind of music, as `as_phrase` writes it."""

_AIST_GENRE_OF_PHRASE: Mapping[str, Genre] = {
    as_phrase(phrase): genre for genre in AIST_GENRES for phrase in (genre.name, *genre.aliases)
} | {"hip hop": GENRE_OF_PHRASE["middle hip hop"]}


def find_genre(text: str) -> Genre:
    """Return the genre that a name, another word for it, or an AIST++ code ("BR", "gBR") means; case does not matter.

    Raises RequestError listing what is known.
    """
    genre = _of_code(text) or GENRE_OF_PHRASE.get(as_phrase(text))
    if genre is None:
        raise RequestError(f"There is no genre '{text}'.", f"The built-in engine plays: {', '.join(map(str, GENRES))}.")
    return genre


def find_aist_genre(text: str) -> Genre:
    """Return the one of AIST++'s ten genres that a code ("BR", "gBR"), a name or an alias means.

    Stricter than `find_genre`, since labels and encoders must not take one kind of music for another: music that a
    genre merely includes is not found. Plain "hip-hop" is middle hip-hop: AIST's other one is always called by its
    place. Raises PromptError listing the ten.
    """
    genre = _of_code(text) or _AIST_GENRE_OF_PHRASE.get(as_phrase(text))
    if genre is None:
        raise PromptError(f"There is no dance genre '{text}'.", f"Known genres: {', '.join(map(str, AIST_GENRES))}.")
    return genre


def genres_in(text: str) -> tuple[tuple[str, float], ...]:
    """Return the genres that a mix such as "house 2 + krump" names, and their shares, which sum to 1.

    One genre is a mix of one; none is empty. A number behind a name is its weight, 1 where there is none. Raises
    RequestError for more than MOST_MIXED, a part without a name, and a weight that is not above 0.
    """
    if not text.strip():
        return ()
    parts = [part.strip() for part in text.split("+")]
    found = [_WEIGHTED.fullmatch(part) for part in parts]
    if len(parts) > MOST_MIXED or not all(found):
        raise RequestError(
            f"'{text}' is no genre and no mix of at most {MOST_MIXED}.", 'Write a mix as "house 2 + krump 1".'
        )
    weighted = [(match["name"], float(match["weight"] or 1.0)) for match in found if match]
    total = sum(weight for _, weight in weighted)
    if len(parts) == 1:
        return ((parts[0], 1.0),)
    if not all(0.0 < weight < _MOST_WEIGHT for _, weight in weighted):
        raise RequestError(f"In '{text}' a weight is not above 0.", 'Write a mix as "house 2 + krump 1".')
    return tuple((name, weight / total) for name, weight in weighted)


def _of_code(text: str) -> Genre | None:
    code = text.strip().upper().removeprefix("G")
    return next((genre for genre in AIST_GENRES if genre.aist_code == code), None)
