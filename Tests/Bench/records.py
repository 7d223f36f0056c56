"""The record of a made-up tool, in each of the four versions of the standard, and what its documents share."""

import random

import words

PHASES = ["Pre-deployment", "Private beta", "Public beta", "Production"]
PHASE_WEIGHTS = [8, 12, 15, 65]
TYPES = {"Council": "Local authority", "Trust": "Agency or public body", "Police": "Agency or public body"}
FUNCTIONS = ["General public services", "Public order and safety", "Economic affairs", "Environmental protection",
             "Housing and community amenities", "Health", "Recreation culture and religion", "Education", "Social protection",
             "Regulation"]
CAPABILITIES = ["Computer vision", "Computer audition", "Computer linguistics", "Forecasting", "Discovery", "Planning", "Creation",
                "Analysis", "Management", "Other"]
REGIONS = ["England", "Wales", "Scotland", "London", "North East", "North West", "Yorkshire and the Humber", "East Midlands",
           "West Midlands", "South East", "East of England", "South West"]
AUDIENCES = ["affected people", "end users", "senior leaders"]
END = """status: final
completed: {day}
approved_by: {owner}
approved_on: {day}
review_due: {review}
change: {change}
significance: {significance}
publication: full
no_person_identified: "Yes"
"""


class Tool:
    """What all documents of one tool agree on, and its own dice."""

    def __init__(self, number, seed, pool):
        self.number = number
        self.pool = pool
        draw = self.draw = random.Random(seed * 1_000_003 + number)
        self.name, self.id = words.identity(number)
        self.organisation = words.ORGANISATIONS[min(int(draw.expovariate(0.12)), 29)]
        self.topic = draw.choice(words.TOPICS)
        self.sentence = f"{draw.choice(words.WORK)} {self.topic}, {draw.choice(words.GAIN)}."
        self.kind = draw.choices(("atrs-4.0", "atrs-3.0", "atrs-2.1", "atrs-1.1"), (86, 7, 5, 2))[0]
        self.retired = draw.random() < 0.03
        self.phase = "Retired" if self.retired else draw.choices(PHASES, PHASE_WEIGHTS)[0]
        self.owner, self.team = draw.choice(words.OWNERS), draw.choice(words.TEAMS)
        self.email = f"{self.id}@example.org"
        self.version = f"{draw.randrange(1, 4)}.{draw.randrange(10)}"
        self.months = draw.sample(range(1, 11), 4)
        self.function, self.capability = draw.choice(FUNCTIONS), draw.choices(CAPABILITIES, (2, 1, 5, 5, 2, 2, 1, 6, 2, 1))[0]
        self.region = draw.choice(REGIONS)
        self.edition = 1

    def paragraph(self):
        return self.draw.choice(self.pool.paragraphs)

    def short(self):
        return self.draw.choice(self.pool.short)

    def prose(self):
        """A paragraph; now and then a list or a table after it."""
        dice = self.draw.random()
        if dice < 0.12:
            return self.short() + "\n\n" + self.draw.choice(self.pool.lists)
        if dice < 0.17:
            return self.short() + "\n\n" + self.draw.choice(self.pool.tables)
        return self.paragraph()

    def end(self, day, change="First version."):
        """The keys that close the front matter of each document."""
        significance = "major" if change == "First version." else "minor"
        return END.format(day=day, owner=self.owner, review=f"2027-{day[5:]}", change=change, significance=significance)

    def change(self):
        return "First version." if self.edition == 1 else f"Says more clearly how {self.topic} are handled, in edition {self.edition}."


def block(key, text, indent=0):
    """A key of the front matter with prose: `key: |` and the text under it."""
    margin = " " * indent
    return f"{margin}{key}: |\n{margin}  " + text.replace("\n", f"\n{margin}  ").replace(f"\n{margin}  \n", "\n\n") + "\n"


def group(key, items):
    """A list of maps: each item is the text of a map, indented by four."""
    return f"{key}:\n" + "".join("  - " + item[4:] for item in items)


def sections(tool, labels, told=0.0):
    """Sections of the body with a text each, some told to an audience in its own words too."""
    parts = []
    for label in labels:
        parts.append(f"## {label}\n\n{tool.prose()}\n")
        if told and tool.draw.random() < told:
            parts.append(f"### For {tool.draw.choice(AUDIENCES)}\n\n{tool.draw.choice(tool.pool.tellings)}\n")
    return "\n".join(parts)


def record(tool, evaluations):
    """The record of a tool: the text of its file."""
    return {"atrs-4.0": record_4, "atrs-3.0": record_3, "atrs-2.1": record_2, "atrs-1.1": record_1}[tool.kind](tool, evaluations)


def introductions(tool):
    return "\n".join(f"## For {who}\n\n{tool.draw.choice(tool.pool.tellings)}\n" for who in ["the public", *AUDIENCES]) + "\n"


def filed(tool):
    kind = tool.organisation.rsplit(" ", 1)[1]
    return (f"organisation_type: [{TYPES[kind]}]\nfunction: [{tool.function}]\ncapability: [{tool.capability}]\n"
            f"task: {tool.sentence.split(',')[0]}\ntags: {tool.topic}, {tool.team.lower()}\n")


def title_and_owner(tool, phase):
    return (f"organisation_name: {tool.organisation}\nphase: {phase}\nregion: [{tool.region}]\n"
            f"one_sentence_description: {tool.sentence}\nname: {tool.name}\nwebsite_url: https://example.org/tools/{tool.id}\n"
            f"contact_email: {tool.email}\norganisation_or_department: {tool.organisation}\nteam: {tool.team}\n"
            f"senior_responsible_owner: {tool.owner}\n")


def suppliers(tool, key, involved, role="role"):
    count = tool.draw.choice((0, 1, 1, 2))
    if not count:
        return f'{involved}: "No"\n'
    return f'{involved}: "Yes"\n' + group(key, [
        f'    name: {name}\n    companies_house_number: "{tool.draw.randrange(10 ** 7):08d}"\n' + block(role, tool.paragraph(), 4)
        + block("procurement", tool.short(), 4) + block("access", tool.paragraph(), 4)
        for name in tool.draw.sample(words.FIRMS, count)])


def models(tool, evaluations, data_keys):
    return group("models", [
        f'    model_name: {tool.topic.capitalize()} model {number}\n    model_version: "{tool.version}"\n'
        + "".join(block(key, tool.paragraph(), 4) for key in ("model_task", "model_input", "model_output", "model_architecture"))
        + f"    model_performance: {{see: {evaluations[-1]}}}\n" + "".join(block(key, tool.short(), 4) for key in data_keys)
        for number in range(1, tool.draw.choice((2, 2, 3)))])


def datasets(tool, key, name, keys):
    return group(key, [
        f"    {name}: {tool.topic.capitalize()} of {2018 + number}\n    data_modality: Tabular\n"
        + "".join(block(part, tool.paragraph() if at < 3 else tool.short(), 4) for at, part in enumerate(keys))
        for number in range(1, tool.draw.choice((2, 3)))])


def risked(tool, count):
    return [f"{what.capitalize()} may be wrong" for what in tool.draw.sample(words.OBJECTS, count)]


def record_4(tool, evaluations):
    risks = group("risks", [
        f"    risk: {risk}\n" + block("description", tool.paragraph(), 4) + block("mitigation", tool.paragraph(), 4)
        + f"    remaining: {tool.draw.choice(('Low', 'Low', 'Medium'))}\n" for risk in risked(tool, tool.draw.choice((3, 4)))])
    assessments = group("impact_assessments", [
        f"    title: {title}\n" + block("overview", tool.paragraph(), 4) + f"    completed: 2026-0{tool.months[0] % 9 + 1}\n"
        f"    document: {document}\n"
        for title, document in (("Data protection impact assessment", "data-protection"), ("Equality impact assessment", "equality"))])
    decides = tool.draw.choice(("It decides", "It advises a person who decides", "It advises a person who decides"))
    front = (f"kind: atrs-4.0\n{title_and_owner(tool, tool.phase)}{suppliers(tool, 'third_party', 'third_party_involvement')}"
             f"decides_or_advises: {decides}\nmodel_origin: Trained or refined by us\n"
             + models(tool, evaluations, ["datasets_and_their_purposes"])
             + datasets(tool, "development_data", "dataset_name", DEVELOPMENT) + assessments + risks + filed(tool)
             + tool.end(f"2026-{tool.months[1]:02d}-12", tool.change()))
    return f"---\n{front}---\n\n{introductions(tool)}{sections(tool, SECTIONS_4, 0.3)}"


def record_3(tool, evaluations):
    phase = "Beta/Pilot" if "beta" in tool.phase else tool.phase
    front = (f'kind: atrs-3.0\ntitle: "{tool.organisation}: {tool.name}"\nstandard_version: "3.0"\n{filed(tool)}'
             f"{title_and_owner(tool, phase)}{suppliers(tool, 'external_supplier', 'external_supplier_involvement')}"
             + models(tool, evaluations, ["datasets", "dataset_purposes"]) + datasets(tool, "source_data", "source_data_name", SOURCE)
             + tool.end(f"2026-{tool.months[1]:02d}-12", tool.change()))
    return f"---\n{front}---\n\n{introductions(tool)}{sections(tool, SECTIONS_3, 0.3)}"


def old_phase(tool):
    return {"Pre-deployment": "Development", "Private beta": "Beta/Pilot", "Public beta": "Beta/Pilot"}.get(tool.phase, tool.phase)


def record_2(tool, evaluations):
    front = (f'kind: atrs-2.1\nid: {tool.number + 1}\nstandard_version: "2.1"\ntitle: "{tool.organisation}: {tool.name}"\n'
             f"organisation_name: {tool.organisation}\nphase: {old_phase(tool)}\none_sentence_description: {tool.sentence}\n"
             f"name: {tool.name}\nwebsite: https://example.org/tools/{tool.id}\ncontact_email: {tool.email}\n"
             f"organisation: {tool.organisation}\nteam: {tool.team}\nsenior_responsible_owner: {tool.owner}\n"
             f"{suppliers(tool, 'external_supplier', 'external_supplier_involvement')}{filed(tool)}region: [{tool.region}]\n"
             + "".join(block(key, tool.paragraph()) for key in PROSE_2) + tool.end(f"2026-{tool.months[1]:02d}-12", tool.change()))
    return f"---\n{front}---\n\n{introductions(tool)}{sections(tool, SECTIONS_2, 0.3)}"


def record_1(tool, evaluations):
    phase = "Development" if "beta" in tool.phase else old_phase(tool)
    firm = group("external_supplier", [
        f'    name: {tool.draw.choice(words.FIRMS)}\n    companies_house_number: "00000000"\n' + block("role", tool.paragraph(), 4)
        + block("access", tool.paragraph(), 4)])
    risks = group("risks", [
        f"    risk: {risk}\n" + block("description", tool.paragraph(), 4) + block("mitigation", tool.paragraph(), 4)
        for risk in risked(tool, 3)])
    front = (f"kind: atrs-1.1\nname: {tool.name}\none_sentence_description: {tool.sentence}\nwebsite: https://example.org/tools/{tool.id}\n"
             f"contact_email: {tool.email}\norganisation: {tool.organisation}\nteam: {tool.team}\n"
             f"senior_responsible_owner: {tool.owner}\n{firm}model_type: A model of {tool.topic}\nphase: {phase}\n{filed(tool)}"
             f"region: [{tool.region}]\nimpact_assessments:\n  - title: Data protection impact assessment\n    completed: 2026-03\n{risks}"
             + "".join(block(key, tool.paragraph()) for key in PROSE_1) + tool.end(f"2026-{tool.months[1]:02d}-12", tool.change()))
    return f"---\n{front}---\n\n{introductions(tool)}{sections(tool, SECTIONS_1, 0.3)}"


DEVELOPMENT = ["development_data_description", "data_quantities", "sensitive_attributes", "data_completeness_and_representativeness",
               "data_cleaning", "data_collection", "data_access_and_storage", "data_sharing_agreements"]
SOURCE = ["data_description", "data_quantities", "sensitive_attributes", "data_completeness_and_representativeness", "source_data_url",
          "data_collection", "data_cleaning", "data_sharing_agreements", "data_access_and_storage"]
PROSE_2 = ["detailed_description", "process_integration", "provided_information", "source_data_name", "source_data_description",
           "data_collection", "data_cleaning", "data_completeness_and_representativeness", "data_sharing_agreements",
           "data_access_and_storage", "impact_assessments", "risks"]
PROSE_1 = ["source_data_name", "source_data_description", "data_collection", "data_sharing_agreements", "data_access_and_storage",
           "process_integration", "provided_information"]
SECTIONS_4 = ["Description", "Detailed description", "Benefits", "Previous process", "Alternatives considered",
              "Integration into broader operational process", "Human review", "Frequency and scale of usage", "Required training",
              "Appeals and review", "When to overrule it", "What it cannot do", "How to flag a wrong result", "System architecture",
              "System-level input", "System-level output", "Maintenance", "Data sources", "Sensitive attributes (operational data)",
              "Data processing methods", "Data access and storage (operational data)", "Data sharing agreements (operational data)"]
SECTIONS_3 = ["Description", "Detailed description", "Scope", "Benefit", "Previous process", "Alternatives considered",
              "Process integration", "Provided information", "Frequency and scale of usage", "Human decisions and review",
              "Required training", "Appeals and review", "System architecture", "Maintenance", "Impact assessment",
              "Risks and mitigations"]
SECTIONS_2 = ["Description", "Scope", "Benefit", "Previous process", "Alternatives considered", "Human decisions and review",
              "Required training", "Appeals and review", "Method", "Frequency and scale of usage", "Maintenance", "Model performance",
              "System architecture"]
SECTIONS_1 = ["Description", "Scope", "Benefit", "Alternatives considered", "Frequency of usage", "Maintenance", "System architecture",
              "Human decisions", "Required training", "Appeals and review"]
