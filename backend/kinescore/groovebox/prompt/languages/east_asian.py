"""Japanese and Chinese, which are written without spaces: phrases are found inside the text, the longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kinescore.groovebox.prompt.languages import chinese, japanese
from kinescore.groovebox.prompt.languages.everyday import everyday
from kinescore.groovebox.prompt.words.tables import read_table

RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_KANJI = re.compile(r"[\u3400-\u9fff]")
_JAPANESE_ONLY = frozenset(
    "桜気楽広図駅戦竜黒歩売対関発帰渋鉄浜沢円県検権験戻込働畑峠辻姫様変読続転銭単弾庁聴両労継絵剣闘隠応仮価覚顔暁勲径恵渓"
    "経軽鶏芸撃険献満辺総蛍壊拡卒廃屋"
)
"""Characters as only Japanese writes them; Chinese writes others of the same meaning."""
_LONGEST = 10
_ADJECTIVE_ENDINGS = ("く", "くて", "さ", "そう", "げ", "かった", "み")
_VERB_ENDINGS: Mapping[str, Sequence[str]] = {
    "う": ("い", "って", "った", "わ", "おう"), "つ": ("ち", "って", "った", "た"),
    "る": ("り", "って", "った", "て", "た", "ら", "ろう"), "く": ("き", "いて", "いた", "か", "こう"),
    "ぐ": ("ぎ", "いで", "いだ", "が"), "す": ("し", "して", "した", "さ"), "む": ("み", "んで", "んだ", "ま"),
    "ぶ": ("び", "んで", "んだ", "ば"), "ぬ": ("に", "んで", "んだ", "な"),
}  # fmt: skip


def read_east_asian(prompt: str) -> tuple[str, str]:
    """Return the prompt with what is Japanese or Chinese in it as English words, and the name of the language."""
    is_japanese = bool(_KANA.search(prompt)) or not _JAPANESE_ONLY.isdisjoint(prompt)
    if is_japanese:
        return RUN.sub(lambda run: f" {_read_run(run.group(), (_JAPANESE, _CHINESE))} ", prompt), "Japanese"
    simplified = prompt.translate(_SIMPLIFIED)
    return RUN.sub(lambda run: f" {_read_run(run.group(), (_CHINESE, _JAPANESE))} ", simplified), "Chinese"


def _with_inflections(table: Mapping[str, str]) -> dict[str, str]:
    """The table, and its adjectives in -i and its verbs as they stand in sentences; what it has itself wins."""
    inflected: dict[str, str] = {}
    for word, meaning in table.items():
        stem, last = word[:-1], word[-1:]
        if last == "い" and len(stem) > 1:
            inflected |= dict.fromkeys((stem + ending for ending in _ADJECTIVE_ENDINGS), meaning)
        if last in _VERB_ENDINGS and _KANJI.search(stem):
            inflected |= dict.fromkeys((stem + ending for ending in _VERB_ENDINGS[last]), meaning)
    return inflected | dict(table)


_JAPANESE = _with_inflections(everyday("Japanese") | read_table(japanese.WORDS))
_CHINESE = everyday("Chinese") | read_table(chinese.WORDS)
_SIMPLIFIED = str.maketrans(*chinese.TRADITIONAL)


def _read_run(text: str, tables: Sequence[Mapping[str, str]]) -> str:
    """English for characters without spaces; what nothing is known for stays together."""
    english: list[str] = []
    unread, index = "", 0
    while index < len(text):
        meaning, length = _longest(text, index, tables)
        marker = next((m for m in japanese.MARKERS if text.startswith(m, index)), "")
        if marker and (english or unread) and len(marker) >= length:
            english += [unread] if unread else []
            _mark(english, "no" if marker in japanese.AFTER_NOT else "only")
            unread, index = "", index + len(marker)
        elif length:
            english += [part for part in (unread, meaning) if part]
            unread, index = "", index + length
        else:
            unread, index = unread + text[index], index + 1
    return " ".join([*english, unread] if unread else english)


def _mark(english: list[str], word: str) -> None:
    """Let a word that follows what it speaks of stand before it in English, and before all that "and" joins to it."""
    first = len(english) - 1
    while first >= 2 and english[first - 1] == "and":
        first -= 2
    english[first] = f", {word} {english[first]}"
    english[-1] += " ,"


def _longest(text: str, index: int, tables: Sequence[Mapping[str, str]]) -> tuple[str, int]:
    for table in tables:
        for length in range(min(_LONGEST, len(text) - index), 0, -1):
            if text[index : index + length] in table:
                return table[text[index : index + length]], length
    return "", 0
