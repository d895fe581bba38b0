"""Pages, tables, tags and faces: the only importer of ReportLab."""
