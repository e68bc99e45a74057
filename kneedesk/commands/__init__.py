"""The command line: assess, export, check, verify; nothing here needs a screen or imports Qt."""
