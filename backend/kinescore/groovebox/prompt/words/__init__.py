"""Every word and phrase that the built-in engine understands, by what kind of thing it names.

Phrases are lower case with spaces for hyphens; longer phrases win over shorter ones.
"""
