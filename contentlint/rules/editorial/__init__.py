"""Who answers for the article, and what does not belong to its text."""
