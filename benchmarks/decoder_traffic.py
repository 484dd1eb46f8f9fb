"""What a step of MusicGen's decoder writes into memory: nothing of the size of its cache, if all is well.

    python -m benchmarks.decoder_traffic --device cuda --size small --precision bf16

Counted are the results of all operations that are no views of what was there, and what is written in place, over the
steps of a piece without those before it; the weights are read once a step. Also the memory before and after the piece.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from benchmarks.musicgen_decoding import FRAME_RATE, SIZES, TEXT, random_musicgen
from kinescore.backbones.base import Piece
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.pretrained.runtime import Precision

STEPS = 20
MEGABYTE = 1e6


class Written(TorchDispatchMode):
    """Counts bytes that operations write. all, largest: of all of them, and of the largest one by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.all = self.largest = 0

    def __torch_dispatch__(
        self,
        func: Callable[..., object],
        types: Sequence[type],
        args: Sequence[object] = (),
        kwargs: Mapping[str, object] | None = None,
    ) -> object:
        """Run one operation and count what it writes."""
        name = getattr(func, "__name__", "")
        result = func(*args, **(kwargs or {}))
        given = [leaf for leaf in tree_leaves((args, kwargs)) if isinstance(leaf, Tensor)]
        known = {tensor.untyped_storage().data_ptr() for tensor in given}
        for made in (leaf for leaf in tree_leaves(result) if isinstance(leaf, Tensor)):
            if made.untyped_storage().data_ptr() not in known:
                self._count(made)
            elif name.startswith("index_copy_"):
                self._count(given[-1])  # the source; the rest of the buffer stays
            elif name.partition(".")[0].endswith("_"):
                self._count(made)
        return result

    def _count(self, tensor: Tensor) -> None:
        self.all += tensor.nbytes
        self.largest = max(self.largest, tensor.nbytes)


def main() -> None:
    """Print one line."""
    options = _options()
    torch.set_num_threads(1)
    backbone = random_musicgen(options.size, options.precision, options.device, "eager")
    before = _memory(options.device)
    more, less = (_written(backbone, steps) for steps in (3 * STEPS, 2 * STEPS))
    weights = sum(parameter.nbytes for parameter in backbone.model.decoder.parameters())
    config = backbone.model.decoder.config
    cache = 2 * config.hidden_size * 2 * FRAME_RATE * 30 * backbone.model.decoder.dtype.itemsize
    print(f"{options.size}, {options.precision}, {options.device}: a step reads {weights / MEGABYTE:.1f} MB of weights")
    each = (more.all - less.all) / STEPS
    print(f"written a step: {each / MEGABYTE:.2f} MB, at most {less.largest / MEGABYTE:.2f} MB at once")
    print(f"one layer's cache of 30 s, two rows: {cache / MEGABYTE:.1f} MB")
    print(f"memory in use before and after: {before / MEGABYTE:.0f} and {_memory(options.device) / MEGABYTE:.0f} MB")


def _written(backbone: Musicgen, steps: int) -> Written:
    prompts = backbone.embed([backbone.tokenizer.encode(TEXT, 0, 0)])
    with Written() as counted:
        backbone.codes([Piece(prompts, steps / FRAME_RATE, 0)], MusicgenSampling())
    return counted


def _memory(device: str) -> int:
    if device.startswith("cuda"):
        return torch.cuda.memory_allocated()
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * 4096


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--size", choices=SIZES, default="tiny")
    parser.add_argument("--precision", choices=[precision.value for precision in Precision], default="fp32")
    return parser.parse_args()


if __name__ == "__main__":
    main()
