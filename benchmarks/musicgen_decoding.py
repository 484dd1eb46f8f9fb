"""How fast MusicGen's own decoding loop is, beside `generate` of transformers, in one run on one machine.

    python -m benchmarks.musicgen_decoding                                   # CPU, one thread, a few steps
    python -m benchmarks.musicgen_decoding --device cuda --precision bf16 --steps 1500 --way compiled

The decoder has the real size and random weights: speed does not depend on what they say. Text encoder and codec are
tiny, so that both sides are all decoder. Guidance is on (two rows a piece), top-k 250, as released. Each side runs once
to warm up, then twice in turn; the best counts. On the CPU it is processor time of one thread, since machines are
shared; on CUDA the clock on the wall.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import torch

from kinescore.backbones.base import Piece
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.pretrained.runtime import Precision
from kinescore.pseudo_words.splice import batch_tokens
from tests.backbones.tiny_musicgen import tiny_musicgen
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

SIZES = {
    "tiny": {},
    "small": {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "ffn_dim": 4096},
    "medium": {"hidden_size": 1536, "num_hidden_layers": 48, "num_attention_heads": 24, "ffn_dim": 6144},
    "large": {"hidden_size": 2048, "num_hidden_layers": 48, "num_attention_heads": 32, "ffn_dim": 8192},
}
DELAY_STEPS = 3
FRAME_RATE = 50
TEXT = "a joyful piano music with rhythm and dance"


def main() -> None:
    """Print milliseconds per step, the speed against real time per piece, and the ratio, for each batch."""
    options = _options()
    torch.set_num_threads(1)
    backbone = random_musicgen(options.size, options.precision, options.device, options.way)
    print(f"{options.size}, {options.precision}, {options.device}, {options.steps} steps, {options.way}")
    print(f"{'batch':>5} {'generate':>14} {'own loop':>14} {'ratio':>6} {'real time, a piece / all':>25}")
    for batch in options.batches:
        works = [
            lambda batch=batch: _own_loop(backbone, batch, options.steps),
            lambda batch=batch: _generate(backbone, batch, options.steps),
        ]
        ours, *others = _best_times(options.device, *works[: 1 if options.own_loop_only else 2])
        theirs = others[0] if others else float("nan")
        speed = (options.steps - DELAY_STEPS) / FRAME_RATE / ours
        print(
            f"{batch:5} {1e3 * theirs / options.steps:8.2f} ms/st {1e3 * ours / options.steps:8.2f} ms/st"
            f" {theirs / ours:6.2f} {speed:12.2f} / {speed * batch:.2f}"
        )


def random_musicgen(size: str, precision: str, device: str, way: str = "") -> Musicgen:
    """Return a MusicGen of a size in SIZES with random weights. way: eager, captured, compiled; "": the default."""
    model = tiny_musicgen(**SIZES[size])
    model.decoder.to(Precision(precision).dtype)
    backbone = Musicgen(model.to(device), tiny_t5_tokenizer(), compiled=way == "compiled")
    if way == "eager":
        backbone._loop.is_replayed = False
    return backbone


def _own_loop(backbone: Musicgen, batch: int, steps: int) -> None:
    seconds = (steps - DELAY_STEPS) / FRAME_RATE
    prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)])
    backbone.codes([Piece(prompts, seconds, seed) for seed in range(batch)], MusicgenSampling())


def _generate(backbone: Musicgen, batch: int, steps: int) -> None:
    tokens = batch_tokens([backbone.tokenizer.encode(TEXT, 0, 0)] * batch, pad_id=0).to(backbone.model.device)
    settings = {"do_sample": True, "top_k": 250, "guidance_scale": 3.0, "max_new_tokens": steps}
    backbone.model.generate(input_ids=tokens.ids, attention_mask=tokens.mask.long(), **settings)


def _best_times(device: str, *works: Callable[[], None]) -> list[float]:
    """Return the best of two runs in seconds for each, after one to warm up, taking turns."""
    clock = time.process_time if device == "cpu" else time.perf_counter
    times: list[list[float]] = [[] for _ in works]
    for _ in range(3):
        for work, own in zip(works, times, strict=True):
            start = clock()
            work()
            if device.startswith("cuda"):
                torch.cuda.synchronize()
            own.append(clock() - start)
    return [min(own[1:]) for own in times]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--precision", choices=[precision.value for precision in Precision], default="fp32")
    parser.add_argument("--steps", type=int, default=40, help="decoding steps; 1503 are 30 s of music")
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 8])
    parser.add_argument(
        "--way",
        choices=("eager", "captured", "compiled"),
        default="eager",
        help="captured (CUDA): recorded once, one launch a step; compiled: by inductor, on CUDA also recorded",
    )
    parser.add_argument("--own-loop-only", action="store_true", help="without `generate` of transformers beside it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
