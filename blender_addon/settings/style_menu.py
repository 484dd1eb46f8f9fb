# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of styles: what animators score first, then songs, then what is danced to."""

from __future__ import annotations

from kinescore.groovebox.styles import STYLES

AUTO = "AUTO"
GROUPS = (
    (
        "Film and Game",
        (
            "cinematic", "epic", "orchestral", "chase", "suspense", "horror", "comedy", "piano", "ambient", "choral",
            "western", "corporate", "chiptune", "synthwave", "lo-fi", "circus", "march",
        ),
    ),
    ("Songs and Bands", ("pop", "k-pop", "rock", "funk", "jazz", "country", "reggae", "hip-hop")),
    (
        "Around the World",
        (
            "latin", "samba", "bossa nova", "tango", "waltz", "afrobeat", "celtic", "asian", "middle eastern",
            "drumline", "body percussion",
        ),
    ),
    ("Clubs", ("house", "techno", "waack", "drum and bass", "dubstep", "trap")),
    (
        "Street and Stage Dance",
        (
            "break", "popping", "lock", "krump", "la hip-hop", "middle hip-hop", "street jazz", "ballet jazz",
        ),
    ),
)  # fmt: skip
SAVED_ORDER = (
    "break", "house", "ballet jazz", "street jazz", "krump", "la hip-hop", "lock", "middle hip-hop", "popping", "waack",
    "techno", "hip-hop", "funk", "pop", "rock", "latin", "jazz", "orchestral", "ambient", "cinematic", "drum and bass",
    "lo-fi", "synthwave", "trap", "dubstep", "k-pop", "chiptune", "reggae", "afrobeat", "samba", "bossa nova", "tango",
    "waltz", "country", "celtic", "western", "asian", "middle eastern", "piano", "choral", "march", "circus", "comedy",
    "suspense", "horror", "chase", "epic", "corporate", "drumline", "body percussion",
)  # fmt: skip
"""Files keep a style by its place here, from 1 on, since version 0.1: new ones go to the end."""
TITLES = {
    "la hip-hop": "LA Hip-Hop",
    "drum and bass": "Drum and Bass",
    "drumline": "Drums Alone",
    "asian": "East Asian",
}
Item = tuple[str, str, str] | tuple[str, str, str, str, int]


def style_items() -> list[Item]:
    """The entries of the menu, each group below its heading."""
    automatic = "Let the prompt decide, and where it is silent, the movement"
    items: list[Item] = [(AUTO, "Automatic", automatic, "NONE", 0)]
    for heading, names in GROUPS:
        items.append(("", heading, ""))
        items += [_item(name) for name in names]
    return items


def _item(name: str) -> Item:
    low, high = STYLES[name].tempo
    words = f"At home from {low:.0f} to {high:.0f} beats per minute"
    title = TITLES.get(name, name.title())
    return (name, title, words, "NONE", 1 + SAVED_ORDER.index(name))
