"""Pure functions from a consultation and the library to an assessment: no clock, no file, no window."""
