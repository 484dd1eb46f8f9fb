"""Updates of a Pocket that is pretrained: what it is told, what it is asked, and the optimiser's memory.

It learns the clock first: to tell, in its lowest layer and at every column, the phase of the beat from a column's
place and the clock's word, without music. Music alone does not teach it that: a beat is a product of the two, of which
one without the other explains nothing, and its history tells it the beat sooner. Later this is a small part of the
loss.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn.utils import clip_grad_norm_
from torch.optim import AdamW

from kinescore.backbones.base import PromptEmbeddings
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.prompt_reader import PromptReader
from kinescore.backbones.pocket.clock import CLIP_FRAMES, CLIP_SECONDS, clock_features
from kinescore.backbones.pocket.model import FILLER, PocketModel, pocket_config
from kinescore.backbones.pocket.vocabulary import pocket_tokenizer
from kinescore.data.score_corpus import ScoreCorpus
from kinescore.errors import TrainingError
from kinescore.groovebox.codes.layout import FRAME_HZ, Codebook
from kinescore.pretrained.runtime import placed
from kinescore.pseudo_words.slot_tokenizer import SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.train.code_loss import code_loss
from kinescore.train.pretraining_batches import Batch, batch_at, clocks_at
from kinescore.train.pretraining_config import PretrainConfig

CLOCKS_A_CLIP, CLOCK_SHARE = 4, 0.25
_BETAS, _WEIGHT_DECAY, _CLIP_NORM = (0.9, 0.98), 0.01, 1.0
_MEMORY = ("step", "exp_avg", "exp_avg_sq")


class Pretrainer:
    """A model that learns, with the optimiser's memory. reads_beat: the phase of the beat from the lowest layer, a part
    of the training alone."""

    def __init__(self, config: PretrainConfig, device: torch.device, begin: PocketModel | None = None) -> None:
        """begin: whose weights it begins with; None is nobody's. Raises TrainingError for one of other sizes."""
        torch.manual_seed(config.seed)
        sizes = pocket_config(config.width, config.layers, config.heads, config.text_width)
        self.config, self.model = config, placed(PocketModel(sizes), device).train()
        if begin is None:
            _even_out(self.model)
        else:
            _copy(begin, self.model)
        self.reads_beat = placed(nn.Linear(config.width, 2), device)
        self._reader = PromptReader(self.model.parts())
        self._tokenizer = SlotTokenizer(pocket_tokenizer())
        self._pattern = DelayPattern(len(Codebook), 1, FILLER)
        self._learning = nn.ModuleDict({"model": self.model, "reads_beat": self.reads_beat})
        self._optimiser = AdamW(self._learning.parameters(), config.learning_rate, _BETAS, weight_decay=_WEIGHT_DECAY)

    def learn(self, corpus: ScoreCorpus, update: int) -> float:
        """Do one update; return its loss."""
        config, more = self.config, self._pattern.columns(0) - 1
        if update < config.clock_updates:
            clocks = clocks_at(update, corpus, CLOCKS_A_CLIP * config.batch, CLIP_FRAMES + more, config.seed)
            loss = self.clock_loss(clocks)
        else:
            loss = self.loss(batch_at(update, corpus, config.batch, more, config.seed))
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        clip_grad_norm_(self._learning.parameters(), _CLIP_NORM)
        for group in self._optimiser.param_groups:
            group["lr"] = config.learning_rate_at(update)
        self._optimiser.step()
        return float(loss.detach())

    def loss(self, batch: Batch) -> Tensor:
        """Return equation 3's cross-entropy (`code_loss`), a scalar, of a batch whose history is hidden where it says
        so, and in another key in some rows, and CLOCK_SHARE of how far the lowest layer is from telling the beat."""
        prompts = self._prompts(batch)
        codes = batch.codes.to(self.model.device)
        sequence, history = (
            self._pattern.spread(each, each.shape[2]) for each in (codes, batch.heard.to(codes.device))
        )
        # Given embeddings instead of codes, transformers' decoder takes every column for the first.
        hidden = batch.hidden.to(codes.device)
        heard = history[:, :, :-1].masked_fill(hidden[:, None], FILLER)
        made = self.model.decoder(
            heard.flatten(0, 1),
            encoder_hidden_states=prompts.embeddings,
            encoder_attention_mask=prompts.mask,
            use_cache=False,
            output_hidden_states=True,
        )
        logits = made.logits.unflatten(0, sequence.shape[:2])
        pitch_is_lost = hidden | batch.in_another_key.to(codes.device)[:, None]
        of_codes = code_loss(logits, sequence[:, :, 1:], pitch_is_lost)
        lowest = self.model.decoder.model.decoder.layer_norm(made.hidden_states[1])
        return of_codes + CLOCK_SHARE * self._beat_error(lowest, batch)

    def clock_loss(self, batch: Batch) -> Tensor:
        """Return how far the lowest layer is from telling the beat of `clocks_at`, a scalar; 0.5 is by chance."""
        prompts, decoder = self._prompts(batch), self.model.decoder.model.decoder
        silence = torch.full(batch.codes.shape, FILLER, device=self.model.device)
        every, decoder.layers = decoder.layers, decoder.layers[:1]
        try:
            lowest = decoder(
                silence.flatten(0, 1),
                encoder_hidden_states=prompts.embeddings,
                encoder_attention_mask=prompts.mask,
                use_cache=False,
            ).last_hidden_state
        finally:
            decoder.layers = every
        return self._beat_error(lowest, batch)

    def _prompts(self, batch: Batch) -> PromptEmbeddings:
        device = self.model.device
        words = self.model.clock(clock_features(batch.tempo_bpm, batch.phases).to(device))
        pairs = zip(batch.texts, batch.word_counts, strict=True)
        tokens = [self._tokenizer.encode(text, count, 0) for text, count in pairs]
        prompts = self._reader.embed(tokens, PseudoWords(words, words[:, :0]))
        return PromptEmbeddings(prompts.embeddings * batch.is_prompted.to(device)[:, None, None], prompts.mask)

    def _beat_error(self, lowest: Tensor, batch: Batch) -> Tensor:
        """The mean square of what is read beside cosine and sine of the beat's phase, over rows that tell a clock."""
        device = lowest.device
        times = torch.arange(lowest.shape[1]) / FRAME_HZ - CLIP_SECONDS / 2
        angles = 2.0 * math.pi * (batch.true_phases[:, None] + times * batch.true_bpm[:, None] / 60.0)
        beat = torch.stack([angles.cos(), angles.sin()], dim=-1).to(device)
        tells = ((torch.tensor(batch.word_counts) > 0) & batch.is_prompted).to(device, torch.float32)
        error = (self.reads_beat(lowest) - beat).square().mean(dim=(1, 2))
        return (error * tells).sum() / tells.sum().clamp_min(1.0)

    def tensors(self) -> dict[str, Tensor]:
        """Return the weights as `model.<name>` and AdamW's memory as `<which>.<name>`."""
        found = dict(self._learning.named_parameters())
        for name, parameter in self._learning.named_parameters():
            found |= {f"{which}.{name}": tensor for which, tensor in self._optimiser.state.get(parameter, {}).items()}
        return {name: tensor.detach().cpu().contiguous() for name, tensor in found.items()}

    def restore(self, tensors: Mapping[str, Tensor]) -> None:
        """Put `tensors` back."""
        with torch.no_grad():
            for name, parameter in self._learning.named_parameters():
                parameter.copy_(tensors[name])
        memory = {
            index: {which: tensors[f"{which}.{name}"] for which in _MEMORY}
            for index, (name, _) in enumerate(self._learning.named_parameters())
        }
        self._optimiser.load_state_dict({"state": memory, "param_groups": self._optimiser.state_dict()["param_groups"]})


def _copy(begin: PocketModel, model: PocketModel) -> None:
    try:
        model.load_state_dict(begin.state_dict())
    except RuntimeError as error:
        width, layers = begin.decoder.config.hidden_size, begin.decoder.config.num_hidden_layers
        raise TrainingError(
            f"The model to begin with has other sizes than the run: its decoder has width {width} and {layers} layers.",
            "Set width, layers, heads and text_width to the model's.",
        ) from error


@torch.no_grad()
def _even_out(model: PocketModel) -> None:
    """Let matrices keep the size of what they are given, codes count as much as places, and the clock's word as much as
    other words. transformers begins with 0.02 for all, which suits large models; a small one then learns nothing for a
    long time."""
    for module in model.decoder.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight)
    tables = model.decoder.model.decoder.embed_tokens
    for table in tables:
        table.weight.normal_(0.0, len(tables) ** -0.5)
    model.clock.weight.normal_(0.0, 0.43)  # the features' squares sum to 5.3
