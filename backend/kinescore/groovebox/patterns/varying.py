"""Grooves beyond those that are written: a grammar that keeps what makes a style and draws the rest.

Fixed are accents ("X"), what falls on a beat, and the timelines of clave, rim, bells and agogos. Free are all other
strokes: some fall out, some move by a step, some come in, at places where the style's own grooves have that drum, or a
step beside them, and never on a fixed stroke of kick or snare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.patterns.grooves import GM_KEYS, KICKS_AND_SNARES, GrooveLine, read_groove
from kinescore.groovebox.patterns.notation import pattern_bars, steps_per_beat

_TIMELINES = frozenset(
    GM_KEYS[name] for name in ("clave", "cowbell", "bell", "agogo_high", "agogo_low", "crash", "crash2")
)
_KICK = GM_KEYS["kick"]
_RIM = GM_KEYS["rim"]
_GHOSTED = frozenset({GM_KEYS["snare"], _RIM})
_MOST_CHANGES = 4
_SECOND_BAR = 0.6
"""How often the second of two bars goes another way."""


def draw_groove(written: Sequence[str], beats: int, rng: np.random.Generator) -> tuple[GrooveLine, ...]:
    """Return a groove of one or two bars of `beats`, drawn from the idiom of those `written`."""
    known = [read_groove(text) for text in written]
    base = known[rng.integers(len(known))]
    fixed = {
        (steps_per_beat(line.pattern, beats), place)
        for line in base
        if line.key in KICKS_AND_SNARES
        for place, symbol in enumerate(_cells(line.pattern))
        if symbol == "X"
    }
    lines = [_drawn(line, known, fixed, beats, rng) for line in base]
    return (*lines, *_extra(lines, fixed, beats, rng))


def _drawn(
    line: GrooveLine, known: Sequence[Sequence[GrooveLine]], fixed: set[tuple[int, int]], beats: int,
    rng: np.random.Generator,
) -> GrooveLine:  # fmt: skip
    if _is_fixed(line, beats):
        return line
    per_beat = steps_per_beat(line.pattern, beats)
    places = _places(line.key, known, per_beat, beats) - {place for of, place in fixed if of == per_beat}
    cells = _cells(line.pattern)
    least, most, more = (1, _MOST_CHANGES, 1) if line.key in KICKS_AND_SNARES else (0, 3, 0)
    first = _changed(cells, places, per_beat, int(rng.integers(least, most + 1)), more, rng)
    if pattern_bars(line.pattern, beats) == 1 and rng.random() < _SECOND_BAR:
        first += _changed(first, places, per_beat, 1, more, rng)
    return replace(line, pattern=_written(first, per_beat))


def _places(key: int, known: Sequence[Sequence[GrooveLine]], per_beat: int, beats: int) -> set[int]:
    """Where in a bar the style has this drum, and the places beside those; on eighths alone where it keeps to them."""
    bar = per_beat * beats
    used = {
        place % bar
        for groove in known
        for line in groove
        if line.key == key and steps_per_beat(line.pattern, beats) == per_beat
        for place, symbol in enumerate(_cells(line.pattern))
        if symbol not in ".-"
    }
    unit = 2 if per_beat % 2 == 0 and all(place % 2 == 0 for place in used) else 1
    return {(place + step) % bar for place in used for step in (-unit, 0, unit)} - {0}


def _changed(
    cells: list[str], places: set[int], per_beat: int, changes: int, most_more: int, rng: np.random.Generator
) -> list[str]:
    """The cells with as many strokes taken out, moved or put in; at least one less than there were, at most `most_more`
    more."""
    cells = list(cells)
    strokes = len(cells) - cells.count(".") - cells.count("-")
    low, high = strokes - 1, strokes + most_more
    for _ in range(changes):
        now = len(cells) - cells.count(".") - cells.count("-")
        free = [at for at, symbol in enumerate(cells) if symbol in "xog?" and not _is_backbeat(at, symbol, per_beat)]
        room = [at for at, symbol in enumerate(cells) if symbol == "." and at in places]
        take = bool(free) and now > low and (now >= high or rng.random() < 0.5)
        if take:
            at = free[rng.integers(len(free))]
            symbol, cells[at] = cells[at], "."
            if room and rng.random() < 0.6:
                nearest = sorted(room, key=lambda place: (abs(place - at), place))[:3]
                cells[nearest[rng.integers(len(nearest))]] = symbol
        elif room and now < high:
            quiet = [symbol for symbol in cells if symbol in "xog"] or ["o"]
            cells[room[rng.integers(len(room))]] = min(quiet, key="xog".index)
    return cells


def _is_backbeat(place: int, symbol: str, per_beat: int) -> bool:
    """Whether a stroke stands on a beat that is not to be missed."""
    return place == 0 or (symbol in "xo" and place % per_beat == 0)


def _extra(
    lines: Sequence[GrooveLine], fixed: set[tuple[int, int]], beats: int, rng: np.random.Generator
) -> list[GrooveLine]:
    """Where the kick is heavy on every beat: a pickup of it, and ghosts of the snare or rim between."""
    if beats != 4 or not any(line.key == _KICK and _cells(line.pattern)[::4] == ["X"] * 4 for line in lines):
        return []
    taken = {place for of, place in fixed if of == 4}
    weak = [place for place in range(1, 16) if place % 4 and place not in taken]
    voices = [line.key for line in lines if line.key in _GHOSTED] or [_RIM]
    kick = [place for place in (3, 6, 7, 10, 11, 14, 15) if place in weak]
    return [
        GrooveLine(_KICK, 2, 3, _at(rng.choice(kick, 1), "o")),
        GrooveLine(voices[0], 1, 3, _at(rng.choice(weak, int(rng.integers(1, 3)), replace=False), "g")),
    ]


def _is_fixed(line: GrooveLine, beats: int) -> bool:
    """Timelines, of which a rim that is more than ghosts is one; a kick on every beat; kicks and snares of short bars,
    which keep their one the heaviest."""
    if line.key == _KICK and _is_on_every_beat(line, beats):
        return True
    is_timeline = line.key in _TIMELINES or (line.key == _RIM and not set("xX").isdisjoint(line.pattern))
    return is_timeline or (beats != 4 and line.key in KICKS_AND_SNARES)


def _is_on_every_beat(line: GrooveLine, beats: int) -> bool:
    cells, per_beat = _cells(line.pattern), steps_per_beat(line.pattern, beats)
    return all(cells[at] not in ".-" for at in range(0, len(cells), per_beat))


def _at(places: NDArray[np.int64], symbol: str) -> str:
    return _written([symbol if place in places else "." for place in range(16)], 4)


def _cells(pattern: str) -> list[str]:
    return [symbol for symbol in pattern if symbol not in "| \n"]


def _written(cells: Sequence[str], per_beat: int) -> str:
    return "|".join("".join(cells[at : at + per_beat]) for at in range(0, len(cells), per_beat))
