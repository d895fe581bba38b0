"""The removal wizard: one item, one service, one request, in at most five steps."""
