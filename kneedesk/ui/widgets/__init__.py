"""Controls that show and take one finding each, and the pieces that pages are made of."""
