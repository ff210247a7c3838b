"""What keeps some readers out."""
