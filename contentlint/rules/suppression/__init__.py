"""The comments that silence rules."""
