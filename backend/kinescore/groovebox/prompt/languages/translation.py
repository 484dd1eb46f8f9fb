"""A prompt in German, Spanish, French, Japanese or Chinese -> English words that the vocabulary knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinescore.genres import GENRE_OF_PHRASE
from kinescore.groovebox.prompt.languages import chinese, french, german, japanese, spanish
from kinescore.groovebox.prompt.languages.everyday import ALSO_ENGLISH, everyday
from kinescore.groovebox.prompt.words.tables import read_table

_WORD = re.compile(r"[\w#♯♭&']+|[^\w\s]")
_ELISION = re.compile(r"\b([cdjlmnqst]|qu)['’]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_PUNCTUATION = str.maketrans("、，。！？；：・", ",,.!?;:,")
_LONGEST = 4
_SHORTEST_PART, _SHORTEST_TAIL = 3, 4
_SHORTEST_HEAD = 5
_SHORTEST_COGNATE = 7
_HALF_A_PROOF = 0.5
_JAPANESE_ONLY = frozenset(
    "桜気楽広図駅戦竜黒歩売対関発帰渋鉄浜沢円県検権験戻込働畑峠辻姫様変読続転銭単弾庁聴両労継絵剣闘隠応仮価覚顔暁勲径恵渓"
    "経軽鶏芸撃険献満辺総蛍壊拡卒廃"
)
"""Characters as only Japanese writes them; Chinese writes others of the same meaning."""
Known = Callable[[str], bool]


@dataclass(frozen=True)
class _Spaced:
    """A language written with spaces. phrases: without accents, with their English meaning; forms: a word as it stands
    and as the table may hold it; cognates: endings of words that are English but for them."""

    name: str
    phrases: Mapping[str, str]
    forms: Callable[[str], Sequence[str]]
    cognates: Sequence[tuple[str, str]] = ()

    def meaning(self, words: Sequence[str], index: int) -> tuple[str, int] | None:
        """The English of the longest phrase at `index`, and how many words it takes."""
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            for form in self.forms(phrase):
                if form in self.phrases:
                    return self.phrases[form], length
        return None


def _without_endings(*endings: str, others: Sequence[tuple[str, str]] = ()) -> Callable[[str], Sequence[str]]:
    def forms(word: str) -> Sequence[str]:
        shorter = [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
        return [word, *(word.removesuffix(old) + new for old, new in others if word.endswith(old)), *shorter]

    return forms


_GERMAN_COGNATES = (("isches", "ic"), ("ischer", "ic"), ("ische", "ic"), ("isch", "ic"), ("tat", "ty"), ("ie", "y"))
_SPANISH_COGNATES = (
    ("cion", "tion"), ("dad", "ty"), ("ica", "ic"), ("ico", "ic"), ("osa", "ous"), ("oso", "ous"), ("mente", "ly"),
    ("ia", "y"), ("al", "al"), ("ivo", "ive"), ("iva", "ive"), ("ista", "ist"),
)  # fmt: skip
_FRENCH_COGNATES = (
    ("iques", "ic"), ("ique", "ic"), ("euse", "ous"), ("eux", "ous"), ("ment", "ly"), ("ie", "y"), ("elle", "al"),
    ("el", "al"), ("if", "ive"), ("ive", "ive"), ("eur", "or"), ("iste", "ist"),
)  # fmt: skip


def _german_forms(word: str) -> Sequence[str]:
    found = [*_without_endings(*german.SUFFIXES)(word), *_without_endings("in", "innen")(word)[1:]]
    if " " in word:  # "im wilden westen"
        first, rest = word.split(" ", 1)
        found += [
            f"{stem}{ending} {rest}" for stem in _without_endings("en", "em")(first)[1:] for ending in ("er", "es", "e")
        ]
    parts = [part for part in german.COMPOUNDS if word.endswith(part) and len(word) > len(part) + 2]
    return found + [form for part in parts for form in _without_endings("s")(word.removesuffix(part))]


_SPACED = (
    _Spaced("German", everyday("German") | read_table(german.WORDS), _german_forms, _GERMAN_COGNATES),
    _Spaced(
        "Spanish",
        everyday("Spanish") | read_table(spanish.WORDS),
        _without_endings(*spanish.SUFFIXES, others=spanish.GENDERS),
        _SPANISH_COGNATES,
    ),
    _Spaced(
        "French",
        everyday("French") | read_table(french.WORDS),
        _without_endings(*french.SUFFIXES),
        _FRENCH_COGNATES,
    ),
)
_JAPANESE = everyday("Japanese") | read_table(japanese.WORDS)
_CHINESE = everyday("Chinese") | read_table(chinese.WORDS)


def in_english(prompt: str, known: Known) -> tuple[str, str]:
    """Return the prompt with foreign words as English ones, and the name of their language, "" for English alone.

    known: whether a word is English to the vocabulary. A word that means something in both languages is read as the
    one that more of the prompt is in; words of neither stay as they are.
    """
    prompt = prompt.translate(_PUNCTUATION)
    if _EAST_ASIAN.search(prompt):
        is_japanese = bool(_KANA.search(prompt)) or not _JAPANESE_ONLY.isdisjoint(prompt)
        tables = (_JAPANESE, _CHINESE) if is_japanese else (_CHINESE, _JAPANESE)
        english = _EAST_ASIAN.sub(lambda found: f" {_read_run(found.group(), tables)} ", prompt)
        return english, "Japanese" if is_japanese else "Chinese"
    words = _WORD.findall(_ELISION.sub(r"\1 ", _plain(prompt)))
    language = max(_SPACED, key=lambda candidate: _foreign(candidate, words, known))
    if language.name == "German":
        words = [part for word in words for part in _parts(word, language, known)]
    foreign = _foreign(language, words, known)
    if not foreign:
        return prompt, ""
    mostly = foreign >= sum(known(word) and language.meaning([word], 0) is None for word in words)
    return _translated(language, words, known, mostly), language.name


def _parts(word: str, language: _Spaced, known: Known) -> Sequence[str]:
    """A compound that ends in a kind of music or an instrument in its two parts: "kaffeehaus", "jazz"; one whose end
    says nothing as what it begins with."""
    if known(word) or language.meaning([word], 0):
        return [word]
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_TAIL + 1):
        if word[start:] in GENRE_OF_PHRASE or language.meaning([word[start:]], 0):
            head = word[:start]
            joints = (head, head.removesuffix("s"), head.removesuffix("n"), head + "e")
            meant = next((part for part in joints if language.meaning([part], 0)), None)
            if meant or word[start:] in GENRE_OF_PHRASE or len(word) - start > _SHORTEST_TAIL:
                return [meant or joints[1], word[start:]]  # but "ambiente" has no duck ("ente") in it
    for end in range(len(word) - _SHORTEST_TAIL, _SHORTEST_HEAD - 1, -1):  # "zirkusdirektor" is at home in a circus
        if language.meaning([word[:end]], 0):
            return [word[:end]]
    return [word]


def _plain(text: str) -> str:
    """Lower case without accents."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _foreign(language: _Spaced, words: Sequence[str], known: Known) -> float:
    """How many words of substance the language has that English has not; a letter or an article is no proof, but two
    different small words are: "un torero entra en la plaza"."""
    count = 0.0
    index = 0
    small: set[str] = set()
    while index < len(words):
        english, length = language.meaning(words, index) or (None, 1)
        if english == "" and not known(words[index]) and words[index] not in ALSO_ENGLISH:
            small.add(words[index])
        if english is None and not known(words[index]) and _cognate(words[index], language, known) != words[index]:
            count += _HALF_A_PROOF
        if english:
            proofs = (word for word in words[index : index + length] if len(word) > 2 and word not in ALSO_ENGLISH)
            count += sum(not known(word) for word in proofs)
        index += length
    return count + min(len(small), 8) / 10 if count or len(small) > 1 else 0.0


def _translated(language: _Spaced, words: Sequence[str], known: Known, mostly: bool) -> str:
    english, index = [], 0
    while index < len(words):
        found = language.meaning(words, index)
        if found is None and not known(words[index]):
            found = (_cognate(words[index], language, known), 1)
        if found is None or (known(words[index]) and not mostly and found[1] == 1):
            found = (words[index], 1)
        english.append(found[0])
        index += found[1]
    return " ".join(filter(None, english))


def _cognate(word: str, language: _Spaced, known: Known) -> str:
    """A learned word as English writes it ("misterioso": "mysterious" but for a letter, which parsing forgives)."""
    if len(word) >= _SHORTEST_COGNATE:
        for ending, english in language.cognates:
            stem = word.removesuffix(ending)
            if stem != word and known(stem + english):
                return stem + english
    return word


def _read_run(text: str, tables: Sequence[Mapping[str, str]]) -> str:
    """English for characters without spaces; what nothing is known for stays together."""
    english: list[str] = []
    unread, index = "", 0
    while index < len(text):
        marker = next((m for m in (*japanese.AFTER_NOT, *japanese.AFTER_ONLY) if text.startswith(m, index)), None)
        meaning, length = _longest(text, index, tables)
        if marker and english and len(marker) >= length:
            english[-1] = f", {'no' if marker in japanese.AFTER_NOT else 'only'} {english[-1]} ,"
            meaning, length = "", len(marker)
        if length:
            english += [part for part in (unread, meaning) if part]
            unread, index = "", index + length
        else:
            unread, index = unread + text[index], index + 1
    return " ".join([*english, unread] if unread else english)


def _longest(text: str, index: int, tables: Sequence[Mapping[str, str]]) -> tuple[str, int]:
    for table in tables:
        for length in range(min(10, len(text) - index), 0, -1):
            if text[index : index + length] in table:
                return table[text[index : index + length]], length
    return "", 0
