"""The walk of docs/how-to/studio.md, followed: four workstations, one of which serves them all.

    sudo python -m benchmarks.studio_walk dance.bvh

Four network namespaces with a bridge between them stand for the machines, so every connection goes over (virtual)
Ethernet, with keys; the commands are those of the page. Linux, root, iproute2. Prints how long each step took.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MACHINES = {"atlas": "10.77.0.1", "anna": "10.77.0.2", "ben": "10.77.0.3", "cleo": "10.77.0.4"}
SERVER = f"{MACHINES['atlas']}:7717"
SETTINGS = """
address = "tcp://0.0.0.0:7717"
keys = "keys"
store = "store"
workers = 2
status = "127.0.0.1:7718"
audit = "audit.jsonl"
"""


def main() -> None:
    """Take every step in its order."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dance", type=Path)
    parser.add_argument("--look", nargs="+", default=[], metavar="COMMAND", help="run this on the server at the end")
    options = parser.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, network():
        walk(Path(folder), options.dance.resolve(), options.look)
    print(f"{'all of it':<58}{time.monotonic() - start:>7.1f} s")


def walk(folder: Path, dance: Path, look: list[str]) -> None:
    """The numbered steps of the page."""
    (folder / "serve.toml").write_text(SETTINGS)
    kinescore("atlas", folder, "serve", "--make-keys", "keys", "--client", "boss", "--admin")
    os.rename(folder / "keys/to_hand_out/boss.key", folder / "boss.key")
    kinescore("atlas", folder, "serve", "--config", "serve.toml", "--check")
    with serving(folder):
        for name in ("anna", "ben", "cleo"):
            kinescore("anna", folder, "admin", "--server", SERVER, "--key", "boss.key", "add-client", name)
        for name in ("anna", "ben", "cleo"):
            where = ("--server", SERVER, "--key", f"{name}.key")
            kinescore(name, folder, "generate", str(dance), *where, "-o", f"{name}.wav")
        refused = run("ben", folder, "generate", str(dance), "--server", SERVER, "-o", "none.wav")
        assert refused.returncode != 0, "a client without a key came in"
        print(f"{'ben without a key: ' + ' '.join(refused.stderr.split())[:80]}")
        music = {(folder / f"{name}.wav").read_bytes() for name in ("anna", "ben", "cleo")}
        assert len(music) == 1, "one request and seed made different music"
        kinescore("anna", folder, "admin", "--server", SERVER, "--key", "boss.key", "jobs")
        if look:
            subprocess.run([*inside("atlas"), *look], check=True, cwd=Path.cwd())
        kinescore("anna", folder, "admin", "--server", SERVER, "--key", "boss.key", "revoke", "cleo")
        kinescore("anna", folder, "admin", "--server", SERVER, "--key", "boss.key", "drain")


def kinescore(machine: str, folder: Path, *arguments: str) -> None:
    """Run a command on that machine, say how long it took, and what it said."""
    start = time.monotonic()
    done = run(machine, folder, *arguments)
    what = f"{machine}: kinescore {' '.join(argument for argument in arguments if '/' not in argument)}"
    print(f"{what[:56]:<58}{time.monotonic() - start:>7.1f} s", flush=True)
    if done.returncode:
        raise SystemExit(done.stderr)


def run(machine: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on that machine."""
    command = [*inside(machine), sys.executable, "-m", "kinescore", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)


def inside(machine: str) -> list[str]:
    """The words that put a command onto that machine."""
    return ["ip", "netns", "exec", f"ks-{machine}"]


@contextmanager
def serving(folder: Path) -> Iterator[None]:
    """The service, from its first word to its orderly end, which the body brings about."""
    start = time.monotonic()
    command = [*inside("atlas"), sys.executable, "-m", "kinescore", "serve", "--config", "serve.toml"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        print(f"{process.stdout.readline()[:56].strip():<58}{time.monotonic() - start:>7.1f} s")
        yield
        assert process.wait(timeout=60) == 0, "the drained server did not end well"
    finally:
        process.kill()


@contextmanager
def network() -> Iterator[None]:
    """Four machines at one switch."""
    ip("link", "add", "ks-switch", "type", "bridge")
    try:
        ip("link", "set", "ks-switch", "up")
        for name, address in MACHINES.items():
            ip("netns", "add", f"ks-{name}")
            ip("link", "add", f"ks-{name}", "type", "veth", "peer", "name", "eth0", "netns", f"ks-{name}")
            ip("link", "set", f"ks-{name}", "master", "ks-switch", "up")
            ip("-n", f"ks-{name}", "addr", "add", f"{address}/24", "dev", "eth0")
            for device in ("eth0", "lo"):
                ip("-n", f"ks-{name}", "link", "set", device, "up")
        yield
    finally:
        for name in MACHINES:
            subprocess.run(["ip", "netns", "del", f"ks-{name}"], check=False, stderr=subprocess.DEVNULL)
        ip("link", "del", "ks-switch")


def ip(*words: str) -> None:
    """Set the network up."""
    subprocess.run(["ip", *words], check=True)


if __name__ == "__main__":
    main()
