"""How far the genres of generated music are from those of its reference: KL(reference || generated).

Two forms that are never comparable. The principled one: softmax over the genres of each window, divergence of windows
at the same time, mean over windows, mean over clips. And what the only published script computes (of the paper's
baseline MDM): one window of a file stretched to 30 s, its logits scaled to 0..1 in place of probabilities, the sum of
p log(p/q) - p + q over genres, and the mean over those clips where that is finite.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import kl_div, log_softmax

from kinescore.evaluation.metrics.metric import mean_metric

DIVERGENCE = mean_metric("KLD", 0, better="lower")


def log_probabilities(logits: Sequence[NDArray[np.floating]]) -> NDArray[np.float64]:
    """Return [N, W, C] from the logits [W_i, C] of N clips; nan after a clip's last window."""
    windows = max(len(each) for each in logits)
    padded = np.full((len(logits), windows, logits[0].shape[1]), np.nan)
    for row, each in zip(padded, logits, strict=True):
        row[: len(each)] = log_softmax(each.astype(np.float64), axis=1)
    return padded


def divergence(reference: NDArray[np.float64], generated: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean over common windows of KL(reference || generated), [N] nats, of log probabilities [N, W, C]."""
    common = min(reference.shape[1], generated.shape[1])
    ours, theirs = generated[:, :common], reference[:, :common]
    return np.nanmean((np.exp(theirs) * (theirs - ours)).sum(axis=2), axis=1)


def script_divergence(reference: NDArray[np.float64], generated: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the published script's value [N] of logits [N, C]: infinite unless both have the same least likely genre,
    nan where all logits of one are equal."""
    return kl_div(_scaled(reference), _scaled(generated)).sum(axis=1)


def _scaled(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    low = logits.min(axis=1, keepdims=True)
    reach = logits.max(axis=1, keepdims=True) - low
    return (logits - low) / np.where(reach > 0, reach, np.nan)
