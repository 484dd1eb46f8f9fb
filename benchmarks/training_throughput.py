"""Training speed in clips per second: the released recipe, and ours, on the same model in one run.

    python benchmarks/training_throughput.py --size tiny
    python benchmarks/training_throughput.py --device cuda --size small --batch 16 32 64 --compiled
    python benchmarks/training_throughput.py --device cuda --size small --engine riffusion --batch 8 16 32

released: one clip an update, its sound encoded anew each time, weights in fp16 on a GPU. ours: targets encoded once, a
batch an update, bf16 on a GPU. Both learn the same encoders through the same frozen backbone with the same loop, so the
released one is, if anything, faster here than in its own code (which also reads sound files and keeps T5's dropout).
Random weights of the sizes of MusicGen small and Stable Diffusion 1.5 (`--size small`): speed does not depend on them.
Without a GPU, float32 and one thread. Wall-clock time: run it on an idle machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import torch
from accelerate import Accelerator
from diffusers import AutoencoderKL, PNDMScheduler, StableDiffusionPipeline, UNet2DConditionModel
from torch.optim import AdamW
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    EncodecConfig,
    MusicgenConfig,
    MusicgenDecoderConfig,
    MusicgenForConditionalGeneration,
    T5Config,
)

from kinescore.backbones.base import Backbone
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.riffusion.backbone import Riffusion
from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.engines.table import model_engine
from kinescore.pretrained.runtime import Precision
from kinescore.progress import silent
from kinescore.sound.audio import Audio
from kinescore.train.clips import Clips
from kinescore.train.config import TrainConfig
from kinescore.train.loop import fresh_encoders
from kinescore.train.presets import Preset, preset_for
from kinescore.train.trainer import Trainer, loss_scaler
from tests.pseudo_words.tiny_tokenizers import tiny_clip_tokenizer, tiny_t5_tokenizer

T5 = {
    "tiny": {"d_model": 128, "d_kv": 32, "d_ff": 512, "num_layers": 4, "num_heads": 4},
    "small": {"d_model": 768, "d_kv": 64, "d_ff": 3072, "num_layers": 12, "num_heads": 12},
}
DECODER = {
    "tiny": {"hidden_size": 256, "num_hidden_layers": 6, "num_attention_heads": 4, "ffn_dim": 1024},
    "small": {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "ffn_dim": 4096},
}
CLIP = {
    "tiny": {"hidden_size": 64, "intermediate_size": 256, "num_hidden_layers": 2, "num_attention_heads": 4},
    "small": {"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12},
}
UNET_CHANNELS = {"tiny": (32, 64, 64), "small": (320, 640, 1280, 1280)}
VAE_CHANNELS = {"tiny": (32, 32, 64, 64), "small": (128, 256, 512, 512)}


def musicgen(size: str, device: str, dtype: torch.dtype, compiled: bool) -> Backbone:
    """MusicGen with T5-base and the 32 kHz EnCodec at "small", random weights."""
    sound = EncodecConfig(
        **{"sampling_rate": 32000, "upsampling_ratios": [8, 5, 4, 4], "codebook_size": 2048, "codebook_dim": 128},
        **{"hidden_size": 128, "num_filters": 64, "num_lstm_layers": 2, "target_bandwidths": [2.2]},
        **{"use_causal_conv": False, "use_conv_shortcut": False, "chunk_length_s": None},
    )
    config = MusicgenConfig(
        text_encoder=T5Config(vocab_size=32128, **T5[size]),
        audio_encoder=sound,
        decoder=MusicgenDecoderConfig(vocab_size=2048, num_codebooks=4, dropout=0.0, **DECODER[size]),
    )
    model = MusicgenForConditionalGeneration(config)
    model.decoder.to(dtype)
    return Musicgen(model.to(device), tiny_t5_tokenizer(), f"random {size}", compiled)


def riffusion(size: str, device: str, dtype: torch.dtype, compiled: bool) -> Backbone:
    """Stable Diffusion 1.5 at "small", random weights."""
    tokenizer = tiny_clip_tokenizer()
    ends = {"bos_token_id": tokenizer.bos_token_id, "eos_token_id": tokenizer.eos_token_id}
    text = CLIPTextModel(CLIPTextConfig(vocab_size=49408, **ends, **CLIP[size]))
    channels = UNET_CHANNELS[size]
    attended = len(channels) - 1
    unet = UNet2DConditionModel(
        block_out_channels=channels,
        down_block_types=("CrossAttnDownBlock2D",) * attended + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * attended,
        cross_attention_dim=text.config.hidden_size,
    ).to(dtype)
    vae = AutoencoderKL(
        block_out_channels=VAE_CHANNELS[size],
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=4,
    )
    scheduler = PNDMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", skip_prk_steps=True, steps_offset=1
    )
    parts = StableDiffusionPipeline(
        vae, text, tokenizer, unet, scheduler, None, feature_extractor=None, requires_safety_checker=False
    )
    return Riffusion(parts.to(device), f"random {size}", compiled)


BUILDERS: dict[str, Callable[..., Backbone]] = {"musicgen": musicgen, "riffusion": riffusion}


def trainer_for(backbone: Backbone, config: TrainConfig, accelerator: Accelerator) -> Trainer:
    """Fresh encoders on the accelerator's device."""
    encoders = fresh_encoders(backbone, config).to(accelerator.device).train()
    optimiser = AdamW(encoders.parameters(), config.learning_rate)
    return Trainer(
        backbone, config, accelerator, *accelerator.prepare(encoders, optimiser), loss_scaler(config, accelerator)
    )


def clips_per_second(update: Callable[[int], None], batch: int, seconds: float) -> float:
    """Call update(number) for at least `seconds` and three times, after two that are not timed."""
    for number in range(2):
        update(number)
    done, start = 0, time.perf_counter()
    while done < 3 or time.perf_counter() - start < seconds:
        update(2 + done)
        done += 1
    return done * batch / (time.perf_counter() - start)


def main() -> None:
    """Print one line per recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=BUILDERS, default="musicgen")
    parser.add_argument("--size", choices=T5, default="tiny")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--batch", type=int, nargs="+", default=[16])
    parser.add_argument("--seconds", type=float, default=15.0, help="to measure each recipe for, at least")
    parser.add_argument("--compiled", action="store_true", help="also let torch compile our model")
    options = parser.parse_args()
    torch.set_num_threads(1 if options.device == "cpu" else torch.get_num_threads())
    accelerator = Accelerator(cpu=options.device == "cpu")
    on_gpu = options.device == "cuda"
    build, rng = BUILDERS[options.engine], np.random.default_rng(0)

    base = preset_for(Preset.PAPER, model_engine(options.engine).predicts_tokens)
    theirs = replace(base, precision=Precision.FP16 if on_gpu else Precision.FP32)
    backbone = build(options.size, options.device, theirs.precision.dtype, False)
    sound = Audio(
        rng.normal(scale=0.1, size=(1, round(WINDOW_SECONDS * backbone.rate))).astype(np.float32), backbone.rate
    )
    targets = backbone.targets(sound)[None]
    peaks, genres = (torch.rand(1, 303) < 0.1).float(), torch.eye(10)[:1]
    trainer = trainer_for(backbone, theirs, accelerator)

    def released(number: int) -> None:
        trainer.learn(Clips(peaks, genres, backbone.targets(sound)[None]), range(number, number + 1), silent)

    released_speed = clips_per_second(released, 1, options.seconds)
    print(f"{options.engine} {options.size} on {options.device}, {theirs.precision.value}")
    print(f"released recipe, 1 clip an update, encoded each time: {released_speed:8.2f} clips/s")

    def cached(number: int) -> None:
        trainer.learn(Clips(peaks, genres, targets), range(number, number + 1), silent)

    speed = clips_per_second(cached, 1, options.seconds)
    print(f"the same with cached targets:                         {speed:8.2f} clips/s  {speed / released_speed:6.1f}x")
    del backbone, trainer
    ours = replace(
        preset_for(Preset.FAST, model_engine(options.engine).predicts_tokens),
        precision=Precision.BF16 if on_gpu else Precision.FP32,
    )
    for compiled in (False, True) if options.compiled else (False,):
        backbone = build(options.size, options.device, ours.precision.dtype, compiled)
        for batch in options.batch:
            clips = Clips(peaks.repeat(batch, 1), genres.repeat(batch, 1), targets.repeat_interleave(batch, 0))
            trainer = trainer_for(backbone, replace(ours, batch=batch), accelerator)

            def learn(number: int, trainer: Trainer = trainer, clips: Clips = clips) -> None:
                trainer.learn(clips, range(number, number + 1), silent)

            if on_gpu:
                torch.cuda.reset_peak_memory_stats()
            speed = clips_per_second(learn, batch, options.seconds)
            memory = f"  {torch.cuda.max_memory_allocated() / 2**30:5.1f} GiB" if on_gpu else ""
            kind = f"ours, {ours.precision.value}, batch {batch}{', compiled' if compiled else ''}:"
            print(f"{kind:<53} {speed:8.2f} clips/s  {speed / released_speed:6.1f}x{memory}")


if __name__ == "__main__":
    main()
