"""What trained pseudo-words carry: losses of held-out clips with their own and with others' movement and genre.

    python benchmarks/pseudo_word_margins.py

Tiny models of the real architectures, trained here for real; see tests/train/made_clips.py for what they learn.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch

from kinescore.backbones.base import Backbone
from kinescore.encoders.config import Projector
from kinescore.train.loop import TrainingData
from tests.encoders.tiny_clap import tiny_listener
from tests.train.made_clips import (
    heard_genres,
    listening_musicgen,
    musicgen_clips,
    riffusion_clips,
    taught_riffusion,
)
from tests.train.margins import trained_margins


def main() -> None:
    """Print one line per backbone and projector, and one for genre heard by a CLAP in example music."""
    torch.set_num_threads(1)
    musicgen, riffusion = listening_musicgen(), taught_riffusion()
    named = TrainingData(musicgen_clips(musicgen, 384, 1, dances=4), musicgen_clips(musicgen, 48, 2))
    ear = tiny_listener()
    heard = TrainingData(heard_genres(named.training, ear, 1), heard_genres(named.validation, ear, 2), ear.clap)
    print("held-out loss         untrained     own   other rhythm     other genre   seconds of training")
    for projector in Projector:
        print_margins("musicgen", musicgen, named, projector)
    print_margins("by example", musicgen, heard, Projector.MLP)
    for projector in Projector:
        print_margins("riffusion", riffusion, TrainingData(riffusion_clips(1536, 1), riffusion_clips(48, 2)), projector)


def print_margins(name: str, backbone: Backbone, data: TrainingData, projector: Projector) -> None:
    """Train, measure and print one line."""
    start = time.perf_counter()
    found = trained_margins(backbone, data, projector)
    print(
        f"{name:<10} {projector.value:<10} {found.untrained:9.3f} {found.own:7.3f} "
        f"{found.other_rhythm:7.3f} {found.other_rhythm - found.own:+.3f} "
        f"{found.other_genre:8.3f} {found.other_genre - found.own:+.3f} {time.perf_counter() - start:13.0f}"
    )


if __name__ == "__main__":
    main()
