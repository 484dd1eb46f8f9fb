"""The two marks that a user may write anywhere in a prompt, and what a prompt needs around them."""

from __future__ import annotations

RHYTHM_MARK = "*"
GENRE_MARK = "@"
TRAINING_PROMPT = "a @ music with * as the rhythm"
"""The one prompt that the paper trains with (section 4 of the method, "Prompts")."""


def with_marks(text: str, genre: bool) -> str:
    """Return `text` with a place for the rhythm, and for the genre where `genre` is true, if the user wrote none.

    An empty text becomes the training prompt. The marks of the user stay where they are.
    """
    words = text.strip().rstrip(".,;")
    if not words:
        return TRAINING_PROMPT if genre else "music with * as the rhythm"
    if genre and GENRE_MARK not in words:
        words = f"{words}, a @ music"
    return words if RHYTHM_MARK in words else f"{words}, with * as the rhythm"


def in_words(text: str, genre: str, tempo_bpm: float) -> str:
    """Return `text` for a backbone without encoders: ordinary words for genre and tempo stand where the marks were.

    genre: ordinary words such as "house". tempo_bpm: beats per minute. What has no mark is added at the end, so that
    every prompt names both: "a joyful * piano" becomes "a joyful 120 BPM beat piano, house music".
    """
    beat = f"{tempo_bpm:.0f} BPM beat"
    additions = [
        words
        for words, is_there in (
            (f"{genre} music", GENRE_MARK in text or genre.lower() in text.lower()),
            (beat, RHYTHM_MARK in text or "bpm" in text.lower()),
        )
        if not is_there
    ]
    spoken = text.strip().replace(RHYTHM_MARK, beat).replace(GENRE_MARK, genre)
    return ", ".join([spoken, *additions] if spoken else additions)
