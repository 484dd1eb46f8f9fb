"""The lesson on the clock: words for tempo, phase and style that Pocket knows already, learnt in seconds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")
pytest.importorskip("accelerate")
pytest.importorskip("soundfile")

import torch
from accelerate import Accelerator
from transformers import PreTrainedTokenizerFast

from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.cli.main import main
from kinescore.dance.found_rhythm import PULSE_SECONDS, found_rhythm, pulses
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import Projector, RhythmMode
from kinescore.encoders.encoders import genre_one_hot
from kinescore.errors import TrainingError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.train.clips import Clips
from kinescore.train.clock_lesson import made_clips, style_rows, word_loss
from kinescore.train.config import Decay, Lesson, TrainConfig
from kinescore.train.loop import TrainingData, encoder_config, fresh_encoders, train
from kinescore.train.run_folder import BEST, STATE
from tests.backbones.tiny_musicgen import tiny_backbone
from tests.backbones.tiny_pocket import save_tiny_pocket, tiny_pocket_model
from tests.cli.bouncers import bouncer, write_bouncer

SMALL = TrainConfig(
    lesson=Lesson.CLOCK, rhythm_mode=RhythmMode.FOUND, projector=Projector.MLP, made_clips=1000, batch=64, updates=150,
    learning_rate=4e-3, warmup_updates=10, decay=Decay.COSINE, clip_norm=1.0, validate_every=150,
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_pocket(tmp_path_factory.mktemp("pocket") / "tiny")


@pytest.fixture(scope="module")
def pocket(folder: Path) -> Pocket:
    return Pocket(tiny_pocket_model(), PreTrainedTokenizerFast.from_pretrained(folder), "tiny", compiled=False)


def lessons(pocket: Pocket, config: TrainConfig, count: int, seed: int) -> Clips:
    return made_clips(count, encoder_config(pocket, config), seed)


def test_pulses_lie_on_the_beats_and_found_ones_on_those_of_a_clear_dance() -> None:
    made = pulses(np.array([0.5, 1.5]), 118, 60.0)
    times = (np.arange(118) + 1) / 60.0
    assert set(times[made.peaks > 0.999].round(3)) == {0.5, 1.5}
    assert made.peaks[np.abs(times - 1.0) < 0.2].max() < np.exp(-0.5 * (0.25 / PULSE_SECONDS) ** 2)
    assert not pulses(np.zeros(0), 10, 60.0).peaks.any()
    period = 60.0 / 112
    found = found_rhythm(bouncer(112, 8.0, 60.0))
    at = (np.arange(len(found.peaks)) + 1) / 60.0
    off = np.abs((at + period / 2) % period - period / 2)
    assert found.peaks[off < 0.02].mean() > 3 * found.peaks[off > 0.2].mean()


def test_made_clips_follow_from_their_seed_and_their_clock_is_theirs(pocket: Pocket) -> None:
    first, again, other = (lessons(pocket, SMALL, 40, seed) for seed in (1, 1, 2))
    assert torch.equal(first.peaks, again.peaks)
    assert not torch.equal(first.targets, other.targets)
    middle = round(2.56 * 60.0) - 1
    for peaks, (tempo, phase) in zip(first.peaks, first.targets.tolist(), strict=True):
        at = middle - phase * 60.0 / tempo * 60.0
        if peaks[middle:].any() and at > 0:
            assert peaks[round(at) - 2 : round(at) + 3].max() > 0.85


@pytest.mark.parametrize(
    ("projector", "updates", "most"),
    [(Projector.MLP, 150, 0.5), (Projector.ATTENTION, 150, 0.8), (Projector.TEMPORAL, 60, 0.99)],
)
def test_encoders_learn_to_write_the_clocks_words(
    pocket: Pocket, projector: Projector, updates: int, most: float, tmp_path: Path
) -> None:
    """On clips never seen; the words of other clocks are the control. Measured 0.22, 0.54 and 0.85 (150 updates)."""
    config = replace(SMALL, projector=projector, updates=updates)
    held_out = lessons(pocket, config, 100, 2)
    train(pocket, TrainingData(lessons(pocket, config, 1000, 1), held_out), config, tmp_path, Accelerator(cpu=True))
    encoders = load_encoders(tmp_path / BEST, pocket.text_space)
    with torch.no_grad():
        own = float(word_loss(pocket, encoders, held_out, torch.Generator()))
        other = Clips(held_out.peaks, held_out.genres, held_out.targets.roll(1, 0))
        assert own < most * float(word_loss(pocket, encoders, other, torch.Generator()))
        word = encoders(held_out.peaks[:1], genre_one_hot(encoders.config, "WA")).genre[0, 0]
    rows = style_rows(pocket, encoders.config)
    assert int((rows - word).square().sum(dim=1).argmin()) == encoders.config.genres.index("WA")


def test_a_stopped_lesson_ends_with_the_same_bits(pocket: Pocket, tmp_path: Path) -> None:
    config = replace(SMALL, batch=8, updates=6, validate_every=2, warmup_updates=1)
    data = TrainingData(lessons(pocket, config, 64, 1), lessons(pocket, config, 16, 2))
    for name in ("whole", "parts"):
        (tmp_path / name).mkdir()
    train(pocket, data, config, tmp_path / "whole", Accelerator(cpu=True))

    class Stopped(Exception):
        pass

    def stop(curve: object) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        train(pocket, data, config, tmp_path / "parts", Accelerator(cpu=True), watch=stop)
    train(pocket, data, config, tmp_path / "parts", Accelerator(cpu=True))
    assert (tmp_path / "whole" / STATE).read_bytes() == (tmp_path / "parts" / STATE).read_bytes()


def test_what_does_not_fit_is_said(pocket: Pocket, tmp_path: Path) -> None:
    musicgen = tiny_backbone()
    encoders = fresh_encoders(musicgen, SMALL)
    with pytest.raises(TrainingError, match="Only Pocket has words of its own for clocks"):
        word_loss(musicgen, encoders, made_clips(2, encoders.config, 0), torch.Generator())
    with pytest.raises(TrainingError, match="made_clips is for lesson=clock"):
        replace(SMALL, rhythm_mode=RhythmMode.PAPER)
    config = replace(SMALL, batch=2, updates=1, validate_every=1, warmup_updates=0)
    data = TrainingData(lessons(pocket, config, 4, 1), lessons(pocket, config, 4, 2))
    train(pocket, data, config, tmp_path, Accelerator(cpu=True))
    begun = replace(config, start_from=str(tmp_path / BEST))
    words = [fresh_encoders(pocket, each)(data.training.peaks).rhythm for each in (begun, config)]
    assert torch.equal(words[0], load_encoders(tmp_path / BEST, pocket.text_space)(data.training.peaks).rhythm)
    assert not torch.equal(*words)
    with pytest.raises(TrainingError, match="another projector, rhythm or genres"):
        fresh_encoders(pocket, replace(begun, projector=Projector.TEMPORAL))


def test_both_lessons_from_the_shell(folder: Path, tmp_path: Path) -> None:
    """Movement with known beats -> dataset -> the lesson on the clock -> the paper's from there."""
    dances = tmp_path / "house"
    dances.mkdir()
    for number, bpm in enumerate((100, 120)):
        write_bouncer(dances / f"take{number}.npz", bpm, seconds=11.0)
        (dances / f"take{number}.beats").write_text("\n".join(str(beat * 60 / bpm) for beat in range(19)))
    dataset = str(tmp_path / "set")
    assert main(["prepare", str(dances), "-o", dataset, "--engine", "pocket", "--genre", "HO"]) == 0
    train_command = ["train", dataset, "--engine", "pocket", "--model", str(folder), "--cpu"]
    few = ["-s", "batch=2", "-s", "updates=2", "-s", "validate_every=1", "-s", "warmup_updates=0"]
    clock, music = str(tmp_path / "clock"), str(tmp_path / "music")
    assert main([*train_command, "-o", clock, "--preset", "clock", *few, "-s", "made_clips=16"]) == 0
    start = ["-s", f"start_from={clock}/{BEST}", "-s", "learning_rate=1e-5", "-s", "rhythm_mode=found"]
    more = ["-s", "projector=mlp", "-s", "precision=fp32", "-s", "starts_per_clip=1"]
    assert main([*train_command, "-o", music, *few, *start, *more]) == 0
    assert load_encoders(Path(music) / BEST, load_pocket(ModelSource(str(folder)), Runtime("cpu")).text_space)
