# SPDX-License-Identifier: GPL-3.0-or-later
"""What `tools/pictures.py` lets a Blender with a window do: use the add-on as an artist does, and take pictures."""
