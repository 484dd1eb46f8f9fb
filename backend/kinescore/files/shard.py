"""One share of a batch job that several processes or machines do together, without a scheduler."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from kinescore.errors import DataError

Item = TypeVar("Item")


@dataclass(frozen=True)
class Shard:
    """Share `number` (from 1) of `count`. Raises DataError for a share that does not exist."""

    number: int = 1
    count: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.count:
            raise DataError(f"There is no shard {self.number}/{self.count}.", "Shards count from 1/n to n/n.")

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return every `count`-th item; the shards together are all of them, none twice."""
        return items[self.number - 1 :: self.count]


def parse_shard(text: str) -> Shard:
    """Read "2/8". Raises DataError."""
    found = re.fullmatch(r"(\d+)/(\d+)", text)
    if found is None:
        raise DataError(f"'{text}' is no shard.", "Write it as number/count, such as 2/8.")
    return Shard(int(found[1]), int(found[2]))
