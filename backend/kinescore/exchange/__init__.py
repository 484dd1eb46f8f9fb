"""A take for other programs: sounds, MIDI with tempo map and hit points, OpenTimelineIO, CSV, EDL, a click.

Needs numpy alone, so that Blender can do it too. OpenTimelineIO's own library is compiled anew for each Python and
platform, which would make the add-on's zips four times as large; what is written here of its JSON, and of MIDI, is a
page each, and tests open every file with the library that the format belongs to.
"""
