"""Movement from film: its pictures, the person in them, and the camera's own movement taken out."""
