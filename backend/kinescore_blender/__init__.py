# SPDX-License-Identifier: GPL-3.0-or-later
"""What `kinescore` has Blender do in a process of its own. It imports bpy, so it is under Blender's licence and apart:
nothing in `kinescore` imports it, and it imports nothing of `kinescore`."""
