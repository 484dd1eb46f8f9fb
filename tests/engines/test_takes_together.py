"""Several takes of a learned engine are decoded side by side, and each is to the byte what it is alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from kinescore.backbones.musicgen.backbone import Musicgen
from kinescore.cli.main import main
from kinescore.engines import composer
from kinescore.engines.composer import Engines, compose, compose_all, engines_with
from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import Cancelled
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from tests.cli.bouncers import write_bouncer
from tests.engines.tiny_models import save_encoders_for, save_model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("takes")
    save_encoders_for(save_model(place / "model"), place / "encoders.safetensors")
    write_bouncer(place / "dance.npz", 112, seconds=2.0)
    return place


@pytest.fixture(scope="module")
def engines(folder: Path) -> Engines:
    encoders = folder / "encoders.safetensors"
    return engines_with([ModelChoice("musicgen", str(folder / "model"), encoders, device="cpu")])


@pytest.fixture(scope="module")
def first(folder: Path) -> SoundtrackRequest:
    return SoundtrackRequest(
        read_motion_file(folder / "dance.npz"), engine="musicgen", genre="house", seed=4, beat_lock=False
    )


@pytest.fixture
def decodings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pieces each decoding made."""
    made: list[int] = []
    plain = Musicgen.generate

    def generate(self: Musicgen, pieces: list, *others: object) -> list:
        made.append(len(pieces))
        return plain(self, pieces, *others)

    monkeypatch.setattr(Musicgen, "generate", generate)
    return made


def test_side_by_side_each_take_is_what_it_is_alone(
    engines: Engines, first: SoundtrackRequest, decodings: list[int]
) -> None:
    """Other seeds, other words, another length beside it."""
    requests = [first, replace(first, seed=5), replace(first, prompt="joyful piano"), replace(first, seconds=1.0)]
    together = list(compose_all(requests, engines=engines))
    assert decodings == [4]
    for request, take in zip(requests, together, strict=True):
        alone = compose(request, engines=engines)
        assert alone.audio.samples.tobytes() == take.audio.samples.tobytes()
        assert np.array_equal(alone.beats, take.beats)
        assert (alone.provenance, alone.notes, alone.scores) == (take.provenance, take.notes, take.scores)
    assert len({take.audio.samples.tobytes() for take in together}) == 4


def test_takes_on_the_command_line_are_one_decoding_of_one_loaded_model(
    folder: Path, tmp_path: Path, decodings: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[object] = []
    plain = composer.engines_with
    monkeypatch.setattr(composer, "engines_with", lambda *given: loaded.append(given) or plain(*given))
    asked = ["generate", str(folder / "dance.npz"), "--engine", "musicgen", "--no-beat-lock", "--genre", "house"]
    played_by = ["--model", str(folder / "model"), "--device", "cpu"]
    assert main([*asked, "-o", str(tmp_path / "takes.wav"), "--seed", "4", "--takes", "3", *played_by]) == 0
    assert (decodings, len(loaded)) == ([3], 1)
    assert main([*asked, "-o", str(tmp_path / "alone.wav"), "--seed", "5", *played_by]) == 0
    assert (tmp_path / "takes-2.wav").read_bytes() == (tmp_path / "alone.wav").read_bytes()


def test_what_ends_one_ends_all(engines: Engines, first: SoundtrackRequest) -> None:
    def stop(phase: str, fraction: float) -> None:
        if phase == "composing":
            raise Cancelled

    with pytest.raises(Cancelled):
        list(compose_all([first, replace(first, seed=5)], stop, engines))


def test_other_engines_make_each_take_when_it_is_asked_for(first: SoundtrackRequest) -> None:
    played: list[int] = []

    def counted() -> object:
        from kinescore.groovebox.engine import play

        return lambda request, *others: played.append(request.seed) or play(request, *others)

    requests = [replace(first, engine="mine", seed=seed) for seed in (1, 2)]
    takes = compose_all(requests, engines={"mine": counted})
    next(takes)
    assert played == [1]
    next(takes)
    assert played == [1, 2]
