"""A bank of words for prompts, as the paper's are made: kinds of music, instruments and emotions."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

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
    *("steel drums", "strings", "synthesizer", "taiko drums", "timpani", "trombone", "trumpet", "turntables"),
    *("ukulele", "vibraphone", "viola", "violin", "choir", "xylophone"),
)

EMOTIONS: tuple[str, ...] = (
    *("aggressive", "anxious", "bittersweet", "bright", "calm", "carefree", "proud", "dark", "dramatic", "dreamy"),
    *("eerie", "elegant", "energetic", "epic", "exciting", "fierce", "gentle", "groovy", "happy", "heroic", "hopeful"),
    *("joyful", "laid-back", "melancholic", "mysterious", "nostalgic", "passionate", "peaceful", "playful", "powerful"),
    *("relaxed", "romantic", "sad", "sensual", "serene", "majestic", "tense", "triumphant", "uplifting", "warm"),
)


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


def with_emotion(prompt: str, emotion: str) -> str:
    """Return `prompt` with one emotion more: "joyful house" and "dark" make "dark joyful house"."""
    return f"{emotion} {prompt.strip() or 'music'}"


def with_instrument(prompt: str, instrument: str) -> str:
    """Return `prompt` with one instrument more: "house" and "piano" make "house with piano", and another joins it."""
    words = prompt.strip().rstrip(".,;") or "music"
    joined = "and" if re.search(r"\b(?:with|featuring)\b", words) else "with"
    return f"{words} {joined} {instrument}"
