"""Endings on the last frame, starts on the first, and beats that never move for either."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.engines.composer import in_form
from kinescore.form.form import Ending, Form, SectionStart, Start
from kinescore.form.form_words import form_in
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.engine import play
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from tests.groovebox.made_dances import FPS, made_dance

RATE = 44100
SOME = ("house", "ambient", "orchestral", "jazz")
POSE = HitPoint(10.21, 0.9, HitKind.STOP)


def taken(seconds: float = 12.0, hits: tuple[HitPoint, ...] | None = None, **settings: object) -> Take:
    dance = made_dance(seconds=seconds, tempo_bpm=118.0)
    dance = dance if hits is None else replace(dance, hits=hits)
    frames = round(seconds * FPS)
    still = Keypoints(np.full((frames, 17, 2), 100.0), np.ones((frames, 17)), FPS, (640, 480))
    request, analysis, notes = in_form(SoundtrackRequest(still, **settings), dance)
    take = play(request, analysis, silent)
    return replace(take, notes=(*take.notes, *notes))


def level_db(samples: np.ndarray) -> float:
    return 20 * float(np.log10(np.sqrt(np.mean(samples**2)) + 1e-9))


def onsets(take: Take, seconds: float) -> float:
    """Greatest rise of the short-term level within 40 ms around a time, dB."""
    at = round(seconds * RATE)
    hop = 256
    blocks = take.audio.samples[:, max(0, at - 6 * hop) : at + 8 * hop]
    power = [level_db(blocks[:, i : i + hop]) for i in range(0, blocks.shape[1] - hop, hop)]
    return float(np.max(np.diff(power)))


@pytest.mark.parametrize("genre", SOME)
def test_a_stab_is_on_the_last_strong_pose_to_the_frame(genre: str) -> None:
    earlier = HitPoint(8.4, 0.95, HitKind.STOP)
    dance = replace(made_dance(seconds=12.0, tempo_bpm=118.0), hits=(earlier, POSE))
    piece = arrange(dance, 12.0, STYLES[genre], PromptIntent(), 1, Form(ending=Ending.STAB))
    assert abs(piece.plan.final_seconds - POSE.time_s) <= 1 / FPS
    after = [n for p in piece.score.parts for n in p.notes if n.start_seconds > piece.plan.final_seconds + 1e-9]
    assert after == []
    held = [
        n
        for p in piece.score.parts
        if p.stem in ("harmony", "bass")
        for n in p.notes
        if n.start_seconds == piece.plan.final_seconds
    ]
    assert held
    assert all(note.seconds <= 1.01 * piece.plan.timeline.pulse_at(0.0) for note in held)


@pytest.mark.parametrize("prompt", ["stops dead", "cuts to silence", "sudden silence at the end"])
@pytest.mark.parametrize("genre", SOME)
def test_nothing_is_played_after_the_music_stops_dead(genre: str, prompt: str) -> None:
    form, _ = form_in(f"{genre}, {prompt}", Form())
    dance = replace(made_dance(seconds=12.0, tempo_bpm=118.0), hits=(POSE,))
    parts = arrange(dance, 12.0, STYLES[genre], PromptIntent(), 1, form).score.parts
    notes = [(part.stem, note) for part in parts for note in part.notes]
    beat = 60.0 / 118.0
    assert not [note for _, note in notes if note.start_seconds > POSE.time_s + 1 / FPS]
    rings = [
        note
        for stem, note in notes
        if stem != "drums" and note.start_seconds + note.seconds > POSE.time_s + 1.05 * beat + 1 / FPS
    ]
    assert not rings


def test_a_stab_is_heard_on_the_pose() -> None:
    take = taken(hits=(POSE,), genre="house", ending=Ending.STAB)
    assert onsets(take, POSE.time_s) > 6
    assert not any("stab" in note for note in take.notes)


def test_a_stab_without_a_pose_is_told() -> None:
    take = taken(hits=(), genre="house", ending=Ending.STAB)
    assert any("No hit point lies within 4 s of the end" in note for note in take.notes)


def test_a_piece_that_resolves_keeps_to_the_beat() -> None:
    take = taken(hits=(POSE,), genre="house", ending=Ending.RESOLVE)
    dance = replace(made_dance(seconds=12.0, tempo_bpm=118.0), hits=(POSE,))
    piece = arrange(dance, 12.0, STYLES["house"], PromptIntent(), 0, Form(ending=Ending.RESOLVE))
    assert np.abs(take.beats - piece.plan.final_seconds).min() < 1e-6
    assert piece.plan.final_seconds != POSE.time_s


@pytest.mark.parametrize("genre", SOME)
def test_a_fade_goes_on_to_the_last_frame_and_is_silent_there(genre: str) -> None:
    take = taken(seconds=20.0, genre=genre, ending=Ending.FADE)
    samples = take.audio.samples
    assert not samples[:, -1].any()
    levels = [level_db(samples[:, round(s * RATE) : round((s + 0.9) * RATE)]) for s in (14.0, 17.0, 18.2, 19.1)]
    assert levels[1:] == sorted(levels[1:], reverse=True)
    assert levels[-1] > -75, "the music ends before the file does"
    assert levels[0] - levels[-1] > 15
    stems = taken(seconds=20.0, genre=genre, ending=Ending.FADE, stems=True)
    total = sum(stem.samples.astype(np.float64) for stem in stems.stems.values())
    assert np.abs(total - stems.audio.samples).max() < 1e-5


@pytest.mark.parametrize("ending", [None, Ending.RESOLVE, Ending.STAB])
@pytest.mark.parametrize("genre", SOME)
def test_the_music_ends_with_the_file(ending: Ending | None, genre: str) -> None:
    late = HitPoint(11.2, 0.9, HitKind.STOP)
    samples = taken(hits=(late,), genre=genre, ending=ending).audio.samples
    loud = np.flatnonzero(np.abs(samples).max(axis=0) > 10 ** (-60 / 20))
    assert 12.0 - loud[-1] / RATE < 0.2


@pytest.mark.parametrize("start", [None, *Start])
@pytest.mark.parametrize("genre", SOME)
def test_beats_never_move_for_a_start(start: Start | None, genre: str) -> None:
    plain, other = taken(genre=genre), taken(genre=genre, start=start)
    np.testing.assert_array_equal(other.beats, plain.beats)
    np.testing.assert_array_equal(other.downbeats, plain.downbeats)
    assert other.audio.samples.shape == plain.audio.samples.shape


@pytest.mark.parametrize("genre", SOME)
def test_a_count_in_clicks_every_beat_and_nobody_else_plays(genre: str) -> None:
    dance = made_dance(seconds=20.0, tempo_bpm=118.0, first_beat_s=0.05)
    piece = arrange(dance, 20.0, STYLES[genre], PromptIntent(), 1, Form(start=Start.COUNT_IN))
    entry = piece.plan.entry_seconds
    assert entry == dance.grid.beats[dance.grid.downbeats[1]]
    early = [(p.stem, n) for p in piece.score.parts for n in p.notes if n.start_seconds < entry - 1e-6]
    assert {stem for stem, _ in early} == {"drums"}
    np.testing.assert_allclose([note.start_seconds for _, note in early], dance.grid.beats[:4])
    assert any(n.start_seconds == pytest.approx(entry, abs=0.02) for p in piece.score.parts for n in p.notes)


@pytest.mark.parametrize("genre", SOME)
def test_a_pick_up_leads_into_the_downbeat(genre: str) -> None:
    dance = made_dance(seconds=20.0, tempo_bpm=118.0, first_beat_s=0.0)
    piece = arrange(dance, 20.0, STYLES[genre], PromptIntent(), 1, Form(start=Start.PICK_UP))
    entry = piece.plan.entry_seconds
    assert entry == dance.grid.beats[4]
    leading = [n for p in piece.score.parts for n in p.notes if entry - 1.1 < n.start_seconds < entry - 1e-6]
    assert leading
    assert min(n.start_seconds for p in piece.score.parts for n in p.notes) < 0.06


def test_a_lead_in_has_no_room_in_a_short_piece_and_that_is_told() -> None:
    for start in (Start.COUNT_IN, Start.PICK_UP):
        take = taken(seconds=2.0, genre="house", start=start)
        assert any(f"too short for a {start.value}" in note for note in take.notes)
        assert level_db(take.audio.samples) > -30


def test_a_fade_in_rises() -> None:
    samples = taken(seconds=20.0, genre="house", start=Start.FADE).audio.samples
    levels = [level_db(samples[:, round(s * RATE) : round((s + 0.5) * RATE)]) for s in (0.1, 0.6, 1.2, 1.9)]
    assert levels == sorted(levels)


def test_a_cold_start_has_no_intro() -> None:
    assert taken(seconds=40.0, genre="pop").sections[0].name == "intro"
    assert taken(seconds=40.0, genre="pop", start=Start.COLD).sections[0].name != "intro"


@pytest.mark.parametrize("first_downbeat", [0, 1, 3])
@pytest.mark.parametrize("genre", SOME)
def test_a_cold_start_is_the_whole_band_on_the_first_frame(genre: str, first_downbeat: int) -> None:
    """Whatever the first beat, and however long until the first bar: held until a downbeat, beats where they were."""
    dance = made_dance(seconds=20.0, tempo_bpm=118.0, first_beat_s=0.3, first_downbeat=first_downbeat)
    piece = arrange(dance, 20.0, STYLES[genre], PromptIntent(), 1, Form(start=Start.COLD))
    struck = [(part.stem, note) for part in piece.score.parts for note in part.notes if note.start_seconds == 0.0]
    style = piece.plan.style
    players = {"drums": style.drums, "bass": style.bass, "harmony": style.chords, "melody": style.melodies}
    assert {stem for stem, _ in struck} == {stem for stem, player in players.items() if player}
    downbeats = dance.grid.beats[dance.grid.downbeats]
    ends = [note.seconds for stem, note in struck if stem == "harmony"]
    assert all(np.abs(downbeats - end).min() < 1e-6 for end in ends)
    close = [note.start_seconds for part in piece.score.parts for note in part.notes if part.stem in players]
    assert not [start for start in close if 0.0 < start <= 0.06], "a stroke beside the stroke"


@pytest.mark.parametrize("genre", SOME)
def test_a_cold_start_is_heard_in_the_first_frame(genre: str) -> None:
    def first_frame(start: Start | None) -> float:
        return level_db(taken(genre=genre, start=start).audio.samples[:, : round(RATE / FPS)])

    assert first_frame(Start.COLD) > -40
    assert first_frame(Start.COLD) > first_frame(None) + 10


def test_a_loop_has_no_first_frame_to_strike_on() -> None:
    plain, cold = (taken(genre="house", start=start, ending=Ending.LOOP) for start in (None, Start.COLD))
    assert plain.midi == cold.midi


SET = (SectionStart(0.0, "calm"), SectionStart(10.17, "Chorus 1"), SectionStart(19.3, "break"), SectionStart(27.0))


def test_sections_are_the_ones_that_were_set() -> None:
    take = taken(seconds=36.0, genre="pop", sections=SET)
    assert [section.name for section in take.sections[:3]] == ["calm", "Chorus 1", "break"]
    starts = [section.start_seconds for section in take.sections]
    downbeats = take.beats[take.downbeats]
    for start, wanted in zip(starts[1:], SET[1:], strict=True):
        assert np.abs(downbeats - start).min() < 1e-4
        moved = abs(start - wanted.start_seconds) > 0.02
        assert moved == any(f"at {wanted.start_seconds:g} s starts on the downbeat" in note for note in take.notes)
        assert abs(start - wanted.start_seconds) <= 60 / 118 + 1e-6
    assert take.sections[-1].end_seconds == 36.0


def test_names_of_sections_decide_how_much_plays() -> None:
    dance = made_dance(seconds=40.0, tempo_bpm=120.0, first_beat_s=0.0, energy="flat")

    def notes_in(name: str) -> int:
        form = Form(sections=(SectionStart(0.0), SectionStart(16.0, name), SectionStart(32.0)))
        score = arrange(dance, 40.0, STYLES["house"], PromptIntent(), 1, form).score
        return sum(16 <= note.start_seconds < 31 for part in score.parts for note in part.notes)

    assert notes_in("silent") < notes_in("calm") < notes_in("action")


def test_a_section_off_the_bars_begins_a_bar() -> None:
    dance = made_dance(seconds=30.0, tempo_bpm=120.0, first_beat_s=0.0)
    frames = round(30 * FPS)
    still = Keypoints(np.full((frames, 17, 2), 100.0), np.ones((frames, 17)), FPS, (640, 480))
    request, analysis, _ = in_form(
        SoundtrackRequest(still, genre="house", sections=(SectionStart(13.1, "drop"),)), dance
    )
    piece = arrange(analysis, 30.0, STYLES["house"], PromptIntent(), 1, request.form)
    bar, beat = piece.plan.timeline.position(13.1)
    assert beat == pytest.approx(0, abs=1e-9)
    kicks = [n.start_seconds for p in piece.score.parts if p.stem == "drums" for n in p.notes if n.pitch == 36]
    assert np.abs(np.array(kicks) - 13.1).min() < 1e-6
    assert piece.score.sections[1].start_seconds == 13.1
    assert piece.plan.timeline.beats_in(bar - 1) < 4
