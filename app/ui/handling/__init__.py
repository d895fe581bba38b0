"""The tab of the stages: form, record and guidance."""
