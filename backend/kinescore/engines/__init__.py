"""Engines: what plays. One table says what each is and needs; the composer lets one play to an analysed movement.

`table` and `composer` need numpy alone, so they run inside Blender; `learned` joins encoders and backbones (torch).
"""
