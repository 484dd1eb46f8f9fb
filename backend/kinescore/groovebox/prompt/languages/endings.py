"""How words of German, Spanish and French stand in sentences, and how the tables may hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kinescore.groovebox.prompt.languages import french, german, spanish

Forms = Callable[[str], Sequence[str]]
"""A word as it stands -> what the table may hold it as, the likeliest first."""
_SHORTEST_STEM, _SHORTEST_GERMAN_STEM = 3, 4
"""A "bett" is nobody who prays ("beten")."""
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SHORTEST_WITH_UMLAUT = 4
_GERMAN_VERBS = tuple((ending, "en") for ending in ("enden", "ender", "endes", "ende", "end", "test", "te", "t", "st"))
_GERMAN_DOINGS = (("erei", "en"), ("ereien", "en"), ("elei", "eln"))
"""A "schiesserei" is where people shoot ("schiessen")."""
_SPANISH_VERBS = tuple(
    (ending, infinitive)
    for infinitive, endings in (
        ("ar", ("ando", "aron", "aba", "aban", "ado", "ada", "ados", "adas", "an", "a", "o")),
        ("er", ("iendo", "ieron", "ido", "ida", "idos", "idas", "en", "e")),
        ("ir", ("iendo", "ieron", "ido", "ida", "idos", "idas", "en", "e")),
    )
    for ending in endings
)
_FRENCH_VERBS = tuple(
    (ending, infinitive)
    for infinitive, endings in (
        ("er", ("ent", "ant", "ait", "ees", "ee", "es", "e")),
        ("ir", ("issent", "issant", "ies", "ie", "it", "i")),
        ("re", ("ent", "ant", "ues", "ue", "u")),
    )
    for ending in endings
)
_SPANISH_SMALL = (
    ("citos", ""), ("citas", ""), ("cito", ""), ("cita", ""), ("itos", "o"), ("itas", "a"), ("ito", "o"), ("ita", "a"),
    ("itos", ""), ("ito", ""), ("ita", ""), ("illo", "o"), ("illa", "a"),
)  # fmt: skip
_FRENCH_MANY = (("aux", "al"), ("x", ""), ("euses", "eux"), ("euse", "eux"), ("ives", "if"), ("ive", "if"))


def _changed(changes: Sequence[tuple[str, str]], shortest_stem: int = 1) -> Forms:
    """The word with one ending for another, in all ways."""

    def forms(word: str) -> Sequence[str]:
        stems = ((word.removesuffix(old), new) for old, new in changes if word.endswith(old))
        return [stem + new for stem, new in stems if len(stem) >= shortest_stem]

    return forms


def _either(*ways: Forms) -> Forms:
    """The word as it is, then what each of some ways makes of it."""
    return lambda word: [word, *(form for way in ways for form in way(word))]


def _without(*endings: str) -> Forms:
    return _changed([(ending, "") for ending in endings])


_GERMAN_WORDS = _either(
    _without(*german.SUFFIXES, "in", "innen"),
    _changed([("chen", ""), ("lein", ""), *_GERMAN_DOINGS], _SHORTEST_STEM),
    _changed(_GERMAN_VERBS, _SHORTEST_GERMAN_STEM),
)


def german_forms(word: str) -> Sequence[str]:
    """A word without its endings; an adjective before a noun in its other cases; a compound without an empty end."""
    found = [*_GERMAN_WORDS(word)]
    if " " in word:  # "im wilden westen"
        first, rest = word.split(" ", 1)
        found += [
            f"{stem}{ending} {rest}"
            for stem in (first.removesuffix(case) for case in ("en", "em") if first.endswith(case))
            for ending in ("er", "es", "e")
        ]
    if len(word) >= _SHORTEST_WITH_UMLAUT:  # "maedchen"
        found += [word.replace(typed, letter) for typed, letter in _UMLAUTS if typed in word]
    parts = [part for part in german.COMPOUNDS if word.endswith(part) and len(word) > len(part) + 2]
    return found + [form for part in parts for form in _either(_without("s"))(word.removesuffix(part))]


spanish_forms = _either(
    _changed(spanish.GENDERS),
    _without(*spanish.SUFFIXES),
    _changed([*_SPANISH_SMALL, *_SPANISH_VERBS], _SHORTEST_STEM),
)
french_forms = _either(_without(*french.SUFFIXES), _changed([*_FRENCH_MANY, *_FRENCH_VERBS], _SHORTEST_STEM))
