# SPDX-License-Identifier: GPL-3.0-or-later
"""Which engines there are to choose from, and what their music may be used for."""

from __future__ import annotations

from functools import cache

import bpy

from kinescore.engines.table import ENGINES
from kinescore.errors import KinescoreError

from . import connection
from .preferences import configured_server

BUILT_IN_ENGINE = "groovebox"
Item = tuple[str, str, str, int]
"""Identifier, name, description and number of one entry of a menu."""


def offered(context: bpy.types.Context) -> dict[str, str]:
    """Engines of the server in the preferences with their licences; empty while it has not said what it has."""
    try:
        server = configured_server(context)
    except KinescoreError:
        return {}
    found = connection.test.outcome
    if server is None or not isinstance(found, connection.Greeting) or found.address != server.address:
        return {}
    return dict(found.engines)


def menu(settings: bpy.types.PropertyGroup, context: bpy.types.Context | None) -> list[Item]:
    """Return the entries of the menu of engines."""
    licences = {**{name: entry.licence for name, entry in ENGINES.items()}, **offered(bpy.context)}
    return _kept_items(tuple((name, licences.get(name, "")) for name in _names(settings)))


def chosen_number(settings: bpy.types.PropertyGroup) -> int:
    """Return the number of the chosen entry."""
    return _names(settings).index(settings.engine)


def choose_number(settings: bpy.types.PropertyGroup, number: int) -> None:
    """Choose an entry; its name is what the file keeps."""
    settings.engine = _names(settings)[number]


def notes(chosen: str, context: bpy.types.Context) -> list[str]:
    """Sentences about the chosen engine: its licence, and whether the server has it."""
    server = offered(context)
    known = ENGINES.get(chosen)
    licence = server.get(chosen) or (known.licence if known else "")
    lines = [f"{licence}."] if licence else []
    if server and chosen not in server:
        lines.append(
            f"The server does not offer {engine_title(chosen)}; it has {', '.join(map(engine_title, server))}."
        )
    elif not server:
        lines.append(_why_nothing_is_offered())
    return lines


def _why_nothing_is_offered() -> str:
    if connection.test.is_running:
        return connection.WAITING
    if isinstance(connection.test.outcome, KinescoreError):
        return connection.test.outcome.sentence
    return "Refresh to list the server's engines."


def _names(settings: bpy.types.PropertyGroup) -> tuple[str, ...]:
    """The built-in engine, what the server offers, and what was chosen before, though the server may be away now."""
    return tuple(dict.fromkeys([BUILT_IN_ENGINE, *offered(bpy.context), settings.engine]))


@cache
def _kept_items(engines: tuple[tuple[str, str], ...]) -> list[Item]:
    """Blender keeps no reference to a menu's texts and reads them later: what is cached stays alive."""
    return [(name, engine_title(name), licence, number) for number, (name, licence) in enumerate(engines)]


def engine_title(name: str) -> str:
    """The name of an engine as its makers write it."""
    return ENGINES[name].title if name in ENGINES else name.replace("_", " ").title()
