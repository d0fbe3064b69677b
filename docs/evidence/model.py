"""A small second reading of the scoring model, to compute what the embedded tests expect.

Gates, ranges, overlap groups, scores, levers of interventions, statuses, triage: sections 1 to 7. Written from
the description only; the library is never asked."""
import math

from gates import eval_gate

SHRINK = {"high": 1, "moderate": 0.75, "low": 0.5, "very-low": 0.25}
CAP = {"high": math.inf, "moderate": 4, "low": 2, "very-low": 1.3}
RANK = {"high": 3, "moderate": 2, "low": 1, "very-low": 0}
FORMS = ("oddsRatio", "riskRatio", "hazardRatio", "smd", "meanDifference", "logOdds")
BANDS = [("minimal", 10), ("low", 25), ("moderate", 50), ("high", math.inf)]


def log_odds(effect, value=None):
    form = next(f for f in FORMS if f in effect)
    v = effect[form] if value is None else value
    if form.endswith("Ratio"):
        return math.log(v)
    if form == "smd":
        return v * math.pi / math.sqrt(3)
    if form == "meanDifference":
        return v / effect["sd"] * math.pi / math.sqrt(3)
    return v


def beta(effect, certainty):
    lam = log_odds(effect)
    size = min(SHRINK[certainty] * abs(lam), math.log(CAP[certainty]))
    return math.copysign(size, lam) if lam else 0.0


def excludes_none(effect):
    if "ci95" not in effect:
        return True
    lo, hi = (log_odds(effect, v) for v in effect["ci95"])
    return lo > 0 or hi < 0


def burden(rule, value):
    if "levels" in rule:
        key = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
        return rule["levels"].get(key, 0)
    curve = rule["curve"]
    if value <= curve[0][0]:
        return curve[0][1]
    for (x0, y0), (x1, y1) in zip(curve, curve[1:]):
        if value <= x1:
            return y1 if value == x1 else y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return curve[-1][1]


class RuleSet:
    def __init__(self, sections):
        self.s = sections
        self.factors = {f["id"]: f for f in sections["factors"]}
        self.interventions = {i["id"]: i for i in sections["interventions"]}
        self.screens = {s["id"]: s for s in sections["screens"]}
        self.skin = [c["id"] for c in sections["conditions"] if c["kind"] == "skin-condition"]

    def values(self, profile):
        out = {}
        for name in profile.get("screened", []):
            out.update({f: False for f in self.screens[name]["factors"]})
        out.update(profile.get("observations", {}))
        return out

    def extent(self, rule):
        f = self.factors[rule["factor"]]
        if "levels" in rule:
            keys = ["true", "false"] if f["kind"] == "boolean" else f["choices"]
            ys = [rule["levels"].get(k, 0) for k in keys]
        else:
            lo, hi = f.get("min", -math.inf), f.get("max", math.inf)
            ys = [burden(rule, max(lo, rule["curve"][0][0])), burden(rule, min(hi, rule["curve"][-1][0]))] + [y for _, y in rule["curve"]]
        return min(ys), max(ys)

    def range(self, rule, values, concerns):
        b = beta(rule["effect"], rule["certainty"])
        g = eval_gate(rule["when"], values, concerns) if "when" in rule else 1
        if g == 0:
            return 0.0, 0.0
        v = values.get(rule["factor"])
        if v is not None:
            top = b * burden(rule, v)
            ends = (top, top) if g == 1 else (0.0, top)
        else:
            lo, hi = self.extent(rule)
            ends = (b * lo, b * hi) if g == 1 else (0.0, b * hi)
        return min(ends), max(ends)

    def load(self, condition, values, concerns, frozen=None):
        """L, with the values of markers kept where `frozen` holds those of the profile before a change."""
        items = {}
        for rule in self.s["rules"]:
            if rule["condition"] != condition or rule.get("informational"):
                continue
            lo, hi = self.range(rule, frozen if frozen is not None and rule.get("role") == "marker" else values, concerns)
            value = max(lo, min(0.0, hi))
            key = ("g", rule["overlap"]) if "overlap" in rule else ("r", rule["id"])
            if key not in items or abs(value) > abs(items[key]):
                items[key] = value
        return sum(items.values())

    @staticmethod
    def score(load):
        return 100 * (1 - math.exp(-max(0.0, load)))

    def band(self, score):
        return next(n for n, below in BANDS if score < below)

    def flags(self, values, concerns):
        out = {}
        for s in self.s["safety"]:
            out[s["id"]] = eval_gate(s["when"], values, concerns)
        return out

    def triage(self, states):
        order = ["routine", "soon", "urgent"]
        up = [s["urgency"] for s in self.s["safety"] if s["kind"] == "red-flag" and states[s["id"]] == 1]
        return "refer-" + max(up, key=order.index) if up else "none"

    def changed(self, intervention, values):
        after = dict(values)
        for c in intervention.get("changes", []):
            v = values.get(c["factor"])
            if v is None:
                continue
            if "set" in c:
                after[c["factor"]] = c["set"]
            elif "atMost" in c:
                after[c["factor"]] = min(v, c["atMost"])
            else:
                after[c["factor"]] = max(v, c["atLeast"])
        return after

    def benefit(self, intervention, values, concerns, asked):
        total = 0.0
        after = self.changed(intervention, values)
        for c in asked:
            lever = self.load(c, values, concerns) - self.load(c, after, concerns, frozen=values)
            mine = [e for e in intervention.get("effects", []) if e["condition"] == c and not e.get("informational")]
            if mine:
                e = min(mine, key=lambda x: (-RANK[x["certainty"]], abs(beta(x, x["certainty"]))))
                if excludes_none(e):
                    total += -beta(e, e["certainty"])
                else:
                    total += min(lever, 0.0) if RANK[e["certainty"]] >= 2 else lever
            else:
                total += lever
        return total

    def targets(self, safety):
        for t in safety.get("interventions", []):
            for i in self.interventions:
                if (i.startswith(t[:-1]) if t.endswith("*") else i == t):
                    yield i

    def assess(self, profile, only=None, scores=True):
        """Scores, triage and statuses; benefits only of the interventions in `only` (None: of all)."""
        values = self.values(profile)
        concerns = profile.get("concerns", [])
        asked = concerns or self.skin
        states = self.flags(values, concerns)
        triage = self.triage(states)
        flag_up = triage == "refer-urgent"
        unresolved = False
        for s in self.s["safety"]:
            if s["kind"] == "red-flag" and s["urgency"] == "urgent" and states[s["id"]] == 0.5:
                unresolved |= any(values.get(f) is None and self.factors[f].get("acquisition", "ask") == "ask" for f in names(s["when"]))
        status = {}
        by_target = {}
        for s in self.s["safety"]:
            for i in set(self.targets(s)):
                by_target.setdefault(i, []).append(s)
        called = {r for s in self.s["safety"] if s["kind"] == "red-flag" and states[s["id"]] == 1 for r in s.get("refer", [])}
        benefits = {}
        for i in self.interventions.values():
            mine = by_target.get(i["id"], [])
            g = eval_gate(i["when"], values, concerns) if "when" in i else 1
            if i["category"] == "referral":
                status[i["id"]] = "recommended" if i["id"] in called or g == 1 else "not-applicable"
                continue
            contra = [states[s["id"]] for s in mine if s["kind"] == "contraindication"]
            early = "not-applicable" if g == 0 else "deferred" if flag_up else "blocked" if 1 in contra else None
            if early or (only is not None and i["id"] not in only):
                status[i["id"]] = early
                continue
            b = benefits[i["id"]] = self.benefit(i, values, concerns, asked)
            if b < 0.01:
                st = "no-expected-benefit"
            elif g == 0.5 or 0.5 in contra or unresolved:
                st = "needs-check"
            elif any(states[s["id"]] == 1 for s in mine if s["kind"] == "caution"):
                st = "caution"
            else:
                st = "recommended"
            status[i["id"]] = st
        found = {c["id"]: self.score(self.load(c["id"], values, concerns)) for c in self.s["conditions"]} if scores else {}
        return {"scores": found, "triage": triage, "status": status, "states": states, "values": values, "benefits": benefits}


def names(g):
    if "all" in g or "any" in g:
        for x in g.get("all", g.get("any")):
            yield from names(x)
    elif "not" in g:
        yield from names(g["not"])
    elif "known" in g:
        yield g["known"]
    elif "factor" in g:
        yield g["factor"]
