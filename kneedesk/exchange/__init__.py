"""How consultations enter and leave: the consultation file."""
