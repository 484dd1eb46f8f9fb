"""The files that studios copy: the systemd unit and the container say what this version understands."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kinescore.cli.main import build_parser

ROOT = Path(__file__).resolve().parents[2]
UNIT, CONTAINER = ROOT / "deploy" / "kinescore.service", ROOT / "deploy" / "Containerfile"


def instructions() -> dict[str, list[str]]:
    """What follows each instruction of the container file, continued lines joined."""
    found: dict[str, list[str]] = {}
    for line in CONTAINER.read_text().replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, rest = line.partition(" ")
            found.setdefault(name, []).append(" ".join(rest.split()))
    return found


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/kinescore/bin/kinescore", shutil.which("true") or ""))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, [line for line in done.stderr.splitlines() if UNIT.name in line]) == (0, [])


@pytest.mark.parametrize("key", ["ExecStart", "ExecStartPre"])
def test_the_unit_calls_us_as_we_are_called(key: str) -> None:
    (command,) = re.findall(rf"^{key}=\S+/kinescore (.*)$", UNIT.read_text(), re.MULTILINE)
    assert build_parser().parse_args(command.split()).config == Path("/etc/kinescore/serve.toml")


def test_the_container_calls_us_as_we_are_called_and_asks_where_we_answer() -> None:
    found = instructions()
    command = json.loads(found["ENTRYPOINT"][0]) + json.loads(found["CMD"][0])
    options = build_parser().parse_args(command[1:])
    assert (options.keys, options.store) == (Path("/keys"), Path("/store"))
    assert f"http://{options.status}/healthz" in found["HEALTHCHECK"][0]
    assert found["EXPOSE"] == [options.address.rpartition(":")[2]]
    assert found["USER"] == ["10001"]


def test_what_the_container_copies_is_there() -> None:
    for copied in instructions()["COPY"]:
        for source in copied.split()[:-1]:
            assert (ROOT / source).exists(), source
