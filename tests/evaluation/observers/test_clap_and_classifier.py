"""CLAP and any audio classifier as observers: tiny models of transformers, saved and loaded as published ones are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("soundfile")
pytest.importorskip("scipy")
pytest.importorskip("torch")
pytest.importorskip("transformers")

import soundfile
import torch
from transformers import (
    ASTConfig,
    ASTFeatureExtractor,
    ASTForAudioClassification,
    ASTModel,
    ClapFeatureExtractor,
    ClapModel,
    Wav2Vec2Config,
    Wav2Vec2FeatureExtractor,
    Wav2Vec2ForSequenceClassification,
)

from kinescore.errors import BackboneError, EvaluationError
from kinescore.evaluation.clips.clip import Clip, FileSpan
from kinescore.evaluation.observers.clap import ClapObserver, load_clap_observer
from kinescore.evaluation.observers.classifier import load_classifier
from kinescore.evaluation.observers.observe import observe_clips
from kinescore.evaluation.observers.registry import ObserverChoice, load_observer
from kinescore.evaluation.tables.embedding_tables import embedding_results
from kinescore.sound.audio import Audio
from tests.encoders.tiny_clap import save_tiny_clap

CPU = torch.device("cpu")
SIZES = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}


def save_spectrogram_transformer(folder: Path) -> Path:
    torch.manual_seed(0)
    config = ASTConfig(max_length=1024, num_mel_bins=16, num_labels=5, **SIZES)
    ASTForAudioClassification(config).save_pretrained(folder)
    ASTFeatureExtractor(num_mel_bins=16, max_length=1024).save_pretrained(folder)
    return folder


def save_wave_transformer(folder: Path) -> Path:
    convolutions = {"conv_dim": (8, 8), "conv_kernel": (10, 8), "conv_stride": (10, 8)}
    positions = {"num_conv_pos_embeddings": 4, "num_conv_pos_embedding_groups": 2}
    torch.manual_seed(0)
    config = Wav2Vec2Config(num_labels=7, classifier_proj_size=8, **positions, **SIZES, **convolutions)
    Wav2Vec2ForSequenceClassification(config).save_pretrained(folder)
    Wav2Vec2FeatureExtractor(sampling_rate=16_000).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def clap_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_clap(tmp_path_factory.mktemp("models") / "tiny-clap")


@pytest.fixture(scope="module")
def clap(clap_folder: Path) -> ClapObserver:
    return load_clap_observer(str(clap_folder), CPU)


def music(seconds: float, rate: int = 16_000, seed: int = 0) -> Audio:
    generator = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    samples = sum(np.sin(2 * np.pi * hertz * time) for hertz in generator.uniform(80, 4000, 6)) / 6
    return Audio(samples[None].astype(np.float32), rate)


def test_clap_embeds_a_short_clip_as_transformers_does(clap: ClapObserver, clap_folder: Path) -> None:
    sound = music(1.9, 48_000)  # a longer one would be cropped at random
    model, features = ClapModel.from_pretrained(clap_folder).eval(), ClapFeatureExtractor.from_pretrained(clap_folder)
    with torch.no_grad():
        inputs = features(sound.samples[0], sampling_rate=48_000, return_tensors="pt")
        expected = model.get_audio_features(**inputs).pooler_output.numpy()
    found = clap.observe(sound)
    np.testing.assert_allclose(found["clip"], expected / np.linalg.norm(expected), atol=1e-5)
    np.testing.assert_allclose(found["windows"], found["clip"], atol=1e-6)


@pytest.mark.parametrize(("seconds", "pieces"), [(0.1, 1), (5.12, 1), (5.2, 2), (16.0, 4)])
def test_clap_embeds_pieces_no_longer_than_the_papers(clap: ClapObserver, seconds: float, pieces: int) -> None:
    found = clap.observe(music(seconds))
    assert found["windows"].shape == (pieces, 24)
    np.testing.assert_allclose(np.linalg.norm(found["windows"], axis=1), 1.0, rtol=1e-5)
    mean = found["windows"].mean(axis=0)
    np.testing.assert_allclose(found["clip"][0], mean / np.linalg.norm(mean), atol=1e-6)


def test_clap_gives_the_same_bytes_and_embeds_silence(clap: ClapObserver) -> None:
    assert clap.observe(music(6.0))["windows"].tobytes() == clap.observe(music(6.0))["windows"].tobytes()
    assert np.isfinite(clap.observe(Audio(np.zeros((2, 44_100), np.float32), 44_100))["clip"]).all()
    with pytest.raises(EvaluationError, match="no samples"):
        clap.observe(Audio(np.zeros((2, 0), np.float32), 44_100))


def test_the_name_holds_model_and_weights(clap: ClapObserver, tmp_path: Path) -> None:
    assert clap.name.startswith("clap-tiny-clap-")
    other = load_clap_observer(str(save_tiny_clap(tmp_path / "tiny-clap", seed=1)), CPU)
    assert other.name.startswith("clap-tiny-clap-")
    assert other.name != clap.name


@pytest.mark.parametrize(("save", "labels"), [(save_spectrogram_transformer, 5), (save_wave_transformer, 7)])
def test_any_classifier_takes_whole_windows_of_ten_seconds(save, labels: int, tmp_path: Path) -> None:
    observer = load_classifier(str(save(tmp_path / "genres")), CPU)
    assert observer.name.startswith("genre-genres-")
    assert observer.observe(music(2.5, 22_050))["logits"].shape == (1, labels)
    long = music(21.0)
    found = observer.observe(long)["logits"]
    assert found.shape == (2, labels)
    second = observer.observe(Audio(long.samples[:, 160_000:320_000], 16_000))["logits"]
    np.testing.assert_allclose(found[1:], second, atol=1e-6)
    assert found.tobytes() == observer.observe(long)["logits"].tobytes()
    assert np.isfinite(observer.observe(Audio(np.zeros((1, 16_000), np.float32), 16_000))["logits"]).all()
    with pytest.raises(EvaluationError, match=r"0\.050 s long; a genre takes at least 0\.1 s"):
        observer.observe(music(0.05))


def test_it_is_transformers_own_answer(tmp_path: Path) -> None:
    folder = save_spectrogram_transformer(tmp_path / "genres")
    sound = music(4.0)
    extractor, model = ASTFeatureExtractor.from_pretrained(folder), ASTForAudioClassification.from_pretrained(folder)
    with torch.no_grad():
        expected = model.eval()(**extractor(sound.samples[0], sampling_rate=16_000, return_tensors="pt")).logits
    found = load_classifier(str(folder), CPU).observe(sound)["logits"]
    np.testing.assert_allclose(found, expected.numpy(), atol=1e-5)


def test_a_model_that_would_be_completed_at_random_is_refused(clap_folder: Path, tmp_path: Path) -> None:
    body = tmp_path / "body"
    ASTModel(ASTConfig(num_mel_bins=16, max_length=1024, **SIZES)).save_pretrained(body)
    ASTFeatureExtractor(num_mel_bins=16).save_pretrained(body)
    with pytest.raises(BackboneError, match=r"is no ASTForAudioClassification: it lacks 'classifier\."):
        load_classifier(str(body), CPU)
    with pytest.raises(BackboneError, match="tiny-clap' cannot be loaded"):
        load_classifier(str(clap_folder), CPU)
    with pytest.raises(BackboneError, match=r"is a model of kind 'wav2vec2', not a CLAP"):
        load_clap_observer(str(save_wave_transformer(tmp_path / "waves")), CPU)
    with pytest.raises(BackboneError, match="There is no model at 'nothing'"):
        load_clap_observer("nothing", CPU)


def test_observers_are_chosen_by_kind_and_told_what_they_lack(clap: ClapObserver, clap_folder: Path) -> None:
    assert load_observer(ObserverChoice("clap", str(clap_folder), "cpu")).name == clap.name
    with pytest.raises(EvaluationError, match="The observer 'vggish' needs weights"):
        load_observer(ObserverChoice("vggish"))
    with pytest.raises(EvaluationError, match="There is no observer 'nose'"):
        load_observer(ObserverChoice("nose"))
    with pytest.raises(BackboneError, match="no device 'warp'"):
        load_observer(ObserverChoice("clap", str(clap_folder), "warp"))


def test_from_sound_files_to_results(clap_folder: Path, tmp_path: Path) -> None:
    """Music that is the reference itself, and other music, through every step."""
    clips = []
    for number in range(4):
        reference, other = (music(3.0, seed=seed) for seed in (number, number + 10))
        spans = []
        for system, sound in (("reference", reference), ("same", reference), ("other", other)):
            path = tmp_path / system / f"{number}.wav"
            path.parent.mkdir(exist_ok=True)
            soundfile.write(path, sound.samples.T, sound.rate)
            spans.append(FileSpan(path))
        clips.append(Clip(str(number), str(number), "", None, spans[0], {"same": spans[1], "other": spans[2]}))
    genre_folder = save_spectrogram_transformer(tmp_path / "tiny-genres")
    choices = [
        ObserverChoice(kind, str(folder), "cpu") for kind, folder in (("clap", clap_folder), ("genre", genre_folder))
    ]
    folder = tmp_path / "results"
    outcome = observe_clips(clips, choices, folder)
    assert outcome.failures == ()
    results = [each for name in outcome.observers for each in embedding_results(folder, clips, name, draws=20)[0]]
    values = {(each.metric, each.system): each.value for each in results}
    assert values["FAD", "same"] == pytest.approx(0.0, abs=1e-6)
    assert values["CLAP score", "same"] == pytest.approx(1.0, abs=1e-6)
    assert values["KLD", "same"] == pytest.approx(0.0, abs=1e-9)
    assert values["FAD", "other"] > values["FAD", "same"]
    assert values["CLAP score", "other"] < 1.0 - 1e-6
    assert values["KLD", "other"] > 1e-9
