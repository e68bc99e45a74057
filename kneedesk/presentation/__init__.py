"""What is said and drawn, without ink: sentences with their sources, tables and drawings as plain values."""
