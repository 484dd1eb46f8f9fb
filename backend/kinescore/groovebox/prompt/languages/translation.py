"""A prompt in German, Spanish, French, Japanese or Chinese -> English words that the vocabulary knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinescore.genres import GENRE_OF_PHRASE
from kinescore.groovebox.prompt.languages import french, german, spanish
from kinescore.groovebox.prompt.languages.east_asian import RUN, read_east_asian
from kinescore.groovebox.prompt.languages.endings import Forms, french_forms, german_forms, spanish_forms
from kinescore.groovebox.prompt.languages.everyday import ALSO_ENGLISH, everyday
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE
from kinescore.groovebox.prompt.words.tables import read_table, words

_WORD = re.compile(r"[\w#♯♭&']+|[^\w\s]")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ELISION = re.compile(r"\b([cdjlmnqst]|qu)['’]")
_PUNCTUATION = str.maketrans("、，。！？；：・", ",,.!?;:,")
_LONGEST = 4
_SHORTEST_PART, _SHORTEST_TAIL = 3, 4
_SHORTEST_HEAD = 5
_SHORTEST_COGNATE = 7
_SURELY_FOREIGN = 10
_SHORTEST_BORROWED = 5
_HALF_A_PROOF = 0.5
_AMID_ENGLISH = 2
_ENGLISH_SMALL = words("the of and with for to at is are from by his her their into through")
_GERMAN_LETTERS = str.maketrans("k", "c")
Known = Callable[[str], bool]


@dataclass(frozen=True)
class _Spaced:
    """A language written with spaces. phrases: with their English meaning, and without accents but where only those
    tell two words apart ("marché", a market, "marche"); forms: a word as it stands and as the table may hold it;
    cognates: endings of words that are English but for them."""

    name: str
    phrases: Mapping[str, str]
    forms: Forms
    cognates: Sequence[tuple[str, str]] = ()

    def words(self, text: str) -> list[str]:
        """The words of a text in small letters, without accents that tell nothing."""
        return [
            word if any(form in self.phrases for form in self.forms(word)) else _plain(word)
            for word in _WORD.findall(_HYPHEN.sub(" ", _ELISION.sub(r"\1 ", text)))
        ]

    def meaning(self, words: Sequence[str], index: int) -> tuple[str, int] | None:
        """The English of the longest phrase at `index`, and how many words it takes."""
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            for form in self.forms(phrase):
                if form in self.phrases:
                    return self.phrases[form], length
        return None


_GERMAN_COGNATES = (("isches", "ic"), ("ischer", "ic"), ("ische", "ic"), ("isch", "ic"), ("tat", "ty"), ("ie", "y"))
_SPANISH_COGNATES = (
    ("cion", "tion"), ("dad", "ty"), ("ica", "ic"), ("ico", "ic"), ("osa", "ous"), ("oso", "ous"), ("mente", "ly"),
    ("ia", "y"), ("al", "al"), ("ivo", "ive"), ("iva", "ive"), ("ista", "ist"),
)  # fmt: skip
_FRENCH_COGNATES = (
    ("iques", "ic"), ("ique", "ic"), ("euse", "ous"), ("eux", "ous"), ("ment", "ly"), ("ie", "y"), ("elle", "al"),
    ("el", "al"), ("if", "ive"), ("ive", "ive"), ("eur", "or"), ("iste", "ist"),
)  # fmt: skip


_SPACED = (
    _Spaced("German", everyday("German") | read_table(german.WORDS), german_forms, _GERMAN_COGNATES),
    _Spaced("Spanish", everyday("Spanish") | read_table(spanish.WORDS), spanish_forms, _SPANISH_COGNATES),
    _Spaced("French", everyday("French") | read_table(french.WORDS), french_forms, _FRENCH_COGNATES),
)


def in_english(prompt: str, known: Known) -> tuple[str, str]:
    """Return the prompt with foreign words as English ones, and the name of their language, "" for English alone.

    known: whether a word is English to the vocabulary. A word that means something in both languages is read as the
    one that more of the prompt is in; words of neither stay as they are.
    """
    prompt = prompt.translate(_PUNCTUATION)
    if RUN.search(prompt):
        return read_east_asian(prompt)
    written = unicodedata.normalize("NFC", prompt.lower().replace("ß", "ss"))
    language = max(_SPACED, key=lambda candidate: _foreign(candidate, candidate.words(written), known))
    words = language.words(written)
    if language.name == "German":
        words = [part for word in words for part in _parts(word, language, known)]
    foreign = _foreign(language, words, known)
    if not foreign:
        return prompt, ""
    mostly = foreign >= sum(known(word) and language.meaning([word], 0) is None for word in words)
    return _translated(language, words, known, mostly), language.name


def _parts(word: str, language: _Spaced, known: Known) -> Sequence[str]:
    """A compound that ends in a kind of music or an instrument in its two parts: "kaffeehaus", "jazz"; one whose end
    says nothing as what it begins with; "schlagzeugfrei" as "ohne schlagzeug"."""
    if known(word) or language.meaning([word], 0):
        return [word]
    for ending in german.WITHOUT:
        refused = language.meaning([word.removesuffix(ending)], 0) if word.endswith(ending) else None
        if refused and (refused[0] in INSTRUMENT_PHRASES or refused[0] in UNAVAILABLE):
            return ["ohne", word.removesuffix(ending), ","]
    for start in range(len(word) - _SHORTEST_TAIL - 1, _SHORTEST_HEAD - 1, -1):  # "motorrad", "rennen"
        if language.meaning([word[:start]], 0) and language.meaning([word[start:]], 0):
            return [word[:start], word[start:]]
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
    """A text without accents."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _foreign(language: _Spaced, words: Sequence[str], known: Known) -> float:
    """How many words of substance the language has that English has not; a letter or an article is no proof, but two
    different small words are: "un torero entra en la plaza"."""
    count, sure, english_words = 0.0, False, 0
    index = 0
    small: set[str] = set()
    while index < len(words):
        english, length = language.meaning(words, index) or (None, 1)
        if english == "" and not known(words[index]) and words[index] not in ALSO_ENGLISH:
            small.add(words[index])
        if english is None and not known(words[index]) and _cognate(words[index], language, known) != words[index]:
            count += _HALF_A_PROOF
        if english and english != " ".join(words[index : index + length]):  # "tai chi" is that in every language
            proofs = (word for word in words[index : index + length] if len(word) > 2 and word not in ALSO_ENGLISH)
            found = [word for word in proofs if not known(word)]
            count += len(found)
            sure = sure or any(len(word) >= _SURELY_FOREIGN or not word.isascii() for word in found)
        english_words += english is None and known(words[index])
        index += length
    amid_english = any(word in _ENGLISH_SMALL and word not in language.phrases for word in words)
    few = count <= 1 and (amid_english or (not small and english_words >= _AMID_ENGLISH))
    if not sure and (few or (amid_english and not small)):
        return 0.0  # "a boxing champion walks to the ring", "night market food stalls", "marines storm the hive"
    return count + min(len(small), 8) / 10 if count or len(small) > 1 else 0.0


def _translated(language: _Spaced, words: Sequence[str], known: Known, mostly: bool) -> str:
    english, index = [], 0
    while index < len(words):
        found = language.meaning(words, index)
        if found is None and not known(words[index]):
            found = (_borrowed(_cognate(words[index], language, known), language, known), 1)
        if found is None or (known(words[index]) and not mostly and found[1] == 1):
            found = (words[index], 1)
        english.append(found[0])
        index += found[1]
    return " ".join(filter(None, english))


def _cognate(word: str, language: _Spaced, known: Known) -> str:
    """A learned word as English writes it ("misterioso": "mysterious" but for a letter, which parsing forgives)."""
    if language.name == "German" and len(word) > _SHORTEST_BORROWED and known(word.translate(_GERMAN_LETTERS)):
        return word.translate(_GERMAN_LETTERS)  # "traktor"
    if len(word) >= _SHORTEST_COGNATE:
        for ending, english in language.cognates:
            stem = word.removesuffix(ending)
            if stem != word and known(stem + english):
                return stem + english
    return word


def _borrowed(word: str, language: _Spaced, known: Known) -> str:
    """A word that only another of the languages has, in English: "Klavier, sans rythme"."""
    if known(word) or len(word) < _SHORTEST_BORROWED:
        return word
    others = (other.phrases[word] for other in _SPACED if other is not language and word in other.phrases)
    return next(filter(None, others), word)
