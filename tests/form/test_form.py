"""What can be asked of a form, in fields and in words."""

from __future__ import annotations

import pytest

from kinescore.errors import RequestError
from kinescore.form.form import AS_IT_COMES, Ending, Form, SectionStart, Start, fade_in_seconds, fade_out_seconds
from kinescore.form.form_words import form_in


@pytest.mark.parametrize(
    ("prompt", "start", "ending"),
    [
        ("joyful house, seamless loop", None, Ending.LOOP),
        ("a loopable lo-fi groove", None, Ending.LOOP),
        ("sad piano that fades out", None, Ending.FADE),
        ("rock with a fade-out", None, Ending.FADE),
        ("funk, ends with a hit", None, Ending.STAB),
        ("chase, stops dead at the end", None, Ending.STAB),
        ("rock, endet abrupt", None, Ending.STAB),
        ("rock, termina de golpe", None, Ending.STAB),
        ("激しいロック、急に終わる", None, Ending.STAB),
        ("he stops dead in his tracks", None, None),
        ("tense strings, stops dead", None, Ending.STAB),
        ("builds and builds, then stops dead", None, Ending.STAB),
        ("epic, cuts to silence", None, Ending.STAB),
        ("sudden silence at the end", None, Ending.STAB),
        ("drum and bass, then dead silence.", None, Ending.STAB),
        ("Techno, hört schlagartig auf", None, Ending.STAB),
        ("tango, silencio repentino al final", None, Ending.STAB),
        ("rock, puis le silence", None, Ending.STAB),
        ("ロック、突然の静寂", None, Ending.STAB),
        ("摇滚，突然安静", None, Ending.STAB),
        ("stops dead when he sees the shark, then tremolo strings", None, None),
        ("she walks in silence, then silence is broken", None, None),
        ("ski jump, silence, then landing", None, None),
        ("techno, no sudden silence", None, None),
        ("funk ending on a big stab", None, Ending.STAB),
        ("orchestral, ends with a cadence", None, Ending.RESOLVE),
        ("techno, fade in", Start.FADE, None),
        ("Count-In, then jazz", Start.COUNT_IN, None),
        ("pop that starts with a drum fill", Start.PICK_UP, None),
        ("metal, no intro", Start.COLD, None),
        ("fade in slowly, house, fade out", Start.FADE, Ending.FADE),
        ("fröhlicher House, nahtlose Schleife", None, Ending.LOOP),
        ("trauriges Klavier, ausblenden, mit Auftakt", Start.PICK_UP, Ending.FADE),
        ("house alegre en bucle, sin intro", None, Ending.LOOP),
        ("piano triste, fundido de entrada, fundido final", Start.FADE, Ending.FADE),
        ("house joyeuse, fondu final, sans intro", Start.COLD, Ending.FADE),
        ("悲しいピアノ、フェードアウト", None, Ending.FADE),
        ("明るいハウスのループ", None, Ending.LOOP),
        ("欢快的浩室音乐，无缝循环", None, Ending.LOOP),
        ("淡入，淡出", Start.FADE, Ending.FADE),
        ("フェードアウトなし", None, None),
        ("不要循环", None, None),
        ("House ohne Schleife", None, None),
        ("house without a fade out", None, None),
        ("doesn't loop", None, None),
        ("a faded photograph, a hit song, stabs", None, None),
    ],
)
def test_words_of_the_prompt(prompt: str, start: Start | None, ending: Ending | None) -> None:
    form, rest = form_in(prompt, AS_IT_COMES)
    assert (form.start, form.ending) == (start, ending)
    again, same = form_in(rest, AS_IT_COMES)
    assert again == AS_IT_COMES
    assert same == rest


def test_other_words_are_left() -> None:
    left = form_in("sad lo-fi piano, fade out, in D minor", AS_IT_COMES)[1]
    assert left.split() == ["sad", "lo-fi", "piano,", ",", "in", "D", "minor"]


def test_hyphens_of_other_words_stay() -> None:
    """Because "-free" refuses what stands before it."""
    assert form_in("drum-free lo-fi, fade-out", AS_IT_COMES)[1].split() == ["drum-free", "lo-fi,"]
    assert form_in("drum-free lo-fi", AS_IT_COMES)[1] == "drum-free lo-fi"


def test_fields_win_over_words() -> None:
    form, _ = form_in("fade in, fade out", Form(start=Start.COLD, ending=Ending.STAB))
    assert (form.start, form.ending) == (Start.COLD, Ending.STAB)


def test_a_loop_takes_no_start_from_the_words() -> None:
    assert form_in("fade in, loop", AS_IT_COMES)[0] == Form(ending=Ending.LOOP)


@pytest.mark.parametrize("start", [Start.FADE, Start.COUNT_IN, Start.PICK_UP])
def test_a_loop_with_a_start_is_refused(start: Start) -> None:
    with pytest.raises(RequestError, match="every time around"):
        Form(start=start, ending=Ending.LOOP)


def test_sections_out_of_order_or_crowded_are_refused() -> None:
    with pytest.raises(RequestError, match=r"starts at 3 s and the next at 2 s"):
        Form(sections=(SectionStart(3.0), SectionStart(2.0)))
    with pytest.raises(RequestError, match=r"at least 0\.5 s apart"):
        Form(sections=(SectionStart(2.0), SectionStart(2.3)))
    with pytest.raises(RequestError, match="201 sections"):
        Form(sections=tuple(SectionStart(float(i)) for i in range(201)))
    with pytest.raises(RequestError, match="start of a section"):
        SectionStart(float("nan"))
    with pytest.raises(RequestError, match="at most 60"):
        SectionStart(1.0, "x" * 61)


@pytest.mark.parametrize("seconds", [0.5, 1.0, 3.0, 10.0, 60.0, 3600.0])
def test_fades_leave_some_of_the_music(seconds: float) -> None:
    assert 0 < fade_in_seconds(seconds) <= min(4.0, seconds / 3)
    assert 0 < fade_out_seconds(seconds) <= min(8.0, seconds / 2)
