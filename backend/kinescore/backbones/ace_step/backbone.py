"""ACE-Step behind the interface of all backbones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import torch
from diffusers import AceStepPipeline, AceStepTransformer1DModel, AutoencoderOobleck, ConfigMixin
from diffusers.guiders.adaptive_projected_guidance import MomentumBuffer, normalized_guidance
from diffusers.pipelines.ace_step.modeling_ace_step import AceStepConditionEncoder
from torch import Tensor, nn

from kinescore.backbones.ace_step.cover import cover_of
from kinescore.backbones.ace_step.prompt_reader import AceStepReader
from kinescore.backbones.ace_step.sampling import GUIDED, TURBO, AceStepSampling
from kinescore.backbones.ace_step.sound_codec import SoundCodec
from kinescore.backbones.audio_format import matched, with_peak
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
from kinescore.backbones.music_form import MusicForm
from kinescore.backbones.spans import alike
from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pretrained.weights import freeze
from kinescore.progress import Report, silent
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.sound.audio import Audio

WINDOWS_AT_ONCE = 4
LOUDEST = 10.0 ** (-1.0 / 20.0)
LOGIT_MEAN, LOGIT_DEVIATION = -0.4, 1.0
"""Of the time steps that ACE-Step 1.5 was trained on: logit-normal (Esser et al. 2024), a little towards the music."""


class AceStep(Backbone[AceStepSampling]):
    """An ACE-Step 1.5, turbo or guided; `load_ace_step` makes one. It plays; nobody sings."""

    def __init__(self, parts: AceStepPipeline, source: str = "", compiled: bool = False) -> None:
        """parts: on their device; the transformer in its number format, everything else in float32.

        Raises BackboneError for parts of another kind.
        """
        transformer = part_of(parts, "transformer", AceStepTransformer1DModel)
        conditions = part_of(parts, "condition_encoder", AceStepConditionEncoder)
        vae = part_of(parts, "vae", AutoencoderOobleck)
        self._cover = cover_of(parts)
        self._reader, self._codec = AceStepReader(parts, self._cover is not None), SoundCodec(vae)
        model = {"text": self._reader.model, "conditions": conditions, "transformer": transformer, "vae": vae}
        if self._cover is not None:
            model["cover"] = self._cover.model
        self.model = freeze(nn.ModuleDict(model))
        self._transformer: Callable[..., Any] = torch.compile(transformer) if compiled else transformer
        self._device, self._dtype = transformer.device, transformer.dtype
        self._schedule = dict(part_of(parts, "scheduler", ConfigMixin).config)
        self._silence, self._null = conditions.silence_latent, conditions.null_condition_emb
        self._has_guidance_built_in = parts.is_turbo
        config = transformer.config
        self._latent_channels = config["audio_acoustic_hidden_dim"]
        self.tokenizer = self._reader.tokenizer
        self.default_sampling = TURBO if parts.is_turbo else GUIDED
        size = f"{config['hidden_size']}x{config['num_hidden_layers']}"
        self.text_space = TextSpace("ace-step", size, self._reader.width, source)
        self.rate, self.channels = self._codec.rate, self._codec.channels
        self.target_hz, self.target_maker = self.rate / self._codec.samples_per_column, vae

    def tokenizer_for(self, form: MusicForm) -> SlotTokenizer:
        """See `Backbone`."""
        return self._reader.tokenizer_for(form)

    def word_row(self, word: str) -> Tensor:
        """See `Backbone`."""
        return self._reader.mean_row(word)

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None = None) -> PromptEmbeddings:
        """See `Backbone`."""
        return self._reader.embed(prompts, words)

    def targets(self, audio: Audio) -> Tensor:
        """Return latents [64, T] fp16, 25 columns a second."""
        samples = torch.from_numpy(matched(audio, self.rate, self.channels))
        length = self._codec.samples_per_column * max(1, round(audio.seconds * self.target_hz))
        samples = nn.functional.pad(samples, (0, length - samples.shape[1])).to(self._device)
        return self._codec.encode(samples).to("cpu", torch.float16)

    def loss(self, prompts: PromptEmbeddings, targets: Tensor, generator: torch.Generator) -> Tensor:
        """Return the mean squared error of the predicted flow (Lipman et al. 2023), at one moment for each of B.

        targets: [B, 64, T].
        """
        latents = targets.to(self._device, torch.float32)
        logits = LOGIT_MEAN + LOGIT_DEVIATION * torch.randn(len(latents), generator=generator)
        times = logits.sigmoid().to(self._device)
        noise = torch.randn(latents.shape, generator=generator).to(self._device)
        share = times[:, None, None]
        noisy, flow = share * noise + (1.0 - share) * latents, noise - latents
        used = prompts.mask.sum(dim=1).tolist()
        errors = [
            (self._flow(noisy[rows], times[rows], prompts.embeddings[rows, : used[rows[0]]]) - flow[rows]).square()
            for rows in alike(used, len(used))
        ]
        return torch.cat(errors).mean()

    def windows(self, seconds: float, sampling: AceStepSampling) -> tuple[Window, ...]:
        """See `Backbone`. Neighbours overlap, and are denoised together."""
        return sampling.windows(seconds, self.target_hz)

    @torch.no_grad()
    def generate(self, pieces: Sequence[Piece], sampling: AceStepSampling, report: Report = silent) -> list[Audio]:
        """See `Backbone`. The loudest sample of each piece becomes LOUDEST, -1 dB, as ACE-Step leaves it.

        Raises BackboneError for guidance where the model has it built in.
        """
        if self._has_guidance_built_in and sampling.guidance != 1.0:
            raise BackboneError(
                f"This turbo model has its guidance built in; it cannot follow a guidance of {sampling.guidance:g}.",
                "Set guidance to 1.",
            )
        return in_groups(pieces, by_guide(pieces), lambda some, part: self._made(some, sampling, part), report)

    def _made(self, pieces: Sequence[Piece], sampling: AceStepSampling, report: Report) -> list[Audio]:
        """`pieces` that all begin with the same step."""
        canvas = canvas_for(pieces, sampling, self.target_hz, (self._latent_channels,))
        used = canvas.mask.sum(dim=1).tolist()
        scheduler, first = sampling.scheduler(self._schedule), 0
        song: Tensor | None = None
        if (guide := pieces[0].guide) is not None:
            first = first_step(sampling.steps, guide.share)
            level = sampling.levels()[first]
            heard = guide_latents(canvas, pieces, self.targets)
            canvas = replace(canvas, noise=level * canvas.noise + (1.0 - level) * heard)
            song = self._song(heard, canvas)
        latents = denoise(
            scheduler,
            canvas,
            canvas.batches(WINDOWS_AT_ONCE),
            self._guided(canvas, used, sampling.guidance, song),
            self._device,
            report,
            first,
        )
        return [
            self._audio(latents[:, place.columns], piece, report)
            for place, piece in zip(canvas.pieces, pieces, strict=True)
        ]

    def _song(self, guides: Tensor, canvas: Canvas) -> Tensor | None:
        """What is heard of `guides` [64, total] as the songs to cover, [64, total]; None where the model hears none."""
        if self._cover is None:
            return None
        own = [guides[:, place.columns].to(self._device) for place in canvas.pieces]
        return torch.cat([self._cover.heard(latents, self._silence) for latents in own], dim=1)

    def _guided(self, canvas: Canvas, used: Sequence[int], guidance: float, song: Tensor | None) -> Predict:
        """Return the flow under ACE-Step's own guidance (Sadat et al. 2024, "APG"), which remembers earlier steps.

        song: [64, total], to cover.
        """
        memories: dict[int, MomentumBuffer] = defaultdict(lambda: MomentumBuffer(momentum=-0.75))

        def predict(noisy: Tensor, windows: Sequence[int], time: Tensor) -> Tensor:
            states = canvas.prompts[list(windows), : used[windows[0]]].to(self._device)
            times = time.to(self._device).expand(len(noisy))
            source = None if song is None else torch.stack([song[:, canvas.windows[at].columns] for at in windows])
            if guidance == 1.0:
                return self._flow(noisy, times, states, source)
            both = torch.cat([states, self._null.expand_as(states)])
            sources = None if source is None else source.repeat(2, 1, 1)
            prompted, null = self._flow(torch.cat([noisy, noisy]), times.repeat(2), both, sources).chunk(2)
            return normalized_guidance(
                prompted,
                null,
                guidance_scale=guidance - 1.0,
                momentum_buffer=memories[windows[0]],
                eta=0.0,
                norm_threshold=2.5,
                use_original_formulation=True,
                norm_dim=(2,),
            )

        return predict

    def _flow(self, noisy: Tensor, times: Tensor, states: Tensor, source: Tensor | None = None) -> Tensor:
        """noisy [R, 64, T], times [R], states [R, L, D], all of them used -> the flow towards noise, float32.

        source: [R, 64, T] of the song to cover, else silence. The transformer has no mask for its prompt: rows of
        different lengths cannot share a call.
        """
        silence = self._silence[:, : noisy.shape[2]].expand(len(noisy), -1, -1)
        heard = silence if source is None else source.mT
        context = torch.cat([heard, torch.ones_like(heard)], dim=2)
        times = times.to(self._dtype)
        flow = self._transformer(
            hidden_states=noisy.mT.to(self._dtype),
            timestep=times,
            timestep_r=times,
            encoder_hidden_states=states.to(self._dtype),
            context_latents=context.to(self._dtype),
        ).sample
        return flow.mT.float()

    def _audio(self, latents: Tensor, piece: Piece, report: Report) -> Audio:
        samples = self._codec.decode(latents, report)[:, : round(piece.seconds * self.rate)]
        return Audio(with_peak(samples.cpu().numpy(), LOUDEST), self.rate)


def load_ace_step(source: ModelSource, runtime: Runtime) -> AceStep:
    """Load a diffusers folder or hub id, for example "ACE-Step/acestep-v15-xl-turbo-diffusers". Raises BackboneError.

    Only the transformer takes the number format of `runtime`: it does nearly all the work.
    """
    parts = load_pipeline(
        source,
        AceStepPipeline,
        dtype={"transformer": runtime.precision.dtype, "default": torch.float32},
    ).to(runtime.torch_device())
    return AceStep(parts, source.name, runtime.compiled)
