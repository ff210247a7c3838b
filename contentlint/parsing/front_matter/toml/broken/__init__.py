"""What tells broken TOML in a writer's words. `diagnosis` begins, and is imported only where reading failed."""
