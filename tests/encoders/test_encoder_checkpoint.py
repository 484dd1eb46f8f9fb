"""Checkpoints: complete or absent, the same bytes for the same weights, and refused where they do not belong."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

pytest.importorskip("torch")

import torch
from safetensors import safe_open
from safetensors.torch import save_file

from kinescore.encoders import checkpoint
from kinescore.encoders.config import ClapIdentity, EncoderConfig, Projector, RhythmMode
from kinescore.encoders.encoders import Encoders, new_encoders
from kinescore.errors import EncoderError, KinescoreError
from kinescore.pseudo_words.text_space import TextSpace

SPACE = TextSpace("musicgen", "64x2", 32, "a/folder")


def tiny(projector: Projector = Projector.TEMPORAL) -> Encoders:
    return new_encoders(EncoderConfig(SPACE, projector), 0)


@pytest.mark.parametrize("projector", list(Projector))
@pytest.mark.parametrize("clap", [None, ClapIdentity("some/clap", "0123abcd", 24)])
def test_what_was_saved_comes_back(tmp_path: Path, projector: Projector, clap: ClapIdentity | None) -> None:
    config = EncoderConfig(SPACE, projector, 306, 59.94, RhythmMode.RELEASED, ("a", "ü"), clap)
    saved = new_encoders(config, 3).train()
    checkpoint.save_encoders(saved, tmp_path / "e.safetensors")
    loaded = checkpoint.load_encoders(tmp_path / "e.safetensors", SPACE)
    assert loaded.config == config == checkpoint.read_config(tmp_path / "e.safetensors")
    assert not loaded.training
    peaks, genre = torch.rand(2, 306), torch.rand(2, config.genre_width)
    assert torch.equal(loaded(peaks, genre).rows, saved.eval()(peaks, genre).rows)


def test_the_same_weights_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        checkpoint.save_encoders(tiny(), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_save_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "e.safetensors"
    checkpoint.save_encoders(tiny(), path)
    before = path.read_bytes()

    def full_disk(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        checkpoint.save_encoders(tiny(Projector.MLP), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_in_the_middle_of_the_old_file_is_not_disturbed(tmp_path: Path) -> None:
    path = tmp_path / "e.safetensors"
    checkpoint.save_encoders(tiny(), path)
    before = path.read_bytes()
    with open(path, "rb") as reader:
        first = reader.read(1000)
        checkpoint.save_encoders(tiny(Projector.MLP), path)
        assert first + reader.read() == before
    assert path.read_bytes() != before


@pytest.mark.parametrize(
    "other", [TextSpace("riffusion", "64x2", 32), TextSpace("musicgen", "128x2", 32), TextSpace("musicgen", "64x2", 48)]
)
def test_encoders_of_another_backbone_are_refused(tmp_path: Path, other: TextSpace) -> None:
    checkpoint.save_encoders(tiny(), tmp_path / "e.safetensors")
    with pytest.raises(EncoderError) as caught:
        checkpoint.load_encoders(tmp_path / "e.safetensors", other)
    assert str(caught.value) == (
        f"The encoders in e.safetensors belong to musicgen 64x2 (width 32, a/folder), not to {other}. "
        "Choose that backbone, or train encoders for this one."
    )


def test_a_copied_backbone_folder_is_the_same_place(tmp_path: Path) -> None:
    checkpoint.save_encoders(tiny(), tmp_path / "e.safetensors")
    moved = dataclasses.replace(SPACE, source="/elsewhere")
    assert checkpoint.load_encoders(tmp_path / "e.safetensors", moved).config.text_space == SPACE


def test_damaged_and_foreign_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "e.safetensors"

    def refusal() -> str:
        with pytest.raises(KinescoreError) as caught:
            checkpoint.load_encoders(path, SPACE)
        return caught.value.sentence

    assert "no encoder checkpoint at" in refusal()
    checkpoint.save_encoders(tiny(), path)
    whole = path.read_bytes()
    for cut in (0, 4, 100, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert "not a complete safetensors file" in refusal()
    save_file({"weight": torch.zeros(2)}, path)
    assert "not one of Kinescore's encoders" in refusal()


def test_headers_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "e.safetensors"
    encoders = tiny()
    checkpoint.save_encoders(encoders, path)
    with safe_open(path, "pt") as file:
        header = file.metadata()[checkpoint.HEADER_KEY]
    tensors = dict(encoders.state_dict())

    def refusal(old: str = "", new: str = "", **changes: torch.Tensor) -> str:
        save_file(tensors | changes, path, {checkpoint.HEADER_KEY: header.replace(old, new) if old else header})
        with pytest.raises(KinescoreError) as caught:
            checkpoint.load_encoders(path, SPACE)
        return caught.value.sentence

    assert "has layout 2" in refusal('"format":1', '"format":2')
    assert "not valid JSON" in refusal("}", "")
    assert "one of mlp, attention, temporal" in refusal('"temporal"', '"wavelet"')
    assert "a field 'text_place' that is not known" in refusal('"text_space"', '"text_place"')
    assert "frames is 0" in refusal('"frames":303', '"frames":0')
    assert "unknown tensor 'extra'" in refusal(extra=torch.zeros(1))
    assert "not finite" in refusal(**{"rhythm.write.1.bias": torch.full((32,), float("inf"))})
    assert "is [31], expected [32]" in refusal(**{"rhythm.write.1.bias": torch.zeros(31)})
