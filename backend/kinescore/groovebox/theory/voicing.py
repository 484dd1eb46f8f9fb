"""Voice leading: which octave and inversion each chord is played in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinescore.groovebox.theory.chords import Chord

_CENTRE_PULL = 0.25
"""Semitones of movement that one semitone of distance from the register's centre is worth."""


def lead_voices(chords: Iterable[Chord], centre: float, voices: int = 4) -> list[tuple[int, ...]]:
    """Return one ascending voicing (MIDI pitches) per chord, each moving as little as it can from the one before.

    centre: MIDI pitch that the middle of the hand stays near. voices: at most this many notes; tones beyond are
    dropped, the fifth first, then the root (the bass has it).
    """
    voicings: list[tuple[int, ...]] = []
    memory: dict[tuple[tuple[int, ...], Chord], tuple[int, ...]] = {}
    previous: tuple[int, ...] = ()
    for chord in chords:
        if (previous, chord) not in memory:
            candidates = _close_positions(_kept_tones(chord, voices), centre)
            memory[previous, chord] = min(candidates, key=lambda pitches: (_cost(previous, pitches, centre), pitches))
        previous = memory[previous, chord]
        voicings.append(previous)
    return voicings


def _kept_tones(chord: Chord, voices: int) -> list[int]:
    steps = list(chord.intervals)
    for expendable in (7, 0):
        if len(steps) > voices and expendable in steps:
            steps.remove(expendable)
    return sorted({(chord.root + step) % 12 for step in steps[:voices]})


def _close_positions(classes: list[int], centre: float) -> Iterator[tuple[int, ...]]:
    for inversion in range(len(classes)):
        turned = classes[inversion:] + classes[:inversion]
        lowest = round(centre) - 14
        lowest += (turned[0] - lowest) % 12
        for base in (lowest, lowest + 12):
            pitches = [base]
            for tone in turned[1:]:
                pitches.append(pitches[-1] + (tone - pitches[-1]) % 12)
            yield tuple(pitches)


def _cost(previous: tuple[int, ...], pitches: tuple[int, ...], centre: float) -> float:
    off_centre = abs(sum(pitches) / len(pitches) - centre)
    if not previous:
        return off_centre
    there = sum(min(abs(p - q) for q in previous) for p in pitches)
    back = sum(min(abs(p - q) for q in pitches) for p in previous)
    return (there + back) / 2 + _CENTRE_PULL * off_centre
