"""Each model keeps as much of a guide as is asked: tiny models of the real classes, music of the built-in engine."""

from __future__ import annotations

import importlib
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("diffusers")

import torch

from kinescore.backbones.ace_step.sampling import AceStepSampling
from kinescore.backbones.audio_format import matched
from kinescore.backbones.audioldm2.sampling import AudioLdm2Sampling
from kinescore.backbones.base import Backbone, Piece, Sampling
from kinescore.backbones.diffusion import BEYOND_SECONDS, Canvas
from kinescore.backbones.guide import LONGEST_LEAD_SECONDS, Guide, first_step
from kinescore.backbones.musicgen.chroma import chroma_of, stretch_of
from kinescore.backbones.musicgen.sampling import MusicgenSampling
from kinescore.backbones.riffusion.sampling import RiffusionSampling, Solver
from kinescore.engines.composer import analysis_of
from kinescore.engines.sketch import guide_for
from kinescore.motion.readers import read_motion_file
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest
from kinescore.sound.audio import Audio
from tests.backbones.musicgen_reference import transformers_codes
from tests.backbones.tiny_ace_step import tiny_ace_step
from tests.backbones.tiny_audioldm2 import tiny_audioldm2
from tests.backbones.tiny_musicgen import tiny_backbone
from tests.backbones.tiny_riffusion import tiny_riffusion
from tests.cli.bouncers import write_bouncer

SECONDS = 1.0
QUICK_RIFFUSION = RiffusionSampling(steps=8, window_seconds=0.64, stride_seconds=0.48, phase_iterations=3)
QUICK_ACE_STEP = AceStepSampling(steps=8, window_seconds=0.8, stride_seconds=0.6)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    keypoints = read_motion_file(write_bouncer(tmp_path_factory.mktemp("dance") / "dance.npz", 120, seconds=5.0))
    request = SoundtrackRequest(keypoints, genre="house", seed=3, guide=0.5, prompt="calm @ music with * as the rhythm")
    found = guide_for(request, analysis_of(request), 5.0, silent)
    assert found is not None
    assert guide_for(replace(request, guide=0.0), analysis_of(request), 5.0, silent) is None
    return found


def piece(backbone: Backbone, sampling: Sampling, guide: Guide | None) -> Piece:
    lead = 0.0 if guide is None else backbone.lead_seconds(guide.share, sampling)
    windows = backbone.windows(SECONDS + lead, sampling)
    prompts = backbone.embed([backbone.tokenizer.encode("a joyful piano", 0, 0)] * len(windows))
    return Piece(prompts, SECONDS, 7, guide)


def test_the_sketch_goes_on_bar_by_bar(guide: Guide) -> None:
    rate = guide.audio.rate
    assert guide.audio.seconds >= 5.0 + LONGEST_LEAD_SECONDS + guide.bar_seconds - 0.01
    bar = round(guide.bar_seconds * rate)
    late = guide.audio.part(6 * rate, 8 * rate)
    np.testing.assert_array_equal(late, guide.audio.part(6 * rate + bar, 8 * rate + bar))
    assert np.abs(late).max() > 0.05


def test_the_lead_ends_where_a_bar_begins_as_the_piece_does(guide: Guide) -> None:
    rate = guide.audio.rate
    lead = guide.lead(0.5)
    end = round(guide.bar_seconds * rate)
    np.testing.assert_array_equal(lead.samples, guide.audio.part(end - round(0.5 * rate), end))


@pytest.mark.parametrize(
    ("make", "sampling"),
    [
        (tiny_riffusion, QUICK_RIFFUSION),
        (tiny_riffusion, replace(QUICK_RIFFUSION, solver=Solver.DDIM)),
        (tiny_ace_step, QUICK_ACE_STEP),
        (tiny_audioldm2, AudioLdm2Sampling(steps=8, window_seconds=0.8, stride_seconds=0.6)),
    ],
    ids=["riffusion", "riffusion-ddim", "ace_step", "audioldm2"],
)
def test_models_that_denoise_begin_later(make: object, sampling: Sampling, guide: Guide) -> None:
    """Fewer steps, the same bytes again, exact length; one step is always left."""
    backbone = make()
    steps: list[float] = []

    def report(phase: str, fraction: float) -> None:
        if phase == "denoising":
            steps.append(fraction)

    calls = {}
    for share in (0.0, 0.5, 1.0):
        steps.clear()
        asked = piece(backbone, sampling, replace(guide, share=share) if share else None)
        [made] = backbone.generate([asked], sampling, report)
        assert made.count == round(SECONDS * backbone.rate)
        assert np.isfinite(made.samples).all()
        calls[share] = len(steps)
        if share == 0.5:
            [again] = backbone.generate([asked], sampling)
            assert made.samples.tobytes() == again.samples.tobytes()
    assert calls[0.5] == calls[0.0] // 2
    assert calls[1.0] == calls[0.0] // 8


@pytest.mark.parametrize("name", ["riffusion", "ace_step"])
def test_what_is_denoised_is_the_guide_with_the_schedules_noise(
    name: str, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ACE-Step: level * noise + (1 - level) * guide. Riffusion: the same with alphas of its own schedule."""
    backbone, sampling = (
        (tiny_riffusion(), QUICK_RIFFUSION) if name == "riffusion" else (tiny_ace_step(), QUICK_ACE_STEP)
    )
    begun: list[tuple[torch.Tensor, int]] = []
    module = importlib.import_module(f"kinescore.backbones.{name}.backbone")
    plain = module.denoise

    def denoise(scheduler: object, canvas: Canvas, *others: object) -> torch.Tensor:
        begun.append((canvas.noise, others[-1]))
        return plain(scheduler, canvas, *others)

    monkeypatch.setattr(module, "denoise", denoise)
    backbone.generate([piece(backbone, sampling, None)], sampling)
    backbone.generate([piece(backbone, sampling, guide)], sampling)
    (noise, none), (start, first) = begun
    assert (none, first) == (0, first_step(8, 0.5)) == (0, 4)
    heard = Audio(guide.audio.part(0, round((SECONDS + BEYOND_SECONDS) * guide.audio.rate)), guide.audio.rate)
    latents = backbone.targets(heard).float()[..., : noise.shape[-1]]
    if name == "ace_step":
        level = 3 * 0.5 / (1 + 2 * 0.5)
        assert torch.allclose(start, level * noise + (1 - level) * latents, atol=1e-5)
    else:
        scheduler = sampling.scheduler(backbone._schedule)
        sigma = float(scheduler.sigmas[4])
        kept = 1 / (1 + sigma**2) ** 0.5
        assert torch.allclose(start, kept * (latents + sigma * noise), atol=1e-4)


def test_pieces_with_and_without_guides_are_what_they_are_alone(guide: Guide) -> None:
    for make, sampling in ((tiny_riffusion, QUICK_RIFFUSION), (tiny_backbone, MusicgenSampling())):
        backbone = make()
        pieces = [piece(backbone, sampling, one) for one in (guide, None, replace(guide, share=0.25))]
        together = backbone.generate(pieces, sampling)
        for one, made in zip(pieces, together, strict=True):
            [alone] = backbone.generate([one], sampling)
            assert alone.samples.tobytes() == made.samples.tobytes()
        assert len({made.samples.tobytes() for made in together}) == 3


def test_musicgen_goes_on_from_the_guide_and_cuts_it_away(guide: Guide) -> None:
    """Its codes begin with the guide's, and what follows would be other music without them."""
    backbone, sampling = tiny_backbone(), MusicgenSampling()
    asked = piece(backbone, sampling, replace(guide, share=0.125))
    lead = backbone.targets(guide.lead(1.0))
    [codes] = backbone.codes([asked], sampling)
    assert codes.shape[1] == lead.shape[1] + 50
    assert torch.equal(codes[:, : lead.shape[1]].to(lead), lead)
    [made] = backbone.generate([asked], sampling)
    assert made.count == round(SECONDS * backbone.rate)
    [without] = backbone.codes([piece(backbone, sampling, None)], sampling)
    assert not torch.equal(codes[:, lead.shape[1] :], without)


def test_a_lead_leaves_half_of_a_short_window(guide: Guide) -> None:
    backbone, sampling = tiny_backbone(), MusicgenSampling(window_seconds=1.0, stride_seconds=0.6)
    asked = piece(backbone, sampling, replace(guide, share=1.0))
    [made] = backbone.generate([asked], sampling)
    assert backbone.lead_seconds(1.0, sampling) == 0.5
    assert made.count == round(SECONDS * backbone.rate)


def test_chroma_is_the_pitch_class_that_sounds() -> None:
    """A tone of 440 Hz is A, whatever its octave; what comes next begins where it does."""
    time = torch.arange(3 * 32_000) / 32_000
    sound = torch.cat([torch.sin(2 * torch.pi * hertz * time) for hertz in (440.0, 220.0, 523.25)])
    chroma = chroma_of(sound, 32_000, 12)
    classes = chroma.argmax(dim=1)
    assert chroma.sum(dim=1).eq(1).all()
    assert classes[5] == classes[25]
    assert (classes[60] - classes[5]) % 12 == 3
    assert torch.equal(stretch_of(chroma, 3.0, 32_000, 4), chroma[23:27])
    assert torch.equal(stretch_of(chroma, 8.5, 32_000, 12)[:4], stretch_of(chroma, 8.5, 32_000, 12)[5:9])


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_melody_models_read_the_tune_as_transformers_gives_it_to_them(guidance: float, guide: Guide) -> None:
    """Greedy codes; transformers is handed the lead's codes and the chroma of lead and guide."""
    backbone = tiny_backbone("melody")
    sampling = MusicgenSampling(guidance, top_k=1)
    faint = replace(guide, share=0.001)
    [ours] = backbone.codes([replace(piece(backbone, sampling, faint), seconds=0.8)], sampling)
    lead = guide.lead(0.1)
    known = backbone.targets(lead).long()
    heard = np.concatenate([matched(one, 32_000, 1)[0] for one in (lead, guide.audio)])
    tune = chroma_of(torch.from_numpy(heard), 32_000, 12)[None, : backbone.model.config.chroma_length]
    theirs, other = (
        transformers_codes(backbone, ["a joyful piano"], 45, guidance, known=known[None], tune=played)[0]
        for played in (tune, None)
    )
    assert known.shape[1] == 5
    assert torch.equal(ours, theirs)
    assert not torch.equal(ours, other)
