"""The decoding loop draws what transformers' `generate` draws, whoever is made beside it."""

from __future__ import annotations

import math
import re

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from torch import Tensor
from torch._inductor.utils import run_and_get_code

from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.musicgen import decoding
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.decoding import DecodingLoop
from kinescore.backbones.musicgen.delay import DelayPattern
from kinescore.backbones.musicgen.sampling import MusicgenSampling, NoiseSource, choose
from kinescore.errors import BackboneError, Cancelled
from tests.backbones.musicgen_reference import FRAME_RATE, pieces_of, transformers_codes
from tests.backbones.tiny_musicgen import FILLER, KINDS, tiny_backbone, tiny_musicgen
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer

TEXTS = ("a joyful piano music with rhythm and dance", "dance")
FRAMES = 40


@pytest.fixture(scope="module", params=KINDS)
def backbone(request: pytest.FixtureRequest) -> Musicgen:
    return tiny_backbone(request.param)


@pytest.fixture(scope="module")
def mono() -> Musicgen:
    return tiny_backbone("mono")


def texts_for(backbone: Musicgen) -> tuple[str, ...]:
    """transformers' melody model attends to the padding of shorter prompts; there, one prompt at a time."""
    return TEXTS[:1] if "melody" in backbone.text_space.variant else TEXTS


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_greedy_codes_equal_transformers_bit_for_bit(backbone: Musicgen, guidance: float) -> None:
    texts = texts_for(backbone)
    theirs = transformers_codes(backbone, texts, FRAMES, guidance)
    pieces = pieces_of(backbone, texts, FRAMES / FRAME_RATE)
    ours = torch.stack(backbone.codes(pieces, MusicgenSampling(guidance, top_k=1)))
    assert torch.equal(ours, theirs)
    assert theirs.unique().numel() > FRAMES, "codes that hardly change would prove nothing"
    if len(texts) > 1:
        assert not torch.equal(theirs[0], theirs[1])


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_a_second_window_continues_as_transformers_does(backbone: Musicgen, guidance: float) -> None:
    """Windows of 30 frames, 20 apart: the second is `generate` given 10 frames to begin with."""
    texts = texts_for(backbone)
    sampling = MusicgenSampling(guidance, top_k=1, window_seconds=1.0, stride_seconds=0.7)
    length, stride, total = 50, 35, 80
    pieces = [
        Piece(_twice(piece), total / FRAME_RATE, piece.seed) for piece in pieces_of(backbone, texts, total / FRAME_RATE)
    ]
    ours = torch.stack(backbone.codes(pieces, sampling))
    first = transformers_codes(backbone, texts, length, guidance)
    second = transformers_codes(backbone, texts, total - stride, guidance, known=first[:, :, stride:])
    assert torch.equal(ours, torch.cat([first, second[:, :, length - stride :]], dim=2))


def _twice(piece: Piece) -> PromptEmbeddings:
    prompts = piece.prompts
    return PromptEmbeddings(prompts.embeddings.repeat(2, 1, 1), prompts.mask.repeat(2, 1))


def test_a_piece_does_not_know_what_is_made_beside_it(backbone: Musicgen) -> None:
    """Other prompts, lengths and seeds beside it; one piece ends windows before the other, one within a window."""
    sampling = MusicgenSampling(window_seconds=1.0, stride_seconds=0.6)
    seconds = (0.5, 2.1, 1.5)
    texts = (TEXTS[1], TEXTS[0], "joyful piano")
    pieces = []
    for text, length, seed in zip(texts, seconds, (7, 8, 7), strict=True):
        windows = backbone.windows(length, sampling)
        tokens = [backbone.tokenizer.encode(text, 0, 0)] * len(windows)
        pieces.append(Piece(backbone.embed(tokens), length, seed))
    together = backbone.codes(pieces, sampling)
    for piece, codes in zip(pieces, together, strict=True):
        assert torch.equal(backbone.codes([piece], sampling)[0], codes)
        assert codes.shape[1] == round(piece.seconds * FRAME_RATE)
        assert 0 <= codes.min() <= codes.max() < FILLER


def test_the_seed_decides(mono: Musicgen) -> None:
    [piece, _] = pieces_of(mono, TEXTS, 0.6)
    sampling = MusicgenSampling()
    first, again, other = (
        mono.codes([Piece(piece.prompts, 0.6, seed)], sampling)[0] for seed in (2**31 - 1, 2**31 - 1, 3)
    )
    assert torch.equal(first, again)
    assert (first != other).float().mean() > 0.9


def test_drawn_codes_follow_the_distribution() -> None:
    """Frequencies of 20,000 draws against softmax over the three likeliest, written out, with guidance and heat."""
    sampling = MusicgenSampling(guidance=2.0, top_k=3, temperature=1.7)
    rng = np.random.default_rng(0)
    prompted, null = rng.normal(size=(2, 6))
    guided = null + 2.0 * (prompted - null)
    kept = np.argsort(guided)[-3:]
    expected = np.zeros(6)
    expected[kept] = np.exp(guided[kept] / 1.7) / np.exp(guided[kept] / 1.7).sum()
    draws = 20_000
    noise = NoiseSource([5], (draws, 3), torch.device("cpu")).draw()
    logits = torch.tensor(np.stack([prompted, null]))[:, None].expand(2, draws, 6)
    drawn = choose(logits, noise, sampling)[0].numpy()
    frequency = np.bincount(drawn, minlength=6) / draws
    np.testing.assert_allclose(frequency, expected, atol=4 * np.sqrt(0.25 / draws))
    assert not frequency[expected == 0].any()


@pytest.mark.parametrize("step", [0, 1, 17])
def test_it_stops_at_the_step_that_is_told_to(mono: Musicgen, step: int) -> None:
    heard: list[float] = []

    def report(phase: str, fraction: float) -> None:
        heard.append(fraction)
        if len(heard) == step + 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        mono.generate(pieces_of(mono, TEXTS, 1.0), MusicgenSampling(), report)
    assert len(heard) == step + 1


def test_every_step_is_reported(mono: Musicgen) -> None:
    """Frames, plus three for the delays, in each window; fractions rise from 0 to just below 1."""
    heard: dict[str, list[float]] = {}
    sampling = MusicgenSampling(window_seconds=1.0, stride_seconds=0.6)
    tokens = [mono.tokenizer.encode("dance", 0, 0)] * 2
    mono.generate(
        [Piece(mono.embed(tokens), 1.5, 0)], sampling, lambda phase, at: heard.setdefault(phase, []).append(at)
    )
    steps = heard["composing"]
    assert len(steps) == (50 + 3) + (25 + 3)
    assert steps[0] == 0.0
    assert np.all(np.diff(steps) > 0)
    assert 0.95 < steps[-1] < 1.0
    assert heard["decoding"] == [0.0]


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_starts_the_same(mono: Musicgen, dtype: torch.dtype) -> None:
    """The likeliest first codes agree, since they lead clearly; later ones may drift apart."""
    half = tiny_backbone("mono", dtype=dtype)
    assert half.model.decoder.dtype == dtype
    assert half.model.text_encoder.dtype == half.model.audio_encoder.dtype == torch.float32
    first = [
        torch.stack(backbone.codes(pieces_of(backbone, TEXTS, 0.1), MusicgenSampling(top_k=1)))[:, 0, 0]
        for backbone in (mono, half)
    ]
    assert torch.equal(*first)
    [audio] = half.generate(pieces_of(half, TEXTS[:1], 0.4), MusicgenSampling())
    assert audio.samples.dtype == np.float32
    assert np.isfinite(audio.samples).all()
    assert audio.samples.std() > 0


@pytest.mark.slow
def test_the_compiled_step_draws_the_same_codes() -> None:
    plain, compiled = tiny_backbone("mono"), tiny_backbone("mono", compiled=True)
    sampling = MusicgenSampling()
    codes = [b.codes(pieces_of(b, TEXTS, 0.6), sampling) for b in (plain, compiled)]
    assert all(torch.equal(ours, theirs) for ours, theirs in zip(*codes, strict=True))


@pytest.mark.slow
def test_the_compiled_step_has_no_buffer_as_large_as_a_cache() -> None:
    """Inductor once copied the whole cache for each layer and step. Read off the code that it writes."""
    backbone = tiny_backbone("mono", compiled=True)
    cache = backbone._loop.decoder.new_cache(2, 1500, 6)
    codes, place = torch.zeros(1, 4, dtype=torch.int64), torch.tensor([3])
    _, written = run_and_get_code(lambda: backbone._loop.next_logits(codes, place, cache.places, cache))
    shapes = re.findall(r"empty_strided_\w+\(\(([^)]*)\)", "".join(written))
    assert len(shapes) > 5
    largest = max(math.prod(int(size) for size in shape.split(",") if size.strip()) for shape in shapes)
    assert largest < cache.layers[0].own_keys.numel() / 2


class _Replay:
    """As `GraphedStep` is used, where there is no CUDA: the step itself, on inputs that keep their place."""

    made = 0

    def __init__(self, step: object, *inputs: Tensor) -> None:
        type(self).made += 1
        self._step, self._inputs = step, [tensor.clone() for tensor in inputs]
        self._output = step(*self._inputs)

    def __call__(self, *inputs: Tensor) -> Tensor:
        for own, given in zip(self._inputs, inputs, strict=True):
            own.copy_(given)
        self._output.copy_(self._step(*self._inputs))
        return self._output


def test_a_recorded_step_is_recorded_once_and_draws_the_same_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but CUDA's own part: one record for both windows, inputs and output in place, attention over all places."""
    backbone, sampling = tiny_backbone("mono"), MusicgenSampling(window_seconds=1.0, stride_seconds=0.7)
    pieces = [Piece(_twice(piece), 1.6, piece.seed) for piece in pieces_of(backbone, TEXTS[:1], 1.6)]
    plain = backbone.codes(pieces, sampling)
    monkeypatch.setattr(decoding, "GraphedStep", _Replay)
    monkeypatch.setattr(backbone._loop, "is_replayed", True)
    assert torch.equal(torch.stack(backbone.codes(pieces, sampling)), torch.stack(plain))
    assert _Replay.made == 1
    assert not DecodingLoop(backbone._loop.decoder, backbone._loop.pattern, False).is_replayed


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
@pytest.mark.parametrize("compiled", [False, True])
def test_cuda_draws_the_codes_that_transformers_draws_there(compiled: bool) -> None:
    """Compiled, the step is also recorded and replayed as a CUDA graph; over two windows, which share the record."""
    sampling = MusicgenSampling(top_k=1, window_seconds=1.0, stride_seconds=0.7)
    backbone = Musicgen(tiny_musicgen().to("cuda"), tiny_t5_tokenizer(), compiled=compiled)
    pieces = [Piece(_twice(piece), 1.6, piece.seed) for piece in pieces_of(backbone, TEXTS, 1.6)]
    first = transformers_codes(backbone, TEXTS, 50, 3.0)
    second = transformers_codes(backbone, TEXTS, 45, 3.0, known=first[:, :, 35:])
    assert torch.equal(torch.stack(backbone.codes(pieces, sampling)), torch.cat([first, second[:, :, 15:]], dim=2))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("guidance", -1.0), ("guidance", float("nan")), ("top_k", 0), ("temperature", 0.0)),
        *(("window_seconds", 31.0), ("window_seconds", 0.5), ("stride_seconds", 0.0), ("stride_seconds", 30.1)),
    ],
)
def test_impossible_sampling_is_refused_by_name(field: str, value: float) -> None:
    with pytest.raises(BackboneError, match=field.split("_seconds")[0]):
        MusicgenSampling(**{field: value})


def spread_by_hand(codes: Tensor) -> Tensor:
    """Left and right of a pair share a delay."""
    rows, frames = codes.shape
    sequence = torch.full((rows, frames + 4), FILLER)
    for row in range(rows):
        for frame in range(frames):
            sequence[row, 1 + row // (rows // 4) + frame] = codes[row, frame]
    return sequence


@pytest.mark.parametrize("kind", ["mono", "stereo"])
def test_the_delay_pattern(kind: str) -> None:
    channels = 1 if kind == "mono" else 2
    pattern = DelayPattern(4 * channels, channels, FILLER)
    codes = torch.arange(4 * channels * 5).reshape(1, 4 * channels, 5)
    sequence = pattern.spread(codes, 5)
    assert torch.equal(sequence[0], spread_by_hand(codes[0]))
    assert torch.equal(pattern.gather(sequence, 5), codes)
    free = pattern.free_places(2, torch.tensor([5]), sequence.shape[2])
    unknown = spread_by_hand(codes[0].clone())
    assert torch.equal(free[0], (unknown != FILLER) & (unknown % 5 >= 2))
