"""What watches readers, or was left behind by what did."""
