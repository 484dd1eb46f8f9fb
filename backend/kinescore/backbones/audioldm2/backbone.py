"""AudioLDM 2 behind the interface of all backbones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import torch
from diffusers import (
    AudioLDM2Pipeline,
    AudioLDM2UNet2DConditionModel,
    AutoencoderKL,
    ConfigMixin,
    DDPMScheduler,
)
from torch import Tensor, nn
from torch.nn import functional
from transformers import SpeechT5HifiGan

from kinescore.backbones.audio_format import matched, with_peak
from kinescore.backbones.audioldm2.prompt_reader import WRITTEN, AudioLdm2Reader
from kinescore.backbones.audioldm2.sampling import AudioLdm2Sampling
from kinescore.backbones.audioldm2.sound_codec import MelCodec
from kinescore.backbones.base import Backbone, Piece, PromptEmbeddings, Window
from kinescore.backbones.diffusion import (
    Canvas,
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
from kinescore.backbones.spans import alike
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.sentencepiece_tokenizer import has_pieces_alone, t5_tokenizer
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio

WINDOWS_AT_ONCE = 4
LOUDEST = 0.9


class AudioLdm2(Backbone[AudioLdm2Sampling]):
    """An AudioLDM 2 for sound and music; `load_audioldm2` makes one."""

    default_sampling = AudioLdm2Sampling()
    channels = 1

    def __init__(self, parts: AudioLDM2Pipeline, source: str = "", compiled: bool = False) -> None:
        """parts: on their device; the U-Net in its number format, everything else in float32.

        Raises BackboneError for parts of another kind, as the variant for speech has.
        """
        unet = part_of(parts, "unet", AudioLDM2UNet2DConditionModel)
        vae, vocoder = part_of(parts, "vae", AutoencoderKL), part_of(parts, "vocoder", SpeechT5HifiGan)
        self._schedule = dict(part_of(parts, "scheduler", ConfigMixin).config)
        if (predicts := self._schedule["prediction_type"]) != "epsilon":
            raise BackboneError(f"This model predicts '{predicts}'; AudioLDM 2 predicts 'epsilon'.")
        self._reader, self._codec = AudioLdm2Reader(parts), MelCodec(vae, vocoder)
        networks = {"text": self._reader.model, "unet": unet, "vae": vae, "vocoder": vocoder}
        self.model = freeze(nn.ModuleDict(networks))
        self._unet: Callable[..., Any] = torch.compile(unet) if compiled else unet
        self._device, self._dtype, self._latent_channels = unet.device, unet.dtype, unet.config["in_channels"]
        self._training_noise: DDPMScheduler = DDPMScheduler.from_config(self._schedule)
        self.tokenizer = self._reader.tokenizer
        sizes = "-".join(str(size) for size in unet.config["block_out_channels"])
        self.text_space = TextSpace("audioldm2", sizes, self._reader.width, source)
        self.rate = self._codec.rate
        self.target_hz, self.target_maker = self.rate / self._codec.samples_per_column, vae

    def word_row(self, word: str) -> Tensor:
        """See `Backbone`."""
        return self._reader.mean_row(self.tokenizer.encode(word, 0, 0))

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """See `Backbone`."""
        return self._reader.embed(prompts, words)

    def targets(self, audio: Audio) -> Tensor:
        """Return latents [8, 16, T] fp16 of the music's log-mel spectrogram, 25 columns a second."""
        samples = torch.from_numpy(matched(audio, self.rate, 1)[0])
        length = self._codec.samples_per_column * max(1, round(audio.seconds * self.target_hz))
        samples = functional.pad(samples, (0, length - len(samples))).to(self._device)
        return self._codec.encode(samples).to("cpu", torch.float16)

    def loss(self, prompts: PromptEmbeddings, targets: Tensor, generator: torch.Generator) -> Tensor:
        """Return the mean squared error of the predicted noise, equation 2 of the paper.

        targets: [B, 8, 16, T]. One time step and one noise for each.
        """
        latents = targets.to(self._device, torch.float32)
        levels = self._training_noise.config["num_train_timesteps"]
        times = torch.randint(levels, (len(latents),), generator=generator).to(self._device)
        noise = torch.randn(latents.shape, generator=generator).to(self._device)
        # diffusers asks for an IntTensor, which no tensor is to type checkers, and indexes with any of whole numbers.
        noisy = self._training_noise.add_noise(latents, noise, times)  # type: ignore[arg-type]
        used = prompts.mask.sum(dim=1).tolist()
        errors = []
        for rows in alike(used, len(used)):
            some = PromptEmbeddings(prompts.embeddings[rows, : used[rows[0]]], prompts.mask[rows, : used[rows[0]]])
            errors.append((self._predicted(noisy[rows], times[rows], some) - noise[rows]).square())
        return torch.cat(errors).mean()

    def windows(self, seconds: float, sampling: AudioLdm2Sampling) -> tuple[Window, ...]:
        """See `Backbone`. Neighbours overlap, and are denoised together."""
        return sampling.windows(seconds, self.target_hz)

    @torch.no_grad()
    def generate(self, pieces: Sequence[Piece], sampling: AudioLdm2Sampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`. A vocoder knows no loudness to keep: the loudest sample of each piece becomes LOUDEST."""
        return in_groups(pieces, by_guide(pieces), lambda some, part: self._made(some, sampling, part), report)

    def _made(self, pieces: Sequence[Piece], sampling: AudioLdm2Sampling, report: Report) -> list[Audio]:
        """`pieces` that all begin with the same step."""
        canvas = canvas_for(pieces, sampling, self.target_hz, (self._latent_channels, self._codec.height))
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
            self._guided(canvas, sampling.guidance),
            self._device,
            report,
            first,
        )
        return [
            self._audio(latents[..., place.columns], piece, report)
            for place, piece in zip(canvas.pieces, pieces, strict=True)
        ]

    def _guided(self, canvas: Canvas, guidance: float) -> Predict:
        """Return the noise prediction under classifier-free guidance."""
        used = canvas.mask.sum(dim=1).tolist()
        nulls = {length: self._reader.null(length - WRITTEN) for length in set(used)}

        def predict(noisy: Tensor, windows: Sequence[int], time: Tensor) -> Tensor:
            length = used[windows[0]]
            embeddings = canvas.prompts[list(windows), :length].to(self._device)
            mask = torch.ones(embeddings.shape[:2], dtype=torch.bool, device=self._device)
            if guidance == 1.0:
                return self._predicted(noisy, time, PromptEmbeddings(embeddings, mask))
            null = nulls[length]
            both = torch.cat([embeddings, null.embeddings.expand_as(embeddings)])
            masks = torch.cat([mask, null.mask.expand_as(mask)])
            predicted = self._predicted(torch.cat([noisy, noisy]), time, PromptEmbeddings(both, masks))
            prompted, unprompted = predicted.chunk(2)
            return unprompted + guidance * (prompted - unprompted)

        return predict

    def _predicted(self, noisy: Tensor, times: Tensor, prompts: PromptEmbeddings) -> Tensor:
        """noisy [R, C, bands, T], times [R] or one, prompts [R, L, D] -> the noise in it, float32."""
        written_width, read_width = self._reader.widths
        states = prompts.embeddings.to(self._device, self._dtype)
        noise = self._unet(
            noisy.mT.to(self._dtype),
            times,
            encoder_hidden_states=states[:, :WRITTEN, :written_width],
            encoder_hidden_states_1=states[:, WRITTEN:, :read_width],
            encoder_attention_mask_1=prompts.mask[:, WRITTEN:].to(self._device),
        ).sample
        return noise.mT.float()

    def _audio(self, latents: Tensor, piece: Piece, report: Report) -> Audio:
        samples = self._codec.decode(latents, report)[: round(piece.seconds * self.rate)]
        return Audio(with_peak(samples[None].cpu().numpy(), LOUDEST), self.rate)


def load_audioldm2(source: ModelSource, runtime: Runtime) -> AudioLdm2:
    """Load a diffusers folder or hub id, for example "cvssp/audioldm2-music". Raises BackboneError.

    Only the U-Net takes the number format of `runtime`: it does nearly all the work.
    """
    words = source.folder() / "tokenizer_2"
    replaced = {"tokenizer_2": t5_tokenizer(words)} if has_pieces_alone(words) else {}
    parts = load_pipeline(
        source,
        AudioLDM2Pipeline,
        without=("feature_extractor",),
        dtype={"unet": runtime.precision.dtype, "default": torch.float32},
        **replaced,
    ).to(runtime.torch_device())
    return AudioLdm2(parts, source.name, runtime.compiled)
