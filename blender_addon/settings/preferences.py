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


class ServerEntry(bpy.types.PropertyGroup):
    """A server that is remembered, whether it is the one in use or not."""

    address: bpy.props.StringProperty(name="Address", description="Where the server listens")
    key_file: bpy.props.StringProperty(name="Key File", subtype="FILE_PATH")


def _use_chosen(preferences: bpy.types.AddonPreferences, context: bpy.types.Context) -> None:
    """The server that was just selected in the list is the one in use."""
    if 0 <= preferences.server_index < len(preferences.servers):
        entry = preferences.servers[preferences.server_index]
        preferences.key_file = entry.key_file
        preferences.address = entry.address


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
    servers: bpy.props.CollectionProperty(type=ServerEntry)
    server_index: bpy.props.IntProperty(
        name="Server in Use",
        description="Click a server to use it",
        update=_use_chosen,
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
    return access_to(chosen.address, chosen.key_file)


def access_to(address: str, key_file: str) -> ServerAccess:
    """How to reach a server. Raises WireError for an unfit address, and for another machine's while Blender is set to
    stay offline."""
    parsed = Address.parse(address)
    if not (parsed.is_loopback or bpy.app.online_access):
        raise WireError(
            f"The server {parsed} is on another machine, and Blender's online access is off.",
            "Allow Online Access in Preferences > System, or set Run On to This Blender.",
            code="offline",
        )
    return ServerAccess(str(parsed), bpy.path.abspath(key_file))


register, unregister = bpy.utils.register_classes_factory((ServerEntry,))
