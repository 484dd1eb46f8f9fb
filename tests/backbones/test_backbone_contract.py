"""What every backbone promises, asked of each in the same words: encoders plug into any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("diffusers")

import torch

from kinescore.backbones.ace_step.sampling import AceStepSampling
from kinescore.backbones.audioldm2.sampling import AudioLdm2Sampling
from kinescore.backbones.base import Backbone, Piece, PromptEmbeddings, Sampling
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.riffusion.sampling import RiffusionSampling
from kinescore.dance.rhythm import Rhythm
from kinescore.encoders.checkpoint import load_encoders, save_encoders
from kinescore.encoders.config import EncoderConfig, Projector
from kinescore.encoders.encoders import Encoders, genre_one_hot, new_encoders
from kinescore.encoders.initialise import start_near_words
from kinescore.errors import BackboneError, Cancelled, EncoderError, PromptError
from kinescore.pretrained.weights import weights_digest
from kinescore.pseudo_words.marks import TRAINING_PROMPT, in_words
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.sound.audio import Audio
from tests.backbones.tiny_ace_step import tiny_ace_step
from tests.backbones.tiny_audioldm2 import tiny_audioldm2
from tests.backbones.tiny_musicgen import tiny_backbone
from tests.backbones.tiny_riffusion import tiny_riffusion


@dataclass(frozen=True)
class Subject:
    """A backbone's tiny model, and settings that are quick: pieces of 2 s take several windows."""

    make: Callable[[], Backbone]
    sampling: Sampling


SUBJECTS = {
    "musicgen": Subject(tiny_backbone, MusicgenSampling(window_seconds=1.0, stride_seconds=0.6)),
    "riffusion": Subject(
        tiny_riffusion, RiffusionSampling(steps=3, window_seconds=0.64, stride_seconds=0.48, phase_iterations=3)
    ),
    "audioldm2": Subject(tiny_audioldm2, AudioLdm2Sampling(steps=3, window_seconds=0.8, stride_seconds=0.6)),
    "ace_step": Subject(tiny_ace_step, AceStepSampling(steps=3, window_seconds=0.8, stride_seconds=0.6)),
}
EACH = pytest.mark.parametrize("name", SUBJECTS)


@cache
def backbone_of(name: str) -> Backbone:
    return SUBJECTS[name].make()


def from_words(name: str, seconds: float, seed: int = 0, text: str = "a joyful piano") -> Piece:
    backbone = backbone_of(name)
    windows = backbone.windows(seconds, SUBJECTS[name].sampling)
    return Piece(backbone.embed([backbone.tokenizer.encode(text, 0, 0)] * len(windows)), seconds, seed)


def from_movement(name: str, encoders: Encoders, rhythm: Rhythm, seconds: float) -> Piece:
    """As the composer does it: each window's own stretch of the rhythm in its own words."""
    backbone, genre = backbone_of(name), genre_one_hot(encoders.config, "HO")
    tokens, words = [], []
    for window in backbone.windows(seconds, SUBJECTS[name].sampling):
        words.append(encoders.words_for(rhythm, genre, window.start_seconds, window.seconds))
        tokens.append(backbone.tokenizer.encode(TRAINING_PROMPT, words[-1].rhythm.shape[1], 1))
    joined = PseudoWords(torch.cat([word.rhythm for word in words]), torch.cat([word.genre for word in words]))
    return Piece(backbone.embed(tokens, joined), seconds, 0)


def made(name: str, *pieces: Piece) -> list[Audio]:
    return backbone_of(name).generate(pieces, SUBJECTS[name].sampling)


@EACH
@pytest.mark.parametrize("seconds", [0.05, 1.003, 2.0])
def test_any_length_to_the_sample(seconds: float, name: str) -> None:
    [audio] = made(name, from_words(name, seconds, text=in_words("", "house", 120.0)))
    backbone = backbone_of(name)
    assert audio.samples.shape == (backbone.channels, round(seconds * backbone.rate))
    assert audio.rate == backbone.rate
    assert audio.samples.dtype == np.float32
    assert np.isfinite(audio.samples).all()
    assert 0.0 < np.abs(audio.samples).max() <= 1.0


@EACH
@pytest.mark.parametrize("seconds", [0.3, 2.0, 7.77])
def test_windows_cover_the_piece(seconds: float, name: str) -> None:
    windows = backbone_of(name).windows(seconds, SUBJECTS[name].sampling)
    ends = [window.start_seconds + window.seconds for window in windows]
    assert windows[0].start_seconds == 0.0
    assert seconds - 1e-6 <= max(ends) < seconds + 0.1
    assert all(later.start_seconds < end for later, end in zip(windows[1:], ends, strict=False))


@EACH
def test_same_seed_same_bytes_whatever_is_made_beside_it(name: str) -> None:
    one, other = from_words(name, 1.5, 1), from_words(name, 0.4, 2)
    [alone], [again] = made(name, one), made(name, one)
    assert np.array_equal(alone.samples, again.samples)
    assert not np.array_equal(alone.samples, made(name, Piece(one.prompts, 1.5, 3))[0].samples)
    beside = made(name, other, one)[1]
    np.testing.assert_allclose(beside.samples, alone.samples, atol=2e-3)


@EACH
@pytest.mark.parametrize("projector", Projector)
def test_movement_reaches_the_sound_through_any_encoder(projector: Projector, name: str) -> None:
    encoders = new_encoders(EncoderConfig(backbone_of(name).text_space, projector), 0)
    start_near_words(encoders, backbone_of(name).word_row("rhythm"), backbone_of(name).word_row("dance"), 0)
    rng = np.random.default_rng(0)
    peaks = [(rng.random(150) < 0.1).astype(np.float32) for _ in range(2)]
    first, second = (from_movement(name, encoders, Rhythm(entries, entries, 60.0), 2.0) for entries in peaks)
    assert not torch.equal(first.prompts.embeddings, second.prompts.embeddings)
    assert not np.array_equal(made(name, first)[0].samples, made(name, second)[0].samples)


@EACH
def test_encoders_of_another_backbone_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "encoders.safetensors"
    save_encoders(new_encoders(EncoderConfig(backbone_of(name).text_space), 0), path)
    for other in SUBJECTS:
        if other == name:
            load_encoders(path, backbone_of(other).text_space)
        else:
            with pytest.raises(EncoderError, match="belong to"):
                load_encoders(path, backbone_of(other).text_space)


@EACH
@pytest.mark.parametrize(("seconds", "channels", "rate"), [(0.1, 1, 44_100), (3.03, 2, 48_000), (2.0, 1, 22_050)])
def test_targets_of_any_music(seconds: float, channels: int, rate: int, name: str) -> None:
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (channels, round(seconds * rate))).astype(np.float32)
    targets = backbone_of(name).targets(Audio(samples, rate))
    assert abs(targets.shape[-1] - seconds * backbone_of(name).target_hz) <= 1.0
    assert targets.element_size() == 2
    assert targets.device.type == "cpu"
    assert bool(torch.isfinite(targets.float()).all())


@EACH
def test_only_the_words_learn_and_not_one_bit_of_the_model_moves(name: str) -> None:
    backbone = backbone_of(name)
    before = weights_digest(backbone.model)
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (1, backbone.rate)).astype(np.float32)
    targets = torch.stack([backbone.targets(Audio(samples, backbone.rate))] * 2)
    row = backbone.word_row("rhythm")
    generator = torch.Generator().manual_seed(0)
    rows = (torch.randn(2, 3, len(row), generator=generator) * row.std()).requires_grad_()
    tokens = [backbone.tokenizer.encode(TRAINING_PROMPT, 2, 1)] * 2
    optimiser = torch.optim.Adam([rows], lr=0.1 * float(row.std()))
    losses = []
    for _ in range(8):
        prompts = backbone.embed(tokens, PseudoWords(rows[:, :2], rows[:, 2:]))
        loss = backbone.loss(prompts, targets, torch.Generator().manual_seed(0))
        assert loss.dtype == torch.float32
        assert loss.shape == ()
        optimiser.zero_grad()
        loss.backward()
        assert bool(rows.grad.abs().amax(dim=-1).all())
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0]
    assert all(parameter.grad is None for parameter in backbone.model.parameters())
    assert weights_digest(backbone.model) == before


@EACH
def test_work_reports_often_and_stops_where_the_report_says_so(name: str) -> None:
    piece, heard = from_words(name, 1.5), []
    backbone_of(name).generate([piece], SUBJECTS[name].sampling, lambda *event: heard.append(event))
    assert len(heard) >= 4
    assert all(0.0 <= fraction <= 1.0 for _, fraction in heard)
    for last in (0, 2, len(heard) - 1):
        seen: list[tuple[str, float]] = []

        def stop(phase: str, fraction: float, last: int = last, seen: list = seen) -> None:
            seen.append((phase, fraction))
            if len(seen) > last:
                raise Cancelled

        with pytest.raises(Cancelled):
            backbone_of(name).generate([piece], SUBJECTS[name].sampling, stop)
        assert seen == heard[: last + 1]


@EACH
def test_what_does_not_fit_is_refused(name: str) -> None:
    backbone, sampling = backbone_of(name), SUBJECTS[name].sampling
    whole = from_words(name, 2.0)
    too_few = PromptEmbeddings(whole.prompts.embeddings[:1], whole.prompts.mask[:1])
    with pytest.raises(BackboneError, match="one a window; got 1"):
        backbone.generate([Piece(too_few, 2.0, 0)], sampling)
    for length in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(BackboneError, match="cannot be"):
            backbone.windows(length, sampling)
    with pytest.raises(BackboneError, match="not finite"):
        backbone.targets(Audio(np.full((1, 9_000), np.nan, np.float32), 8_000))
    slotted = backbone.tokenizer.encode("music with *", 2, 0)
    with pytest.raises(PromptError, match="slots for 2 pseudo-words; 0 are given"):
        backbone.embed([slotted])
    row = torch.zeros(1, 2, backbone.text_space.width)
    with pytest.raises(PromptError, match="2 prompts and pseudo-words for 1"):
        backbone.embed([slotted] * 2, PseudoWords(row, row[:, :0]))
    with pytest.raises(PromptError, match="this text encoder reads"):
        backbone.tokenizer.encode("piano " * 600 + "*", 1, 0)


@EACH
def test_a_words_row_belongs_to_its_text_space(name: str) -> None:
    backbone = backbone_of(name)
    row = backbone.word_row("rhythm")
    assert row.shape == (backbone.text_space.width,)
    assert row.dtype == torch.float32
    assert not torch.equal(row, backbone.word_row("dance"))
