# SPDX-License-Identifier: GPL-3.0-or-later
"""One palette for every engine: Workbench reads the viewport colour, Cycles and EEVEE the shader."""

from __future__ import annotations

import bpy

# Linear RGB, roughness.
PALETTE: dict[str, tuple[tuple[float, float, float], float]] = {
    "hoodie": ((0.87, 0.13, 0.07), 0.75),
    "stripe": ((0.95, 0.90, 0.80), 0.75),
    "joggers": ((0.80, 0.74, 0.62), 0.80),
    "skin": ((0.36, 0.15, 0.07), 0.50),
    "shoe": ((0.05, 0.05, 0.09), 0.45),
    "sole": ((0.90, 0.90, 0.88), 0.40),
    "eye": ((0.01, 0.01, 0.012), 0.20),
    "cap": ((0.95, 0.48, 0.03), 0.65),
}
STAGE = {
    "floor": ((0.05, 0.04, 0.14), 0.30),
    "platform": ((0.30, 0.20, 0.62), 0.25),
    "strip": ((0.008, 0.008, 0.03), 1.0),
    "wall": ((0.018, 0.018, 0.075), 0.90),
}
GLOW = {
    "teal light": (0.05, 0.75, 0.80),
    "pink light": (0.95, 0.10, 0.45),
    "hit light": (1.0, 0.55, 0.05),
    "teal light still": (0.05, 0.75, 0.80),
    "strip text": (0.9, 0.9, 0.95),
    "strip energy": (0.20, 0.16, 0.45),
}


def material(name: str) -> bpy.types.Material:
    """The material called `name`, made on first use."""
    found = bpy.data.materials.get(name)
    return found or _make(name)


def _make(name: str) -> bpy.types.Material:
    made = bpy.data.materials.new(name)
    if made.node_tree is None:  # from Blender 5.0 on there always is one
        made.use_nodes = True
    shader = made.node_tree.nodes["Principled BSDF"]
    if name in GLOW:
        colour, roughness = GLOW[name], 1.0
        shader.inputs["Emission Color"].default_value = (*colour, 1.0)
        shader.inputs["Emission Strength"].default_value = 2.0
    else:
        colour, roughness = (PALETTE | STAGE)[name]
    shader.inputs["Base Color"].default_value = (*colour, 1.0)
    shader.inputs["Roughness"].default_value = roughness
    made.diffuse_color, made.roughness = (*colour, 1.0), roughness
    return made
