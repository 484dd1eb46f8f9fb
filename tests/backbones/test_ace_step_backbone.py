"""ACE-Step against diffusers' own pipeline and against formulas written out, on tiny random weights."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("diffusers")

import torch

from kinescore.backbones.ace_step.backbone import AceStep, load_ace_step
from kinescore.backbones.ace_step.cover import PATCHES_AT_ONCE, cover_of
from kinescore.backbones.ace_step.prompt_reader import LYRICS
from kinescore.backbones.ace_step.sampling import AceStepSampling
from kinescore.backbones.ace_step.sound_codec import SPAN_COLUMNS, SoundCodec
from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.guide import Guide
from kinescore.backbones.music_form import MusicForm
from kinescore.backbones.riffusion.backbone import load_riffusion
from kinescore.errors import BackboneError, PromptError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Precision, Runtime
from kinescore.progress import silent
from kinescore.sound.audio import Audio
from tests.backbones.tiny_ace_step import LATENTS, WIDTH, save_tiny_ace_step, tiny_ace_step_pipeline
from tests.backbones.tiny_riffusion import save_tiny_riffusion

PIPELINES = {is_turbo: tiny_ace_step_pipeline(is_turbo) for is_turbo in (True, False)}
TURBO, GUIDED = (AceStep(PIPELINES[is_turbo], "tiny") for is_turbo in (True, False))
SINGING = "[Instrumental]"


def prompt(text: str, backbone: AceStep = TURBO) -> PromptEmbeddings:
    return backbone.embed([backbone.tokenizer.encode(text, 0, 0)])


@pytest.mark.parametrize(("is_turbo", "guidance"), [(True, 1.0), (False, 1.0), (False, 5.0)])
def test_one_window_is_what_diffusers_own_pipeline_plays(is_turbo: bool, guidance: float) -> None:
    """30 s, the length that the form names. Same words, noise and settings; guidance remembers its steps."""
    noise = torch.randn(750, LATENTS, generator=torch.Generator().manual_seed(3))
    PIPELINES[is_turbo].set_progress_bar_config(disable=True)
    expected = PIPELINES[is_turbo](
        "a joyful piano",
        lyrics=SINGING,
        audio_duration=30.0,
        num_inference_steps=4,
        guidance_scale=guidance,
        latents=noise[None],
        output_type="np",
    ).audios[0]
    backbone = TURBO if is_turbo else GUIDED
    pieces = [Piece(prompt("a joyful piano", backbone), 30.0, 3)]
    [ours] = backbone.generate(pieces, AceStepSampling(guidance=guidance, steps=4))
    assert ours.samples.shape == expected.shape
    inside = slice(0, 384 * 96 - 9600)
    np.testing.assert_allclose(ours.samples[:, inside], expected[:, inside], atol=2e-3)


def test_the_prompt_has_the_form_that_the_pipeline_gives_it() -> None:
    pipeline = PIPELINES[True]
    text, singing = pipeline._format_prompt("a joyful piano", lyrics=SINGING, audio_duration=30.0)
    assert list(TURBO.tokenizer.encode("a joyful piano", 0, 0).ids) == pipeline.tokenizer(text).input_ids
    assert singing == LYRICS


def test_the_form_is_filled_in_as_the_pipeline_fills_it_in() -> None:
    pipeline = PIPELINES[True]
    known = {"bpm": 112, "timesignature": "3", "keyscale": "D minor", "audio_duration": 12.0}
    text, _ = pipeline._format_prompt("a joyful piano", lyrics=SINGING, **known)
    tokenizer = TURBO.tokenizer_for(MusicForm(112, 3, "D minor", 12.5))
    assert list(tokenizer.encode("a joyful piano", 0, 0).ids) == pipeline.tokenizer(text).input_ids
    assert tokenizer.encode("a", 0, 0) == TURBO.tokenizer_for(MusicForm(112, 3, "D minor", 12.5, True)).encode(
        "a", 0, 0
    )
    open_text, _ = pipeline._format_prompt(
        "a joyful piano", lyrics=SINGING, bpm=300, timesignature="4", audio_duration=5
    )
    tokenizer = TURBO.tokenizer_for(MusicForm(960, 4, "", 5.0))
    assert list(tokenizer.encode("a joyful piano", 0, 0).ids) == pipeline.tokenizer(open_text).input_ids


@pytest.mark.parametrize(("is_turbo", "guidance"), [(True, 1.0), (False, 5.0)])
def test_a_guide_is_the_song_that_the_pipeline_covers(
    is_turbo: bool, guidance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pipeline from the same start, at its full cover strength; its codec, which draws, gives the mean here."""
    pipeline = tiny_ace_step_pipeline(is_turbo, covers=True)
    pipeline.set_progress_bar_config(disable=True)
    backbone, sampling = AceStep(pipeline, "tiny"), AceStepSampling(guidance=guidance, steps=4)
    sound = 0.3 * np.random.default_rng(2).normal(size=(2, 45 * 2_400)).astype(np.float32)
    guide = Guide(Audio(sound, 2_400), 0.5, 2.0)
    tokenizer = backbone.tokenizer_for(MusicForm(112, 3, "D minor", 30.0, guided=True))
    prompts = backbone.embed([tokenizer.encode("a joyful piano", 0, 0)])
    [ours] = backbone.generate([Piece(prompts, 30.0, 3, guide)], sampling)
    latents = backbone.targets(Audio(sound[:, : 72_000 + 1_200], 2_400)).float()[:, :750]
    level = sampling.levels()[2]
    noise = torch.randn(750, LATENTS, generator=torch.Generator().manual_seed(3))
    heard = SimpleNamespace(latent_dist=SimpleNamespace(sample=lambda: latents[None]))
    monkeypatch.setattr(pipeline.vae, "encode", lambda sound: heard)
    known = {"lyrics": SINGING, "bpm": 112, "timesignature": "3", "keyscale": "D minor", "audio_duration": 30.0}
    expected = pipeline(
        "a joyful piano",
        **known,
        task_type="cover",
        src_audio=torch.from_numpy(sound[:, :72_000]),
        latents=level * noise[None] + (1.0 - level) * latents.mT[None],
        timesteps=sampling.levels()[2:],
        guidance_scale=guidance,
        output_type="np",
    ).audios[0]
    inside = slice(0, 384 * 96 - 9600)
    np.testing.assert_allclose(ours.samples[:, inside], expected[:, inside], atol=2e-3)
    plain = backbone.generate([Piece(prompt("a joyful piano", backbone), 30.0, 3)], sampling)[0]
    assert np.abs(plain.samples - ours.samples).max() > 0.05


def test_what_is_covered_is_heard_patch_by_patch_and_keeps_its_length() -> None:
    cover = cover_of(tiny_ace_step_pipeline(covers=True))
    assert cover is not None
    assert cover_of(PIPELINES[True]) is None
    silence = PIPELINES[True].condition_encoder.silence_latent
    latents = torch.randn(LATENTS, 5 * PATCHES_AT_ONCE + 7, generator=torch.Generator().manual_seed(1))
    heard = cover.heard(latents, silence)
    assert heard.shape == latents.shape
    assert torch.allclose(heard[:, 100:200], cover.heard(latents[:, 100:200], silence), atol=1e-5)
    assert not torch.allclose(heard[:, :100], heard[:, 100:200], atol=1e-2)


def test_padding_of_a_shorter_prompt_changes_nothing() -> None:
    texts = ("a", "a joyful piano and a dance music with rhythm")
    both = TURBO.embed([TURBO.tokenizer.encode(text, 0, 0) for text in texts])
    for row, text in enumerate(texts):
        alone, used = prompt(text), int(both.mask[row].sum())
        assert bool(both.mask[row, :used].all())
        assert alone.embeddings.shape[1] == used
        assert torch.allclose(both.embeddings[row, :used], alone.embeddings[0], atol=1e-5)
    assert both.mask.sum(dim=1).unique().numel() == 2


def test_windows_with_prompts_of_different_lengths_are_heard_unpadded() -> None:
    """A padded place would be attended to: the transformer knows no mask."""
    texts = ("a", "a joyful piano and a dance music with rhythm")
    both = TURBO.embed([TURBO.tokenizer.encode(text, 0, 0) for text in texts])
    targets = torch.randn(2, LATENTS, 10, generator=torch.Generator().manual_seed(0))
    loss = float(TURBO.loss(both, targets, torch.Generator().manual_seed(5)))
    wide = PromptEmbeddings(
        torch.cat([both.embeddings, 9.0 * torch.ones(2, 7, both.embeddings.shape[2])], dim=1),
        torch.cat([both.mask, torch.zeros(2, 7, dtype=torch.bool)], dim=1),
    )
    assert float(TURBO.loss(wide, targets, torch.Generator().manual_seed(5))) == pytest.approx(loss, rel=1e-6)


def test_the_loss_is_the_error_of_the_predicted_flow() -> None:
    prompts = prompt("a dance music")
    targets = torch.randn(1, LATENTS, 10, generator=torch.Generator().manual_seed(0)).half()
    loss = TURBO.loss(prompts, targets, torch.Generator().manual_seed(5))
    generator = torch.Generator().manual_seed(5)
    time = 1 / (1 + np.exp(0.4 - torch.randn(1, generator=generator).numpy()))
    noise, music = torch.randn(targets.shape, generator=generator), targets.float()
    silence = PIPELINES[True].condition_encoder.silence_latent[:, :10]
    with torch.no_grad():
        flow = (
            PIPELINES[True]
            .transformer(
                hidden_states=(time.item() * noise + (1 - time.item()) * music).transpose(1, 2),
                timestep=torch.from_numpy(time).float(),
                timestep_r=torch.from_numpy(time).float(),
                encoder_hidden_states=prompts.embeddings,
                context_latents=torch.cat([silence, torch.ones_like(silence)], dim=-1),
            )
            .sample
        )
    assert float(loss) == pytest.approx(float((flow.transpose(1, 2) - (noise - music)).square().mean()), rel=1e-4)


def test_models_set_their_own_guidance_and_turbo_refuses_another() -> None:
    assert TURBO.default_sampling.guidance == 1.0
    assert TURBO.default_sampling.steps == 8
    assert GUIDED.default_sampling.guidance > 1.0
    with pytest.raises(BackboneError, match="guidance built in"):
        TURBO.generate([Piece(prompt("a dance"), 1.0, 0)], AceStepSampling(guidance=3.0))
    with pytest.raises(BackboneError, match="shift"):
        AceStepSampling(shift=0.0)


def test_a_rhythm_word_every_span_fits_into_the_longest_prompt() -> None:
    """47 words for a window of 30 s, the genre and the form: below the 256 tokens that ACE-Step reads."""
    ids = TURBO.tokenizer.encode("a @ music with * as the rhythm", 47, 1).ids
    assert len(ids) <= 256
    with pytest.raises(PromptError, match="reads 256"):
        TURBO.tokenizer.encode("piano " * 200, 0, 0)


def test_long_sound_through_spans_is_one_pass_away_from_the_joins() -> None:
    """The autoencoder looks some columns to each side; blending keeps that small in the overlap, and nil outside."""
    codec, vae = SoundCodec(PIPELINES[True].vae), PIPELINES[True].vae
    latents = torch.randn(LATENTS, SPAN_COLUMNS + 300, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        whole = vae.decode(latents[None]).sample[0]
    made = codec.decode(latents, silent)
    assert made.shape == whole.shape == (2, (SPAN_COLUMNS + 300) * 96)
    error = (made - whole).square().mean(dim=0).sqrt() / whole.std()
    assert float(error[: 290 * 96].max()) < 1e-3
    assert float(error.max()) < 0.2


def test_targets_are_the_autoencoders_mean_latents() -> None:
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (2, 48 * 96)).astype(np.float32)
    with torch.no_grad():
        mean = PIPELINES[True].vae.encode(torch.from_numpy(samples)[None]).latent_dist.mode()[0]
    targets = TURBO.targets(Audio(samples, 2_400))
    assert targets.dtype == torch.float16
    np.testing.assert_allclose(targets.float(), mean, atol=2e-3)


@pytest.mark.parametrize("precision", Precision)
def test_a_folder_loads_in_every_precision(precision: Precision, tmp_path: Path) -> None:
    folder = save_tiny_ace_step(tmp_path)
    loaded = load_ace_step(ModelSource(str(folder)), Runtime("cpu", precision))
    assert loaded.text_space.same_place(TURBO.text_space)
    assert loaded.text_space.width == WIDTH
    assert {parameter.dtype for parameter in loaded.model["transformer"].parameters()} == {precision.dtype}
    sampling = AceStepSampling(steps=2)
    [ours] = TURBO.generate([Piece(prompt("a dance"), 1.0, 0)], sampling)
    [theirs] = loaded.generate([Piece(prompt("a dance", loaded), 1.0, 0)], sampling)
    assert np.allclose(ours.samples, theirs.samples, atol=1e-5) == (precision is Precision.FP32)
    assert np.corrcoef(ours.samples[0], theirs.samples[0])[0, 1] > 0.9


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    ours, theirs = save_tiny_ace_step(tmp_path / "ours"), save_tiny_riffusion(tmp_path / "theirs")
    with pytest.raises(BackboneError, match="holds StableDiffusionPipeline, not AceStepPipeline"):
        load_ace_step(ModelSource(str(theirs)), Runtime("cpu"))
    with pytest.raises(BackboneError, match="holds AceStepPipeline, not StableDiffusionPipeline"):
        load_riffusion(ModelSource(str(ours)), Runtime("cpu"))
