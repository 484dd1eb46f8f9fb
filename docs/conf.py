"""How the site is built: `make docs`. Nothing is fetched, at build time or by the reader's browser."""

from __future__ import annotations

import sys
from pathlib import Path

from kinescore import __version__

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "Kinescore"
author = "The Kinescore authors"
project_copyright = "The Kinescore authors"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "command_help", "docstrings", "equations", "rooms"]
exclude_patterns = ["extensions"]
myst_enable_extensions = ["dollarmath", "attrs_inline", "attrs_block"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_class_signature = "mixed"
autodoc_preserve_defaults = True
autodoc_type_aliases = {
    name: name for name in ("EngineTable", "Engines", "NDArray", "OnStatus", "Pulse", "Report", "Warn")
}
add_module_names = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = f"Kinescore {version}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_math_renderer = "mathml"
