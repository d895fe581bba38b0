"""The parts of handling, in the order the guidance gives them. Nothing forces that order."""

from app.domain.answers import Choice


class Stage(Choice):
    """A part of handling with its own form or forms."""

    CONCERN = "concern", "Concern received"
    REVIEW = "review", "Initial review meeting"
    DECISION = "decision", "Decision"
    SOCIAL_CARE = "social_care", "Referral to social care"
    PEOPLE = "people", "People"
    RECORD = "record", "Record"
