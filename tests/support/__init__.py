"""Test kit: lays documents out, measures the pages, and looks into the Word files."""
