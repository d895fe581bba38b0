"""Pages, tables, PDF tags and typefaces. Only this package imports ReportLab."""
