"""What client and server say to each other: messages, codec, keys, client. Imports stdlib, numpy and pyzmq only."""
