"""The `when` strings of the knowledge base: parsed, turned into gates, and evaluated in Kleene's logic.

Grammar: a || b, a && b, !(a), (a), known(x), x == v, x < n, x <= n, x > n, x >= n, x in [a, b]."""
import itertools
import re

TOKEN = re.compile(r'\s*(\|\||&&|==|<=|>=|<|>|!|\(|\)|\[|\]|,|"[^"]*"|-?\d+(?:\.\d+)?|[A-Za-z][\w.-]*)')


def tokens(text):
    out, i = [], 0
    text = text.strip()
    while i < len(text):
        m = TOKEN.match(text, i)
        if not m:
            raise ValueError(f"cannot read {text[i:]!r}")
        out.append(m.group(1))
        i = m.end()
    return out


def literal(token):
    if token == "true":
        return True
    if token == "false":
        return False
    if token.startswith('"'):
        return token[1:-1]
    value = float(token)
    return int(value) if value == int(value) else value


def parse(text):
    """A tree of tuples: ('or', …) ('and', …) ('not', a) ('known', id) ('cmp', id, op, value) ('in', id, values)."""
    ts, at = tokens(text), 0

    def peek():
        return ts[at] if at < len(ts) else None

    def take(expected=None):
        nonlocal at
        token = peek()
        if token is None or (expected is not None and token != expected):
            raise ValueError(f"expected {expected!r}, found {token!r} in {text!r}")
        at += 1
        return token

    def disjunction():
        parts = [conjunction()]
        while peek() == "||":
            take()
            parts.append(conjunction())
        return parts[0] if len(parts) == 1 else ("or", *parts)

    def conjunction():
        parts = [unary()]
        while peek() == "&&":
            take()
            parts.append(unary())
        return parts[0] if len(parts) == 1 else ("and", *parts)

    def unary():
        if peek() == "!":
            take()
            return ("not", unary())
        if peek() == "(":
            take()
            inner = disjunction()
            take(")")
            return inner
        name = take()
        if name == "known":
            take("(")
            factor = take()
            take(")")
            return ("known", factor)
        op = take()
        if op == "in":
            take("[")
            values = [literal(take())]
            while peek() == ",":
                take()
                values.append(literal(take()))
            take("]")
            return ("in", name, values)
        if op not in ("==", "<", "<=", ">", ">="):
            raise ValueError(f"unknown operator {op!r} in {text!r}")
        return ("cmp", name, op, literal(take()))

    tree = disjunction()
    if peek() is not None:
        raise ValueError(f"left over {ts[at:]} in {text!r}")
    return tree


OPS = {"==": "equals", "<": "below", "<=": "atMost", ">": "above", ">=": "atLeast"}


def to_gate(tree):
    kind = tree[0]
    if kind == "or":
        return {"any": [to_gate(t) for t in tree[1:]]}
    if kind == "and":
        return {"all": [to_gate(t) for t in tree[1:]]}
    if kind == "not":
        return {"not": to_gate(tree[1])}
    if kind == "known":
        return {"known": tree[1]}
    if kind == "in":
        return {"factor": tree[1], "in": tree[2]}
    return {"factor": tree[1], OPS[tree[2]]: tree[3]}


def gate(text):
    return to_gate(parse(text))


# Three values: 0 false, 0.5 unknown, 1 true.
def eval_tree(tree, values):
    kind = tree[0]
    if kind == "or":
        return max(eval_tree(t, values) for t in tree[1:])
    if kind == "and":
        return min(eval_tree(t, values) for t in tree[1:])
    if kind == "not":
        return 1 - eval_tree(tree[1], values)
    if kind == "known":
        return 1 if values.get(tree[1]) is not None else 0
    v = values.get(tree[1])
    if v is None:
        return 0.5
    if kind == "in":
        return 1 if v in tree[2] else 0
    op, n = tree[2], tree[3]
    return int(v == n if op == "==" else v < n if op == "<" else v <= n if op == "<=" else v > n if op == ">" else v >= n)


def eval_gate(g, values, concerns=()):
    if "all" in g:
        return min([eval_gate(x, values, concerns) for x in g["all"]], default=1)
    if "any" in g:
        return max([eval_gate(x, values, concerns) for x in g["any"]], default=0)
    if "not" in g:
        return 1 - eval_gate(g["not"], values, concerns)
    if "known" in g:
        return 1 if values.get(g["known"]) is not None else 0
    if "concern" in g:
        return 1 if g["concern"] in concerns else 0
    v = values.get(g["factor"])
    if v is None:
        return 0.5
    ok = True
    for key, n in g.items():
        if key == "equals":
            ok &= v == n
        elif key == "below":
            ok &= v < n
        elif key == "above":
            ok &= v > n
        elif key == "atLeast":
            ok &= v >= n
        elif key == "atMost":
            ok &= v <= n
        elif key == "in":
            ok &= v in n
        elif key == "between":
            ok &= n[0] <= v <= n[1]
    return int(ok)


def samples(tree, factors):
    """For each factor of the tree the values that matter: missing, both answers, around each threshold."""
    found = {}

    def walk(t):
        if t[0] in ("or", "and", "not"):
            for x in t[1:]:
                walk(x)
        elif t[0] == "known":
            found.setdefault(t[1], set())
        else:
            found.setdefault(t[1], set()).update(t[2] if t[0] == "in" else [t[3]])

    walk(tree)
    out = {}
    for factor, seen in found.items():
        f = factors[factor]
        if f["kind"] == "boolean":
            out[factor] = [None, True, False]
        elif f["kind"] == "choice":
            out[factor] = [None, *f["choices"]]
        else:
            step = 1 if f["kind"] == "integer" else 0.01
            lo, hi = f["min"], f["max"]
            points = {lo, hi}
            for n in seen:
                points |= {p for p in (n - step, n, n + step) if lo <= p <= hi}
            out[factor] = [None, *sorted(points)]
    return out


def differences(text, converted, factors, limit=400_000):
    """Cases where the row and its gate disagree (none, if the conversion is right)."""
    tree = parse(text)
    space = samples(tree, factors)
    names = sorted(space)
    count = 1
    for n in names:
        count *= len(space[n])
    if count > limit:
        raise ValueError(f"{count} combinations for {text!r}")
    return [v for v in (dict(zip(names, c)) for c in itertools.product(*(space[n] for n in names)))
            if eval_tree(tree, v) != eval_gate(converted, v)]
