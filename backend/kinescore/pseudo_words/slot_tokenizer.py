"""Prompt -> token ids, with slots of its own for the pseudo-words.

The marks are never looked for among token ids. Real CLIP merges "*," into one token and splits "@*" differently, so a
pseudo-word would vanish without a word. The marks become reserved tokens before tokenising; those survive any
neighbour, and the embedding rows behind them are overwritten anyway.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinescore.errors import PromptError
from kinescore.pseudo_words.marks import GENRE_MARK, RHYTHM_MARK

if TYPE_CHECKING:
    from tokenizers import AddedToken
    from transformers import PreTrainedTokenizerBase

MAX_RHYTHM_WORDS = 64
ORDINARY_WORD = -1
HARMLESS_ID = 0
UNLIMITED_LENGTH = 10**6


@dataclass(frozen=True)
class PromptTokens:
    """One tokenised prompt, unpadded, with the tokenizer's own start and end markers.

    ids: [L] rows of the embedding table; those at slots mean nothing, but are always inside the table and never a
    padding, start or end marker that a model looks for by its id.
    slots: [L] `ORDINARY_WORD` for an ordinary token, otherwise the row of `PseudoWords.rows` that belongs there.
    """

    ids: tuple[int, ...]
    slots: tuple[int, ...]


class SlotTokenizer:
    """A text encoder's own tokenizer plus reserved slots: one for the genre, MAX_RHYTHM_WORDS for the rhythm.

    T5 has its `<extra_id_n>`; any other tokenizer (CLIP, Qwen, ...) gets added tokens, in a copy of its own.
    """

    def __init__(self, tokenizer: PreTrainedTokenizerBase, around: tuple[str, str] = ("", "")) -> None:
        """around: text before and after every prompt, where a model was trained with such a form. It may hold the
        tokenizer's own markers; prompts may not."""
        self._around = around
        self._tokenizer = copy.deepcopy(tokenizer)
        vocabulary = self._tokenizer.get_vocab()
        self._reserved = [f"<extra_id_{index}>" for index in range(MAX_RHYTHM_WORDS + 1)]
        self._added = not all(token in vocabulary for token in self._reserved)
        if self._added:
            self._reserved = [f"<|kinescore_{index}|>" for index in range(MAX_RHYTHM_WORDS + 1)]
            self._tokenizer.add_tokens(_added_tokens(self._reserved))
        vocabulary = self._tokenizer.get_vocab()
        self._slot_of_id = {vocabulary[token]: slot for slot, token in enumerate(self._reserved)}

    @property
    def max_tokens(self) -> int | None:
        """Most tokens that the text encoder reads, markers included; None where it knows no limit."""
        limit = self._tokenizer.model_max_length
        return limit if limit < UNLIMITED_LENGTH else None

    def within(self, before: str, after: str) -> SlotTokenizer:
        """Return the same tokenizer with other text around every prompt."""
        other = copy.copy(self)
        other._around = (before, after)
        return other

    def encode(self, text: str, rhythm_words: int, genre_words: int) -> PromptTokens:
        """Tokenise `text`: each `*` becomes `rhythm_words` consecutive slots, each `@` becomes `genre_words` slots.

        rhythm_words: 0 .. MAX_RHYTHM_WORDS, genre_words: 0 or 1, the rows of the `PseudoWords` that will be spliced in.
        Raises PromptError for a mark without pseudo-words, for rhythm words without a `*`, for text that contains a
        marker of the tokenizer, and for a prompt that is too long.
        """
        self._refuse_misfits(text, rhythm_words, genre_words)
        places = {
            RHYTHM_MARK: "".join(self._reserved[:rhythm_words]),
            GENRE_MARK: "".join(self._reserved[rhythm_words : rhythm_words + genre_words]),
        }
        before, after = self._around
        slotted = re.sub(r"[*@]", lambda mark: places[mark[0]], text)
        ids = self._tokenizer(before + slotted + after, truncation=False, verbose=False).input_ids
        slots = tuple(self._slot_of_id.get(token_id, ORDINARY_WORD) for token_id in ids)
        wanted = text.count(RHYTHM_MARK) * rhythm_words + text.count(GENRE_MARK) * genre_words
        found = sum(slot != ORDINARY_WORD for slot in slots)
        if found != wanted:
            raise PromptError(f"This tokenizer kept {found} of the prompt's {wanted} pseudo-word slots.")
        self._refuse_too_long(len(ids), found)
        if self._added:
            ids = [
                token_id if slot == ORDINARY_WORD else HARMLESS_ID for token_id, slot in zip(ids, slots, strict=True)
            ]
        return PromptTokens(tuple(ids), slots)

    def _refuse_misfits(self, text: str, rhythm_words: int, genre_words: int) -> None:
        if rhythm_words > MAX_RHYTHM_WORDS:
            raise PromptError(
                f"A prompt has room for {MAX_RHYTHM_WORDS} rhythm words, not {rhythm_words}.",
                "Generate in shorter windows.",
            )
        if rhythm_words and RHYTHM_MARK not in text:
            raise PromptError(
                "The prompt has no place for the rhythm.", 'Write "*" in it, as in "with * as the rhythm".'
            )
        if RHYTHM_MARK in text and not rhythm_words:
            raise PromptError('The prompt has a "*", but there is no rhythm word to put there.', 'Take "*" out.')
        if GENRE_MARK in text and not genre_words:
            raise PromptError(
                'The prompt has an "@", but no genre is chosen.', 'Choose a genre or take "@" out of the prompt.'
            )
        lowered = text.lower()
        for token in self._tokenizer.get_added_vocab():
            if token.lower() in lowered:
                raise PromptError(f"The prompt contains '{token}', which this text encoder keeps for itself.")

    def _refuse_too_long(self, tokens: int, slots: int) -> None:
        limit = self.max_tokens
        if limit is not None and tokens > limit:
            raise PromptError(
                f"The prompt is {tokens} tokens long ({slots} of them pseudo-words); this text encoder reads {limit}.",
                f"Shorten it by about {tokens - limit} words.",
            )


def _added_tokens(names: list[str]) -> list[AddedToken]:
    """The space before a slot belongs to it (byte-level tokenizers would make a token of it); case is kept."""
    from tokenizers import AddedToken

    return [AddedToken(name, lstrip=True, normalized=False) for name in names]
