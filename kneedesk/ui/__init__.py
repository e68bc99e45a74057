"""The window: the only place, beside the application that puts it together, that knows Qt."""
