"""The words: free text with the marks `*` and `@`, reserved token slots, and the pseudo-words that fill them."""
