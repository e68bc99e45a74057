"""The tests, in the shape of kneedesk/."""
