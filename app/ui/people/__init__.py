"""The tab of people: who they are and what they know."""
