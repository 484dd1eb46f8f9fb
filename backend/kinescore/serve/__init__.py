"""The server: board, store, door, pool, worker."""
