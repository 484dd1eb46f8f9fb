"""What scores are called as training targets: any Pocket learns from the same codes, whatever its weights."""

from __future__ import annotations

import hashlib

from kinescore.groovebox.codes.encode import STYLE_NAMES
from kinescore.groovebox.codes.layout import FRAME_HZ, LAYOUT

SCORES_KIND = f"pocket{LAYOUT}-{FRAME_HZ}hz-{hashlib.sha256('/'.join(STYLE_NAMES).encode()).hexdigest()[:8]}"
"""Codes name styles by their place in a list: another list or layout, other targets."""
