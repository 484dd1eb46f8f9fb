"""All words of Japanese and of Chinese, as they are cut out of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kinescore.groovebox.prompt.languages import chinese, japanese
from kinescore.groovebox.prompt.languages.cutting import Lexicon
from kinescore.groovebox.prompt.languages.everyday import everyday
from kinescore.groovebox.prompt.languages.japanese_endings import stems
from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.words.tables import read_table

TWICE = re.compile(r"^(..|...)\1$")
"""What sounds are written as: "kirakira"."""
KANA = re.compile(r"[\u3040-\u30ff]")
_IN_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_IN_HIRAGANA = {katakana: hiragana for hiragana, katakana in _IN_KATAKANA.items()}


def doubled(text: str) -> str:
    """A text with the sign of repetition written out."""
    return re.sub(r"(.)々", r"\1\1", text)


def _in_both_kana(table: Mapping[str, str]) -> dict[str, str]:
    """The table, and its words for sounds in the other kana, as they are written in either."""
    sounds = {word: meaning for word, meaning in table.items() if TWICE.match(word) and KANA.match(word)}
    other = {word.translate(kana): said for word, said in sounds.items() for kana in (_IN_KATAKANA, _IN_HIRAGANA)}
    return other | dict(table)


@cache
def japanese_words() -> Mapping[str, str]:
    """{word: English} of Japanese; what turns a meaning round stands for what it does: "no"."""
    markers = {
        **dict.fromkeys(japanese.AFTER_NOT, "no"),
        **dict.fromkeys(japanese.AFTER_ONLY, "only"),
        **dict.fromkeys(japanese.AFTER_LESS, "less"),
        **dict.fromkeys(japanese.AFTER_MORE, "more"),
    }
    told = read_table(written("japanese_scenes")) | everyday("Japanese") | read_table(japanese.WORDS)
    told = _in_both_kana(told | japanese.BUILDS | japanese.SINKS)
    return {doubled(word): meaning for word, meaning in (told | markers).items()}


@cache
def chinese_words() -> Mapping[str, str]:
    """{word: English} of Chinese."""
    told = read_table(written("chinese_scenes")) | everyday("Chinese") | read_table(chinese.WORDS)
    return told | chinese.BUILDS | chinese.SINKS


@cache
def japanese_lexicon() -> Lexicon:
    """Made for the first prompt that has such characters."""
    return Lexicon(japanese_words(), chinese_words(), stems(japanese_words()))


@cache
def chinese_lexicon() -> Lexicon:
    """As `japanese_lexicon`."""
    return Lexicon(chinese_words(), japanese_words(), doubles=True)
