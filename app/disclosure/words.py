"""Which words are names, which are words too, and which are nobody’s name."""

import tomllib
from functools import cache

from app.domain.kit.word_list import ENGLISH
from app.paths import resources

PARTICLES = frozenset(
    "al ap ab bin bint da de del della der di dos du el ferch ibn la le van von y".split()  # noqa: SIM905
)
ORDINARY = frozenset(
    # names that are also ordinary English words: they count only with a capital letter
    """
    am amber an angel april art as at august autumn be bell bill bird bishop black blue bond
    brook brown buck bush by carol case chance charity chase christian clay cliff cook crystal
    daisy dale dawn day dean dick do dolly dot drew duke earl ease eve faith fay field fisher fox
    frank gay gene ginger glen go grace grant gray green grey guy hale hall harmony hart hazel
    he heather hi hill holly hope hunter if in iris is it ivory ivy jack jade jasmine jay jean
    jet jewel joy june justice king kit knight lane lark law lee lily long love major march
    marina mark marsh mason may me melody mercy miles miller misty more morris moss my nick no
    noble norm oak of oh ok olive on or page park parker pat patience pearl peg penny pike piper
    poppy porter price prince ray read reed rich river rob robin rock rod rose rowan ruby rush rusty
    sage sandy scarlet scout shade shaw shell shepherd short skip sky small smith so star steel
    stern stone storm sue summer sunny swift tanner taylor terry to trace tyler up us van velvet
    violet wade walker ward warren water way we wells west white will willow wills win winter wolf
    wood woods wren young
    """.split()  # noqa: SIM905 - words wrap like prose
)
ACRONYMS = frozenset(
    # letters that mean something else when they have no full stops
    """
    ac ad ai am an as at be bt by cd ce cp cv da dc de dj do ds dt ed ee eh em er et eu fe ft go gp
    ha hd he hi ho hr ic id if ii in ip iq is it iv la lo ma me mp ms my nb ni no np of oh ok on op
    or os ot ox pa pc pe pm pp pr ps pt qc qr ra rc re rs sa sb sc si so st ta tb to tv uk un up us
    vc ve vi we wi wp
    """.split()  # noqa: SIM905
)
_RATHER_NAMES = frozenset(
    # words so rare as words that they are names in small letters too
    """
    abigail bob bobby derrick eddy flora harry hector jimmy john josh ken maria martin matt mike
    peter phoebe rosemary sally tom tony victor
    """.split()  # noqa: SIM905
)
_NAMES_TOO = frozenset(
    # ordinary words that children are called, beside those of the list of given names
    """
    albie april archer aria august blue carter chase cooper dolly eden grant harper hope hunter
    june king lane mason may paige paris parker phoebe poppy precious prince rain reed river
    rowan sage skip sky skylar storm summer taylor tyler wade ward will willow winter wren zayn
    """.split()  # noqa: SIM905
)
NOBODYS = frozenset(
    # what stands where a name would, and describes somebody or says that nobody knows
    """
    a above address adult and any anybody anyone as asked at aunt auntie baby been below boy
    boyfriend boys brother but by called carer child children class college cousin dad daughter
    did each else ex family father female for friend friends from gentleman girl girlfriend
    girls gran grandad grandma grandpa group had has have he her him his home house i if in is
    it its kid kids known lad ladies lady lads lass learner learners male mam mate mates men
    mom mother mum na name nan nana nanny never nil no nobody non none nor not nothing number of
    older on or other others our parent parents partner people person pupil pupils recorded
    same school she sibling sister sixth some somebody someone staff stepdad stepmum still
    student students tbc teacher teen teenager that the their them there they this to tutor
    twin uncle unclear unidentified unknown unsure us was we were who whoever with woman women
    year years yet you younger your youth
    """.split()  # noqa: SIM905
)
PLACES = frozenset(
    # what has a capital and is nobody: places, peoples, languages, religions
    """
    aberdeen africa african albanian america american arab arabic arsenal asia asian australia
    bangladesh bath belfast bengali birmingham blackpool bolton bournemouth bradford brighton
    bristol britain british bulgarian cambridge canterbury cardiff carlisle catholic chelsea
    chester chinese christian cornwall coventry croydon cumbria derby devon doncaster dorset
    dublin dundee durham edinburgh england english essex europe european everton exeter exmouth
    france french german germany glasgow gloucester greek guildford hackney hampshire hindu
    hull hungarian india indian inverness ipswich ireland irish islam islamic italian italy
    jamaican jewish kent lancashire lancaster leeds leicester lincoln lithuanian liverpool
    london luton maidstone manchester middlesbrough muslim newcastle newport nigeria nigerian
    norfolk northampton norwich nottingham oldham oxford oxfordshire pakistan pakistani
    peterborough plymouth poland polish poole portsmouth portugal portuguese preston punjabi
    reading rochdale romania romanian russia russian salford scotland scottish sheffield sikh
    slough snowdon snowdonia somali southampton spain spanish stockport stoke suffolk
    sunderland surrey sussex swansea swindon syria syrian tottenham turkey turkish uk ukraine
    ukrainian urdu wakefield wales warrington warwick welsh wigan wolverhampton worcester
    yorkshire
    """.split()  # noqa: SIM905
)
_MAKES = frozenset(
    # what has a capital and is nobody: games, shops, banks, makers of things
    """
    aldi amazon android argos asda barclays boots boohoo chromebook costa dofe duolingo ebay
    facetime fifa fortnite gmail greggs halifax huawei iphone ipad kfc kindle klarna kooth lidl
    lloyds macbook mcdonald mcdonalds minecraft minds monzo morrisons motorola natwest netflix
    nintendo nokia outlook paypal pixel playstation poundland primark quizlet revolut ryanair
    sainsbury sainsburys samsung santander senco shein sky spotify starling steam strava subway
    superdrug telegram tesco thinkuknow threads tinder trainline twitch uber valorant vinted visa
    vodafone waterstones wetherspoons xiaomi zoom
    """.split()  # noqa: SIM905
)
_LAST_NAMES = frozenset(
    # words that are common last names
    """
    ashton baker barker barnes bell berry bishop black bolton booth brook brown butcher butler
    carter carver chandler chapman church clay cole cook cooper cross dale day dean duke dyer
    farmer field fisher fletcher forest fox french frost gardner gibbons green hale hall harper
    hart hayward hill holmes hunt hunter hurst kerr king knight lamb lane lee lord love marsh
    marshall mason miles mills moon moore moss nash newton norman page palmer park parker
    parsons pearce pike piper poole porter potter price ramsay reed rhodes rice rich robins
    rose rowe savage sharp shepherd slater smith snow spencer stone swan tanner taylor thorn
    thorpe tucker turner vaughan wade walker wall waller walton ward warner waters watts weaver
    webb wells west wheeler white wild winter wood woods wright yates
    """.split()  # noqa: SIM905
)
DESCRIBES = frozenset(
    "another at by from in known not of someone somebody the unknown who whose with year".split()  # noqa: SIM905
)
"""A name with one of these is no name but a description: no part of it tells who somebody is."""
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    sun january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec christmas easter eid ramadan diwali halloween
    """.split()  # noqa: SIM905
)


def ordinary(word: str) -> bool:
    """Return whether a word of a name, folded, is a word of English too: then capitals decide."""
    if word in ORDINARY or word in _EVERYDAY or word in NOBODYS or word in DAYS:
        return True
    return word in english() and word not in _RATHER_NAMES


def known(word: str) -> bool:
    """Return whether a folded word means something else than a name that it is like."""
    return ordinary(word) or word in _ours() or (word in common() and not given(word))


def given(word: str) -> bool:
    """Return whether people are given a folded word as a name."""
    return word in _given() or word in _NAMES_TOO


def may_be_mistyped(word: str) -> bool:
    """Return whether a word with a capital may be a name with a slip: no day, place or ours."""
    return not (word in DAYS or word in PLACES or word in NOBODYS or word in _ours())


def last_name(word: str) -> bool:
    """Return whether a folded word of English is a common last name."""
    return word in _LAST_NAMES


def printed(word: str) -> bool:
    """Return whether a folded word has a place of its own in papers: a word, a place, or ours."""
    return word in english() or word in _ours() or word in PLACES or word in _MAKES


@cache
def english() -> frozenset[str]:
    """Return the words of an English dictionary, folded: no name is among them but as a word."""
    return _list("english.txt") | _EVERYDAY


@cache
def common() -> frozenset[str]:
    """Return words that are commoner in large texts as words than as names."""
    return _list("common.txt")


@cache
def our_phrases() -> frozenset[str]:
    """Return phrases of the program and its data in which a word is no name, folded."""
    return frozenset(line for line in _lines("ours.txt") if " " in line)


@cache
def our_bodies() -> tuple[tuple[str, ...], ...]:
    """Return the folded words of bodies called like somebody: Lucy Faithfull Foundation."""
    phrases = (tuple(phrase.split()) for phrase in sorted(our_phrases()))
    return tuple(
        words for words in phrases if any(given(word) for word in words) and len(words) > 2
    )


@cache
def _ours() -> frozenset[str]:
    return frozenset(line for line in _lines("ours.txt") if " " not in line)


@cache
def _given() -> frozenset[str]:
    text = (resources() / "short_forms.toml").read_text("utf-8")
    forms: dict[str, list[str]] = tomllib.loads(text)["forms"]
    return _list("given.txt").union(_list("communities.txt"), forms, *forms.values())


_EVERYDAY = frozenset(ENGLISH)


def _list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> list[str]:
    return (resources() / "words" / name).read_text("utf-8").splitlines()
