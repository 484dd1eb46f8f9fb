"""The two files of a listening test beside its page: the researcher's key, and a listener's ratings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import ReportError
from kinescore.evaluation.results.evaluation import REFERENCE
from kinescore.files.strict_json import FormatError, from_plain, parse

FORMAT = 1
MISMATCHED = "@mismatched"
"""Music of another dance, as a system of its own: the chance level of coherence."""

CONTROL_NAMES = {REFERENCE: "reference", MISMATCHED: "other dance's music"}
"""How controls are called where people read."""

SCALE = (1, 5)
MAX_FILE_BYTES = 1_000_000
MAX_KEY_BYTES = 20_000_000
MAX_NICKNAME = 60
SESSION = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class KeyItem:
    """What an item really is. system: of the evaluation, REFERENCE or MISMATCHED."""

    clip: str
    system: str


@dataclass(frozen=True)
class ListeningKey:
    """Stays with the researcher. seed: the test was made with. systems: in order, controls last."""

    kinescore_listening_key: int
    test: str
    seed: int
    systems: tuple[str, ...]
    items: Mapping[str, KeyItem]


@dataclass(frozen=True)
class Rating:
    """How one item was rated, whole numbers from 1 to 5, 5 best."""

    item: str
    coherence: int
    quality: int

    def __post_init__(self) -> None:
        for name in ("coherence", "quality"):
            value = getattr(self, name)
            if not SCALE[0] <= value <= SCALE[1]:
                raise ReportError(f"The {name} of item {self.item[:40]} is {value}; it must be from 1 to 5.")


@dataclass(frozen=True)
class ListenerRatings:
    """What one listener saved. session: random, 32 hexadecimal digits. seed: of the order in which items were heard."""

    kinescore_listening_ratings: int
    test: str
    session: str
    seed: int
    nickname: str
    order: tuple[str, ...]
    ratings: tuple[Rating, ...]


def read_key(path: Path) -> ListeningKey:
    """Return the key that was written with a listening test. Raises ReportError or FormatError for anything else."""
    return from_plain(ListeningKey, _plain(path, "kinescore_listening_key", MAX_KEY_BYTES), path.name)


def read_ratings(path: Path, key: ListeningKey) -> ListenerRatings:
    """Return what a listener saved, checked against `key`.

    Raises ReportError or FormatError for a file that is too large, of another test, or not as the page writes it.
    """
    plain = _plain(path, "kinescore_listening_ratings", MAX_FILE_BYTES)
    try:
        ratings = from_plain(ListenerRatings, plain, path.name)
    except ReportError as error:
        raise ReportError(f"{path.name}: {error.sentence}") from error
    if ratings.test != key.test:
        raise ReportError(f"{path.name} belongs to another listening test than the key.", "Use the key of that test.")
    if not SESSION.fullmatch(ratings.session):
        raise ReportError(f"{path.name} has no session of 32 hexadecimal digits.")
    if len(ratings.nickname) > MAX_NICKNAME:
        raise ReportError(f"{path.name} has a nickname of more than {MAX_NICKNAME} characters.")
    if sorted(ratings.order) != sorted(key.items):
        raise ReportError(f"{path.name} does not list the items of the test.")
    rated = [rating.item for rating in ratings.ratings]
    if not rated or len(set(rated)) < len(rated) or not set(rated) <= key.items.keys():
        raise ReportError(f"{path.name} must rate items of the test, at least one, and each at most once.")
    return ratings


def _plain(path: Path, kind: str, most: int) -> object:
    if path.stat().st_size > most:
        raise ReportError(f"{path.name} has more than {most // 1000} kB; that is no file of a listening test.")
    plain = parse(path.read_bytes(), path.name)
    if not isinstance(plain, dict) or plain.get(kind) != FORMAT:
        raise FormatError(f"{path.name} is no {kind.replace('_', ' ')} of format {FORMAT}.")
    return plain
