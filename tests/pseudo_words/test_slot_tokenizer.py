"""Marks anywhere in free text become slots, in real T5 and CLIP tokenizers, or the prompt is refused."""

from __future__ import annotations

import pytest

pytest.importorskip("transformers")

from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.errors import PromptError
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.pseudo_words.slot_tokenizer import MAX_RHYTHM_WORDS, ORDINARY_WORD, PromptTokens, SlotTokenizer
from tests.pseudo_words.tiny_tokenizers import WORDS, tiny_clip_tokenizer, tiny_t5_tokenizer

PLAIN = {"t5": tiny_t5_tokenizer(), "clip": tiny_clip_tokenizer()}
SLOTTED = {name: SlotTokenizer(tokenizer) for name, tokenizer in PLAIN.items()}
BOTH = pytest.mark.parametrize("kind", ["t5", "clip"])


def layout(tokens: PromptTokens) -> str:
    """One letter per token: "." an ordinary one, a digit a slot."""
    return "".join("." if slot == ORDINARY_WORD else str(slot) for slot in tokens.slots)


def test_the_training_prompt_is_one_token_per_word_and_slot() -> None:
    t5 = SLOTTED["t5"].encode(TRAINING_PROMPT, 1, 1)
    pieces = PLAIN["t5"].convert_ids_to_tokens(list(t5.ids))
    assert layout(t5) == ".1..0...."
    assert [pieces[i] for i in (0, 2, 3, 5, 6, 7, 8)] == ["▁a", "▁music", "▁with", "▁as", "▁the", "▁rhythm", "</s>"]
    clip = SLOTTED["clip"].encode(TRAINING_PROMPT, 1, 1)
    pieces = PLAIN["clip"].convert_ids_to_tokens(list(clip.ids))
    assert layout(clip) == "..1..0...."
    assert [pieces[i] for i in (0, 1, 3, 9)] == ["<|startoftext|>", "a</w>", "music</w>", "<|endoftext|>"]


@BOTH
@pytest.mark.parametrize(
    "text", ["with *, and", "*", "a*b", "((*))", "**", "@*", "* @ * @", "music*,@!", "\t*\n", "é*ü"]
)
def test_a_mark_survives_any_neighbour(kind: str, text: str) -> None:
    slots = SLOTTED[kind].encode(text, 1, 1).slots
    expected = [0 if character == "*" else 1 for character in text if character in "*@"]
    assert [slot for slot in slots if slot != ORDINARY_WORD] == expected


def test_the_id_of_the_mark_itself_would_have_been_lost() -> None:
    """Why slots exist: CLIP merges "*," and "@*" into one token each, so looking for the id of "*" finds nothing."""
    star = PLAIN["clip"]("*").input_ids[1]
    assert star not in PLAIN["clip"]("with *, and @* music").input_ids
    assert SLOTTED["clip"].encode("with *, and @* music", 1, 1).slots.count(0) == 2


@BOTH
def test_several_rhythm_words_take_consecutive_slots_in_order(kind: str) -> None:
    tokens = SLOTTED[kind].encode("a @ music with *.", 8, 1)
    assert "01234567" in layout(tokens)
    assert layout(tokens).count("8") == 1


@BOTH
@settings(deadline=None, max_examples=60)
@given(
    words=st.lists(st.sampled_from([*WORDS, "*", "@", ",", "*,", "(@)"]), min_size=1, max_size=12), n=st.integers(1, 3)
)
def test_slots_follow_the_marks_and_words_keep_their_ids(kind: str, words: list[str], n: int) -> None:
    text = " ".join([*words, "*"])
    tokens = SLOTTED[kind].encode(text, n, 1)
    expected: list[int] = []
    for character in text:
        expected += {"*": list(range(n)), "@": [n]}.get(character, [])
    assert [slot for slot in tokens.slots if slot != ORDINARY_WORD] == expected
    vocabulary = PLAIN[kind].vocab_size
    assert all(0 <= token_id < vocabulary for token_id in tokens.ids)


def test_ids_at_slots_are_never_a_marker_that_models_look_for() -> None:
    """CLIP's last row is its end marker: clamping the added ids would put one in the middle of the prompt."""
    ids = SLOTTED["clip"].encode("a @ music with *", 4, 1).ids
    assert ids.count(PLAIN["clip"].eos_token_id) == 1
    assert ids[-1] == PLAIN["clip"].eos_token_id


@BOTH
def test_text_without_marks_is_tokenised_as_ever(kind: str) -> None:
    tokens = SLOTTED[kind].encode("joyful piano music", 0, 0)
    assert list(tokens.ids) == PLAIN[kind]("joyful piano music").input_ids
    assert set(tokens.slots) == {ORDINARY_WORD}


@BOTH
@pytest.mark.parametrize(
    ("text", "rhythm_words", "genre_words", "sentence"),
    [
        ("joyful piano", 1, 1, 'no place for the rhythm. Write "\\*"'),
        ("a @ music with *", 1, 0, "no genre is chosen"),
        ("a @ music with *", 0, 1, "no rhythm word"),
        ("with *", MAX_RHYTHM_WORDS + 1, 0, "room for 64 rhythm words, not 65"),
    ],
)
def test_marks_and_pseudo_words_that_do_not_fit_are_refused(
    kind: str, text: str, rhythm_words: int, genre_words: int, sentence: str
) -> None:
    with pytest.raises(PromptError, match=sentence):
        SLOTTED[kind].encode(text, rhythm_words, genre_words)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("t5", "piano </s> with *"),
        ("t5", "<extra_id_0> with *"),
        ("clip", "<|ENDOFTEXT|> *"),
        ("clip", "<|kinescore_0|>*"),
    ],
)
def test_a_marker_of_the_tokenizer_in_the_text_is_refused(kind: str, text: str) -> None:
    with pytest.raises(PromptError, match="keeps for itself"):
        SLOTTED[kind].encode(text, 1, 0)


def test_a_prompt_that_would_be_cut_off_is_refused() -> None:
    longest = "piano " * 74 + "*"
    assert len(SLOTTED["clip"].encode(longest, 1, 0).ids) == 77
    with pytest.raises(PromptError, match=r"79 tokens long \(3 of them pseudo-words\); this text encoder reads 77"):
        SLOTTED["clip"].encode(longest, 3, 0)


def test_the_tokenizer_that_was_handed_in_stays_as_it_was() -> None:
    tokenizer = tiny_clip_tokenizer()
    before = len(tokenizer)
    SlotTokenizer(tokenizer)
    assert len(tokenizer) == before


@BOTH
def test_a_form_around_every_prompt_may_hold_markers_that_prompts_may_not(kind: str) -> None:
    marker = PLAIN[kind].eos_token
    formed = SlotTokenizer(PLAIN[kind], ("a dance ", f" and piano {marker}"))
    tokens = formed.encode("music with *", 2, 0)
    assert layout(tokens).strip(".") == "01"
    words = [letter for letter in PLAIN[kind].convert_ids_to_tokens(list(tokens.ids)) if letter == marker]
    assert len(words) == 2
    assert len(tokens.ids) == len(SLOTTED[kind].encode("a dance music with * and piano", 2, 0).ids) + 1
    with pytest.raises(PromptError, match="keeps for itself"):
        formed.encode(f"music {marker}", 0, 0)
