"""Pocket: MusicGen's architecture over scores. Its words, its clock, its windows, and what it refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("transformers")

import torch

from kinescore.backbones.base import Piece, Window
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
from kinescore.backbones.pocket.clock import CLIP_SECONDS, clock_features, phase_at
from kinescore.backbones.pocket.vocabulary import pocket_tokenizer
from kinescore.encoders.config import WINDOW_SECONDS, EncoderConfig, Projector
from kinescore.encoders.encoders import genre_one_hot, new_encoders
from kinescore.errors import BackboneError
from kinescore.groovebox.codes.encode import STYLE_NAMES
from kinescore.groovebox.codes.layout import SIZE
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.pseudo_words.marks import TRAINING_PROMPT, in_words
from kinescore.pseudo_words.slot_tokenizer import SlotTokenizer
from kinescore.sound.audio import Audio
from tests.backbones.tiny_musicgen import tiny_musicgen
from tests.backbones.tiny_pocket import save_tiny_pocket

SHORT = {"window_seconds": 2.0, "stride_seconds": 1.2}


@pytest.fixture(scope="module")
def pocket(tmp_path_factory: pytest.TempPathFactory) -> Pocket:
    return load_pocket(ModelSource(str(save_tiny_pocket(tmp_path_factory.mktemp("pocket")))), Runtime("cpu"))


def piece_of(pocket: Pocket, seconds: float, seed: int, text: str = "a sad waltz music") -> Piece:
    windows = pocket.windows(seconds, replace(pocket.default_sampling, **SHORT))
    return Piece(pocket.embed([pocket.tokenizer.encode(text, 0, 0)] * len(windows)), seconds, seed)


def test_every_style_is_one_word() -> None:
    tokenizer = pocket_tokenizer()
    for name in STYLE_NAMES:
        ids = tokenizer(f"a {name} music").input_ids
        assert len(ids) == 4, name
        assert tokenizer.unk_token_id not in ids, name


def test_the_prompts_that_engines_make_are_known() -> None:
    tokenizer = pocket_tokenizer()
    for text in (TRAINING_PROMPT.replace("@", "house").replace("*", ""), in_words("", "drum and bass", 121.6)):
        assert tokenizer.unk_token_id not in tokenizer(text).input_ids, text
    assert tokenizer.unk_token_id in tokenizer("a kazoo music").input_ids


def test_pseudo_words_have_slots_in_the_table() -> None:
    tokens = SlotTokenizer(pocket_tokenizer()).encode(TRAINING_PROMPT, 3, 1)
    assert [slot for slot in tokens.slots if slot >= 0] == [3, 0, 1, 2]


def test_neighbouring_clocks_have_neighbouring_features() -> None:
    tempo, phase = torch.tensor([120.0, 121.0, 120.0, 90.0]), torch.tensor([0.0, 0.0, 0.5, 0.0])
    near, *_ = features = clock_features(tempo, phase)
    likeness = torch.nn.functional.cosine_similarity(features, near[None])
    assert likeness[1] > 0.95
    assert likeness[2] < 0.5
    assert likeness[3] < 0.1


def test_a_word_stands_for_what_encoders_read() -> None:
    assert CLIP_SECONDS == WINDOW_SECONDS


def test_the_clock_of_a_window_is_that_of_the_beats_in_it(pocket: Pocket) -> None:
    beats = np.concatenate([np.arange(0.2, 10.0, 0.5), np.arange(10.2, 30.0, 0.4)])
    early, late = (pocket.clock_word(Window(start, 5.12), beats)[0, 0] for start in (2.0, 20.0))
    for word, tempo, beat, start in ((early, 120.0, 0.2, 2.0), (late, 150.0, 10.2, 20.0)):
        phase = phase_at(torch.tensor([start + 2.56]), torch.tensor([tempo]), torch.tensor([beat]))
        expected = pocket.model.get_submodule("clock")(clock_features(torch.tensor([tempo]), phase))[0]
        torch.testing.assert_close(word, expected, atol=2e-3, rtol=2e-3)


def test_codes_of_any_length_the_same_whatever_is_made_beside(pocket: Pocket) -> None:
    sampling = replace(pocket.default_sampling, **SHORT)
    one, other = piece_of(pocket, 4.99, 1), piece_of(pocket, 4.99, 2)
    [alone] = pocket.codes([one], sampling)
    assert alone.shape == (8, 125)
    assert int(alone.min()) >= 0
    assert int(alone.max()) < SIZE
    beside = pocket.codes([other, one], sampling)
    assert torch.equal(beside[1], alone)
    assert not torch.equal(beside[0], alone)


def test_its_sound_is_exactly_as_long_as_asked(pocket: Pocket) -> None:
    sampling = replace(pocket.default_sampling, **SHORT)
    [audio] = pocket.generate([piece_of(pocket, 2.5, 1)], sampling)
    assert audio.samples.shape == (2, round(2.5 * 44_100))
    assert np.abs(audio.samples).max() > 0.01


@pytest.mark.parametrize("projector", Projector)
def test_encoders_learn_through_it(pocket: Pocket, projector: Projector) -> None:
    encoders = new_encoders(EncoderConfig(pocket.text_space, projector), 0).train()
    words = encoders(torch.rand(2, 303), genre_one_hot(encoders.config, "HO").expand(2, -1))
    tokens = pocket.tokenizer.encode(TRAINING_PROMPT, words.rhythm.shape[1], 1)
    codes = torch.randint(SIZE, (2, 8, 64))
    pocket.loss(pocket.embed([tokens] * 2, words), codes, torch.Generator()).backward()
    assert encoders.rhythm.last_layer.weight.grad is not None
    assert float(encoders.rhythm.last_layer.weight.grad.abs().max()) > 0.0
    assert all(not parameter.requires_grad for parameter in pocket.model.parameters())


def test_there_are_no_notes_in_sound(pocket: Pocket) -> None:
    with pytest.raises(BackboneError, match="learns from scores"):
        pocket.targets(Audio(np.zeros((1, 44_100), np.float32), 44_100))


def test_models_of_other_kinds_and_other_styles_are_refused(tmp_path: Path) -> None:
    folder = save_tiny_pocket(tmp_path / "pocket")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, "styles": ["polka", *config["styles"]]}), "utf-8")
    with pytest.raises(BackboneError, match="other styles"):
        load_pocket(ModelSource(str(folder)), Runtime("cpu"))
    del config["layout"]  # as the models were written whose codes told a line's pitch only where it began
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    with pytest.raises(BackboneError, match="other styles or codes"):
        load_pocket(ModelSource(str(folder)), Runtime("cpu"))
    tiny_musicgen().save_pretrained(tmp_path / "musicgen")
    with pytest.raises(BackboneError, match="of kind 'musicgen', not a Pocket"):
        load_pocket(ModelSource(str(tmp_path / "musicgen")), Runtime("cpu"))
