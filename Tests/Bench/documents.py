"""The documents beside a made-up record: assessments, evaluations, the route to challenge, the lifecycle and the notice of an end."""

import words
from records import block, group, sections

GROUPS = [("Age", ["Under 25", "25 to 64", "65 and over"]), ("Disability", ["Disabled people", "Other people"]),
          ("Sex", ["Women", "Men"]), ("Ethnic group", ["White", "Asian", "Black", "Mixed"])]
KINDS = ["Beta", "Fairness", "Live monitoring", "Before first use", "Process"]


def beside(tool):
    """Every document of a tool but its record: name and text."""
    years = sorted(tool.draw.sample((2023, 2024, 2025, 2026), 2))
    kinds = tool.draw.sample(KINDS, 2)
    evaluations = [f"{kind.lower().replace(' ', '-')}-{year}" for kind, year in zip(kinds, years)]
    files = {"data-protection": data_protection(tool), "equality": equality(tool, evaluations)}
    for name, kind, year in zip(evaluations, kinds, years):
        files[name] = evaluation(tool, kind, year)
    if tool.draw.random() < 0.85:
        files["challenge"] = challenge(tool)
    if tool.draw.random() < 0.4:
        files["lifecycle"] = lifecycle(tool)
    if tool.retired:
        files["retirement"] = retirement(tool, evaluations)
    return files, evaluations


def written(front, body):
    return f"---\n{front}---\n\n{body}"


def data_protection(tool):
    risks = tool.draw.sample(words.OBJECTS, 3)
    chances = [tool.draw.choice(("Remote", "Possible", "Probable")) for _ in risks]
    front = (f"kind: dpia\ntitle: Data protection impact assessment\ncontroller: {tool.organisation}\n"
             f"dpo_post: Data protection officer of {tool.organisation}\nhigh_risk_types: [Large-scale use, New technology]\n"
             f'special_category_data: "No"\nchildren_affected: "No"\npeople_count: {tool.draw.randrange(500, 90000)}\n'
             f'lawful_basis: Public task\ninternational_transfer: "No"\nautomated_decision: "No"\n'
             + group("risks", [f"    risk: Wrong use of {risk}\n" + block("impact", tool.paragraph(), 4)
                               + f"    likelihood: {chance}\n    severity: Significant\n    overall: Medium\n"
                               for risk, chance in zip(risks, chances)])
             + group("measures", [f"    risk: Wrong use of {risk}\n" + block("measure", tool.paragraph(), 4)
                                  + '    effect: Reduced\n    residual_risk: Low\n    measure_approved: "Yes"\n' for risk in risks])
             + "sign_offs:\n"
             + "".join(f"  - {{decision: {what}, role: {role}, signed_on: 2026-0{tool.months[0] % 9 + 1}-1{at}}}\n"
                       for at, (what, role) in enumerate([("Measures approved", tool.owner), ("Risks that remain accepted", tool.owner),
                                                          ("Advice of the data protection officer given", "Data protection officer")]))
             + f"dpo_advice_outcome: Accepted\ndpo_outcome_decided_by: {tool.owner}\n"
             + tool.end(f"2026-0{tool.months[0] % 9 + 1}-15"))
    return written(front, sections(tool, PROTECTION, 0.08))


def equality(tool, evaluations):
    shares = tool.draw.sample(["Age", "Disability", "Race", "Sex", "Low income"], 3)
    front = (f"kind: equality\ntitle: Equality impact assessment\nreference: EIA-2026-{tool.number % 1000:03d}\nteam: {tool.team}\n"
             f"change_type: New\ndecision_maker: {tool.owner}\ndecision_on: 2026-0{tool.months[2] % 9 + 1}-20\n"
             f"aims_relevant: [Advance equality of opportunity]\ngroups_affected: [{', '.join(shares)}]\n"
             f'full_assessment_needed: "Yes"\nscreened_by: Equality and inclusion lead\nscreened_on: 2025-11-0{tool.months[2] % 9 + 1}\n'
             + group("evidence", [f"    source: Figures about {topic}\n    source_date: 2025-0{at + 3}\n" + block("says", tool.short(), 4)
                                  for at, topic in enumerate(tool.draw.sample(words.TOPICS, 3))])
             + group("engagement", [f"    who: {who}\n    when_asked: 2025-{10 + at}\n" + block("said", tool.short(), 4)
                                    + block("changed", tool.short(), 4) for at, who in enumerate(["Residents' panel", "Staff"])])
             + group("impacts", [f"    characteristic: {share}\n    impact: {effect}\n    size: Low\n" + block("who", tool.short(), 4)
                                 + block("mitigation", tool.short(), 4) + "    residual_impact: Neutral\n"
                                 for share, effect in zip(shares, ("Negative", "Neutral", "Positive"))])
             + group("fairness_tests", [f'    characteristic: {share}\n    tested: "Yes"\n    measure: Share of cases found\n'
                                        f"    groups_compared: Each group with the largest\n    results: {evaluations[-1]}\n"
                                        + block("finding", tool.short(), 4) + "    chance: May be chance\n" for share in shares])
             + "retest: Every twelve months\nconclusion: Adjust\n"
             + group("action_plan", [f"    action: {tool.draw.choice(words.VERBS).capitalize()} {what}\n    owner: {tool.owner}\n"
                                     f"    due: 2027-0{at + 2}\n    progress: Under way\n"
                                     for at, what in enumerate(tool.draw.sample(words.OBJECTS, 2))])
             + f"signed_off_by:\n  - {{part: Author, role: {tool.owner}, signed_on: 2026-02-03}}\n"
             + tool.end(f"2026-0{tool.months[2] % 9 + 1}-22"))
    return written(front, sections(tool, EQUALITY, 0.08))


def evaluation(tool, kind, year):
    front = (f"kind: evaluation\ntitle: {kind} evaluation of {tool.name}, {year}\nevaluation_kind: {kind}\n"
             f'version_tested: {tool.name} {tool.version}\nperiod_start: {year}-01-05\nperiod_end: {year}-03-30\n'
             f'evaluator: Centre for public services research, Example University\nindependent: "Yes"\n'
             + group("datasets", [f"    name: Cases of spring {year}\n    purpose: Live sample\n"
                                  f"    records: {tool.draw.randrange(800, 9000)}\n" + block("selection", tool.short(), 4)])
             + "subjects: cases looked at\npositive: cases that were urgent\nnegative: cases that were not urgent\n"
             f"flagged: cases on the list\nresults:\n{''.join(results(tool))}"
             + group("not_tested", [f"    characteristic: {what}\n" + block("reason", tool.short(), 4)
                                    for what in ("Religion or belief", "Sexual orientation")])
             + group("action_taken", [f"    action: Test again in {year + 1}\n" + block("because", tool.short(), 4)
                                      + f"    owner: {tool.owner}\n    due: {year + 1}-04-30\n    state: Planned\n"])
             + f"decision: Continue\ndecided_by: {tool.owner}\ndecided_on: {year}-04-15\nnext_evaluation: 2027-05\n"
             f"full_report: https://example.org/reports/{tool.id}-{kind.lower().replace(' ', '-')}-{year}/\n"
             + tool.end(f"{year}-04-10"))
    return written(front, sections(tool, EVALUATION, 0.05))


def results(tool):
    """One line a figure: three measures for everybody, and recall by group."""
    yield figure(tool, "recall", tool.draw.uniform(0.7, 0.9), 900, ", threshold: 0.80")
    yield figure(tool, "precision", tool.draw.uniform(0.5, 0.8), 1100, ", threshold: 0.50")
    yield figure(tool, "false-positive-rate", tool.draw.uniform(0.03, 0.12), 8000, ", threshold: 0.10")
    for characteristic, groups in tool.draw.sample(GROUPS, 3):
        for at, name in enumerate(groups):
            against = f", reference_group: {groups[0]}" if at else ""
            yield figure(tool, "recall", tool.draw.uniform(0.7, 0.9), tool.draw.randrange(60, 500),
                         f", characteristic: {characteristic}, group: {name}{against}, threshold: 0.75")


def figure(tool, metric, value, count, more):
    half = 1.96 * (value * (1 - value) / count) ** 0.5
    return (f"  - {{metric: {metric}, value: {value:.3f}, low: {value - half:.3f}, high: {value + half:.3f}, level: 95, n: {count}"
            f"{more}}}\n")


def challenge(tool):
    front = (f"kind: challenge-route\ntitle: How to question {tool.name}\nresult_days: {tool.draw.choice((10, 20, 30))}\n"
             f"process_days: 60\ncontact:\n  role: {tool.team} team\n  email: {tool.email}\n"
             f"  phone: 01632 960{tool.number % 1000:03d}\n" + tool.end(f"2026-0{tool.months[3] % 9 + 1}-02"))
    return written(front, sections(tool, CHALLENGE))


def lifecycle(tool):
    stages = [("Exploratory", "Explore"), ("Problem identification", "Explore"), ("Choosing a solution", "Explore"),
              ("Design", "Develop"), ("Development", "Develop"), ("Testing", "Develop"), ("Pre-deployment", "Develop"),
              ("Deployment and monitoring", "Implement")]
    front = "kind: lifecycle\ntitle: Lifecycle\n" + group("stages", [
        f"    stage: {stage}\n    phase: {phase}\n    date: 202{3 + at // 3}-0{at % 3 * 3 + 1}-1{at}\n    agreed_by: {tool.owner}\n"
        + block("note", tool.short(), 4) for at, (stage, phase) in enumerate(stages)])
    return written(front + tool.end(f"2026-0{tool.months[3] % 9 + 1}-04"), sections(tool, ["Next step"]))


def retirement(tool, evaluations):
    front = (f"kind: retirement\ntitle: Notice that {tool.name} has ended\nnotice_stage: Ended\neffective_on: 2026-10-01\n"
             f"retirement_kind: Policy ended\ndecided_by: {tool.owner}\ndecided_on: 2026-08-03\nlast_used_on: 2026-09-30\n"
             f"results_count: {tool.draw.randrange(900, 90000)}\n"
             + group("information_items", [f"    what: {what}\n    action: Deleted\n    date: 2026-10-0{at + 2}\n"
                                           f"    holder: {tool.team} team\n" for at, what in enumerate(("List", "Copy of the records"))])
             + f"final_evaluation: {evaluations[-1]}\ncontact_after:\n  role: {tool.team} team\n  email: {tool.email}\n"
             + tool.end("2026-10-05"))
    return written(front, sections(tool, RETIREMENT, 0.2))


PROTECTION = ["What the tool is meant to achieve", "Why an assessment was needed",
              "How information is collected, used, stored and deleted", "Where the information comes from", "Who it is shared with",
              "What the information is", "How long it is kept", "Your relationship with the people",
              "How much control people have, and what they would expect", "Purpose and effect on people", "Benefits",
              "How people's views were sought", "Who else was asked", "Why that basis applies",
              "Whether it achieves the purpose, and other ways", "How use for other purposes is prevented",
              "Data quality and using no more than needed", "What people are told", "How people use their rights",
              "Risks that remain, in brief", "Advice of the data protection officer"]
EQUALITY = ["What is being assessed", "Why", "Who uses the service, by group", "Groups that were not asked, and why",
            "Effects that add up", "Whether results are fair, in brief", "Is it reasonable to go on using the tool?",
            "Reasons for the conclusion", "How the effect is watched"]
EVALUATION = ["Where it was tested", "Ties between the evaluator and the tool", "The question", "How it was done",
              "How it is known what was right", "What it was compared with", "Who decided what is good enough",
              "How to read these results", "What the differences between groups mean", "What was found", "What it does not show",
              "Why it was decided so", "How to get the same figures"]
RESULT = ["How to get involved in {}", "How to raise a concern about {}", "Whether you can stay anonymous about {}",
          "Who responds to a concern about {}"]
CHALLENGE = (["What you can question about a result", *[text.format("a result") for text in RESULT],
              "How you are included when a result is looked at again", "How you hear the outcome about a result",
              "What a concern about a result can change", "What you can question about the way it is used"]
             + [text.format("the way it is used") for text in RESULT]
             + ["How you are included when the way it is used is looked at", "How you hear the outcome about the way it is used",
                "What a concern about the way it is used can change", "Languages and help with asking", "What it costs",
                "Where to turn outside"])
RETIREMENT = ["Why it ends", "What replaces it", "Open cases and appeals", "How people were told", "What happens to my information",
              "Lessons learned"]
