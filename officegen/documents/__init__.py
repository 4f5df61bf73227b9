"""What a document says: the kinds and their parts. Knows no file, no Word, no XML."""
