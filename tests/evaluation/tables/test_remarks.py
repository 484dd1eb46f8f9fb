"""Music with something wrong in it is scored, and the reader is told."""

from __future__ import annotations

import numpy as np

from kinescore.evaluation.tables.event_tables import event_results
from kinescore.evaluation.tables.remarks import remarks_on_music
from tests.evaluation.made_observations import motion_of, music_of, observed, pulse

SILENCE = music_of(np.zeros(0), np.nan)


def test_nothing_is_said_of_music_that_is_whole() -> None:
    clips = [observed(0, "a", music_of(pulse()), {"ours": music_of(pulse(), seconds=4.95)}, motion_of(pulse()))]
    assert list(remarks_on_music(clips, ["ours"])) == []


def test_silence_and_early_ends_are_counted_for_each_system() -> None:
    music = [music_of(pulse()), SILENCE, SILENCE]
    clips = [
        observed(n, f"{n}", music_of(pulse()), {"ours": each, "theirs": music_of(pulse())})
        for n, each in enumerate(music)
    ]
    clips.append(observed(3, "3", None, {"ours": music_of(pulse(), seconds=4.8)}, motion_of(pulse())))
    assert list(remarks_on_music(clips, ["ours", "theirs"])) == [
        "ours: no beat is detected in 2 of 4 sounds; these score 0.",
        "ours: 1 of 4 sounds end before their reference or movement does.",
    ]


def test_the_reader_knows_what_becomes_of_unequal_lengths() -> None:
    clips = [observed(0, "a", music_of(pulse()), {"ours": music_of(pulse(), seconds=7.0)})]
    [remark] = remarks_on_music(clips, ["ours"])
    assert "as far as both last" in remark


def test_they_stand_among_the_notes() -> None:
    clips = [observed(n, f"{n}", music_of(pulse()), {"ours": SILENCE}) for n in range(3)]
    assert "ours: no beat is detected in 3 of 3 sounds; these score 0." in event_results(clips, draws=5).notes
