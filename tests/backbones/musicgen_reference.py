"""What transformers' own `generate` makes, to compare with."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.pseudo_words.splice import batch_tokens

FRAME_RATE = 50


def pieces_of(backbone: Musicgen, texts: Sequence[str], seconds: float) -> list[Piece]:
    """One piece of one window for each text, seeds counting from 0."""
    tokens = [backbone.tokenizer.encode(text, 0, 0) for text in texts]
    prompts = backbone.embed(tokens)
    return [
        Piece(PromptEmbeddings(prompts.embeddings[row : row + 1], prompts.mask[row : row + 1]), seconds, row)
        for row in range(len(texts))
    ]


@torch.no_grad()
def transformers_codes(
    backbone: Musicgen,
    texts: Sequence[str],
    frames: int,
    guidance: float,
    known: Tensor | None = None,
    tune: Tensor | None = None,
) -> Tensor:
    """Return the greedy codes [B, K, frames] of `generate`, which continues `known` [B, K, O] where given; tune: chroma
    [B, T, 12] for melody models."""
    model = backbone.model
    tokens = batch_tokens([backbone.tokenizer.encode(text, 0, 0) for text in texts], pad_id=0)
    tokens = tokens.to(model.device)
    start = {} if known is None else {"decoder_input_ids": known.flatten(0, 1)}
    start |= {} if tune is None else {"input_features": tune}
    heard: list[Tensor] = []
    decode = model.audio_encoder.decode
    model.audio_encoder.decode = lambda codes, **rest: heard.append(codes[0]) or decode(codes, **rest)
    try:
        model.generate(
            input_ids=tokens.ids,
            attention_mask=tokens.mask.long(),
            do_sample=False,
            guidance_scale=guidance,
            max_new_tokens=frames - (0 if known is None else known.shape[2]) + 3,
            **start,
        )
    finally:
        del model.audio_encoder.decode
    return heard[0] if len(heard) == 1 else torch.stack(heard, dim=2).flatten(1, 2)
