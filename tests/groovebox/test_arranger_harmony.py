"""The sanity of the music: keys, chords, voices, and notes that could be played."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.arranger.instrumentation import TEXTURES
from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.prompt_intent import Mood, PromptIntent
from kinescore.groovebox.score import STEMS, Part
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.theory.chords import chord_in, melody_tones
from kinescore.groovebox.theory.pitch import SCALES, Key
from kinescore.groovebox.theory.voicing import lead_voices
from tests.groovebox.made_dances import made_dance

SEEDS = (1, 2)
BASSES = {"electric_bass", "synth_bass", "acid_bass", "sub_bass", "upright_bass", "slap_bass"}


@pytest.fixture(scope="module", params=[(name, seed) for name in STYLES for seed in SEEDS], ids=str)
def piece(request: pytest.FixtureRequest) -> Arrangement:
    name, seed = request.param
    style = STYLES[name]
    tempo = float(np.clip(112.0, *style.tempo))
    return arrange(made_dance(tempo_bpm=tempo, hit_seed=seed), 40.0, style, PromptIntent(), seed)


def _chord_at(piece: Arrangement, time_s: float):
    # Humanised notes are up to 9 ms late, strummed ones another 40 ms, never early.
    return piece.plan.chart.at(*piece.plan.timeline.position(time_s))


def _body(piece: Arrangement, part: Part):
    return [n for n in part.notes if n.start_seconds < piece.plan.final_seconds - 1e-6]


def test_every_note_can_be_played(piece: Arrangement):
    score = piece.score
    assert len({part.name for part in score.parts}) == len(score.parts)
    for part in score.parts:
        assert part.instrument in INSTRUMENTS
        assert part.stem in STEMS
        assert part.notes
        assert list(part.notes) == sorted(part.notes, key=lambda n: n.start_seconds)
        sounding: dict[int, float] = {}
        for note in part.notes:
            assert 0.0 < note.velocity <= 1.0
            assert 0 <= note.pitch <= 127
            assert note.start_seconds >= 0.0
            assert note.seconds > 0.0
            assert note.start_seconds + note.seconds <= score.seconds + 1e-9
            assert note.start_seconds >= sounding.get(note.pitch, 0.0) - 1e-9, f"{part.name} repeats a sounding pitch"
            sounding[note.pitch] = note.start_seconds + note.seconds


def test_bass_plays_chord_tones_and_steps_into_the_next_root(piece: Arrangement):
    plan = piece.plan
    approaches = total = 0
    for part in (p for p in piece.score.parts if p.stem == "bass"):
        notes = _body(piece, part)
        for note, following in itertools.pairwise(notes):
            total += 1
            if note.pitch % 12 not in _chord_at(piece, note.start_seconds).pitch_classes:
                approaches += 1
                assert abs(following.pitch - note.pitch) <= 2 or plan.timeline.position(note.start_seconds)[1] > 2.4
                assert note.pitch % 12 in melody_tones(plan.chart.key, _chord_at(piece, note.start_seconds)) or (
                    abs(following.pitch - note.pitch) == 1
                )
    assert approaches <= 0.3 * total


def test_bass_has_the_root_on_the_first_beat(piece: Arrangement):
    for part in (p for p in piece.score.parts if p.stem == "bass"):
        for note in _body(piece, part):
            if piece.plan.timeline.position(note.start_seconds)[1] < 1e-6:
                assert note.pitch % 12 == _chord_at(piece, note.start_seconds).root


def test_tune_stays_in_the_scale_and_what_leans_on_strong_beats_resolves(piece: Arrangement):
    plan = piece.plan
    retimed = {accent.time_s for accent in piece.accents}
    strong: list[bool] = []
    resolved: list[bool] = []
    for part in (p for p in piece.score.parts if p.stem == "melody"):
        for note, following in itertools.pairwise(_body(piece, part)):
            if note.start_seconds in retimed:
                continue
            chord = _chord_at(piece, note.start_seconds)
            bar, beat = plan.timeline.position(note.start_seconds)
            if note.pitch % 12 not in melody_tones(plan.chart.key, chord):
                assert note.pitch % 12 in plan.chart.key.passing_tones
                assert beat % 2 > 1e-6
                assert following.start_seconds in retimed or 0 < abs(following.pitch - note.pitch) <= 2
            if beat % 2 < 1e-6:
                strong.append(note.pitch % 12 in chord.pitch_classes)
                if any(abs(change.beat - beat) < 1e-6 for change in plan.chart.bar(bar)):
                    assert strong[-1]
                elif not strong[-1] and following.start_seconds not in retimed:
                    resolved.append(0 < abs(following.pitch - note.pitch) <= 2)
    assert strong.count(False) <= 1 + 0.4 * len(strong)
    assert resolved.count(False) <= 1 + 0.1 * len(resolved)


def test_chord_players_play_the_chord(piece: Arrangement):
    for part in (p for p in piece.score.parts if p.stem == "harmony"):
        for note in _body(piece, part):
            near = [piece.plan.timeline.position(note.start_seconds + shift) for shift in (-0.06, 0.0, 0.06)]
            struck = {piece.plan.chart.at(*place) for place in near}
            assert any(note.pitch % 12 in chord.pitch_classes for chord in struck)


def test_it_ends_on_the_tonic(piece: Arrangement):
    plan = piece.plan
    tonic = chord_in(plan.chart.key, "i" if plan.chart.key.is_minor else "I")
    struck = [part for part in piece.score.parts if part.instrument not in TEXTURES]  # a record hisses to the very end
    last = [n for p in struck for n in p.notes if n.start_seconds >= plan.final_seconds - 1e-9]
    pitched = [
        n
        for p in piece.score.parts
        if p.stem in ("bass", "harmony", "melody")
        for n in p.notes
        if n.start_seconds >= plan.final_seconds - 1e-9
    ]
    assert {n.start_seconds for n in last} == {plan.final_seconds}
    if not (plan.style.chords or plan.style.melodies or plan.style.bass):
        assert not pitched  # a style of drums alone has no tonic to end on
        return
    assert {n.pitch % 12 for n in pitched} == set(tonic.pitch_classes)
    lowest = min(pitched, key=lambda n: n.pitch)
    assert lowest.pitch % 12 == tonic.root
    before = [n for p in struck for n in p.notes if n.start_seconds < plan.final_seconds]
    assert max(n.start_seconds + n.seconds for n in before) <= plan.final_seconds + 0.9


def test_every_style_has_progressions_for_every_light():
    for style in STYLES.values():
        for colour in Colour:
            assert len(style.progressions[colour]) >= 3
            key = Key(9, style.scales[colour])
            for progression in style.progressions[colour]:
                for word in progression.replace(",", " ").split():
                    assert chord_in(key, word).pitch_classes


@pytest.mark.parametrize(
    ("numeral", "tonic", "names"),
    [("I", 0, "C E G"), ("bVImaj7", 9, "F A C E"), ("ii7", 2, "E G B D"), ("iiø7", 9, "B D F A"),
     ("V7b9", 0, "G B D F G#"), ("#ivdim7", 0, "F# A C D#"), ("bVII", 4, "D F# A")],
)  # fmt: skip
def test_numerals_name_the_chords_a_textbook_names(numeral: str, tonic: int, names: str):
    sharps = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]
    chord = chord_in(Key(tonic, "major"), numeral)
    assert chord.pitch_classes == {sharps.index(name) for name in names.split()}


def test_voices_move_little():
    rng = np.random.default_rng(5)
    key = Key(0, "major")
    chords = [chord_in(key, n) for n in rng.choice(["I", "ii7", "iii", "IV", "V7", "vi"], 200)]
    voicings = lead_voices(chords, 62.0)
    moves = [
        np.mean([min(abs(p - q) for q in before) for p in after]) for before, after in itertools.pairwise(voicings)
    ]
    parallel = [np.mean(np.abs(np.diff([[60 + c.root + i for i in c.intervals[:3]] for c in chords], axis=0)))]
    assert np.mean(moves) < 1.6 < parallel[0]
    assert all(abs(np.mean(v) - 62.0) < 9 for v in voicings)
    assert all({p % 12 for p in v} <= c.pitch_classes for v, c in zip(voicings, chords, strict=True))


def test_moods_change_the_mode():
    dance = made_dance()
    bright = arrange(dance, 40.0, STYLES["pop"], PromptIntent(mood=Mood("joyful", Colour.BRIGHT)), 3).score
    dark = arrange(dance, 40.0, STYLES["pop"], PromptIntent(mood=Mood("sad", Colour.DARK)), 3).score
    assert bright.key.endswith("major")
    assert dark.key.endswith("minor")


def test_scales_have_seven_tones_or_five():
    for name, scale in SCALES.items():
        assert scale[0] == 0
        assert len(set(scale)) == (5 if name == "in" or "pentatonic" in name else 7)
