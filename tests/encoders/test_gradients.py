"""Everything but the encoders is frozen, and yet they learn through it: real T5 and CLIP text encoders, made tiny."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytest.importorskip("transformers")

import torch
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, T5Config, T5EncoderModel

from kinescore.encoders.config import EncoderConfig, Projector
from kinescore.encoders.encoders import Encoders, new_encoders
from kinescore.pretrained.weights import freeze, weights_digest
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.pseudo_words.slot_tokenizer import SlotTokenizer
from kinescore.pseudo_words.splice import PseudoWords, TokenBatch, batch_tokens, splice
from kinescore.pseudo_words.text_space import TextSpace
from tests.pseudo_words.tiny_tokenizers import tiny_clip_tokenizer, tiny_t5_tokenizer

TextEncoder = Callable[[TokenBatch, PseudoWords], Tensor]


def tiny_t5() -> tuple[nn.Module, SlotTokenizer, TextEncoder]:
    tokenizer = tiny_t5_tokenizer()
    torch.manual_seed(0)
    model = freeze(T5EncoderModel(T5Config(vocab_size=256, d_model=32, d_kv=8, d_ff=64, num_layers=2, num_heads=4)))

    def read(tokens: TokenBatch, words: PseudoWords) -> Tensor:
        spliced = splice(model.encoder.embed_tokens(tokens.ids), tokens.slots, words.rows)
        return model(inputs_embeds=spliced, attention_mask=tokens.mask).last_hidden_state

    return model, SlotTokenizer(tokenizer), read


def tiny_clip() -> tuple[nn.Module, SlotTokenizer, TextEncoder]:
    tokenizer = tiny_clip_tokenizer()
    torch.manual_seed(0)
    model = freeze(
        CLIPTextModel(
            CLIPTextConfig(
                vocab_size=len(tokenizer),
                hidden_size=32,
                intermediate_size=64,
                num_hidden_layers=2,
                num_attention_heads=4,
                initializer_range=0.5,
                eos_token_id=tokenizer.eos_token_id,
                bos_token_id=tokenizer.bos_token_id,
            )
        )
    )

    def read(tokens: TokenBatch, words: PseudoWords) -> Tensor:
        hook = model.get_input_embeddings().register_forward_hook(
            lambda _module, _inputs, output: splice(output, tokens.slots, words.rows)
        )
        try:
            return model(tokens.ids).last_hidden_state
        finally:
            hook.remove()

    return model, SlotTokenizer(tokenizer), read


TINY = {"t5": tiny_t5, "clip": tiny_clip}
BOTH = pytest.mark.parametrize("kind", ["t5", "clip"])
EACH = pytest.mark.parametrize("projector", list(Projector))


def tokens_for(tokenizer: SlotTokenizer, encoders: Encoders, peaks: Tensor) -> TokenBatch:
    rhythm_words = encoders(peaks[:1]).rhythm.shape[1]
    return batch_tokens([tokenizer.encode(TRAINING_PROMPT, rhythm_words, 1)] * len(peaks), pad_id=0)


@BOTH
@EACH
def test_gradients_reach_every_encoder_weight_and_nothing_else(kind: str, projector: Projector) -> None:
    model, tokenizer, read = TINY[kind]()
    encoders = new_encoders(EncoderConfig(TextSpace(kind, "tiny", 32), projector), 0).train()
    peaks = (torch.rand(2, 614) < 0.1).float()
    states = read(tokens_for(tokenizer, encoders, peaks), encoders(peaks, torch.eye(10)[:2]))
    (states * torch.randn_like(states)).sum().backward()
    assert all(parameter.grad is None for parameter in model.parameters())
    silent = {name for name, parameter in encoders.named_parameters() if not parameter.grad.any()}
    single_token = {f"rhythm.rembed.attn{i}.to_{which}.weight" for i in (1, 2) for which in "qk"}
    assert silent == (single_token if projector is Projector.ATTENTION else set())


@BOTH
def test_a_slot_that_holds_a_words_own_row_changes_nothing(kind: str) -> None:
    """Bit for bit what the text encoder gives for ordinary words: the splice adds nothing of its own."""
    model, tokenizer, read = TINY[kind]()
    plain = batch_tokens([tokenizer.encode("a dance music with piano", 0, 0)], pad_id=0)
    slotted = batch_tokens([tokenizer.encode("a @ music with *", 1, 1)], pad_id=0)
    rows = model.get_input_embeddings()(plain.ids)
    places = [slotted.slots[0].tolist().index(slot) for slot in (0, 1)]
    words = PseudoWords(rows[:, places[:1]], rows[:, places[1:]])
    nothing = PseudoWords(rows[:, :0], rows[:, :0])
    assert torch.equal(read(slotted, words), read(plain, nothing))


@BOTH
@EACH
def test_training_moves_the_encoders_and_not_one_bit_of_the_rest(kind: str, projector: Projector) -> None:
    """A few steps towards what other pseudo-words would have given."""
    model, tokenizer, read = TINY[kind]()
    before = weights_digest(model)
    encoders = new_encoders(EncoderConfig(TextSpace(kind, "tiny", 32), projector), 0)
    peaks = (torch.rand(4, 303, generator=torch.Generator().manual_seed(0)) < 0.1).float()
    tokens = tokens_for(tokenizer, encoders, peaks)
    words = encoders(peaks)
    elsewhere = PseudoWords(torch.randn_like(words.rhythm), torch.randn(4, 1, 32))
    target = read(tokens, elsewhere)
    optimiser = torch.optim.AdamW(encoders.parameters(), lr=1e-3)
    losses = []
    for _ in range(12):
        loss = (read(tokens, encoders(peaks, torch.eye(10)[:4])) - target).square().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < 0.8 * losses[0]
    assert weights_digest(model) == before


def test_freezing_stops_dropout_and_a_changed_bit_shows_in_the_digest() -> None:
    model = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.5), nn.BatchNorm1d(4)).to(torch.bfloat16)
    frozen = freeze(model)
    assert frozen is model
    assert not frozen.training
    assert not any(parameter.requires_grad for parameter in frozen.parameters())
    before = weights_digest(model)
    assert weights_digest(model) == before
    model[2].running_mean[1] += 2.0**-20
    assert weights_digest(model) != before
