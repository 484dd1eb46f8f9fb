"""The CLAP variant: example music of any length and rate becomes one embedding, through a real tiny ClapModel."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("transformers")

import torch

from kinescore.encoders.config import EncoderConfig
from kinescore.encoders.encoders import new_encoders
from kinescore.errors import EncoderError
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio
from tests.encoders.tiny_clap import tiny_listener


def tune(seconds: float, rate: int = 48_000, channels: int = 1, seed: int = 0) -> Audio:
    generator = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    pitches = generator.uniform(80, 4000, 6)
    samples = sum(np.sin(2 * np.pi * pitch * time) for pitch in pitches) / 6
    return Audio(np.tile(samples, (channels, 1)).astype(np.float32), rate)


@pytest.mark.parametrize("fusion", [False, True])
def test_the_same_music_is_heard_the_same_way(fusion: bool) -> None:
    listener = tiny_listener(fusion)
    np.random.seed(1)
    first = listener.hear(tune(4.7))
    np.random.seed(2)  # the extractor of transformers draws from the global generator
    assert torch.equal(listener.hear(tune(4.7)), first)
    assert first.shape == (1, listener.clap.width) == (1, 24)
    torch.testing.assert_close(first.norm(), torch.tensor(1.0))
    assert not torch.allclose(listener.hear(tune(4.7, seed=3)), first, atol=1e-3)


def test_it_is_transformers_own_embedding_for_music_that_fits() -> None:
    listener = tiny_listener(False)
    music = tune(1.5)
    inputs = listener._features(music.samples[0], sampling_rate=48_000, return_tensors="pt")
    with torch.no_grad():
        expected = listener._model.get_audio_features(**inputs).pooler_output
    torch.testing.assert_close(listener.hear(music), expected, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize(("seconds", "rate", "channels"), [(0.05, 48_000, 1), (3.3, 44_100, 2), (7.0, 16_000, 1)])
def test_any_length_rate_and_channel_count_is_heard(seconds: float, rate: int, channels: int) -> None:
    assert tiny_listener(False).hear(tune(seconds, rate, channels)).isfinite().all()


def test_the_rate_of_the_file_hardly_matters() -> None:
    listener = tiny_listener(False)
    with_44, with_48 = listener.hear(tune(3.0, 44_100)), listener.hear(tune(3.0, 48_000))
    assert torch.cosine_similarity(with_44, with_48) > 0.999


@pytest.mark.parametrize("samples", [np.zeros((1, 0), np.float32), np.full((1, 9), np.nan, np.float32)])
def test_examples_without_sound_are_refused(samples: np.ndarray) -> None:
    with pytest.raises(EncoderError, match="no samples, or some that are not finite"):
        tiny_listener(False).hear(Audio(samples, 48_000))


def test_the_embedding_becomes_the_genre_word() -> None:
    listener = tiny_listener(False)
    encoders = new_encoders(EncoderConfig(TextSpace("t5", "x", 32), clap=listener.clap), 0)
    words = encoders(torch.zeros(1, 303), listener.hear(tune(2.0)))
    assert words.genre.shape == (1, 1, 32)
