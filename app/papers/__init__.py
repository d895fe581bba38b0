"""Documents: what an audience may see, set on paper in memory. The only importer of ReportLab."""
