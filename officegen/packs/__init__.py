"""Department packs: found, inherited, read; and the default pack, built from the standard."""
