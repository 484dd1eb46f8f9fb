"""How a piece begins, ends and is divided, as far as the artist says it, and what that asks of beats and sound."""
