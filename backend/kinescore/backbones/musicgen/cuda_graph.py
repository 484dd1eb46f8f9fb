"""A step on CUDA as one launch: recorded once, replayed from then on.

The step of a small MusicGen is several hundred kernels of a few microseconds each, less than their launches cost.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

WARM_UPS = 3


class GraphedStep:
    """`step` as a CUDA graph. Everything it reaches besides its inputs must stay where it is."""

    def __init__(self, step: Callable[..., Tensor], *inputs: Tensor) -> None:
        """Runs `step` on `inputs` several times: it must not matter how often."""
        self._inputs = [tensor.clone() for tensor in inputs]
        aside = torch.cuda.Stream()
        aside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(aside):
            for _ in range(WARM_UPS):
                step(*self._inputs)
        torch.cuda.current_stream().wait_stream(aside)
        self._graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self._graph):
            self._output = step(*self._inputs)

    def __call__(self, *inputs: Tensor) -> Tensor:
        """Return what `step` would; the tensor is overwritten by the next call."""
        for own, given in zip(self._inputs, inputs, strict=True):
            own.copy_(given)
        self._graph.replay()
        return self._output
