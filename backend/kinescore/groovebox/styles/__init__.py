"""The styles that the built-in engine plays: one file for each genre, called by the genre's name.

A new style is a row in `kinescore.genres.GENRES` and a file here that holds it as `STYLE`: "la hip-hop" is
la_hip_hop.py, and "break", a word that Python keeps for itself, is break_.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword

from kinescore.genres import GENRES
from kinescore.groovebox.styles.style import Style


def _style(genre: str) -> Style:
    module = re.sub(r"\W", "_", genre)
    style: Style = import_module(f"{__name__}.{module}{'_' if iskeyword(module) else ''}").STYLE
    return style


STYLES: Mapping[str, Style] = {genre.name: _style(genre.name) for genre in GENRES}
"""By name, in the order of GENRES."""
