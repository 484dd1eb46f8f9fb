"""Everybody plays: the parts of a piece, from the drummer to the last accent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kinescore.groovebox.arranger.accents import CYMBALS, AccentCast, play_accents, play_transitions
from kinescore.groovebox.arranger.bass import play_bass
from kinescore.groovebox.arranger.comping import play_chords
from kinescore.groovebox.arranger.drums import play_drums
from kinescore.groovebox.arranger.ending import end_bass, end_chords, end_drums, end_melody
from kinescore.groovebox.arranger.hits import Accent
from kinescore.groovebox.arranger.melody import play_melody
from kinescore.groovebox.arranger.opening import (
    STICKS,
    counted,
    lead_bass,
    run_up,
    struck_bass,
    struck_chord,
    struck_drums,
    struck_melody,
    without_doubles,
)
from kinescore.groovebox.arranger.plan import Plan, without_overlaps
from kinescore.groovebox.arranger.texture import lay_texture
from kinescore.groovebox.arranger.towards_hits import breathing, drawn_to_accents, making_way, meeting_hits
from kinescore.groovebox.patterns.grooves import GM_KEYS, KICKS_AND_SNARES
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.score import Note, Part
from kinescore.groovebox.styles.style import ChordPlayer, MelodyPlayer, Seat

_ACCENT_LEVEL_DB = {"impact": -1.0, "riser": -8.0, "downlifter": -10.0, "cymbal_swell": -5.0, CYMBALS: -1.5}
_OTHER_ACCENTS_DB = -0.5
_ACCENT_REVERB = 0.25
_STRUCK = frozenset({"impact", "cymbal_swell", CYMBALS})
"""Accents that count as percussion where that is refused."""
_ON_THE_GRID = KICKS_AND_SNARES | {GM_KEYS["crash"]}


def play_parts(plan: Plan, intent: PromptIntent, accents: tuple[Accent, ...]) -> tuple[Part, ...]:
    """Return every part that has something to play."""
    parts = [*_rhythm_section(plan, accents), *_chord_players(plan, accents)]
    melodies, left = _melodies(plan, accents)
    parts += [*melodies, *_accent_parts(plan, intent, left), *lay_texture(plan, intent)]
    return _uniquely_named([part for part in parts if part.notes])


def _through(plan: Plan, play: Callable[[Plan], list[Note]]) -> list[Note]:
    """Everything that a player plays, metre by metre."""
    return [note for part in plan.by_metre() for note in play(part)]


def _rhythm_section(plan: Plan, accents: tuple[Accent, ...]) -> Iterator[Part]:
    style = plan.style
    if style.drums:
        seat = style.drums.seat
        drummed = _through(
            plan, lambda part: play_drums(part, part.style.drums, "drums", fills=True) if part.style.drums else []
        )
        drawn = drawn_to_accents(plan.in_pocket(drummed, style.pocket.hats, _ON_THE_GRID), accents, _ON_THE_GRID)
        notes = [*counted(plan, style.drums), *breathing(drawn, accents, _ON_THE_GRID)]
        notes = without_doubles(struck_drums(plan, style.drums), notes)
        yield _part(plan, seat, "drums", notes, end_drums(plan, seat.velocity))
    else:
        yield _part(plan, STICKS, "drums", counted(plan, None))
    if style.percussion:
        struck = _through(
            plan,
            lambda part: (
                play_drums(part, part.style.percussion, "percussion", fills=False) if part.style.percussion else []
            ),
        )
        struck = plan.in_pocket(struck, style.pocket.percussion)
        notes = breathing(drawn_to_accents(struck, accents), accents)
        yield _part(plan, style.percussion.seat, "percussion", notes)
    if style.bass:
        walked = _through(plan, lambda part: play_bass(part, part.style.bass) if part.style.bass else [])
        walked = [*lead_bass(plan, style.bass), *plan.in_pocket(walked, style.pocket.bass)]
        line = without_doubles(struck_bass(plan, style.bass), walked)
        yield _part(plan, style.bass.seat, "bass", line, end_bass(plan, style.bass))


def _chord_players(plan: Plan, accents: tuple[Accent, ...]) -> Iterator[Part]:
    for index, player in enumerate(plan.style.chords):
        opens = index == 0 or player.gate == 1.0

        def comped(part: Plan, index: int = index, opens: bool = opens) -> list[Note]:
            return play_chords(part, part.style.chords[index], f"chords {index}", opens=opens)

        played = plan.in_pocket(_through(plan, comped), plan.style.pocket.chords)
        notes = making_way(drawn_to_accents(played, accents), accents, again=True)
        notes = without_doubles(struck_chord(plan, player), notes)
        ending = end_chords(plan, player, notes) if _joins_the_end(plan, player.seat) else []
        yield _part(plan, player.seat, "harmony", notes, ending)


def _melodies(plan: Plan, accents: tuple[Accent, ...]) -> tuple[list[Part], list[Accent]]:
    """Return the melody parts, the first bent to light hits, and the accents that still need marks of their own."""
    parts, left = [], list(accents)
    for index, player in enumerate(plan.style.melodies):

        def sung(part: Plan, index: int = index) -> list[Note]:
            players = part.style.melodies
            echoes = index > 0 and players[index].idiom == players[0].idiom
            return play_melody(part, players[index], "melody 0" if echoes else f"melody {index}", echoes=echoes)

        notes = plan.in_pocket(_through(plan, sung), plan.style.pocket.melody)
        if index == 0:
            notes = [*run_up(plan, player), *notes]
            notes, served = meeting_hits(notes, accents, plan.step_at, plan.tones_at, plan.scale_at)
            left = [accent for accent in accents if accent not in served]
        else:
            notes = drawn_to_accents(notes, accents)
        notes = without_doubles(struck_melody(plan, player), making_way(notes, accents, again=False))
        ending = end_melody(plan, player, notes) if _joins_the_end(plan, player.seat) else []
        parts.append(_part(plan, player.seat, "melody", notes, ending))
    return parts, left


def _joins_the_end(plan: Plan, seat: Seat) -> bool:
    last = plan.form[-1]
    return seat.plays(last.kind, max(last.level, 1))


def _accent_parts(plan: Plan, intent: PromptIntent, accents: list[Accent]) -> Iterator[Part]:
    cast = _cast_accents(plan, intent)
    by_instrument = play_accents(plan, cast, accents)
    if not intent.solo:
        for key, notes in play_transitions(plan).items():
            if not (key in _STRUCK and "drums" in intent.unwanted):
                by_instrument[key] += notes
    for key, notes in by_instrument.items():
        instrument = plan.style.drums.seat.instruments[0] if key == CYMBALS and plan.style.drums else key
        level_db = _ACCENT_LEVEL_DB.get(key, _OTHER_ACCENTS_DB) + plan.style.accents.level_db
        seat = Seat((instrument,), level_db=level_db, reverb=_ACCENT_REVERB)
        yield _part(plan, seat, "accents", notes)


def _cast_accents(plan: Plan, intent: PromptIntent) -> AccentCast:
    """Draw the accents' instruments; a solo piece accents with what it has."""
    rng, voices = replace(plan, variation=0).rng("accents"), plan.style.accents
    if intent.solo:
        players: tuple[ChordPlayer | MelodyPlayer, ...] = (*plan.style.chords, *plan.style.melodies)
        own = tuple(player.seat.instruments[0] for player in players) or voices.light
        return AccentCast(None, own[0], own[-1], plan.style.drums is not None)

    def draw(keys: tuple[str, ...]) -> str:
        seats = [*(player.seat for player in plan.style.chords), *(player.seat for player in plan.style.melodies)]
        allowed = [key for key in keys if key not in intent.unwanted] or [seat.instruments[0] for seat in seats]
        allowed = allowed or list(keys)
        return allowed[rng.integers(len(allowed))]

    noise = None if "drums" in intent.unwanted else draw(voices.strong)
    return AccentCast(noise, draw(voices.chord), draw(voices.light), plan.style.drums is not None)


def _part(plan: Plan, seat: Seat, stem: str, body: list[Note], ending: Iterable[Note] = ()) -> Part:
    instrument = seat.instruments[0]
    return Part(
        name=instrument.replace("_", " "),
        instrument=instrument,
        stem=stem,
        notes=without_overlaps([*plan.before_the_end(body), *ending], plan.timeline.seconds),
        level_db=seat.level_db,
        pan=seat.pan,
        reverb=seat.reverb,
        delay=seat.delay,
        ducking=seat.ducking,
    )


def _uniquely_named(parts: list[Part]) -> tuple[Part, ...]:
    seen: dict[str, int] = {}
    named = []
    for part in parts:
        name = f"{part.name} (accents)" if part.stem == "accents" else part.name
        seen[name] = seen.get(name, 0) + 1
        label = name if seen[name] == 1 else f"{name} {seen[name]}"
        named.append(replace(part, name=label))
    return tuple(named)
