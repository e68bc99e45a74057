"""The command line: assess, export, check; nothing here needs a screen or imports Qt."""
