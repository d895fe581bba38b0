"""The routes each learner has, written down from uk-guidance 4.1 to 4.5 before looking at the code.

One row is one situation. A star says that the route waits for the police while a hold stands.

    age      u13, 13-15, 16-17; 18+ was a child when it was made, 18++ was not; ? is not known
    account  who can see it in an account of their own
    public   if it is on a page anybody can reach
    hold     none; held; agreed (it stands, and those who lift it agreed)
    also     sextortion (grooming, threat or an adult) · concern · found (in search results) ·
             bullying (around it) · nofile (the learner has no file) · late (the service was asked
             49 hours ago) · waiting (asked 2 hours ago) · refused · back
"""

TABLE = """
service          age    account  public  hold    also         | routes in order

# --- A social network with a form for those without an account (4.5): every age and account.
tiktok           u13    learner  no      none                 | RR TID APP FORM S20A
tiktok           u13    other    no      none                 | RR TID APP FORM S20A
tiktok           u13    nobody   no      none                 | RR TID FORM S20A
tiktok           13-15  learner  yes     none                 | RR TID APP FORM S20A IWF
tiktok           13-15  other    yes     none                 | RR TID APP FORM S20A IWF
tiktok           13-15  nobody   yes     none                 | RR TID FORM S20A IWF
tiktok           16-17  learner  no      none                 | RR TID APP FORM S20A
tiktok           16-17  nobody   ?       none                 | RR TID FORM S20A IWF
tiktok           16-17  ?        no      none                 | RR TID APP FORM S20A
tiktok           ?      learner  no      none                 | RR TID APP FORM S20A
tiktok           ?      nobody   yes     none                 | RR TID FORM S20A IWF

# --- Report Remove is for those under 18 today, Take It Down for imagery of a child.
tiktok           18+    learner  yes     none                 | TID APP FORM S20A IWF
tiktok           18+    nobody   no      none                 | TID FORM S20A
tiktok           18++   learner  yes     none                 | ADULT APP FORM S20A
tiktok           18++   nobody   no      none                 | ADULT FORM S20A
pornhub          18++   nobody   yes     none                 | ADULT FORM S20A
pornhub          18+    nobody   yes     none                 | TID IWF FORM S20A

# --- While a hold stands nothing that removes is suggested before it is agreed (4.1, step 1), the
# learner’s own routes included; telling CEOP and asking advice are.
tiktok           u13    learner  no      held                 | RR* TID* APP* FORM* S20A*
tiktok           13-15  other    yes     held                 | RR* TID* APP* FORM* S20A* IWF*
tiktok           13-15  learner  no      held    sextortion   | RR* TID* APP* FORM* S20A* CEOP POSH
tiktok           13-15  learner  no      agreed  sextortion   | RR TID APP FORM S20A CEOP POSH
tiktok           16-17  nobody   yes     held    sextortion   | RR* TID* FORM* S20A* IWF* CEOP POSH
tiktok           16-17  nobody   yes     agreed               | RR TID FORM S20A IWF
tiktok           18+    learner  no      held                 | TID* APP* FORM* S20A*
tiktok           18++   learner  no      held                 | ADULT* APP* FORM* S20A*
tiktok           ?      ?        no      held                 | RR* TID* APP* FORM* S20A*
google_search    16-17  nobody   yes     held                 | RR* TID* IWF* SEARCH*
pornhub          13-15  nobody   yes     held                 | RR* TID* IWF* FORM* S20A*
whatsapp         13-15  learner  no      held                 | RR* TID* APP* S20A*
imessage         13-15  learner  no      held                 | RR* TID* APP*
google_drive     13-15  learner  no      held                 | RR* TID* APP* S20A*
college_microsoft 16-17  learner  no      held                 | COLLEGE RR* TID*
snapchat         u13    other    no      held                 | RR* TID* APP* FORM* S20A*

# --- Instagram and Facebook have no form without an account any more.
instagram        13-15  learner  no      none                 | RR TID APP S20A
instagram        16-17  nobody   yes     none                 | RR TID S20A IWF
facebook         u13    other    no      none                 | RR TID APP S20A
facebook         ?      nobody   no      none                 | RR TID S20A

# --- Chats: no public page unless somebody says that there is one (a public channel).
snapchat         13-15  learner  ?       none                 | RR TID APP FORM S20A
snapchat         16-17  nobody   no      none                 | RR TID FORM S20A
snapchat         18++   other    no      none                 | ADULT APP FORM S20A
messenger        u13    learner  ?       none                 | RR TID APP S20A
messenger        13-15  nobody   no      none                 | RR TID S20A
telegram         16-17  nobody   yes     none                 | RR TID FORM S20A IWF
telegram         18+    other    yes     agreed               | TID APP FORM S20A IWF
discord          ?      ?        ?       none                 | RR TID APP FORM S20A

# --- End-to-end encrypted: WhatsApp takes what a participant reports, Signal takes nothing.
whatsapp         u13    learner  no      none                 | RR TID APP S20A
whatsapp         13-15  other    ?       none                 | RR TID APP S20A
whatsapp         16-17  nobody   no      none                 | RR TID S20A
whatsapp         18++   learner  no      none                 | ADULT APP S20A
signal           13-15  learner  no      none                 | RR TID
signal           16-17  other    ?       none    sextortion   | RR TID CEOP POSH
signal           18+    nobody   no      none                 | TID

# --- From device to device: nobody stands between.
imessage         u13    learner  no      none                 | RR TID APP
imessage         16-17  nobody   no      none                 | RR TID
imessage         18+    other    no      none                 | TID APP

# --- Storage: a share link can be public.
google_drive     u13    learner  no      none                 | RR TID APP S20A
google_drive     13-15  nobody   yes     none                 | RR TID S20A IWF
icloud           16-17  learner  no      none                 | RR TID FORM S20A
microsoft        18+    ?        yes     none                 | TID APP FORM S20A IWF

# --- Adult sites and image hosts: the IWF first, then the site.
pornhub          13-15  nobody   yes     none                 | RR TID IWF FORM S20A
pornhub          u13    nobody   ?       none                 | RR TID IWF FORM S20A
onlyfans         16-17  other    yes     none                 | RR TID IWF APP FORM S20A
onlyfans         16-17  learner  no      none                 | RR TID APP FORM S20A
other_host       ?      nobody   yes     agreed               | RR TID IWF FORM S20A

# --- Search engines take results away, nothing else; they are no user-to-user service.
google_search    u13    learner  yes     none                 | RR TID IWF SEARCH
google_search    16-17  nobody   no      none                 | RR TID SEARCH
bing             18++   nobody   yes     none                 | ADULT SEARCH
tiktok           13-15  nobody   yes     none    found        | RR TID FORM S20A IWF SEARCH
pornhub          18++   nobody   yes     none    found        | ADULT FORM S20A SEARCH

# --- The college's own service: preserve and restrict at once, under a hold as well.
college_microsoft u13    learner  no      none                 | COLLEGE RR TID
college_microsoft 16-17  nobody   no      agreed               | COLLEGE RR TID
college_google   18+    other    no      none                 | COLLEGE TID
college_google   18++   other    no      held                 | COLLEGE ADULT*

# --- Take It Down needs the file on the device it was made on.
tiktok           13-15  learner  no      none    nofile       | RR APP FORM S20A
signal           u13    learner  no      none    nofile       | RR

# --- CEOP on grooming, threat or an adult; POSH at once with a concern, else after 48 hours.
instagram        16-17  learner  no      none    sextortion   | RR TID APP S20A CEOP POSH
whatsapp         u13    learner  no      none    sextortion   | RR TID APP S20A CEOP POSH
imessage         13-15  other    no      held    sextortion   | RR* TID* APP* CEOP POSH
tiktok           u13    nobody   no      none    concern      | RR TID FORM S20A POSH
tiktok           18++   learner  no      none    sextortion   | ADULT APP FORM S20A
tiktok           13-15  nobody   no      none    waiting      | RR TID FORM S20A
tiktok           13-15  nobody   no      none    late         | RR TID FORM S20A POSH COMPL
tiktok           13-15  nobody   no      none    refused      | RR TID FORM S20A POSH COMPL
instagram        16-17  learner  no      none    late         | RR TID APP S20A POSH COMPL
whatsapp         16-17  learner  no      none    back         | RR TID APP S20A POSH COMPL
tiktok           18++   nobody   no      none    late         | ADULT FORM S20A COMPL
tiktok           13-15  nobody   no      held    late         | RR* TID* FORM* S20A* POSH COMPL*

# --- Report Harmful Content: 13 and over, what surrounds it, once the service had its time.
tiktok           13-15  nobody   no      none    bullying     | RR TID FORM S20A
tiktok           13-15  nobody   no      none    bullying late | RR TID FORM S20A POSH RHC COMPL
tiktok           u13    nobody   no      none    bullying late | RR TID FORM S20A POSH COMPL
tiktok           ?      nobody   no      none    bullying late | RR TID FORM S20A POSH COMPL
tiktok           18++   nobody   no      none    bullying late | ADULT FORM S20A RHC COMPL
"""
