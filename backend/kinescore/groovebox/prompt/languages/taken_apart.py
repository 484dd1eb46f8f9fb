"""Refusals and musts whose words stand around the thing: "keep the drums out of it", "nimm das Klavier raus", "fuera
la trompeta", "n'hésite pas à envoyer la batterie". Of English, German, Spanish and French.

Rows of the table are "language kind: pattern, pattern": regular expressions without accents, in which X is the thing
with its article, Y what is none that plays, "^ " the beginning and " $" the end of a part of the sentence, and a word
in capitals one of a row of that name. "with" is a must, "without" and "no" a refusal, whose part ends with the thing
or may go on, and "nix" one only where nothing else is said of the thing: not in "streich die Geige sanft".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from kinescore.groovebox.prompt.languages.around import Around, any_of, arounds
from kinescore.groovebox.prompt.languages.spaced import Spaced
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE, VOICES

_PLAYED = INSTRUMENT_PHRASES.keys() | UNAVAILABLE.keys() | VOICES
_UP_TO_TWO_WORDS = re.compile(r"(?: [\w'-]+){0,2}")
_MORE = re.compile(r"^(?:one )?more ")
"""After a refusal no wish for more: "if I hear one more accordion"."""
_LONGEST_NAME = 3
_SAID: Mapping[str, Mapping[str, str]] = {
    "English": {"without": "without {} ,", "no": "without {}", "nix": "nix {}", "with": "with {} ,"},
    "German": {"without": "ohne {} ,", "no": "ohne {}", "nix": "verschone mich mit {}", "with": "mit {} ,"},
    "Spanish": {"without": "sin {} ,", "no": "sin {}", "nix": "olvidate de {}", "with": "con {} ,"},
    "French": {"without": "sans {} ,", "no": "sans {}", "nix": "epargne {}", "with": "avec {} ,"},
}
"""How the tables of a language say the same before the thing."""


def put_together(text: str, language: Spaced) -> str:
    """A text in small letters in which what refuses an instrument, or calls it a must, stands before it."""
    plain = without_accents(text)
    for around in arounds(language.name):
        if around.may_be_in(plain):
            text = _replaced(text, plain, around, language)
            plain = without_accents(text)
    return text


def without_accents(text: str) -> str:
    """A text without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).replace("’", "'")


def _replaced(text: str, plain: str, around: Around, language: Spaced) -> str:
    """The text in which what the pattern finds around instruments stands before them."""
    said = _SAID[language.name][around.kind]
    may_go_on = "(?" not in around.written.rpartition("X")[2]  # what must not follow is looked for right after X
    parts, done, place = list[str](), 0, 0
    while found := around.pattern.search(plain, place):
        end = _end_of_the_thing(plain, found, language, may_go_on)
        if end is None:
            place = found.start() + 1
            continue
        parts += [text[done : found.start()], said.format(_MORE.sub("", text[found.start("x") : end]))]
        done = place = max(end, found.end())
    return "".join(parts) + text[done:] if parts else text


def _end_of_the_thing(plain: str, found: re.Match[str], language: Spaced, may_go_on: bool) -> int | None:
    """Where the instruments end that stand at X. may_go_on: with up to two words more, as the pattern ends there."""
    other = found.groupdict().get("y")
    if other and _is_played(other, language):
        return None
    goes_on = may_go_on and found.end() == found.end("x")
    more = str(_UP_TO_TWO_WORDS.match(plain, found.end())[0]) if goes_on else ""  # type: ignore[index]
    ends = [found.end("x") + place for place in _ends_of_words(more)]
    in_order = reversed(ends) if re.match(f" (?:{any_of('AND')}) ", more) else ends  # "bells or harp"
    return next((end for end in in_order if _is_played(plain[found.start("x") : end], language)), None)


def _ends_of_words(text: str) -> Sequence[int]:
    """Where a text begins, and where its words end."""
    return [0, *(found.end() for found in re.finditer(r"[\w'-]+", text))]


def _is_played(things: str, language: Spaced) -> bool:
    """True where each of the things that "and" joins ends in an instrument or a voice."""
    return all(_ends_in_music(thing, language) for thing in re.split(f" (?:{any_of('AND')}) ", things))


def _ends_in_music(thing: str, language: Spaced) -> bool:
    """True for "laute gitarre", not for "gitarre laut" nor "gitarre zum"."""
    said, english, index, meaning = language.words(thing), list[str](), 0, ""
    while index < len(said):
        meaning, length = language.meaning(said, index) or (said[index], 1)
        english += meaning.split()
        index += length
    ends = (" ".join(english[-length:]) for length in range(1, _LONGEST_NAME + 1))
    return bool(meaning) and any((known_form(end) or end) in _PLAYED for end in ends)
