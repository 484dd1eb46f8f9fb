"""Pictures of what was found in a movement and of the music that answers it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.hit_points import HitKind
from kinescore.errors import KinescoreError, require_packages
from kinescore.files.atomic_file import write_atomically
from kinescore.take import Take

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, SOFT, ENERGY, MUSIC = "#1f2430", "#c9ccd6", "#e8a33d", "#3d6fb4"
HIT_STYLE = {
    HitKind.STOP: ("s", "#c0392b"),
    HitKind.CONTACT: ("v", "#2e8b57"),
    HitKind.PEAK: ("^", "#7d3c98"),
    HitKind.CUT: ("|", "#1f2430"),
    HitKind.MARKER: ("D", "#2471a3"),
}


def draw_analysis(found: DanceAnalysis, path: Path, *, title: str, take: Take | None = None) -> None:
    """Draw motion energy, hit points (height is weight), beats (thin) and downbeats (thick) over time as a PNG.

    With a take, its waveform and sections stand below on the same time axis. Raises KinescoreError when matplotlib is
    not installed or `path` is not a PNG.
    """
    if path.suffix.lower() != ".png":
        raise KinescoreError(f"Pictures are written as PNG; '{path.name}' does not end in .png.")
    require_packages(("matplotlib",), "Drawing", "plot")
    from matplotlib.figure import Figure

    rows = 1 if take is None else 2
    figure = Figure(figsize=(12, 2.2 + 2.0 * rows), layout="constrained")
    axes = figure.subplots(rows, 1, sharex=True, squeeze=False)[:, 0]
    _draw_motion(axes[0], found, title)
    if take is not None:
        _draw_music(axes[1], take)
    axes[-1].set_xlabel("time (s)")
    axes[-1].set_xlim(0, found.seconds if take is None else max(found.seconds, take.audio.seconds))
    save_figure(figure, path)


def save_figure(figure: Figure, path: Path) -> None:
    """Write a figure as a PNG, whole or not at all. Raises OSError."""
    picture = io.BytesIO()
    figure.savefig(picture, dpi=120, format="png")
    write_atomically(path, picture.getvalue())


def _draw_motion(axis: Axes, found: DanceAnalysis, title: str) -> None:
    grid = found.grid
    downbeats = grid.beats[grid.downbeats]
    axis.vlines(grid.beats, 0, 1.12, color=SOFT, lw=0.8, zorder=0)
    axis.vlines(downbeats, 0, 1.12, color="#8a90a0", lw=1.6, zorder=0, label="downbeat")
    time = np.arange(len(found.energy)) / found.fps
    axis.fill_between(time, found.energy, color=ENERGY, alpha=0.35, lw=0)
    axis.plot(time, found.energy, color=ENERGY, lw=1.2, label="motion energy")
    for kind, (marker, colour) in HIT_STYLE.items():
        hits = [(hit.time_s, hit.weight) for hit in found.hits if hit.kind is kind]
        if hits:
            times, weights = zip(*hits, strict=True)
            axis.vlines(times, 0, weights, color=colour, lw=1.0, alpha=0.8)
            axis.scatter(times, weights, marker=marker, s=26, color=colour, label=f"hit: {kind.value}", zorder=3)
    axis.set_ylim(0, 1.12)
    axis.set_ylabel("energy, hit weight")
    sure = f"(tempo {grid.tempo_confidence:.0%}, beats {grid.beat_confidence:.0%} sure)"
    axis.set_title(f"{title}   {grid.tempo_bpm:.1f} BPM {sure}", loc="left", color=INK)
    axis.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=5, frameon=False, fontsize=8)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)


def _draw_music(axis: Axes, take: Take) -> None:
    mono = take.audio.samples.mean(axis=0)
    columns = 2400
    block = max(1, len(mono) // columns)
    trimmed = mono[: len(mono) // block * block].reshape(-1, block)
    time = (np.arange(len(trimmed)) + 0.5) * block / take.audio.rate
    axis.vlines(take.beats, -1, 1, color=SOFT, lw=0.8, zorder=0)
    axis.vlines(take.beats[take.downbeats], -1, 1, color="#8a90a0", lw=1.6, zorder=0)
    axis.fill_between(time, trimmed.min(axis=1), trimmed.max(axis=1), color=MUSIC, lw=0)
    for section in take.sections:
        axis.axvline(section.start_seconds, color=INK, lw=0.8, ls=":")
        axis.text(section.start_seconds, 1.02, f" {section.name}", fontsize=8, color=INK, va="bottom")
    axis.set_ylim(-1, 1.2)
    axis.set_yticks([-1, 0, 1])
    axis.set_ylabel("music")
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)
