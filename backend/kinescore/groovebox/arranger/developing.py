"""What becomes of a tune's period: the same rhythms to another line, a build, what a break remembers of it, and what is
left of it in a short piece."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kinescore.groovebox.arranger.phrases import PHRASE_BARS, Cadence, Motif, Period, PhraseBar, draw_motif, falling
from kinescore.groovebox.patterns.idioms import Idiom


def akin(period: Period, idiom: Idiom, rng: np.random.Generator) -> Period:
    """Return the period in its own rhythms with other lines: what a tune becomes where it has to say no more."""
    lines = {motif: draw_motif(motif.cell, idiom, rng).contour for motif in dict.fromkeys(bar.motif for bar in period)}
    closing = replace(period[-1].motif, contour=falling(lines[period[-1].motif]))
    bars = [replace(bar, motif=replace(bar.motif, contour=lines[bar.motif])) for bar in period[:-1]]
    return (*bars, replace(period[-1], motif=closing))


def rhyming(period: Period) -> Period:
    """Return the period with its answer in the rhythm of its question, as verses rhyme."""
    asked = period[PHRASE_BARS - 1].motif
    return (*period[:-1], replace(period[-1], motif=Motif(asked.cell, falling(asked.contour))))


def insisting(period: Period) -> Period:
    """Return the period with its first motif in every bar that states: what has no time for a second one."""
    first = period[0].motif
    return tuple(
        replace(bar, motif=first) if bar.cadence is Cadence.NONE and bar.motif.cell != first.cell else bar
        for bar in period
    )


def looped(period: Period) -> Period:
    """Return a riff's period with the riff in all its bars: only the line asks and closes."""
    riff = period[0].motif
    ends = {Cadence.OPEN: riff, Cadence.CLOSED: replace(riff, contour=falling(riff.contour))}
    return tuple(replace(bar, motif=ends.get(bar.cadence, bar.motif)) for bar in period)


def climbing(period: Period) -> Period:
    """Return the period's first motif a step higher in every bar: what leads up to something."""
    first = period[0].motif
    return tuple(PhraseBar(first, bar) for bar in range(PHRASE_BARS)) * 2


def thinned(period: Period) -> Period:
    """Return the period with every second bar silent but for its first note: the motif remembered."""
    return tuple(replace(bar, motif=_first_note(bar.motif)) if at % 2 else bar for at, bar in enumerate(period))


def unanswered(period: Period) -> Period:
    """Return the period with every second bar silent: a short break says nothing new."""
    return tuple(replace(bar, motif=_silent(bar.motif)) if at % 2 else bar for at, bar in enumerate(period))


def _silent(motif: Motif) -> Motif:
    return replace(motif, cell="".join("|" if symbol == "|" else "." for symbol in motif.cell))


def _first_note(motif: Motif) -> Motif:
    symbols = [at for at, symbol in enumerate(motif.cell) if symbol not in ".-|"]
    end = symbols[1] if len(symbols) > 1 else len(motif.cell)
    held = "".join("-" if symbol != "|" and at >= end else symbol for at, symbol in enumerate(motif.cell))
    return Motif(held, motif.contour[:1])
