"""What adversaries are made of: names of many communities, and ordinary sentences of a record."""

STRANGERS = {
    "English": (
        "Callum Bethany Declan Georgina Kieran Lauren Nathaniel Tilly Natasha Jack Grace Ruby Lily",
        "Smith Hughes Bradshaw Whitworth Pickering Ashcroft Hargreaves Tattersall Lowe Sutcliffe",
    ),
    "Welsh": (
        "Gethin Angharad Llywelyn Cerys Rhodri Ffion Iestyn Eluned Gwion Lowri Dafydd Mali",
        "Llewellyn Gruffudd Prosser Cadwaladr Bevan Rhydderch Pritchard Gwynne",
    ),
    "Irish": (
        "Aoife Cillian Saoirse Oisín Caoimhe Tadhg Róisín Fionn Gráinne Eoin Siobhán Darragh",
        "O’Sullivan Gallagher McLoughlin Ní Bhriain Doherty Kavanagh O'Dowd Brennan",
    ),
    "Polish": (
        "Zofia Wojciech Agnieszka Krzysztof Oliwia Bartosz Weronika Szymon Natalia Igor Hania",
        "Kowalczyk Wiśniewski Lewandowska Zieliński Szymańska Dąbrowski Wójcik",
    ),
    "Romanian": (
        "Ionuț Andreea Bogdan Mihaela Răzvan Ștefania Vlad Cosmin Ioana Florin Bianca",
        "Popescu Ionescu Dumitrescu Munteanu Gheorghe Stănescu Radu",
    ),
    "Punjabi": (
        "Gurpreet Harjit Simran Jaspreet Arjun Manpreet Kiran Amrit Rajvir Navdeep",
        "Gill Sandhu Dhillon Grewal Bains Sidhu Randhawa",
    ),
    "Bengali": (
        "Tahmina Rafiq Nusrat Shahid Farzana Imran Sumaiya Tanvir Rukhsana Anik",
        "Begum Chowdhury Miah Uddin Khatun Sarkar Talukdar",
    ),
    "Nigerian": (
        "Chidi Ngozi Oluwaseun Adaeze Tunde Folake Emeka Chiamaka Segun Yewande Ifeoma",
        "Okonkwo Eze Balogun Ogunleye Nwosu Afolabi Ibekwe",
    ),
    "Somali": (
        "Abdi Hodan Faduma Liban Ayaan Warsame Ifrah Mahad Sahra Khadra",
        "Farah Warsame Jama Hersi Mohamud Abdullahi Osman",
    ),
    "Arabic": (
        "Omar Layla Khalid Noor Yasmin Tariq Rania Bilal Salma Hussein Mariam",
        "Al-Rashid Haddad Mansour Khoury Saleh El-Amin Nasser",
    ),
    "Chinese": (
        "Xin Wei Jiahui Yichen Mei Zihan Haoran Yuxuan Jing Siyu",
        "Chen Zhang Wang Huang Zhou Xu Liang",
    ),
    "Turkish": (
        "Emre Zeynep Mehmet Elif Burak Ayşe Çağla Kerem Merve Efe",
        "Demir Kaya Öztürk Şahin Çelik Arslan",
    ),
}
"""The commonest names of each community, first and last: nobody of them is registered."""

HIDDEN = """
Katarzyna Nowakowska|Kasia|Elizabeth Thornbury|Lizzie Beth|Benjamin Fairclough|Ben Benny
Thomas Blackwood|Tom Tommy|William Osgood|Will Bill|Samuel Cartwright|Sam Sammy
Alexandra Pemberton|Alex Lexi|Muhammad Qureshi|Mo|Oluwafemi Adebayo|Femi
Charlotte Winterbourne|Charlie Lottie|Joshua Penrose|Josh|Daniel Hathersage|Dan Danny
Matthew Illingworth|Matt Matty|Jessica Ravenscroft|Jess Jessie|Rebecca Thistlewood|Becky Becca
Jakub Malinowski|Kuba|Aleksandra Sikorska|Ola|Isabella Hollingsworth|Bella Izzy
Theodore Lancashire|Theo Teddy|Zachary Wolstenholme|Zac Zack|Abigail Fotheringham|Abby Abbie
Frederick Mainwaring|Fred Freddie|Olivia Ramsbottom|Liv Livvy|Nicholas Dewhurst|Nick Nicky
Temitope Olatunji|Temi Tope|Gwenllian Pritchett|Gwen|Patrick Mulhern|Paddy Pat
Margaret Eccleston|Maggie Meg|Christopher Barraclough|Chris|Jennifer Oldroyd|Jenny Jen
Edward Sneddon|Ed Eddie|Harrison Tunnicliffe|Harry|Archibald Kershaw|Archie|Rosalind Feather|Rosie
Małgorzata Piątek|Gosia|Gabrielle Loughnane|Gabby|Victoria Entwistle|Vicky Tori|Jamal Warfa|
Siobhán McGettigan||Bláthnaid Ó Dochartaigh||Nikhil Bhattacharya||Harpreet Dhaliwal||Xiaoming Zhao|
Zeynep Karagöz||Ruxandra Constantinescu||Ayaan Guleid||Chukwuemeka Obiora|Emeka|Fatoumata Diallo|
Yusuf Al-Khatib||Rhiannon Protheroe||Eleri Tudor-Jones||Tomasz Brzeziński|Tomek|Anh Nguyen|
"""
"""Whom cases know and readers may not: a name, and how family and friends say it."""

WORDS = """
Grace Marsh|Will Field|May Winter|Jack King|Hope Young|Mark Long|Ruby Green|Lily Wood|Faith Price
Rose Baker|Daisy Hill|Summer Bishop|Amber Fox|Max Power|Joy Best|Dawn Love|Ivy Black|Poppy Rice
Willow Cook|Chase Day|Hunter Swift|Mason White|Angel Short|Precious Brown|Blessing Peters
Miles Frost|Frank Gold|Dean Rivers|Robin Church|Olive Parsons|Hazel Moss|Heather Banks|Penny Noble
Can Aydemir|Favour Ikande|Bo Zheng|Ivor Gold|Iman Warsali|Gift Danjuma|Harry Waters|Art Lamb
"""
"""Whose names are words, first and last."""

ORDINARY = """
She came in with her coat on and said that she had not slept.
May I say first that nobody is cross with you?
He will ring at ten, and may ring again in May or in June.
We hope that the week will be calmer; there is some hope of that.
In the spring term the art room is open at lunch, and a table is kept free.
Please mark the day: the next talk is on Wednesday after the maths lesson.
Her dad said she is sleeping a little better now.
The charger has a loose jack, so the phone was off all night.
She rose early, had toast and took the bus at twenty past seven.
He has a fair grace period for his coursework, until Friday at noon.
A rich mix of clubs runs after college: chess, cooking, drama and five-a-side.
None of it was her idea; nothing of this is her doing.
The bill for the taxi was paid, and no money is owed.
He can sit by the door, and can leave when he needs to.
They agreed to speak again on Monday, at the same time, by telephone.
At the start of the day she may go straight to the quiet room.
A member of staff walks with her to the bus stop on Tuesdays and Thursdays.
She would like to go to her nan at the weekend, and her mum agrees.
Frank words help: what happened was wrong, and it was done to her.
He asked whether he may have his lunch in the library; he may.
What helps him: music, a walk, a hot drink and being left alone for a bit.
She gave a short account in her own words and then wanted to stop.
First aid was called for a nose bleed and was not needed in the end.
The college keeps this record; who reads it is written on its last page.
If he is worried at night he can ring Childline on 0800 1111.
Autumn half term begins on Saturday; college is closed for one week.
The group chat was muted, and she left it on Sunday evening.
She asked for a copy of the plan, and was given one.
He was angry at first and calmer later; he drew while we talked.
Her brother was not told, and she would like it to stay like that.
We looked at the plan line by line and changed two things.
I rang at 10:45 and again at 14:10; there was no answer either time.
The lesson was moved from the main hall to room B12.
She wants to take the English exam in summer as planned.
His form tutor was pleased with the work he handed in.
Christmas will be hard, and Easter too; we plan for both.
It was a long day, and a young man from the gate let her out early.
A cook from the canteen saw that she had not eaten.
He had a cold and stayed at home until the end of the week.
Thank you for coming in. I know this was not easy to hear.
Nobody at the college has looked at anything, and nobody will ask to.
The price of the trip is ten pounds; help with it can be asked for.
Black trousers and a white shirt are needed for the work placement.
She says that Instagram and Snapchat are off her phone now.
“I just want it to stop,” she said, and later: “I am fine.”
The next step is a talk with the counsellor, if she wants one.
Her key worker is her tutor, who is in on every day but Wednesday.
The dean of the faculty has his office on the first floor.
He plays the bass and wants to join the band in September.
All of Year 12 were at the assembly, and the talk was a general one.
Reader and writer of this page are asked to keep it in a safe place.
Is there anything you want to add? Is there anybody you want beside you?
Rest, food, a plan for the morning: that is enough for today.
Miles from home and without a ticket, he waited at the station until five.
We will not promise what we cannot keep. Ask us whenever you are unsure.
The report says that the link is dead; it was looked up on 17 November.
She did well in the maths test and was glad of it.
On the way home they stopped at the shop for milk and bread.
He is a good swimmer and trains at the pool on Saturdays.
A letter follows by post. It says the same as we said on the telephone.
"""
"""Sentences of records in which nobody is named and nothing is asked about."""

STREETS = "Quince Larkspur Barley Saddler Millrace Tenter Foundry Orchard Abbots Hawthorn".split()  # noqa: SIM905
SUFFIXES = [
    "Street",
    "Road",
    "Avenue",
    "Lane",
    "Close",
    "Drive",
    "Court",
    "Place",
    "Crescent",
    "Terrace",
    "Way",
    "Gardens",
    "Grove",
    "Mews",
    "Walk",
    "Rise",
    "Square",
    "Parade",
    "St",
    "Rd",
    "Ave",
    "Cres",
]
