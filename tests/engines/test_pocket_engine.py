"""Pocket as an engine: a score to the movement, with stems and notes, by its own model or another, in every place."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

from torch import Tensor

from kinescore.backbones.base import Piece
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.dance.analysis import analyse
from kinescore.dance.timing import Timing
from kinescore.data import score_pieces
from kinescore.encoders.checkpoint import save_encoders
from kinescore.encoders.config import EncoderConfig, Projector, RhythmMode
from kinescore.encoders.encoders import new_encoders
from kinescore.engines import table as engine_table
from kinescore.engines.composer import compose, compose_all, engines_with
from kinescore.engines.learned import _rhythms
from kinescore.engines.model_choice import OWN_ENCODERS, ModelChoice, named_model, own_encoders
from kinescore.engines.pocket_prompt import KNOWN_BPM, read_prompt
from kinescore.engines.rolls import MOST_ROLLS
from kinescore.errors import EngineError, RequestError
from kinescore.form.form import Ending
from kinescore.motion.readers import read_motion_file
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import DIGEST_CHARACTERS, weights_digest
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.request import SoundtrackRequest
from kinescore.train import clock_lesson
from tests.backbones.tiny_pocket import save_tiny_pocket
from tests.cli.bouncers import write_bouncer

SECONDS = 3.0


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_pocket(tmp_path_factory.mktemp("pocket") / "tiny")


@pytest.fixture(scope="module")
def request_for(model: Path) -> SoundtrackRequest:
    dance = write_bouncer(model.parent / "dance.npz", 112, seconds=SECONDS)
    return SoundtrackRequest(read_motion_file(dance), engine="pocket", prompt="a sad waltz, no drums", seed=4)


def engines(model: Path) -> dict:
    return dict(engines_with([ModelChoice("pocket", str(model), device="cpu")]))


def test_a_take_has_stems_notes_and_a_story(model: Path, request_for: SoundtrackRequest) -> None:
    take = compose(replace(request_for, stems=True), engines=engines(model))
    assert take.audio.samples.shape == (2, round(SECONDS * 44_100))
    assert not take.audio.samples[:, -1].any()
    assert take.midi[:4] == b"MThd"
    assert len(take.stems) > 1
    np.testing.assert_allclose(sum(stem.samples for stem in take.stems.values()), take.audio.samples, atol=1e-4)
    assert str(take.provenance["prompt_read"]).startswith("a sad waltz music, in ")
    assert str(take.provenance["prompt_read"]).endswith("no drums, with * as the rhythm")
    assert {"beats_on_grid", "beats_on_grid_chance"} <= set(take.scores)
    assert any("Pocket's rhythm word" in note for note in take.notes)


def test_same_seed_same_bytes_alone_and_beside_others(model: Path, request_for: SoundtrackRequest) -> None:
    seeds = [replace(request_for, seed=seed) for seed in (4, 5)]
    first, second = compose_all(seeds, engines=engines(model))
    alone = compose(seeds[1], engines=engines(model))
    np.testing.assert_array_equal(second.audio.samples, alone.audio.samples)
    assert not np.array_equal(first.audio.samples, second.audio.samples)


def test_what_it_cannot_do_is_said(model: Path, request_for: SoundtrackRequest) -> None:
    with pytest.raises(RequestError, match="cannot be guided by sound"):
        compose(replace(request_for, guide=0.5), engines=engines(model))
    take = compose(replace(request_for, ending=Ending.STAB), engines=engines(model))
    assert any("there is no stab" in note for note in take.notes)


def test_its_own_model_plays_where_nobody_names_one(
    model: Path, request_for: SoundtrackRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = replace(engine_table.ENGINES["pocket"], own_model=model)
    table = {**engine_table.ENGINES, "pocket": entry}
    assert "pocket" in engines_with((), table)
    take = compose(request_for, engines=engines_with((), table))
    assert take.provenance["model"] == f"pocket 32x2 (width 32, {model})"
    lacking = {**table, "pocket": replace(entry, needs=("no_such_package",))}
    with pytest.raises(EngineError, match="Pocket needs no_such_package; not installed here"):
        compose(request_for, engines=engines_with((), lacking))
    without = {**table, "pocket": replace(entry, own_model=model / "none")}
    assert "pocket" not in engines_with((), without)
    with pytest.raises(EngineError, match="No model is named for the engine 'musicgen'"):
        named_model("musicgen", None)


def test_its_own_encoders_write_its_words(model: Path, request_for: SoundtrackRequest, tmp_path: Path) -> None:
    own = Path(shutil.copytree(model, tmp_path / "own"))
    space = load_pocket(ModelSource(str(own)), Runtime("cpu")).text_space
    written = new_encoders(EncoderConfig(space, Projector.MLP, rhythm_mode=RhythmMode.FOUND), 1)
    save_encoders(written, own / OWN_ENCODERS)
    table = {**engine_table.ENGINES, "pocket": replace(engine_table.ENGINES["pocket"], own_model=own)}
    take = compose(request_for, engines=engines_with((), table))
    assert take.provenance["encoders"] == weights_digest(written)[:DIGEST_CHARACTERS]
    assert own_encoders("pocket", str(own), table) == own / OWN_ENCODERS
    assert own_encoders("pocket", str(model), table) is None
    assert own_encoders("musicgen", str(own), table) is None


def test_encoders_of_found_beats_read_those_of_the_analysis_to_the_end_of_the_music(
    model: Path, request_for: SoundtrackRequest
) -> None:
    shape = EncoderConfig(TextSpace("pocket", "32x2", 32), rhythm_mode=RhythmMode.FOUND)
    fixed = Timing(tempo_bpm=90.0)
    analysis = analyse(request_for.keypoints, fixed)
    longer = replace(request_for, tempo_bpm=90.0, seconds=2 * SECONDS)
    [(rhythm, weight)] = _rhythms(longer, analysis.grid, shape)
    times = (np.arange(len(rhythm.peaks)) + 1) / rhythm.fps
    beats = np.arange(analysis.grid.beats[0], 2 * SECONDS - 0.1, 60.0 / 90.0)
    assert weight == 1.0
    assert (np.interp(beats, times, rhythm.peaks) > 0.95).all()
    assert (np.interp(beats + 1.0 / 3.0, times, rhythm.peaks, right=0.0) < 0.01).all()


@pytest.mark.parametrize(
    ("prompt", "tempo", "told", "sentence"),
    [
        ("rock", 120.0, 120.0, ""),
        (
            "cinematic in half time",
            140.0,
            70.0,
            "cinematic at 140 BPM is played in half time. Pocket is told every second",
        ),
        (
            "cinematic at 70 bpm",
            140.0,
            70.0,
            "70 BPM is played as its half time. For half time, cinematic at 140 BPM is",
        ),
        ("fast orchestral", 80.0, 160.0, "'fast', orchestral at 80 BPM is played in double time. Pocket is told twice"),
        ("slow trap", 140.0, 140.0, "For 'slow', trap at 140 BPM is played in half time."),
        ("slow house", 100.0, 100.0, "For 'slow', house at 100 BPM stays in the movement's own beat."),
        ("rock in half time", 120.0, 120.0, "not taught rock at 120 BPM for half time"),
        ("rock at 150 bpm", 120.0, 120.0, "asks for 150 BPM but the movement's beat is 120.0 BPM"),
        ("rock", 210.0, 105.0, "every second beat of the movement, 105.0 BPM, since it knows 60 to 190"),
        ("rock", 50.0, 100.0, "twice the beats of the movement, 100.0 BPM, since it knows 60 to 190"),
    ],
)
def test_a_tempo_in_words_says_which_of_the_movements_beats_are_felt(
    request_for: SoundtrackRequest, prompt: str, tempo: float, told: float, sentence: str
) -> None:
    asked = replace(request_for, prompt=prompt, tempo_bpm=tempo)
    analysis = analyse(request_for.keypoints, Timing(tempo_bpm=tempo))
    read = read_prompt(asked, analysis, 1, has_genre_word=False)
    assert read.grid.tempo_bpm == pytest.approx(told)
    np.testing.assert_allclose(np.diff(read.grid.beats), 60.0 / told, atol=0.04)
    shared = min(len(read.grid.beats), len(analysis.grid.beats))
    assert len(np.intersect1d(read.grid.beats.round(6), analysis.grid.beats.round(6))) >= shared - 1
    assert sentence in " ".join(read.notes)
    assert bool(read.notes) == bool(sentence)


def test_the_words_of_another_feel_reach_pocket(model: Path, request_for: SoundtrackRequest) -> None:
    plain, half = (
        compose(replace(request_for, prompt=prompt, tempo_bpm=140.0), engines=engines(model))
        for prompt in ("cinematic", "cinematic, half time")
    )
    assert not np.array_equal(plain.audio.samples, half.audio.samples)
    np.testing.assert_array_equal(plain.beats, half.beats)
    assert half.provenance["prompt_read"] == plain.provenance["prompt_read"]


def test_what_pocket_has_no_words_for_is_said(request_for: SoundtrackRequest) -> None:
    prompt = "sparse rock with strings in a big hall, no bass, 6/8, build up, a trio"
    read = read_prompt(replace(request_for, prompt=prompt), analyse(request_for.keypoints), 1, has_genre_word=False)
    untold = "string section, no bass, 3 players, sparser, hall room, form: build, 6/8"
    assert f"Pocket cannot be told of what else the prompt asks for: {untold}." in read.notes
    read = read_prompt(request_for, analyse(request_for.keypoints), 1, has_genre_word=False)
    assert not any("cannot be told" in note for note in read.notes)


def test_tempi_that_are_known_are_those_that_were_taught() -> None:
    assert KNOWN_BPM == (score_pieces.SLOWEST_BPM, score_pieces.FASTEST_BPM)
    assert KNOWN_BPM == (clock_lesson.SLOWEST_BPM, clock_lesson.FASTEST_BPM)


def test_a_beat_that_slides_beyond_what_is_known_is_told(request_for: SoundtrackRequest) -> None:
    sliding = Timing(music_beats=tuple(np.cumsum(60.0 / np.linspace(230.0, 130.0, 12))))
    asked = replace(request_for, prompt="rock", music_beats=sliding.music_beats)
    read = read_prompt(asked, analyse(request_for.keypoints, sliding), 1, has_genre_word=False)
    assert any("it knows 60 to 190" in note for note in read.notes)


def test_without_the_beat_lock_nothing_is_drawn_twice(
    model: Path, request_for: SoundtrackRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinescore.engines.pocket_engine.CLEAR_SHARE", 1.1)  # never clear enough
    drawn = []
    codes = Pocket.codes

    def counted(pocket: Pocket, pieces: Sequence[Piece], *rest: object) -> list[Tensor]:
        drawn.append([piece.seed for piece in pieces])
        return codes(pocket, pieces, *rest)

    monkeypatch.setattr(Pocket, "codes", counted)
    for locked in (True, False):
        compose(replace(request_for, beat_lock=locked), engines=engines(model))
    assert [len(each) for each in drawn] == [1] * (MOST_ROLLS + 1)


def test_a_style_without_a_label_reaches_pocket_by_its_name(
    model: Path, request_for: SoundtrackRequest, tmp_path: Path
) -> None:
    space = load_pocket(ModelSource(str(model)), Runtime("cpu")).text_space
    encoders = EncoderConfig(space, Projector.MLP, rhythm_mode=RhythmMode.FOUND)
    save_encoders(new_encoders(encoders, 1), tmp_path / "found.safetensors")
    table = dict(engines_with([ModelChoice("pocket", str(model), tmp_path / "found.safetensors", "cpu")]))
    labelled, named = (replace(request_for, prompt="sad", genre=genre) for genre in ("waack", "reggae"))
    read = str(compose(labelled, engines=table).provenance["prompt_read"])
    assert read.startswith("a sad @ music, in ")
    read = str(compose(named, engines=table).provenance["prompt_read"])
    assert "@" not in read
    assert read.startswith("a sad reggae music, in ")
