"""The metadata at the head of an article."""
