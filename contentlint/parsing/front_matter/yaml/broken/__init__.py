"""What tells broken YAML in a writer's words. `diagnosis` begins, and is imported only where reading failed.

It mends on trial (`trial`) what people are known to do wrong: in the value of a line (`values`, and `quoted_values`,
`unclosed_quotes`, `bracketed_values`, `after_value` for some of them), in the signs around it (`signs`), in the
indentation (`indentation`), and in lines that belong elsewhere (`stray_lines`). `lines` has the words for all that.
"""
