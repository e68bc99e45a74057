"""Documents: values in, PDF bytes out; the only package that knows ReportLab."""
