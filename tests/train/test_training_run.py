"""One training run: resumed, it is the same run; its files are whole; another run in its place is refused."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("accelerate")

import torch
from accelerate import Accelerator

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.encoders.checkpoint import load_encoders
from kinescore.encoders.config import ClapIdentity, GenreSource, Projector
from kinescore.errors import Cancelled, TrainingError
from kinescore.pretrained.runtime import Precision
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.train.clips import Clips
from kinescore.train.config import Decay, TrainConfig
from kinescore.train.loop import TrainingData, fresh_encoders, train
from kinescore.train.run_folder import RunFacts, load_state
from kinescore.train.trainer import DROPOUT, clip_loss, indices_at, seed_for
from tests.backbones.tiny_musicgen import tiny_backbone

CONFIG = TrainConfig(
    batch=4, updates=10, warmup_updates=3, decay=Decay.COSINE, learning_rate=3e-3, clip_norm=0.5, validate_every=3
)
FILES = ("state.safetensors", "best.safetensors", "last.safetensors")


def clips(count: int, seed: int) -> Clips:
    generator = torch.Generator().manual_seed(seed)
    peaks = (torch.rand(count, 303, generator=generator) < 0.1).float()
    codes = torch.randint(2048, (count, 4, 6), generator=generator, dtype=torch.int16)
    return Clips(peaks, torch.eye(10)[torch.arange(count) % 10], codes)


DATA = TrainingData(clips(11, 0), clips(5, 1))


@pytest.fixture(scope="module")
def backbone() -> Musicgen:
    return tiny_backbone()


def run(backbone: Musicgen, folder: Path, config: TrainConfig = CONFIG, stop_at: int | None = None, data=DATA):
    folder.mkdir(exist_ok=True)
    asked = []

    def report(phase: str, fraction: float) -> None:
        asked.append(fraction)
        if len(asked) == stop_at:
            raise Cancelled

    return train(backbone, data, config, folder, Accelerator(cpu=True), report)


@pytest.mark.parametrize("projector", list(Projector))
def test_a_run_that_was_stopped_twice_ends_with_the_same_bits(backbone, projector, tmp_path: Path) -> None:
    """All three projectors have dropout, so random numbers are part of it."""
    config = replace(CONFIG, projector=projector)
    whole = run(backbone, tmp_path / "whole", config)
    for stop_at in (5, 4):
        with pytest.raises(Cancelled):
            run(backbone, tmp_path / "parts", config, stop_at)
    assert run(backbone, tmp_path / "parts", config) == whole
    for name in FILES:
        assert (tmp_path / "parts" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name
    assert [point.update for point in whole] == [3, 6, 9, 10]


def test_in_fp16_gradients_that_overflow_are_left_out_and_the_scale_is_kept(tmp_path: Path, monkeypatch) -> None:
    """The loss is scaled so far up at first that some updates overflow; stopped and gone on, the bits are the same."""
    monkeypatch.setattr("kinescore.train.trainer.FIRST_LOSS_SCALE", 2.0**26)
    backbone, config = tiny_backbone(dtype=torch.float16), replace(CONFIG, precision=Precision.FP16)
    whole = run(backbone, tmp_path / "whole", config)
    _, tensors = load_state(tmp_path / "whole", RunFacts(config, backbone.text_space, (11, 5)))
    halvings = round(math.log2(2.0**26 / float(tensors["loss_scale"])))
    steps = {int(tensor) for name, tensor in tensors.items() if name.startswith("step.")}
    assert 0 < halvings < 10
    assert steps == {10 - halvings}
    with pytest.raises(Cancelled):
        run(backbone, tmp_path / "parts", config, stop_at=5)
    assert run(backbone, tmp_path / "parts", config) == whole
    assert (tmp_path / "parts" / FILES[0]).read_bytes() == (tmp_path / "whole" / FILES[0]).read_bytes()


def test_a_finished_run_is_left_alone(backbone, tmp_path: Path) -> None:
    whole = run(backbone, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert run(backbone, tmp_path) == whole
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_the_best_is_that_of_the_least_validation_loss(backbone, tmp_path: Path) -> None:
    """Few clips are soon learnt by heart, so the best is not the last."""
    config = replace(
        CONFIG, projector=Projector.MLP, learning_rate=0.02, warmup_updates=0, updates=40, validate_every=8
    )
    data = TrainingData(clips(4, 0), clips(5, 1))
    curve = run(backbone, tmp_path, config, data=data)
    losses = [point.validation_loss for point in curve]
    assert min(losses) < losses[-1]
    for name, loss in zip(FILES[1:], (min(losses), losses[-1]), strict=True):
        saved = load_encoders(tmp_path / name, backbone.text_space)
        with torch.no_grad():
            each = [clip_loss(backbone, saved, data.validation[[index]], torch.Generator()) for index in range(5)]
        assert float(torch.stack(each).mean()) == pytest.approx(loss, abs=1e-5), name


def test_the_optimiser_is_adamw_and_the_gradient_is_limited(backbone, tmp_path: Path) -> None:
    """Two updates against a loop written out here, on clips so few that every update sees all of them."""
    config = replace(CONFIG, projector=Projector.MLP, batch=4, updates=2, validate_every=2)
    data = TrainingData(clips(4, 0), clips(2, 1))
    run(backbone, tmp_path, config, data=data)
    ours = load_encoders(tmp_path / "last.safetensors", backbone.text_space)
    expected = fresh_encoders(backbone, config)
    optimiser = torch.optim.AdamW(expected.parameters(), lr=1.0, betas=(0.9, 0.95), weight_decay=0.01)
    for update, rate in enumerate((1e-3, 2e-3)):
        expected.train()
        torch.manual_seed(seed_for(config.seed, DROPOUT, update, 0))
        indices = indices_at(update, 4, 4, config.seed)
        assert sorted(indices) == [0, 1, 2, 3]
        optimiser.zero_grad()
        clip_loss(backbone, expected, data.training[indices], torch.Generator()).backward()
        torch.nn.utils.clip_grad_norm_(expected.parameters(), 0.5)
        optimiser.param_groups[0]["lr"] = rate
        optimiser.step()
    for name, weight in expected.state_dict().items():
        torch.testing.assert_close(ours.state_dict()[name], weight, atol=1e-6, rtol=1e-5)


def test_another_run_in_the_same_folder_is_refused(backbone, tmp_path: Path) -> None:
    run(backbone, tmp_path, replace(CONFIG, updates=1))
    with pytest.raises(TrainingError, match=r"another setting updates: 1, and now it is 10"):
        run(backbone, tmp_path)
    with pytest.raises(TrainingError, match=r"number of clips .* \(11, 5\), and now it is \(11, 4\)"):
        run(backbone, tmp_path, replace(CONFIG, updates=1), data=TrainingData(DATA.training, clips(4, 1)))
    begun = replace(CONFIG, updates=1)
    heard = RunFacts(begun, backbone.text_space, (11, 5), ClapIdentity("some/clap", "0123abcd", 24))
    with pytest.raises(TrainingError, match=r"another CLAP: None, and now it is some/clap"):
        load_state(tmp_path, heard)
    other = RunFacts(replace(CONFIG, updates=1), TextSpace("riffusion", "8-16", 32), (11, 5))
    with pytest.raises(TrainingError, match="another model"):
        load_state(tmp_path, other)


def test_examples_need_a_clap_and_labels_have_none(backbone, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="genre_source is example, but the clips have labels"):
        run(backbone, tmp_path, replace(CONFIG, genre_source=GenreSource.EXAMPLE))
    heard = replace(DATA, clap=ClapIdentity("some/clap", "0123abcd", 24))
    with pytest.raises(TrainingError, match="genre_source is label, but the clips have examples"):
        run(backbone, tmp_path, data=heard)


def test_a_damaged_state_is_refused(backbone, tmp_path: Path) -> None:
    run(backbone, tmp_path, replace(CONFIG, updates=1))
    state = tmp_path / "state.safetensors"
    state.write_bytes(state.read_bytes()[:-9])
    with pytest.raises(TrainingError, match=r"is damaged"):
        run(backbone, tmp_path, replace(CONFIG, updates=1))


def test_a_loss_that_is_no_number_ends_the_run_and_is_not_saved(backbone, tmp_path: Path) -> None:
    broken = Clips(torch.full((4, 303), float("nan")), torch.eye(10)[:4], DATA.training.targets[:4])
    with pytest.raises(TrainingError, match=r"The loss is nan somewhere between updates 0 and 3"):
        run(backbone, tmp_path, data=TrainingData(broken, DATA.validation))
    assert list(tmp_path.iterdir()) == []


def test_reports_go_from_nothing_to_all(backbone, tmp_path: Path) -> None:
    told = []
    train(backbone, DATA, CONFIG, tmp_path, Accelerator(cpu=True), lambda phase, fraction: told.append(fraction))
    assert told == [update / 10 for update in range(10)]
