"""What tells broken JSON in a writer's words. `diagnosis` begins, and is imported only where reading failed."""
