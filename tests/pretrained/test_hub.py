"""Fetching from a hub on loopback: size and licence first, a stop that is gone on from, digests, no hub at all."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("huggingface_hub")

import numpy as np
from huggingface_hub import constants
from safetensors.numpy import save, save_file

from kinescore.cli.main import main
from kinescore.cli.model_list import room_for
from kinescore.errors import BackboneError, Cancelled
from kinescore.pretrained.hub import fetch, loadable, look_up
from kinescore.pretrained.model_library import PublishedModel, fetched, library_folder
from kinescore.pretrained.model_source import ModelSource
from kinescore.progress import silent
from tests.pretrained.fake_hub import FakeHub

NAME = "tests/tiny"
WEIGHTS = save({"weight": np.frombuffer(os.urandom(3_000_000), np.uint8)})
FILES = {"config.json": b'{"model_type": "musicgen"}', "model.safetensors": WEIGHTS, "README.md": b"hello"}


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A hub with FILES, and an empty library of models."""
    monkeypatch.setenv("KINESCORE_MODELS", str(tmp_path / "models"))
    made = FakeHub(NAME, dict(FILES))
    with made.served() as address:
        monkeypatch.setattr(constants, "ENDPOINT", address)
        files = f"{address}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
        monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", files)
        yield made


def test_size_and_licence_come_first_and_nothing_is_fetched_for_them(hub: FakeHub) -> None:
    offer = look_up(NAME)
    assert offer.licence == "mit"
    assert offer.size == len(FILES["config.json"]) + len(WEIGHTS)
    assert [name for name, _, _ in offer.files] == ["config.json", "model.safetensors"]
    assert hub.asked == []
    assert fetched(NAME) is None


def test_what_was_fetched_is_a_model_s_folder(hub: FakeHub) -> None:
    place = fetch(look_up(NAME), silent)
    assert place == fetched(NAME) == ModelSource(NAME).folder()
    assert ModelSource(NAME).kind() == "musicgen"
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {
        name: data for name, data in FILES.items() if name != "README.md"
    }


def test_a_stopped_fetch_goes_on_where_it_stopped(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 100_000)

    def stop(_phase: str, fraction: float) -> None:
        if fraction > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch(look_up(NAME), stop)
    assert fetched(NAME) is None, "half a model is no model"
    with pytest.raises(BackboneError, match="is not on this machine") as refusal:
        ModelSource(NAME).folder()
    assert f"kinescore models get {NAME}" in refusal.value.remedy
    hub.asked.clear()
    place = fetch(look_up(NAME), silent)
    assert (place / "model.safetensors").read_bytes() == WEIGHTS
    [(name, start)] = hub.asked
    assert name == "model.safetensors"
    assert 0.3 * len(WEIGHTS) < start < len(WEIGHTS)


def test_a_connection_that_breaks_is_taken_up_again(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _seconds: None)
    hub.breaks["model.safetensors"] = 1_000_000
    place = fetch(look_up(NAME), silent)
    assert (place / "model.safetensors").read_bytes() == WEIGHTS
    assert [name for name, _ in hub.asked].count("model.safetensors") == 2


def test_a_hub_that_is_lost_on_the_way_is_one_sentence(hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _seconds: None)
    offer = look_up(NAME)
    hub.files = {"config.json": FILES["config.json"]}
    with pytest.raises(BackboneError, match=r"connection broke while model\.safetensors came") as refusal:
        fetch(offer, silent)
    assert "goes on" in refusal.value.remedy
    assert fetched(NAME) is None


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_a_file_that_is_another_one_is_refused(hub: FakeHub, name: str) -> None:
    hub.lies.add(name)
    with pytest.raises(BackboneError, match=f"{name} is not what the hub says it is"):
        fetch(look_up(NAME), silent)
    assert fetched(NAME) is None
    hub.lies.clear()
    assert (fetch(look_up(NAME), silent) / name).read_bytes() == FILES[name]


def test_a_single_file_of_a_repository(hub: FakeHub) -> None:
    offer = look_up(f"{NAME}/README.md")
    assert fetch(offer, silent) == fetched(f"{NAME}/README.md") == library_folder() / NAME / "README.md"
    assert [name for name, _ in hub.asked] == ["README.md"]


@pytest.mark.parametrize("name", ["../config.json", "C:/config.json", "unet/..\\..\\config.json"])
def test_a_hub_names_no_file_outside_the_models_folder(hub: FakeHub, name: str) -> None:
    pipeline = {"model_index.json": b"{}", "unet/config.json": b"{}", "unet/model.safetensors": b"weights"}
    hub.files = {**pipeline, name: b"{}"}
    offer = look_up(NAME)
    assert {file for file, _, _ in offer.files} == set(pipeline)
    place = fetch(offer, silent)
    assert [path.parent for path in library_folder().rglob("*config.json")] == [place / "unet"]


@pytest.mark.parametrize("name", ["nobody/nothing", f"{NAME}/gone.bin", "not a name", ""])
def test_what_the_hub_has_not_is_one_sentence(hub: FakeHub, name: str) -> None:
    with pytest.raises(BackboneError, match=r"The hub has no model|has no files that|is no name of a model") as refusal:
        look_up(name)
    assert refusal.value.remedy


def test_no_hub_is_one_sentence_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that takes connections and never answers: the slowest of all ways to be away."""
    with socket.create_server(("127.0.0.1", 0)) as silence:
        monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{silence.getsockname()[1]}")
        began = time.monotonic()
        with pytest.raises(BackboneError, match="does not answer"):
            look_up(NAME)
        assert time.monotonic() - began < 10.0, "four seconds, and what a loaded machine adds"


def test_the_command_asks_before_it_fetches(hub: FakeHub, capsys: pytest.CaptureFixture) -> None:
    surroundings = {**os.environ, "HF_ENDPOINT": hub.address, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "kinescore", "models", "get", NAME]
    asked = subprocess.run(command, capture_output=True, text=True, env=surroundings, stdin=subprocess.DEVNULL)
    assert asked.returncode == 2
    assert "3.0 MB in 2 files; licence mit" in asked.stderr
    assert "Add --yes" in asked.stderr
    assert hub.asked == []
    done = subprocess.run([*command, "--yes"], capture_output=True, text=True, env=surroundings)
    assert done.returncode == 0, done.stderr
    assert "every digest is the hub's" in done.stdout
    hub.asked.clear()
    assert main(["models", "get", NAME]) == 0
    assert "is here already" in capsys.readouterr().out
    assert hub.asked == []


def test_the_list_says_what_is_here(hub: FakeHub, capsys: pytest.CaptureFixture) -> None:
    held = library_folder() / "facebook/musicgen-small"
    held.mkdir(parents=True)
    (held / "config.json").write_bytes(FILES["config.json"])
    save_file({"weight": np.zeros(3, np.float32)}, held / "model.safetensors")
    cut = library_folder() / "facebook/musicgen-medium"
    cut.mkdir()
    (cut / "config.json").write_bytes(FILES["config.json"])
    assert main(["models", "list"]) == 0
    rows = {row.split()[0]: row for row in capsys.readouterr().out.splitlines()}
    assert rows["musicgen-small"].split()[-1] == "yes"
    assert rows["musicgen-large"].split()[-1] == "no"
    assert rows["musicgen-medium"].split()[-1] == "no", "it has no weights"
    assert "2.4 GB" in rows["musicgen-small"]


@pytest.mark.parametrize(
    ("cards", "memory", "place"),
    [
        ([24e9], 1e9, "this GPU"),
        ([8e9], 1e9, "this GPU, --precision bf16"),
        ([4e9], 64e9, "this CPU, slowly"),
        ([], 4e9, "needs 12 GB of memory"),
        ([], None, "this CPU, slowly"),
    ],
)
def test_what_fits_a_machine(cards: list[int], memory: int | None, place: str) -> None:
    assert room_for(PublishedModel("musicgen", "any/thing", 9.0), cards, memory) == place


def test_of_several_forms_of_the_same_weights_one_is_fetched() -> None:
    assert loadable(
        [
            *("model_index.json", "v1.safetensors", "README.md", "images/a.png"),
            *("unet/config.json", "unet/diffusion_pytorch_model.safetensors", "unet/diffusion_pytorch_model.bin"),
            *("unet/diffusion_pytorch_model.fp16.safetensors", "vae/diffusion_pytorch_model.fp16.safetensors"),
            *("text_encoder/pytorch_model.bin", "tokenizer/vocab.json", "tokenizer/merges.txt"),
            *("safety_checker/model.safetensors", "scheduler/scheduler_config.json"),
        ]
    ) == {
        *("model_index.json", "unet/config.json", "unet/diffusion_pytorch_model.safetensors"),
        *("vae/diffusion_pytorch_model.fp16.safetensors", "text_encoder/pytorch_model.bin"),
        *("tokenizer/vocab.json", "tokenizer/merges.txt", "scheduler/scheduler_config.json"),
    }
    assert loadable(
        [
            *("config.json", "state_dict.bin", "pytorch_model.bin", "pytorch_model.bin.index.json", "spiece.model"),
            *("model.safetensors.index.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"),
        ]
    ) == {
        *("config.json", "spiece.model", "model.safetensors.index.json"),
        *("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"),
    }


def test_a_damaged_model_is_mended_by_fetching_it_again(hub: FakeHub, capsys: pytest.CaptureFixture) -> None:
    fetch(look_up(f"{NAME}/README.md"), silent)  # a single file beside is no model, and stays
    assert main(["models", "get", NAME, "--yes"]) == 0
    place = library_folder() / NAME
    (place / "model.safetensors").write_bytes(WEIGHTS[:1000])
    assert main(["models", "get", NAME, "--yes"]) == 0
    assert (place / "model.safetensors").read_bytes() == WEIGHTS
    assert (place / "README.md").read_bytes() == FILES["README.md"]
    assert "every digest is the hub's" in capsys.readouterr().out
