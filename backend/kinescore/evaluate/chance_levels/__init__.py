"""What figures are without skill, and how sure they are."""
