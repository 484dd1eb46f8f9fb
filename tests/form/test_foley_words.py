"""What prompts say of foley, in six languages, and what is left of them for the music."""

from __future__ import annotations

import pytest

from kinescore.dance.foley_events import FoleyKind
from kinescore.form.foley_words import Surface, foley_in

ALL = "whooshes steps impacts"


@pytest.mark.parametrize(
    ("prompt", "kinds", "left"),
    [
        ("house with footsteps and whooshes", "whooshes steps", "house with and"),
        ("whooshes on fast limbs, footsteps on contacts, impacts on landings", ALL, ", ,"),
        ("foley, calm piano", ALL, ", calm piano"),
        ("sad piano, foley but no impacts", "whooshes steps", "sad piano, but"),
        ("techno without whooshes or impacts", "", "techno or"),
        ("no whooshes, footsteps please", "steps", ", please"),
        ("sound effects: none", "", ""),
        ("a jazz trio with foot-steps", "steps", "a jazz trio with"),
        ("Jazz mit Schrittgeräuschen", "steps", "Jazz mit"),
        ("ambient con sonido de pasos", "steps", "ambient con"),
        ("piano avec bruitages", ALL, "piano avec"),
        ("ハウス、風切り音と衝撃音", "whooshes impacts", "ハウス、 と"),
        ("足音なしのジャズ", "", "のジャズ"),
        ("带脚步声的钢琴", "steps", "带 的钢琴"),
        ("没有音效的爵士", "", "的爵士"),
    ],
)
def test_what_is_asked_for_and_what_is_left(prompt: str, kinds: str, left: str) -> None:
    wish, rest = foley_in(prompt, ())
    assert " ".join(kind.value for kind in wish.kinds) == kinds
    assert " ".join(rest.split()) == left


@pytest.mark.parametrize(
    "prompt",
    ["footsteps rhythm", "asteroid impact, epic", "dance steps in a ballroom", "a thundering bass", "pas de deux", ""],
)
def test_other_words_stay_as_they_are(prompt: str) -> None:
    wish, rest = foley_in(prompt, ())
    assert not wish.kinds
    assert rest == prompt


@pytest.mark.parametrize(
    ("prompt", "surface", "left"),
    [
        ("footsteps on gravel, dark ambient", Surface.GRAVEL, ", dark ambient"),
        ("walks through the snow, with footsteps", Surface.SNOW, "walks through the snow, with"),
        ("footsteps on a wooden floor", Surface.WOOD, ""),
        ("bruits de pas dans la neige", Surface.SNOW, ""),
        ("水の上の足音", Surface.WATER, "水の上の"),
        ("footsteps", Surface.FLOOR, ""),
    ],
)
def test_the_ground_under_the_feet(prompt: str, surface: Surface, left: str) -> None:
    wish, rest = foley_in(prompt, ())
    assert wish.surface is surface
    assert " ".join(rest.split()) == left


def test_what_is_given_wins_over_words() -> None:
    wish, rest = foley_in("techno without whooshes", (FoleyKind.WHOOSHES,))
    assert wish.kinds == (FoleyKind.WHOOSHES,)
    assert rest.strip() == "techno"
