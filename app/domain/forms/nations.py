"""The nations of the United Kingdom, whose law and bodies differ."""

from app.domain.kit.answers import Choice


class Nation(Choice):
    """Where somebody lives, or what a body is for. What names no nation is for all four."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"
    ELSEWHERE = "elsewhere", "Elsewhere"


UNITED = tuple(nation for nation in Nation if nation is not Nation.ELSEWHERE)
"""The four, where a college or a body may be."""
