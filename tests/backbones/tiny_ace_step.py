"""An ACE-Step 1.5 of the real classes with tiny random weights, made without a download."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import (
    AceStepPipeline,
    AceStepTransformer1DModel,
    AutoencoderOobleck,
    FlowMatchEulerDiscreteScheduler,
)
from diffusers.pipelines.ace_step.modeling_ace_step import (
    AceStepAudioTokenDetokenizer,
    AceStepAudioTokenizer,
    AceStepConditionEncoder,
)
from transformers import Qwen2Tokenizer, Qwen3Config, Qwen3Model
from transformers.convert_slow_tokenizer import bytes_to_unicode

from kinescore.backbones.ace_step.backbone import AceStep
from tests.pseudo_words.tiny_tokenizers import WORDS

WIDTH = 32
LATENTS = 8
ATTENTION = {"num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8}


def tiny_qwen_tokenizer() -> Qwen2Tokenizer:
    """Return a Qwen2Tokenizer with byte-level pieces and WORDS as they stand inside a sentence."""
    merges: dict[tuple[str, str], None] = {}
    for word in WORDS:
        letters = f"Ġ{word}"
        for index in range(1, len(letters)):
            merges[letters[:index], letters[index]] = None
    pieces = [*bytes_to_unicode().values(), *(left + right for left, right in merges), "<|endoftext|>"]
    vocabulary = {piece: index for index, piece in enumerate(dict.fromkeys(pieces))}
    return Qwen2Tokenizer(vocab=vocabulary, merges=list(merges))


def tiny_ace_step_pipeline(is_turbo: bool = True, covers: bool = False) -> AceStepPipeline:
    """Return parts in float32; 25 columns a second of 2.4 kHz stereo. Save with `save_pretrained`.

    covers: with the networks that hear a song to cover.
    """
    tokenizer = tiny_qwen_tokenizer()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        text_encoder = Qwen3Model(
            Qwen3Config(
                vocab_size=len(tokenizer),
                hidden_size=WIDTH,
                intermediate_size=64,
                num_hidden_layers=2,
                initializer_range=0.3,
                **ATTENTION,
            )
        )
        transformer = AceStepTransformer1DModel(
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            in_channels=3 * LATENTS,
            audio_acoustic_hidden_dim=LATENTS,
            is_turbo=is_turbo,
            **ATTENTION,
        )
        enliven(transformer)
        conditions = AceStepConditionEncoder(
            hidden_size=32,
            intermediate_size=64,
            text_hidden_dim=WIDTH,
            timbre_hidden_dim=LATENTS,
            num_lyric_encoder_hidden_layers=2,
            num_timbre_encoder_hidden_layers=2,
            **ATTENTION,
        )
        conditions.silence_latent.normal_()
        vae = AutoencoderOobleck(
            encoder_hidden_size=2 * LATENTS,
            downsampling_ratios=[2, 6, 8],
            channel_multiples=[1, 2, 2],
            decoder_channels=8,
            decoder_input_channels=LATENTS,
            sampling_rate=2_400,
        )
        audio = {"hidden_size": 32, "intermediate_size": 64, "audio_acoustic_hidden_dim": LATENTS, **ATTENTION}
        tokens = AceStepAudioTokenizer(fsq_dim=32, **audio).eval() if covers else None
        latents = AceStepAudioTokenDetokenizer(**audio).eval() if covers else None
    return AceStepPipeline(
        audio_tokenizer=tokens,
        audio_token_detokenizer=latents,
        vae=vae.eval(),
        text_encoder=text_encoder.eval(),
        tokenizer=tokenizer,
        transformer=transformer.eval(),
        condition_encoder=conditions.eval(),
        scheduler=FlowMatchEulerDiscreteScheduler(num_train_timesteps=1, shift=1.0),
    )


@torch.no_grad()
def enliven(transformer: AceStepTransformer1DModel) -> None:
    """Make the transformer listen to its prompt: as initialised, two prompts change its answer by a hundredth only."""
    for name, weight in transformer.named_parameters():
        if "cross_attn.to_out" in name:
            weight.mul_(16.0)


def tiny_ace_step(is_turbo: bool = True) -> AceStep:
    """Return the tiny model as a backbone."""
    return AceStep(tiny_ace_step_pipeline(is_turbo), "tiny")


def save_tiny_ace_step(folder: Path, is_turbo: bool = True) -> Path:
    """Write the tiny model to `folder` in diffusers' layout, and return it."""
    tiny_ace_step_pipeline(is_turbo).save_pretrained(folder)
    return folder
