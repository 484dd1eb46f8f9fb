"""German, Spanish and French: their words in a text, and what their tables make of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinescore.groovebox.prompt.languages import french, german, spanish
from kinescore.groovebox.prompt.languages.endings import Forms, french_forms, german_forms, spanish_forms
from kinescore.groovebox.prompt.languages.everyday import everyday
from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.words.tables import read_table

_WORD = re.compile(r"\b\d/\d\b|[\w#♯♭&']+|[^\w\s]")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_ELISION = re.compile(r"\b([cdjlmnqst]|(?:quel|jus|lors|puis|pres)?qu|aujourd)['’]")
Known = Callable[[str], bool]
"""Whether a word is English to the vocabulary."""


@dataclass(frozen=True)
class Spaced:
    """A language written with spaces.

    letters: that English has not. phrases: with their English meaning, and without accents but where only those tell
    two words apart ("marché", a market, "marche"). forms: a word as it stands and as the table may hold it. cognates:
    endings of words that are English but for them.
    """

    name: str
    letters: str
    phrases: Mapping[str, str]
    forms: Forms
    cognates: Sequence[tuple[str, str]] = ()

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        return max((len(phrase.split()) for phrase in self.phrases), default=0)

    def words(self, text: str) -> list[str]:
        """The words of a text in small letters, without accents that tell nothing."""
        return [
            word if any(form in self.phrases for form in self.forms(word)) else _plain(word)
            for word in _WORD.findall(_HYPHEN.sub(" ", _ELISION.sub(r"\1 ", text)))
        ]

    def marked(self, text: str) -> set[str]:
        """The words of a text, without accents, that have a letter which English has not."""
        return {_plain(word) for word in _WORD.findall(_HYPHEN.sub(" ", text)) if set(word) & set(self.letters)}

    def meaning(self, words: Sequence[str], index: int) -> tuple[str, int] | None:
        """The English of the longest phrase at `index`, and how many words it takes."""
        for length in range(min(self.longest, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            for form in self.forms(phrase):
                if form in self.phrases:
                    return self.phrases[form], length
        return None


_GERMAN_COGNATES = (("isches", "ic"), ("ischer", "ic"), ("ische", "ic"), ("isch", "ic"), ("tat", "ty"), ("ie", "y"))
_SPANISH_COGNATES = (
    ("cion", "tion"), ("dad", "ty"), ("ica", "ic"), ("ico", "ic"), ("osa", "ous"), ("oso", "ous"), ("mente", "ly"),
    ("ia", "y"), ("ivo", "ive"), ("iva", "ive"), ("ista", "ist"),
)  # fmt: skip
_FRENCH_COGNATES = (
    ("iques", "ic"), ("ique", "ic"), ("euse", "ous"), ("eux", "ous"), ("ment", "ly"), ("ie", "y"), ("elle", "al"),
    ("el", "al"), ("if", "ive"), ("eur", "or"), ("iste", "ist"),
)  # fmt: skip
_Contracted = Mapping[str, Sequence[str]]
_IN_SPANISH: _Contracted = {"de": ("del",), "a": ("al",)}
_IN_FRENCH: _Contracted = {"de": ("du", "des", "d"), "a": ("au", "aux")}


def _contracted(refusals: dict[str, str], forms: _Contracted) -> dict[str, str]:
    """The refusals, and those that end in "de" or "a" as they are before an article: "prescinde del", "marre du"."""
    return {
        f"{rest} {form}": meaning
        for phrase, meaning in refusals.items()
        for rest, _, last in (phrase.rpartition(" "),)
        for form in (forms.get(last, ()) if rest else ())
    } | refusals


SPACED = (
    Spaced(
        "German",
        "äöü",
        everyday("German")
        | read_table(german.WORDS)
        | read_table(written("german_common") + written("german_refusals")),
        german_forms,
        _GERMAN_COGNATES,
    ),
    Spaced(
        "Spanish",
        "áéíóúñ¿¡",
        everyday("Spanish")
        | read_table(spanish.WORDS)
        | read_table(written("spanish_common"))
        | _contracted(read_table(written("spanish_refusals")), _IN_SPANISH),
        spanish_forms,
        _SPANISH_COGNATES,
    ),
    Spaced(
        "French",
        "àâçèéêëîïôùûœ",
        everyday("French")
        | read_table(french.WORDS)
        | read_table(written("french_common"))
        | _contracted(read_table(written("french_refusals")), _IN_FRENCH),
        french_forms,
        _FRENCH_COGNATES,
    ),
)
ENGLISH = Spaced("English", "", {}, lambda phrase: [phrase])
"""As a language among the others: every word means itself."""


def _plain(text: str) -> str:
    """A text without accents."""
    letters = unicodedata.normalize("NFKD", text.replace("œ", "oe"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
