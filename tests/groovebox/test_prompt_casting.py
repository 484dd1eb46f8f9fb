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


def test_what_is_asked_for_by_its_own_name_stays_where_its_family_is_refused():
    assert _stems("pop with claps, no drums", "pop")["drums"] == ["body_percussion"]
    assert set(_stems("stomps and claps, no drums", "body percussion")) == {"drums", "percussion", "accents"}
    assert "drums" in _stems("drums, no percussion", "pop")
    assert "percussion" not in _stems("drums, no percussion", "latin")
    assert "drums" not in _stems("drums, no drums", "pop")


def test_what_is_not_wanted_is_silent():
    assert "drums" not in _stems("no drums")
    assert "bass" not in _stems("without bass")
    assert "melody" not in _stems("no melody")
    assert all("piano" not in names for names in _stems("no piano", "pop").values())


@pytest.mark.parametrize("style", [name for name in STYLES if name not in ("drumline", "body percussion")])
def test_no_drums_leaves_nothing_struck_in_any_style(style: str):
    stems = _stems("no drums", style)
    struck = {key for key in INSTRUMENTS if key.endswith(("_kit", "percussion"))} | {"impact", "cymbal_swell"}
    assert not {name for names in stems.values() for name in names} & struck
    assert {"harmony", "melody"} & set(stems)


@pytest.mark.parametrize("style", list(STYLES))
def test_no_guitar_leaves_none_of_them(style: str):
    stems = _stems("no guitars", style)
    assert not [name for names in stems.values() for name in names if "guitar" in name]


@pytest.mark.parametrize(("prompt", "players"), [("trio", 3), ("duo", 2), ("quartet", 4)])
@pytest.mark.parametrize("style", ["jazz", "rock", "orchestral", "latin"])
def test_a_small_band_is_small(style: str, prompt: str, players: int):
    stems = _stems(prompt, style)
    assert sum(len(names) for stem, names in stems.items() if stem != "accents") == players


def test_a_jazz_trio_is_piano_bass_and_drums_and_a_wish_joins_it():
    assert set(_stems("trio", "jazz")) - {"accents"} == {"harmony", "bass", "drums"}
    musical = [n for stem, names in _stems("trio with saxophone", "jazz").items() if stem != "accents" for n in names]
    assert "saxophone" in musical
    assert len(musical) == 3


def test_the_shape_of_the_piece_is_heard_in_its_sections():
    def levels(prompt: str) -> list[int]:
        plan = arrange(made_dance(energy="flat"), 40.0, STYLES["house"], parse_prompt(prompt), 1).plan
        return [section.level for section in plan.form for _ in range(section.bars)]

    rising, falling, steady = levels("builds up"), levels("calms down"), levels("steady")
    assert rising[0] <= 1
    assert rising[-2] >= 2
    assert falling[0] >= 2
    assert falling[-2] <= 1
    assert max(steady) - min(steady) <= 1
    drop = levels("starts quiet and builds to a huge drop")
    assert max(drop[: len(drop) // 3]) < max(drop[2 * len(drop) // 3 :])


def test_slow_is_felt_in_half_time_and_fast_in_double():
    fast, slow = made_dance(tempo_bpm=140.0), made_dance(tempo_bpm=70.0)
    assert arrange(fast, 40.0, STYLES["pop"], parse_prompt("slow"), 1).plan.timeline.beats_per_pulse == 2.0
    assert arrange(slow, 40.0, STYLES["pop"], parse_prompt("fast"), 1).plan.timeline.beats_per_pulse == 0.5


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
