"""Pieces of any length: windows, their own prompts, exact length, bounded memory."""

from __future__ import annotations

import pytest

pytest.importorskip("transformers")

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.musicgen.windows import frame_windows
from kinescore.errors import BackboneError, Cancelled
from tests.backbones.live_memory import LiveMemory
from tests.backbones.tiny_musicgen import tiny_backbone

SHORT = MusicgenSampling(window_seconds=1.0, stride_seconds=0.6)


@pytest.fixture(scope="module")
def mono() -> Musicgen:
    return tiny_backbone()


def prompts_of(backbone: Musicgen, texts: list[str]) -> PromptEmbeddings:
    return backbone.embed([backbone.tokenizer.encode(text, 0, 0) for text in texts])


@given(
    seconds=st.floats(0.02, 600.0),
    window=st.floats(1.0, 30.0),
    share=st.floats(0.05, 1.0),
)
@settings(max_examples=200, deadline=None)
def test_windows_hold_every_frame_once(seconds: float, window: float, share: float) -> None:
    sampling = MusicgenSampling(window_seconds=window, stride_seconds=max(0.1, window * share))
    windows = frame_windows(seconds, sampling, 50.0)
    made = 0
    for number, part in enumerate(windows):
        assert part.start + part.known == made, "each window goes on where the one before stopped"
        assert part.known < part.length <= round(window * 50)
        assert number == len(windows) - 1 or part.length == round(window * 50)
        made = part.start + part.length
    assert made - 1 < seconds * 50 + 1e-5
    assert made >= seconds * 50 - 1e-5


def test_three_minutes_at_the_released_settings() -> None:
    windows = tiny_backbone().windows(180.0, MusicgenSampling())
    assert [window.start_seconds for window in windows] == [18.0 * index for index in range(10)]
    assert [window.seconds for window in windows] == [30.0] * 9 + [18.0]


@pytest.mark.parametrize("seconds", [0.5, 1.0, 1.00001, 1.2345, 2.6])
@pytest.mark.parametrize("kind", ["mono", "stereo"])
def test_audio_is_exactly_as_long_as_asked(kind: str, seconds: float) -> None:
    backbone = tiny_backbone(kind)
    prompts = prompts_of(backbone, ["dance"] * len(backbone.windows(seconds, SHORT)))
    [audio] = backbone.generate([Piece(prompts, seconds, 1)], SHORT)
    assert audio.rate == backbone.rate == 32000
    assert audio.samples.shape == (backbone.channels, round(seconds * 32000))
    assert audio.samples.dtype == np.float32
    assert np.abs(audio.samples).max() <= 1.0


def test_each_window_hears_its_own_prompt(mono: Musicgen) -> None:
    """Another prompt in the second of three windows leaves all before it, and changes what it adds."""
    greedy = MusicgenSampling(top_k=1, window_seconds=1.0, stride_seconds=0.6)
    first, other = (
        mono.codes([Piece(prompts_of(mono, ["dance", text, "dance"]), 2.2, 0)], greedy)[0]
        for text in ("dance", "a joyful piano music")
    )
    assert torch.equal(first[:, :50], other[:, :50])
    assert not torch.equal(first[:, 50:80], other[:, 50:80])


def test_too_loud_is_turned_down_not_clipped(mono: Musicgen) -> None:
    backbone = tiny_backbone()
    with torch.no_grad():
        backbone.model.audio_encoder.decoder.layers[-1].conv.parametrizations.weight.original0.mul_(40.0)
        backbone.model.audio_encoder.decoder.layers[-1].conv.bias.zero_()
        mono.model.audio_encoder.decoder.layers[-1].conv.bias.zero_()
    [quiet], [loud] = (b.generate([Piece(prompts_of(b, ["dance"]), 0.5, 1)], SHORT) for b in (mono, backbone))
    assert np.abs(loud.samples).max() == pytest.approx(1.0)
    np.testing.assert_allclose(loud.samples, quiet.samples / np.abs(quiet.samples).max(), atol=1e-5)


def test_prompts_that_do_not_match_the_windows_are_refused(mono: Musicgen) -> None:
    with pytest.raises(BackboneError, match="takes 2 prompts, one a window; got 1"):
        mono.generate([Piece(prompts_of(mono, ["dance"]), 1.5, 0)], SHORT)


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_a_length_that_is_none_is_refused(mono: Musicgen, seconds: float) -> None:
    with pytest.raises(BackboneError, match="cannot be"):
        mono.windows(seconds, SHORT)


def test_memory_does_not_grow_with_the_piece(mono: Musicgen) -> None:
    """2 windows and 6: only the codes themselves, a few bytes a frame, add up."""

    def peak(windows: int) -> int:
        seconds = 1.0 + 0.6 * (windows - 1)
        piece = Piece(prompts_of(mono, ["dance"] * windows), seconds, 0)
        with LiveMemory() as memory:
            mono.codes([piece], SHORT)
        return memory.peak

    assert peak(6) < 1.01 * peak(2)


def test_a_cancelled_piece_leaves_the_backbone_as_it_was(mono: Musicgen) -> None:
    piece = Piece(prompts_of(mono, ["dance", "joyful"]), 1.5, 4)
    before = mono.codes([piece], SHORT)[0]

    def stop_in_second_window(phase: str, fraction: float) -> None:
        if fraction > 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        mono.codes([piece], SHORT, stop_in_second_window)
    assert torch.equal(mono.codes([piece], SHORT)[0], before)
