"""What client and server say to each other: requests as bytes, messages, codec, keys, the client, and Takes as files.

Imports numpy and pyzmq besides the standard library, so that it also runs inside Blender.
"""
