"""A studio's day in half an hour: clients send, workers are killed, the server is killed; nothing may be lost.

    python -m benchmarks.soak --minutes 30 --json soak.json

A real `kinescore serve` with keys, its real workers and the real built-in engine on short pieces, over the real socket
of this machine. Every 20 s a worker is killed (SIGKILL), every 3 minutes the server, which is started again on the same
store. At the end every job that was sent has ended once, and each that was done has the bytes which its request is
composed to in this process. Linux only (/proc).
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.soak_clients import Ledger, check_ends, run_client, short_pieces
from benchmarks.soak_server import Sample, SoakServer
from kinescore.wire.messages import JobState

WORKER_EVERY, SAMPLE_EVERY = 20.0, 2.0
WARM_SECONDS = 40.0
"""A life's first samples are left out of the slopes: imports, first requests, the allocator's first arenas."""
SETTLE_SECONDS = 10.0
ASLEEP_SECONDS = 60.0
"""Between two looks this much passes only when the soak itself is held up; it does not count."""


def main() -> None:
    """Soak, print the table, and fail if anything was lost, doubled or different."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--server-every", type=float, default=180.0, metavar="SECONDS", help="between its kills")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--json", type=Path, help="also write the figures there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = soak(Path(folder), options)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    print("| soak | |\n|---|---|")
    for name, value in figures.items():
        print(f"| {name.replace('_', ' ')} | {value if isinstance(value, str | int) else f'{value:.2f}'} |")
    raise SystemExit(1 if figures["faults"] else 0)


def soak(folder: Path, options: argparse.Namespace) -> dict[str, object]:
    """Return the figures by name."""
    names = [f"client-{number}" for number in range(options.clients)]
    pieces, ledger, over = short_pieces(12), Ledger(), threading.Event()
    server = SoakServer(folder, options.workers, names)
    starts = [server.start()]
    threads = [
        threading.Thread(target=run_client, args=(server.client(name), name, pieces, ledger, over)) for name in names
    ]
    for thread in threads:
        thread.start()
    samples, kills, asleep = disturb(server, options, starts)
    over.set()
    for thread in threads:
        thread.join()
    return judge(server, names, ledger) | {
        "minutes": options.minutes,
        "held_up_seconds_besides": asleep,
        "workers": options.workers,
        "clients": options.clients,
        "workers_killed": kills,
        "servers_killed": len(starts) - 1,
        "start_seconds_median": float(np.median(starts)),
        "start_seconds_worst": max(starts),
        "longest_wait_for_an_answer_seconds": ledger.longest_wait,
        **slopes(samples),
    }


def disturb(server: SoakServer, options: argparse.Namespace, starts: list[float]) -> tuple[list[Sample], int, float]:
    """Kill and look, until the time is over; returns what was seen, how many workers were killed, and for how many
    seconds this process was held up from doing so."""
    rng, samples, kills, asleep = random.Random(0), [], 0, 0.0
    begin = last = time.monotonic()
    next_worker, next_server = begin + WORKER_EVERY, begin + options.server_every
    while (now := time.monotonic()) < begin + 60 * options.minutes + asleep:
        asleep += now - last if now - last > ASLEEP_SECONDS else 0.0
        last = now
        if now >= next_server:
            next_server += options.server_every
            server.kill()
            starts.append(server.start())
        if now >= next_worker:
            next_worker += WORKER_EVERY
            kills += server.kill_a_worker(rng)
        if (sample := server.sample()) is not None:
            samples.append(sample)
        time.sleep(SAMPLE_EVERY)
    return samples, kills, asleep


def judge(server: SoakServer, names: list[str], ledger: Ledger) -> dict[str, object]:
    """Ask for every job again, end the server, and compare clients, journal and audit log."""
    for name in names:
        with server.client(name) as client:
            check_ends(client, name, ledger)
    code = server.stop()
    time.sleep(SETTLE_SECONDS)
    journal = dict(sqlite3.connect(server.store / "jobs.sqlite").execute("SELECT id, state FROM jobs").fetchall())
    rows = sqlite3.connect(server.store / "jobs.sqlite").execute("SELECT count(*) FROM jobs").fetchone()[0]
    audit = [json.loads(line) for line in (server.folder / "audit.jsonl").read_text().splitlines()]
    done = Counter(line["job"] for line in audit if line["message"] in ("done", "failed", "cancelled"))
    lost = [job for job in ledger.sent if job not in journal or job not in ledger.ends]
    doubled = [job for job, times in done.items() if times > 1]
    left = list((server.store / "requests").iterdir()) + list((server.store / "results").glob("*.part"))
    ends = Counter(ledger.ends.values())
    return {
        "jobs_sent": len(ledger.sent),
        "done_with_the_right_bytes": ends[JobState.DONE],
        "cancelled_as_asked": ends[JobState.CANCELLED],
        "given_up_after_too_many_kills": len(ledger.given_up),
        "lost": len(lost),
        "ended_twice": len(doubled) + max(0, rows - len(journal)),
        "unknown_to_the_clients": len(journal.keys() - ledger.sent.keys()),
        "files_left_behind": len(left),
        "workers_left_behind": len(server.orphans()),
        "exit_code": code,
        "faults": len(ledger.faults)
        + len(ledger.given_up)
        + len(lost)
        + len(doubled)
        + len(left)
        + len(server.orphans())
        + abs(code),
        "first_faults": "; ".join(ledger.faults[:5]) or "none",
    }


def slopes(samples: list[Sample]) -> dict[str, object]:
    """Memory and descriptors of the server: how they grow within lives, and from life to life at the same age."""
    warm = [sample for sample in samples if sample.age >= WARM_SECONDS]
    figures: dict[str, object] = {}
    for name, scale in (("rss_bytes", 2**20), ("descriptors", 1), ("threads", 1)):
        values = np.array([getattr(sample, name) / scale for sample in warm])
        ages = np.array([sample.age / 60 for sample in warm])
        lives = np.array([sample.life for sample in warm])
        within = sum(((ages[lives == life] - ages[lives == life].mean()) ** 2).sum() for life in set(lives))
        shared = sum(
            ((ages[lives == life] - ages[lives == life].mean()) * values[lives == life]).sum() for life in set(lives)
        )
        medians = [float(np.median(values[lives == life])) for life in sorted(set(lives))]
        label = {"rss_bytes": "rss_mib"}.get(name, name)
        figures[f"{label}_first_life"] = medians[0]
        figures[f"{label}_last_life"] = medians[-1]
        figures[f"{label}_worst"] = float(values.max())
        figures[f"{label}_slope_per_minute_within_lives"] = float(shared / within)
    return figures


if __name__ == "__main__":
    main()
