# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left in the file and beside it: sound files, strips, markers, and where they come from."""
