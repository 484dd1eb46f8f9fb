# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons of the list of servers."""

from __future__ import annotations

import bpy

from kinescore.wire.address import Address
from kinescore.wire.errors import WireError

from ..background import run_ticks
from ..settings.preferences import preferences
from ..settings.server_list import tick, watch
from ..translations import translated


class KINESCORE_OT_add_server(bpy.types.Operator):
    """Remember a server, and use it"""

    bl_idname = "kinescore.add_server"
    bl_label = "Add Server"

    address: bpy.props.StringProperty(name="Address", description="Such as workstation:7717")
    key_file: bpy.props.StringProperty(
        name="Key File",
        description="The key file that the server's owner made for you. Servers on this computer need none",
        subtype="FILE_PATH",
    )

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Ask for the address, beginning with the one in use where the list lacks it."""
        chosen = preferences(context)
        known = [entry.address for entry in chosen.servers]
        self.address, self.key_file = ("", "") if chosen.address in known else (chosen.address, chosen.key_file)
        return context.window_manager.invoke_props_dialog(self)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Add it to the list and ask it who it is."""
        chosen = preferences(context)
        try:
            address = str(Address.parse(self.address))
        except WireError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        known = [entry.address for entry in chosen.servers]
        if address not in known:
            chosen.servers.add().address = address
            known.append(address)
        chosen.servers[known.index(address)].key_file = self.key_file
        chosen.server_index = known.index(address)
        context.preferences.is_dirty = True
        return bpy.ops.kinescore.check_servers()


class KINESCORE_OT_remove_server(bpy.types.Operator):
    """Remember the selected server no longer. Its jobs stay there"""

    bl_idname = "kinescore.remove_server"
    bl_label = "Remove Server"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        chosen = preferences(context)
        return 0 <= chosen.server_index < len(chosen.servers)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Take it off the list; where it was in use, music is made in this Blender."""
        chosen = preferences(context)
        gone = chosen.servers[chosen.server_index].address
        chosen.servers.remove(chosen.server_index)
        if chosen.address == gone:
            chosen.address, chosen.key_file = "", ""
        context.preferences.is_dirty = True
        return {"FINISHED"}


class KINESCORE_OT_check_servers(bpy.types.Operator):
    """Ask all servers of the list in the background: engines, graphics cards, free memory and response time"""

    bl_idname = "kinescore.check_servers"
    bl_label = "Check Servers"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Ask; in background mode also wait for the answers."""
        watch.ask_all(context)
        if bpy.app.background or not bpy.app.timers.is_registered(tick):
            run_ticks(tick)
        return {"FINISHED"}


_register_operators, _unregister_operators = bpy.utils.register_classes_factory(
    (KINESCORE_OT_add_server, KINESCORE_OT_remove_server, KINESCORE_OT_check_servers)
)


def register() -> None:
    """Add the buttons."""
    _register_operators()


def unregister() -> None:
    """Remove them, and ask no server any more."""
    if bpy.app.timers.is_registered(tick):
        bpy.app.timers.unregister(tick)
    watch.forget()
    _unregister_operators()
