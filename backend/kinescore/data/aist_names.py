"""What the file names of AIST++ say: `gBR_sBM_cAll_d04_mBR0_ch02` (Tsuchida et al. 2019)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinescore.errors import DataError
from kinescore.genres import AIST_CODES

_CODE = "|".join(AIST_CODES)
PATTERN = re.compile(rf"g({_CODE})_s(BM|FM)_c(All|\d{{2}})_d(\d{{2}})_m((?:{_CODE})\d)_ch(\d{{2}})")
BEATS = {"BM": 16, "FM": 64}
HOUSE_BPM = (110, 115, 120, 125, 130, 135)
OTHER_BPM = (80, 90, 100, 110, 120, 130)


@dataclass(frozen=True)
class AistName:
    """genre: one of AIST_CODES. situation: BM basic, FM advanced. music: such as "mBR0", its file's stem.

    front: the same name with the front camera c01 in place of all cameras; clips are called after it.
    """

    genre: str
    situation: str
    music: str
    front: str

    @property
    def bpm(self) -> int:
        """Tempo of the music."""
        return music_bpm(self.music)

    @property
    def nominal_seconds(self) -> float:
        """Length of the choreography as danced: 16 beats basic, 64 advanced."""
        return 60.0 / self.bpm * BEATS[self.situation]


def music_bpm(music: str) -> int:
    """Return the tempo that the last digit of a music's name says, such as 80 for "mBR0"."""
    return (HOUSE_BPM if music[1:3] == "HO" else OTHER_BPM)[int(music[3])]


def is_aist_name(name: str) -> bool:
    """Return whether `name` is a sequence of AIST++, without suffix."""
    return PATTERN.fullmatch(name) is not None


def parse_aist_name(name: str) -> AistName:
    """Return what `name` says. Raises DataError for another name, or a music number above 5."""
    found = PATTERN.fullmatch(name)
    if found is None or int(found[5][2]) >= len(OTHER_BPM):
        raise DataError(f"'{name}' is no sequence of AIST++; one is called gBR_sBM_cAll_d04_mBR0_ch02, for example.")
    genre, situation, camera, _, music, _ = found.groups()
    return AistName(genre, situation, f"m{music}", name.replace(f"_c{camera}_", "_c01_"))
