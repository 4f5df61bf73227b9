"""The tests of officegen."""
