"""What the wire and the server cost: round trips, throughput, and how soon they are back after a kill.

    python -m benchmarks.wire_and_server

Every row is a real server process with real workers on the loopback address. The workers sleep or make noise instead of
composing ("sleepy", "large" of tests/serve/practice_server.py), so the rows show the transport and the bookkeeping.
Times depend on the machine; the ratios less so.
"""

from __future__ import annotations

import hashlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from kinescore.files.strict_json import dump, parse
from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.codec import decode_call, encode_call
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.keys import load_client_keys, make_keys
from kinescore.wire.messages import JobState, Submit, new_job_id
from kinescore.wire.request_codec import request_header
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until, wait_until_final
from tests.wire.motions import wandering

ROUND_TRIPS = 2000
SUBMISSIONS = 200
LONG_MOTION_FRAMES = 20_000
JOBS = 40
JOB_SECONDS = 0.2
ROOM = {"jobs": 1000, "jobs_per_client": 1000}


def main() -> None:
    """Print one row for each measurement."""
    print(f"{'what':<58}{'measured':>22}  against")
    measure_codec()
    measure_passing_on()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with RunningServer(place / "plain", workers=2, limits=ROOM) as server, server.client() as client:
            idle = measure_round_trips("status round trip, idle", client)
            measure_round_trips_under_load(server, client, idle)
            measure_submissions(client)
            plain_speed = measure_fetch("fetch 53 MB", client)
            measure_cancel(client)
            measure_queue(client)
            measure_killed_worker(client)
            measure_killed_server(server, client)
        measure_curve(place, idle, plain_speed)


def row(what: str, measured: str, against: str = "") -> None:
    """Print a row of the table."""
    print(f"{what:<58}{measured:>22}  {against}", flush=True)


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def a_minute_of_motion(seed: int = 0) -> SoundtrackRequest:
    """60 s of keypoints at 30 fps; its engine does not matter."""
    return SoundtrackRequest(wandering(frames=1800), "0", engine="sleepy", seed=seed)


def measure_codec() -> None:
    """Encode and decode one submission, beside the plainest copy of its bytes."""
    request = a_minute_of_motion()
    array = EncodedRequest.of(request).array

    def there() -> None:
        call, _ = decode_call(encode_call(Submit.of(request, new_job_id()), 1))
        call.request.decode()

    both = min(seconds_of(there) for _ in range(50))
    hashing = min(seconds_of(lambda: hashlib.sha256(array)) for _ in range(50))
    row("encode and decode 60 s of motion (367 kB)", f"{1e3 * both:.2f} ms", f"{both / hashing:.1f} x its SHA-256")


def measure_passing_on() -> None:
    """CPU of client, server and worker for one submission, socket and disk apart: bytes passed on, or made anew."""
    request = SoundtrackRequest(wandering(frames=LONG_MOTION_FRAMES))
    taken: dict[str, float] = {}
    for work in (passed_on, made_anew) * 20:
        start = time.process_time()
        work(request)
        taken[work.__name__] = min(time.process_time() - start, taken.get(work.__name__, 1e9))
    now, before = taken[passed_on.__name__], taken[made_anew.__name__]
    row(f"CPU of a submission of {LONG_MOTION_FRAMES} frames (4 MB)", f"{1e3 * now:.1f} ms", f"{now / before:.2f} x")
    row("... with its bytes made anew at every step", f"{1e3 * before:.1f} ms", "as it was before")


def passed_on(request: SoundtrackRequest) -> None:
    """The client encodes, the server hashes, checks and keeps what came, the worker decodes."""
    call, _ = decode_call(encode_call(Submit.of(request, new_job_id()), 1))
    assert call.request.digest == call.digest
    call.request.decode()
    EncodedRequest.from_bytes(call.request.to_bytes()).decode()


def made_anew(request: SoundtrackRequest) -> None:
    """As it was done before: a blob for the digest, frames for the wire, and on the server a blob of what came."""
    digest = hashlib.sha256(_blob(request)).hexdigest()
    header, array = dump(request_header(request)), _array(request)
    came = EncodedRequest(parse(header, "request"), array).decode()
    blob = _blob(came)
    assert hashlib.sha256(blob).hexdigest() == digest
    line, _, rest = blob.partition(b"\n")
    EncodedRequest(parse(line, "request"), rest).decode()


def _blob(request: SoundtrackRequest) -> bytes:
    return dump(request_header(request)) + b"\n" + _array(request)


def _array(request: SoundtrackRequest) -> bytes:
    keypoints = request.keypoints
    joined = np.concatenate([keypoints.positions, keypoints.confidence[..., None]], axis=2)
    return joined.astype("<f4").tobytes() + b""


def round_trips(client: Client) -> np.ndarray:
    """Return the seconds that each of many status polls took."""
    job = client.jobs()[-1].job if client.jobs() else client.submit(asking_for("sleepy", "0")).job
    return np.array([seconds_of(lambda: client.status(job)) for _ in range(ROUND_TRIPS)])


def measure_round_trips(what: str, client: Client) -> float:
    """Print and return the median."""
    times = round_trips(client)
    median = float(np.median(times))
    row(what, f"{1e3 * median:.2f} ms", f"p99 {1e3 * np.percentile(times, 99):.1f} ms")
    return median


def measure_round_trips_under_load(server: RunningServer, client: Client, idle: float) -> None:
    """Eight other clients poll as fast as they can, and two send a minute of motion that the server has already."""
    over = threading.Event()

    def poll() -> None:
        with server.client() as other:
            while not over.is_set():
                other.hello()

    def submit(seed: int) -> None:
        request, job = a_minute_of_motion(seed), new_job_id()
        with server.client() as other:
            while not over.is_set():
                other.submit(request, job)

    threads = [threading.Thread(target=poll) for _ in range(8)]
    threads += [threading.Thread(target=submit, args=(seed,)) for seed in range(2)]
    for thread in threads:
        thread.start()
    times = round_trips(client)
    over.set()
    for thread in threads:
        thread.join()
    median = float(np.median(times))
    ninety_ninth = 1e3 * np.percentile(times, 99)
    row("the same beside 8 polling and 2 submitting clients", f"{1e3 * median:.2f} ms", f"p99 {ninety_ninth:.1f} ms")
    row("", "", f"{median / idle:.1f} x idle")


def measure_submissions(client: Client) -> None:
    """Accepting a job includes two synced writes."""
    blocking = [client.submit(asking_for("sleepy", "60")).job for _ in range(2)]
    requests = [(a_minute_of_motion(seed), new_job_id()) for seed in range(SUBMISSIONS)]
    taken = seconds_of(lambda: [client.submit(*request) for request in requests])
    row("submissions of 60 s of motion, journalled", f"{SUBMISSIONS / taken:.0f} /s")
    for job in [*(job for _, job in requests), *blocking]:
        client.cancel(job)


def measure_fetch(what: str, client: Client) -> float:
    """Print and return bytes per second."""
    job = client.submit(asking_for("large", "200")).job
    wait_until_final(client, job)
    size = len(client.fetch(job))
    speed = size / seconds_of(lambda: client.fetch(job))
    row(what, f"{speed / 1e6:.0f} MB/s", f"{speed / 264_600:.0f} x real time of its sound")
    return speed


def measure_cancel(client: Client) -> None:
    """The engine looks at its flag every 25 ms."""
    times = []
    for _ in range(10):
        job = client.submit(asking_for("sleepy", "0.5")).job
        wait_for_worker(client, job)
        start = time.perf_counter()
        client.cancel(job)
        wait_until_final(client, job)
        times.append(time.perf_counter() - start)
    row("cancel a running job until it has stopped", f"{1e3 * np.median(times):.0f} ms", "its step 25 ms, polled 20 ms")


def measure_queue(client: Client) -> None:
    """What the server adds to jobs that only sleep."""
    start = time.perf_counter()
    jobs = [client.submit(asking_for("sleepy", str(JOB_SECONDS), seed=seed)).job for seed in range(JOBS)]
    for job in jobs:
        wait_until_final(client, job)
    taken, ideal = time.perf_counter() - start, JOBS * JOB_SECONDS / 2
    row(f"{JOBS} jobs of {JOB_SECONDS:g} s, two workers", f"{taken:.2f} s", f"{taken / ideal:.2f} x ideal")


def measure_killed_worker(client: Client) -> None:
    """kill -9 until another process has begun the job."""
    job = client.submit(asking_for("sleepy", "2")).job
    first = wait_for_worker(client, job)
    start = time.perf_counter()
    os.kill(first, signal.SIGKILL)
    wait_until(client, job, lambda status: status.phase.startswith("pid") and status.phase != f"pid {first}")
    row("kill -9 a worker, until its job runs again", f"{1e3 * (time.perf_counter() - start):.0f} ms", "polled 20 ms")
    wait_until_final(client, job)


def measure_killed_server(server: RunningServer, client: Client) -> None:
    """kill -9, start again at once, until the client that knows nothing of it has its answer."""
    job = client.submit(asking_for("sleepy", "2")).job
    wait_for_worker(client, job)
    start = time.perf_counter()
    server.kill()
    server.start()
    restarted = time.perf_counter() - start
    client.status(job)
    answered = time.perf_counter() - start
    wait_until(client, job, lambda status: status.state is JobState.RUNNING)
    running = time.perf_counter() - start
    row("kill -9 the server, until it is ready again", f"{1e3 * restarted:.0f} ms")
    row("... until the old client has an answer", f"{1e3 * answered:.0f} ms")
    row("... until the job that ran is running again", f"{1e3 * running:.0f} ms")


def measure_curve(place: Path, idle: float, plain_speed: float) -> None:
    """The same with keys."""
    with locked_server(place) as client:
        median = measure_round_trips("status round trip with keys, idle", client)
        row("", "", f"{median / idle:.2f} x without keys")
        speed = measure_fetch("fetch 53 MB with keys", client)
        row("", "", f"{speed / plain_speed:.2f} x without keys")


@contextmanager
def locked_server(place: Path):  # noqa: ANN201  a context of one Client
    """Yield a client of a server with keys."""
    key_file = make_keys(place / "keys")
    with (
        RunningServer(place / "locked", key_folder=str(place / "keys"), limits=ROOM) as server,
        server.client(keys=load_client_keys(key_file)) as client,
    ):
        yield client


if __name__ == "__main__":
    main()
