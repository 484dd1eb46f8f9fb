# SPDX-License-Identifier: GPL-3.0-or-later
"""The add-on's preferences: a server, if any, and where music is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import bpy

from kinescore.wire.address import DEFAULT_ADDRESS, Address
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError
from kinescore.wire.keys import load_client_keys

from . import compat, connection
from .labels import draw_text

DEFAULT_FOLDER = "//kinescore/"


def _forget_test(preferences: bpy.types.AddonPreferences, context: bpy.types.Context) -> None:
    connection.test.forget()


class KinescorePreferences(bpy.types.AddonPreferences):
    """Preferences of the whole installation."""

    bl_idname = __package__

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

    def draw(self, context: bpy.types.Context) -> None:
        """Draw the preferences."""
        layout = self.layout
        layout.use_property_split = True
        layout.prop(self, "address", placeholder="Built-In Engine, No Server")
        column = layout.column()
        column.active = bool(self.address)
        column.prop(self, "key_file")
        column.operator("kinescore.test_connection", icon="URL")
        for line in connection.summary():
            draw_text(column, line)
        layout.separator()
        layout.prop(self, "folder")


@dataclass(frozen=True)
class Server:
    """How to reach a server; plain values that a thread may use."""

    address: str
    key_file: str = ""

    def connect(self) -> Client:
        """Open a client; the caller closes it. Raises KinescoreError for an unfit address or key file."""
        keys = load_client_keys(Path(self.key_file)) if self.key_file else None
        return Client(self.address, keys)


def preferences(context: bpy.types.Context) -> KinescorePreferences:
    """The preferences of this add-on."""
    return context.preferences.addons[__package__].preferences


def configured_server(context: bpy.types.Context) -> Server | None:
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
    return Server(str(address), bpy.path.abspath(chosen.key_file))


def register() -> None:
    """Add the preferences."""
    bpy.utils.register_class(KinescorePreferences)


def unregister() -> None:
    """Remove the preferences."""
    bpy.utils.unregister_class(KinescorePreferences)
