"""What a known phrase adds to the mentions of a prompt, asked for or refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinescore.groovebox.prompt.prompt_intent import Mood
from kinescore.groovebox.prompt.resolve import Mentions, Vote
from kinescore.groovebox.prompt.words import forms, genres, grammar, instruments, moods, occasions, scenes, terms
from kinescore.groovebox.prompt.words.tables import Hint

_NAMED, _NATIVE, _SCENE, _ADJECTIVE, _INSTRUMENT, _MOOD, _PASSING = 3.0, 2.2, 2.0, 1.6, 1.2, 1.0, 1.1
_LANDSCAPE, _VAGUE, _OCCASION, _NATIVE_INSTRUMENT, _TERM = 1.5, 2.1, 2.6, 2.8, 3.5
_SECOND = 0.5
"""Weight of a suggestion that comes second, as a share of the first's."""


QUIETER_DB, LOUDER_DB = -6.0, 4.0


def mention(phrase: str, mentions: Mentions, share: float = 1.0) -> None:
    """Add all that a phrase asks for. share: of the weight with which it suggests styles."""
    taken: list[str] = []
    before = len(mentions.votes)
    taken += _styles(phrase, mentions)
    mentions.votes[before:] = [replace(vote, weight=share * vote.weight) for vote in mentions.votes[before:]]
    taken += _moods(phrase, mentions)
    played = phrase if phrase in instruments.INSTRUMENT_PHRASES else phrase.removesuffix("s")  # "bagpipes"
    if played in instruments.INSTRUMENT_PHRASES:
        key = instruments.INSTRUMENT_PHRASES[played]
        mentions.wanted.append(key)
        taken.append(key.replace("_", " "))
        if played in instruments.STAND_INS:
            mentions.notes.append(f"For '{phrase}' the built-in engine plays {instruments.STAND_INS[played]}.")
    if phrase in instruments.UNAVAILABLE:
        mentions.notes.append(f"'{phrase}' cannot be played. {instruments.UNAVAILABLE[phrase]}")
    if phrase in grammar.SOLO_WORDS or phrase in instruments.ENSEMBLES:
        mentions.solo = True
        taken.append("alone")
    taken += _form(phrase, mentions)
    mentions.readings.append((phrase, ", ".join(dict.fromkeys(taken))))


def colour(phrase: str, mentions: Mentions) -> None:
    """Let a kind of music colour the one that is named right after it."""
    style = genres.GENRE_PHRASES[phrase]
    mentions.votes += _votes((style,), _ADJECTIVE)
    mentions.readings.append((phrase, f"colours it with {style}"))


def lessen(phrase: str, mentions: Mentions) -> None:
    """Let an instrument be quieter; refuse anything else."""
    if phrase not in instruments.INSTRUMENT_PHRASES:
        refuse(phrase, mentions)
        return
    mentions.balance.append((instruments.INSTRUMENT_PHRASES[phrase], QUIETER_DB))
    mentions.readings.append((f"less {phrase}", f"{-QUIETER_DB:g} dB quieter"))


def increase(phrase: str, mentions: Mentions) -> None:
    """Ask for a phrase, and let it be louder if it is an instrument."""
    mention(phrase, mentions)
    if phrase in instruments.INSTRUMENT_PHRASES:
        mentions.balance.append((instruments.INSTRUMENT_PHRASES[phrase], LOUDER_DB))
        mentions.readings.append((f"more {phrase}", f"{LOUDER_DB:g} dB louder"))


def refuse(phrase: str, mentions: Mentions) -> None:
    """Add all that a phrase keeps out."""
    if phrase in instruments.INSTRUMENT_PHRASES:
        key = instruments.INSTRUMENT_PHRASES[phrase]
        family = instruments.FAMILIES.get(key, ()) if phrase in instruments.GENERAL_NAMES else ()
        alone = instruments.INSTRUMENT_PHRASES.get(phrase.removesuffix("s"), key)  # "no violins": nor a single one
        mentions.unwanted += [key, *family, *([alone] if alone != key else [])]
        mentions.unwanted_kin += [kin for kin in family if kin not in (key, alone)]
        mentions.unwanted_styles += instruments.STYLES_OF_NOTHING_ELSE.get(key, ())
    elif phrase in genres.GENRE_PHRASES or phrase in genres.GENRE_ADJECTIVES:
        mentions.unwanted_styles.append(genres.GENRE_PHRASES.get(phrase) or genres.GENRE_ADJECTIVES[phrase])
    elif phrase in moods.MOOD_PHRASES or phrase in scenes.SCENE_PHRASES:
        _refuse_scene(phrase, mentions)
    elif phrase in forms.LEVEL_PHRASES:
        mentions.levels.append(-forms.LEVEL_PHRASES[phrase])
    elif phrase in forms.PACE_PHRASES:
        pass  # "not too fast" leaves the pace to the movement
    elif phrase in forms.ROOM_PHRASES:
        mentions.rooms.append("dry")
    elif phrase in instruments.VOICES:
        mentions.unwanted += [] if "choir" in mentions.wanted else ["choir"]
    elif phrase not in instruments.UNAVAILABLE:
        mentions.notes.append(f"'not {phrase}' is left out of account.")
    mentions.readings.append((f"not {phrase}", "left out"))


def _refuse_scene(phrase: str, mentions: Mentions) -> None:
    """Keep out a mood or a scene: "not spooky" is neither horror nor dark."""
    hint = scenes.SCENE_PHRASES.get(phrase, Hint(()))
    mood = moods.MOOD_PHRASES.get(phrase) or moods.MOODS.get(hint.mood)
    mentions.unwanted_styles += hint.styles[:1]
    mentions.unwanted_moods += [mood] if mood else []


def _styles(phrase: str, mentions: Mentions) -> Sequence[str]:
    """Styles that a phrase names or suggests."""
    named = genres.GENRE_PHRASES.get(phrase) or genres.ARTIST_PHRASES.get(phrase)
    if named and phrase in forms.METRE_PHRASES and mentions.styles:
        return ()  # a "jazz waltz" is jazz in three
    if named and phrase in genres.VAGUE:
        mentions.votes += _votes((named,), _VAGUE)
        return [named]
    if named and named not in genres.SCENE_STYLES:
        mentions.styles.append(named)
        if phrase in genres.ARTIST_PHRASES:
            mentions.notes.append(f"'{phrase}' is taken for the style nearest to it, {named}; nobody is copied.")
        if phrase in genres.PLAYED_AS:
            mentions.notes.append(f"For '{phrase}' the built-in engine plays {named}.")
        return [named]
    style = genres.GENRE_ADJECTIVES.get(phrase)
    suggested = [
        (_NAMED, Hint((named,) if named else ())),
        (_scene_weight(phrase), scenes.SCENE_PHRASES.get(phrase)),
        (
            _NAMED if phrase in genres.MUSICAL else _NATIVE if style in genres.OF_A_PEOPLE else _ADJECTIVE,
            Hint((style,)) if style else None,
        ),
        (_INSTRUMENT, instruments.styles_of(phrase)),
    ]
    weight, hint = next(((w, h) for w, h in suggested if h and h.styles), (0.0, Hint(())))
    of_instrument = phrase in instruments.INSTRUMENT_PHRASES
    if weight == _INSTRUMENT and hint.styles[0] in instruments.NATIVE_STYLES:
        weight = _NATIVE if hint.styles[0] == "tango" else _NATIVE_INSTRUMENT  # a guitar, of all Spain's music
    backdrop = weight == _LANDSCAPE
    mentions.votes += _votes(hint.styles, weight, of_instrument, moods.MOODS.get(hint.mood), backdrop)
    return hint.styles[:1] if weight not in (_INSTRUMENT, 0.0) else ()


def _scene_weight(phrase: str) -> float:
    """How much a scene says: landscapes and weather are what other things happen in front of; a people has a music."""
    if phrase in terms.TERM_PHRASES:
        return _TERM
    if phrase in scenes.IN_PASSING:
        return _PASSING
    if phrase in occasions.OCCASION_PHRASES:
        return _OCCASION
    hint = scenes.SCENE_PHRASES.get(phrase)
    first = hint.styles[0] if hint and hint.styles else ""
    return _NATIVE if first in genres.OF_A_PEOPLE else _LANDSCAPE if first == "ambient" else _SCENE


def _votes(
    styles: Sequence[str],
    weight: float,
    of_instrument: bool = False,
    mood: Mood | None = None,
    backdrop: bool = False,
) -> list[Vote]:
    """Votes for styles, the best first."""
    return [Vote(style, weight * _SECOND**n, n > 0, of_instrument, mood, backdrop) for n, style in enumerate(styles)]


def _moods(phrase: str, mentions: Mentions) -> Sequence[str]:
    mood = moods.MOOD_PHRASES.get(phrase)
    hint = scenes.SCENE_PHRASES.get(phrase)
    if mood is None and hint and hint.mood:
        mentions.scene_moods.append(moods.MOODS[hint.mood])
        return [f"{hint.mood} mood"]
    if mood is None:
        return ()
    weight = _SECOND * _MOOD if mood in mentions.moods else _MOOD  # "hard, hype, intense" is one mood
    mentions.moods.append(mood)
    mentions.votes += _votes(moods.MOOD_STYLES[mood.name], weight)
    return [f"{mood.name} mood"]


def _form(phrase: str, mentions: Mentions) -> Sequence[str]:
    """How full, fast, large and in what shape."""
    taken = []
    if phrase in forms.LEVEL_PHRASES:
        mentions.levels.append(forms.LEVEL_PHRASES[phrase])
        taken.append("fuller" if forms.LEVEL_PHRASES[phrase] > 0 else "sparser")
    if phrase in forms.FEEL_PHRASES:
        mentions.feels.append(forms.FEEL_PHRASES[phrase])
        taken.append("feel")
    if phrase in forms.METRE_PHRASES:
        mentions.metres.append(forms.METRE_PHRASES[phrase])
        taken.append(forms.METRE_PHRASES[phrase].value)
    if phrase in forms.PACE_PHRASES:
        mentions.paces.append(forms.PACE_PHRASES[phrase])
        taken.append(f"{forms.PACE_PHRASES[phrase].value} feel")
    if phrase in forms.ROOM_PHRASES:
        mentions.rooms.append(forms.ROOM_PHRASES[phrase])
        taken.append(f"{forms.ROOM_PHRASES[phrase]} room")
    if phrase in forms.SHAPE_PHRASES:
        mentions.shapes.append(forms.SHAPE_PHRASES[phrase])
        taken.append(f"form: {forms.SHAPE_PHRASES[phrase].value}")
    if phrase in forms.SIZE_PHRASES:
        mentions.sizes.append(forms.SIZE_PHRASES[phrase])
        taken.append(f"{forms.SIZE_PHRASES[phrase]} players")
    return taken
