"""Overlapped windows over one canvas: each pulls towards music of its own, and the joins are smooth.

In place of a network stands the exact denoiser of a world that holds one picture only; scheduler, canvas, blending and
sound are the real ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("diffusers")

import torch
from diffusers import DDIMScheduler
from torch import Tensor

from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.diffusion import Canvas, canvas_for, denoise
from kinescore.backbones.riffusion.griffin_lim import sound_of
from kinescore.backbones.riffusion.sampling import RiffusionSampling, Solver
from kinescore.backbones.riffusion.spectrogram import linear_magnitudes, mel_of
from kinescore.progress import silent

COLUMNS_PER_SECOND = 100.0
RESIDUE = 0.06
"""DDIM ends at the schedule's first level, not at none: noise of 0.01 stays."""
BANDS = 512
SAMPLING = RiffusionSampling(steps=10, window_seconds=0.64, stride_seconds=0.4, solver=Solver.DDIM)


def pieces_of(*pieces: tuple[float, int], sampling: RiffusionSampling = SAMPLING) -> list[Piece]:
    counts = [len(sampling.windows(seconds, COLUMNS_PER_SECOND)) for seconds, _ in pieces]
    return [
        Piece(PromptEmbeddings(torch.zeros(count, 1, 1), torch.ones(count, 1, dtype=torch.bool)), seconds, seed)
        for count, (seconds, seed) in zip(counts, pieces, strict=True)
    ]


def tone(band: int, loudness: float) -> Tensor:
    """[BANDS, 1]: the picture of a steady tone, low bands at the bottom."""
    picture = torch.ones(BANDS, 1)
    picture[BANDS - 1 - band] = 1.0 - loudness**0.25
    return picture


def drawn(canvas: Canvas, wishes: Sequence[Tensor]) -> Tensor:
    """Denoise `canvas` in a world where window i can only be `wishes[i]` [BANDS, 1]."""
    scheduler = SAMPLING.scheduler(dict(DDIMScheduler(beta_schedule="scaled_linear").config))

    def exact(noisy: Tensor, windows: Sequence[int], time: Tensor) -> Tensor:
        kept = scheduler.alphas_cumprod[int(time)]
        wanted = torch.stack([wishes[index] for index in windows])
        return (noisy - kept.sqrt() * wanted) / (1 - kept).sqrt()

    batches = [[index] for index in range(len(canvas.windows))]
    return denoise(scheduler, canvas, batches, exact, torch.device("cpu"), silent)


def test_every_window_gets_its_wish_where_it_is_alone() -> None:
    canvas = canvas_for(pieces_of((1.44, 0)), SAMPLING, COLUMNS_PER_SECOND, (BANDS,))
    picture = drawn(canvas, [tone(60, 1.0), tone(90, 0.5), tone(150, 0.8)])
    assert torch.allclose(picture[:, :40], tone(60, 1.0), atol=RESIDUE)
    assert torch.allclose(picture[:, 64:80], tone(90, 0.5), atol=RESIDUE)
    assert torch.allclose(picture[:, 104:], tone(150, 0.8), atol=RESIDUE)


def sound(picture: Tensor) -> NDArray[np.float32]:
    return sound_of(linear_magnitudes(mel_of(picture)), picture.shape[1] * 441, seed=0, iterations=16).numpy()


def energy_jumps(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """dB from each 20 ms to the next."""
    energy = np.mean(samples[: len(samples) // 882 * 882].reshape(-1, 882).astype(np.float64) ** 2, axis=1)
    return np.abs(np.diff(10 * np.log10(energy + 1e-12)))


def test_energy_is_continuous_where_pieces_put_end_to_end_jump() -> None:
    """Two windows, 18 dB apart: together 20 ms and the next differ by 1.8 dB at most; end to end, by 18.7."""
    wishes = [tone(100, 1.0), tone(100, 0.125)]
    together = sound(drawn(canvas_for(pieces_of((1.04, 0)), SAMPLING, COLUMNS_PER_SECOND, (BANDS,)), wishes))
    alone = [
        sound(drawn(canvas_for(pieces_of((0.52, 0)), SAMPLING, COLUMNS_PER_SECOND, (BANDS,)), [wish]))
        for wish in wishes
    ]
    inner = slice(3, -3)
    assert energy_jumps(together)[inner].max() < 3.0
    assert energy_jumps(np.concatenate(alone))[inner].max() > 12.0


def test_pieces_side_by_side_do_not_touch_and_a_longer_one_starts_with_the_same_noise() -> None:
    both = canvas_for(pieces_of((0.5, 7), (1.44, 7)), SAMPLING, COLUMNS_PER_SECOND, (BANDS,))
    short, long = (both.noise[..., place.columns] for place in both.pieces)
    assert torch.equal(short, long[..., :50])
    assert [len(both.noise[0, span.columns]) for span in both.windows] == [50, 64, 64, 64]
    wishes = [tone(60, 1.0), tone(90, 0.5), tone(90, 0.5), tone(90, 0.5)]
    picture = drawn(both, wishes)
    assert torch.allclose(picture[:, :50], wishes[0], atol=RESIDUE)
    assert torch.allclose(picture[:, 50:], wishes[1], atol=RESIDUE)


def test_prompts_of_different_lengths_are_padded_and_masked() -> None:
    short, long = pieces_of((0.5, 0), (0.5, 0))
    longer = PromptEmbeddings(torch.ones(1, 3, 1), torch.ones(1, 3, dtype=torch.bool))
    canvas = canvas_for([short, Piece(longer, 0.5, 0)], SAMPLING, COLUMNS_PER_SECOND, (BANDS,))
    assert canvas.prompts.shape == (2, 3, 1)
    assert canvas.mask.tolist() == [[True, False, False], [True, True, True]]
    assert long.seconds == 0.5
