"""Every instrument of the built-in engine, synthesised: a note goes in as a `Voice`, samples come out.

- Percussion: `drums`, `cymbals` and `hand_percussion`, put together in `drum_kits`; `mallets`.
- Pitched: `keys`, `guitars` (with the basses and the harp), `sections` (with choir and pads), `subtractive` (analogue
  synthesisers), `winds_and_violin`. Marks on movement: `effects`.
- What they are made of: `partials`, `plucked_string`, `spectra`, `noise`, `envelopes`, `tuning`.

`kinescore.groovebox.band` has them all by name.
"""
