"""Japanese verbs and adjectives as they stand in sentences: what a word begins with, and what may follow there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Stem(NamedTuple):
    """What all forms of a word begin with goes before `ending`, whose group "not" tells what is denied."""

    ending: re.Pattern[str]
    meaning: str
    is_adjective: bool = False


_AFTER_TE = (
    r"(?:い(?:る|た|て|ます|ました|ない|なく|き|く|った|って|け)?|る|た|て|ます|ました|ない|なかった|"
    r"く(?:る|れる|れた|れて|ださい)|き(?:た|て|ます|ました)|しま(?:う|った|って|い)|み(?:る|た|て|せる|せた)|み|"
    r"お(?:く|いた|り)|あ(?:る|った|り)|ほしい|欲しい|から|ばかり|も)?"
)
_T = rf"(?:て{_AFTER_TE}|た(?:り|ら)?|ちゃ(?:う|った|って|い)|と(?:く|いた|いて))"
_D = rf"(?:で{_AFTER_TE}|だ(?:り|ら)?|じゃ(?:う|った|って|い)|ど(?:く|いた|いて))"
_AFTER_I = (
    r"(?:ながら|つつ|ま(?:す|した|しょう)|た(?:い|くて|く|かった|がる)|そう[なに]?|すぎ(?:る|た|て)?|過ぎ(?:る|た|て)?|"
    rf"(?:始め|続け|はじめ|つづけ|かけ|終え|上げ|つけ|抜け|直し|出し){_T}|(?:始め|続け|かけ|終え|上げ|抜け)る|"
    rf"(?:出|だ)(?:す|し{_T})|(?:回|まわ|まく|切|終わ|上が|去)(?:る|り|っ{_T})|合(?:う|い|っ{_T})|込(?:む|み|ん{_D})|"
    r"やすい|にくい|っぱなし)"
)
_PASSIVE = rf"(?:れ|せ|され|せられ)(?:る|{_T}|ま(?:す|した)|そう[なに]?|な(?P<not_done>い))?"
_NOT = r"(?P<not>ない|なかった|なくて|なく|なければ|ず(?:に)?|ぬ|ん(?=[。,. ]|$))"
_CAN = rf"(?:る|{_T}|ば|(?P<not_able>ない|なかった|なくて|ず(?:に)?))"
_OF_TE, _OF_DE, _OF_I = re.compile(_T), re.compile(_D), re.compile(_AFTER_I + "?")
_OF_A = re.compile(rf"(?:{_NOT}|{_PASSIVE})")
_OF_E = re.compile(_CAN)
_OF_ONE_STEM = re.compile(
    rf"(?:{_T}|{_AFTER_I}|{_NOT}|(?:ら)?れ(?:る|{_T}|(?P<not_able>ない|ず))|さ(?:せ|せられ)(?:る|{_T})|よう|ろ|れば|つつ)?"
)
_OF_ADJECTIVES = re.compile(
    r"(?:く(?P<not>な(?:い|く|くて|かった))|く(?:な(?:る|って|った|り)|て|も)?|かった|かろう|さ|そう[なに]?|げ[なに]?|"
    r"すぎ(?:る|た|て|(?P<not_too>ない))?|が(?:る|り|って|った)|め[のに])"
)
_WANT = re.compile("おう|こう|ごう|そう|とう|のう|ぼう|もう|ろう")
_ROWS: Mapping[str, tuple[str, str, str, str]] = {
    "う": ("わ", "い", "っ", "え"), "つ": ("た", "ち", "っ", "て"), "る": ("ら", "り", "っ", "れ"),
    "く": ("か", "き", "い", "け"), "ぐ": ("が", "ぎ", "い", "げ"), "す": ("さ", "し", "し", "せ"),
    "む": ("ま", "み", "ん", "め"), "ぶ": ("ば", "び", "ん", "べ"), "ぬ": ("な", "に", "ん", "ね"),
}  # fmt: skip
"""Last sound of a verb -> the sounds before "nai", "masu", "te" and "ba"."""
_VOICED = "ぐむぶぬ"
"""After these it is "de"."""
_KANJI = re.compile(r"[\u3400-\u9fff]")
_KANA_VERB = re.compile(r"[\u3040-\u309f]{2,}[うつるくぐすむぶぬ]$")
_IRREGULAR = {"する": (("し", _OF_ONE_STEM), ("さ", re.compile(_PASSIVE))), "くる": (("き", re.compile(_T)),)}


def stems(table: Mapping[str, str]) -> dict[str, list[Stem]]:
    """What the verbs and the adjectives in -i of a table begin with in all their forms. Whether a verb in -ru keeps its
    stem ("taberu") or not ("hashiru") is not written; as nobody writes the wrong forms, both are held."""
    found: dict[str, list[Stem]] = {}
    for word, meaning in table.items():
        stem, last = word[:-1], word[-1:]
        if word in _IRREGULAR:
            for start, ending in _IRREGULAR[word]:
                found.setdefault(start, []).append(Stem(ending, meaning))
        elif not stem or not (_KANJI.search(stem) or _KANA_VERB.match(word) or len(stem) > 1 or meaning == ""):
            continue
        elif last == "い":
            found.setdefault(stem, []).append(Stem(_OF_ADJECTIVES, meaning, is_adjective=True))
        elif last in _ROWS:
            a, i, te, e = _ROWS[last]
            for sound, ending in ((a, _OF_A), (i, _OF_I), (te, _OF_DE if last in _VOICED else _OF_TE), (e, _OF_E)):
                found.setdefault(stem + sound, []).append(Stem(ending, meaning))
            found.setdefault(stem, []).append(Stem(_WANT, meaning))
            if last == "る":
                found.setdefault(stem, []).append(Stem(_OF_ONE_STEM, meaning))
    return found
