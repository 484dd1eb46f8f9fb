"""Something that listens to one sound and keeps what evaluation needs of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import Audio


class Ear(Protocol):
    """A pure function of sound: same sound, same arrays.

    name: says what listens, with the digest of its weights where it has some, as in "vggish-1f0a9c3d". It names a
    folder of results, so that figures of different listeners are never mixed.
    """

    name: str

    def hear(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return arrays by name, for `audio` of any rate, length and number of channels.

        Raises EvaluationError for sound that cannot be listened to.
        """
        ...
