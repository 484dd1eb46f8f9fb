"""What a intent asks for is what plays."""

from __future__ import annotations

import pytest

from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance

DANCE = made_dance()


def _stems(prompt: str, style: str = "house", seed: int = 1) -> dict[str, list[str]]:
    score = arrange(DANCE, 40.0, STYLES[style], parse_prompt(prompt), seed).score
    stems: dict[str, list[str]] = {}
    for part in score.parts:
        stems.setdefault(part.stem, []).append(part.instrument)
    return stems


@pytest.mark.parametrize("style", ["house", "orchestral", "rock", "ambient"])
@pytest.mark.parametrize(
    "key", sorted(set(INSTRUMENTS) - {"impact", "riser", "downlifter", "cymbal_swell", "orchestra_hit"})
)
def test_any_instrument_can_be_asked_for(style: str, key: str):
    stems = _stems(key.replace("_", " ").replace("glass", "glass"), style)
    musical = [name for stem, names in stems.items() if stem != "accents" for name in names]
    assert key in musical


def test_what_is_not_wanted_is_silent():
    assert "drums" not in _stems("no drums")
    assert "bass" not in _stems("without bass")
    assert "melody" not in _stems("no melody")
    assert all("piano" not in names for names in _stems("no piano", "pop").values())


def test_drums_come_to_styles_without():
    assert "drums" not in _stems("", "ambient")
    assert "drums" in _stems("with drums", "ambient")


@pytest.mark.parametrize("style", list(STYLES))
def test_solo_piano_is_only_a_piano(style: str):
    stems = _stems("solo piano", style)
    assert {name for names in stems.values() for name in names} == {"piano"}
    assert "harmony" in stems
    assert "melody" in stems


def test_two_leads_both_play():
    melody = _stems("with violin and trumpet", "techno")["melody"]
    assert {"violin", "trumpet"} <= set(melody)


def test_the_key_is_the_one_asked_for():
    for prompt, key in [("in D minor", "D minor"), ("F# major", "F# major"), ("Bb major", "Bb major")]:
        for style in ("house", "pop", "jazz", "latin", "krump"):
            assert arrange(DANCE, 40.0, STYLES[style], parse_prompt(prompt), 1).score.key == key
