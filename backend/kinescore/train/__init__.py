"""Training the encoders through a frozen backbone: the paper's recipe, the released code's, and a faster one."""
