"""What a page is sent on with: the picture that other programs show of it."""
