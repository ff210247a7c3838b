"""Tags and attributes that do not belong into an article."""
