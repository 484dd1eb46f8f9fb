"""What the text sides of all backbones have in common: the table of input embeddings, and prompts with their words."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from kinescore.errors import BackboneError, PromptError
from kinescore.pseudo_words.slot_tokenizer import PromptTokens
from kinescore.pseudo_words.splice import PseudoWords


def input_table(module: nn.Module) -> nn.Embedding:
    """Return `module`, the table of input embeddings [V, D] of a text encoder. Raises BackboneError for another."""
    if not isinstance(module, nn.Embedding):
        raise BackboneError(f"The text encoder looks tokens up in a {type(module).__name__}, not in an Embedding.")
    return module


def mean_row(table: nn.Embedding, ids: Sequence[int]) -> Tensor:
    """Return [D] float32, the mean of the rows `ids` of `table`."""
    return table.weight[torch.tensor(ids, device=table.weight.device)].float().mean(dim=0)


def require_words(prompts: Sequence[PromptTokens], words: PseudoWords | None) -> None:
    """Raise PromptError unless `words` has one row per prompt and fills every slot in it."""
    rows, places = (len(prompts), 0) if words is None else words.rows.shape[:2]
    if rows != len(prompts):
        raise PromptError(f"There are {len(prompts)} prompts and pseudo-words for {rows}.")
    wanted = max(slot for prompt in prompts for slot in prompt.slots) + 1
    if wanted > places:
        raise PromptError(f"A prompt has slots for {wanted} pseudo-words; {places} are given.")
