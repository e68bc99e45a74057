"""How easy the texts for patients are to read, in English and in Spanish."""
