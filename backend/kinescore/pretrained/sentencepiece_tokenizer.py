"""A T5's tokenizer from SentencePiece's own file, as older copies of models carry it.

transformers reads that file through protobuf, of which it wants a newer version than others allow; sentencepiece itself
reads it with any.
"""

from __future__ import annotations

from pathlib import Path

from sentencepiece import SentencePieceProcessor
from tokenizers.normalizers import NFKC
from transformers import T5Tokenizer

from kinescore.errors import BackboneError

PIECES_FILE = "spiece.model"
EXTRA_IDS = 100
MOST_TOKENS = 512


def has_pieces_alone(folder: Path) -> bool:
    """Return whether the tokenizer in `folder` is there as SentencePiece's file and in no other form."""
    return (folder / PIECES_FILE).is_file() and not (folder / "tokenizer.json").is_file()


def t5_tokenizer(folder: Path) -> T5Tokenizer:
    """Return the tokenizer of `folder`, with T5's hundred <extra_id_n> behind its pieces. Raises BackboneError."""
    path = folder / PIECES_FILE
    try:
        pieces = SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise BackboneError(f"'{path}' is damaged, or no file of SentencePiece.") from error
    known = [(pieces.id_to_piece(number), pieces.get_score(number)) for number in range(pieces.get_piece_size())]
    extra = [(f"<extra_id_{number}>", 0.0) for number in reversed(range(EXTRA_IDS))]
    tokenizer = T5Tokenizer(vocab=[*known, *extra], extra_ids=EXTRA_IDS, model_max_length=MOST_TOKENS)
    tokenizer.backend_tokenizer.normalizer = NFKC()  # as T5's pieces were learned
    return tokenizer
