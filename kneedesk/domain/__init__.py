"""What the clinic talks about: frozen values without a file, a clock or a window."""
