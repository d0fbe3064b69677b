#!/usr/bin/env python3
"""Turns the knowledge base into the built-in rule set.

    python3 docs/evidence/convert.py KNOWLEDGE [DATA]

KNOWLEDGE is the folder with associations.json, interventions.json, safety.json and the others;
DATA defaults to src/GutSkin.Core/Data of this checkout (the products overlay goes to samples/rules, or beside DATA). The output depends on nothing else:
a second run writes the same bytes. Every figure comes from the rows; words, gates and judgments
from the tables beside this script. The report goes to the screen and to docs/evidence/mapping.md."""
import json
import math
import re
import sys
from collections import Counter, OrderedDict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import gates  # noqa: E402
import make_tests  # noqa: E402
from tables import considered, de_factors, de_rest, de_safety, evidence, factors, interventions, rules, safety, states  # noqa: E402
from tables import gates as rule_gates  # noqa: E402

REVIEWED = "2026-11-20"
DISCLAIMER = "This is general information from published studies; this is not a diagnosis and does not replace one. The index from 0 to 100 is no probability. If you are worried, or something gets worse, see a doctor; in an emergency call your local emergency number."
SHORT = {
    "acne-vulgaris": "acne", "rosacea": "rosacea", "atopic-dermatitis": "eczema", "psoriasis": "psoriasis",
    "seborrheic-dermatitis": "seborrheic", "hidradenitis-suppurativa": "hidradenitis", "chronic-urticaria": "urticaria",
    "gut-dysbiosis": "gut-dysbiosis", "intestinal-permeability": "permeability",
    "impaired-skin-barrier": "skin-barrier", "skin-dysbiosis": "skin-dysbiosis",
}
BRAND_EVIDENCE = {"symprove-gf-blog", "symprove-nutraingredients-2010", "symprove-storage", "symprove-uc-express-2015", "aurelia-topical"}
FORBIDDEN = re.compile(r"risk|cure|treat|prevent|diagnos", re.I)
BRANDS = re.compile(r"symprove|beauty ?pie|supergut|aurelia|nue ?co\b|coumadin", re.I)

report = OrderedDict()      # file -> list of (what, in, out, note)
judged = []                 # (where, what)
dropped = []                # (where, what, reason)


def load(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


US = [(r"None of the excerpts I saw states it", "No page seen states it"), (r" \(first author not shown in what I saw\)", ""), (r"I did not see them in a paper", "they were not seen in a paper"),
      (r"the 8 g was not on the pages I saw, it follows", "the 8 g follows"), (r" \(find_string[^)]*\)", ""), (r"\bverified by me\b", "verified"),
      (r"\bfibre", "fiber"), (r"\bFibre", "Fiber"), (r"glycaemi", "glycemi"), (r"Glycaemi", "Glycemi"), (r"oeliac", "eliac"),
      (r"\b([Ff])aecal\b", r"\1ecal"), (r"\b([Ff])aeces\b", r"\1eces"), (r"centimetre", "centimeter"), (r"\b([Yy])oghurt", r"\1ogurt"), (r"([Mm])oisturis", r"\1oisturiz"), (r"aemia", "emia"), (r"aemic", "emic"),
      (r"iarrhoea", "iarrhea"), (r"anaesth", "anesth"), (r"([Pp])aediatr", r"\1ediatr"), (r"\b([Hh])aemo(?!philus)", r"\1emo"), (r"([Oo])esophag", r"esophag"),
      (r"oestrogen", "estrogen"), (r"behaviour", "behavior"), (r"colour", "color"), (r"([Tt])umour", r"\1umor"), (r"odour", "odor"), (r"favour", "favor"),
      (r"programme", "program"), (r"([Cc])entre", r"\1enter"), (r"\blitre", "liter"), (r"randomis", "randomiz"), (r"([Gg])eneralis", r"\1eneraliz"),
      (r"localis", "localiz"), (r"([Ss])tandardis", r"\1tandardiz"), (r"sensitis", "sensitiz"), (r"colonis", "coloniz"), (r"hospitalis", "hospitaliz"),
      (r"recognis", "recogniz"), (r"summaris", "summariz"), (r"organis(?=ation|ed|ing|e\b)", "organiz"), (r"minimis", "minimiz"), (r"normalis", "normaliz"), (r"pasteuris", "pasteuriz"),
      (r"virilis", "viriliz"), (r"labell", "label"), (r"([Ss])eborrhoe", r"\1eborrhe"), (r"apnoea", "apnea"), (r"dyspnoea", "dyspnea"), (r"foetal", "fetal"),
      (r"\bmould", "mold"), (r"sulphate", "sulfate"), (r"sulphon", "sulfon"), (r"\bsoya\b", "soy"), (r"leukaem", "leukem"), (r"catalys", "catalyz"), (r"\banalys(e|ed|ing)\b", r"analyz\1"),
      (r"ischaem", "ischem"), (r"judgement", "judgment"), (r"liquidis", "liquidiz"), (r"neighbour", "neighbor"), (r"\bgrey\b", "gray"), (r"orthopaed", "orthoped"),
      (r"caesar", "cesar"), (r"sceptic", "skeptic"), (r"travell", "travel"), (r"utilis", "utiliz"), (r"stabilis", "stabiliz"), (r"hydrolys(?=e)", "hydrolyz"), (r"mediaeval", "medieval")]


def us(text):
    if text is None:
        return None
    for pattern, to in US:
        text = re.sub(pattern, to, text)
    return text


def num(value):
    """A number as JSON should show it."""
    if isinstance(value, bool) or value is None:
        return value
    return int(value) if float(value) == int(value) else value


def rounded(value, digits=4):
    return num(float(f"{value:.{digits}g}"))


def dump(data, indent=2):
    """JSON with short lists and small objects on one line, for reading."""
    def flat(v):
        return json.dumps(v, ensure_ascii=False)

    def small(v, room):
        if isinstance(v, dict) and any(isinstance(x, str) and len(x) > 90 for x in v.values()):
            return False
        return len(flat(v)) <= room

    def write(v, level, key_room):
        pad, inner = " " * (indent * level), " " * (indent * (level + 1))
        if isinstance(v, dict):
            if not v:
                return "{}"
            if level >= 3 and small(v, 140 - key_room):
                return "{ " + ", ".join(f"{json.dumps(k)}: {flat_spaced(x)}" for k, x in v.items()) + " }"
            return "{\n" + ",\n".join(f"{inner}{json.dumps(k)}: {write(x, level + 1, len(inner) + len(k) + 4)}" for k, x in v.items()) + f"\n{pad}}}"
        if isinstance(v, list):
            if not v:
                return "[]"
            if not any(isinstance(x, dict) for x in v) and small(v, 150 - key_room):
                return flat(v)
            if all(isinstance(x, dict) for x in v) and level >= 3 and small(v, 140 - key_room):
                return "[" + ", ".join(flat_spaced(x) for x in v) + "]"
            return "[\n" + ",\n".join(f"{inner}{write(x, level + 1, len(inner))}" for x in v) + f"\n{pad}]"
        return flat(v)

    def flat_spaced(v):
        if isinstance(v, dict):
            return "{ " + ", ".join(f"{json.dumps(k)}: {flat_spaced(x)}" for k, x in v.items()) + " }" if v else "{}"
        if isinstance(v, list):
            return "[" + ", ".join(flat_spaced(x) for x in v) + "]"
        return flat(v)

    return write(data, 0, 0) + "\n"


def clean(obj):
    return {k: v for k, v in obj.items() if v is not None}


def unique(*lists):
    return list(dict.fromkeys(x for items in lists for x in (items or [])))


# ------------------------------------------------------------------ small sections

def convert_mechanisms(rows):
    out = []
    for m in rows:
        name, text = states.MECHANISMS[m["id"]]
        out.append({"id": m["id"], "name": name, "description": text, "evidence": m["evidence"]})
    report["mechanisms.json"] = [("mechanisms", len(rows), len(out), "what is contested is part of the description")]
    return out


def convert_conditions(rows, instruments, spreads):
    """A condition cites its codes, its severity scores and their spreads."""
    scores = {i["id"]: i for i in instruments}

    def of_scores(c):
        mine = c["instruments"]
        found = [scores[i]["evidence"] for i in mine]
        for s in spreads:
            family = "lesion-count" if s["instrument"].startswith("lesion-count") else s["instrument"]
            if family in mine or (family == "lesion-count" and c["id"] == "acne-vulgaris"):
                found.append([x for x in (s["sdSource"], s["midSource"]) if x])
        return unique(*found)

    out = []
    for c in rows:
        name, synonyms, text = states.CONDITIONS[c["id"]]
        codes = {k: c[k]["code"] for k in ("icd10", "icd11", "snomed", "mesh") if c.get(k)}
        out.append({"id": c["id"], "kind": "skin-condition", "name": name, "synonyms": synonyms, "description": text, "codes": codes,
                    "evidence": unique(c["evidence"], of_scores(c))})
    out += [dict(s) for s in states.STATES]
    report["conditions.json"] = [("conditions", len(rows), len(rows), "codes only where a source shows them"),
                                 ("states", 0, len(states.STATES), "named by the associations; described by us")]
    return out


def curve_zeroes(rows):
    """For each factor the x at which a curve reaches burden 0."""
    zero = {}
    for a in rows:
        for x, y in a["curve"] or []:
            if y == 0:
                zero.setdefault(a["factor"], []).append(x)
    return zero


def convert_factors(rows, screens):
    screen_of = {f: s["id"] for s in reversed(screens) for f in s["factors"]}
    out = []
    for f in rows:
        kind = f["kind"]
        ref = f["reference"]
        reference = None
        if ref:
            if "value" in ref and ref["value"] is not None:
                reference = {"value": ref["value"]}
            else:
                reference = clean({"low": ref.get("low"), "high": ref.get("high")})
            if f["id"] == "diet.glycemic-load":
                reference = {"high": ref["high"]}
                judged.append(("factors", "diet.glycemic-load: the row's low (80) is the bound of a 'low load' diet, not a lowest healthy value; only the high bound is a reference"))
            reference["basis"] = ref["basis"]
            if ref.get("source"):
                reference["evidence"] = [ref["source"]]
        conversions = [clean({"from": c["fromUnit"], "multiply": c["factor"], "add": c.get("offset")}) for c in f["conversions"]]
        if f["id"] in factors.AGE:
            age = factors.AGE[f["id"]]
        elif screen_of.get(f["id"]) in factors.SCREEN_AGE:
            age = factors.SCREEN_AGE[screen_of[f["id"]]]
        else:
            age = factors.GROUP_AGE.get(f["group"])
        error = factors.ERROR.get(f["id"])
        codes = clean({"loinc": f["loinc"], "snomed": f["snomed"]})
        ev = unique(f["evidence"], [ref["source"]] if ref and ref.get("source") else [], [error[1]] if error else [], factors.MORE_EVIDENCE.get(f["id"]))
        entry = clean({
            "id": f["id"], "group": f["group"], "kind": kind,
            "choices": f["choices"] if kind == "choice" else None,
            "unit": f["unit"], "min": num(f["min"]), "max": num(f["max"]),
            "reference": reference, "modifiable": True if f["modifiable"] else None,
            "acquisition": "measure" if f["tier"] == "test-result" or f["id"] in factors.MEASURED else "ask",
            "maxAgeDays": age, "measurementError": error[0] if error else None,
            "conversions": conversions or None,
            "name": factors.NAMES.get(f["id"], us(f["name"])),
            "question": factors.QUESTIONS.get(f["id"], us(f["question"])),
            "codes": codes or None, "evidence": ev or None,
            "x-referenceNote": us(f.get("referenceNote")) if ref else None,
        })
        out.append(entry)
    for id_, why in factors.MEASURED.items():
        judged.append((id_, f"acquisition measure: {why}"))
    report["factors.json"] = [("factors", len(rows), len(out), f"{sum('measurementError' in f for f in out)} with a measurement error, {sum('maxAgeDays' in f for f in out)} with an age")]
    return out


PLACEHOLDER = re.compile(r"not visible|not seen|not given|^\(.*\)$", re.I)


def seen_at(text):
    """The addresses a source was read at; notes of the search are left out."""
    found = re.findall(r"https?://[^\s;]+", text or "")
    github = re.search(r"github:([\w.-]+/[\w.-]+)", text or "")
    if not found and github:
        found = [f"https://github.com/{github.group(1)}"]
    return " ; ".join(found) or None


def convert_evidence(rows):
    out = []
    for e in rows:
        if e["id"] in BRAND_EVIDENCE:
            continue
        more = evidence.COMPLETED.get(e["id"], {})
        e = {**e, **more}
        authors, journal = e["firstAuthor"], e["journal"]
        incomplete = [i for i in e["incomplete"] if i not in more]
        if authors and PLACEHOLDER.search(authors):
            authors = None
            incomplete = unique(incomplete, ["firstAuthor"])
        if journal and PLACEHOLDER.search(journal) and "seed" not in journal:
            journal = None
            incomplete = unique(incomplete, ["journal"])
        incomplete = ["authors" + i[len("firstAuthor"):] if i.startswith("firstAuthor") else i for i in incomplete]
        out.append(clean({
            "id": e["id"], "authors": authors, "title": e["title"] or us(e["finding"])[:80], "journal": re.sub(r" \(find_string[^)]*\)", "", journal) if journal else None, "year": e["year"],
            "doi": e["doi"], "pmid": e["pmid"], "design": us(e["design"]), "population": us(e["population"]), "n": e["n"], "finding": us(e["finding"]),
            "x-certainty": f"{e['certainty']}: {us(e['certaintyReason'])}" if e["certainty"] and e["certaintyReason"] else e["certainty"],
            "x-pmcid": e["pmcid"], "x-seenAt": None if (e["doi"] or e["pmid"] or e["pmcid"]) and not e["secondHand"] else seen_at(e["seenAt"]),
            "x-secondHand": True if e["secondHand"] else None, "x-unverified": None if e["verified"] else True,
            "x-incomplete": incomplete or None,
        }))
    for e in evidence.ADDED:
        e = dict(e)
        out.append(clean({**{k: e[k] for k in ("id", "authors", "title", "journal", "year", "doi", "pmid", "design", "population", "n", "finding") if k in e},
                          "x-pmcid": e.get("pmcid"), "x-seenAt": e.get("seenAt"), "x-incomplete": e.get("incomplete"), "x-added": True}))
    report["evidence.json"] = [("sources", len(rows), len(out), f"{len(BRAND_EVIDENCE)} of makers' and press pages that name a brand stand in the products overlay instead; {len(evidence.ADDED)} added, {len(evidence.COMPLETED)} completed, all seen; {sum('x-incomplete' in e for e in out)} say what is incomplete")]
    return sorted(out, key=lambda e: e["id"])


# ------------------------------------------------------------------ rules

RATIO = {"OR": "oddsRatio", "aOR": "oddsRatio", "HR": "hazardRatio", "aHR": "hazardRatio", "RR": "riskRatio", "IRR": "riskRatio"}


def ratio_form(measure):
    head = (measure or "").split(" ")[0]
    return RATIO.get(head)


def basis_of(text):
    text = text.lower()
    if text.startswith("judgement"):
        return "judgement"
    derived = ("inverse", "inverted", "computed", "1.11^", "1.19 (", "two one-point", "smd converted")
    return "derived" if text.startswith(derived) else None


def fmt(v):
    return f"{num(v)}"


def figures(p):
    if p is None or p.get("value") is None:
        return None
    text = f"{us(p['measure'])} {fmt(p['value'])}"
    if p.get("ciLow") is not None and p.get("ciHigh") is not None:
        text += f" ({fmt(p['ciLow'])} to {fmt(p['ciHigh'])})"
    return text


PLAIN = [(r"\bhigh-risk\b", "allergy-prone"), (r"\buntreated\b", "active"), (r"\btreatments?\b", "therapy"), (r"\btreated\b", "taking medicine"), (r"diagnos(?:is|ed|es)", "recorded"), (r"\bprevention\b", "keeping it away")]


def plain(text):
    text = us(text)
    for pattern, to in PLAIN:
        text = re.sub(pattern, to, text, flags=re.I)
    return text


def published_sentences(a):
    out = []
    p = a["published"]
    shown = figures(p)
    if shown:
        c = p.get("contrast") or {}
        span = ", ".join(x for x in (plain(c.get("from") or ""), plain(c.get("to") or "")) if x and x != "-")
        between = f", {plain(c['from'])} against {plain(c['to'])}" if c.get("from") and c.get("to") else (f", {span}" if span else "")
        out.append(f"Published: {shown}{between}.")
    others = [f"{plain(o['what'])}: {figures(o)}" for o in a["otherEffects"] if figures(o)]
    if others:
        out.append("Also seen: " + "; ".join(others) + ".")
    return " ".join(out)


def shape(a, factor):
    """The curve or levels of a row."""
    if a.get("levels"):
        return {"levels": {k: num(v) for k, v in a["levels"].items() if v}}
    curve = a["curve"]
    if factor["kind"] == "boolean":
        if curve is None:
            return {"levels": {"true": 1}}
        rising = curve[0][1] < curve[-1][1]
        return {"levels": {"true": 1} if rising else {"false": 1}}
    if curve is None:
        return {"curve": [[num(factor["min"]), 0], [num(factor["max"]), 0]]}
    return {"curve": [[num(x), num(y)] for x, y in curve]}


def descending(a):
    return bool(a["curve"]) and a["curve"][0][1] > a["curve"][-1][1]


def effect_of(a, where):
    r = a["ratio"]
    if r:
        basis = basis_of(r["basis"])
        form = ratio_form(a["published"]["measure"]) if a["published"] else None
        if basis == "judgement" or form is None:
            form = "oddsRatio"
        effect = {form: r["value"]}
        if r["ciLow"] is not None and r["ciHigh"] is not None:
            effect["ci95"] = [r["ciLow"], r["ciHigh"]]
        if basis:
            effect["basis"] = basis
        return effect
    # informational rows without a ratio of their own: what is published, turned to the burden end
    p = a["published"] or {}
    value, lo, hi = p.get("value"), p.get("ciLow"), p.get("ciHigh")
    form = ratio_form(p.get("measure"))
    if form and value is not None:
        if descending(a) and value < 1:
            effect = {form: rounded(1 / value)}
            if lo is not None and hi is not None:
                effect["ci95"] = [rounded(1 / hi), rounded(1 / lo)]
            effect["basis"] = "derived"
            return effect
        effect = {form: value}
        if lo is not None and hi is not None:
            effect["ci95"] = [lo, hi]
        if a["derived"] and "computed" in a["derived"]:
            effect["basis"] = "derived"
        return effect
    measure = p.get("measure") or ""
    if value is not None and (measure.startswith("SMD") or "; SMD" in measure):
        turn = a["direction"] == "lowers" and descending(a) or "; SMD" in measure
        effect = {"smd": -value if turn else value}
        if lo is not None and hi is not None:
            effect["ci95"] = [-hi, -lo] if turn else [lo, hi]
        if turn:
            effect["basis"] = "derived"
        return effect
    judged.append((where, "no ratio or standardized difference is published: logOdds 0 by judgment, shown only"))
    return {"logOdds": 0, "basis": "judgement"}


def tail(factor):
    return factor.split(".", 1)[1].replace(".", "-")


class Union:
    def __init__(self):
        self.parent = {}

    def find(self, x):
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            x = self.parent[x]
        return x

    def join(self, a, b):
        ra, rb = sorted((self.find(a), self.find(b)))
        self.parent[rb] = ra


def overlap_groups(rows):
    """Group name per (condition, factor) of the scored rules: README's lists, defining measures, and what overlapWith names, closed."""
    by_condition = {}
    for a in rows:
        if a["use"] in ("score", "score-low"):
            by_condition.setdefault(a["condition"], []).append(a)
    out = {}
    for condition, members in by_condition.items():
        present = [a["factor"] for a in members]
        union, named = Union(), {}
        if any(a["definingMeasure"] for a in members):
            for f in present:
                union.join(f, present[0])
                named[union.find(f)] = f"{SHORT[condition]}-state"
            out.update({(condition, f): f"{SHORT[condition]}-state" for f in present})
            continue
        for name, fs in rule_gates.GROUPS.items():
            here = [f for f in fs if f in present]
            for f in here:
                union.join(f, here[0])
        for a in members:
            for other in a["overlapWith"]:
                if other in present:
                    union.join(a["factor"], other)
        groups = {}
        for f in present:
            groups.setdefault(union.find(f), []).append(f)
        for root, fs in groups.items():
            if len(fs) < 2:
                continue
            names = [n for n, list_ in rule_gates.GROUPS.items() if any(f in list_ for f in fs)]
            name = rule_gates.JOINED.get(tuple(sorted(names)), "-and-".join(sorted(names)) if names else "joined")
            for f in fs:
                out[(condition, f)] = name
    return out


def convert_rules(rows, factor_by_id):
    groups = overlap_groups(rows)
    out = {}
    counts = Counter()
    for a in rows:
        if a["use"] not in ("score", "score-low", "informational"):
            continue
        key = f"{a['condition']}|{a['factor']}"
        rule_id = f"{SHORT[a['condition']]}.{tail(a['factor'])}"
        title, words = rules.RULES[key]
        scored = a["use"] != "informational"
        g = rule_gates.GATES.get(key)
        population = plain(a["population"] or "") or None
        extra = plain(a["applicability"] or "")
        if extra and extra != population and not re.match(r"^(person|body)\.", extra):
            population = f"{population}; {extra}" if population else extra
        population = rule_gates.POPULATIONS.get(key, population)
        rationale = words
        more = published_sentences(a)
        if more:
            rationale += " " + more
        factor = factor_by_id[a["factor"]]
        rule = clean({
            "id": rule_id, "condition": a["condition"], "title": title, "when": g, "factor": a["factor"],
            **shape(a, factor), "effect": effect_of(a, rule_id), "certainty": a["certainty"],
            "mechanisms": a["mechanisms"], "overlap": groups.get((a["condition"], a["factor"])) if scored else None,
            "role": "marker" if a["reversed"] or a["marker"] or a["definingMeasure"] else "driver",
            "informational": None if scored else True,
            "evidence": a["evidence"],
            "contradictedBy": a["contradictedBy"] or None,
            "population": population, "rationale": rationale, "reviewedOn": REVIEWED,
        })
        out.setdefault(a["condition"], []).append(rule)
        counts[a["use"]] += 1
        if key == "psoriasis|diet.alcohol":
            title, words = rules.WOMEN_ALCOHOL
            woman = dict(rule)
            woman.update({"id": "psoriasis.alcohol-women", "title": title, "when": {"factor": "person.sex", "equals": "female"},
                          "effect": {"oddsRatio": 1.22, "ci95": [0.97, 1.54]}, "population": "women",
                          "rationale": words + " Published: OR 1.22 (0.97 to 1.54), drinkers against nondrinkers, women."})
            out[a["condition"]].append(woman)
            judged.append(("psoriasis.alcohol-women", "a second rule for women at the smaller ratio 1.22 (0.97 to 1.54), because the row's applicability names both"))
    report["rules.*.json"] = [(use, sum(a["use"] == use for a in rows), counts[use], "") for use in ("score", "score-low", "informational")]
    report["rules.*.json"].append(("added", 0, 1, "psoriasis.alcohol-women, from the applicability of its row"))
    for note in rule_gates.NOTES:
        judged.append(note)
    for condition in out:
        out[condition].sort(key=lambda r: (r.get("informational", False), r["id"]))
    return out


def convert_considered(rows):
    out = []
    for a in rows:
        if a["use"] != "considered":
            continue
        key = f"{a['condition']}|{a['factor']}"
        why = considered.CONSIDERED.get(f"{key}|{a['direction']}") or considered.CONSIDERED[key]
        out.append({"factor": a["factor"], "condition": a["condition"], "why": why, "evidence": unique(a["evidence"], a["contradictedBy"])})
    report["considered.json"] = [("considered", sum(a["use"] == "considered" for a in rows), len(out), "")]
    return out


# ------------------------------------------------------------------ interventions

def change_for(intervention, item, factor):
    key = (intervention, item["factor"])
    if item["change"] in interventions.NO_CHANGE:
        dropped.append((f"{intervention}: {item['factor']}", f"change '{item['change']}'", interventions.NO_CHANGE[item["change"]]))
        return None
    if key in interventions.NO_TARGET:
        dropped.append((f"{intervention}: {item['factor']}", f"change '{item['change']}'", interventions.NO_TARGET[key]))
        return None
    if key in interventions.TARGETS:
        target, why = interventions.TARGETS[key]
        judged.append((f"{intervention}: {item['factor']}", f"target {json.dumps(target)}: {why}"))
        return {"factor": item["factor"], **target}
    ref = factor.get("reference")
    if ref is None:
        raise SystemExit(f"no target for {key}: {item['change']}")
    if "value" in ref:
        return {"factor": item["factor"], "set": ref["value"]}
    if item["change"] == "raises":
        return {"factor": item["factor"], "atLeast": ref["low"]}
    return {"factor": item["factor"], "atMost": ref["high"]}


def trial_effect(i, t):
    """One target as an effect oriented to the bad outcome, with the reason when it cannot carry weight."""
    value, lo, hi, kind = t["value"], t["ciLow"], t["ciHigh"], t["measureKind"]
    good = t["betterWhen"] == "higher"
    spread = interventions.SPREADS.get((i["id"], t["condition"], t["instrument"]))
    both = lo is not None and hi is not None
    sources = list(t["evidence"])
    effect, reason = None, None
    computed = "computed" in (t["measure"] + (t.get("note") or ""))
    if value is None:
        reason = "no figure is published"
    elif kind == "md" and spread:
        effect = {"meanDifference": -value if good else value, "sd": spread[0], "of": interventions.INSTRUMENT_NAMES[t["instrument"]]}
        if both:
            effect["ci95"] = [-hi, -lo] if good else [lo, hi]
        if computed:
            effect["basis"] = "derived"
        sources = unique(sources, [spread[1]])
    elif kind == "md":
        reason = "no spread of that population was seen"
    elif kind == "smd":
        effect = {"smd": -value if good else value}
        if both:
            effect["ci95"] = [-hi, -lo] if good else [lo, hi]
    elif kind in ("rr", "or"):
        form = "riskRatio" if kind == "rr" else "oddsRatio"
        effect = {form: rounded(1 / value) if good else value}
        if both:
            effect["ci95"] = [rounded(1 / hi), rounded(1 / lo)] if good else [lo, hi]
        if good:
            effect["basis"] = "derived"
    elif kind == "r":
        def to_smd(r):
            return rounded(2 * r / math.sqrt(1 - r * r))
        effect = {"smd": -to_smd(value) if good else to_smd(value)}
        if both:
            effect["ci95"] = [-to_smd(hi), -to_smd(lo)] if good else [to_smd(lo), to_smd(hi)]
        effect["basis"] = "derived"
    else:
        reason = {"rd": "a difference of shares does not convert", "percent": "a percentage does not convert", "within-arm": "no control group"}.get(kind, "does not convert")
    if effect is None:
        effect = {"logOdds": 0, "basis": "judgement"}
    return effect, reason, sources


def convert_interventions(rows, factor_by_id):
    out = []
    counts = Counter()
    scored_rows = sum(t["scored"] for i in rows for t in i["targets"])
    for i in rows:
        name, summary, dose = interventions.TEXTS[i["id"]]
        changes = [c for c in (change_for(i["id"], f, factor_by_id[f["factor"]]) for f in i["improvesFactors"]) if c]
        for change, why in interventions.ADDED_CHANGES.get(i["id"], []):
            changes.append(change)
            judged.append((f"{i['id']}: {change['factor']}", f"added change: {why}"))
        effects = []
        for t in i["targets"]:
            effect, reason, sources = trial_effect(i, t)
            informational = not t["scored"] or reason is not None
            if t["scored"] and reason:
                judged.append((f"{i['id']}: {t['condition']}", f"scored in the row, shown only: {reason} ({plain(t['measure'])})"))
            counts["informational" if informational else "scored"] += 1
            parts = [reason, plain(t["scoredReason"]) if not t["scored"] else None, plain(t.get("note") or "")]
            note = "; ".join(unique([x for x in parts if x and not (x == "no figure" and reason)]))
            shown = plain(t["measure"])
            if t["value"] is not None and "logOdds" in effect:
                shown += f": {num(t['value'])}" + (f" ({num(t['ciLow'])} to {num(t['ciHigh'])})" if t["ciLow"] is not None and t["ciHigh"] is not None else "")
            effects.append(clean({
                "condition": t["condition"], **effect, "certainty": t["certainty"], "informational": True if informational else None,
                "evidence": unique(sources, t.get("contradictedBy")),
                "population": plain(t["population"]) if t["population"] else None, "note": shown + (f". {note[0].upper()}{note[1:]}" if note else ""),
                "x-seen": t["effect"], "x-gate": t.get("gate"),
            }))
        seed = [e for e in i["namedInSeed"]]
        out.append(clean({
            "id": i["id"], "category": i["category"], "name": name, "summary": summary,
            "when": {"any": []} if i["category"] == "referral" else None,
            "changes": changes or None, "effects": effects or None, "dose": dose,
            "weeks": i["durationWeeks"] if i["durationWeeks"] and i["durationWeeks"][1] > 0 else None,
            "mechanisms": i["mechanisms"] or None, "effort": i["effort"], "cost": i["cost"],
            "evidence": unique(i["doseEvidence"], *[f["evidence"] for f in i["improvesFactors"]], seed) or None,
            "x-verdict": i["verdict"],
        }))
    for id_, (name, summary, ev) in interventions.ADDED_REFERRALS.items():
        out.append({"id": id_, "category": "referral", "name": name, "summary": summary, "when": {"any": []}, "effort": "low", "cost": "low", "evidence": ev, "x-verdict": "supported"})
    targets = sum(len(i["targets"]) for i in rows)
    changes = sum(len(i["improvesFactors"]) for i in rows)
    made = sum(len(i.get("changes", [])) for i in out)
    added = sum(len(v) for v in interventions.ADDED_CHANGES.values())
    report["interventions.json"] = [
        ("interventions", len(rows), len(rows), ""), ("referrals added", 0, len(interventions.ADDED_REFERRALS), "maternity, prescriber, allergist, addiction service"),
        ("trial effects", targets, counts["scored"] + counts["informational"], f"{counts['scored']} scored of {scored_rows} marked scored; {counts['informational']} shown"),
        ("improved factors -> changes", changes, made - added, f"{added} changes added; each one left out stands below with its reason")]
    return out


# ------------------------------------------------------------------ safety

def convert_safety(rows, associations):
    out, counts, products = [], Counter(), 0
    for s in rows:
        sev = s["severity"]
        kind = {"contraindicated": "contraindication", "caution": "caution"}.get(sev, "red-flag")
        ev = safety.EVIDENCE.get(s["id"]) or [e for e in s["evidence"] if e not in BRAND_EVIDENCE]
        targets = s["interventions"]
        entry = {"id": s["id"], "kind": kind}
        if kind == "red-flag":
            entry["urgency"] = "routine" if s["id"] in safety.ROUTINE else "urgent" if sev == "refer-urgent" else "soon"
            if s["id"] in safety.ROUTINE:
                judged.append((s["id"], "urgency routine: it can wait weeks"))
        entry["when"] = gates.gate(s["when"])
        if kind == "red-flag":
            entry["refer"] = unique([r for r in s["refer"] if r == "referral.emergency"], safety.ADD_REFER.get(s["id"]), s["refer"]) \
                if entry["urgency"] == "urgent" else unique(safety.ADD_REFER.get(s["id"]), s["refer"])
            for r in [r for r in entry["refer"] if not r.startswith("referral.")]:
                entry["refer"].remove(r)
                dropped.append((s["id"], r, "a red flag refers to referrals only; the message names the test"))
        else:
            entry["interventions"] = [t for t in targets if not t.startswith("product.")]
            if len(entry["interventions"]) != len(targets):
                products += 1
                dropped.append((s["id"], ", ".join(t for t in targets if t.startswith("product.")), "a product id: it stands in the products overlay"))
        entry["message"] = safety.MESSAGES[s["id"]]
        entry["evidence"] = ev
        if kind != "caution":
            entry["locked"] = True
        note = us(s.get("note"))
        entry["x-note"] = note if note and BRANDS.search(note) is None else None
        if s["id"] in safety.VERY_LOW:
            entry["x-certainty"] = "very-low"
            entry["x-note"] = safety.VERY_LOW[s["id"]]
        if not s["verified"] and s["id"] not in safety.EVIDENCE:
            entry["x-unverified"] = True
        if s["id"] in safety.EVIDENCE:
            judged.append((s["id"], f"evidence {', '.join(safety.EVIDENCE[s['id']])} in place of {', '.join(s['evidence']) or 'none'}"))
        out.append(clean(entry))
        counts[kind] += 1
        extra = [t for t in targets if t != "*"]
        if kind == "red-flag" and extra:
            out.append(clean({"id": s["id"] + "-block", "kind": "contraindication", "when": gates.gate(s["when"]), "interventions": extra,
                              "message": safety.MESSAGES[s["id"]], "evidence": ev, "locked": True}))
            counts["second"] += 1
    report["safety.json"] = [("red flags", sum(s["severity"].startswith("refer") for s in rows), counts["red-flag"], "interventions ['*'] dropped: triage covers them"),
                             ("contraindications", sum(s["severity"] == "contraindicated" for s in rows), counts["contraindication"], ""),
                             ("cautions and interactions", sum(s["severity"] == "caution" for s in rows), counts["caution"], ""),
                             ("second contraindications", 0, counts["second"], "no red flag of the rows names anything but '*'")]
    refer = [a for a in associations if a["use"] == "refer"]
    for a in refer:
        r = safety.REFER_ROWS[f"{a['condition']}|{a['factor']}"]
        out.append({"id": r["id"], "kind": "red-flag", "urgency": r["urgency"], "when": gates.gate(r["when"]), "refer": r["refer"], "message": r["message"],
                    "evidence": unique(a["evidence"], a["contradictedBy"]), "locked": True, "x-note": f"From the association of {a['factor']} and {a['condition']} (refer)."})
        judged.append((r["id"], f"gate written for a refer row: {r['when']}"))
    report["safety.json"].append(("refer rows of the associations", len(refer), len(refer), "routine red flags"))
    for r in safety.ADDED:
        out.append({"id": r["id"], "kind": r["kind"], "when": gates.gate(r["when"]), "interventions": r["interventions"], "message": r["message"], "evidence": r["evidence"], "x-note": f"Added: {r['reason']}."})
        judged.append((r["id"], f"added: {r['reason']}"))
    report["safety.json"].append(("added", 0, len(safety.ADDED), ""))
    return out


def convert_screens(rows):
    out = []
    for s in rows:
        out.append(clean({"id": s["id"], "title": s["title"], "factors": s["factors"], "when": rule_gates.SCREENS.get(s["id"])}))
    report["screens.json"] = [("screens", len(rows), len(out), "in the order of asking; gates on acne and pregnancy-and-babies")]
    return out


# ------------------------------------------------------------------ checks

def german(sections):
    """Everything a person reads, in German. What is missing is an error here, so that it cannot go missing in silence."""
    missing = []

    def pick(table, id_, where):
        if id_ not in table:
            missing.append(f"German: {where} {id_}")
            return None
        return table[id_]

    texts = {"factors": {}, "conditions": {}, "mechanisms": {}, "interventions": {}, "safety": {}, "screens": {}, "rules": {}, "bands": {}}
    for f in sections["factors"]:
        t = pick(de_factors.FACTORS, f["id"], "factor")
        if t:
            texts["factors"][f["id"]] = {"name": t[0], "question": t[1]}
    for kind, table in (("conditions", de_rest.CONDITIONS), ("mechanisms", de_rest.MECHANISMS)):
        for x in sections[kind]:
            t = pick(table, x["id"], kind)
            if t:
                texts[kind][x["id"]] = {"name": t[0], "description": t[1]}
    for i in sections["interventions"]:
        t = pick(de_rest.INTERVENTIONS, i["id"], "intervention")
        if t:
            texts["interventions"][i["id"]] = clean({"name": t[0], "summary": t[1], "dose": t[2]})
            if ("dose" in i) != (t[2] is not None):
                missing.append(f"German: dose of {i['id']}")
    for s in sections["safety"]:
        t = pick(de_safety.MESSAGES, s["id"], "safety")
        if t:
            texts["safety"][s["id"]] = {"message": t}
    for s in sections["screens"]:
        t = pick(de_rest.SCREENS, s["id"], "screen")
        if t:
            texts["screens"][s["id"]] = {"title": t}
    for r in sections["rules"]:
        name = de_rest.SHORT_NAMES.get(r["factor"]) or de_factors.FACTORS[r["factor"]][0]
        texts["rules"][r["id"]] = {"title": de_rest.TITLES.get(r["id"], f"{name} und {de_rest.TITLE_END[r['condition']]}")}
        if "population" in r:
            texts["rules"][r["id"]]["population"] = de_rest.POPULATIONS[r["population"]]
    texts["bands"] = {k: {"name": v} for k, v in de_rest.BANDS.items()}
    texts["ruleSet"] = {"gutskin.evidence": {"title": de_rest.TITLE, "disclaimer": de_rest.DISCLAIMER}}
    report["texts.de.json"] = [(kind, len(sections.get(kind, [])) if kind not in ("bands", "ruleSet") else len(texts[kind]), len(texts[kind]), "German") for kind in texts]
    return texts, missing


ALLERGENS = ["milk", "egg", "soy", "fish", "shellfish", "peanut", "nuts", "wheat-or-barley"]


def convert_products(rows, evidence_rows, safety_rows, sections):
    """The overlay with the products of 2021, their makers' pages, and the two cautions that cite them."""
    by_id = {e["id"]: e for e in evidence_rows}
    sources = []
    for id_ in sorted(BRAND_EVIDENCE):
        e = by_id[id_]
        sources.append(clean({"id": id_, "authors": e["firstAuthor"], "title": e["title"], "journal": e["journal"], "year": e["year"], "design": e["design"],
                              "finding": us(e["finding"]), "x-certainty": e["certainty"], "x-seenAt": seen_at(e["seenAt"]), "x-secondHand": True if e["secondHand"] else None}))
    cautions = []
    for row in safety_rows:
        if set(row["evidence"]) & BRAND_EVIDENCE:
            core = next(s for s in sections["safety"] if s["id"] == row["id"])
            entry = {k: v for k, v in core.items() if k != "x-certainty"}
            entry["evidence"] = unique(row["evidence"], core["evidence"])
            entry["x-note"] = "As in the built-in set, with the makers' pages as sources."
            cautions.append(entry)
    cited = {e for c in cautions for e in c["evidence"]}
    for e in sources:
        if e["id"] not in cited:
            e["x-lint"] = {"GS1004": "the page that a product was described on"}
    products = []
    for p in rows:
        known = p["allergens"] is not None
        present = [a for a in ALLERGENS if not (a == "milk" and p.get("dairyFree") and p.get("dairyFreeVerified"))]
        products.append(clean({
            "id": p["id"], "brand": p["brand"], "name": p["name"], "intervention": p["interventions"][0],
            "price": {"amount": p["priceGbp"], "currency": "GBP", "asOf": p["priceAsOf"]},
            "allergens": present, "strains": p["strains"],
            "x-allergens": ("Barley extract; no dairy base. " if known else "") + "What was not verified counts as present: read the label and ask the maker.",
            "x-dose": us(p["dose"]), "x-note": us(p.get("note") or p.get("strainsNote")), "x-sources": p["sources"],
        }))
    screened = [s["id"] for s in sections["screens"]]
    overlay = {
        "$schema": "gutskin-ruleset-1.schema.json", "id": "gutskin.products-2021", "version": "1.0.0", "title": "Four products of a 2021 article, with their prices of June 2021",
        "license": "MIT", "authors": ["The GutSkin.Core authors"], "extends": [{"id": "gutskin.evidence", "version": ">=1.0.0 <2.0.0"}],
        "intendedUse": "wellness-information",
        "disclaimer": "Products are listed as named in an article of June 2021, with the prices of that day, and are no recommendation; brand and price enter no ranking. " + DISCLAIMER,
        "evidence": sources, "safety": cautions, "products": products,
        "texts": {"de": {"ruleSet": {"gutskin.products-2021": {"title": de_rest.PRODUCTS_TITLE, "disclaimer": de_rest.PRODUCTS_DISCLAIMER + de_rest.DISCLAIMER}}}},
        "tests": [{"name": "a milk allergy blocks what the products serve",
                   "profile": {"screened": screened, "observations": {"person.age": 30, "person.allergy.milk": True, "person.sex": "female"}},
                   "expect": {"triage": "none", "blocked": ["probiotic.multi-strain", "synbiotic"]}},
                  {"name": "celiac disease is a caution for a barley drink, not a red flag",
                   "profile": {"screened": screened, "observations": {"gut.celiac": True, "person.age": 30, "person.sex": "female"}},
                   "expect": {"triage": "none"}}],
    }
    report["products-2021.json"] = [("products", len(rows), len(products), "in samples/rules; unverified allergens count as present"), ("sources that name a brand", len(BRAND_EVIDENCE), len(sources), "")]
    return overlay


def mark_lint(sections):
    """Warnings that are right on purpose carry their reason in the data."""
    changed = {c["factor"] for i in sections["interventions"] for c in i.get("changes", [])}
    unread, uncited = unused(sections)
    for f in sections["factors"]:
        lint = {}
        if f["id"] in unread:
            lint["GS1003"] = factors.NOT_READ[f["id"]]
        if f.get("modifiable") and f["id"] not in changed:
            lint["GS1008"] = factors.NO_LEVER
        if lint:
            f["x-lint"] = lint
    for e in sections["evidence"]:
        if e["id"] in uncited:
            e["x-lint"] = {"GS1004": evidence.UNCITED.get(e["id"], "kept with the knowledge base; nothing cites it")}


def check(sections):
    errors = []
    ids = {k: [e["id"] for e in sections[k]] for k in ("mechanisms", "conditions", "factors", "evidence", "rules", "interventions", "safety", "screens")}
    for k, v in ids.items():
        errors += [f"{k}: {i} twice" for i, n in Counter(v).items() if n > 1]
        errors += [f"{k}: {i} is not kebab-case" for i in v if not re.fullmatch(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", i)]
    known = {k: set(v) for k, v in ids.items()}
    fac = {f["id"]: f for f in sections["factors"]}

    def need(kind, id_, where):
        if id_ not in known[kind]:
            errors.append(f"{where}: {kind} {id_} is unknown")

    def walk(g, where):
        forms = [k for k in ("all", "any", "not", "known", "concern", "factor") if k in g]
        if len(forms) != 1:
            errors.append(f"{where}: gate {g}")
            return
        if "all" in g or "any" in g:
            for x in g.get("all", g.get("any")):
                walk(x, where)
        elif "not" in g:
            walk(g["not"], where)
        elif "known" in g:
            need("factors", g["known"], where)
        elif "concern" in g:
            need("conditions", g["concern"], where)
        else:
            need("factors", g["factor"], where)
            f = fac.get(g["factor"])
            comps = {k: v for k, v in g.items() if k != "factor"}
            if not comps:
                errors.append(f"{where}: no comparison on {g['factor']}")
            for k, v in comps.items():
                values = v if isinstance(v, list) else [v]
                for x in values:
                    if f["kind"] == "boolean" and not (isinstance(x, bool) and k == "equals"):
                        errors.append(f"{where}: {g['factor']} is yes/no, {k} {x}")
                    if f["kind"] == "choice" and (x not in f["choices"] or k not in ("equals", "in")):
                        errors.append(f"{where}: {g['factor']} is a choice, {k} {x}")
                    if f["kind"] in ("number", "integer"):
                        if isinstance(x, (bool, str)):
                            errors.append(f"{where}: {g['factor']} is a number, {k} {x}")
                        elif not f["min"] <= x <= f["max"]:
                            errors.append(f"{where}: {x} is outside {g['factor']}")

    def ev(items, where):
        for e in items or []:
            need("evidence", e, where)

    def effect(e, where):
        forms = [k for k in ("oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds") if k in e]
        if len(forms) != 1:
            errors.append(f"{where}: effect {e}")
            return 0
        v = e[forms[0]]
        if "ci95" in e and not e["ci95"][0] <= v <= e["ci95"][1]:
            errors.append(f"{where}: interval {e['ci95']} misses {v}")
        if forms[0].endswith("Ratio"):
            if v <= 0:
                errors.append(f"{where}: ratio {v}")
            return math.log(v)
        return v

    groups = {}
    for f in sections["factors"]:
        ev(f.get("evidence"), f["id"])
        ref = f.get("reference", {})
        ev(ref.get("evidence"), f["id"])
        for k in ("low", "high"):
            if k in ref and not f["min"] <= ref[k] <= f["max"]:
                errors.append(f"{f['id']}: reference outside bounds")
        if f["kind"] in ("number", "integer") and f.get("min", 0) > f.get("max", 0):
            errors.append(f"{f['id']}: min above max")
    for m in sections["mechanisms"]:
        ev(m["evidence"], m["id"])
    for r in sections["rules"]:
        w = r["id"]
        need("conditions", r["condition"], w)
        need("factors", r["factor"], w)
        for m in r["mechanisms"]:
            need("mechanisms", m, w)
        ev(r["evidence"], w)
        ev(r.get("contradictedBy"), w)
        if not r["evidence"]:
            errors.append(f"{w}: no evidence")
        if "when" in r:
            walk(r["when"], w)
        lam = effect(r["effect"], w)
        f = fac[r["factor"]]
        if "curve" in r:
            if f["kind"] in ("boolean", "choice"):
                errors.append(f"{w}: curve on {f['kind']}")
            xs = [x for x, _ in r["curve"]]
            if any(b <= a for a, b in zip(xs, xs[1:])) or any(not 0 <= y <= 1 for _, y in r["curve"]):
                errors.append(f"{w}: curve {r['curve']}")
            if xs[0] < f["min"] or xs[-1] > f["max"]:
                errors.append(f"{w}: knot outside the factor")
        elif "levels" in r:
            allowed = {"true", "false"} if f["kind"] == "boolean" else set(f.get("choices", []))
            if f["kind"] in ("number", "integer") or set(r["levels"]) - allowed:
                errors.append(f"{w}: levels {r['levels']}")
        else:
            errors.append(f"{w}: no curve")
        if not r.get("informational") and r.get("overlap") and lam:
            groups.setdefault((r["condition"], r["overlap"]), set()).add(lam > 0)
        for field in ("title", "rationale", "population"):
            if FORBIDDEN.search(r.get(field, "")):
                errors.append(f"{w}: {field} says {FORBIDDEN.search(r[field]).group()!r}: {r[field]}")
    errors += [f"mixed signs in {g}" for g, s in groups.items() if len(s) > 1]
    for i in sections["interventions"]:
        w = i["id"]
        ev(i.get("evidence"), w)
        seen = Counter()
        for c in i.get("changes", []):
            need("factors", c["factor"], w)
            f = fac[c["factor"]]
            for k, v in c.items():
                if k in ("atMost", "atLeast") and (f["kind"] not in ("number", "integer") or not f["min"] <= v <= f["max"]):
                    errors.append(f"{w}: change {c}")
                if k == "set" and f["kind"] == "boolean" and not isinstance(v, bool):
                    errors.append(f"{w}: change {c}")
        for e in i.get("effects", []):
            need("conditions", e["condition"], w)
            ev(e["evidence"], w)
            effect(e, w)
            if not e.get("informational"):
                seen[e["condition"]] += 1
        errors += [f"{w}: {n} scored effects on {c}" for c, n in seen.items() if n > 1]
        for field in ("name", "summary", "dose"):
            if FORBIDDEN.search(i.get(field, "")):
                errors.append(f"{w}: {field} says {FORBIDDEN.search(i[field]).group()!r}: {i[field]}")
    for s in sections["safety"]:
        w = s["id"]
        walk(s["when"], w)
        ev(s["evidence"], w)
        if not s["evidence"]:
            errors.append(f"{w}: no evidence")
        for t in s.get("interventions", []):
            hits = [i for i in known["interventions"] if (i.startswith(t[:-1]) if t.endswith("*") else i == t)]
            if not hits:
                errors.append(f"{w}: {t} matches nothing")
        for r in s.get("refer", []):
            need("interventions", r, w)
    for s in sections["screens"]:
        for f in s["factors"]:
            need("factors", f, s["id"])
            if fac[f]["kind"] != "boolean":
                errors.append(f"{s['id']}: {f} is not yes/no")
        if "when" in s:
            walk(s["when"], s["id"])
    for c in sections["considered"]:
        need("factors", c["factor"], "considered")
        need("conditions", c["condition"], "considered")
        ev(c["evidence"], "considered")
        if FORBIDDEN.search(c["why"]):
            errors.append(f"considered {c['factor']}: says {FORBIDDEN.search(c['why']).group()!r}")
    text = json.dumps(sections, ensure_ascii=False)
    errors += [f"brand: {m.group()} … {text[max(0, m.start() - 60):m.end() + 20]}" for m in BRANDS.finditer(text)]
    return errors


def check_gates(rows, associations, sections, factor_rows):
    by_id = {f["id"]: f for f in factor_rows}
    made = {s["id"]: s["when"] for s in sections["safety"]}
    texts = [(s["id"], s["when"]) for s in rows] + [(r["id"], r["when"]) for r in safety.REFER_ROWS.values()]
    return [f"{i}: gate differs from the row at {d[0]}" for i, t in texts if (d := gates.differences(t, made[i], by_id))]


def unused(sections):
    # Some interventions share their id with a factor: a safety rule that names the one does not read the other.
    safety_gates = [{k: v for k, v in s.items() if k != "interventions"} for s in sections["safety"]]
    blob = json.dumps([sections["rules"], safety_gates, sections["screens"], sections["considered"], [i.get("changes") for i in sections["interventions"]]])
    f = [x["id"] for x in sections["factors"] if f'"{x["id"]}"' not in blob]
    uses = Counter()
    for name in ("rules", "interventions", "safety", "considered", "mechanisms", "factors", "conditions"):
        for entry in sections[name]:
            stack = [entry]
            while stack:
                v = stack.pop()
                if isinstance(v, dict):
                    for k, x in v.items():
                        if k in ("evidence", "contradictedBy"):
                            uses.update(x)
                        elif not k.startswith("x-"):
                            stack.append(x)
                elif isinstance(v, list):
                    stack.extend(v)
    e = [x["id"] for x in sections["evidence"] if x["id"] not in uses]
    return f, e


def write_report(path, sections):
    lines = ["# From the knowledge base to the rule set", "",
             "Written by `convert.py`; a second run writes the same. Rows in, entries out, what was judged, what was left out and why.", ""]
    lines += ["| file | what | rows in | entries out | note |", "|---|---|---:|---:|---|"]
    for file, items in report.items():
        for what, n, m, note in items:
            lines.append(f"| `{file}` | {what} | {n} | {m} | {note} |")
    lines += ["", "## Judged", "", "Where a row leaves room, what we chose.", ""]
    lines += [f"- `{a}`: {b}" for a, b in judged]
    lines += ["", "## Left out", "", "Nothing without a reason.", ""]
    lines += [f"- `{a}`, {b}: {c}" for a, b, c in dropped]
    f, e = unused(sections)
    lines += ["", "## Present, but read by nothing yet", "",
              "Factors that no rule, gate, screen or change reads: " + (", ".join(f"`{x}`" for x in f) or "none") + ".", "",
              "Sources that no entry cites: " + (", ".join(f"`{x}`" for x in e) or "none") + "."]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for file, items in report.items():
        for what, n, m, note in items:
            print(f"{file:22} {what:34} {n:4} -> {m:4}  {note}")
    print(f"judged {len(judged)}, left out {len(dropped)}, unused factors {len(f)}, unused sources {len(e)}")


def main(argv):
    if len(argv) not in (2, 3):
        print(__doc__)
        return 2
    source = Path(argv[1])
    target = Path(argv[2]) if len(argv) == 3 else HERE.parent.parent / "src" / "GutSkin.Core" / "Data"
    associations, safety_rows, factor_rows = load(source, "associations"), load(source, "safety"), load(source, "factors")
    screens = load(source, "screens")
    sections = {}
    sections["mechanisms"] = convert_mechanisms(load(source, "mechanisms"))
    sections["conditions"] = convert_conditions(load(source, "conditions"), load(source, "instruments"), load(source, "spreads"))
    sections["factors"] = convert_factors(factor_rows, screens)
    factor_by_id = {f["id"]: f for f in sections["factors"]}
    sections["evidence"] = convert_evidence(load(source, "evidence"))
    by_condition = convert_rules(associations, factor_by_id)
    sections["rules"] = [r for c in by_condition.values() for r in c]
    sections["considered"] = convert_considered(associations)
    sections["interventions"] = convert_interventions(load(source, "interventions"), factor_by_id)
    sections["safety"] = convert_safety(safety_rows, associations)
    sections["screens"] = convert_screens(screens)

    mark_lint(sections)
    errors = check(sections) + check_gates(safety_rows, associations, sections, factor_rows)
    tests, missing = make_tests.make(sections)
    errors += [f"no test exercises {kind} {id_}" for kind, id_ in missing]
    report["tests.json"] = [("tests", 0, len(tests), "one for every scored rule, safety rule and intervention; expectations by model.py")]
    head = {
        "$schema": "gutskin-ruleset-1.schema.json", "id": "gutskin.evidence", "version": "1.0.0",
        "title": "Published evidence on the gut-skin axis", "license": "MIT", "authors": ["The GutSkin.Core authors"],
        "intendedUse": "wellness-information",
        "disclaimer": DISCLAIMER,
    }
    target.mkdir(parents=True, exist_ok=True)
    files = {"ruleset.json": head}
    for name in ("mechanisms", "conditions", "factors", "evidence", "interventions", "safety", "screens", "considered"):
        files[f"{name}.json"] = {name: sections[name]}
    files["tests.json"] = {"tests": tests}
    texts, missing = german(sections)
    errors += missing
    files["texts.de.json"] = {"texts": {"de": texts}}
    for condition, items in by_condition.items():
        files[f"rules.{condition}.json"] = {"rules": items}
    for name, data in files.items():
        (target / name).write_text(dump(data), encoding="utf-8")
    overlay = convert_products(load(source, "products"), load(source, "evidence"), safety_rows, sections)
    samples = HERE.parent.parent / "samples" / "rules" if len(argv) == 2 else target.parent / (target.name + "-samples")
    samples.mkdir(parents=True, exist_ok=True)
    (samples / "products-2021.json").write_text(dump(overlay), encoding="utf-8")
    if len(argv) == 2:
        write_report(HERE / "mapping.md", sections)
    for e in errors:
        print("ERROR", e)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
