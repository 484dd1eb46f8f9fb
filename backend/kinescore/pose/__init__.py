"""Video -> Keypoints: decoding, pose estimation, and a constant frame rate."""
