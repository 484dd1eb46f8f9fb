"""What ACE-Step hears of a song that it covers: the song's own audio tokens, five a second, as latents again.

They say what is played when, and leave out how it sounds. Not every folder holds the two networks that make them.
"""

from __future__ import annotations

import torch
from diffusers import AceStepPipeline
from diffusers.pipelines.ace_step.modeling_ace_step import AceStepAudioTokenDetokenizer, AceStepAudioTokenizer
from torch import Tensor, nn

from kinescore.backbones.diffusion import part_of

PATCHES_AT_ONCE = 150
"""Half a minute: a patch, which becomes one token, knows nothing of its neighbours."""


class Cover:
    """The two networks of one model; `cover_of` finds them. model: both, frozen with the rest."""

    def __init__(self, tokenizer: AceStepAudioTokenizer, detokenizer: AceStepAudioTokenDetokenizer) -> None:
        self.model = nn.ModuleDict({"tokenizer": tokenizer, "detokenizer": detokenizer})
        self._tokenizer, self._detokenizer = tokenizer, detokenizer

    @torch.no_grad()
    def heard(self, latents: Tensor, silence: Tensor) -> Tensor:
        """Return what is heard of a song's `latents` [C, T], as [C, T]; the last patch ends in `silence` [1, S, C]."""
        parts = latents.split(PATCHES_AT_ONCE * self._tokenizer.pool_window_size, dim=-1)
        return torch.cat([self._part(part, silence) for part in parts], dim=-1)

    def _part(self, latents: Tensor, silence: Tensor) -> Tensor:
        tokens, _ = self._tokenizer.tokenize(latents.mT[None], silence)
        return self._detokenizer(tokens)[0, : latents.shape[1]].mT


def cover_of(parts: AceStepPipeline) -> Cover | None:
    """Return what makes a model hear a song to cover; None where its folder lacks it. Raises BackboneError."""
    if parts.audio_tokenizer is None or parts.audio_token_detokenizer is None:
        return None
    return Cover(
        part_of(parts, "audio_tokenizer", AceStepAudioTokenizer),
        part_of(parts, "audio_token_detokenizer", AceStepAudioTokenDetokenizer),
    )
