"""kinescore models: encoders and models from elsewhere, from file to sound."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile

pytest.importorskip("torch")
pytest.importorskip("transformers")

from kinescore.cli.main import main
from tests.backbones.tiny_audiocraft import made_tensors, settings, write_checkpoint
from tests.cli.bouncers import write_bouncer
from tests.encoders.test_released_import import released_file
from tests.engines.tiny_models import save_model


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("musicgen") / "tiny")


def run(*arguments: object) -> int:
    return main(["models", *map(str, arguments)])


def test_published_encoders_become_ours_and_play(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    released_file(tmp_path / "theirs.pt", width=32)
    ours = tmp_path / "ours.safetensors"
    assert run("import", tmp_path / "theirs.pt", "--model", model, "--device", "cpu", "-o", ours) == 0
    assert run("show", ours) == 0
    assert "attention encoders for musicgen 64x2" in capsys.readouterr().out
    dance = write_bouncer(tmp_path / "dance.npz", 112, seconds=1.0)
    played_by = [
        "--engine",
        "musicgen",
        "--no-beat-lock",
        "--model",
        str(model),
        "--encoders",
        str(ours),
        "--device",
        "cpu",
    ]
    assert main(["generate", str(dance), "--genre", "house", "-o", str(tmp_path / "out.wav"), *played_by]) == 0
    assert soundfile.info(tmp_path / "out.wav").frames == 44100


def test_an_audiocraft_checkpoint_becomes_a_folder_that_plays(model: Path, tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "state_dict.bin", made_tensors(), settings())
    converted = tmp_path / "converted"
    assert run("convert", tmp_path / "state_dict.bin", "--parts", model, "-o", converted) == 0
    dance = write_bouncer(tmp_path / "dance.npz", 112, seconds=1.0)
    played_by = ["--engine", "musicgen", "--no-beat-lock", "--model", str(converted), "--device", "cpu"]
    assert main(["generate", str(dance), "-o", str(tmp_path / "out.wav"), *played_by]) == 0
    assert soundfile.info(tmp_path / "out.wav").frames == 44100


def test_bad_files_are_one_sentence(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "junk.pt").write_bytes(b"junk")
    assert run("import", tmp_path / "junk.pt", "--model", model, "--device", "cpu", "-o", tmp_path / "out") == 2
    assert run("convert", tmp_path / "junk.pt", "--parts", model, "-o", tmp_path / "out") == 2
    assert run("show", tmp_path / "junk.pt") == 2
    printed = capsys.readouterr().err
    assert printed.count("kinescore: ") == 3
    assert "Traceback" not in printed
    assert not (tmp_path / "out").exists()
