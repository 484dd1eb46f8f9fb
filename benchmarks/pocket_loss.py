"""Equation 3's loss as guidance changes it: how likely the music is that was to be learnt, when words are pressed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.pocket_clips import WINDOW_SECONDS, Clip
from benchmarks.pocket_encoders import song_codes
from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.backbones.pocket.model import FILLER
from kinescore.groovebox.codes.layout import FRAME_HZ, Codebook


def targets_of(clips: Sequence[Clip]) -> Tensor:
    """Return [B, 8, T] int64: the built-in engine's music for the first window of each clip, on the true beats."""
    songs = {clip.whole.name: song_codes(clip.whole, clip.code) for clip in clips}
    length = round(WINDOW_SECONDS * FRAME_HZ)
    firsts = [round(clip.start_seconds * FRAME_HZ) for clip in clips]
    cut = [songs[clip.whole.name][:, first : first + length] for clip, first in zip(clips, firsts, strict=True)]
    return torch.from_numpy(np.stack(cut))


@torch.no_grad()
def losses(pocket: Pocket, pieces: Sequence[Piece], targets: Tensor, guidance: float) -> list[float]:
    """Return the cross-entropy of each row of `targets` [B, 8, T], given its own past, over codebooks and frames.

    pieces: whose first windows are asked, with prompts of one length. guidance: logits are null + guidance * (prompted
    - null), as where music is drawn; 1 is the loss of training.
    """
    model, pattern = pocket.model, DelayPattern(len(Codebook), 1, FILLER)
    prompts = PromptEmbeddings(
        torch.cat([piece.prompts.embeddings[:1] for piece in pieces]),
        torch.cat([piece.prompts.mask[:1] for piece in pieces]),
    )
    read = PromptReader(model.parts()).for_decoder(prompts, with_null=True)
    sequence = pattern.spread(targets, targets.shape[2])
    logits = model.decoder(
        sequence[:, :, :-1].repeat(2, 1, 1).flatten(0, 1),
        encoder_hidden_states=read.states,
        encoder_attention_mask=read.mask,
        use_cache=False,
    ).logits.float()
    prompted, null = logits.chunk(2)
    guided = (null + guidance * (prompted - null)).transpose(1, 2)
    labels = sequence[:, :, 1:].flatten(0, 1)
    each = functional.cross_entropy(guided, labels, ignore_index=FILLER, reduction="none")
    rows, spoken = len(targets), labels != FILLER
    return (each.view(rows, -1).sum(dim=1) / spoken.view(rows, -1).sum(dim=1)).tolist()
