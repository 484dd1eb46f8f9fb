"""What half precision changes in MusicGen's next codes, and what it saves: which format is to be the default.

    python -m benchmarks.decoder_precision --device cuda --size small

Random weights of the real size: the divergence is of a model whose choices are as open as they get, an upper bound.
"""

from __future__ import annotations

import argparse
import time

import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.musicgen_decoding import SIZES, TEXT, random_musicgen
from kinescore.backbones.base import Piece
from kinescore.backbones.musicgen.sampling import MusicgenSampling

FRAMES = 50


def main() -> None:
    """Print a row for each format; the first is fp32 without TF32, what the others are compared with."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--size", choices=SIZES, default="tiny")
    options = parser.parse_args()
    ways = [("fp32", "fp32", "highest"), ("bf16", "bf16", "highest"), ("fp16", "fp16", "highest")]
    if options.device.startswith("cuda"):
        ways.insert(1, ("fp32 + TF32", "fp32", "high"))
    reference: Tensor | None = None
    print(f"{options.size}, {options.device}, {FRAMES} frames with guidance")
    print(f"{'format':<12} {'KL from fp32, nats':>20} {'codes as fp32':>14} {'ms a step':>10}")
    for name, precision, products in ways:
        torch.set_float32_matmul_precision(products)
        logits, codes, took = _played(options.size, precision, options.device)
        if reference is None:
            reference, first = logits, codes
        divergence = functional.kl_div(logits, reference, log_target=True, reduction="none").sum(dim=-1).mean()
        print(f"{name:<12} {float(divergence):20.2e} {float((codes == first).float().mean()):13.1%} {took:10.2f}")


def _played(size: str, precision: str, device: str) -> tuple[Tensor, Tensor, float]:
    """Log-probabilities [K, V] of the first codes, the likeliest codes [K, T] of a piece, and milliseconds a step."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        backbone = random_musicgen(size, precision, device)
    prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)])
    logits: list[Tensor] = []
    plain = backbone._loop.next_logits

    def listened(*given: object) -> Tensor:
        found = plain(*given)
        if not logits:
            logits.append(found.detach().float().log_softmax(dim=-1).cpu())
        return found

    sampling = MusicgenSampling(top_k=1)
    backbone._loop.next_logits = listened
    backbone.codes([Piece(prompts, 0.1, 0)], sampling)
    backbone._loop.next_logits = plain
    begun = time.perf_counter()
    [codes] = backbone.codes([Piece(prompts, FRAMES / 50, 0)], sampling)
    codes = codes.cpu()
    return logits[0], codes, 1e3 * (time.perf_counter() - begun) / (FRAMES + 3)


if __name__ == "__main__":
    main()
