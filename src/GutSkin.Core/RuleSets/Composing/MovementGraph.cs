namespace GutSkin.Core.RuleSets.Composing;

/// <summary>The ways in which a factor moves.</summary>
[Flags]
internal enum Ways : byte
{
    None = 0,
    Up = 1,
    Down = 2,
    Both = Up | Down,
}

/// <summary>
/// What a movement of a factor counts as (scoring model, section 7): one on what a derivation needs counts as one on its target, and one
/// on a target as one on every modifiable factor that its derivations need, directly or through others.
/// </summary>
internal sealed class MovementGraph
{
    private readonly Dictionary<string, Factor> factors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Link>> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Link>> needs = new(StringComparer.Ordinal);

    public MovementGraph(IEnumerable<Factor> factors, IEnumerable<Derivation> derivations)
    {
        foreach (var factor in factors)
            this.factors[factor.Id] = factor;
        foreach (var derivation in derivations)
        {
            foreach (var each in derivation.Cases)
            {
                foreach (string need in each.Needs)
                {
                    var (same, reverse) = DirectionsOf(each, need);
                    if (!same && !reverse)
                        continue;
                    Add(targets, need, new Link(derivation.Factor, same, reverse));
                    Add(needs, derivation.Factor, new Link(need, same, reverse));
                }
            }
        }
    }

    /// <summary>How a change can move its factor, whatever its value is now.</summary>
    public Ways WaysOf(FactorChange change) =>
        change.Set is not null || (factors.TryGetValue(change.Factor, out var factor) && !factor.IsNumeric) ? Ways.Both
        : (change.AtLeast is not null ? Ways.Up : Ways.None) | (change.AtMost is not null ? Ways.Down : Ways.None);

    /// <summary>Whether a movement is one that a safety rule names.</summary>
    public static bool Meets(Ways ways, MovementDirection direction) => direction switch
    {
        MovementDirection.Up => (ways & Ways.Up) != 0,
        MovementDirection.Down => (ways & Ways.Down) != 0,
        _ => ways != Ways.None,
    };

    /// <summary>All that the changes of an intervention move, by factor.</summary>
    public Dictionary<string, Ways> MovedBy(Intervention intervention)
    {
        var moved = new Dictionary<string, Ways>(StringComparer.Ordinal);
        foreach (var change in intervention.Changes)
            Add(change.Factor, WaysOf(change), moved);
        return moved;
    }

    /// <summary>Adds a movement and all that it counts as.</summary>
    public void Add(string factor, Ways ways, Dictionary<string, Ways> to)
    {
        to[factor] = to.GetValueOrDefault(factor) | ways;
        foreach (var (id, each) in Reached(targets, factor, ways))
            to[id] = to.GetValueOrDefault(id) | each;
        foreach (var (id, each) in Reached(needs, factor, ways))
        {
            if (factors.TryGetValue(id, out var need) && need.Modifiable)
                to[id] = to.GetValueOrDefault(id) | each;
        }
    }

    private Dictionary<string, Ways> Reached(Dictionary<string, List<Link>> links, string start, Ways ways)
    {
        var reached = new Dictionary<string, Ways>(StringComparer.Ordinal);
        var open = new Stack<(string Factor, Ways Ways)>();
        open.Push((start, ways));
        while (open.TryPop(out var from))
        {
            foreach (var link in links.GetValueOrDefault(from.Factor) ?? [])
            {
                var moved = link.Turn(from.Ways);
                if (moved != Ways.None && factors.TryGetValue(link.To, out var factor) && !factor.IsNumeric)
                    moved = Ways.Both;
                var before = reached.GetValueOrDefault(link.To);
                if ((before | moved) == before)
                    continue;
                reached[link.To] = before | moved;
                open.Push((link.To, moved));
            }
        }

        return reached;
    }

    private static void Add(Dictionary<string, List<Link>> links, string from, Link link)
    {
        if (!links.TryGetValue(from, out var list))
            links.Add(from, list = []);
        list.Add(link);
    }

    /// <summary>Whether a case's value can rise, and whether it can fall, with a higher value of what it needs.</summary>
    private (bool Same, bool Reverse) DirectionsOf(DerivationCase each, string need) => each switch
    {
        LinearCase linear => DirectionsOf(linear.Linear.Terms[need], need),
        ProductCase product => Signs([product.Times * product.Powers[need]]),
        LmsCase lms => (lms.Value == need || lms.At.Terms.ContainsKey(need), lms.At.Terms.ContainsKey(need)),
        _ => (true, true),
    };

    private (bool Same, bool Reverse) DirectionsOf(DerivationTerm term, string need)
    {
        var factor = factors.GetValueOrDefault(need);
        return term switch
        {
            // Of a choice whose choices all score the same the coefficient's sign is left: as long as scores may change, it is not safe to see no way.
            CoefficientTerm c when factor?.Kind == FactorKind.Choice =>
                Steps([.. factor.Choices.Select(choice => c.Coefficient * factor.Scores.GetValueOrDefault(choice))]) is var steps && steps != default ? steps : Signs([c.Coefficient]),
            CoefficientTerm c => Signs([c.Coefficient]),
            CurveTerm curve => Steps([.. curve.Curve.Knots.Select(k => k.Burden)]),
            LevelsTerm levels when factor?.Kind == FactorKind.Choice =>
                Steps([.. factor.Choices.Select(choice => levels.Levels.GetValueOrDefault(choice))]),
            LevelsTerm levels => Steps([levels.Levels.GetValueOrDefault("false"), levels.Levels.GetValueOrDefault("true")]),
            _ => (true, true),
        };
    }

    private static (bool Same, bool Reverse) Steps(double[] values) =>
        Signs([.. Enumerable.Range(1, Math.Max(0, values.Length - 1)).Select(i => values[i] - values[i - 1])]);

    private static (bool Same, bool Reverse) Signs(double[] values) => (values.Any(v => v > 0), values.Any(v => v < 0));

    private readonly record struct Link(string To, bool Same, bool Reverse)
    {
        public Ways Turn(Ways ways) => (Same ? ways : Ways.None)
            | (Reverse && (ways & Ways.Up) != 0 ? Ways.Down : Ways.None) | (Reverse && (ways & Ways.Down) != 0 ? Ways.Up : Ways.None);
    }
}
