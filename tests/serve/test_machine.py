"""What a server tells of its machine: real where it can be, and nothing from one that is too old to say."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from kinescore.serve.machine import MEBIBYTE, MachineProbe, free_memory, nvidia_gpus
from kinescore.wire.messages import Gpu
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker

CARDS = "NVIDIA H200, 1000, 143771\nNVIDIA RTX 6000, Ada, 2048, 49140\n"


def card_teller(folder: Path, says: str, exit_code: int = 0) -> str:
    """A PATH on which `nvidia-smi` says this; NVIDIA's own is on no machine of ours."""
    program = folder / "nvidia-smi"
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.stdout.write({says!r})\nsys.exit({exit_code})\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for nvidia-smi.exe")
@pytest.mark.parametrize(
    ("says", "exit_code", "expected"),
    [
        (CARDS, 0, [("NVIDIA H200", 1000), ("NVIDIA RTX 6000, Ada", 2048)]),
        ("No devices were found\n", 6, []),
        ("something else\n", 0, []),
        ("NVIDIA, [N/A], 5\n", 0, []),
    ],
)
def test_cards_are_read_and_nonsense_is_none(tmp_path, monkeypatch, says, exit_code, expected) -> None:
    monkeypatch.setenv("PATH", card_teller(tmp_path, says, exit_code))
    assert [(gpu.name, gpu.free_bytes // MEBIBYTE) for gpu in nvidia_gpus()] == expected


def test_without_the_program_there_are_no_cards(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nvidia_gpus() == ()
    assert MachineProbe().gpus() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for nvidia-smi.exe")
def test_a_server_tells_cards_memory_and_load(tmp_path) -> None:
    path = card_teller(tmp_path, CARDS)
    with RunningServer(tmp_path / "store", {"PATH": path}, workers=1) as server, server.client() as client:
        deadline = time.monotonic() + 10
        while not (machine := client.machine()).gpus:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert machine.gpus[0] == Gpu("NVIDIA H200", 1000 * MEBIBYTE, 143771 * MEBIBYTE)
        assert (machine.queued, machine.running) == (0, 0)
        if sys.platform == "linux":
            assert machine.free_memory_bytes == pytest.approx(free_memory(), rel=0.5)
        running = client.submit(asking_for("sleepy", "30")).job
        client.submit(asking_for("sleepy", "30", seed=1))
        wait_for_worker(client, running)
        machine = client.machine()
        assert (machine.queued, machine.running) == (1, 1)


def test_a_server_that_does_not_know_the_call_tells_nothing(tmp_path, monkeypatch) -> None:
    older = tmp_path / "older_server.py"
    practice = Path(__file__).with_name("practice_server.py")
    older.write_text(
        f"import sys, json\nsys.path.insert(0, {str(practice.parent)!r})\n"
        "import practice_server\nfrom kinescore.wire import codec\n"
        "codec.CALLS = {name: kind for name, kind in codec.CALLS.items() if name != 'machine'}\n"
        "if __name__ == '__main__':\n    practice_server.main(json.loads(sys.argv[1]))\n"
    )
    with RunningServer(tmp_path / "store", script=older) as server, server.client() as client:
        assert client.machine() is None
        assert client.hello().workers == 1, "the connection goes on"
