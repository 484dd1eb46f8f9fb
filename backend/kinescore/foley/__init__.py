"""Foley beside the music of any engine: whooshes, steps and impacts, each on its own stem."""
