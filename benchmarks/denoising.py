"""How fast the models that denoise play: whole pieces, from prompt to sound.

    python -m benchmarks.denoising                                         # tiny, random weights
    python -m benchmarks.denoising --size real --device cuda --precision bf16
    python -m benchmarks.denoising --model audioldm2=audioldm2-music --device cuda --precision bf16

Random weights without --model: speed does not depend on them. With --size real, the network that is asked at every step
has its published size; text encoder, autoencoder and vocoder stay tiny. Each piece is made once to warm up, then twice;
the best counts: on the CPU processor time of one thread, on CUDA the clock on the wall. Each model takes its own number
of steps, or --steps.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import torch
from diffusers import AceStepTransformer1DModel, AudioLDM2UNet2DConditionModel, UNet2DConditionModel

from kinescore.backbones.ace_step.backbone import AceStep
from kinescore.backbones.audioldm2.backbone import AudioLdm2
from kinescore.backbones.base import Backbone, Piece
from kinescore.backbones.riffusion.backbone import Riffusion
from kinescore.engines.model_choice import ModelChoice, load_backbone
from kinescore.pretrained.runtime import Precision
from tests.backbones.tiny_ace_step import LATENTS, tiny_ace_step_pipeline
from tests.backbones.tiny_audioldm2 import WIDTH, WRITTEN_WIDTH, tiny_audioldm2_pipeline
from tests.backbones.tiny_riffusion import tiny_pipeline

RUNS = 3
TEXT = "a joyful piano music with rhythm and dance"


def main() -> None:
    """Print a row for each model."""
    options = _options()
    if options.device == "cpu":
        torch.set_num_threads(1)
    heading = f"model, {options.precision}, {options.device}, pieces of {options.seconds:g} s"
    print(f"| {heading} | steps | s | times real time |")
    print("|---|---|---|---|")
    for name, backbone in _chosen(options):
        sampling = backbone.default_sampling
        if options.steps:
            sampling = replace(sampling, steps=options.steps)
        windows = backbone.windows(options.seconds, sampling)
        prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)] * len(windows))
        took = []
        for seed in range(RUNS):
            clock = time.process_time if options.device == "cpu" else time.perf_counter
            began = clock()
            backbone.generate([Piece(prompts, options.seconds, seed)], sampling)  # ends on the CPU
            took.append(clock() - began)
        best = min(took[1:])
        print(f"| {name} | {sampling.steps} | {best:.2f} | {options.seconds / best:.1f} |", flush=True)


def _chosen(options: argparse.Namespace) -> Iterator[tuple[str, Backbone]]:
    """Each model's name, and the model, loaded when its turn comes."""
    if options.model:
        for text in options.model:
            engine, _, model = text.partition("=")
            choice = ModelChoice(engine, model, device=options.device, precision=options.precision)
            yield model, load_backbone(choice)
        return
    dtype = Precision(options.precision).dtype
    for engine, made in RANDOM.items():
        torch.manual_seed(0)
        yield f"{engine}, {options.size} random weights", made(options.size == "real", options.device, dtype)


def _riffusion(is_real: bool, device: str, dtype: torch.dtype) -> Backbone:
    """Stable Diffusion 1.5's U-Net."""
    parts = tiny_pipeline()
    if is_real:
        width = parts.unet.config["cross_attention_dim"]
        channels = parts.unet.config["in_channels"]
        parts.unet = UNet2DConditionModel(
            in_channels=channels, out_channels=channels, cross_attention_dim=width, attention_head_dim=8
        )
    return Riffusion(_placed(parts, parts.unet, device, dtype))


def _audioldm2(is_real: bool, device: str, dtype: torch.dtype) -> Backbone:
    """The U-Net of audioldm2-music."""
    parts = tiny_audioldm2_pipeline()
    if is_real:
        parts.unet = AudioLDM2UNet2DConditionModel(
            in_channels=parts.unet.config["in_channels"],
            out_channels=parts.unet.config["out_channels"],
            block_out_channels=(128, 256, 384, 640),
            attention_head_dim=32,
            cross_attention_dim=((None, WRITTEN_WIDTH, WIDTH),) * 4,
        )
    return AudioLdm2(_placed(parts, parts.unet, device, dtype))


def _ace_step(is_real: bool, device: str, dtype: torch.dtype) -> Backbone:
    """ACE-Step 1.5's transformer, turbo; the XL's is a quarter wider."""
    parts = tiny_ace_step_pipeline(covers=True)
    if is_real:
        parts.transformer = AceStepTransformer1DModel(
            in_channels=3 * LATENTS,
            audio_acoustic_hidden_dim=LATENTS,
            encoder_hidden_size=32,
            is_turbo=True,
        )
    return AceStep(_placed(parts, parts.transformer, device, dtype))


def _placed(parts: torch.nn.Module, network: torch.nn.Module, device: str, dtype: torch.dtype) -> torch.nn.Module:
    network.to(dtype).eval()
    return parts.to(device)


RANDOM: dict[str, Callable[[bool, str, torch.dtype], Backbone]] = {
    "riffusion": _riffusion,
    "audioldm2": _audioldm2,
    "ace_step": _ace_step,
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--size", choices=("tiny", "real"), default="tiny", help="of the random weights")
    parser.add_argument("--model", action="append", metavar="ENGINE=MODEL", help="in place of random weights")
    parser.add_argument("--precision", choices=[precision.value for precision in Precision], default="fp32")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--steps", type=int, default=0, help="in place of each model's own number")
    return parser.parse_args()


if __name__ == "__main__":
    main()
