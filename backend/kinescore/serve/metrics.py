"""A snapshot as Prometheus's text: gauges of now, counters since the start."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from kinescore.serve.snapshot import Snapshot
from kinescore.wire.messages import JobState


def metrics_text(now: Snapshot) -> bytes:
    """Return the page that Prometheus scrapes."""
    registry = CollectorRegistry()
    registry.register(_Reader(now))
    return generate_latest(registry)


class _Reader(Collector):
    def __init__(self, now: Snapshot) -> None:
        self._now = now

    def collect(self) -> Iterator[Metric]:
        now = self._now
        yield GaugeMetricFamily("kinescore_start_time_seconds", "When the server started.", now.started_at)
        yield GaugeMetricFamily("kinescore_workers", "Workers that there are to be.", now.workers)
        yield GaugeMetricFamily("kinescore_workers_ready", "Workers that can play.", now.ready)
        yield GaugeMetricFamily("kinescore_jobs_queued", "Jobs that wait.", now.queued)
        yield GaugeMetricFamily("kinescore_jobs_running", "Jobs that are being played.", now.running)
        yield GaugeMetricFamily("kinescore_results_unfetched_bytes", "Takes that nobody fetched.", now.unfetched_bytes)
        yield GaugeMetricFamily("kinescore_results_quota_bytes", "Room for takes.", now.quota_bytes)
        yield CounterMetricFamily("kinescore_jobs_submitted", "Jobs taken in.", now.submitted)
        yield CounterMetricFamily("kinescore_workers_lost", "Workers that died or were killed.", now.lost_workers)
        yield CounterMetricFamily("kinescore_calls_refused", "Calls answered with an error.", now.refused_calls)
        ended = CounterMetricFamily("kinescore_jobs_finished", "Jobs that ended, by how.", labels=["state"])
        for state in (JobState.DONE, JobState.FAILED, JobState.CANCELLED):
            ended.add_metric([state.value], now.finished.get(state, 0))
        yield ended
        free = GaugeMetricFamily("kinescore_gpu_free_bytes", "Free memory of each GPU.", labels=["gpu", "name"])
        for number, gpu in enumerate(now.gpus):
            free.add_metric([str(number), gpu.name], gpu.free_bytes)
        yield free
