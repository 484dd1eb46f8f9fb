# SPDX-License-Identifier: GPL-3.0-or-later
"""One soundtrack in the making, from the scene to the timeline."""
