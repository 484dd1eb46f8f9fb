"""Codes -> score: the style's band plays what they say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.instrumentation import cast
from kinescore.groovebox.codes.chord_codes import chord_of
from kinescore.groovebox.codes.drum_codes import PERCUSSION, strokes_of
from kinescore.groovebox.codes.encode import ACCENTS, LEVELS, STYLE_NAMES
from kinescore.groovebox.codes.layout import (
    FRAME_HZ,
    MOMENTS,
    RELEASE,
    Codebook,
    Codes,
    seconds_at,
    unpacked,
)
from kinescore.groovebox.codes.line_codes import LINES, is_begun, is_held
from kinescore.groovebox.patterns.grooves import GM_KEYS
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.score import Note, Part, Score
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.styles.style import ChordPlayer, Seat, Style
from kinescore.groovebox.theory.voicing import lead_voices
from kinescore.take import Section

_Strokes = defaultdict[float, dict[int, float]]

SHORT_SECONDS = 0.22
STROKE_SECONDS = 0.1
ACCENT_SECONDS = 0.4
ACCENT_CENTRE = 64
"""MIDI pitch that marks of hit points lie around."""
_PERCUSSION = frozenset(GM_KEYS[name] for name in PERCUSSION)


def score_of(codes: Codes, seconds: float, beats: NDArray[np.float64], tempo_bpm: float, seed: int) -> Score:
    """Return what `codes` [8, T] say, for `seconds` of music: any codes of the right shape are some score.

    beats: [N] s, and their tempo: what the music was asked to keep, for echoes and for the file. seed: draws the
    instruments of the style's chairs.
    """
    style = _band(codes, seed)
    times = _times(codes)
    sounding = _chords(codes, times, seconds)
    parts = [
        *_drums(codes, times, style),
        *_bass(codes, times, style, seconds),
        *_harmony(codes, times, style, sounding, seconds),
        *_melody(codes, times, style, seconds),
        *_accents(codes, style, sounding),
    ]
    return Score(
        seconds=seconds,
        tempo_bpm=tempo_bpm,
        beats=beats,
        downbeats=np.arange(0, len(beats), 4),
        metres=(Metre.FOUR_FOUR,),
        key="C major",
        sections=(Section(style.name, 0.0, seconds),),
        parts=tuple(part for part in parts if part.notes),
        room=style.room,
        tone=style.tone,
    )


def _band(codes: Codes, seed: int) -> Style:
    """The style that most frames name, its chairs filled."""
    named = Counter((codes[Codebook.SCENE] - 1) // LEVELS)
    number = next((one for one, _ in named.most_common() if 0 <= one < len(STYLE_NAMES)), 0)
    return cast(STYLES[STYLE_NAMES[number]], parse_prompt(""), np.random.default_rng(seed))


def _times(codes: Codes) -> NDArray[np.float64]:
    """[T] s, when each frame's events are: in its middle where it has no moment."""
    moments = [
        unpacked(int(code) - 1, (MOMENTS, ACCENTS))[0] if code else MOMENTS // 2 for code in codes[Codebook.MOMENT]
    ]
    return np.array([seconds_at(frame, moment % MOMENTS) for frame, moment in enumerate(moments)])


def _drums(codes: Codes, times: NDArray[np.float64], style: Style) -> Iterator[Part]:
    kit, hands = _Strokes(dict), _Strokes(dict)
    for book in (Codebook.DRUMS, Codebook.CYMBALS):
        for frame in np.flatnonzero(codes[book]):
            for key, velocity in strokes_of(int(codes[book, frame]), book):
                (hands if key in _PERCUSSION and style.percussion else kit)[float(times[frame])][key] = velocity
    drums = style.drums.seat if style.drums else Seat(("acoustic_kit",))
    yield _part(drums, "drums", _struck(kit))
    if style.percussion:
        yield _part(style.percussion.seat, "percussion", _struck(hands))


def _struck(strokes: Mapping[float, Mapping[int, float]]) -> list[Note]:
    return [Note(time, STROKE_SECONDS, key, velocity) for time in strokes for key, velocity in strokes[time].items()]


def _line(codes: Codes, book: Codebook, times: NDArray[np.float64], seconds: float) -> list[Note]:
    """Single notes, each as long as it is held: until a rest, the next or the end."""
    row, notes, ends = codes[book], [], np.append(times, seconds)
    starts = np.flatnonzero(is_begun(row)).tolist()
    for frame, until in pairwise([*starts, len(row)]):
        rests = np.flatnonzero(~is_held(row[frame + 1 : until]))
        end = (frame + 1.5 + rests[0]) / FRAME_HZ if len(rests) else ends[until]
        pitch, velocity = LINES[book].note(int(row[frame]))
        notes.append(Note(float(times[frame]), float(end - times[frame]), pitch, velocity))
    return notes


def _bass(codes: Codes, times: NDArray[np.float64], style: Style, seconds: float) -> Iterator[Part]:
    seat = style.bass.seat if style.bass else Seat(("electric_bass",))
    yield _part(seat, "bass", _line(codes, Codebook.BASS, times, seconds))


@dataclass(frozen=True)
class _Struck:
    """A chord that begins: its code, when, for how long, s, and whether it is held."""

    code: int
    start_seconds: float
    seconds: float
    is_held: bool


def _chords(codes: Codes, times: NDArray[np.float64], seconds: float) -> list[_Struck]:
    row, found, end = codes[Codebook.CHORD], [], seconds
    for frame in np.flatnonzero(row)[::-1]:
        code, start = int(row[frame]), float(times[frame])
        if code == RELEASE:
            end = (frame + 0.5) / FRAME_HZ
        elif chord_of(code)[1]:
            found.append(_Struck(code, start, end - start, True))
            end = start
        else:
            found.append(_Struck(code, start, min(SHORT_SECONDS, seconds - start), False))
    return found[::-1]


def _harmony(
    codes: Codes, times: NDArray[np.float64], style: Style, chords: Sequence[_Struck], seconds: float
) -> Iterator[Part]:
    """Short chords by the first who comps, held ones by the first pad, figures by the last player; where the style has
    none of a kind, by who is there."""
    players = style.chords or (ChordPlayer(Seat(("piano",)), ("x---|----|----|----",)),)
    pads = [player for player in players if player.gate == 1.0] or list(players)
    comping = [player for player in players if player.gate != 1.0] or list(players)
    for player, wants_held in ((comping[0], False), (pads[0], True)):
        mine = [struck for struck in chords if struck.is_held is wants_held]
        voicings = lead_voices([chord_of(struck.code)[0] for struck in mine], player.centre)
        notes = [
            Note(struck.start_seconds, struck.seconds, pitch, player.seat.velocity)
            for struck, pitches in zip(mine, voicings, strict=True)
            for pitch in pitches
        ]
        yield _part(player.seat, "harmony", notes)
    yield _part(comping[-1].seat, "harmony", _line(codes, Codebook.FIGURE, times, seconds))


def _melody(codes: Codes, times: NDArray[np.float64], style: Style, seconds: float) -> Iterator[Part]:
    seat = style.melodies[0].seat if style.melodies else Seat(("piano",))
    yield _part(seat, "melody", _line(codes, Codebook.MELODY, times, seconds))


def accents_of(codes: Codes) -> list[tuple[float, int]]:
    """Return when hit points are marked, s, and how heavily, 1..3."""
    times = _times(codes)
    weights = [
        (frame, unpacked(int(codes[Codebook.MOMENT, frame]) - 1, (MOMENTS, ACCENTS))[1])
        for frame in np.flatnonzero(codes[Codebook.MOMENT])
    ]
    return [(float(times[frame]), weight) for frame, weight in weights if weight]


def _accents(codes: Codes, style: Style, chords: Sequence[_Struck]) -> Iterator[Part]:
    light, full, noise = [], [], []
    for time, weight in accents_of(codes):
        before = [struck.code for struck in chords if struck.start_seconds <= time]
        chord = chord_of(before[-1] if before else RELEASE + 1)[0]
        pitches = lead_voices([chord], ACCENT_CENTRE)[0]
        if weight == 1:
            light.append(Note(time, ACCENT_SECONDS / 2, pitches[-1] + 12, 0.7))
        else:
            full += [Note(time, ACCENT_SECONDS, pitch, 0.6 + 0.1 * weight) for pitch in pitches]
        if weight == ACCENTS - 1:
            noise.append(Note(time, ACCENT_SECONDS, 36 + chord.root, 0.9))
    voices = style.accents
    for keys, notes in ((voices.light, light), (voices.chord, full), (voices.strong, noise)):
        yield _part(Seat((keys[0],), level_db=voices.level_db, reverb=0.25), "accents", notes)


def _part(seat: Seat, stem: str, notes: Sequence[Note]) -> Part:
    key = seat.instruments[0]
    return Part(
        f"{key.replace('_', ' ')} ({stem})",
        key,
        stem,
        tuple(sorted(notes, key=lambda note: (note.start_seconds, note.pitch))),
        seat.level_db,
        seat.pan,
        seat.reverb,
        seat.delay,
        seat.ducking,
    )
