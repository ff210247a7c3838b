"""What tells broken YAML in a writer's words. `diagnosis` begins, and is imported only where reading failed.

It mends on trial (`trial`) what people are known to do wrong, and each module knows the mistakes of one kind:

- in a line's value: `values`, and for some of them `quoted_values`, `unclosed_quotes`, `values_with_colons`,
  `marked_values`, `bracketed_values`, `block_marks`, `lists_on_the_line`, `wikilinks`, `after_value`, `tags_and_anchors`;
  `quoting` puts them in quotes
- in the signs of a line: `signs`, `missing_signs`, `foreign_comments`
- in its place: `indentation`, `between_depths`, `tabs`, `stray_lines`, `two_values`, `texts_with_colons`

Each yields `Mistake`, of which `lines` has the words, with the edits that would mend it and a cost: the cheapest that
lets the parser read on is told.
"""
