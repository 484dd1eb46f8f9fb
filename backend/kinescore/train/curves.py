"""How the losses went: kept in the checkpoint, drawn as a PNG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore.plot import INK, MUSIC, SOFT, save_figure


@dataclass(frozen=True)
class CurvePoint:
    """After `update` updates. training_loss: mean since the last point. validation_loss: mean over all clips."""

    update: int
    learning_rate: float
    training_loss: float
    validation_loss: float


def best_of(curve: Sequence[CurvePoint]) -> CurvePoint:
    """Return the point of least validation loss, the first of equals."""
    return min(curve, key=lambda point: point.validation_loss)


def draw_curves(curve: Sequence[CurvePoint], title: str, path: Path) -> None:
    """Draw both losses over the updates, the best point marked, and the learning rate below, as a PNG.

    Needs matplotlib.
    """
    from matplotlib.figure import Figure

    updates = [point.update for point in curve]
    figure = Figure(figsize=(9, 5), layout="constrained")
    losses, rates = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
    losses.plot(updates, [point.training_loss for point in curve], color=SOFT, lw=1.4, label="training")
    losses.plot(updates, [point.validation_loss for point in curve], color=MUSIC, lw=1.6, label="validation")
    best = best_of(curve)
    losses.scatter([best.update], [best.validation_loss], color=INK, s=28, zorder=3)
    losses.annotate(
        f"{best.validation_loss:.4g}", (best.update, best.validation_loss), (0, 8), textcoords="offset points",
        ha="center", color=INK, fontsize=8,
    )  # fmt: skip
    losses.set_title(title, loc="left", color=INK)
    losses.set_ylabel("loss")
    losses.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, frameon=False, fontsize=8)
    rates.plot(updates, [point.learning_rate for point in curve], color=INK, lw=1.0)
    rates.set_ylabel("rate")
    rates.ticklabel_format(axis="y", style="sci", scilimits=(0, 0))
    rates.set_xlabel("update")
    for axis in (losses, rates):
        for side in ("top", "right"):
            axis.spines[side].set_visible(False)
    save_figure(figure, path)
