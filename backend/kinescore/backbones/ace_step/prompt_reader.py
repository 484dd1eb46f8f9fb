"""Prompt -> what the transformer reads: Qwen3 over the form that ACE-Step was trained with, no singing, no example."""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence

import torch
from diffusers import AceStepPipeline
from diffusers.pipelines.ace_step.modeling_ace_step import AceStepConditionEncoder
from diffusers.pipelines.ace_step.pipeline_ace_step import DEFAULT_DIT_INSTRUCTION, SFT_GEN_PROMPT, TASK_INSTRUCTIONS
from torch import Tensor
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.diffusion import part_of
from kinescore.backbones.music_form import MusicForm
from kinescore.backbones.text_side import input_table, mean_row, require_words
from kinescore.pseudo_words.slot_tokenizer import PromptTokens, SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens, splice

MOST_TOKENS = 256
EXAMPLE_SECONDS = 30
METAS = "- bpm: {}\n- timesignature: {}\n- keyscale: {}\n- duration: {} seconds\n"
OPEN = "N/A"
LOWEST_BPM, HIGHEST_BPM = 30, 300
"""What the form was trained with."""
LYRICS = "# Languages\nen\n\n# Lyric\n[Instrumental]<|endoftext|>"


class AceStepReader:
    """The frozen text side of an ACE-Step. model: its Qwen3."""

    def __init__(self, parts: AceStepPipeline, covers: bool) -> None:
        """covers: whether the model hears a guide as the song that it covers."""
        self._covers = covers
        self._plain = copy.deepcopy(part_of(parts, "tokenizer", PreTrainedTokenizerBase))
        self._plain.model_max_length = MOST_TOKENS
        self.tokenizer = SlotTokenizer(self._plain, _around(METAS.format(OPEN, OPEN, OPEN, EXAMPLE_SECONDS)))
        self.model = part_of(parts, "text_encoder", PreTrainedModel)
        self._conditions = part_of(parts, "condition_encoder", AceStepConditionEncoder)
        self._table = input_table(self.model.get_input_embeddings())
        self._silence = self._conditions.silence_latent[:, : math.ceil(EXAMPLE_SECONDS * parts.latents_per_second)]

    def tokenizer_for(self, form: MusicForm) -> SlotTokenizer:
        """See `Backbone`."""
        bpm = min(max(form.bpm, LOWEST_BPM), HIGHEST_BPM)
        metas = METAS.format(bpm, form.beats_in_bar, form.key or OPEN, max(1, int(form.seconds)))
        task = TASK_INSTRUCTIONS["cover"] if form.guided and self._covers else DEFAULT_DIT_INSTRUCTION
        return self.tokenizer.within(*_around(metas, task))

    @property
    def width(self) -> int:
        """Width of an input embedding row."""
        return self._table.embedding_dim

    def mean_row(self, word: str) -> Tensor:
        """Return [width] float32, the mean input embedding of `word` as it stands inside a sentence."""
        ids = self._plain(f" {word}", add_special_tokens=False).input_ids
        return mean_row(self._table, ids)

    def embed(self, prompts: Sequence[PromptTokens], words: PseudoWords | None) -> PromptEmbeddings:
        """See `Backbone.embed`: lyrics, timbre and text in one row, the used places first."""
        require_words(prompts, words)
        count, device = len(prompts), self._table.weight.device
        tokens = batch_tokens(prompts, self._plain.pad_token_id).to(device)
        rows = self._table(tokens.ids)
        if words is not None:
            rows = splice(rows, tokens.slots, words.rows.to(device))
        lyrics = torch.tensor(self._plain(LYRICS).input_ids, device=device).expand(count, -1)
        # Qwen looks to the left only, so it needs no mask for padding on the right.
        states, used = self._conditions(
            text_hidden_states=self.model(inputs_embeds=rows).last_hidden_state,
            text_attention_mask=tokens.mask,
            lyric_hidden_states=self._table(lyrics),
            lyric_attention_mask=torch.ones_like(lyrics, dtype=torch.bool),
            refer_audio_acoustic_hidden_states_packed=self._silence.expand(count, -1, -1),
            refer_audio_order_mask=torch.arange(count, device=device),
        )
        return PromptEmbeddings(states, used)


def _around(metas: str, task: str = DEFAULT_DIT_INSTRUCTION) -> tuple[str, str]:
    """What stands before and after a prompt in the form, with `metas` filled in."""
    before, after = SFT_GEN_PROMPT.format(task, "\0", metas).split("\0")
    return before, after
