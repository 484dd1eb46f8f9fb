"""Bass lines beyond those that are written: beats of a style's own lines put together anew.

Each beat of a drawn line is that beat of one of the written lines, so that what leads into the next bar stays at its
end; then a note or two come in or fall out at places the style uses, and the second of two bars may end otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kinescore.groovebox.patterns.notation import pattern_bars, steps_per_beat

_ONE_LINE, _OTHER_BEAT = 0.25, 0.35
_SECOND_BAR = 0.5
_COMING_IN = "R585R"
"""Tones that come in."""


def draw_line(written: Sequence[str], beats: int, rng: np.random.Generator) -> str:
    """Return a line of one or two bars of `beats`, in the idiom of those `written`."""
    base = written[rng.integers(len(written))]
    per_beat = steps_per_beat(base, beats)
    if pattern_bars(base, beats) > 1:
        return base
    alike = [line for line in written if pattern_bars(line, beats) == 1 and steps_per_beat(line, beats) == per_beat]
    own = _beats(base, per_beat)
    other = _beats(alike[rng.integers(len(alike))], per_beat)
    half = beats // 2
    line = own if rng.random() < _ONE_LINE else [*own[:half], *other[half:]]
    for at in range(1, beats):
        if rng.random() < _OTHER_BEAT / 2:
            line[at] = _beats(alike[rng.integers(len(alike))], per_beat)[at]
    if beats != 4:  # nothing comes in, so that a short bar keeps its one the heaviest
        return "|".join(line)
    line = _changed(line, alike, per_beat, int(rng.integers(1, 3)), rng)
    if rng.random() < _SECOND_BAR:
        line = [*line, *_changed(line, alike, per_beat, 1, rng)]
    return "|".join(line)


def _changed(
    line: Sequence[str], alike: Sequence[str], per_beat: int, changes: int, rng: np.random.Generator
) -> list[str]:
    """The beats of a bar with notes put in where one of the lines has some, or on eighths, or taken out."""
    cells = list("".join(line))
    used = {at for known in alike for at, symbol in enumerate("".join(_beats(known, per_beat))) if symbol not in ".-"}
    eighths = set(range(0, len(cells), max(1, per_beat // 2)))
    places = sorted((used | eighths) - {0})
    for _ in range(changes):
        at = places[rng.integers(len(places))]
        if cells[at] in ".-":
            cells[at] = _COMING_IN[rng.integers(len(_COMING_IN))]
        elif cells[at] != "a" and sum(symbol not in ".-" for symbol in cells) > 2:
            cells[at] = "-" if cells[at - 1] not in "." else "."
    return ["".join(cells[at : at + per_beat]) for at in range(0, len(cells), per_beat)]


def _beats(line: str, per_beat: int) -> list[str]:
    cells = [symbol for symbol in line if symbol not in "| \n"]
    return ["".join(cells[at : at + per_beat]) for at in range(0, len(cells), per_beat)]
