"""The server: a door that clients knock at, a board that knows every job, a store that forgets none, workers that play.

`Server(ServeConfig(...)).run()` is all there is to it. The door joins the parts in one thread, the board decides and
touches nothing, and the workers are processes of their own: only they load engines.
"""
