"""A piece's bytes do not depend on its neighbours, their number or its row: every backbone, 1, 4 and 16 together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import pytest

pytest.importorskip("diffusers")

import torch

from kinescore.backbones.ace_step.sampling import GUIDED, AceStepSampling
from kinescore.backbones.base import Backbone, Piece, Sampling
from kinescore.backbones.musicgen import composing
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.cached_decoder import CachedDecoder
from kinescore.backbones.musicgen.kv_cache import CacheShape
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.riffusion.sampling import RiffusionSampling
from kinescore.errors import Cancelled
from tests.backbones.tiny_ace_step import tiny_ace_step
from tests.backbones.tiny_musicgen import tiny_backbone, tiny_musicgen
from tests.backbones.tiny_riffusion import tiny_riffusion
from tests.pseudo_words.tiny_tokenizers import tiny_t5_tokenizer


@dataclass(frozen=True)
class Subject:
    """A tiny model, and settings with which a piece of 1.02 s has two windows or more."""

    make: Callable[[], Backbone]
    sampling: Sampling


WINDOWS = {"window_seconds": 1.0, "stride_seconds": 0.6}
SHORT = {"window_seconds": 0.32, "stride_seconds": 0.24}
SUBJECTS = {
    "musicgen": Subject(tiny_backbone, MusicgenSampling(**WINDOWS)),
    "musicgen stereo, unguided": Subject(lambda: tiny_backbone("stereo"), MusicgenSampling(guidance=1.0, **WINDOWS)),
    "musicgen melody": Subject(lambda: tiny_backbone("melody"), MusicgenSampling(**WINDOWS)),
    "musicgen bf16": Subject(lambda: tiny_backbone(dtype=torch.bfloat16), MusicgenSampling(**WINDOWS)),
    "riffusion": Subject(tiny_riffusion, RiffusionSampling(steps=2, phase_iterations=2, **SHORT)),
    "ace_step": Subject(tiny_ace_step, AceStepSampling(steps=2, **WINDOWS)),
    "ace_step guided": Subject(
        lambda: tiny_ace_step(is_turbo=False), AceStepSampling(GUIDED.guidance, steps=3, **WINDOWS)
    ),
}
TEXTS = ("a joyful piano music with rhythm and dance", "dance", "joyful piano", "piano " * 20)


@cache
def backbone_of(name: str) -> Backbone:
    return SUBJECTS[name].make()


def piece(name: str, seed: int, seconds: float, text: str = TEXTS[0]) -> Piece:
    backbone = backbone_of(name)
    windows = backbone.windows(seconds, SUBJECTS[name].sampling)
    return Piece(backbone.embed([backbone.tokenizer.encode(text, 0, 0)] * len(windows)), seconds, seed)


def sounds(name: str, pieces: Sequence[Piece]) -> list[bytes]:
    return [audio.samples.tobytes() for audio in backbone_of(name).generate(pieces, SUBJECTS[name].sampling)]


@pytest.mark.parametrize("name", SUBJECTS)
def test_bytes_do_not_depend_on_neighbours_number_or_row(name: str) -> None:
    """`ours` among three takes of itself, and among fifteen strangers of other lengths and prompts."""
    ours = piece(name, 7, 1.02)
    [alone] = sounds(name, [ours])
    takes = [piece(name, seed, 1.02) for seed in (1, 2, 3)]
    assert sounds(name, [takes[2], ours, takes[0], takes[1]])[1] == alone
    strangers = [piece(name, seed, (0.3, 1.02, 0.4)[seed % 3], TEXTS[seed % 4]) for seed in range(15)]
    together = sounds(name, [*strangers[:9], ours, *strangers[9:]])
    assert together[9] == alone
    assert together[13] == sounds(name, [strangers[12]])[0]
    assert len(set(together)) == 16


@pytest.mark.parametrize("threads", [1, 2])
def test_layers_of_the_real_width_too(threads: int) -> None:
    """Those of MusicGen small, where a library splits its work otherwise than in tiny ones."""
    model = tiny_musicgen(hidden_size=1024, num_hidden_layers=1, num_attention_heads=16, ffn_dim=4096)
    backbone = Musicgen(model, tiny_t5_tokenizer())
    prompts = backbone.embed([backbone.tokenizer.encode("dance", 0, 0)])
    pieces = [Piece(prompts, 0.2, seed) for seed in range(16)]
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        together = backbone.codes(pieces, MusicgenSampling())
        for at in (0, 15):
            assert torch.equal(backbone.codes(pieces[at : at + 1], MusicgenSampling())[0], together[at])
    finally:
        torch.set_num_threads(before)


@pytest.mark.skipif(not torch.backends.mkl.is_available(), reason="measured with Intel's library")
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_here_they_really_are_made_together(dtype: torch.dtype) -> None:
    backbone, rows = tiny_backbone(dtype=dtype), []
    plain = CachedDecoder.advance
    prompts = backbone.embed([backbone.tokenizer.encode("dance", 0, 0)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CachedDecoder, "advance", lambda *given: rows.append(len(given[1])) or plain(*given))
        backbone.codes([Piece(prompts, 1.0, seed) for seed in range(8)], MusicgenSampling())
    assert rows.count(16) >= 53
    assert rows.count(2) < 60, "beyond the proofs"


def test_where_rows_differ_by_their_number_pieces_are_made_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose multiplications depend on the number of rows; it is found out, and remembered."""
    backbone = tiny_backbone()
    plain, rows = CachedDecoder.advance, []

    def otherwise(self: CachedDecoder, hidden: torch.Tensor, *others: object) -> torch.Tensor:
        rows.append(len(hidden))
        return plain(self, hidden, *others) * (1.0 + 1e-6 * len(hidden))

    monkeypatch.setattr(CachedDecoder, "advance", otherwise)
    prompts = backbone.embed([backbone.tokenizer.encode("dance", 0, 0)])
    pieces = [Piece(prompts, 0.4, seed) for seed in range(3)]
    [alone] = backbone.codes(pieces[1:2], MusicgenSampling())
    for together in (True, False):
        rows.clear()
        assert torch.equal(backbone.codes(pieces, MusicgenSampling())[1], alone)
        assert (6 in rows) == together


def test_as_many_are_made_together_as_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    backbone, together = tiny_backbone(), []
    plain = composing.Composing._decoded
    monkeypatch.setattr(CacheShape, "most_rows", lambda *_: 5)
    monkeypatch.setattr(
        composing.Composing,
        "_decoded",
        lambda self, batch, report: together.append(len(batch)) or plain(self, batch, report),
    )
    prompts = backbone.embed([backbone.tokenizer.encode("dance", 0, 0)])
    backbone.codes([Piece(prompts, 0.1, seed) for seed in range(5)], MusicgenSampling())
    assert together == [2, 2, 1]


@pytest.mark.parametrize("name", ["musicgen", "riffusion", "ace_step"])
def test_progress_of_several_rises_to_the_end(name: str) -> None:
    heard: dict[str, list[float]] = {}
    pieces = [piece(name, 0, 0.3), piece(name, 1, 1.1), piece(name, 2, 1.1, TEXTS[1])]
    backbone_of(name).generate(
        pieces, SUBJECTS[name].sampling, lambda phase, at: heard.setdefault(phase, []).append(at)
    )
    steps = heard.get("composing") or heard["denoising"]
    assert steps == sorted(steps)
    assert 0.8 < steps[-1] < 1.0
    seen = []

    def stop(phase: str, fraction: float) -> None:
        seen.append(fraction)
        if len(seen) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        backbone_of(name).generate(pieces, SUBJECTS[name].sampling, stop)
