"""The tests inside the rule set: one for every scored rule, safety rule and intervention, expectations by model.py."""
import itertools

from gates import eval_gate
from model import RuleSet, burden, names

CORE = {"person.age": 30, "person.sex": "female"}
STATE_SHORT = {"none": 0, "refer-routine": 1, "refer-soon": 2, "refer-urgent": 3}


def candidates(rs, factor, comparisons):
    """Values of a factor that could make a gate true, plain ones first."""
    f = rs.factors[factor]
    if f["kind"] == "boolean":
        return [True, False]
    if f["kind"] == "choice":
        return list(f["choices"])
    step = 1 if f["kind"] == "integer" else 0.5
    out = []
    for key, v in comparisons:
        if key in ("above",):
            out += [v + step, v + 5 * step]
        elif key in ("below",):
            out += [v - step, v / 2]
        elif key == "between":
            out += [(v[0] + v[1]) / 2, v[0]]
        elif key == "in":
            out += v
        else:
            out += [v, v + step, v - step]
    whole = [round(x) if f["kind"] == "integer" else x for x in out]
    return [x for x in dict.fromkeys(whole) if f["min"] <= x <= f["max"]]


def comparisons_of(g, factor):
    found = []

    def walk(x):
        if "all" in x or "any" in x:
            for y in x.get("all", x.get("any")):
                walk(y)
        elif "not" in x:
            walk(x["not"])
        elif x.get("factor") == factor:
            found.extend((k, v) for k, v in x.items() if k != "factor")

    walk(g)
    return found


def satisfying(rs, g, limit=60):
    """Small assignments that make a gate true, fewest yes answers first."""
    fs = sorted(set(names(g)))
    spaces = []
    for f in fs:
        cs = candidates(rs, f, comparisons_of(g, f))
        base = [CORE[f]] if f in CORE else []
        spaces.append([None, *dict.fromkeys(base + cs)])
    found = []
    for combo in itertools.product(*spaces):
        values = {k: v for k, v in zip(fs, combo) if v is not None}
        probe = {**{k: v for k, v in CORE.items() if k not in fs or values.get(k) is None}, **values}
        if eval_gate(g, probe) == 1:
            found.append(values)
            if len(found) > 20000:
                break
    found.sort(key=lambda v: (sum(x is True for x in v.values()), len(v), str(sorted(v.items()))))
    return found[:limit]


def near(x):
    return {"atLeast": max(0, round(x - 0.005, 2)), "atMost": min(100, round(x + 0.005, 2))}


def profile(rs, observations, concerns, screened):
    return {"concerns": concerns, "screened": screened, "observations": dict(sorted(observations.items()))}


def make(sections):
    rs = RuleSet(sections)
    all_screens = [s["id"] for s in sections["screens"]]
    tests, exercised = [], {"rules": set(), "safety": set(), "interventions": set()}

    # scored rules: the full burden gives what the model says, the factor's best end gives less
    for r in sections["rules"]:
        if r.get("informational"):
            continue
        f = rs.factors[r["factor"]]
        if "levels" in r:
            key = max(r["levels"], key=r["levels"].get)
            full = {"true": True, "false": False}[key] if f["kind"] == "boolean" else key
        else:
            full = max(r["curve"], key=lambda k: k[1])[0]
        observations = {r["factor"]: full}
        if "when" in r:
            options = satisfying(rs, r["when"])
            usable = [o for o in options if r["factor"] not in o or o[r["factor"]] == full]
            if not usable:
                usable = [o for o in options if burden(r, o[r["factor"]]) > 0]
                usable.sort(key=lambda o: -burden(r, o[r["factor"]]))
            gate = usable[0]
            needed = {k: CORE[k] for k in names(r["when"]) if k in CORE and k not in gate}
            observations = {**observations, **needed, **gate}
        result = rs.assess({"observations": observations, "concerns": [r["condition"]]}, only=())
        score = result["scores"][r["condition"]]
        tests.append({"name": f"rule {r['id']}: {r['title']}", "profile": {"concerns": [r["condition"]], "observations": dict(sorted(observations.items()))},
                      "expect": {"scores": {r["condition"]: near(score)}, "band": {r["condition"]: rs.band(score)}}})
        exercised["rules"].add(r["id"])

    # safety rules: the gate made true with as little as it takes, everything else answered "none of these"
    for s in sections["safety"]:
        best = None
        for o in satisfying(rs, s["when"]):
            observations = {**{k: v for k, v in CORE.items()}, **o}
            p = profile(rs, observations, [], all_screens)
            result = rs.assess(p, only=(), scores=False)
            if result["states"][s["id"]] != 1:
                continue
            blocked = [i for i, st in result["status"].items() if st == "blocked"]
            rank = (STATE_SHORT[result["triage"]] if s["kind"] != "red-flag" else 0, sum(v == 1 for v in result["states"].values()))
            if best is None or rank < best[0]:
                best = (rank, p, result, blocked)
        if best is None:
            raise SystemExit(f"no profile makes {s['id']} true")
        _, p, result, blocked = best
        expect = {"triage": result["triage"]}
        mine = sorted(i for i in set(rs.targets(s)) if result["status"][i] == "blocked")
        if s["kind"] == "contraindication":
            if not mine:
                raise SystemExit(f"{s['id']} blocks nothing")
            expect["blocked"] = mine
            exercised["interventions"].update(mine)
        tests.append({"name": f"safety {s['id']}", "profile": p, "expect": expect})
        exercised["safety"].add(s["id"])
        if s["kind"] == "red-flag":
            exercised["interventions"].update(s["refer"])
        exercised["interventions"].update(rs.targets(s))

    # interventions with something to change: recommended where nothing speaks against it
    for i in sections["interventions"]:
        if i["category"] == "referral":
            continue
        best = None
        moved = {x["factor"] for x in i.get("changes", [])}
        aims = {e["condition"] for e in i.get("effects", []) if not e.get("informational")} | {r["condition"] for r in sections["rules"] if r["factor"] in moved and not r.get("informational")}
        for c in [x["id"] for x in sections["conditions"] if x["id"] in aims]:
            observations = dict(CORE)
            for change in i.get("changes", []):
                f = rs.factors[change["factor"]]
                for r in sections["rules"]:
                    if r["factor"] == change["factor"] and r["condition"] == c and not r.get("informational") and r["role"] != "marker":
                        if "levels" in r:
                            key = max(r["levels"], key=r["levels"].get)
                            observations[r["factor"]] = {"true": True, "false": False}[key] if f["kind"] == "boolean" else key
                        else:
                            observations[r["factor"]] = max(r["curve"], key=lambda k: k[1])[0]
                        for o in satisfying(rs, r["when"])[:1] if "when" in r else []:
                            observations = {**observations, **o}
            for extra in ({}, {"person.age": 16}, {"person.age": 16, "person.sex": "male"}, {"person.sex": "male"}, {"person.age": 66}, {"body.bmi": 32}, {"gut.celiac-tested": True}):
                p = profile(rs, {**observations, **extra}, [c], all_screens)
                result = rs.assess(p, only=(i["id"],), scores=False)
                if result["status"][i["id"]] in ("recommended",):
                    rank = (-result["benefits"][i["id"]], len(p["observations"]))
                    if best is None or rank < best[0]:
                        best = (rank, p, result)
        if best:
            _, p, result = best
            tests.append({"name": f"intervention {i['id']}", "profile": p, "expect": {"triage": result["triage"], "recommended": [i["id"]]}})
            exercised["interventions"].add(i["id"])
        elif i["id"] not in exercised["interventions"]:
            # nothing recommends it and no rule blocks it: an urgent flag defers it, a quiet profile shows no benefit
            p = profile(rs, dict(CORE), [], all_screens)
            tests.append({"name": f"intervention {i['id']}: shown, without an expected benefit", "profile": p, "expect": {"triage": "none", "recommended": []}})
            exercised["interventions"].add(i["id"])
    for i in sections["interventions"]:
        if i["category"] == "referral" and i["id"] not in exercised["interventions"]:
            p = profile(rs, dict(CORE), [], all_screens)
            tests.append({"name": f"intervention {i['id']}: no red flag calls for it", "profile": p, "expect": {"triage": "none", "recommended": []}})
            exercised["interventions"].add(i["id"])

    # what must hold whatever comes
    tests.append({"name": "an empty profile scores nothing and is no all-clear", "profile": {}, "expect": {"scores": {c["id"]: {"atMost": 0} for c in sections["conditions"]}, "triage": "none", "recommended": []}})
    scored = {r["id"] for r in sections["rules"] if not r.get("informational")}
    missing = [(k, x) for k, want in (("rules", scored), ("safety", {s["id"] for s in sections["safety"]}), ("interventions", set(rs.interventions))) for x in want - exercised[k]]
    return tests, missing
