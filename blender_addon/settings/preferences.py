# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for the whole installation: a server, if any, and where music is kept."""

from __future__ import annotations

import bpy

from kinescore.wire.address import DEFAULT_ADDRESS, Address
from kinescore.wire.errors import WireError

from .. import compat
from . import connection
from .connection import ServerAccess

DEFAULT_FOLDER = "//kinescore/"


def _forget_test(preferences: bpy.types.AddonPreferences, context: bpy.types.Context) -> None:
    connection.test.forget()


class Preferences:
    """The values; what Blender registers is this with a page to set them on, which `ui` adds."""

    address: bpy.props.StringProperty(
        name="Server",
        description=f"Address of a Kinescore server, such as {DEFAULT_ADDRESS}. "
        "Leave empty to make all music inside Blender",
        update=_forget_test,
    )
    key_file: bpy.props.StringProperty(
        name="Key File",
        description="The key file that the server's owner made for you. Servers on this computer need none",
        subtype="FILE_PATH",
        options=compat.RELATIVE_PATH,
    )
    folder: bpy.props.StringProperty(
        name="Output Folder",
        description="Where music is kept. // is the folder of the .blend file",
        subtype="DIR_PATH",
        options=compat.RELATIVE_PATH,
        default=DEFAULT_FOLDER,
    )


def preferences(context: bpy.types.Context) -> Preferences:
    """The preferences of this add-on."""
    return context.preferences.addons[compat.ADD_ON].preferences


def configured_server(context: bpy.types.Context) -> ServerAccess | None:
    """The server of the preferences, or None where there is no address.

    Raises WireError for an unfit address, and for another machine's while Blender is set to stay offline.
    """
    chosen = preferences(context)
    if not chosen.address.strip():
        return None
    address = Address.parse(chosen.address)
    if not (address.is_loopback or bpy.app.online_access):
        raise WireError(
            f"The server {address} is on another machine, and Blender's online access is off.",
            "Allow Online Access in Preferences > System, or set Run On to This Blender.",
            code="offline",
        )
    return ServerAccess(str(address), bpy.path.abspath(chosen.key_file))
