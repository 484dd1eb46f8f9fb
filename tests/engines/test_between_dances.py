"""Two dances, two genres and an example song, through every learned engine: each reaches the music."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("diffusers")

import torch

from kinescore.encoders.checkpoint import save_encoders
from kinescore.encoders.config import ClapIdentity, EncoderConfig, Projector
from kinescore.encoders.encoders import new_encoders
from kinescore.encoders.example import ExampleListener
from kinescore.encoders.initialise import start_near_words
from kinescore.engines.composer import compose, engines_with
from kinescore.engines.model_choice import ModelChoice, load_backbone
from kinescore.motion.mover import Mover
from kinescore.motion.readers import read_motion_file
from kinescore.request import SoundtrackRequest
from kinescore.take import Take
from tests.backbones.tiny_ace_step import save_tiny_ace_step
from tests.backbones.tiny_audioldm2 import save_tiny_audioldm2
from tests.backbones.tiny_musicgen import save_tiny_musicgen
from tests.backbones.tiny_riffusion import save_tiny_riffusion
from tests.cli.bouncers import write_bouncer
from tests.encoders.tiny_clap import save_tiny_clap, tiny_clap
from tests.train.made_clips import made_song

SAVERS: dict[str, Callable[[Path], Path]] = {
    "musicgen": save_tiny_musicgen,
    "riffusion": save_tiny_riffusion,
    "ace_step": save_tiny_ace_step,
    "audioldm2": save_tiny_audioldm2,
}
QUICK = {"musicgen": (), "riffusion": (("steps", "2"), ("phase_iterations", "2"))}


@pytest.fixture(scope="module", params=SAVERS)
def engine(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def folder(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine's model, encoders that take labels, others that listen, and two dances."""
    torch.set_num_threads(1)
    made = tmp_path_factory.mktemp(engine)
    SAVERS[engine](made / "model")
    backbone = load_backbone(ModelChoice(engine, str(made / "model"), device="cpu"))
    clap = ExampleListener(*tiny_clap(), str(save_tiny_clap(made / "clap"))).clap
    for name, heard in (("named", None), ("listening", clap)):
        _save_encoders(backbone, made / f"{name}.safetensors", heard)
    for name, tempo in (("one", 112), ("other", 90)):
        write_bouncer(made / f"{name}.npz", tempo, seconds=1.0)
    return made


def _save_encoders(backbone: object, path: Path, heard: ClapIdentity | None) -> None:
    """Writing large words, so that a tiny model hears them."""
    encoders = new_encoders(EncoderConfig(backbone.text_space, Projector.MLP, clap=heard), 1)
    start_near_words(encoders, backbone.word_row("rhythm"), backbone.word_row("dance"), 1)
    for part in (encoders.rhythm, encoders.genre):
        with torch.no_grad():
            part.last_layer.weight.mul_(50.0)
    save_encoders(encoders, path)


def played(folder: Path, engine: str, encoders: str = "named", other: float | None = None, **asked: object) -> Take:
    choice = ModelChoice(
        engine,
        str(folder / "model"),
        folder / f"{encoders}.safetensors",
        device="cpu",
        sampling=QUICK.get(engine, (("steps", "2"),)),
    )
    one, two = (read_motion_file(folder / f"{name}.npz") for name in ("one", "other"))
    request = SoundtrackRequest(one, engine=engine, seconds=0.6, beat_lock=False, tempo_bpm=112.0)
    others = () if other is None else (Mover(two, other, "other"),)
    return compose(replace(request, others=others, **asked), engines=engines_with([choice]))


def distance(one: Take, other: Take) -> float:
    return float(np.abs(one.audio.samples - other.audio.samples).mean())


def test_a_second_dance_draws_the_music_towards_itself(folder: Path, engine: str) -> None:
    alone = played(folder, engine, genre="house")
    light, heavy = (played(folder, engine, genre="house", other=weight) for weight in (0.01, 100.0))
    assert any("between those of 2 movements" in note for note in light.notes)
    assert distance(alone, heavy) > 0.0
    if engine != "musicgen":  # codes are drawn, so that a little may change one or none
        assert distance(alone, light) < distance(alone, heavy)


def test_a_mix_of_genres_is_neither(folder: Path, engine: str) -> None:
    house, krump, mixed = (played(folder, engine, genre=genre) for genre in ("house", "krump", "house 3 + krump 1"))
    assert min(distance(house, krump), distance(house, mixed), distance(krump, mixed)) > 0.0
    assert mixed.provenance["genre"] == "house 3 + krump 1"


def test_genre_by_example_reaches_every_engine(folder: Path, engine: str) -> None:
    songs = [made_song(genre, np.random.default_rng(genre)) for genre in (0, 1)]
    one, other = (played(folder, engine, "listening", example=song) for song in songs)
    assert distance(one, other) > 0.0
    assert one.provenance["example"] != other.provenance["example"]
