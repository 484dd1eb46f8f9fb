"""The training loss is MusicGen's own, and learns pseudo-words through a frozen model."""

from __future__ import annotations

import pytest

pytest.importorskip("transformers")

import torch
from torch import Tensor

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.errors import PromptError
from kinescore.pretrained.weights import weights_digest
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.pseudo_words.slot_tokenizer import PromptTokens
from kinescore.pseudo_words.splice import PseudoWords, batch_tokens
from tests.backbones.tiny_musicgen import FILLER, KINDS, tiny_backbone

UNUSED = torch.Generator()


@pytest.fixture(scope="module", params=KINDS)
def backbone(request: pytest.FixtureRequest) -> Musicgen:
    return tiny_backbone(request.param)


def codes_for(backbone: Musicgen, batch: int, frames: int = 20) -> Tensor:
    codebooks = backbone.model.config.decoder.num_codebooks
    made = torch.randint(2048, (batch, codebooks, frames), generator=torch.Generator().manual_seed(0))
    return made.to(torch.int16)


def words_for(batch: int, seed: int = 0) -> PseudoWords:
    generator = torch.Generator().manual_seed(seed)
    rhythm, genre = torch.randn(batch, 3, 32, generator=generator), torch.randn(batch, 1, 32, generator=generator)
    return PseudoWords(rhythm.requires_grad_(), genre.requires_grad_())


def training_prompts(backbone: Musicgen, batch: int) -> list[PromptTokens]:
    return [backbone.tokenizer.encode(TRAINING_PROMPT, 3, 1)] * batch


def test_the_loss_is_transformers_own(backbone: Musicgen) -> None:
    """Against the whole model's forward pass, with the delay pattern written out place by place."""
    texts = ["a joyful piano music", "dance"] if "melody" not in backbone.text_space.variant else ["dance", "music"]
    tokens = [backbone.tokenizer.encode(text, 0, 0) for text in texts]
    codes = codes_for(backbone, 2)
    ours = backbone.loss(backbone.embed(tokens), codes, UNUSED)

    batch, codebooks, frames = codes.shape
    sequence = torch.full((batch, codebooks, frames + 4), FILLER)
    for codebook in range(codebooks):
        delay = codebook // (codebooks // 4)
        sequence[:, codebook, 1 + delay : 1 + delay + frames] = codes[:, codebook].long()
    padded = batch_tokens(tokens, pad_id=0)
    theirs = backbone.model(
        input_ids=padded.ids,
        attention_mask=padded.mask.long(),
        decoder_input_ids=sequence[:, :, :-1].reshape(batch * codebooks, -1),
        labels=sequence[:, :, 1:].transpose(1, 2).contiguous(),
    ).loss
    assert ours.dtype == torch.float32
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=0)


def test_gradients_reach_the_pseudo_words_and_nothing_else(backbone: Musicgen) -> None:
    words = words_for(2)
    prompts = backbone.embed(training_prompts(backbone, 2), words)
    backbone.loss(prompts, codes_for(backbone, 2), UNUSED).backward()
    for word in (words.rhythm, words.genre):
        assert word.grad.isfinite().all()
        assert (word.grad.abs().sum(dim=-1) > 1e-6).all(), "each single word of each clip"
    assert all(parameter.grad is None for parameter in backbone.model.parameters())


def test_the_gradient_is_the_slope(backbone: Musicgen) -> None:
    """Against the difference of two losses, a small step apart, along the steepest direction."""
    words, codes = words_for(1), codes_for(backbone, 1)
    tokens = training_prompts(backbone, 1)
    backbone.loss(backbone.embed(tokens, words), codes, UNUSED).backward()
    direction = words.rhythm.grad / words.rhythm.grad.norm()
    step = 0.05

    @torch.no_grad()
    def loss_at(amount: float) -> float:
        moved = PseudoWords(words.rhythm + amount * direction, words.genre)
        return backbone.loss(backbone.embed(tokens, moved), codes, UNUSED).item()

    slope = (loss_at(step) - loss_at(-step)) / (2 * step)
    assert words.rhythm.grad.norm().item() == pytest.approx(slope, rel=0.05)


def test_words_are_learnt_and_the_model_stays(backbone: Musicgen) -> None:
    before = weights_digest(backbone.model)
    words, tokens = words_for(2), training_prompts(backbone, 2)
    codes = codes_for(backbone, 2, frames=6)
    optimiser = torch.optim.AdamW([words.rhythm, words.genre], lr=0.1)
    losses = []
    for _ in range(25):
        loss = backbone.loss(backbone.embed(tokens, words), codes, UNUSED)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] - 0.1
    assert weights_digest(backbone.model) == before


def test_a_slot_with_a_words_own_row_is_that_word(backbone: Musicgen) -> None:
    row = backbone.word_row("dance")
    plain = backbone.embed([backbone.tokenizer.encode("a dance music with rhythm", 0, 0)])
    words = PseudoWords(backbone.word_row("rhythm")[None, None], row[None, None])
    slotted = backbone.embed([backbone.tokenizer.encode("a @ music with *", 1, 1)], words)
    assert torch.equal(plain.embeddings, slotted.embeddings)
    assert torch.equal(plain.mask, slotted.mask)


def test_a_word_of_several_pieces_gives_their_mean(backbone: Musicgen) -> None:
    pieces = [token for token in backbone.tokenizer.encode("xyz", 0, 0).ids if token != 1]
    assert len(pieces) > 1
    table = backbone.model.text_encoder.shared.weight
    torch.testing.assert_close(backbone.word_row("xyz"), table[pieces].mean(dim=0))


def test_half_precision_trains_words_in_full_precision() -> None:
    full, half = tiny_backbone(), tiny_backbone(dtype=torch.bfloat16)
    gradients = []
    for backbone in (full, half):
        words = words_for(2)
        backbone.loss(backbone.embed(training_prompts(backbone, 2), words), codes_for(backbone, 2), UNUSED).backward()
        assert words.rhythm.grad.dtype == torch.float32
        gradients.append(words.rhythm.grad.flatten())
    assert torch.cosine_similarity(*gradients, dim=0) > 0.98


def test_prompts_and_words_that_do_not_fit_are_refused() -> None:
    backbone = tiny_backbone()
    with pytest.raises(PromptError, match="2 prompts and pseudo-words for 3"):
        backbone.embed(training_prompts(backbone, 2), words_for(3))
    with pytest.raises(PromptError, match="slots for 4 pseudo-words; 0 are given"):
        backbone.embed(training_prompts(backbone, 2))
