"""The stages of handling, in the order of the guidance. Nothing enforces that order."""

from app.domain.kit.answers import Choice


class Sign(Choice):
    """A sign that calls for referral to children's social care or the police at once."""

    ADULT = "adult", "An adult is involved"
    COERCION = "coercion", "Pressure, threat, grooming or doubt about capacity"
    UNUSUAL = "unusual", "Violent acts, or acts unusual for their age"
    UNDER_13 = "under_13", "Sexual acts and someone under 13"
    HARM = "harm", "In immediate danger today (self-harm, violence, unsafe at home)"
    EXTORTION = "extortion", "Demands for money or for more images"


class Stage(Choice):
    """A stage of handling with its own form or forms."""

    CONCERN = "concern", "Concern received"
    REVIEW = "review", "Initial review meeting"
    CONVERSATION = "conversation", "Learner conversation"
    CONTAINMENT = "containment", "Copies"
    PARENTS = "parents", "Parents or carers"
    RISK = "risk", "Risk assessment"
    DECISION = "decision", "Decision"
    SOCIAL_CARE = "social_care", "Referral to social care"
    POLICE = "police", "Police, other bodies"
    IMAGERY = "imagery", "Imagery and devices"
    SUPPORT = "support", "Support"
    CLOSE = "close", "Review and close"
    PEOPLE = "people", "People"
    RECORD = "record", "Record"
    SHARING = "sharing", "Information shared"
    EXTORTION = "extortion", "Demands and threats"
    AI_MADE = "ai_made", "AI-made imagery"
    DUTY = "duty", "Mandatory report"


HANDLING = (
    Stage.CONCERN,
    Stage.REVIEW,
    Stage.CONVERSATION,
    Stage.CONTAINMENT,
    Stage.PARENTS,
    Stage.RISK,
    Stage.DECISION,
    Stage.SOCIAL_CARE,
    Stage.POLICE,
    Stage.IMAGERY,
    Stage.SUPPORT,
    Stage.CLOSE,
)
"""The stages of the list beside the form, in the order of the guidance. Any may come first."""
