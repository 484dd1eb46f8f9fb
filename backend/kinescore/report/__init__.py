"""Pages that people open: the report of an evaluation, and a listening test with its opinion scores."""
