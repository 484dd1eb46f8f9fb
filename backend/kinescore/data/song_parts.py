"""Who plays what in a song: its voices as the parts of a score, and the key that they are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kinescore.data.midi_songs import Voice
from kinescore.groovebox.score import Note, Part
from kinescore.groovebox.theory.pitch import NOTE_NAMES

BASSES = range(32, 40)
"""Programs of General MIDI that are basses."""
_LEADS = ("melody", "vocal", "voice", "lead", "tune", "sing")
_HIGHEST_BASS = 47
"""MIDI pitch, B2: below middle C by more than an octave the left hand plays the bass."""
_MIDDLE_OF_TUNES = 76
"""MIDI pitch, E5: the median of the built-in engine's tunes."""
_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
"""How well each step above the tonic fits a key: the probe tones of Krumhansl and Kessler (1982)."""


def parts_of(voices: Sequence[Voice]) -> tuple[Part, ...]:
    """Return the parts: drums, bass, melody and harmony.

    The melody is the voice whose track is called so, or else the highest of those that play one note at a time; it is
    put into the octaves where bands play their tunes, so that those of low voices are no other music than those of high
    ones. Where nobody plays a bass, it is the lowest notes below C3 of who plays the harmony.
    """
    pitched = [voice for voice in voices if not voice.is_drums]
    basses = [voice for voice in pitched if voice.program in BASSES or "bass" in voice.track.lower()]
    others = [voice for voice in pitched if voice not in basses]
    lead = _lead(others)
    harmony = [note for voice in others if voice is not lead for note in voice.notes]
    bass = [note for voice in basses for note in voice.notes] or _lowest(harmony)
    taken = set(bass)
    parts = [_part("drums", [note for voice in voices if voice.is_drums for note in voice.notes])]
    parts += [_part("bass", bass), _part("melody", _in_octaves_of_tunes(lead.notes) if lead else ())]
    parts.append(_part("harmony", [note for note in harmony if note not in taken]))
    return tuple(part for part in parts if part.notes)


def found_key(parts: Sequence[Part]) -> str:
    """Return the key, such as "F# minor", whose probe tones the sounding classes of pitch follow best; "" without
    pitches. By correlation, as Krumhansl and Schmuckler do (Krumhansl 1990)."""
    heard = np.zeros(12)
    for part in parts:
        if part.stem != "drums":
            for note in part.notes:
                heard[note.pitch % 12] += note.seconds
    if not heard.any() or np.ptp(heard) == 0.0:
        return ""
    fits = {
        (tonic, mode): np.corrcoef(np.roll(profile, tonic), heard)[0, 1]
        for mode, profile in (("major", _MAJOR), ("minor", _MINOR))
        for tonic in range(12)
    }
    tonic, mode = max(fits, key=lambda each: fits[each])
    return f"{NOTE_NAMES[tonic]} {mode}"


def _lead(voices: Sequence[Voice]) -> Voice | None:
    named = [voice for voice in voices if any(word in voice.track.lower() for word in _LEADS)]
    alone = [voice for voice in voices if len(voices) > 1 and _is_line(voice.notes)]
    return max(named or alone, key=lambda voice: np.mean([note.pitch for note in voice.notes]), default=None)


def _is_line(notes: Sequence[Note]) -> bool:
    """Whether hardly any note begins with another, within 10 ms."""
    starts = np.array([note.start_seconds for note in notes])
    return bool(np.mean(np.diff(starts) < 0.01) < 0.05) if len(starts) > 1 else True


def _in_octaves_of_tunes(notes: Sequence[Note]) -> list[Note]:
    octaves = round((_MIDDLE_OF_TUNES - float(np.median([note.pitch for note in notes]))) / 12.0)
    return [replace(note, pitch=note.pitch + 12 * octaves) for note in notes]


def _lowest(notes: Sequence[Note]) -> list[Note]:
    """Of notes that begin within 40 ms, the lowest, where it is low enough for a bass."""
    bass: list[Note] = []
    for note in sorted(notes, key=lambda note: (note.start_seconds, note.pitch)):
        if note.pitch > _HIGHEST_BASS:
            continue
        if not bass or note.start_seconds - bass[-1].start_seconds > 0.04:
            bass.append(note)
        elif note.pitch < bass[-1].pitch:
            bass[-1] = note
    return bass


def _part(stem: str, notes: Sequence[Note]) -> Part:
    return Part(stem, stem, stem, tuple(sorted(notes, key=lambda note: (note.start_seconds, note.pitch))))
