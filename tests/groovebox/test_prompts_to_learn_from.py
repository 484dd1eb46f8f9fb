"""Prompts that the table of evidence is fitted to, counted once before it was: 1,918 of 2,380 by the rules before.

The last 30 portions were written by others than wrote the rules and the first ten. Since they are fitted to, what
lands now tells of no prompt that is still to be written; `benchmarks/word_evidence.py --left-out` counts each
portion by a table that has not seen it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.prompts_read import LEARNED, SETS, read_sets
from tests.groovebox.test_prompts_counted_once import lands

NOT_LEARNED = LEARNED.with_name("prompts_not_learned.txt")
COUNTED = (
    51, 49, 48, 45, 54, 45, 49, 46, 48, 53, 46, 34, 39, 41, 47, 36, 39, 36, 41, 45, 40, 40, 42, 41, 46, 42, 42, 45,
    46, 48, 40, 42, 37, 40, 31, 42, 85, 101, 86, 90,
)  # fmt: skip


def test_they_do_not_fall_behind_what_was_counted() -> None:
    sets = read_sets(LEARNED)
    assert [len(cases) for cases in sets.values()] == [60] * 10 + [50] * 26 + [120] * 4
    landed = [sum(lands(*case) for case in cases) for cases in sets.values()]
    assert all(now >= counted for now, counted in zip(landed, COUNTED, strict=True))


def test_what_nothing_was_fitted_to_does_not_fall_behind() -> None:
    sets = read_sets(NOT_LEARNED)
    landed = {name: sum(lands(*case) for case in cases) for name, cases in sets.items()}
    assert min(landed.values()) >= 44
    assert sum(landed.values()) >= 517  # of 550


def test_what_was_not_learned_is_not_among_what_was() -> None:
    """Six prompts were written twice, by others who did not know of it."""
    learned = {case[0].lower() for cases in read_sets(LEARNED).values() for case in cases}
    learned |= {case[0].lower() for _, cases, _ in SETS for case in cases}
    twice = [case[0] for cases in read_sets(NOT_LEARNED).values() for case in cases if case[0].lower() in learned]
    assert len(twice) == 6


def test_a_line_is_a_prompt_its_styles_and_who_plays(tmp_path: Path) -> None:
    file = tmp_path / "set.txt"
    file.write_text("# mine\nno drums, a tango | tango, bossa nova | | drums\n", "utf-8")
    assert read_sets(file) == {"mine": (("no drums, a tango", "tango bossa nova", "", "drums"),)}
    file.write_text("# mine\na polka on the moon | polka\n", "utf-8")
    with pytest.raises(ValueError, match="names no style"):
        read_sets(file)
