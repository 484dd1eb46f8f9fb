"""The attention block of the paper's "Attn+Pos" projector, with the names of the released checkpoint."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

HEADS = 8
HEAD_WIDTH = 64
DROPOUT = 0.05


class CrossAttention(nn.Module):
    """Multi-head attention of `query` [..., L, D] over `context` [..., M, D]: 8 heads of 64, scale 64^-1/2.

    The paper attends over one token, where softmax is 1 and the block is W_out W_v context. The query and key weights
    then change nothing, but they are part of the released checkpoint, and computing them gives each parameter a
    gradient (zero), which data-parallel training expects.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.to_q = nn.Linear(width, HEADS * HEAD_WIDTH, bias=False)
        self.to_k = nn.Linear(width, HEADS * HEAD_WIDTH, bias=False)
        self.to_v = nn.Linear(width, HEADS * HEAD_WIDTH, bias=False)
        self.to_out = nn.Sequential(nn.Linear(HEADS * HEAD_WIDTH, width), nn.Dropout(DROPOUT))

    def forward(self, query: Tensor, context: Tensor) -> Tensor:
        """Return [..., L, D]."""
        q, k, v = (
            projected.unflatten(-1, (HEADS, HEAD_WIDTH)).transpose(-2, -3)
            for projected in (self.to_q(query), self.to_k(context), self.to_v(context))
        )
        attended = functional.scaled_dot_product_attention(q, k, v)
        return self.to_out(attended.transpose(-2, -3).flatten(-2))


class TwoStepAttention(nn.Module):
    """x1 = A1(x) + x; x2 = A2(query x1, context x) + x1; out = Linear(Dropout(x2)).

    x: [B, W, D], W words that know nothing of each other: each attends over itself alone, as in the paper.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attn1 = CrossAttention(width)
        self.attn2 = CrossAttention(width)
        self.net = nn.Sequential(nn.Dropout(DROPOUT), nn.Linear(width, width))

    def forward(self, x: Tensor) -> Tensor:
        """Return [B, W, D]."""
        x = x[..., None, :]
        x1 = self.attn1(x, x) + x
        x2 = self.attn2(x1, x) + x1
        return self.net(x2)[..., 0, :]
