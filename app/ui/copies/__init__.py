"""The tab of copies: the ledger and the map."""
