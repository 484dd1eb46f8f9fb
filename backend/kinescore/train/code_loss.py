"""Equation 3's cross-entropy of scores, of whose history part is hidden or in another key.

A line's code tells its pitch in every frame. Who does not hear the frame before, or another pitch, cannot know which
one is held; there only is asked whether a note begins, and which: for one that does not, any code by which none begins
is right. Were the pitch asked, guessing it would be most of the loss of hidden rows, which are there to teach when
notes begin.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from kinescore.backbones.pocket.model import FILLER
from kinescore.groovebox.codes.layout import SIZE
from kinescore.groovebox.codes.line_codes import LINES, is_begun

_GOES_ON = torch.from_numpy(~is_begun(np.arange(SIZE)))


def code_loss(logits: Tensor, labels: Tensor, pitch_is_lost: Tensor) -> Tensor:
    """Return the mean loss, a scalar.

    logits: [B, 8, T, SIZE]. labels: [B, 8, T], FILLER where nothing is asked. pitch_is_lost: [B, T] bool, where the
    column before the label is not heard, or in another key.
    """
    scores = logits.float().log_softmax(dim=-1)
    codes = labels.clamp(max=SIZE - 1)
    right = scores.gather(-1, codes[..., None])[..., 0]
    lines, goes_on = torch.tensor([*LINES], device=labels.device), _GOES_ON.to(labels.device)
    any_right = scores[:, lines][..., goes_on].logsumexp(dim=-1)
    is_any = pitch_is_lost[:, None] & goes_on[codes[:, lines]]
    right = right.index_copy(1, lines, torch.where(is_any, any_right, right[:, lines]))
    return -right[labels != FILLER].mean()
