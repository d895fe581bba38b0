"""First names that are common among young people in the UK, and some of their parents’."""

FIRST_NAMES = tuple(
    """
    Oliver Jack Harry Alfie Charlie Thomas William Joshua George James Daniel Jacob Ethan
    Samuel Joseph Dylan Mohammed Noah Lucas Oscar Max Logan Leo Archie Tyler Benjamin Alexander
    Jake Isaac Adam Ryan Luke Mason Finley Callum Theo Freddie Connor Harvey Toby Aaron Matthew
    Jayden Kai Jamie Henry Edward Cameron Nathan Riley Ruby Chloe Emily Sophie Jessica Grace
    Lily Amelia Evie Mia Olivia Ella Charlotte Lucy Isabella Daisy Holly Megan Summer Isla
    Poppy Amy Freya Phoebe Erin Leah Ellie Brooke Imogen Millie Sienna Scarlett Molly Abigail
    Hannah Lola Jasmine Evelyn Rosie Eliza Alice Matilda Martha Zara Maisie Amber Faith Eve
    Niamh Ada Ava Aisha Arlo Luca Jude Albie Reggie Jaxon Hunter Ezra Rory Ronnie Teddy Elijah
    Muhammad Alba Mabel Maeve Aria Aurora Luna Nova Hallie Margot Harper Willow Ivy Florence
    Elsie Bonnie Iris Orla Ophelia Nancy Maryam Fatima Ines Kian Tobias Frankie Roman Bodhi
    Otis Rowan Rhys Owen Lewis Cian Zainab Ayesha Ibrahim Yusuf Hamza Zayn Abdullah Precious
    Kasia Andrei Will May Mark Hope Rose June Ben Sam Tom Robert Peter David John Michael
    Andrew Paul Stephen Simon Richard Anthony Kevin Gary Craig Scott Stuart Ross Sean Liam Kyle
    Bradley Jordan Elliot Zac Seb Bobby Billy Tommy Stanley Albert Violet Sarah Laura Emma
    Rebecca Rachel Katie Kate Jane Anna Maria Eleanor Elizabeth Victoria Georgia Paige Skye
    Heidi Robyn Tia Libby Lexi Darcy Willa Penelope Day
    """.split()  # noqa: SIM905
)
