# SPDX-License-Identifier: GPL-3.0-or-later
"""The add-on in the language of Blender's interface: German, Japanese, Chinese (simplified).

Each catalogue is a JSON, text -> translation. Blender translates what it shows as it stands; sentences with values in
them go through `translated`. `python tools/translations.py` lists what a catalogue lacks.
"""

from __future__ import annotations

import bpy

from ..compat import ADD_ON
from .catalogue import CATALOGUES, Catalogue, read

CONTEXTS = ("*", "Operator")
"""Blender looks up buttons of operators under the second, all else under the first."""


def register() -> None:
    """Give Blender the catalogues. Everything else is registered before: its tooltips may have values in them."""
    told = {
        locale: {(context, text): words for context in CONTEXTS for text, words in texts_for(locale).items()}
        for locale in CATALOGUES
    }
    bpy.app.translations.register(ADD_ON, told)


def unregister() -> None:
    """Take them away."""
    bpy.app.translations.unregister(ADD_ON)


def translated(text: str) -> str:
    """Return a text, or sentences with values in them, in the language of Blender's interface where it is known."""
    if not bpy.context.preferences.view.use_translate_interface:
        return text
    return catalogue_of(bpy.app.translations.locale).translated(text)


def named(text: str) -> str:
    """Return the name that something new gets, such as a marker, in the language of Blender's interface where that is
    wanted for names too (Preferences > Interface > Translation > New Data)."""
    wanted = bpy.context.preferences.view.use_translate_new_dataname
    return catalogue_of(bpy.app.translations.locale).translated(text) if wanted else text


def texts_for(locale: str) -> dict[str, str]:
    """Return the texts that Blender shows as they stand -> their translations, tooltips with values filled in too."""
    catalogue = read(locale)
    filled = {text: catalogue.translated(text) for text in _tooltips() if text not in catalogue.texts}
    return {**catalogue.texts, **{text: words for text, words in filled.items() if text != words}}


def _tooltips() -> set[str]:
    """What our properties and the entries of their menus say of themselves."""
    bases = (bpy.types.PropertyGroup, bpy.types.AddonPreferences)
    ours = [kind for base in bases for kind in base.__subclasses__() if kind.__module__.startswith(ADD_ON)]
    properties = [each for kind in ours if hasattr(kind, "bl_rna") for each in kind.bl_rna.properties]
    entries = [entry for each in properties if each.type == "ENUM" for entry in each.enum_items]
    return {told.description for told in (*properties, *entries) if told.description}


def catalogue_of(locale: str) -> Catalogue:
    """Return the catalogue of a locale, such as "de_DE" or "de"; an empty one where there is none."""
    known = next((name for name in CATALOGUES if locale and locale.split("_")[0] == name.split("_")[0]), None)
    return read(known) if known and locale not in OTHER_SCRIPTS else Catalogue({})


OTHER_SCRIPTS = ("zh_HANT", "zh_TW", "zh_HK")
