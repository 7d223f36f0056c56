"""What the made-up records say: names, topics, and prose put together from a few hundred words.

Everything is drawn from a seed, so the same seed gives the same register on every machine. The prose is made once, as a pool of
paragraphs, lists and tables that all tools share; what a tool says about itself alone is put before it.
"""

import random
import textwrap

FIRST = """Early Open Fair Quick Clear Steady Local Shared Public Green Winter Summer Rapid Joint Daily Weekly Civic Common
Central Coastal Rural Urban Northern Southern Eastern Western Upper Lower Inner Outer Young Family Housing School Travel Water
Energy Waste Road Bridge River Forest Garden Market Library Museum Harbour Airport Railway Village Carer Tenant Driver Pupil
Visitor Farmer Trader Founder Voter Keeper""".split()
SECOND = """Help Claim Permit Licence Repair Payment Grant Booking Parking Planning Noise Flood Heat Damp Fire Safety Transport
Crossing Signal Meter Tariff Benefit Pension Council Court Custody Border Cargo Tax Rebate Refund Invoice Tender Contract Staff
Training Shift Rota Ward Theatre Surgery Vaccine Screening Allergy Dental Hearing Sight Speech Reading Maths Homework Transfer
Attendance Placement Adoption Foster Respite Shelter Bridge Harvest""".split()
THIRD = """Finder Checker Sorter Helper Planner Reader Matcher Forecast Signal Guide Score Monitor Assistant Index Map Router
Scanner Counter Estimator Reviewer Detector Scheduler Adviser Summary Translator Explorer Ranker Watch Companion Ledger""".split()

ORGANISATIONS = [f"{place} {body}" for body in ("County Council", "Health Trust", "Police")
                 for place in "Ashdale Brookford Coldwater Dunmere Eastholt Fenwick Glenmoor Harfield Inverlea Kestrel".split()]
TOPICS = """housing repairs|planning applications|school attendance|parking permits|benefit claims|flood warnings|early help
hospital beds|missed bins|library loans|road repairs|noise complaints|business rates|care visits|bus timetables|border checks
court listings|tax returns|grant applications|blue badges|food hygiene visits|tree inspections|street lights|school places
staff rotas|vaccine bookings|dental waiting lists|hearing tests|adult learning|youth services|fostering enquiries|fire safety visits
energy grants|water quality|air quality|heritage consents|licence renewals|freedom of information requests|benefit appeals|translation
""".replace("\n", "|").strip("|").split("|")
WORK = ["Sorts requests about", "Finds the most urgent cases of", "Forecasts demand for", "Checks forms about", "Summarises letters about",
        "Matches records of", "Suggests answers to questions about", "Puts visits in order for", "Spots mistakes in records of",
        "Estimates the time needed for"]
GAIN = ["so that a person can look at them sooner", "so that staff spend less time on paper", "so that nobody waits without reason",
        "so that the right team sees them first", "so that mistakes are put right early"]
TEAMS = ["Early Help", "Digital Services", "Customer Contact", "Housing Options", "Planning", "Data and Insight", "Public Protection",
         "Adult Care", "Schools", "Highways"]
OWNERS = ["Director of children's services", "Director of housing", "Chief operating officer", "Head of digital services",
          "Director of adult care", "Head of public protection", "Director of place", "Medical director"]
FIRMS = ["Example Analytics Ltd", "Northfield Software Ltd", "Clearwell Systems Ltd", "Harbour Data Ltd", "Example University",
         "Openfield Technology Ltd"]

SUBJECTS = """Practitioners|Team leaders|Two analysts|Case workers|Officers on duty|Members of the data team|Schools and clinics
Local charities|The people who answer the phone|Managers of other teams|Trained volunteers|Auditors from another council
Inspectors|Researchers at the university|Residents on the panel|Advisers in each district|Supervisors|Clerks at the front desk
The board and its members|Senior staff""".replace("\n", "|").split("|")
VERBS = """read|check|compare|weigh|record|explain|discuss|correct|count|sort|question|confirm|approve|set aside|look again at
write down|pass on|review|describe|publish""".replace("\n", "|").split("|")
OBJECTS = """each request|the reasons|every result|the list for the week|the older records|a sample of cases|the notes from each visit
the answers people gave|the facts that weighed most|cases that were set aside|the order of the list|mistakes that were found
the figures for each group|what people asked for|letters that came back|the limits that were agreed|the time each case took
results near the threshold|changes to the data|requests for another look""".replace("\n", "|").split("|")
TAILS = """before anything is done|once a month|together with the person concerned|in the same week|when a case is closed
with a colleague from another team|and write down why|without seeing any names|on the council's own systems
before the next meeting of the board|and tell the person what they found|whenever somebody asks|after each change to the model
in plain words|at the end of every quarter|against the paper file|with help from an interpreter|by phone or by letter
so that nothing rests on the score alone|and keep a copy for two years""".replace("\n", "|").split("|")
TELLINGS = """A person looks at your case before anything happens.|You can ask us what we hold about you.|You can say no at any time.
Nothing is decided by the computer alone.|Ring us or write, and a person will answer.|We tell you if we got something wrong.
Your case is read by somebody who knows the service.|You can bring somebody with you.|You do not have to give a reason.
Use it as a place to start reading.|Set it aside whenever you know better, and say why.|What you do next is your decision.
The limits that were agreed are looked at every quarter.|The money saved is spent on visits.|Risks that remain are on the list.
""".replace("\n", "|").strip("|").split("|")

LINES = 100


class Pool:
    """Prose for all tools, made once from a seed."""

    def __init__(self, seed):
        draw = random.Random(seed)
        sentences = [self.sentence(draw) for _ in range(4000)]
        self.paragraphs = [wrapped(" ".join(draw.choices(sentences, k=draw.choice((2, 2, 3))))) for _ in range(3000)]
        self.short = draw.choices(sentences, k=2000)
        self.tellings = [wrapped(" ".join(draw.sample(TELLINGS, 3))) for _ in range(600)]
        self.lists = [self.listed(draw, sentences) for _ in range(600)]
        self.tables = [self.table(draw, sentences) for _ in range(400)]

    @staticmethod
    def sentence(draw):
        words = (draw.choice(SUBJECTS), draw.choice(VERBS), draw.choice(OBJECTS), draw.choice(TAILS))
        text = " ".join(words) + "."
        kind = draw.randrange(12)
        if kind == 0:
            topic = draw.choice(TOPICS)
            return text[:-1] + f", as [the guide to {topic}](https://example.org/guides/{topic.replace(' ', '-')}/) says."
        if kind == 1:
            return text.replace(words[2], f"**{words[2]}**", 1)
        if kind == 2:
            return f"About {draw.randrange(2, 90)} times a month, " + text[0].lower() + text[1:]
        if kind == 3:
            return text[:-1] + f"; this is *always* so for {draw.choice(TOPICS)}."
        return text

    @staticmethod
    def listed(draw, sentences):
        items = draw.sample(sentences, draw.choice((3, 4)))
        if draw.random() < 0.5:
            return "\n".join("- " + item for item in items)
        return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))

    @staticmethod
    def table(draw, sentences):
        rows = [f"| {draw.choice(TOPICS)} | {draw.randrange(10, 900)} | {draw.choice(OBJECTS)} |" for _ in range(draw.choice((3, 4, 5)))]
        return "| Part | Cases | What is looked at |\n|---|---:|---|\n" + "\n".join(rows)


def wrapped(text):
    return "\n".join(textwrap.wrap(text, LINES, break_long_words=False, break_on_hyphens=False))


def identity(number):
    """The name of a tool and its folder; another for each number below 108,000."""
    mixed = number * 61_543 % 108_000
    first, rest = mixed % 60, mixed // 60
    second, third = rest % 60, rest // 60
    name = f"{FIRST[first]} {SECOND[second]} {THIRD[third]}"
    return name, name.lower().replace(" ", "-")
