"""Pieces decoded side by side against one after another: throughput, latency, and whether each keeps its bytes.

    python -m benchmarks.batching                                              # tiny weights of the real architecture
    python -m benchmarks.batching --size small --seconds 1                     # the real size with random weights
    python -m benchmarks.batching --model facebook/musicgen-small --device cuda --precision bf16 --seconds 10

Whole pieces, from prompt to sound. Each batch runs once to warm up (and to prove its rows on this machine), then twice
in turn; the best counts. On the CPU it is processor time of one thread, since machines are shared; on CUDA the clock on
the wall. Latency is that of every piece of the batch: they are finished together.
"""

from __future__ import annotations

import argparse
import time
from functools import partial

import torch

from benchmarks.musicgen_decoding import SIZES, TEXT
from kinescore.backbones.base import Backbone, Piece
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.engines.model_choice import ModelChoice, load_backbone
from kinescore.pretrained.runtime import Precision
from tests.backbones.tiny_musicgen import tiny_musicgen
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

RUNS = 3


def main() -> None:
    """Print a row for each batch."""
    options = _options()
    if options.device == "cpu":
        torch.set_num_threads(1)
    backbone = _backbone(options)
    alone = b""
    best: dict[int, float] = {}
    for _ in range(RUNS):
        for batch in options.batches:
            took, sounds = _timed(backbone, batch, options)
            alone = alone or sounds[0]
            assert sounds[0] == alone, "a piece's bytes depend on its neighbours"
            best[batch] = min(best.get(batch, float("inf")), took)
    print(f"{options.model or options.size}, {options.precision}, {options.device}, pieces of {options.seconds:g} s")
    print(f"{'batch':>5} {'latency':>10} {'pieces a minute':>16} {'audio s a second':>17} {'against the first':>18}")
    first = best[options.batches[0]] / options.batches[0]
    for batch, took in best.items():
        each = took / batch
        print(f"{batch:5} {took:8.2f} s {60 / each:16.1f} {options.seconds / each:17.2f} {first / each:17.2f}x")


def _backbone(options: argparse.Namespace) -> Backbone:
    if options.model:
        choice = ModelChoice("musicgen", options.model, device=options.device, precision=options.precision)
        return load_backbone(choice)
    model = tiny_musicgen(**SIZES[options.size])
    model.decoder.to(Precision(options.precision).dtype)
    return Musicgen(model.to(options.device), tiny_t5_tokenizer())


def _timed(backbone: Backbone, batch: int, options: argparse.Namespace) -> tuple[float, list[bytes]]:
    clock = time.process_time if options.device == "cpu" else time.perf_counter
    windows = backbone.windows(options.seconds, backbone.default_sampling)
    prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)] * len(windows))
    make = partial(backbone.generate, [Piece(prompts, options.seconds, seed) for seed in range(batch)])
    start = clock()
    made = make(backbone.default_sampling)  # ends on the CPU: nothing is left to wait for
    return clock() - start, [audio.samples.tobytes() for audio in made]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--model", default="", help="a folder or hub id of a MusicGen, in place of random weights")
    parser.add_argument("--size", choices=SIZES, default="tiny", help="of the random weights")
    parser.add_argument("--precision", choices=[precision.value for precision in Precision], default="fp32")
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 4, 16])
    return parser.parse_args()


if __name__ == "__main__":
    main()
