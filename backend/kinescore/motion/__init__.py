"""What moved: files and video as keypoints, skeletons made into bodies, movement mended and seen from a fixed place."""
