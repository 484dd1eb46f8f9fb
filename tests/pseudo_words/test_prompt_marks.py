"""Where marks are put when the user wrote none, and what replaces them where no encoder fills them."""

from __future__ import annotations

import pytest

from kinescore.pseudo_words.marks import TRAINING_PROMPT, in_words, with_marks


@pytest.mark.parametrize(
    ("text", "genre", "expected"),
    [
        ("", True, TRAINING_PROMPT),
        ("  ", False, "music with * as the rhythm"),
        ("joyful piano.", False, "joyful piano, with * as the rhythm"),
        ("joyful piano", True, "joyful piano, a @ music, with * as the rhythm"),
        ("*, then a sad @ song", True, "*, then a sad @ song"),
        ("piano on * (@)", False, "piano on * (@)"),
    ],
)
def test_marks_are_added_only_where_the_user_wrote_none(text: str, genre: bool, expected: str) -> None:
    assert with_marks(text, genre) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "house music, 120 BPM beat"),
        ("a joyful @ track with *, please", "a joyful house track with 120 BPM beat, please"),
        ("Deep House at 120 bpm", "Deep House at 120 bpm"),
        ("piano", "piano, house music, 120 BPM beat"),
    ],
)
def test_without_encoders_the_marks_become_words(text: str, expected: str) -> None:
    assert in_words(text, "house", 119.7) == expected
