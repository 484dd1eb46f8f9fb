# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of the scene: the character's bones, their places in every frame, and how the camera sees them."""
