"""Where a progression goes through sections: where it begins, where it goes on, and what it ends with."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.chart import write_chart
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.laying import lay_timeline
from kinescore.groovebox.arranger.progressing import going_round, leading_up
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.theory.chords import chord_in
from kinescore.groovebox.theory.pitch import Key
from tests.groovebox.made_dances import made_dance

INTRO, VERSE, BUILD, CHORUS = SectionKind.INTRO, SectionKind.VERSE, SectionKind.BUILD, SectionKind.CHORUS
KEY = Key(0, "major")
WRITTEN = "I vi IV V"


def _chords(
    *sections: tuple[SectionKind, int],
    names: tuple[str, ...] = ("", "", ""),
    metre: Metre = Metre.FOUR_FOUR,
) -> str:
    """Return the numerals that sound in 40 s of 112 BPM, bar by bar, of a style that has one progression."""
    form, bar = [], 0
    for (kind, bars), name in zip(sections, names, strict=False):
        form.append(FormSection(kind, bar, bars, 1, name))
        bar += bars
    timeline = lay_timeline(made_dance(tempo_bpm=112.0, metre=metre).grid, 40.0, 1.0, ())
    chart = write_chart(tuple(form), (WRITTEN,), KEY, timeline, np.random.default_rng(0))
    numerals = {chord_in(KEY, word): word for word in WRITTEN.split()}
    return " ".join(",".join(numerals[one.chord] for one in chart.bar(number)) for number in range(bar))


@pytest.mark.parametrize("after", [VERSE, BUILD])
def test_sections_of_one_progression_go_on_with_it(after: SectionKind) -> None:
    assert _chords((VERSE, 2), (after, 2)) == WRITTEN
    assert _chords((VERSE, 3), (after, 5)) == f"{WRITTEN} {WRITTEN}"


def test_they_end_where_it_turns_around() -> None:
    assert _chords((VERSE, 2), (VERSE, 4), (CHORUS, 4)) == f"{WRITTEN} IV V {WRITTEN}"
    assert _chords((VERSE, 5)) == f"{WRITTEN} V"


def test_what_is_shorter_than_a_round_is_its_beginning() -> None:
    assert _chords((VERSE, 3), (CHORUS, 4)) == f"I vi IV {WRITTEN}"


@pytest.mark.parametrize(("bars", "chords"), [(1, "I,vi"), (2, "I,vi IV,V"), (3, "I vi IV,V"), (4, WRITTEN)])
def test_a_piece_that_is_shorter_goes_through_it_twice_as_fast(bars: int, chords: str) -> None:
    assert _chords((CHORUS, bars)) == chords


def test_an_intro_leads_up_to_the_beginning() -> None:
    assert _chords((INTRO, 2), (VERSE, 4)) == f"IV V {WRITTEN}"
    assert _chords((INTRO, 4), (VERSE, 4)) == f"{WRITTEN} {WRITTEN}"


def test_a_progression_that_ends_at_home_is_not_left_there() -> None:
    home = ["I", "IV", "V", "I"]
    assert going_round(home, 5) == [*home, "V"]
    assert going_round(home, 8) == home * 2
    assert leading_up(home, 2) == ["IV", "V"]


def test_sections_that_the_artist_named_begin_their_own() -> None:
    assert _chords((VERSE, 2), (VERSE, 4), names=("the wolf sleeps", "")) == f"I vi {WRITTEN}"
    assert _chords((VERSE, 2), (VERSE, 4), names=("", "the wolf wakes")) == f"I vi {WRITTEN}"


def test_bars_of_two_beats_have_a_chord_for_two() -> None:
    assert _chords((VERSE, 3), (VERSE, 4), metre=Metre.TWO_FOUR) == "I I vi IV IV V V"
