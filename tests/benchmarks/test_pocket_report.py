"""The report on Pocket, small: what its figures mean, and a page of a tiny Pocket on made dances."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")
pytest.importorskip("accelerate")
pytest.importorskip("librosa")
pytest.importorskip("mir_eval")

import torch

from benchmarks.dances import Dance
from benchmarks.ears import PHASES, by_librosa, f_at_phases, heard
from benchmarks.figures import by_chance, figure, keep, kept, phase_figure, share_named
from benchmarks.pocket_clips import WHOSE, Clip, clips_of, codes_of, opened, piece, windows
from benchmarks.pocket_genres import nearest_genres
from benchmarks.pocket_loss import losses, targets_of
from benchmarks.pocket_page import SYSTEMS, write_report
from benchmarks.pocket_report import played
from benchmarks.pocket_words import FELT_BOTH_WAYS, FELT_BPM, GROUP, Wish, players, words_obeyed
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.encoders.encoders import Encoders
from kinescore.engines.pocket_prompt import read_prompt
from kinescore.groovebox.arranger.arrange import choose_feel
from kinescore.groovebox.styles import STYLES
from kinescore.motion.keypoints import Keypoints
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import SAMPLE_RATE, Audio
from kinescore.train.loop import encoder_config
from kinescore.train.presets import CLOCK
from tests.backbones.tiny_pocket import save_tiny_pocket
from tests.data.made_pairs import bouncing

NAMES = ("gBR_sBM_cAll_d04_mBR1_ch01", "gHO_sBM_cAll_d20_mHO0_ch01")


def made_dance(name: str, tempo_bpm: float, seconds: float = 5.4) -> Dance:
    positions = bouncing(round(60 * seconds), round(3600 / tempo_bpm), 1)
    return Dance(name, Keypoints(positions, np.ones(positions.shape[:2]), 60.0, (1000, 1000)), tempo_bpm, 0.08)


@pytest.fixture(scope="module")
def clips() -> list[Clip]:
    return clips_of([made_dance(NAMES[0], 90.0), made_dance(NAMES[1], 110.0)], 5.12)


@pytest.fixture(scope="module")
def pocket_and_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pocket, Path]:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("pocket")
    return opened(str(save_tiny_pocket(folder / "model")), folder / "report")


@pytest.fixture(scope="module")
def encoders(pocket_and_folder: tuple[Pocket, Path]) -> Encoders:
    torch.manual_seed(3)
    return Encoders(encoder_config(pocket_and_folder[0], CLOCK)).eval()


def test_f_is_whole_on_the_beat_and_nothing_on_its_other_side() -> None:
    scores = f_at_phases(np.arange(0.3, 10.0, 0.5), 0.3, 120.0, 10.0)
    assert len(scores) == PHASES
    assert scores[0] == 1.0
    assert scores[PHASES // 2] == 0.0
    assert 0.2 < scores.mean() < 0.6


def test_an_ear_is_told_the_tempo_or_nothing() -> None:
    clicks = np.zeros(10 * SAMPLE_RATE, np.float32)
    clicks[(np.arange(0.2, 9.8, 60 / 95.0) * SAMPLE_RATE).astype(int)] = 0.9
    beats = heard({"librosa": by_librosa}, Audio(clicks[None], SAMPLE_RATE), 95.0)
    assert list(beats) == ["librosa", "librosa, told"]
    assert np.median(np.diff(beats["librosa, told"])) == pytest.approx(60 / 95.0, abs=0.03)


def test_a_figure_stands_beside_its_chance_and_is_kept(tmp_path: Path) -> None:
    scores = np.tile(np.r_[1.0, np.zeros(PHASES - 1)], (40, 1))
    found = phase_figure(("group", "F", "all"), scores, range(40))
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)
    assert found.chance[0].value == pytest.approx(1 / PHASES, abs=0.02)
    named = share_named(("group", "style", "all"), ["a", "b"] * 20, ["a", "b"] * 20, range(40))
    assert named.value == 1.0
    assert named.chance[0].value == pytest.approx(0.5, abs=0.05)
    guessed = share_named(("group", "style", "none"), ["a"] * 40, ["a", "b"] * 20, range(40))
    assert guessed.chance[0].corrected == pytest.approx(0.0, abs=1e-9)
    lone = figure(("group", "loss", "all"), [1.0, float("nan")], ["one", "one"], by_chance("x", [2.0]), "lower")
    assert lone.clips == 1
    assert np.isnan(lone.low)
    for name, results in (("b", [found]), ("a", [named, lone])):
        keep(results, tmp_path, name)
    assert [each.metric for each in kept(tmp_path)] == ["style", "loss", "F"]


def test_genres_are_named_by_the_nearest_mean() -> None:
    rng = np.random.default_rng(1)
    known = np.concatenate([rng.normal(0.0, 1.0, (20, 5)), rng.normal(3.0, 1.0, (20, 5))])
    named = nearest_genres(known, ["HO"] * 20 + ["KR"] * 20, np.array([np.full(5, 2.8), np.full(5, 0.1)]))
    assert named == ["KR", "HO"]


def test_without_guidance_the_loss_is_that_of_training(
    pocket_and_folder: tuple[Pocket, Path], clips: list[Clip]
) -> None:
    pocket, targets = pocket_and_folder[0], targets_of(clips)
    pieces = [piece(pocket, None, seed, 5.12) for seed in range(len(clips))]
    tokens = [pocket.tokenizer.encode("a music", 0, 0)] * len(clips)
    with torch.no_grad():
        trained = float(pocket.loss(pocket.embed(tokens), targets, torch.Generator()))
    assert np.mean(losses(pocket, pieces, targets, 1.0)) == pytest.approx(trained, rel=1e-5)
    assert np.mean(losses(pocket, pieces, targets, 3.0)) != pytest.approx(trained, rel=1e-5)


def test_what_the_built_in_engine_is_asked_for_is_heard_in_its_codes(
    pocket_and_folder: tuple[Pocket, Path], encoders: Encoders, clips: list[Clip]
) -> None:
    built_in, *_ = players(pocket_and_folder[0], encoders, 5.12).items()
    of = {each.metric: each for each in words_obeyed(dict([built_in]), clips * 4, 5.12)}
    assert of["style"].value == 1.0
    assert of["no drums"].value - of["no drums"].chance[0].value > 0.8
    for metric in ("key", "notes of it", "movement's tempo", "half time", "calm < energetic", "sad < joyful"):
        assert of[metric].value > of[metric].chance[0].value, metric


def test_pocket_is_asked_for_words_alone_and_beside_pseudo_words(
    pocket_and_folder: tuple[Pocket, Path], encoders: Encoders, clips: list[Clip]
) -> None:
    _, *pockets = players(pocket_and_folder[0], encoders, 1.6).items()
    figures = words_obeyed(dict(pockets), clips, 1.6)
    assert {each.system for each in figures} == {name for name, _ in pockets}
    of = {name: {each.metric for each in figures if each.system == name} for name, _ in pockets}
    words = {"style", "no drums", "key", "mode", "notes of it", "calm < energetic", "sad < joyful"}
    assert list(of.values()) == [words, words | {"movement's tempo", "half time"}]
    assert all(each.group == GROUP and each.chance for each in figures)


@pytest.mark.parametrize("style", FELT_BOTH_WAYS)
@pytest.mark.parametrize("tempo", FELT_BPM)
def test_styles_that_are_felt_both_ways_are_told_so(clips: list[Clip], style: str, tempo: float) -> None:
    wish = Wish(clips[0], 1, style, aside="half time", beat_bpm=tempo)
    request = SoundtrackRequest(clips[0].dance.keypoints, prompt=f"{style}, half time")
    read = read_prompt(request, wish.dance(10.0), 1, has_genre_word=False)
    assert read.grid.tempo_bpm == pytest.approx(tempo / 2.0)
    assert choose_feel(STYLES[style], tempo) == choose_feel(STYLES[style], tempo / 2.0) == 1.0


def test_every_kind_of_words_is_played_at_each_guidance(
    pocket_and_folder: tuple[Pocket, Path], encoders: Encoders, clips: list[Clip]
) -> None:
    figures = played(pocket_and_folder[0], {"mine": encoders}, clips[:1], clips, 1.6, [1.0, 3.0])
    losses_of = {each.system: each.value for each in figures if each.metric == "loss"}
    kinds = ("the model, true beats", "the model, found beats", *(f"mine: {whose}" for whose in WHOSE), "none")
    assert list(losses_of) == [f"{kind}, guidance {guidance}" for kind in kinds for guidance in (1, 3)]
    assert losses_of["none, guidance 1"] != losses_of["none, guidance 3"]
    assert all(each.chance for each in figures if each.metric != "loss")


def test_the_page_has_every_clip_with_every_sound_and_the_figures_that_were_kept(
    pocket_and_folder: tuple[Pocket, Path], encoders: Encoders, clips: list[Clip]
) -> None:
    pocket, folder = pocket_and_folder
    keep([figure(("Words obeyed", "style", "Pocket"), [1.0, 0.0], [1, 2], by_chance("x", [0.1]))], folder, "words")
    text = write_report(pocket, encoders, clips, clips, folder, draws=10).read_text("utf-8")
    assert len(re.findall(r'<li class="sound" data-name="([^"]*)"', text)) == len(clips) * len(SYSTEMS)
    assert all(f'data-name="{system}"' in text for system in SYSTEMS)
    assert "Words obeyed" in text
    assert "random phase" in text


def test_windows_of_a_piece_have_words_each(pocket_and_folder: tuple[Pocket, Path]) -> None:
    pocket = pocket_and_folder[0]
    assert len(windows(pocket, 10.24)) == 3
    [codes] = codes_of(pocket, [piece(pocket, None, 1, 10.24)])
    assert codes.shape == (8, 256)
