"""What can run, load or send something that the reader did not ask for."""
