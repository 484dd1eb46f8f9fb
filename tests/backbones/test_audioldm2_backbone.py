"""AudioLDM 2 behind the common interface: the same numbers as diffusers' own pipeline, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("diffusers")

import librosa
import torch
from diffusers import DDIMScheduler

from kinescore.backbones.audioldm2.backbone import AudioLdm2, load_audioldm2
from kinescore.backbones.audioldm2.prompt_reader import WRITTEN
from kinescore.backbones.audioldm2.sampling import AudioLdm2Sampling
from kinescore.backbones.audioldm2.sound_codec import MelCodec
from kinescore.backbones.base import Piece
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import weights_digest
from kinescore.sound.audio import Audio
from tests.backbones.tiny_audioldm2 import (
    WRITTEN_WIDTH,
    save_tiny_audioldm2,
    tiny_audioldm2,
    tiny_audioldm2_pipeline,
)

PROMPT = "a joyful piano and dance"
SECONDS = 0.64


@pytest.fixture(scope="module")
def backbone() -> AudioLdm2:
    return tiny_audioldm2()


def test_prompts_are_read_as_diffusers_reads_them(backbone: AudioLdm2) -> None:
    """With the empty prompt of classifier-free guidance, which is padded to the prompt's length."""
    theirs = tiny_audioldm2_pipeline()
    states, mask, written = theirs.encode_prompt(PROMPT, "cpu", 1, True, max_new_tokens=WRITTEN)
    prompt = backbone.embed([backbone.tokenizer.encode(PROMPT, 0, 0)])
    null = backbone._reader.null(states.shape[1])
    ours = torch.cat([null.embeddings, prompt.embeddings])
    torch.testing.assert_close(ours[:, WRITTEN:], states, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(ours[:, :WRITTEN, :WRITTEN_WIDTH], written, atol=1e-4, rtol=1e-3)
    assert torch.equal(torch.cat([null.mask, prompt.mask])[:, WRITTEN:], mask.bool())


def test_one_window_is_diffusers_own_music(backbone: AudioLdm2) -> None:
    theirs = tiny_audioldm2_pipeline()
    columns = round(SECONDS * backbone.target_hz)
    noise = torch.randn(columns, 4, 16, generator=torch.Generator().manual_seed(5)).movedim(0, -1)
    expected = theirs(
        PROMPT,
        audio_length_in_s=SECONDS,
        num_inference_steps=4,
        guidance_scale=3.5,
        latents=noise.mT[None].clone(),
        max_new_tokens=WRITTEN,
    ).audios[0]
    piece = Piece(backbone.embed([backbone.tokenizer.encode(PROMPT, 0, 0)]), SECONDS, 5)
    [audio] = backbone.generate([piece], AudioLdm2Sampling(steps=4))
    made = audio.samples[0] / np.abs(audio.samples).max()
    np.testing.assert_allclose(made, expected / np.abs(expected).max(), atol=2e-3)


def test_its_scheduler_is_the_published_one() -> None:
    schedule = dict(tiny_audioldm2_pipeline().scheduler.config)
    theirs = DDIMScheduler.from_config(schedule)
    theirs.set_timesteps(20)
    assert torch.equal(AudioLdm2Sampling(steps=20).scheduler(schedule).timesteps, theirs.timesteps)


def test_its_spectrogram_is_librosa_s_log_mel() -> None:
    codec = tiny_audioldm2()._codec
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, 16_000).astype(np.float32)
    filters = librosa.filters.mel(sr=16_000, n_fft=1_024, n_mels=64, fmin=0.0, fmax=8_000.0)
    heard = np.abs(librosa.stft(samples, n_fft=1_024, hop_length=160, pad_mode="reflect"))
    expected = np.log(np.maximum(filters @ heard, 1e-5)).T[:100]
    np.testing.assert_allclose(codec._log_mel(torch.from_numpy(samples)), expected, atol=1e-3)


def test_long_sound_is_coded_in_spans_of_bounded_size(backbone: AudioLdm2, monkeypatch: pytest.MonkeyPatch) -> None:
    from kinescore.backbones.audioldm2 import sound_codec

    whole = backbone.targets(Audio(np.random.default_rng(0).uniform(-0.5, 0.5, (1, 48_000)).astype(np.float32), 16_000))
    monkeypatch.setattr(sound_codec, "SPAN_COLUMNS", 32)
    monkeypatch.setattr(sound_codec, "SPAN_STRIDE", 24)
    lengths: list[int] = []
    codec: MelCodec = backbone._codec
    encode = codec._autoencoder.encode
    monkeypatch.setattr(codec._autoencoder, "encode", lambda heard: lengths.append(heard.shape[2]) or encode(heard))
    parts = backbone.targets(Audio(np.zeros((1, 48_000), np.float32), 16_000))
    assert parts.shape == whole.shape
    assert max(lengths) == 32 * 4


def test_a_folder_gives_the_same_model(tmp_path: Path, backbone: AudioLdm2) -> None:
    loaded = load_audioldm2(ModelSource(str(save_tiny_audioldm2(tmp_path))), Runtime("cpu"))
    assert weights_digest(loaded.model) == weights_digest(backbone.model)
    assert loaded.text_space.same_place(backbone.text_space)


def test_the_variant_for_speech_is_refused() -> None:
    parts = tiny_audioldm2_pipeline()
    parts.text_encoder_2 = parts.vocoder
    with pytest.raises(BackboneError, match="text_encoder_2 is of the kind SpeechT5HifiGan"):
        AudioLdm2(parts)
    parts = tiny_audioldm2_pipeline()
    parts.scheduler = DDIMScheduler(prediction_type="v_prediction")
    with pytest.raises(BackboneError, match="predicts 'v_prediction'"):
        AudioLdm2(parts)
