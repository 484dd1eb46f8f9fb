"""A prompt in German, Spanish, French, Japanese or Chinese -> English words that the vocabulary knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kinescore.groovebox.prompt.evidence import is_weighed
from kinescore.groovebox.prompt.languages.also_english import ALSO_ENGLISH
from kinescore.groovebox.prompt.languages.compounds import parts
from kinescore.groovebox.prompt.languages.east_asian import RUN, read_east_asian
from kinescore.groovebox.prompt.languages.leftovers import cognate, leftover
from kinescore.groovebox.prompt.languages.spaced import SPACED, Known, Spaced
from kinescore.groovebox.prompt.languages.taken_apart import put_together
from kinescore.groovebox.prompt.lexicon import KNOWN, LONGEST_PHRASE
from kinescore.groovebox.prompt.words.tables import words

_PUNCTUATION = str.maketrans("、，。！？；：・«»", ",,.!?;:,  ")
_SURELY_FOREIGN = 10
_HALF_A_PROOF = 0.5
_AMID_ENGLISH = 2
_ENGLISH_SMALL = words("the on of and with for to at is are from by his her their into through")


def in_english(prompt: str, known: Known) -> tuple[str, str]:
    """Return the prompt with foreign words as English ones, and the name of their language, "" for English alone.

    known: whether a word is English to the vocabulary. A word that means something in both languages is read as the
    one that more of the prompt is in; words of neither stay as they are.
    """
    prompt = unicodedata.normalize("NFC", prompt.translate(_PUNCTUATION))
    full = unicodedata.normalize("NFKC", prompt)  # kana of half the width, letters of twice
    if RUN.search(full):
        return read_east_asian(full)
    written = prompt.lower().replace("ß", "ss")
    texts = {candidate.name: put_together(written, candidate) for candidate in SPACED}
    language = max(
        SPACED, key=lambda candidate: _foreign(candidate, candidate.words(texts[candidate.name]), written, known)
    )
    words = language.words(texts[language.name])
    if language.name == "German":
        words = [part for word in words for part in parts(word, language, known)]
    foreign = _foreign(language, words, written, known)
    if not foreign:
        return prompt, ""
    mostly = foreign >= sum(known(word) and language.meaning([word], 0) is None for word in words)
    return _translated(language, words, known, mostly), language.name


def _foreign(language: Spaced, words: Sequence[str], written: str, known: Known) -> float:
    """How many words of substance the language has that English has not; a letter or an article is no proof, but two
    different small words are: "un torero entra en la plaza". So is one beside a word with letters of its own."""
    count, sure, english_words, amid_english = 0.0, False, 0, False
    index = 0
    marked = language.marked(written) - ALSO_ENGLISH
    small = {word for word in marked if not (known(word) or is_weighed(word))}
    while index < len(words):
        english, length = language.meaning(words, index) or (None, 1)
        if not english and length == 1 and (phrase := _english_phrase(words, index)):
            english, length = None, phrase
        if english == "" and _is_proof(words[index], language, known):
            small.add(words[index])
        if english is None and _is_learned(words[index], language, known):
            count += _HALF_A_PROOF
        if english and english != " ".join(words[index : index + length]):  # "tai chi" is that in every language
            said = words[index : index + length]
            found = [word for word in said if word in marked or _is_proof(word, language, known)]  # "mélodie"
            count += len(found)
            sure = sure or any(len(word) >= _SURELY_FOREIGN or not word.isascii() for word in found)
        english_words += length if english is None and (length > 1 or known(words[index])) else 0
        amid_english |= length == 1 and words[index] in _ENGLISH_SMALL and words[index] not in language.phrases
        index += length
    few = count <= 1 and (amid_english or (not small and english_words >= _AMID_ENGLISH))
    if not sure and (few or (amid_english and not small)):
        return 0.0  # "a boxing champion walks to the ring", "night market food stalls", "marines storm the hive"
    return count + min(len(small), 8) / 10 if count or len(small) > 1 else 0.0


def _is_proof(word: str, language: Spaced, known: Known) -> bool:
    """True for a word that says which language it is in: none that English has, too, by itself or as a mere form."""
    shortest = 2 if language.phrases.get(word) == "" else 3
    is_english = known(word) or word in ALSO_ENGLISH or (word not in language.phrases and is_weighed(word))
    return len(word) >= shortest and not is_english


def _is_learned(word: str, language: Spaced, known: Known) -> bool:
    """True for a word that English has but for its ending."""
    return not known(word) and not is_weighed(word) and cognate(word, language, known) != word


def _translated(language: Spaced, words: Sequence[str], known: Known, mostly: bool) -> str:
    english, index = [], 0
    while index < len(words):
        found = language.meaning(words, index)
        if found in (None, ("", 1)) and (length := _english_phrase(words, index)):
            found = (" ".join(words[index : index + length]), length)  # "lo" of "lo fi" is no article
        elif found is None and (mostly or not known(words[index])):
            found = (leftover(words[index], language, known), 1)
        elif found is None or (known(words[index]) and not mostly and found[1] == 1):
            found = (words[index], 1)
        english.append(found[0])
        index += found[1]
    return " ".join(filter(None, english))


def _english_phrase(words: Sequence[str], index: int) -> int:
    """How many words a phrase of English takes that starts here, 0 for none: "hip hop", "drum and bass"."""
    return next((n for n in range(LONGEST_PHRASE, 1, -1) if " ".join(words[index : index + n]) in KNOWN), 0)
