"""Marks on hit points: crashes and chords on strong ones, chords on medium ones, a tone on light ones. Also the risers
and falls between sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kinescore.groovebox.arranger.hits import Accent, Weight
from kinescore.groovebox.arranger.plan import Plan
from kinescore.groovebox.patterns.grooves import GM_KEYS
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.score import Note
from kinescore.groovebox.theory.pitch import nearest_pitch
from kinescore.groovebox.theory.voicing import lead_voices

CYMBALS = "cymbals"
"""Key of the drum kit's own notes among the accents."""

_LEAD_IN = frozenset({"cymbal_swell", "riser"})
"""Instruments whose sound peaks at the end of the note."""

_ONE_PITCH = frozenset({"orchestra_hit"})
"""Instruments that sound a whole chord by themselves."""

_CYMBAL_GAIN = 0.95
_CHORD_CENTRE, _LIGHT_CENTRE, _ROOT_CENTRE = 64, 79, 54
_LENGTH_PULSES = {Weight.STRONG: 0.9, Weight.MEDIUM: 0.45, Weight.LIGHT: 0.3}
_VELOCITY = {Weight.STRONG: 0.95, Weight.MEDIUM: 0.8, Weight.LIGHT: 0.72}

Notes = dict[str, list[Note]]


@dataclass(frozen=True)
class AccentCast:
    """Instruments for this piece: noise under strong hits (None: none), chords, single tones. has_cymbals: a drum kit
    is at hand."""

    noise: str | None
    chord: str
    light: str
    has_cymbals: bool


def play_accents(plan: Plan, cast: AccentCast, accents: Iterable[Accent]) -> Notes:
    """Return notes by instrument that mark each accent at exactly its time."""
    notes: Notes = defaultdict(list)
    for accent in accents:
        bar, beat = plan.timeline.position(accent.time_s)
        chord = plan.chart.at(bar, beat + 0.1)
        seconds = _LENGTH_PULSES[accent.weight] * plan.timeline.pulse_at(accent.time_s)
        seconds = min(seconds, plan.final_seconds - accent.time_s)
        velocity = _VELOCITY[accent.weight] * (0.85 + 0.15 * accent.hit.weight)
        if accent.weight is Weight.LIGHT:
            pitch = nearest_pitch(_LIGHT_CENTRE, chord.pitch_classes)
            notes[cast.light].append(Note(accent.time_s, seconds, pitch, velocity))
            continue
        if cast.chord in _ONE_PITCH:
            pitches: tuple[int, ...] = (nearest_pitch(_ROOT_CENTRE, frozenset({chord.root})),)
        else:
            pitches = lead_voices([chord], _CHORD_CENTRE)[0]
        notes[cast.chord] += [Note(accent.time_s, seconds, pitch, velocity) for pitch in pitches]
        if accent.weight is Weight.STRONG:
            _add_noise(plan, cast, accent, notes)
        if cast.has_cymbals:
            notes[CYMBALS].append(Note(accent.time_s, 2 * seconds, GM_KEYS["crash2"], _CYMBAL_GAIN * velocity))
    return notes


def _add_noise(plan: Plan, cast: AccentCast, accent: Accent, notes: Notes) -> None:
    pulse, velocity = plan.timeline.pulse_at(accent.time_s), 0.7 + 0.3 * accent.hit.weight
    root = 36 + plan.chart.key.tonic
    if cast.noise in _LEAD_IN:
        lead = min(pulse, accent.time_s - plan.entry_seconds)
        if lead > 0.1:
            notes[cast.noise].append(Note(accent.time_s - lead, lead, root, velocity * 0.8))
    elif cast.noise:
        notes[cast.noise].append(Note(accent.time_s, pulse, root, velocity))


def play_transitions(plan: Plan) -> Notes:
    """Return risers into louder choruses and falls into breaks, for styles that use them."""
    notes: Notes = defaultdict(list)
    if not plan.style.risers:
        return notes
    pitch = 60 + plan.chart.key.tonic
    for before, section in pairwise(plan.form):
        start = plan.timeline.at(section.first_bar, 0)
        if section.kind is SectionKind.CHORUS and section.level > before.level:
            bars = 2 if before.bars >= 4 else 1
            lead = start - plan.timeline.at(section.first_bar - min(bars, before.bars), 0)
            notes["riser"].append(Note(start - lead, lead, pitch, 0.7))
        elif section.kind is SectionKind.BREAK:
            length = min(plan.timeline.pulse_at(start) * 4, plan.final_seconds - start)
            notes["downlifter"].append(Note(start, length, pitch, 0.65))
    return notes
