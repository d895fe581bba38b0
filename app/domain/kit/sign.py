"""The signs that call for immediate referral, one name each.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), the five criteria; financially motivated
sexual extortion from the NCA alert for education settings (April 2024).
"""

from app.domain.kit.answers import Choice


class Sign(Choice):
    """A sign that calls for referral to children's social care or the police at once."""

    ADULT = "adult", "An adult is involved"
    COERCION = "coercion", "Pressure, threat, grooming or doubt about capacity"
    UNUSUAL = "unusual", "Violent acts, or acts unusual for their age"
    UNDER_13 = "under_13", "Sexual acts and someone under 13"
    HARM = "harm", "Someone is harmed or at risk of harm now"
    EXTORTION = "extortion", "Demands for money or for more images"
