"""A document and a pack become the bytes of a Word file."""
