"""What the dance does: keypoints, readers, rhythm, beat grid, hit points. numpy only."""
