"""An AudioLDM 2 of the real classes with tiny random weights, made without a download."""

from __future__ import annotations

from pathlib import Path

import torch
from diffusers import (
    AudioLDM2Pipeline,
    AudioLDM2ProjectionModel,
    AudioLDM2UNet2DConditionModel,
    AutoencoderKL,
    DDIMScheduler,
)
from transformers import (
    ClapAudioConfig,
    ClapConfig,
    ClapModel,
    ClapTextConfig,
    GPT2Config,
    GPT2LMHeadModel,
    RobertaTokenizer,
    SpeechT5HifiGan,
    SpeechT5HifiGanConfig,
    T5Config,
    T5EncoderModel,
)
from transformers.convert_slow_tokenizer import bytes_to_unicode

from kinescore.backbones.audioldm2.backbone import AudioLdm2
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

HEARD, WRITTEN_WIDTH, WIDTH = 24, 16, 32
SETTINGS = {
    "scheduler": {
        **{"beta_start": 0.0015, "beta_end": 0.0195, "beta_schedule": "scaled_linear"},
        **{"clip_sample": False, "set_alpha_to_one": False, "steps_offset": 1},
    }
}


def tiny_roberta_tokenizer() -> RobertaTokenizer:
    """Return a RobertaTokenizer of single bytes."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "<mask>", *bytes_to_unicode().values()]
    return RobertaTokenizer(vocab={piece: index for index, piece in enumerate(pieces)}, merges=[], model_max_length=512)


def tiny_audioldm2_pipeline() -> AudioLDM2Pipeline:
    """Return parts in float32; 25 columns a second of 16 kHz. Save with `save_pretrained`."""
    words, bytes_ = tiny_t5_tokenizer(), tiny_roberta_tokenizer()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        text = ClapTextConfig(
            **{"vocab_size": len(bytes_), "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2},
            **{"intermediate_size": 16, "projection_dim": HEARD, "initializer_range": 0.3},
        )
        audio = ClapAudioConfig(
            **{"spec_size": 64, "num_mel_bins": 16, "patch_embeds_hidden_size": 16, "hidden_size": 32},
            **{"depths": [1, 1], "num_attention_heads": [2, 2], "window_size": 4, "projection_dim": HEARD},
        )
        clap = ClapModel(ClapConfig(text_config=text.to_dict(), audio_config=audio.to_dict(), projection_dim=HEARD))
        t5 = T5EncoderModel(T5Config(vocab_size=len(words), d_model=WIDTH, d_kv=8, d_ff=64, num_layers=2, num_heads=4))
        writer = GPT2LMHeadModel(
            GPT2Config(
                **{"vocab_size": 8, "n_positions": 1024, "n_embd": WRITTEN_WIDTH, "n_layer": 2, "n_head": 2},
                initializer_range=0.3,
            )
        )
        projection = AudioLDM2ProjectionModel(HEARD, WIDTH, WRITTEN_WIDTH)
        unet = AudioLDM2UNet2DConditionModel(
            block_out_channels=(8, 16),
            down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
            up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
            layers_per_block=1,
            norm_num_groups=4,
            attention_head_dim=4,
            in_channels=4,
            out_channels=4,
            cross_attention_dim=((None, WRITTEN_WIDTH, WIDTH),) * 2,
        )
        vae = AutoencoderKL(
            in_channels=1,
            out_channels=1,
            block_out_channels=(4, 4, 8),
            down_block_types=("DownEncoderBlock2D",) * 3,
            up_block_types=("UpDecoderBlock2D",) * 3,
            layers_per_block=1,
            norm_num_groups=2,
            latent_channels=4,
        )
        vocoder = SpeechT5HifiGan(
            SpeechT5HifiGanConfig(
                model_in_dim=64,
                upsample_initial_channel=16,
                upsample_rates=[5, 4, 4, 2],
                upsample_kernel_sizes=[11, 8, 8, 4],
                resblock_kernel_sizes=[3],
                resblock_dilation_sizes=[[1, 3]],
                normalize_before=False,
                sampling_rate=16_000,
                initializer_range=0.2,
            )
        )
        enliven(unet)
    return AudioLDM2Pipeline(
        vae=vae.eval(),
        text_encoder=clap.eval(),
        text_encoder_2=t5.eval(),
        projection_model=projection.eval(),
        language_model=writer.eval(),
        tokenizer=bytes_,
        tokenizer_2=words,
        feature_extractor=None,
        unet=unet.eval(),
        scheduler=DDIMScheduler(**SETTINGS["scheduler"]),
        vocoder=vocoder.eval(),
    )


@torch.no_grad()
def enliven(unet: AudioLDM2UNet2DConditionModel) -> None:
    """Make the U-Net listen to its prompt: as initialised, two prompts hardly change its answer."""
    for name, weight in unet.named_parameters():
        if name.endswith("attn2.to_out.0.weight"):
            weight.mul_(8.0)


def tiny_audioldm2() -> AudioLdm2:
    """Return the tiny model as a backbone."""
    return AudioLdm2(tiny_audioldm2_pipeline(), "tiny")


def save_tiny_audioldm2(folder: Path) -> Path:
    """Write the tiny model to `folder` in diffusers' layout, and return it."""
    tiny_audioldm2_pipeline().save_pretrained(folder)
    return folder
