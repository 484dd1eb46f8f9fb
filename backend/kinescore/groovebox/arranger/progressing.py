"""How a progression goes through the sections that share it: where it begins, goes on and turns around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.chord_grammar import root_of
from kinescore.groovebox.patterns.sections import SectionKind

Run = list[FormSection]
"""Sections that one progression goes through."""


def runs_of(
    form: Sequence[FormSection],
    progressions: Mapping[SectionKind, str],
    lifted: Mapping[FormSection, int],
    timeline: Timeline,
) -> list[Run]:
    """Return the sections that follow each other and are of kinds that share a progression, run by run. After an intro
    it begins anew, sections that the artist named have their own, and so have those in another key or metre."""
    runs: list[Run] = []
    for section in form:
        before = runs[-1][-1] if runs else section
        is_elsewhere = section in lifted or before in lifted or _metre(before, timeline) != _metre(section, timeline)
        is_new = bool(section.name or before.name) or is_elsewhere or before.kind is SectionKind.INTRO
        if not runs or is_new or progressions.get(before.kind) != progressions.get(section.kind):
            runs.append([])
        runs[-1].append(section)
    return runs


def laid_over(run: Run, progression: list[str], timeline: Timeline, *, is_all: bool) -> list[str]:
    """Return what each bar of a run has of a progression.

    is_all: whether nothing else is played but it and an ending: one that is shorter than a round has two chords a bar.
    Chords last for two bars of two beats, which are half as long; a section begins with one of its own.
    """
    per_chord = 2 if _metre(run[0], timeline).beats == 2 else 1
    counts = [-(-section.bars // per_chord) for section in run]
    if run[0].kind is SectionKind.INTRO:
        chords = leading_up(progression, sum(counts))
    elif is_all and per_chord == 1 and sum(counts) < len(progression):
        chords = in_halves(progression, sum(counts))
    else:
        chords = going_round(progression, sum(counts))
    starts = accumulate(counts, initial=0)
    return [
        chords[start + bar // per_chord]
        for section, start in zip(run, starts, strict=False)
        for bar in range(section.bars)
    ]


def _metre(section: FormSection, timeline: Timeline) -> Metre:
    return timeline.metre_of(section.first_bar)


def going_round(progression: list[str], count: int) -> list[str]:
    """Return `count` chords of a progression from its beginning; after whole rounds one that is not whole is what leads
    up to the next beginning."""
    whole, rest = divmod(count, len(progression))
    return progression * whole + _towards(progression, rest) if whole else progression[:rest]


def leading_up(progression: list[str], count: int) -> list[str]:
    """Return `count` chords of a progression up to its end, from where its first one follows."""
    whole, rest = divmod(count, len(progression))
    return _towards(progression, rest) + progression * whole


def _towards(progression: list[str], count: int) -> list[str]:
    """Its last chords, but for a last one that is the first one already."""
    ends_at_home = root_of(progression[-1]) == root_of(progression[0]) and count < len(progression)
    end = len(progression) - ends_at_home
    return progression[end - count : end]


def in_halves(progression: list[str], count: int) -> list[str]:
    """Return as much of a progression as `count` bars hold of two chords at most; bars with one come first. As it is
    where bars are split anyway."""
    words = progression[: 2 * count]
    if any("," in word for word in words):
        return going_round(progression, count)
    singles = 2 * count - len(words)
    pairs = zip(words[singles::2], words[singles + 1 :: 2], strict=True)
    return words[:singles] + [one if one == other else f"{one},{other}" for one, other in pairs]
