# SPDX-License-Identifier: GPL-3.0-or-later
"""Every button and menu entry."""
