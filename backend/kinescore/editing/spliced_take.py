"""A take within another: sound, stems, notes, beats, sections, hit points, and the sync of the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent
from kinescore.dance.hit_points import HitPoint
from kinescore.dance.metre import Metre
from kinescore.editing.spliced_midi import spliced_midi
from kinescore.editing.spliced_sound import spliced
from kinescore.fit.sync import measured_sync
from kinescore.sound.audio import Audio
from kinescore.take import Section, Take

SAME_BEAT_SECONDS = 0.05
_Moment = TypeVar("_Moment", HitPoint, FoleyEvent)
MergeSections = Callable[[Take, Take, float, float], tuple[Section, ...]]


def with_part(old: Take, part: Take, begin: float) -> Take:
    """Return `old` with `part`, which was made for its time from `begin` s on, in its place.

    Outside of the part and of its cross-fades of 40 ms every sample is the old one. Beats and sections are the part's
    inside. Stems keep the old ones' names and sum to the mix as before; the first takes what the old take has no stem
    for. The sync is measured in the whole sound; figures that only its notes could tell are left out.
    """
    return _spliced(old, part, begin, begin + part.audio.seconds, begin, _merged_sections)


def with_section(old: Take, again: Take, begin: float, end: float) -> Take:
    """Return `old` with what `again`, another take for the same time, has from `begin` to `end` s, as `with_part` does;
    the sections stay as they are."""
    return _spliced(old, again, begin, end, 0.0, lambda old, *_: old.sections)


def _spliced(old: Take, new: Take, begin: float, end: float, new_starts: float, sections: MergeSections) -> Take:
    beats, downbeats = _merged_beats(old, new, begin, end, new_starts)
    names = tuple(old.stems)
    take = replace(
        old,
        audio=spliced(old.audio, new.audio, begin, end, new_starts),
        stems={n: spliced(stem, _for_stem(new, n, names), begin, end, new_starts) for n, stem in old.stems.items()},
        beats=beats,
        downbeats=downbeats,
        metres=_merged_metres(old, new, beats[downbeats], begin, end, new_starts),
        sections=sections(old, new, begin, end),
        hits=_merged(old.hits, new.hits, begin, end, new_starts),
        foley=_merged(old.foley, new.foley, begin, end, new_starts),
        notes=new.notes,
    )
    midi = spliced_midi(old.midi, new.midi, begin, end, new_starts, take) if old.midi and new.midi else b""
    return replace(take, midi=midi, scores=measured_sync(take.audio, take.hits, take.beats))


def _for_stem(new: Take, name: str, names: tuple[str, ...]) -> Audio:
    """What the stem `name` plays, so that all of `names` still sum to the mix."""
    samples = np.zeros_like(new.audio.samples)
    if name in new.stems:
        samples = samples + new.stems[name].samples
    if name == names[0]:
        strangers = [stem for other, stem in new.stems.items() if other not in names] if new.stems else [new.audio]
        samples = sum((stem.samples for stem in strangers), samples)
    return replace(new.audio, samples=samples)


def _merged_beats(
    old: Take, new: Take, begin: float, end: float, new_starts: float
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Beats in seconds, indices of downbeats: the old ones outside of [begin, end) s, the new inside; none twice."""
    fresh = new.beats + new_starts
    inside = (fresh >= begin - SAME_BEAT_SECONDS) & (fresh < end)
    fresh = fresh[inside]
    near = np.abs(old.beats[:, None] - fresh).min(axis=1, initial=np.inf) < SAME_BEAT_SECONDS
    kept = ((old.beats < begin) | (old.beats >= end)) & ~near
    is_downbeat = np.zeros(len(old.beats), bool), np.zeros(len(new.beats), bool)
    is_downbeat[0][old.downbeats], is_downbeat[1][new.downbeats] = True, True
    beats = np.concatenate([old.beats[kept], fresh])
    order = np.argsort(beats, kind="stable")
    return beats[order], np.flatnonzero(np.concatenate([is_downbeat[0][kept], is_downbeat[1][inside]])[order])


def _merged_metres(
    old: Take, new: Take, starts: NDArray[np.float64], begin: float, end: float, new_starts: float
) -> tuple[Metre, ...]:
    """The metre of the bars that begin at `starts` s, as the take has it that is heard there; one where all agree."""
    metres = []
    for start in starts:
        inside = begin - SAME_BEAT_SECONDS <= start < end
        take, at = (new, start - new_starts) if inside else (old, start)
        bars = int(np.searchsorted(take.beats[take.downbeats], at + SAME_BEAT_SECONDS, side="right"))
        metres.append(take.grid.metre_of(max(0, bars - 1)))
    return tuple(metres) if len(set(metres)) > 1 else tuple(metres[:1]) or old.metres[:1]


def _merged(
    old: tuple[_Moment, ...], new: tuple[_Moment, ...], begin: float, end: float, new_starts: float
) -> tuple[_Moment, ...]:
    """Hit points, or foley, in time order: the new ones inside of [begin, end) s, the old ones outside."""
    merged: list[_Moment] = [one for one in old if not begin <= one.time_s < end]
    for one in new:
        if begin <= one.time_s + new_starts < end:
            merged.append(replace(one, time_s=one.time_s + new_starts))
    return tuple(sorted(merged, key=lambda one: one.time_s))


def _merged_sections(old: Take, part: Take, begin: float, end: float) -> tuple[Section, ...]:
    before = [
        replace(one, end_seconds=min(one.end_seconds, begin)) for one in old.sections if one.start_seconds < begin
    ]
    after = [replace(one, start_seconds=max(one.start_seconds, end)) for one in old.sections if one.end_seconds > end]
    inside = [Section(one.name, one.start_seconds + begin, one.end_seconds + begin) for one in part.sections]
    return (*before, *inside, *after)


def next_variation(card: Mapping[str, object]) -> int:
    """Return the variation after the last one that went into the take that `card` describes."""
    request, earlier = card.get("request"), card.get("made_anew")
    told = [*([request] if isinstance(request, dict) else []), *(earlier if isinstance(earlier, list) else [])]
    return 1 + max((one.get("variation", 0) for one in told if isinstance(one, dict)), default=0)


def remade(card: Mapping[str, object], section: Section, variation: int) -> list[object]:
    """Return what the take that `card` describes is to tell of its parts made anew, `section` the last of them."""
    earlier = card.get("made_anew")
    return [*(earlier if isinstance(earlier, list) else []), {**asdict(section), "variation": variation}]
