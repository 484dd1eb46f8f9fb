"""Lessons in which movement and genre decide the music, for tiny models of the real architectures.

There are four kinds of rhythm (tempos; the first beat within 0.13 s, beats uneven, missed and added) and three genres,
each called by an ordinary word. MusicGen's music for a clip is what the frozen model itself plays to the training
prompt with those two words in the places of `*` and `@`; Riffusion first learns from words alone which picture belongs
to which, and is then frozen. So words that fit exist, and only the movement and the label tell which.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.riffusion.backbone import Riffusion
from kinescore.encoders.example import ExampleListener
from kinescore.pretrained.weights import freeze
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.sound.audio import Audio
from kinescore.train.clips import Clips
from tests.backbones.tiny_musicgen import FILLER, tiny_backbone
from tests.backbones.tiny_riffusion import tiny_pipeline

PERIODS = (17, 25, 37, 55)
RHYTHM_WORDS = ("piano", "joyful", "rhythm", "and")
GENRE_WORDS = ("dance", "the", "with")
FRAMES = 303
LATEST_START = 8
MUSICGEN_FRAMES = 8
RIFFUSION_LESSONS = 250
SONGS = 12
SONG_RATE = 48_000


def made_peaks(kinds: Tensor, generator: torch.Generator) -> Tensor:
    """Return peaks [N, FRAMES] of the tempos kinds [N]; one beat in ten is missed, one peak in fifty is stray."""
    rows = []
    for kind in kinds.tolist():
        period = PERIODS[kind]
        start = float(torch.rand((), generator=generator)) * LATEST_START
        beats = torch.arange(start, FRAMES, period)
        beats = beats[torch.rand(len(beats), generator=generator) > 0.1]
        uneven = (beats + torch.randint(-1, 2, beats.shape, generator=generator)).round().long().clamp(0, FRAMES - 1)
        peaks = (torch.rand(FRAMES, generator=generator) < 0.005).float()
        rows.append(peaks.index_fill(0, uneven, 1.0))
    return torch.stack(rows)


def kinds_of(count: int) -> Tensor:
    """Return [count, 2]: which rhythm and which genre; any 12 in a row are all combinations."""
    return torch.stack([torch.arange(count) % 4, torch.arange(count) // 4 % 3], dim=1)


def spoken(rhythm: int, genre: int) -> str:
    return TRAINING_PROMPT.replace("@", GENRE_WORDS[genre]).replace("*", RHYTHM_WORDS[rhythm])


def listening_musicgen() -> Musicgen:
    """The tiny MusicGen, made to know its own mind: what it plays depends strongly on its prompt."""
    backbone = tiny_backbone()
    with torch.no_grad():
        for head in backbone.model.decoder.lm_heads:
            head.weight.mul_(3.0)
        for layer in backbone.model.decoder.model.decoder.layers:
            layer.encoder_attn.out_proj.weight.mul_(3.0)
    return backbone


@torch.no_grad()
def played_codes(backbone: Musicgen, prompts: PromptEmbeddings, frames: int, generator: torch.Generator) -> Tensor:
    """Draw codes [N, 4, frames] from the model, column by column."""
    pattern = backbone._pattern
    sequence = torch.full((len(prompts.mask), 4, pattern.columns(frames)), FILLER)
    free = pattern.free_places(0, torch.full((len(sequence),), frames), sequence.shape[2])
    for column in range(1, sequence.shape[2]):
        logits = backbone.model.decoder(
            sequence[:, :, :column].flatten(0, 1),
            encoder_hidden_states=prompts.embeddings,
            encoder_attention_mask=prompts.mask,
            use_cache=False,
        ).logits[:, -1]
        drawn = torch.multinomial(logits.softmax(-1), 1, generator=generator).view(-1, 4)
        sequence[:, :, column] = torch.where(free[:, :, column], drawn, FILLER)
    return pattern.gather(sequence, frames).to(torch.int16)


def musicgen_clips(backbone: Musicgen, count: int, seed: int, dances: int = 1) -> Clips:
    """Return `count * dances` clips: each music comes with so many different dances to it."""
    generator = torch.Generator().manual_seed(seed)
    which = kinds_of(count)
    tokens = [backbone.tokenizer.encode(spoken(*kind), 0, 0) for kind in which.tolist()]
    codes = played_codes(backbone, backbone.embed(tokens), MUSICGEN_FRAMES, generator)
    which, codes = which.repeat(dances, 1), codes.repeat(dances, 1, 1)
    return Clips(made_peaks(which[:, 0], generator), torch.eye(10)[which[:, 1]], codes)


def pictures(which: Tensor, generator: torch.Generator) -> Tensor:
    """Return latents [N, 4, 2, 2] of one colour: the rhythm decides three channels, the genre one, under some noise."""
    of_rhythms = torch.tensor([[1.0, 1.0, 1.0], [1.0, -1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
    of_genres = torch.tensor([[-1.5], [0.0], [1.5]])
    colour = torch.cat([of_rhythms[which[:, 0]], of_genres[which[:, 1]]], dim=1)[..., None, None]
    return colour + 0.1 * torch.randn(len(which), 4, 2, 2, generator=generator)


def taught_riffusion() -> Riffusion:
    """The tiny Riffusion after it has learnt from words alone which picture belongs to which; then frozen as ever."""
    backbone = Riffusion(tiny_pipeline())
    with torch.no_grad():
        tokens = [backbone.tokenizer.encode(spoken(*kind), 0, 0) for kind in kinds_of(12).tolist()]
        prompts = backbone.embed(tokens)
    generator = torch.Generator().manual_seed(0)
    optimiser = torch.optim.AdamW(backbone.model["unet"].requires_grad_(True).parameters(), lr=8e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, RIFFUSION_LESSONS)
    for _ in range(RIFFUSION_LESSONS):
        chosen = torch.randint(12, (64,), generator=generator)
        heard = PromptEmbeddings(prompts.embeddings[chosen], prompts.mask[chosen])
        loss = backbone.loss(heard, pictures(kinds_of(12)[chosen], generator), generator)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    optimiser.zero_grad()
    freeze(backbone.model)
    return backbone


def made_song(genre: int, generator: np.random.Generator) -> Audio:
    """Return 2 s of a genre: low and steady, bright and pulsing, or hissing, each at its own pitch, pulse and noise."""
    time = np.arange(2 * SONG_RATE) / SONG_RATE
    pitch, pulse, hiss = generator.uniform(0.8, 1.25), generator.uniform(2.0, 8.0), generator.normal(size=len(time))
    low, bright = np.sin(2 * np.pi * 150 * pitch * time), np.sin(2 * np.pi * 2500 * pitch * time)
    sound = (low, bright * (np.sin(2 * np.pi * pulse * time) > 0.0), 0.3 * hiss)[genre] + 0.02 * hiss
    return Audio((0.4 * sound)[None].astype(np.float32), SONG_RATE)


def heard_genres(clips: Clips, listener: ExampleListener, seed: int) -> Clips:
    """Return `clips` with what `listener` hears in songs of their genres in place of the labels."""
    generator = np.random.default_rng(seed)
    pools = [
        torch.cat([listener.hear(made_song(genre, generator)) for _ in range(SONGS)])
        for genre in range(len(GENRE_WORDS))
    ]
    chosen = generator.integers(SONGS, size=len(clips))
    heard = [pools[genre][song] for genre, song in zip(clips.genres.argmax(dim=1).tolist(), chosen, strict=True)]
    return Clips(clips.peaks, torch.stack(heard), clips.targets)


def riffusion_clips(count: int, seed: int) -> Clips:
    """Return `count` clips, all combinations of rhythm and genre equally often."""
    generator = torch.Generator().manual_seed(seed)
    which = kinds_of(count)
    return Clips(made_peaks(which[:, 0], generator), torch.eye(10)[which[:, 1]], pictures(which, generator))
