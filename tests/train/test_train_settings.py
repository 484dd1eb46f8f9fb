"""Recipes and settings: presets, learning rates, TOML files, single settings, the order of clips."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")

from kinescore.encoders.config import Projector, RhythmMode
from kinescore.errors import KinescoreError, TrainingError
from kinescore.train.config import Decay, TrainConfig
from kinescore.train.presets import Preset, preset_for
from kinescore.train.settings import overridden
from kinescore.train.trainer import DROPOUT, LOSS, indices_at, seed_for


def test_the_papers_recipe_is_the_papers() -> None:
    paper = preset_for(Preset.PAPER, predicts_tokens=True)
    assert (paper.batch, paper.updates, paper.learning_rate, paper.warmup_updates) == (1, 54_880, 1e-4, 6000)
    assert (paper.betas, paper.weight_decay) == ((0.9, 0.95), 0.01)
    assert (paper.projector, paper.rhythm_mode) == (Projector.ATTENTION, RhythmMode.PAPER)
    riffusion = preset_for(Preset.PAPER, predicts_tokens=False)
    assert (riffusion.updates, riffusion.learning_rate, riffusion.projector) == (137_200, 5e-4, Projector.MLP)


def test_the_released_recipe_is_the_released_codes() -> None:
    released = preset_for(Preset.RELEASED, predicts_tokens=True)
    assert (released.batch, released.updates, released.warmup_updates) == (1, 30_000, 3000)
    assert (released.decay, released.clip_norm, released.rhythm_mode) == (Decay.COSINE, 1.0, RhythmMode.RELEASED)
    with pytest.raises(TrainingError, match="only the MusicGen code was published"):
        preset_for(Preset.RELEASED, predicts_tokens=False)


@pytest.mark.parametrize("predicts_tokens", [True, False])
def test_ours_sees_as_many_clips_as_the_paper(predicts_tokens: bool) -> None:
    paper, fast = preset_for(Preset.PAPER, predicts_tokens), preset_for(Preset.FAST, predicts_tokens)
    assert fast.batch * fast.updates == pytest.approx(paper.updates, rel=0.01)
    assert fast.batch >= 16
    assert (paper.starts_per_clip, fast.starts_per_clip) == (1, 4)


def test_the_learning_rate_rises_and_falls() -> None:
    config = TrainConfig(updates=100, learning_rate=1e-3, warmup_updates=10, decay=Decay.COSINE)
    rates = [config.learning_rate_at(update) for update in range(100)]
    assert rates[:2] == pytest.approx([1e-4, 2e-4])
    assert max(rates) == rates[9] == rates[10] == pytest.approx(1e-3)
    assert rates[55] == pytest.approx(5e-4)
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[-1] < 1e-6
    assert replace(config, decay=Decay.CONSTANT).learning_rate_at(99) == 1e-3


def test_single_settings_win_over_a_file_and_a_file_over_the_preset(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('batch = 8\ngenres = ["salsa", "tango"]\nlearning_rate = 1\nprojector = "mlp"\n')
    config = overridden(TrainConfig(), file, ["batch=16", "decay=cosine", "betas=[0.8, 0.9]", "near_words = true"])
    assert (config.batch, config.learning_rate, config.projector) == (16, 1.0, Projector.MLP)
    assert (config.genres, config.decay, config.betas, config.near_words) == (
        ("salsa", "tango"), Decay.COSINE, (0.8, 0.9), True,
    )  # fmt: skip
    assert config.updates == TrainConfig().updates


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("batch=0", "batch is 0"),
        ("starts_per_clip=0", "starts_per_clip is 0"),
        ("genre_source=song", "one of label, example"),
        ("batch=eight", "batch is eight; it must be a whole number"),
        ("bach=8", "field 'bach'"),
        ("batch", "no setting"),
        ("decay=linear", "one of constant, cosine"),
        ("learning_rate=nan", "learning_rate"),
        ("updates=-1", "updates"),
        ("betas=[0.9, 1.0]", "betas"),
        ("betas=[0.9]", "betas"),
        ("seed=-1", "seed"),
    ],
)
def test_impossible_settings_are_one_sentence(setting: str, words: str) -> None:
    with pytest.raises(KinescoreError) as caught:
        overridden(TrainConfig(), None, [setting])
    assert words in str(caught.value)


def test_a_broken_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("batch = = 8")
    with pytest.raises(TrainingError, match=r"mine.toml is not valid TOML"):
        overridden(TrainConfig(), tmp_path / "mine.toml", [])


def test_every_clip_is_seen_equally_often_and_no_two_epochs_are_alike() -> None:
    seen = [index for update in range(33) for index in indices_at(update, 5, 11, seed=1)]
    assert set(Counter(seen).values()) == {15}
    epochs = [seen[start : start + 11] for start in range(0, 165, 11)]
    assert all(sorted(epoch) == list(range(11)) for epoch in epochs)
    assert len({tuple(epoch) for epoch in epochs}) == 15
    assert indices_at(7, 5, 11, seed=1) == seen[35:40]
    assert indices_at(7, 5, 11, seed=2) != seen[35:40]


def test_seeds_differ_by_purpose_update_and_process() -> None:
    places = [(7, kind, update, rank) for kind in (DROPOUT, LOSS) for update in range(20) for rank in range(4)]
    assert len({seed_for(*place) for place in places}) == len(places)
