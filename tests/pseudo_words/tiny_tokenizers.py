"""Real tokenizer classes with a vocabulary of a few words, made without a download."""

from __future__ import annotations

from transformers import CLIPTokenizer, T5Tokenizer
from transformers.convert_slow_tokenizer import bytes_to_unicode

WORDS = ("rhythm", "a", "music", "with", "as", "the", "joyful", "piano", "dance", "and")


def tiny_t5_tokenizer() -> T5Tokenizer:
    """Return a T5Tokenizer that knows WORDS, printable ASCII and the hundred <extra_id_n>."""
    words = [(f"▁{word}", -3.0) for word in WORDS]
    characters = [(chr(code), -6.0) for code in range(33, 127)]
    return T5Tokenizer(
        vocab=[
            *(("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)),
            *words,
            *characters,
            *((f"<extra_id_{index}>", 0.0) for index in range(99, -1, -1)),
        ],
        extra_ids=100,
        model_max_length=512,
    )


def tiny_clip_tokenizer() -> CLIPTokenizer:
    """Return a CLIPTokenizer with byte-level pieces, and with the merges of real CLIP that swallow "*,"."""
    base = list(bytes_to_unicode().values())
    merges = [("*", ",</w>"), ("@", "*</w>")]
    for word in WORDS:
        left = word[0]
        for index in range(1, len(word)):
            right = word[index] + ("</w>" if index == len(word) - 1 else "")
            if (left, right) not in merges:
                merges.append((left, right))
            left += right
    pieces = dict.fromkeys(left + right for left, right in merges)
    vocabulary = [*base, *(piece + "</w>" for piece in base), *pieces, "<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(
        vocab={piece: index for index, piece in enumerate(vocabulary)}, merges=merges, model_max_length=77
    )
