"""A piece of many windows on one machine: peak memory, how soon a cancel takes hold, and whether the seed repeats.

    python -m benchmarks.long_pieces --device cuda --precision bf16 --seconds 180

Random weights of the real size. Memory is what torch holds on a CUDA card; on the CPU it is not measured.
"""

from __future__ import annotations

import argparse
import time

import torch

from benchmarks.musicgen_decoding import SIZES, TEXT, random_musicgen
from kinescore.backbones.base import Piece
from kinescore.errors import Cancelled
from kinescore.pretrained.runtime import Precision

CANCELLED_STEP = 20


def main() -> None:
    """Print a line for each."""
    options = _options()
    backbone = random_musicgen(options.size, options.precision, options.device)
    sampling = backbone.default_sampling
    windows = backbone.windows(options.seconds, sampling)
    prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)] * len(windows))
    piece = Piece(prompts, options.seconds, 1)
    begun = time.perf_counter()
    [first] = backbone.codes([piece], sampling)
    took = time.perf_counter() - begun
    print(
        f"{options.seconds:g} s in {len(windows)} windows: {took:.2f} s, {options.seconds / took:.1f} times real time"
    )
    if options.device.startswith("cuda"):
        print(f"peak memory: {torch.cuda.max_memory_allocated() / 2**30:.2f} GiB")
    [second] = backbone.codes([piece], sampling)
    print(f"the seed repeats bit for bit: {torch.equal(first, second)}")
    asked = 0.0
    steps = 0

    def report(phase: str, fraction: float) -> None:
        nonlocal asked, steps
        steps += 1
        if steps == CANCELLED_STEP:
            asked = time.perf_counter()
            raise Cancelled

    try:
        backbone.codes([piece], sampling, report)
    except Cancelled:
        if options.device.startswith("cuda"):
            torch.cuda.synchronize()
        print(f"cancelled after {1e3 * (time.perf_counter() - asked):.1f} ms")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--size", choices=SIZES, default="tiny")
    parser.add_argument("--precision", choices=[precision.value for precision in Precision], default="fp32")
    parser.add_argument("--seconds", type=float, default=180.0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
