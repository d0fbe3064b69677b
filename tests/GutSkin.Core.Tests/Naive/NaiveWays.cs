namespace GutSkin.Core.Tests.Naive;

/// <summary>The directions in which a factor is moved.</summary>
[Flags]
internal enum Way
{
    None = 0,
    Up = 1,
    Down = 2,
    Both = 3,
}

/// <summary>What a change of one factor moves, through the derivations of a rule set: section 7 of the scoring model.</summary>
internal sealed class NaiveWays(NaiveKnowledge knowledge)
{
    /// <summary>Everything that a change counts as, whatever the value now and whatever its gate says.</summary>
    public IReadOnlyDictionary<string, Way> Of(NaiveChange change) => From(
        change.Factor,
        change.AtLeast is not null ? Way.Up : change.AtMost is not null ? Way.Down : Way.Both);

    /// <summary>A lever moves up where its target lies above the value; an answer that is no number moves any way.</summary>
    public static Way Of(object from, object to) => from is double a && to is double b ? (b > a ? Way.Up : Way.Down) : Way.Both;

    /// <summary>The factor itself, every target it feeds, and every modifiable factor that feeds it; not both ways in turn.</summary>
    public IReadOnlyDictionary<string, Way> From(string factor, Way way)
    {
        var found = new Dictionary<string, Way>(StringComparer.Ordinal) { [factor] = way };
        foreach (var (target, moved) in Closure(factor, way, Above))
            found[target] = found.GetValueOrDefault(target) | moved;
        foreach (var (needed, moved) in Closure(factor, way, Below).Where(n => knowledge.Factors[n.Key].Modifiable))
            found[needed] = found.GetValueOrDefault(needed) | moved;
        return found;
    }

    /// <summary>Whether a movement of a safety rule meets what moves.</summary>
    public bool Meets(NaiveMovement movement, IReadOnlyDictionary<string, Way> moved)
    {
        var way = moved.GetValueOrDefault(movement.Factor);
        if (way == Way.None || !knowledge.Factors[movement.Factor].IsNumeric)
            return way != Way.None;
        return movement.Direction == "any" || way.HasFlag(movement.Direction == "up" ? Way.Up : Way.Down);
    }

    private static Dictionary<string, Way> Closure(string origin, Way way, Func<string, Way, IEnumerable<(string Factor, Way Way)>> next)
    {
        var found = new Dictionary<string, Way>(StringComparer.Ordinal);
        var open = new Queue<(string Factor, Way Way)>([(origin, way)]);
        while (open.TryDequeue(out var step))
        {
            foreach (var (factor, moved) in next(step.Factor, step.Way))
            {
                var before = found.GetValueOrDefault(factor);
                if (moved == Way.None || (before | moved) == before)
                    continue;
                found[factor] = before | moved;
                open.Enqueue((factor, moved));
            }
        }

        return found;
    }

    private IEnumerable<(string Factor, Way Way)> Above(string needed, Way way) =>
        from derivation in knowledge.Derivations
        from one in derivation.Cases
        where one.Needs.Contains(needed)
        select (derivation.Factor, Through(way, one.Slope(needed)));

    private IEnumerable<(string Factor, Way Way)> Below(string target, Way way) =>
        from derivation in knowledge.DerivationsOf(target)
        from one in derivation.Cases
        from needed in one.Needs
        select (needed, Through(way, one.Slope(needed)));

    private static Way Through(Way way, Way slope) => slope switch
    {
        Way.Up => way,
        Way.Down => way switch { Way.Up => Way.Down, Way.Down => Way.Up, _ => way },
        Way.Both => way == Way.None ? Way.None : Way.Both,
        _ => Way.None,
    };
}
