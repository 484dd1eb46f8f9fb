"""What an evaluation found, as values and as files, and where in the results folder everything lies."""
