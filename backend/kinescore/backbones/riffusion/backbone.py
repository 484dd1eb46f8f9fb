"""Riffusion behind the interface of all backbones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch
from diffusers import AutoencoderKL, ConfigMixin, DDPMScheduler, StableDiffusionPipeline, UNet2DConditionModel
from torch import Tensor, nn
from torch.nn import functional
from transformers import CLIPTextModel, CLIPTokenizer

from kinescore.backbones.audio_format import matched, with_peak
from kinescore.backbones.base import Backbone, Piece, PromptEmbeddings, Window
from kinescore.backbones.diffusion import (
    Predict,
    by_guide,
    canvas_for,
    denoise,
    guide_latents,
    in_groups,
    load_pipeline,
    part_of,
)
from kinescore.backbones.guide import first_step
from kinescore.backbones.riffusion.clip_reader import ClipReader
from kinescore.backbones.riffusion.griffin_lim import sound_of
from kinescore.backbones.riffusion.picture_codec import PictureCodec
from kinescore.backbones.riffusion.sampling import RiffusionSampling
from kinescore.backbones.riffusion.spectrogram import (
    BANDS,
    HOP,
    RATE,
    linear_magnitudes,
    mel_of,
    mel_spectrogram,
    picture_of,
)
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio

WINDOWS_AT_ONCE = 8
LOUDEST = 0.9


class Riffusion(Backbone[RiffusionSampling]):
    """A Riffusion, or any Stable Diffusion 1 fine-tuned on Riffusion's pictures; `load_riffusion` makes one."""

    default_sampling = RiffusionSampling()
    rate = RATE
    channels = 1

    def __init__(self, parts: StableDiffusionPipeline, source: str = "", compiled: bool = False) -> None:
        """parts: on their device; the U-Net in its number format, text encoder and autoencoder in float32.

        Raises BackboneError for a model that does not predict noise from latents of its autoencoder.
        """
        text, tokenizer = part_of(parts, "text_encoder", CLIPTextModel), part_of(parts, "tokenizer", CLIPTokenizer)
        unet, vae = part_of(parts, "unet", UNet2DConditionModel), part_of(parts, "vae", AutoencoderKL)
        self._schedule = dict(part_of(parts, "scheduler", ConfigMixin).config)
        _require_noise_prediction(self._schedule, unet, vae)
        self.model = freeze(nn.ModuleDict({"text": text, "unet": unet, "vae": vae}))
        self._unet: Callable[..., Any] = torch.compile(unet) if compiled else unet
        self._device, self._dtype, self._latent_channels = unet.device, unet.dtype, unet.config["in_channels"]
        self._reader, self._codec = ClipReader(text, tokenizer), PictureCodec(vae)
        self._training_noise: DDPMScheduler = DDPMScheduler.from_config(self._schedule)
        self.tokenizer = self._reader.tokenizer
        sizes = "-".join(str(size) for size in unet.config["block_out_channels"])
        self.text_space = TextSpace("riffusion", sizes, self._reader.width, source)
        self.target_hz, self.target_maker = RATE / (HOP * self._codec.pixels_per_column), vae

    def word_row(self, word: str) -> Tensor:
        """See `Backbone`."""
        return self._reader.mean_row(word)

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """See `Backbone`. L is 77."""
        return self._reader.embed(prompts, words)

    def targets(self, audio: Audio) -> Tensor:
        """Return latents [4, 64, T] fp16 of the music's picture, 12.5 columns a second."""
        samples = torch.from_numpy(matched(audio, RATE, 1)[0])
        width = self._codec.pixels_per_column * max(1, round(audio.seconds * self.target_hz))
        samples = functional.pad(samples, (0, width * HOP - len(samples))).to(self._device)
        return self._codec.encode(picture_of(mel_spectrogram(samples)[:, :width])).to("cpu", torch.float16)

    def loss(self, prompts: PromptEmbeddings, targets: Tensor, generator: torch.Generator) -> Tensor:
        """Return the mean squared error of the predicted noise, equation 2 of the paper.

        targets: [B, 4, 64, T]. One time step and one noise for each.
        """
        latents = targets.to(self._device, torch.float32)
        levels = self._training_noise.config["num_train_timesteps"]
        times = torch.randint(levels, (len(latents),), generator=generator).to(self._device)
        noise = torch.randn(latents.shape, generator=generator).to(self._device)
        # diffusers asks for an IntTensor, which no tensor is to type checkers, and indexes with any of whole numbers.
        noisy = self._training_noise.add_noise(latents, noise, times)  # type: ignore[arg-type]
        return functional.mse_loss(self._predicted(noisy, times, prompts.embeddings), noise)

    def windows(self, seconds: float, sampling: RiffusionSampling) -> tuple[Window, ...]:
        """See `Backbone`. Neighbours overlap, and are denoised together."""
        return sampling.windows(seconds, self.target_hz)

    @torch.no_grad()
    def generate(self, pieces: Sequence[Piece], sampling: RiffusionSampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`. A picture knows no absolute loudness: the loudest sample of each piece becomes LOUDEST."""
        return in_groups(pieces, by_guide(pieces), lambda some, part: self._made(some, sampling, part), report)

    def _made(self, pieces: Sequence[Piece], sampling: RiffusionSampling, report: Report) -> list[Audio]:
        """`pieces` that all begin with the same step."""
        height = BANDS // self._codec.pixels_per_column
        canvas = canvas_for(pieces, sampling, self.target_hz, (self._latent_channels, height))
        scheduler, first = sampling.scheduler(self._schedule), 0
        if (guide := pieces[0].guide) is not None:
            first = first_step(sampling.steps, guide.share)
            time = scheduler.timesteps[first : first + 1]
            latents = guide_latents(canvas, pieces, self.targets)
            canvas = replace(canvas, noise=scheduler.add_noise(latents[None], canvas.noise[None], time)[0])
        latents = denoise(
            scheduler,
            canvas,
            canvas.batches(WINDOWS_AT_ONCE),
            self._guided(canvas.prompts.to(self._device), sampling.guidance),
            self._device,
            report,
            first,
        )
        return [
            self._audio(latents[..., place.columns], piece, sampling.phase_iterations, report)
            for place, piece in zip(canvas.pieces, pieces, strict=True)
        ]

    def _guided(self, prompts: Tensor, guidance: float) -> Predict:
        """Return the noise prediction under classifier-free guidance; prompts: [W, 77, D]."""
        null = self.embed([self.tokenizer.encode("", 0, 0)]).embeddings

        def predict(noisy: Tensor, windows: Sequence[int], time: Tensor) -> Tensor:
            states = prompts[list(windows)]
            if guidance == 1.0:
                return self._predicted(noisy, time, states)
            both = torch.cat([states, null.expand_as(states)])
            prompted, unprompted = self._predicted(torch.cat([noisy, noisy]), time, both).chunk(2)
            return unprompted + guidance * (prompted - unprompted)

        return predict

    def _predicted(self, noisy: Tensor, times: Tensor, states: Tensor) -> Tensor:
        """noisy [R, 4, 64, T], times [R] or one, states [R, 77, D] -> the noise in it, float32."""
        states = states.to(self._device, self._dtype)
        return self._unet(noisy.to(self._dtype), times, encoder_hidden_states=states).sample.float()

    def _audio(self, latents: Tensor, piece: Piece, iterations: int, report: Report) -> Audio:
        magnitudes = linear_magnitudes(mel_of(self._codec.decode(latents, report)))
        samples = sound_of(magnitudes, round(piece.seconds * RATE), piece.seed, iterations, report)
        return Audio(with_peak(samples[None].cpu().numpy(), LOUDEST), RATE)


def load_riffusion(source: ModelSource, runtime: Runtime) -> Riffusion:
    """Load a diffusers folder or hub id, for example "riffusion/riffusion-model-v1". Raises BackboneError.

    Only the U-Net takes the number format of `runtime`: it does nearly all the work.
    """
    device = runtime.torch_device()
    parts = load_pipeline(
        source,
        StableDiffusionPipeline,
        without=("safety_checker", "feature_extractor"),
        requires_safety_checker=False,
        dtype={"unet": runtime.precision.dtype, "default": torch.float32},
    ).to(device)
    if device.type == "cuda":
        part_of(parts, "unet", UNet2DConditionModel).to(memory_format=torch.channels_last)
    return Riffusion(parts, source.name, runtime.compiled)


def _require_noise_prediction(
    schedule: Mapping[str, object], unet: UNet2DConditionModel, autoencoder: AutoencoderKL
) -> None:
    predicts = schedule["prediction_type"]
    if predicts != "epsilon":
        raise BackboneError(f"This model predicts '{predicts}'; Riffusion and its fine-tunes predict 'epsilon'.")
    wanted, given = unet.config["in_channels"], autoencoder.config["latent_channels"]
    if wanted != given:
        raise BackboneError(f"This model's U-Net reads {wanted} channels and its autoencoder makes {given}.")
