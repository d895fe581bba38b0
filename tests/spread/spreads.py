"""Invented spreads of 1, 6, 20 and 60 copies, for the map on screen and on paper."""

from app.domain.kit.tone import Tone
from app.spread.layout import Hop, Spread, Stop

STATES = (
    ("Holder says it is gone, 19 Nov 2026", Tone.GREEN),
    ("Asked to delete, 19 Nov 2026", Tone.AMBER),
    ("Known, not yet asked", Tone.RED),
    ("Suspected", Tone.RED),
    ("Held for the police", Tone.AMBER),
    ("Cannot be traced", Tone.RED),
    ("Gone, confirmed by a second sign", Tone.GREEN),
)
SERVICES = ("WhatsApp", "Snapchat", "Instagram direct message", "AirDrop", "Discord server")

ONE = Spread((Stop("a", "Alex Example", ("Own phone", "Known, not yet asked"), Tone.RED),))

SIX = Spread(
    (
        Stop("a", "Learner A", ("Own phone", "Gone, confirmed by a second sign"), Tone.GREEN),
        Stop("b", "Learner B", ("Phone", "Holder says it is gone, 11:05"), Tone.GREEN),
        Stop("c", "Learner C", ("Phone", "Asked to delete, 11:20"), Tone.AMBER),
        Stop("d", "Learner D", ("Phone", "Held for the police"), Tone.AMBER),
        Stop("e", "Instagram", ("Public page", "Known, not yet asked"), Tone.RED),
        Stop("f", "Not known who", ("Seen in a group chat", "Cannot be traced"), Tone.RED),
    ),
    (
        Hop("a", "b", "Snapchat"),
        Hop("b", "c", "WhatsApp group"),
        Hop("b", "d", "AirDrop"),
        Hop("c", "e", "Instagram"),
        Hop("c", "f", "WhatsApp group"),
    ),
)


def grown(count, loose, origin):
    """Let copies travel: all but the last `loose` came from the copy whose place `origin` gives."""
    stops = []
    for at in range(count):
        words, tone = STATES[at * 5 % len(STATES)]
        title = f"Learner {at + 1}" if at % 9 else f"Year 10 football and Saturday group {at + 1}"
        where = "Phone" if at % 3 else "Cloud back-up of an old phone, shared with the family"
        stops.append(Stop(str(at), title, (where, words), tone))
    hops = (
        Hop(str(origin(at)), str(at), SERVICES[origin(at) % len(SERVICES)])
        for at in range(1, count - loose)
        if origin(at) is not None
    )
    return Spread(tuple(stops), tuple(hops))


TWENTY = grown(20, 2, lambda at: None if at == 12 else at * 3 // 7 if at < 12 else 12)
SIXTY = grown(
    60,
    5,
    lambda at: (
        None
        if at in {31, 44}
        else max(0, (at - 2) * 2 // 9)
        if at < 31
        else 31
        if at < 44
        else 44 + (at - 45) // 3
    ),
)

DEEP = Spread(
    tuple(Stop(str(at), f"Learner {at}", ("Phone", "Suspected"), Tone.RED) for at in range(12)),
    (
        *(Hop(str(max(0, at - 1 - (at % 4 == 3))), str(at), "Snapchat") for at in range(1, 12)),
        Hop("11", "0", "WhatsApp"),
    ),
)

CIRCLE = Spread(
    tuple(Stop(key, key.upper(), ("Phone", "Suspected"), Tone.RED) for key in "abcd"),
    (
        Hop("a", "b", "Snapchat"),
        Hop("b", "a", "WhatsApp"),
        Hop("b", "c"),
        Hop("c", "d"),
        Hop("d", "a"),
        Hop("a", "d"),
    ),
)
