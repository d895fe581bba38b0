"""The tab of documents: preview, leak check and issue."""
