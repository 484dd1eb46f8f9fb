"""What is evaluated: folders, lists and datasets as clips, and their sounds."""
