"""The register of documents over all cases, and the check whether a document was issued."""
