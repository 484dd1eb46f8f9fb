"""Who plays: a style's chairs filled for one piece, as the prompt says, and by chance where it is silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.styles import pop
from kinescore.groovebox.styles.style import BassPlayer, ChordPlayer, DrumPlayer, MelodyPlayer, Seat, Style

_STRUCK = ("drums", "percussion")
KITS = ("acoustic_kit", "electronic_kit", "house_kit", "breakbeat_kit", "dusty_kit", "brush_kit", "body_percussion")
PERCUSSION = ("latin_percussion", "orchestral_percussion")
BASSES = ("electric_bass", "synth_bass", "acid_bass", "sub_bass", "upright_bass", "slap_bass")
PADS = ("warm_pad", "glass_pad", "string_section", "choir")
CHORD_INSTRUMENTS = (
    "piano", "electric_piano", "organ", "clean_guitar", "driven_guitar", "muted_guitar", "supersaw", "pluck",
    "vibraphone", "harp", "brass_section", "stab", "acoustic_guitar", "nylon_guitar", "banjo", "pizzicato",
    "harpsichord", "koto", "accordion", "dusty_keys", "dusty_piano",
)  # fmt: skip
LEADS = ("saw_lead", "square_lead", "flute", "saxophone", "trumpet", "violin", "marimba", "bell", "whistle_lead")

TEXTURES = ("vinyl",)
"""Noises that lie under a whole piece."""

ROLE_WORDS = ("drums", "percussion", "bass", "chords", "melody")

Player = TypeVar("Player", DrumPlayer, BassPlayer, ChordPlayer, MelodyPlayer)

_PAD_RHYTHM = "x---|----|----|----"
_EXTRA_PAD = ChordPlayer(Seat(PADS, level_db=-4, reverb=0.35, ducking=0.2, velocity=0.62), (_PAD_RHYTHM,), gate=1.0)

_REPLACEMENTS = (pop.STYLE.chords[0], _EXTRA_PAD)
"""Who plays where a prompt leaves nobody with a pitch: one of them."""


@dataclass(frozen=True)
class _Choice:
    """What the prompt says about instruments, chance for the rest, and who has a chair already."""

    intent: PromptIntent
    rng: np.random.Generator
    seated_keys: set[str] = field(default_factory=set)

    def seated(self, player: Player, role: str) -> Player | None:
        """Return the player with one instrument chosen, or None where the prompt leaves none."""
        intent, seat = self.intent, player.seat
        allowed = [key for key in seat.instruments if key not in intent.unwanted]
        draw = int(self.rng.integers(1 << 16))
        asked = [key for key in allowed if key in intent.wanted]
        is_refused = role in intent.unwanted and not (asked and role in _STRUCK)  # "claps, no drums"
        if is_refused or not allowed:
            return None
        fresh = [key for key in asked or allowed if key not in self.seated_keys] or asked or allowed
        chosen = fresh[draw % len(fresh)]
        if intent.solo and chosen not in intent.wanted and role not in intent.wanted:
            return None
        self.seated_keys.add(chosen)
        mood = intent.mood
        velocity = seat.velocity * (mood.velocity if mood else 1.0)
        reverb = min(0.7, seat.reverb + (mood.reverb if mood else 0.0))
        seat = replace(seat, instruments=(chosen,), velocity=min(1.0, velocity), reverb=reverb)
        if chosen in intent.wanted or role in intent.wanted:
            seat = _always_heard(seat, everywhere=intent.solo)
        return replace(player, seat=seat)

    def all_seated(self, players: Iterable[Player], role: str) -> tuple[Player, ...]:
        """Return those of the players that the prompt leaves, each with one instrument."""
        return tuple(seated for player in players if (seated := self.seated(player, role)) is not None)


def cast(style: Style, intent: PromptIntent, rng: np.random.Generator) -> Style:
    """Return the style with one instrument in every chair, players removed and added as the prompt asks.

    Where nothing is left that has a pitch, a piano or a pad comes in; a small ensemble keeps those who were asked
    for, then the rhythm section, then the tune. An asked-for instrument takes the chair that knows it; where none
    does, it takes the place of the style's own player in its role (the first pad, the lead ...), or a new chair. A
    player that the style lacks is borrowed from pop.
    """
    style = _with_wanted(style, intent)
    choice = _Choice(intent, rng)
    chords, melodies = choice.all_seated(style.chords, "chords"), choice.all_seated(style.melodies, "melody")
    has_tones = style.chords or style.melodies
    if has_tones and not (chords or melodies or intent.solo) and "chords" not in intent.unwanted:
        chords = choice.all_seated(_REPLACEMENTS, "chords")[:1]
    band = replace(
        style,
        drums=style.drums and choice.seated(style.drums, "drums"),
        percussion=style.percussion and choice.seated(style.percussion, "percussion"),
        bass=style.bass and choice.seated(style.bass, "bass"),
        chords=chords,
        melodies=melodies,
    )
    return band if intent.players is None else _at_most(band, intent.players, intent)


def _at_most(style: Style, players: int, intent: PromptIntent) -> Style:
    """The style with the first `players` of its band: who was asked for, then by how much a small band needs them."""
    first, bass, tune = style.chords[:1], style.bass, style.melodies[:1]
    band = [*first, bass, style.drums, *tune, *style.chords[1:], *style.melodies[1:], style.percussion]
    there = [player for player in band if player is not None]
    asked = {*intent.wanted}
    kept = sorted(there, key=lambda player: player.seat.instruments[0] not in asked)[:players]
    return replace(
        style,
        drums=style.drums if style.drums in kept else None,
        percussion=style.percussion if style.percussion in kept else None,
        bass=style.bass if style.bass in kept else None,
        chords=tuple(player for player in style.chords if player in kept),
        melodies=tuple(player for player in style.melodies if player in kept),
    )


def _with_wanted(style: Style, intent: PromptIntent) -> Style:
    taken: set[int] = set()
    for word in intent.wanted:
        if word in ROLE_WORDS:
            style = _with_role(style, word)
        elif word in TEXTURES:
            style = replace(style, texture=style.texture or Seat((word,)))
        elif not _knows(style, word):
            style = _with_instrument(style, word, taken)
    return _with_own_tune(style, intent) if intent.solo else style


def _with_own_tune(style: Style, intent: PromptIntent) -> Style:
    """Let an instrument that plays chords alone play the tune as well, unless a tune was asked for."""
    alone = [key for key in intent.wanted if key in CHORD_INSTRUMENTS]
    if not alone or {*LEADS, "melody"} & set(intent.wanted):
        return style
    return replace(style, melodies=(_given((style.melodies or pop.STYLE.melodies)[0], alone[0]),))


def _knows(style: Style, key: str) -> bool:
    players = (style.drums, style.percussion, style.bass, *style.chords, *style.melodies)
    return any(player is not None and key in player.seat.instruments for player in players)


def _with_role(style: Style, role: str) -> Style:
    """Give the style a player for a role it lacks (drums in an ambient piece)."""
    if role == "drums" and style.drums is None:
        return replace(style, drums=pop.DRUMS, fills=pop.STYLE.fills)
    if role == "percussion" and style.percussion is None:
        return replace(style, percussion=pop.PERCUSSION)
    if role == "bass" and style.bass is None:
        return replace(style, bass=pop.BASS)
    return style


def _with_instrument(style: Style, key: str, taken: set[int]) -> Style:
    if key in KITS:
        return replace(style, drums=_given(style.drums or pop.DRUMS, key))
    if key in PERCUSSION:
        return replace(style, percussion=_given(style.percussion or pop.PERCUSSION, key))
    if key in BASSES:
        return replace(style, bass=_given(style.bass or pop.BASS, key))
    return _with_lead(style, key) if key in LEADS else _with_chords(style, key, taken)


def _with_chords(style: Style, key: str, taken: set[int]) -> Style:
    """The first chair of its kind (pads, or the rest) that no earlier wish has taken is given away."""
    is_pad = key in PADS
    for index, player in enumerate(style.chords):
        if index not in taken and (player.gate == 1.0) is is_pad:
            taken.add(index)
            chords = (*style.chords[:index], _given(player, key), *style.chords[index + 1 :])
            return replace(style, chords=chords)
    extra = _EXTRA_PAD if is_pad else pop.STYLE.chords[0]
    return replace(style, chords=(*style.chords, _given(extra, key)))


def _with_lead(style: Style, key: str) -> Style:
    """The first lead chair is given away; a second wish joins it an octave away."""
    if not style.melodies:
        return replace(style, melodies=(_given(pop.STYLE.melodies[0], key),))
    first = style.melodies[0]
    if len(first.seat.instruments) > 1:
        return replace(style, melodies=(_given(first, key), *style.melodies[1:]))
    answer = replace(_given(first, key), centre=first.centre - 7)
    return replace(style, melodies=(*style.melodies, answer))


def _given(player: Player, key: str) -> Player:
    return replace(player, seat=replace(player.seat, instruments=(key,)))


def _always_heard(seat: Seat, *, everywhere: bool) -> Seat:
    """What the user names is heard from level 1 on; what plays alone, from the first bar to the last."""
    if everywhere:
        return replace(seat, levels=(0, 3), kinds=frozenset(SectionKind))
    return replace(seat, levels=(min(seat.levels[0], 1), 3))
