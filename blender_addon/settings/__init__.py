# SPDX-License-Identifier: GPL-3.0-or-later
"""What the user chooses, for a scene and for the whole installation, and what the server offers to choose from."""
