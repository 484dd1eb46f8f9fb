"""Refusals as people say them, before the thing and after it, and negations that refuse nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.refusals_read import FILES, read_refusals
from kinescore.groovebox.prompt.parse import parse_prompt

WITHOUT_DRUMS = """
leave the drums out, jazz
jazz but kill the drums
drums: none
drums are a no-go
don't add drums
lass die Trommeln weg, Jazz
Jazz, Schlagzeug bitte weglassen
Jazz, auf Schlagzeug verzichten
Jazz, das Schlagzeug kann weg
Schlagzeug brauche ich nicht
Jazz, nur nicht mit Schlagzeug
jazz, fuera la batería
jazz, la batería fuera
jazz, prescinde de la batería
jazz, olvida la batería
jazz, batería no
jazz, oublie la batterie
jazz, vire la batterie
jazz, batterie interdite
jazz, batterie à proscrire
jazz, dénué de batterie
ジャズ、ドラムは絶対いらない
ジャズ、ドラムはまだ入れない
ジャズ、ドラムは一切なし
ジャズ、ドラムはなくていい
爵士,鼓就不用了
爵士,鼓免了
爵士,鼓一律不要
爵士,鼓删掉
"""


@pytest.mark.parametrize("prompt", WITHOUT_DRUMS.strip().split("\n"))
def test_a_refusal_holds_however_it_is_said(prompt: str) -> None:
    assert "drums" in parse_prompt(prompt).unwanted


NOTHING_REFUSED = """
drums out of a garage
the drums go wild
a piano no one plays
drop the bass
hold the piano chord to the end
let the guitar ring out
brass off stage
heavy drums, no mercy
Klavier, der Hund läuft weg
Trommeln weit weg
lass die Trommeln dröhnen
pasa del piano a la guitarra
Gitarre am Lagerfeuer, weg vom Alltag
Trompeten in der verbotenen Stadt
la guitarra suena fuera del bar
guitarra fuera de la ventana
un piano dehors sous la pluie
flûte dans la forêt interdite
piano non joyeux
吉他太吵了的酒吧
ピアノは静かに
kein Volksfest ohne Blechbläser
no hay fiesta sin trompetas
she never stopped playing the violin
can't stop the drums
turn off the lights, piano
"""


@pytest.mark.parametrize("prompt", NOTHING_REFUSED.strip().split("\n"))
def test_what_goes_on_after_the_thing_refuses_nothing(prompt: str) -> None:
    assert not parse_prompt(prompt).unwanted


@pytest.mark.parametrize(("file", "refusals", "others"), [(FILES[0], 240, 45), (FILES[1], 119, 19)])
def test_refusals_that_others_wrote_do_not_fall_behind(file: Path, refusals: int, others: int) -> None:
    """Of 252 and 126 refusals and 48 and 24 negations that refuse nothing; to the second file nothing was mended."""
    cases = read_refusals(file)
    assert sum(case.holds for case in cases if case.things) >= refusals
    assert sum(case.holds for case in cases if not case.things) >= others


@pytest.mark.parametrize(
    "prompt", ["kill the monster", "hold the door", "turn off the light", "apaga la luz", "ban the bomb"]
)
def test_verbs_refuse_what_plays_and_nothing_else(prompt: str) -> None:
    intent = parse_prompt(prompt)
    assert not intent.unwanted
    assert all(meaning != "left out" for _, meaning in intent.readings)
