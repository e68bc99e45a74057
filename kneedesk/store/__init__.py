"""Keep consultations: on this desk in one SQLite file, every change within half a second."""
