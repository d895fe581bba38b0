"""The sources that rules rest on, and how far each was seen: a rule names its source by its key."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.domain.kit.answers import Choice
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import write_day


class Cited(Choice):
    """A source that a gate, a card, a limit or a rule for staff rests on. Its label is its name."""

    STAFF_SCOPE = "staff_scope", "Staff guidance, “What is sexting?”"
    STAFF_INCIDENTS = "staff_incidents", "Staff guidance, “Handling incidents”"
    STAFF_RECORDING = "staff_recording", "Staff guidance, “Recording incidents”"
    STAFF_VIEWING = "staff_viewing", "Staff guidance, “Viewing the imagery”"
    STAFF_TALKING = (
        "staff_talking",
        "Staff guidance, “Interviewing and talking to the learner involved”",
    )
    STAFF_POLICE = "staff_police", "Staff guidance, “The police response”"
    UKCIS_STAFF = "ukcis_staff", "UKCIS March 2024, overview for staff"
    UKCIS_STAFF_MORE = "ukcis_staff_more", "UKCIS March 2024, rules for staff in detail"
    UKCIS_REVIEW = "ukcis_review", "UKCIS March 2024, initial review meeting"
    UKCIS_REFERRAL = "ukcis_referral", "UKCIS March 2024, immediate referral"
    UKCIS_RISK = "ukcis_risk", "UKCIS March 2024, assessing the risks"
    UKCIS_TALKING = "ukcis_talking", "UKCIS March 2024, talking to young people"
    UKCIS_VIEWING = "ukcis_viewing", "UKCIS March 2024, viewing imagery"
    UKCIS_DELETION = "ukcis_deletion", "UKCIS March 2024, deletion of images"
    UKCIS_PARENTS = "ukcis_parents", "UKCIS March 2024, informing parents"
    UKCIS_RECORDING = "ukcis_recording", "UKCIS March 2024, recording incidents"
    UKCIS_SUPPORT = "ukcis_support", "UKCIS March 2024, support"
    KCSIE_SECRETS = "kcsie_secrets", "KCSIE 2026, paragraphs 14 and 15"
    KCSIE_AT_ONCE = "kcsie_at_once", "KCSIE 2026, paragraph 56"
    KCSIE_ABSENCE = "kcsie_absence", "KCSIE 2026, paragraph 59"
    KCSIE_RECORDS = "kcsie_records", "KCSIE 2026, records"
    KCSIE_AI = "kcsie_ai", "KCSIE 2026, AI-made imagery"
    KCSIE_SUPPORT = "kcsie_support", "KCSIE 2026, part five"
    KCSIE_STAFF = "kcsie_staff", "KCSIE 2026, part four, and model policies of 2024 (LADO)"
    WORKING_TOGETHER = "working_together", "Working Together 2026"
    REFERRAL_FORMS = "referral_forms", "Referral forms of local authorities"
    CHILDREN_ACT = "children_act", "Children Act 1989, sections 17 and 47"
    SHARING_DUTY = "sharing_duty", "Children Act 2004, section 16LA"
    SEARCH_PERSON = "search_person", "Further and Higher Education Act 1992, section 85AB(6)"
    SEARCH_THINGS = "search_things", "Further and Higher Education Act 1992, section 85AB(7)"
    TO_A_CONSTABLE = "to_a_constable", "SI 2012/1925, regulation 4"
    CAPACITY = "capacity", "Mental Capacity Act 2005, from 16; Gillick competence"
    CARE_ACT = "care_act", "Care Act 2014, section 42"
    IMAGES_LAW = "images_law", "Protection of Children Act 1978, section 7"
    REPORTING_DUTY = "reporting_duty", "Crime and Policing Act 2026, from sources on the Bill"
    STATUTORY_REPORT = "statutory_report", "Online Safety Act 2023, section 20A"
    REMOVAL_TOOLS = "removal_tools", "Report Remove and Take It Down, how they work"
    EXTORTION_ALERT = "extortion_alert", "NCA and CEOP alert for education settings, April 2024"
    LATER_CHECKS = "later_checks", "On later DBS checks: articles by lawyers"
    BEST_EVIDENCE = "best_evidence", "Achieving Best Evidence, Ministry of Justice"
    LANGUAGE_GUIDE = (
        "language_guide",
        "The Children’s Society, Appropriate language guide, 2022",
    )
    TERMINOLOGY = "terminology", "Luxembourg Guidelines, 2016"
    MEDIA_GUIDELINES = "media_guidelines", "Samaritans, media guidelines"
    SHARING_OFFENCE = "sharing_offence", "Sexual Offences Act 2003, section 66B"
    OWN = "own", "The college’s own"


class Provenance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a source was seen: whether at all, when somebody last looked, and what they saw."""

    standing: Seen
    checked_on: date
    where: str

    @property
    def words(self) -> str:
        """Write `seen 28 Nov 2026`, or `not seen, looked for on 28 Nov 2026`."""
        day = write_day(self.checked_on)
        return f"seen {day}" if self.standing is Seen.SEEN else f"not seen, looked for on {day}"


Sources = Mapping[Cited, Provenance]
"""How far each source there is was seen."""
