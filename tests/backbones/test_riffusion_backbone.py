"""Riffusion from words to sound and from music to loss, on the real classes with tiny random weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("diffusers")

import torch
from diffusers import DDIMScheduler, DPMSolverMultistepScheduler, StableDiffusionPipeline
from transformers.masking_utils import create_causal_mask

from kinescore.backbones.base import Piece, PromptEmbeddings
from kinescore.backbones.riffusion.backbone import LOUDEST, WINDOWS_AT_ONCE, Riffusion, load_riffusion
from kinescore.backbones.riffusion.griffin_lim import sound_of
from kinescore.backbones.riffusion.sampling import RiffusionSampling, Solver
from kinescore.backbones.riffusion.spectrogram import linear_magnitudes, mel_of, mel_spectrogram, picture_of
from kinescore.errors import BackboneError, Cancelled
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Precision, Runtime
from kinescore.pseudo_words.splice import PseudoWords
from kinescore.sound.audio import Audio
from tests.backbones.tiny_riffusion import WIDTH, tiny_pipeline

RATE = 44_100
QUICK = RiffusionSampling(steps=2, window_seconds=0.64, stride_seconds=0.48, phase_iterations=2)
SD_NOISE = {
    **{"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"},
    **{"num_train_timesteps": 1000, "steps_offset": 1},
}


@pytest.fixture(scope="module")
def pipeline() -> StableDiffusionPipeline:
    return tiny_pipeline()


@pytest.fixture(scope="module")
def riffusion(pipeline: StableDiffusionPipeline) -> Riffusion:
    return Riffusion(pipeline, "tiny")


def piece(
    riffusion: Riffusion,
    seconds: float,
    seed: int = 0,
    texts: Sequence[str] = ("a dance music",),
    sampling: RiffusionSampling = QUICK,
) -> Piece:
    """A piece from words alone; the texts repeat over its windows."""
    count = len(riffusion.windows(seconds, sampling))
    tokens = [riffusion.tokenizer.encode(texts[index % len(texts)], 0, 0) for index in range(count)]
    return Piece(riffusion.embed(tokens), seconds, seed)


def made(riffusion: Riffusion, *pieces: Piece, sampling: RiffusionSampling = QUICK) -> list[NDArray[np.float32]]:
    return [audio.samples for audio in riffusion.generate(pieces, sampling)]


def random_words(riffusion: Riffusion, rows: int, seed: int = 0) -> PseudoWords:
    generator = torch.Generator().manual_seed(seed)
    return PseudoWords(
        torch.randn(rows, 2, WIDTH, generator=generator).requires_grad_(),
        torch.randn(rows, 1, WIDTH, generator=generator).requires_grad_(),
    )


@pytest.mark.parametrize("solver", Solver)
def test_one_window_is_what_diffusers_own_pipeline_draws(
    solver: Solver, riffusion: Riffusion, pipeline: StableDiffusionPipeline
) -> None:
    """Same prompt, noise and settings; the pipeline's picture turned into sound by hand."""
    sampling = RiffusionSampling(guidance=5.0, steps=4, solver=solver, phase_iterations=2)
    theirs = StableDiffusionPipeline(**pipeline.components, requires_safety_checker=False)
    theirs.scheduler = (
        DPMSolverMultistepScheduler(**SD_NOISE, use_karras_sigmas=True, algorithm_type="dpmsolver++")
        if solver is Solver.DPM
        else DDIMScheduler(**SD_NOISE, clip_sample=False, set_alpha_to_one=False)
    )
    theirs.set_progress_bar_config(disable=True)
    noise = torch.randn(12, 4, 64, generator=torch.Generator().manual_seed(3)).movedim(0, -1)
    drawn = theirs(
        "a joyful piano",
        height=512,
        width=96,
        num_inference_steps=4,
        guidance_scale=5.0,
        latents=noise[None],
        output_type="pt",
    ).images[0]
    mel = mel_of(drawn.mean(dim=0))
    expected = sound_of(linear_magnitudes(mel), round(0.96 * RATE), seed=3, iterations=2).numpy()
    expected *= LOUDEST / np.abs(expected).max()
    [ours] = made(riffusion, piece(riffusion, 0.96, 3, ("a joyful piano",), sampling), sampling=sampling)
    np.testing.assert_allclose(ours[0], expected, atol=2e-3)


def test_pseudo_words_enter_before_positions(riffusion: Riffusion, pipeline: StableDiffusionPipeline) -> None:
    """Bit for bit what CLIP's own layers make of hand-spliced embeddings."""
    tokens = riffusion.tokenizer.encode("a @ music with *, and piano", 2, 1)
    words = random_words(riffusion, 1)
    ours = riffusion.embed([tokens], words)
    clip = pipeline.text_encoder
    ids = torch.full((1, 77), pipeline.tokenizer.pad_token_id)
    ids[0, : len(tokens.ids)] = torch.tensor(tokens.ids)
    rows = clip.get_input_embeddings()(ids).detach().clone()
    for place, slot in enumerate(tokens.slots):
        if slot >= 0:
            rows[0, place] = words.rows[0, slot].detach()
    states = clip.embeddings(inputs_embeds=rows)
    causal = create_causal_mask(config=clip.config, inputs_embeds=states, attention_mask=None, past_key_values=None)
    states = clip.encoder(inputs_embeds=states, attention_mask=causal, is_causal=True).last_hidden_state
    assert sorted(tokens.slots)[-3:] == [0, 1, 2]
    assert torch.equal(ours.embeddings, clip.final_layer_norm(states))
    assert bool(ours.mask.all())


def test_guidance_of_one_asks_for_no_null_prompt_and_others_differ(riffusion: Riffusion) -> None:
    rows: list[int] = []
    hook = riffusion.model["unet"].register_forward_pre_hook(lambda _module, inputs: rows.append(len(inputs[0])))
    try:
        plain, guided = (
            made(
                riffusion,
                piece(riffusion, 0.3),
                sampling=RiffusionSampling(guidance=guidance, steps=2, phase_iterations=2),
            )[0]
            for guidance in (1.0, 4.0)
        )
    finally:
        hook.remove()
    assert rows == [1, 1, 2, 2]
    assert not np.allclose(plain, guided, atol=1e-2)


def test_long_pieces_are_denoised_in_bounded_batches(riffusion: Riffusion) -> None:
    rows: list[int] = []
    hook = riffusion.model["unet"].register_forward_pre_hook(lambda _module, inputs: rows.append(len(inputs[0])))
    try:
        [samples] = made(
            riffusion,
            piece(riffusion, 9.0, texts=("a dance", "joyful piano")),
            sampling=RiffusionSampling(steps=1, window_seconds=0.64, stride_seconds=0.48, phase_iterations=1),
        )
    finally:
        hook.remove()
    assert samples.shape == (1, 9 * RATE)
    assert len(rows) == 3
    assert max(rows) == 2 * WINDOWS_AT_ONCE


@pytest.mark.parametrize("call", [0, 1, 3, 5, 7])
def test_every_step_reports_and_can_be_cancelled(call: int, riffusion: Riffusion) -> None:
    heard: list[tuple[str, float]] = []

    def stop_later(phase: str, fraction: float) -> None:
        heard.append((phase, fraction))
        if len(heard) > call:
            raise Cancelled

    sampling = RiffusionSampling(steps=4, phase_iterations=3)
    with pytest.raises(Cancelled):
        riffusion.generate([piece(riffusion, 0.3, sampling=sampling)], sampling, stop_later)
    whole = [("denoising", step / 4) for step in range(4)]
    whole += [("decoding", 0.0), *(("finding phases", step / 3) for step in range(3))]
    assert heard == whole[: call + 1]


def music(seconds: float, channels: int = 1, rate: int = RATE) -> Audio:
    rng = np.random.default_rng(1)
    time = np.arange(round(seconds * rate)) / rate
    tone = np.sin(2 * np.pi * 330 * time) * (1 + np.sin(2 * np.pi * 2 * time)) / 4
    return Audio((tone + 0.05 * rng.normal(size=(channels, len(time)))).astype(np.float32), rate)


def test_targets_of_a_clip_are_the_autoencoders_mean_latents(
    riffusion: Riffusion, pipeline: StableDiffusionPipeline
) -> None:
    audio = music(5.12)
    latents = riffusion.targets(audio)
    assert latents.shape == (4, 64, 64)
    assert latents.dtype == torch.float16
    picture = picture_of(mel_spectrogram(torch.from_numpy(audio.samples[0]))[:, :512])
    with torch.no_grad():
        mean = pipeline.vae.encode((2 * picture - 1).expand(1, 3, -1, -1)).latent_dist.mean[0]
    np.testing.assert_allclose(latents.float(), 0.18215 * mean, atol=2e-3 * float(latents.abs().max()))


def test_a_cut_of_a_songs_targets_stands_for_that_cut_of_the_music(riffusion: Riffusion) -> None:
    """Near enough to learn from: spans and edges change little; another stretch is nothing like it."""
    song = music(9.0)
    latents = riffusion.targets(song).float()
    cut = riffusion.targets(Audio(song.samples[:, 4 * RATE : 6 * RATE], RATE)).float()
    inside, elsewhere = latents[..., 50:75], latents[..., 3:28]
    error, chance = ((cut - other)[..., 2:-2].square().mean().sqrt() for other in (inside, elsewhere))
    assert error < 0.5 * chance


def test_the_loss_is_the_error_of_the_predicted_noise(riffusion: Riffusion, pipeline: StableDiffusionPipeline) -> None:
    """Equation 2 written out: noise levels from the schedule's definition, in double precision."""
    prompts = riffusion.embed([riffusion.tokenizer.encode("a dance", 0, 0)] * 2)
    targets = torch.randn(2, 4, 64, 8, generator=torch.Generator().manual_seed(1)).half()
    loss = riffusion.loss(prompts, targets, torch.Generator().manual_seed(7))
    generator = torch.Generator().manual_seed(7)
    times = torch.randint(1000, (2,), generator=generator)
    noise = torch.randn(targets.shape, generator=generator)
    kept = np.cumprod(1 - np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2)[times.numpy()][:, None, None, None]
    noisy = np.sqrt(kept) * targets.float().numpy() + np.sqrt(1 - kept) * noise.numpy()
    with torch.no_grad():
        found = pipeline.unet(torch.from_numpy(noisy).float(), times, prompts.embeddings).sample
    assert loss.dtype == torch.float32
    assert float(loss) == pytest.approx(float((found - noise).square().mean()), rel=1e-4)


def test_the_row_of_a_word_is_the_tables_own(riffusion: Riffusion, pipeline: StableDiffusionPipeline) -> None:
    table = pipeline.text_encoder.get_input_embeddings().weight
    assert torch.equal(riffusion.word_row("rhythm"), table[pipeline.tokenizer.convert_tokens_to_ids("rhythm</w>")])
    assert riffusion.word_row("xyz").shape == (WIDTH,)


@pytest.mark.parametrize("precision", Precision)
def test_a_folder_loads_in_every_precision(
    precision: Precision, pipeline: StableDiffusionPipeline, riffusion: Riffusion, tmp_path: Path
) -> None:
    pipeline.save_pretrained(tmp_path)
    loaded = load_riffusion(ModelSource(str(tmp_path)), Runtime("cpu", precision))
    assert loaded.text_space.same_place(riffusion.text_space)
    assert loaded.text_space.source == str(tmp_path)
    assert loaded.target_kind == riffusion.target_kind, "targets that were cached once serve every precision"
    assert {p.dtype for p in loaded.model["unet"].parameters()} == {precision.dtype}
    [ours], [theirs] = made(riffusion, piece(riffusion, 0.4)), made(loaded, piece(loaded, 0.4))
    assert np.array_equal(ours, theirs) == (precision is Precision.FP32)
    assert np.corrcoef(ours[0], theirs[0])[0, 1] > 0.9
    loss = loaded.loss(
        loaded.embed([loaded.tokenizer.encode("a dance", 0, 0)]), torch.zeros(1, 4, 64, 4), torch.Generator()
    )
    assert loss.dtype == torch.float32


def test_models_of_another_kind_are_refused(pipeline: StableDiffusionPipeline, tmp_path: Path) -> None:
    with pytest.raises(BackboneError, match="no model at"):
        load_riffusion(ModelSource(str(tmp_path / "nowhere")), Runtime("cpu"))
    with pytest.raises(BackboneError, match="is empty"):
        load_riffusion(ModelSource(str(tmp_path)), Runtime("cpu"))
    with pytest.raises(BackboneError, match="v_prediction"):
        Riffusion(tiny_pipeline(prediction_type="v_prediction"))
    theirs = tiny_pipeline()
    theirs.unet = theirs.vae
    with pytest.raises(BackboneError, match="The model's unet is of the kind AutoencoderKL, not UNet2DConditionModel"):
        Riffusion(theirs)
    pipeline.save_pretrained(tmp_path)
    (tmp_path / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(b"not weights")
    with pytest.raises(BackboneError, match="damaged or cut off"):
        load_riffusion(ModelSource(str(tmp_path)), Runtime("cpu"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("guidance", -1.0),
        ("steps", 0),
        ("window_seconds", 300.0),
        ("stride_seconds", 6.0),
        ("guidance", float("nan")),
        ("phase_iterations", 0),
    ],
)
def test_settings_out_of_range_are_refused_by_name(field: str, value: float) -> None:
    with pytest.raises(BackboneError, match=field.partition("_")[0]):
        RiffusionSampling(**{field: value})


def prompt_rows(prompts: PromptEmbeddings, count: int) -> PromptEmbeddings:
    return PromptEmbeddings(prompts.embeddings[:count], prompts.mask[:count])


def test_without_overlap_a_long_piece_begins_with_the_short_one(riffusion: Riffusion) -> None:
    """Same noise, same prompt, nobody else in the first window: the first second differs by its phases alone."""
    sampling = RiffusionSampling(steps=3, window_seconds=0.96, stride_seconds=0.96, phase_iterations=32)
    long = piece(riffusion, 2.88, 5, ("a dance", "joyful piano"), sampling)
    short = Piece(prompt_rows(long.prompts, 1), 0.96, 5)
    [ours] = made(riffusion, long, sampling=sampling)
    [theirs] = made(riffusion, short, sampling=sampling)
    mel_of_long, alone = (mel_spectrogram(torch.from_numpy(samples[0])) for samples in (ours, theirs))
    alone = alone[:, 8:80] / alone[:, 8:80].norm()
    first, later = (mel_of_long[:, start : start + 72] for start in (8, 104))
    error, chance = (float((alone - other / other.norm()).norm()) for other in (first, later))
    assert error < 0.25
    assert chance > 2 * error
