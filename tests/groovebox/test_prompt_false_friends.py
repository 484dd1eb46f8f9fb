"""German, Spanish and French: false friends, words that nobody translates, and which language a prompt is in."""

from __future__ import annotations

import pytest

from kinescore.dance.metre import Metre
from kinescore.groovebox.prompt.evidence import is_weighed
from kinescore.groovebox.prompt.languages.translation import in_english
from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.lexicon import is_english
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.words.tables import read_table

SENTENCES = {
    "German": "der {} und die Frau auf der Strasse",
    "Spanish": "el {} de la mujer en la calle",
    "French": "le {} de la femme dans la rue",
}
# language: foreign word, what it was read as
FALSE_FRIENDS = {
    "German": """bett prayer, fell falls, gut guts, fast fast, leder leader, diener diner, lunge lounge, burger knight,
        klingt sword, mittag with, alltag space, schicken elegant, donnerstag thunder, stimmt vocals, kumpel miner,
        vergessen snack, interessen snack, entsprechend duck, grade comedy, handelt handel, eisen ice, termin theremin,
        osterreich ostrich, lauter more""",
    "Spanish": """pies pie, arena hall, antes ant, caja snare, ganas wins, den wins, camion chase, carpeta carpet,
        copa wins, monte builds, largo slow, real king, baja bass, celos cello, posesion passion, velas restaurant,
        nervios nervous, puerta harbour, mala bass, suena dream, obra construction, patas duck, suma sumo,
        comunidades dad, importantes ant, carne crane""",
    "French": """but stadium, bras brass, car cars, poing popping, sable sword, porte harbour, monde moon,
        depart farewell, tour castle, main maine, pain pain, sale sale, croisade cruise, mousse mouse,
        montre clock, gauche clumsy, vente wind, crise scream, partie journey,
        recu school, meme grandma, populaires lair, choses chases, son son,
        francaises parisian, presente gift""",
}
PAIRS = [
    (language, *pair.split())
    for language, pairs in FALSE_FRIENDS.items()
    for pair in pairs.replace("\n", " ").split(",")
]


@pytest.mark.parametrize(("language", "word", "misread"), PAIRS)
def test_a_word_of_another_language_is_no_english_word_that_it_resembles(
    language: str, word: str, misread: str
) -> None:
    prompt = SENTENCES[language].format(word)
    intent = parse_prompt(prompt)
    assert in_english(prompt, is_english)[1] == language
    read = {part for phrase, taken in intent.readings if taken for part in phrase.split()}
    assert misread not in read
    assert not any(f"read as '{misread}" in note or f"taken for '{misread}" in note for note in intent.notes)


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("was zum abhotten, bass muss ballern", "German"),
        ("Eröffnung der Olympiade", "German"),
        ("Er schlägt im Takt auf den Tisch", "German"),
        ("fuer einen schoenen Abend", "German"),
        ("der Wüterich räumt ab", "German"),
        ("algo bailongo pa perrear", "Spanish"),
        ("un año entero", "Spanish"),
        ("un truc pour kiffer", "French"),
        ("le garçon têtu", "French"),
        ("mariachi skeletons on dia de los muertos, trumpets", ""),
        ("pas de deux", ""),
        ("none found", ""),
        ("Hip, Spine01, NeckTwist01, Head", ""),
        ("the café of a naïve piñata maker", ""),
    ],
)
def test_the_language_is_told_by_common_words_and_by_letters(prompt: str, language: str) -> None:
    assert in_english(prompt, is_english)[1] == language


@pytest.mark.parametrize(
    ("prompt", "meant"),
    [
        ("Musik der Fünfziger", "50s"),
        ("wie in den 80ern", "80s"),
        ("música de los años 50", "50s"),
        ("algo de los 80, bailable", "80s"),
        ("musique des Années 50", "50s"),
        ("les années folles à Paris", "1920s"),
        ("das Mädchen klopft an die Kellertür", "basement"),
        ("das maedchen im schloss", "girl"),
        ("una base lo-fi para estudiar", "lo fi"),
        ("un concert de hip hop dans la rue", "hip hop"),
        ("ein Stück Drum and Bass für die Strasse", "drum and bass"),
        ("la universidad y su constante conflicto", "conflict"),
    ],
)
def test_decades_compounds_and_learned_words_are_read(prompt: str, meant: str) -> None:
    assert f" {meant} " in f" {in_english(prompt, is_english)[0]} "


@pytest.mark.parametrize(
    "prompt", ["ein Stück im 3/4-Takt mit Harfe", "una pieza en 3/4 con arpa", "un morceau en 3/4 avec harpe"]
)
def test_a_metre_is_read_in_every_language(prompt: str) -> None:
    assert parse_prompt(prompt).metre is Metre.THREE_FOUR


@pytest.mark.parametrize(
    "prompt",
    ["ganz ohne Schlagzeug, nur Harfe", "arpa sola sin nada de batería", "de la harpe sans aucune batterie"],
)
def test_drums_are_refused_in_other_words(prompt: str) -> None:
    assert "drums" in parse_prompt(prompt).unwanted


def test_a_word_that_nobody_translates_is_reported_as_it_stands() -> None:
    intent = parse_prompt("le croupion de la femme dans la rue")
    assert "«croupion»" in " ".join(intent.notes)
    assert any("does not know" in note and "'croupion'" in note for note in intent.notes)


@pytest.mark.parametrize(
    "table", ["german_common", "spanish_common", "french_common", "japanese_scenes", "chinese_scenes"]
)
def test_every_meaning_is_one_that_the_vocabulary_has(table: str) -> None:
    meanings = {meaning for meaning in read_table(written(table)).values() if meaning}
    unheard = [
        meaning
        for meaning in meanings
        if not is_english(meaning)
        and not all(is_english(word) or is_weighed(word) for word in meaning.replace("-", " ").split())
    ]
    assert unheard == []


def test_an_accented_word_that_a_table_has_proves_its_language() -> None:
    assert "trap dark , without melody" in " ".join(parse_prompt("trap sombre, sans mélodie").notes)
    assert not any("was read as French" in note for note in parse_prompt("cozy café jazz").notes)
    assert "heart and wish" in " ".join(parse_prompt("le cœur et les vœux").notes)
