"""Waltzes, marches and six-eight in every style; tempi and metres that change over a piece."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import mido
import numpy as np
import pytest

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.mapped_beats import grid_of_map
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.engines.composer import compose
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.in_metre import in_metre
from kinescore.groovebox.midi import midi_bytes
from kinescore.groovebox.mix.delay import HALF_RATE, Delay, delay_seconds
from kinescore.groovebox.patterns.fills import FILLS, fills_in
from kinescore.groovebox.patterns.grooves import read_groove
from kinescore.groovebox.patterns.metres import PATTERNS
from kinescore.groovebox.patterns.notation import read_bar, steps_per_beat
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Note, Score
from kinescore.groovebox.styles import STYLES
from kinescore.request import SoundtrackRequest
from kinescore.wire.take_archive import take_from_bytes, take_to_bytes
from tests.dance.made_dancer import groover
from tests.groovebox.made_dances import made_dance

OTHERS = [Metre.TWO_FOUR, Metre.THREE_FOUR, Metre.SIX_EIGHT]
CHANGES = (
    TempoChange(0.3, 110.0, ramp=True),
    TempoChange(12.0, 130.0, Metre.THREE_FOUR),
    TempoChange(24.7, 84.0, Metre.SIX_EIGHT),
)


def changing(seconds: float = 36.0) -> DanceAnalysis:
    dance = made_dance(seconds=seconds, hit_seed=None)
    return replace(dance, grid=grid_of_map(CHANGES, seconds))


def notes_of(score: Score, *stems: str) -> list[Note]:
    return [note for part in score.parts if part.stem in stems for note in part.notes]


def strength_by_step(piece: Arrangement, metre: Metre, per_beat: int) -> np.ndarray:
    """Summed velocity of kicks and basses on each step of the bar, over whole bars before the end."""
    strengths = np.zeros(metre.beats * per_beat)
    kicks = [n for n in notes_of(piece.score, "drums") if n.pitch == 36]
    for note in [*kicks, *notes_of(piece.score, "bass")]:
        bar, beat = piece.plan.timeline.position(note.start_seconds + 1e-4)
        if 0 <= bar < piece.plan.timeline.bars - 2:
            strengths[round(beat * per_beat) % len(strengths)] += note.velocity
    return strengths


@pytest.mark.parametrize(
    ("name", "metre"),
    [(name, Metre.THREE_FOUR) for name in STYLES]
    + [
        (name, metre) for name in ("pop", "jazz", "house", "orchestral", "trap") for metre in OTHERS if metre.beats == 2
    ],
)
def test_the_one_is_the_strongest_of_the_bar_in_every_style(name: str, metre: Metre) -> None:
    piece = arrange(made_dance(tempo_bpm=108.0, metre=metre, hit_seed=None), 40.0, STYLES[name], PromptIntent(), 3)
    strengths = strength_by_step(piece, metre, 2 * metre.subdivision)
    if strengths.sum() > 0:
        assert strengths.argmax() == 0, strengths.round(1)
        assert strengths[0] > 1.3 * strengths[1:].max() or metre is not Metre.THREE_FOUR, strengths.round(1)
    assert set(piece.score.metres) == {metre}
    assert all(piece.score.downbeats[1:] - piece.score.downbeats[:-1] == metre.beats)


@pytest.mark.parametrize("wrong", [Metre.FOUR_FOUR])
@pytest.mark.parametrize("name", ["pop", "jazz", "orchestral", "house"])
def test_a_waltz_is_periodic_in_three_and_not_in_four(name: str, wrong: Metre) -> None:
    """Autocorrelation of kick and bass strength per beat at a lag of a bar, against the lag of the other metre."""

    def correlation(metre: Metre, lag: int) -> float:
        piece = arrange(made_dance(tempo_bpm=108.0, metre=metre, hit_seed=None), 60.0, STYLES[name], PromptIntent(), 1)
        heard = [n for n in notes_of(piece.score, "drums") if n.pitch == 36] + notes_of(piece.score, "bass")
        per_beat = np.zeros(len(piece.score.beats))
        for note in heard:
            per_beat[int(np.argmin(np.abs(piece.score.beats - note.start_seconds)))] += note.velocity
        level = per_beat - per_beat.mean()
        return float((level[lag:] * level[:-lag]).sum() / (level**2).sum())

    assert correlation(Metre.THREE_FOUR, 3) > correlation(Metre.THREE_FOUR, 4) + 0.3


@pytest.mark.parametrize("metre", OTHERS)
def test_every_rhythm_has_whole_bars_and_the_one_comes_first_in_grooves(metre: Metre) -> None:
    patterns = PATTERNS[metre]
    grooves = [groove for band in patterns.bands.values() for groove in band.drums]
    lines = [line for groove in (*grooves, *patterns.percussion, *patterns.fills) for line in read_groove(groove)]
    written = [line.pattern for line in lines] + [patterns.held, *patterns.arpeggios, *patterns.calm_arpeggios]
    written += [text for band in patterns.bands.values() for text in (*band.bass, *band.calm_bass, *band.comping)]
    written += [cell for tunes in patterns.tunes.values() for cell in (*tunes.cells, *tunes.answers)]
    for pattern in written:
        steps = steps_per_beat(pattern, metre.beats)
        assert steps in ((3, 6) if metre is Metre.SIX_EIGHT else (4,)), pattern
    for name in FILLS:
        for fill in fills_in(metre, name):
            assert all(read_bar(line.pattern, 0, metre.beats, written_beats=metre.beats) is not None
                       for line in read_groove(fill))  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_in_its_own_metre_a_style_is_itself_and_elsewhere_keeps_its_band(name: str) -> None:
    style = STYLES[name]
    assert in_metre(style, style.metre) is style
    waltz = in_metre(style, Metre.THREE_FOUR)
    assert [player.seat for player in waltz.chords] == [player.seat for player in style.chords]
    assert (waltz.progressions, waltz.swing, waltz.accents) == (style.progressions, style.swing, style.accents)


@pytest.mark.parametrize("name", ["pop", "jazz", "house", "orchestral", "ambient"])
def test_notes_follow_a_grid_whose_tempo_and_metre_change(name: str) -> None:
    piece = arrange(changing(), 36.0, STYLES[name], PromptIntent(), 4)
    grid = grid_of_map(CHANGES, 36.0)
    assert piece.score.beats[: len(grid.beats)] == pytest.approx(grid.beats, abs=1e-9)
    assert piece.score.metres[: len(grid.metres)] == grid.metres
    kicks = np.array([n.start_seconds for n in notes_of(piece.score, "drums") if n.pitch == 36])
    if len(kicks):
        swing = {STYLES[name].swing.swung(place) for place in (0.25, 0.5, 0.75)}
        parts = sorted({*(np.arange(12) / 12), *(np.arange(4) / 4), *swing})
        places = np.concatenate([a + (b - a) * np.array(parts) for a, b in pairwise(grid.beats)])
        inside = kicks[(kicks >= grid.beats[0]) & (kicks < grid.beats[-1])]
        assert np.abs(inside[:, None] - places).min(axis=1).max() < 0.002
    starts = [section.start_seconds for section in piece.score.sections[1:-1]]
    ones = grid.beats[grid.downbeats]
    assert all(np.abs(ones - start).min() < 1e-6 for start in starts)


@pytest.mark.parametrize("metre", OTHERS)
def test_the_midi_file_has_the_metre_and_its_bars_on_the_downbeats(metre: Metre) -> None:
    score = arrange(made_dance(metre=metre, first_downbeat=1, hit_seed=None), 40.0, STYLES["pop"], PromptIntent(), 2)
    bars = bar_lines(score.score)
    assert bars == pytest.approx(score.score.beats[score.score.downbeats], abs=1e-3)


def test_the_midi_file_has_every_change() -> None:
    score = arrange(changing(), 36.0, STYLES["pop"], PromptIntent(), 2).score
    file = mido.MidiFile(file=io.BytesIO(midi_bytes(score)))
    signatures = [(m.numerator, m.denominator) for m in file.tracks[0] if m.type == "time_signature"]
    assert [one for one in signatures if one in ((4, 4), (3, 4), (6, 8))] == [(4, 4), (3, 4), (6, 8)]
    assert bar_lines(score) == pytest.approx(score.beats[score.downbeats], abs=1e-3)
    for part, track in zip(score.parts, file.tracks[1:], strict=True):
        ticks = np.cumsum([m.time for m in track])
        starts = [seconds_at(file, int(t)) for t, m in zip(ticks, track, strict=True) if m.type == "note_on"]
        assert np.sort(starts) == pytest.approx(sorted(n.start_seconds for n in part.notes), abs=1e-3)


def seconds_at(file: mido.MidiFile, tick: int) -> float:
    now, seconds, tempo = 0, 0.0, 500_000
    for message in file.tracks[0]:
        if now + message.time > tick:
            break
        seconds += mido.tick2second(message.time, file.ticks_per_beat, tempo)
        now += message.time
        tempo = message.tempo if message.type == "set_tempo" else tempo
    return seconds + mido.tick2second(tick - now, file.ticks_per_beat, tempo)


def bar_lines(score: Score) -> list[float]:
    """Where an independent reader draws the bar lines, s, without the lead-in's own."""
    file = mido.MidiFile(file=io.BytesIO(midi_bytes(score)))
    signs, tick = [], 0
    for message in file.tracks[0]:
        tick += message.time
        if message.type == "time_signature":
            signs.append((tick, message.numerator * 4 * file.ticks_per_beat // message.denominator))
    lead = 0 if score.beats[score.downbeats[0]] < 1e-6 else 1
    end = signs[-1][0] + signs[-1][1] * len(score.downbeats)
    ends = [*(start for start, _ in signs[1:]), end]
    lines = [t for (start, bar), stop in zip(signs, ends, strict=True) for t in range(start, stop, bar)]
    return [seconds_at(file, line) for line in lines[lead : lead + len(score.downbeats)]]


@pytest.mark.parametrize(
    ("prompt", "style", "metre"),
    [
        ("waltz", "waltz", "3/4"), ("jazz waltz", "jazz", "3/4"), ("sad piano in 3/4", None, "3/4"),
        ("house in three", "house", "3/4"), ("6/8 ballad", None, "6/8"), ("polka", "circus", "2/4"),
        ("Walzer mit Geigen", "waltz", "3/4"), ("techno", "techno", None), ("24/7 party", None, None),
    ],
)  # fmt: skip
def test_words_for_the_metre_are_heard(prompt: str, style: str | None, metre: str | None) -> None:
    intent = parse_prompt(prompt)
    assert (intent.style if style else None) == style
    assert (intent.metre and intent.metre.value) == metre
    assert not [note for note in intent.notes if "several" in note]


def test_a_prompt_sets_the_metre_and_the_request_overrides_it() -> None:
    motion = groover(104.0, seconds=8.0)
    waltz = compose(SoundtrackRequest(motion, prompt="waltz"))
    assert set(waltz.metres) == {Metre.THREE_FOUR}
    assert (np.diff(waltz.downbeats) == 3).all()
    assert waltz.provenance["metre"] == "3/4"
    assert take_from_bytes(take_to_bytes(waltz)).metres == waltz.metres
    plain = compose(SoundtrackRequest(motion, genre="pop"))
    assert take_from_bytes(take_to_bytes(plain)).metres == plain.metres == (Metre.FOUR_FOUR,)
    assert set(compose(SoundtrackRequest(motion, genre="waltz")).metres) == {Metre.THREE_FOUR}
    both = compose(SoundtrackRequest(motion, prompt="waltz", metre=Metre.FOUR_FOUR))
    assert set(both.metres) == {Metre.FOUR_FOUR}
    assert any("request for another metre" in note for note in both.notes)


@pytest.mark.parametrize("factor", [0.5, 2.0, 0.8])
def test_another_tempo_keeps_style_key_and_band(factor: float) -> None:
    motion = groover(104.0, seconds=10.0)
    plain = compose(SoundtrackRequest(motion, seed=4))
    other = compose(SoundtrackRequest(motion, seed=4, tempo_bpm=plain.tempo_bpm * factor))
    for name in ("style", "key", "instruments"):
        assert other.provenance[name] == plain.provenance[name], name
    assert other.tempo_bpm == pytest.approx(plain.tempo_bpm * factor)
    if factor != 0.8:
        assert other.provenance["feel"] == plain.provenance["feel"]


def test_hits_that_the_artist_set_are_all_marked() -> None:
    dance = made_dance(seconds=30.0, hit_seed=None)
    times = [*np.arange(2.0, 2.6, 0.06), 10.0, 10.05, 20.03]
    mine = tuple(HitPoint(float(time), 0.9, HitKind.MARKER) for time in times)
    found = replace(dance, hits=mine)
    assert len(arrange(found, 30.0, STYLES["pop"], PromptIntent(), 1).accents) < len(mine)
    edited = replace(found, as_found=dance)
    accents = arrange(edited, 30.0, STYLES["pop"], PromptIntent(), 1)
    marked = np.array([accent.time_s for accent in accents.accents])
    assert np.abs(np.array(times)[:, None] - marked).min(axis=1).max() <= 0.5 / dance.fps
    heard = np.array([n.start_seconds for part in accents.score.parts for n in part.notes])
    assert all(np.abs(heard - mark).min() < 1e-6 for mark in marked)


def test_a_drawn_intensity_drives_density_and_dynamics() -> None:
    dance = made_dance(seconds=60.0, energy="flat", hit_seed=None)
    curve = np.repeat([0.05, 1.0, 0.3], len(dance.energy) // 3).astype(np.float32)
    drawn = replace(dance, energy=curve, as_found=dance)
    score = arrange(drawn, 60.0, STYLES["pop"], PromptIntent(), 1).score
    played = [note for part in score.parts if part.stem != "accents" for note in part.notes]
    thirds = [[n for n in played if 20 * k + 2 < n.start_seconds < 20 * k + 18] for k in range(3)]
    counts = [len(notes) for notes in thirds]
    loudness = [float(np.mean([n.velocity for n in notes])) for notes in thirds]
    assert counts[1] > 2 * counts[0]
    assert counts[1] > counts[2] > counts[0]
    assert loudness[1] > 1.25 * loudness[0]


def test_echoes_keep_the_tempo_of_where_they_were_sent() -> None:
    beats = np.concatenate([np.arange(0.0, 8.0, 0.5), np.arange(8.0, 16.0, 0.8)])
    send = np.zeros(16 * HALF_RATE, np.float32)
    for time in (2.0, 12.0):
        send[round(time * HALF_RATE)] = 1.0
    wet = np.abs(Delay(beats, 120.0, len(send)).echoes(send)).sum(axis=0)
    peaks = np.flatnonzero(wet > 0.2) / HALF_RATE
    for time, bpm in ((2.0, 120.0), (12.0, 75.0)):
        first = peaks[peaks > time][0] - time
        assert first == pytest.approx(delay_seconds(bpm), abs=0.002)
