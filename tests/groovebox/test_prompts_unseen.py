"""Prompts written after the tables, each with what would be a defensible answer to it, counted once and kept."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.parse import parse_prompt

ANY = "*"
UNSEEN: tuple[tuple[str, str, str, str], ...] = (
    # prompt; styles that would do ("*": whatever the movement asks for); must not be refused; must be refused
    ("get rid of the drums, I only need a gentle harp", "ambient orchestral celtic piano", "harp", "drums"),
    ("all but the violins", ANY, "", "violin"),
    ("guitar? never", ANY, "", "clean_guitar"),
    ("no piano in this techno track", "techno", "", "piano"),
    ("I hate saxophones but love jazz", "jazz", "", "saxophone"),
    ("leaving out the bass, a marching band passes by", "march drumline", "", "bass"),
    ("a knight walks into a trap", ANY, "", ""),
    ("she builds a house from cards", ANY, "", ""),
    ("give me a house track for the runway", "house", "", ""),
    ("a rock falls off the cliff", ANY, "", ""),
    ("a rock anthem for the final goal", "rock", "", ""),
    ("the prisoner picks the lock", ANY, "", ""),
    ("the kids take a break", ANY, "", ""),
    ("vampire wakes in his coffin", "horror suspense", "", ""),
    ("cowboys duel at noon", "western", "", ""),
    ("pirates sail into a storm", "epic cinematic orchestral celtic chase", "", ""),
    ("corporate onboarding video, friendly", "corporate", "", ""),
    ("Viennese ball, couples whirl", "waltz orchestral", "", ""),
    ("police car pursuit through downtown", "chase techno rock suspense", "", ""),
    ("pixel art platformer level one", "chiptune", "", ""),
    ("monks chanting at dawn", "choral ambient", "", ""),
    ("Rio carnival parade floats", "samba", "", ""),
    ("Argentine couple dancing in a milonga", "tango", "", ""),
    ("rasta on the beach, offbeat guitars", "reggae", "", ""),
    ("Lagos street party", "afrobeat", "", ""),
    ("camel caravan crosses the desert", "middle eastern", "", ""),
    ("samurai under cherry blossoms", "asian", "", ""),
    ("clowns tumble out of a tiny car", "circus comedy", "", ""),
    ("study beats with vinyl crackle", "lo-fi", "", ""),
    ("girl group choreography, Seoul", "k-pop", "", ""),
    ("clapping and stomping only", "body percussion", "", ""),
    ("snare cadence for a halftime show", "drumline march", "", ""),
    ("spaceship docks slowly, vast and empty", "ambient cinematic synthwave", "", ""),
    ("lullaby for a newborn", "piano ambient orchestral waltz", "", ""),
    ("wedding slow dance", "piano waltz pop orchestral", "", ""),
    ("battle of two armies", "epic cinematic", "", ""),
    ("wobbly bass monster drop", "dubstep", "", ""),
    ("ruhige Gitarre ohne Klavier", ANY, "", "piano"),
    ("gruselige Musik im Wald", "horror suspense", "", ""),
    ("Walzer im Schloss", "waltz orchestral", "", ""),
    ("música feliz sin guitarra", "pop corporate comedy samba", "", "clean_guitar"),
    ("persecución en coche", "chase", "", ""),
    ("musique de cirque pour un clown", "circus", "", ""),
    ("jazz doux sans saxophone", "jazz", "", "saxophone"),
    ("楽しいサンバ", "samba", "", ""),
    ("怖い夜の森", "horror suspense", "", ""),
    ("悲伤的钢琴", "piano", "", ""),
    ("史诗 战斗", "epic cinematic", "", ""),
    ("TANGO BUT NO ACCORDION", "tango", "", "accordion"),
    ("techno without kick drum? no, with everything", "techno", "", ""),
)


def is_defensible(prompt: str, styles: str, kept: str, refused: str) -> bool:
    """True if the words settle on one of the styles (on none that is a thing here, for ANY) and cast as they say."""
    intent = parse_prompt(prompt)
    chosen = intent.style or max(intent.votes, key=lambda vote: vote[1], default=("", 0.0))[0]
    fits = intent.style is None if styles == ANY else bool(chosen) and f" {chosen} " in f" {styles} "
    return fits and (not refused or refused in intent.unwanted) and kept not in intent.unwanted


@pytest.mark.parametrize("case", UNSEEN, ids=[case[0] for case in UNSEEN])
def test_unseen_prompt_lands_somewhere_defensible(case: tuple[str, str, str, str]) -> None:
    assert is_defensible(*case)


def test_at_least_45_of_50_land() -> None:
    assert len(UNSEEN) == 50
    assert sum(is_defensible(*case) for case in UNSEEN) >= 45


@pytest.mark.parametrize(
    ("prompt", "kept", "refused"),
    [
        ("lose the drums, keep the bass", "bass", "drums"),
        ("anything but strings", "bass", "string_section"),
        ("drums? no", "bass", "drums"),
        ("please leave out any percussion, warm piano only", "piano", "percussion"),
        ("get rid of the synths", "drums", "saw_lead"),
    ],
)
def test_a_refusal_holds_in_every_grammar(prompt: str, kept: str, refused: str) -> None:
    intent = parse_prompt(prompt)
    assert refused in intent.unwanted
    assert kept not in intent.unwanted


def test_a_refusal_ends_at_a_preposition() -> None:
    intent = parse_prompt("I don't want any guitar in this reggae track")
    assert intent.style == "reggae"
    assert "clean_guitar" in intent.unwanted


@pytest.mark.parametrize(
    "prompt",
    ["rock climbing", "a small house on a hill", "a trap closes behind the mouse", "a pop of colour", "the break room"],
)
def test_a_thing_is_no_kind_of_music(prompt: str) -> None:
    assert parse_prompt(prompt).style is None
