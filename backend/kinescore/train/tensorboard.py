"""The curves for TensorBoard, for those who have it."""

from __future__ import annotations

from pathlib import Path

from kinescore.train.curves import CurvePoint


class TensorBoard:
    """A watcher that writes what TensorBoard shows of `folder`.

    The curve of a run that goes on is written anew, so nothing is there twice.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown = 0

    def __call__(self, curve: tuple[CurvePoint, ...]) -> None:
        if self._shown == 0:
            self._start_anew()
        for point in curve[self._shown :]:
            self._writer.add_scalar("loss/training", point.training_loss, point.update)
            self._writer.add_scalar("loss/validation", point.validation_loss, point.update)
            self._writer.add_scalar("learning rate", point.learning_rate, point.update)
        self._shown = len(curve)
        self._writer.flush()

    def _start_anew(self) -> None:
        from torch.utils.tensorboard import SummaryWriter

        for older in self._folder.glob("events.out.tfevents.*"):
            older.unlink()
        self._writer = SummaryWriter(str(self._folder))
