"""EnCodec in chunks equals EnCodec in one pass, in bounded memory."""

from __future__ import annotations

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from transformers import EncodecModel

from kinescore.backbones.musicgen.codec import CHUNK_FRAMES, Codec
from kinescore.errors import Cancelled
from kinescore.sound.audio import Audio
from tests.backbones.live_memory import LiveMemory
from tests.backbones.tiny_musicgen import tiny_backbone, tiny_musicgen

HOP = 640


@pytest.fixture(scope="module")
def model() -> EncodecModel:
    return tiny_musicgen().audio_encoder.requires_grad_(False)


def noise(channels: int, samples: int) -> torch.Tensor:
    return torch.randn(channels, samples, generator=torch.Generator().manual_seed(1)) * 0.3


@pytest.mark.parametrize("frames", [1, CHUNK_FRAMES, CHUNK_FRAMES + 1, 2 * CHUNK_FRAMES + 137])
def test_decoding_in_chunks_equals_one_pass(model: EncodecModel, frames: int) -> None:
    codes = torch.randint(2048, (4, frames), generator=torch.Generator().manual_seed(0))
    ours = Codec(model, channels=1).decode(codes)
    theirs = model.decode(codes[None, None], [None]).audio_values[0]
    assert ours.shape == (1, frames * HOP)
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=0)


@pytest.mark.parametrize("samples", [HOP, CHUNK_FRAMES * HOP, CHUNK_FRAMES * HOP + 1, 1137 * HOP - 100])
def test_encoding_in_chunks_equals_one_pass(model: EncodecModel, samples: int) -> None:
    """But for codes whose two nearest entries are equally near up to rounding."""
    sound = noise(1, samples)
    ours = Codec(model, channels=1).encode(sound)
    theirs = model.encode(sound[None]).audio_codes[0, 0]
    assert ours.shape == theirs.shape == (4, -(-samples // HOP))
    assert (ours == theirs).float().mean() > 0.999


def test_stereo_interleaves_left_and_right(model: EncodecModel) -> None:
    sound = noise(2, 20 * HOP)
    codec = Codec(model, channels=2)
    codes = codec.encode(sound)
    left, right = (model.encode(channel[None, None]).audio_codes[0, 0] for channel in sound)
    assert torch.equal(codes[0::2], left)
    assert torch.equal(codes[1::2], right)
    heard = codec.decode(codes)
    torch.testing.assert_close(heard[1:], model.decode(right[None, None], [None]).audio_values[0], atol=1e-5, rtol=0)


def test_memory_grows_only_by_sound_and_codes(model: EncodecModel) -> None:
    """Half a minute against one and a half: convolutions in one pass would need tens of times the sound itself."""
    codec = Codec(model, channels=1)

    def peaks(seconds: int) -> np.ndarray:
        codes = torch.randint(2048, (4, seconds * 50), generator=torch.Generator().manual_seed(0))
        with LiveMemory() as decoding:
            codec.decode(codes)
        with LiveMemory() as encoding:
            codec.encode(noise(1, seconds * 32000))
        return np.array([decoding.peak, encoding.peak])

    sound = 60 * 32000 * 4
    growth = peaks(90) - peaks(30)
    assert growth[0] < 2.5 * sound, "the chunks, and the whole that they are joined to"
    assert growth[1] < 2.5 * sound, "the sound, and what the test makes it of"


def test_decoding_stops_between_chunks(model: EncodecModel) -> None:
    heard: list[float] = []

    def report(phase: str, fraction: float) -> None:
        heard.append(fraction)
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        Codec(model, channels=1).decode(torch.zeros(4, 4 * CHUNK_FRAMES, dtype=torch.int64), report)
    assert heard == [0.0, 0.25]


@pytest.mark.parametrize(("kind", "channels"), [("mono", 1), ("stereo", 2)])
@pytest.mark.parametrize("rate", [32000, 48000])
def test_targets_of_any_recording(kind: str, channels: int, rate: int) -> None:
    """A tone recorded at another rate gives the codes of the same tone at the codec's own."""
    backbone = tiny_backbone(kind)

    def tone(at: int) -> Audio:
        seconds = np.arange(at) / at
        both = np.stack([np.sin(2 * np.pi * 440 * seconds), np.sin(2 * np.pi * 550 * seconds)])
        return Audio((0.5 * both).astype(np.float32), at)

    codes = backbone.targets(tone(rate))
    assert codes.dtype == torch.int16
    assert codes.shape == (4 * channels, 50)
    assert backbone.target_hz == 50.0
    own = backbone.targets(tone(32000))
    assert (codes == own).float().mean() > 0.95
    if channels == 2:
        assert not torch.equal(own[0::2], own[1::2])
