"""What only shows when all articles are read together."""
