"""Sound YAML that says something else than its author meant: `fields` tells it of what was read, `while_reading` of what
only the parser's reader sees."""
