"""The words that Pocket's text encoder knows: one token each.

Names of styles of several words are one token, so that a genre pseudo-word stands where one word stood.
"""

from __future__ import annotations

from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import WordLevel
from transformers import PreTrainedTokenizerFast

from kinescore.groovebox.codes.encode import STYLE_NAMES
from kinescore.groovebox.prompt.words.moods import MOODS
from kinescore.groovebox.theory.pitch import NOTE_NAMES, SHARP_NAMES
from kinescore.pseudo_words.slot_tokenizer import MAX_RHYTHM_WORDS

SLOWEST_BPM, FASTEST_BPM = 40, 240
"""Tempi that are words."""
PADDING, END = "<pad>", "</s>"
_MARKERS = ("<unk>", PADDING, END)
_SMALL_WORDS = ("a", "music", "with", "as", "the", "rhythm", "in", "at", "bpm", "beat", "no", "drums", ",")
_MODES = ("major", "minor")


def words() -> tuple[str, ...]:
    """Return every token, in the order of the embedding table's rows."""
    tempi = (str(bpm) for bpm in range(SLOWEST_BPM, FASTEST_BPM + 1))
    notes = (name.lower() for name in (*NOTE_NAMES, *SHARP_NAMES))
    slots = (f"<extra_id_{index}>" for index in range(MAX_RHYTHM_WORDS + 1))
    styles = (_joined(name) for name in STYLE_NAMES)
    return tuple(dict.fromkeys((*_MARKERS, *_SMALL_WORDS, *_MODES, *styles, *MOODS, *notes, *tempi, *slots)))


def pocket_tokenizer() -> PreTrainedTokenizerFast:
    """Return the tokenizer: small letters, words between spaces, commas apart, `</s>` at the end."""
    tokens = words()
    tokenizer = Tokenizer(WordLevel({word: row for row, word in enumerate(tokens)}, unk_token="<unk>"))
    longest_first = sorted((name for name in STYLE_NAMES if " " in name), key=len, reverse=True)
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Lowercase(), *(normalizers.Replace(name, _joined(name)) for name in longest_first)]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(",", "isolated"), pre_tokenizers.WhitespaceSplit()]
    )
    end = tokens.index(END)
    tokenizer.post_processor = processors.TemplateProcessing(single=f"$A {END}", special_tokens=[(END, end)])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        unk_token="<unk>",
        pad_token=PADDING,
        eos_token=END,
        additional_special_tokens=[word for word in tokens if word.startswith("<extra_id_")],
    )


def _joined(style: str) -> str:
    return style.replace(" ", "_")
