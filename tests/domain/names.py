"""Pairs of writings as people have them: of one name, of names to ask about, and of others."""

# ruff: noqa: RUF001  (letters that look alike are what this is about)

SAME = """
Ava Stone = ava stone
Ava Stone = AVA STONE
Ava Stone = Ava  Stone
Ava Stone =  Ava Stone
Ava Stone = Ava Stone.
Ava Stone = STONE, Ava
Ava Stone = Stone,Ava
Mrs Dee Stone = STONE, Mrs Dee
Mrs Dee Stone = Mrs. Dee Stone
Ava Jane Stone = STONE, Ava Jane
Anne-Marie St John = ST JOHN, Anne-Marie
Anne-Marie St John = Anne Marie St. John
Anne-Marie St John = Annemarie StJohn
Anne-Marie Reed = Anne‐Marie Reed
Anne-Marie Reed = Anne–Marie Reed
Anne-Marie Reed = Anne - Marie Reed
Ava Stone-Reed = Ava Stone‑Reed
Ava Stone-Reed = STONE REED, Ava
Niamh O’Connor = Niamh O'Connor
Niamh O’Connor = Niamh OConnor
Niamh O’Connor = Niamh O Connor
Niamh O’Connor = Niamh Oʼconnor
Niamh O’Connor = Niamh O‘Connor
Niamh O’Connor = Niamh O`Connor
Niamh O’Connor = Niamh O´Connor
Niamh O’Connor = O’CONNOR, Niamh
N. O’Connor = N O'Connor
Jean D’Arcy = Jean D'Arcy
Aisha Sa’ad = Aisha Saʿad
Erin MacDonald = Erin Mac Donald
Erin MacDonald = Erin Macdonald
Erin McDonald = Erin Mc Donald
Łukasz Wójcik = Lukasz Wojcik
Łukasz Wójcik = ŁUKASZ WÓJCIK
Søren Đukić = Soren Dukic
Yusuf Yıldız = Yusuf Yildiz
Yusuf Yıldız = YUSUF YILDIZ
Ömer İnce = Omer Ince
Jürgen Strauß = Jurgen Strauss
Jürgen Strauß = JÜRGEN STRAUSS
Zoë Brontë = Zoe Bronte
Zoë Brontë = Zoe\u0308 Bronte\u0308
Siân Llŷr = Sian Llyr
Nguyễn Thị Hoà = Nguyen Thi Hoa
Æthel Þorsson = Aethel Thorsson
Françoise Noël = Francoise Noel
Mohammed Al-Rashid = Mohammed al Rashid
Mohammed Al-Rashid = Mohammed AlRashid
Mohammed Al-Rashid = AL-RASHID, Mohammed
R. Okafor = R Okafor
R. Okafor = r.okafor
R. Okafor = OKAFOR, R.
R. J. Okafor = R.J. Okafor
R. J. Okafor = R J Okafor
R.-J. Okafor = R J Okafor
Karl J. Stone = Karl J Stone
Mr. K. Stone = Mr K Stone
Dr Stone = dr. STONE
Prof. Hale = Prof Hale
Maria de la Cruz = Maria De La Cruz
Maria de la Cruz = Maria Delacruz
Јоvana Аnić = Jovana Anic
李明 = 李 明
Ａｖａ Ｓｔｏｎｅ = Ava Stone
Ava\u200b Stone = Ava Stone
Ava\u00adlee Reed = Avalee Reed
Exampleshire Police = EXAMPLESHIRE  POLICE
Snap chat = Snapchat
"""

NEAR = """
Ann Reed ~ Anne Reed
Sara Reed ~ Sarah Reed
Jon Reed ~ John Reed
Sean Reed ~ Shaun Reed
Sean Reed ~ Shawn Reed
Niamh Reed ~ Neve Reed
Kathryn Reed ~ Catherine Reed
Philip Reed ~ Filip Reed
Phoebe Reed ~ Pheobe Reed
Callum Reed ~ Calum Reed
Connor Reed ~ Conor Reed
Freya Reed ~ Freyja Reed
Chloe Marsh ~ Chole Marsh
Marie Marsh ~ Maria Marsh
Imogen Marsh ~ Imogene Marsh
Matthew Marsh ~ Mathew Marsh
Mohammed Ali ~ Muhammad Ali
Jayden Marsh ~ Jaydon Marsh
Ben Smith ~ Ben Smyth
Ben Reed ~ Ben Reid
Ben Lee ~ Ben Leigh
Ben Clark ~ Ben Clarke
Erin MacDonald ~ Erin McDonald
Erin Mac Donald ~ Erin McDonald
Ava Stone ~ Eva Stone
Ava Stone ~ Stone Ava
Ava Stone ~ Ava Jane Stone
Ava Stone ~ A. Stone
Ava Stone ~ Ava Stone-Reed
Ava Stone ~ Ava S.
R. Okafor ~ Rita Okafor
R. Okafor ~ R. J. Okafor
RJ Okafor ~ R. J. Okafor
Karl Stone ~ Carl Stone
Karl Stone ~ Mr Karl Stone
Mrs Stone ~ Ms Stone
Mr R. Okafor ~ R. Okafor
Dr Hale ~ Hale
Jürgen Strauß ~ Juergen Strauss
Jean D’Arcy ~ Jean D Arcy
Alicja Nowak ~ Alicia Nowak
Ava (mother) Reed ~ Ava Reed
"""

OTHER = """
Ava Stone | Ben Marsh
Ava Stone | Ava Marsh
Ava Stone | Ben Stone
Ava Jane Stone | Ava Mary Stone
Ben Marsh | Ken Marsh
Dan Reed | Ian Reed
Mark Reed | Mary Reed
Mr Stone | Mrs Stone
Mr J. Smith | Miss J Smith
Mr Karl Stone | Ms Karl Stone
Mr Stone-Reed | Mrs Stone-Reed
A. Dams | B. Dams
R. Okafor | S. Okafor
R. J. Okafor | R. K. Okafor
Leo Hale | Lily Hale
Max Hale | Mia Hale
Ada Hale | Ida Hart
Ella Hale | Lola Hart
Jack Moore | Jake Moss
Isla Ward | Ivy Ward
Oliver Ward | Olivia Warren
George Ward | Georgina Ward
Alfie Ward | Archie Ward
Charlie Ward | Charlotte Ward
Ruby Ward | Rosie Ward
Megan Ward | Maisie Ward
Ava | Ava Stone
Stone | Ava Stone
Yusuf Yıldız | Yasmin Yıldız
李明 | 王芳
たかだ | さとう
Оля | Аня
"""


NIAMH = "Niamh J. O’Connor-Wójcik"
"""One name with everything that people write in two ways."""

WRITINGS = {
    "two spaces": "Niamh J.  O’Connor-Wójcik",
    "the other apostrophe": "Niamh J. O'Connor-Wójcik",
    "no apostrophe": "Niamh J. OConnor-Wójcik",
    "the other hyphen": "Niamh J. O’Connor‐Wójcik",
    "no hyphen": "Niamh J. O’Connor Wójcik",
    "accents apart": "Niamh J. O’Connor-Wo\u0301jcik",
    "no accents": "Niamh J. O’Connor-Wojcik",
    "no full stop": "Niamh J O’Connor-Wójcik",
    "capitals": "NIAMH J. O’CONNOR-WÓJCIK",
    "family name first": "O’CONNOR-WÓJCIK, Niamh J.",
}


def _pairs(table: str, sign: str) -> list[tuple[str, str]]:
    split = (line.partition(f" {sign} ") for line in table.strip("\n").split("\n"))
    return [(one, other) for one, _, other in split]


PAIRS = {"same": _pairs(SAME, "="), "near": _pairs(NEAR, "~"), "other": _pairs(OTHER, "|")}
