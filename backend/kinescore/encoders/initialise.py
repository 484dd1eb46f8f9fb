"""Where training starts: near real words."""

from __future__ import annotations

import torch
from torch import Tensor

from kinescore.encoders.encoders import Encoders, GenreEncoder
from kinescore.encoders.projectors import RhythmEncoder
from kinescore.errors import EncoderError

RESIDUAL = 0.1
PROBES = 64


def start_near_words(encoders: Encoders, rhythm_row: Tensor, genre_row: Tensor, seed: int) -> None:
    """Make the encoders' first outputs a real word's row plus a small residual that depends on the input.

    rhythm_row, genre_row: [D] rows of the text encoder's own embedding table, for words such as "rhythm" and "dance".
    The scale of rows differs fifty-fold between text encoders (CLIP about 0.02, T5 about 1), and one far from it drowns
    the prompt or vanishes. Changes the last layers in place; the residual's standard deviation over random inputs
    becomes RESIDUAL times that of the row's entries. Raises EncoderError for rows of another width.
    """
    config = encoders.config
    generator = torch.Generator().manual_seed(seed)
    peaks = (torch.rand(PROBES, config.frames, generator=generator) < 0.1).float()
    genres = torch.rand(PROBES, config.genre_width, generator=generator)
    for part, inputs, row in ((encoders.rhythm, peaks, rhythm_row), (encoders.genre, genres, genre_row)):
        if row.shape != (config.text_space.width,):
            raise EncoderError(f"A word's row has shape {tuple(row.shape)}, not [{config.text_space.width}].")
        _start_near(part, inputs, row)


@torch.no_grad()
def _start_near(part: RhythmEncoder | GenreEncoder, inputs: Tensor, row: Tensor) -> None:
    last = part.last_layer
    last.bias.zero_()
    was_training = part.training
    residual = part.eval()(inputs.to(last.weight.device))
    part.train(was_training)
    last.weight.mul_(RESIDUAL * row.float().std().to(last.weight.device) / residual.std())
    last.bias.copy_(row)
