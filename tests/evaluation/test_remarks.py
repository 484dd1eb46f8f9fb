"""Music with something wrong in it is scored, and the reader is told."""

from __future__ import annotations

import numpy as np

from kinescore.evaluation.tables.remarks import remarks_on_music
from kinescore.evaluation.tables.time_tables import score
from tests.evaluation.made_measured import heard, measured, pulse, seen

SILENCE = heard(np.zeros(0), np.nan)


def test_nothing_is_said_of_music_that_is_whole() -> None:
    clips = [measured(0, "a", heard(pulse()), {"ours": heard(pulse(), seconds=4.95)}, seen(pulse()))]
    assert list(remarks_on_music(clips, ["ours"])) == []


def test_silence_and_early_ends_are_counted_for_each_system() -> None:
    music = [heard(pulse()), SILENCE, SILENCE]
    clips = [
        measured(n, f"{n}", heard(pulse()), {"ours": each, "theirs": heard(pulse())}) for n, each in enumerate(music)
    ]
    clips.append(measured(3, "3", None, {"ours": heard(pulse(), seconds=4.8)}, seen(pulse())))
    assert list(remarks_on_music(clips, ["ours", "theirs"])) == [
        "ours: nobody hears a beat in 2 of 4 sounds; these score 0.",
        "ours: 1 of 4 sounds end before their reference or movement does.",
    ]


def test_the_reader_knows_what_becomes_of_unequal_lengths() -> None:
    clips = [measured(0, "a", heard(pulse()), {"ours": heard(pulse(), seconds=7.0)})]
    [remark] = remarks_on_music(clips, ["ours"])
    assert "as far as both last" in remark


def test_they_stand_among_the_notes() -> None:
    clips = [measured(n, f"{n}", heard(pulse()), {"ours": SILENCE}) for n in range(3)]
    assert "ours: nobody hears a beat in 3 of 3 sounds; these score 0." in score(clips, draws=5).notes
