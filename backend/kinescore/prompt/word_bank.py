"""The words that training and evaluation prompts are made of, and the fixed order of the dance genres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kinescore.errors import PromptError


@dataclass(frozen=True)
class DanceGenre:
    """One genre of the AIST dance database.

    code: its two letters in AIST++ file names. name: the dance. music: ordinary words for its music, for prompts
    without pseudo-words. aliases: other names of the dance, lower case.
    """

    code: str
    name: str
    music: str
    aliases: tuple[str, ...] = ()


DANCE_GENRES: tuple[DanceGenre, ...] = (
    DanceGenre("BR", "break", "breakbeat funk", ("breaking", "breakdance", "b-boy")),
    DanceGenre("HO", "house", "house", ("house dance",)),
    DanceGenre("JB", "ballet jazz", "lyrical jazz ballad", ("jazz ballet", "ballet")),
    DanceGenre("JS", "street jazz", "funky street jazz", ("jazz",)),
    DanceGenre("KR", "krump", "aggressive krump hip-hop", ("krumping",)),
    DanceGenre("LH", "LA hip-hop", "LA-style hip-hop", ("la style hip-hop", "la hip hop")),
    DanceGenre("LO", "lock", "old school funk", ("locking",)),
    DanceGenre("MH", "middle hip-hop", "nineties boom bap hip-hop", ("middle hip hop", "hip-hop", "hip hop")),
    DanceGenre("PO", "pop", "electro funk", ("popping",)),
    DanceGenre("WA", "waack", "disco", ("waacking", "punking")),
)
"""In the order of the one-hot vector: sorted codes, as in the released training code."""

GENRE_CODES: tuple[str, ...] = tuple(genre.code for genre in DANCE_GENRES)

MUSIC_GENRES: tuple[str, ...] = (
    *("acoustic", "ambient", "bluegrass", "blues", "boom bap", "bossa nova", "breakbeat", "chiptune", "cinematic"),
    *("classical", "country", "dancehall", "disco", "drum and bass", "dubstep", "electro", "folk", "funk", "gospel"),
    *("hip-hop", "house", "indie", "jazz", "K-pop", "Latin", "lo-fi", "metal", "new wave", "orchestral", "pop", "punk"),
    *("R&B", "reggae", "reggaeton", "rock", "salsa", "samba", "ska", "soul", "swing", "synthwave", "tango", "techno"),
    *("trance", "trap", "waltz"),
)

INSTRUMENTS: tuple[str, ...] = (
    *("accordion", "acoustic guitar", "bass guitar", "bongos", "brass section", "cello", "clarinet", "congas"),
    *("double bass", "drum machine", "drum kit", "electric guitar", "electric piano", "erhu", "flute", "guzheng"),
    *("hand claps", "harmonica", "harp", "marimba", "organ", "pan flute", "piano", "pipa", "saxophone", "sitar"),
    *("steel drums", "string ensemble", "synthesizer", "taiko drums", "timpani", "trombone", "trumpet", "turntables"),
    *("ukulele", "vibraphone", "viola", "violin", "vocoder", "xylophone"),
)

EMOTIONS: tuple[str, ...] = (
    *("aggressive", "anxious", "bittersweet", "bright", "calm", "carefree", "confident", "dark", "dramatic", "dreamy"),
    *("eerie", "elegant", "energetic", "epic", "exciting", "fierce", "gentle", "groovy", "happy", "heroic", "hopeful"),
    *("joyful", "laid-back", "melancholic", "mysterious", "nostalgic", "passionate", "peaceful", "playful", "powerful"),
    *("relaxed", "romantic", "sad", "sensual", "serene", "solemn", "tense", "triumphant", "uplifting", "warm"),
)


def dance_genre(name: str) -> DanceGenre:
    """Return the dance genre with this AIST++ code, name or alias; case does not matter. Raises PromptError."""
    wanted = name.strip().lower()
    for genre in DANCE_GENRES:
        if wanted in (genre.code.lower(), genre.name.lower(), *genre.aliases):
            return genre
    known = ", ".join(f"{genre.name} ({genre.code})" for genre in DANCE_GENRES)
    raise PromptError(f"There is no dance genre '{name}'.", f"Known genres: {known}.")


def description(emotions: Sequence[str], genre: str, instruments: Sequence[str]) -> str:
    """Return a description in the manner of the paper's inference prompts, without marks.

    >>> description(["laid-back", "joyful"], "", ["saxophone", "piano"])
    'laid-back and joyful music featuring saxophone and piano'
    """
    style = " ".join(part for part in (" and ".join(emotions), genre, "music") if part)
    return f"{style} featuring {' and '.join(instruments)}" if instruments else style


def random_description(generator: np.random.Generator) -> str:
    """Return a description of one or two emotions, one genre and one or two instruments from the bank."""
    emotions = generator.choice(EMOTIONS, size=generator.integers(1, 3), replace=False)
    instruments = generator.choice(INSTRUMENTS, size=generator.integers(1, 3), replace=False)
    return description(emotions.tolist(), str(generator.choice(MUSIC_GENRES)), instruments.tolist())
