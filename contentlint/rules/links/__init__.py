"""Links that lead nowhere or not where they should."""
