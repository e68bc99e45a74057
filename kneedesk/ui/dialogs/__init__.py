"""The few questions that interrupt: a new consultation, settings, the list of answers taken as no."""
