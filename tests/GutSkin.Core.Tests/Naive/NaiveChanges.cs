namespace GutSkin.Core.Tests.Naive;

/// <summary>A factor that moves.</summary>
internal sealed record NaiveMove(string Factor, object From, object To);

/// <summary>Changes of answers by levers and interventions: sections 5 and 6 of the scoring model.</summary>
internal static class NaiveChanges
{
    /// <summary>Where the lever of a factor would lead: the nearest end of its reference, or its value; null where it is no lever.</summary>
    public static object? LeverTarget(NaiveFactor factor, NaiveAnswers answers)
    {
        if (!factor.Modifiable || answers[factor.Id] is not { } answer || Reference(factor, answers) is not { } reference)
            return null;
        if (reference.Value is { } wanted)
            return wanted.Equals(answer) ? null : wanted;
        if (answer is not double v)
            return null;
        var error = answers.EstimateError(factor.Id) ?? 0;
        var isInteger = factor.Kind == "integer";
        if (reference.Low is { } low && low - v > error)
            return isInteger ? Math.Ceiling(low) : low;
        if (reference.High is { } high && v - high > error)
            return isInteger ? Math.Floor(high) : high;
        return null;
    }

    /// <summary>The first reference whose gate is true; none where an earlier gate is unknown.</summary>
    public static NaiveReference? Reference(NaiveFactor factor, NaiveAnswers answers)
    {
        var first = factor.References.FirstOrDefault(r => NaiveGate.Evaluate(r.When, answers) != Truth.False);
        return first is not null && NaiveGate.Evaluate(first.When, answers) == Truth.True ? first : null;
    }

    /// <summary>The changes of an intervention, by factor in the order in which they are written.</summary>
    public static IEnumerable<IGrouping<string, NaiveChange>> ByFactor(NaiveIntervention intervention) =>
        intervention.Changes.GroupBy(c => c.Factor);

    /// <summary>Of several changes on one factor the first whose gate is not false, and the truth of that gate.</summary>
    public static (NaiveChange? Change, Truth Gate) First(IEnumerable<NaiveChange> changes, NaiveAnswers answers)
    {
        var first = changes.FirstOrDefault(c => NaiveGate.Evaluate(c.When, answers) != Truth.False);
        return (first, first is null ? Truth.False : NaiveGate.Evaluate(first.When, answers));
    }

    /// <summary>What moves: known factors that neither meet their change nor lie within the error of an estimate of it.</summary>
    public static IReadOnlyList<NaiveMove> Moves(NaiveKnowledge knowledge, NaiveIntervention intervention, NaiveAnswers answers)
    {
        var moves = new List<NaiveMove>();
        foreach (var changes in ByFactor(intervention))
        {
            var (change, gate) = First(changes, answers);
            if (gate != Truth.True || answers[changes.Key] is not { } from)
                continue;
            var to = Moved(change!, knowledge.Factors[changes.Key], from, answers.EstimateError(changes.Key));
            if (!to.Equals(from))
                moves.Add(new NaiveMove(changes.Key, from, to));
        }

        return moves;
    }

    /// <summary>Whether the answer meets the change; an estimate has to by at least its error.</summary>
    public static bool Meets(NaiveChange change, object answer, double? error) => (change, answer) switch
    {
        ({ AtMost: { } most }, double x) => error is { } e ? most - x >= e : x <= most,
        ({ AtLeast: { } least }, double x) => error is { } e ? x - least >= e : x >= least,
        ({ Set: double v }, double x) => error is { } e ? Math.Abs(x - v) <= e : x == v,
        _ => change.Set!.Equals(answer),
    };

    private static object Moved(NaiveChange change, NaiveFactor factor, object answer, double? error)
    {
        if (Meets(change, answer, error))
            return answer;
        if (answer is not double x)
            return change.Set!;
        var isInteger = factor.Kind == "integer";
        var v = change.AtMost ?? change.AtLeast ?? (double)change.Set!;
        if (error is { } e && Math.Abs(x - v) <= e)
            return x;
        if (isInteger)
            v = change.AtMost is not null ? Math.Floor(v) : change.AtLeast is not null ? Math.Ceiling(v) : v;
        var limit = change.Limit ?? (change.LimitPercent is { } percent ? percent / 100 * Math.Abs(x) : double.PositiveInfinity);
        if (Math.Abs(v - x) <= limit)
            return v;
        if (v < x)
            return isInteger ? Math.Min(x, Math.Ceiling(x - limit)) : x - limit;
        return isInteger ? Math.Max(x, Math.Floor(x + limit)) : x + limit;
    }

    /// <summary>Room: met is true, open is false.</summary>
    public static Truth Met(NaiveIntervention intervention, NaiveAnswers answers)
    {
        var counting = ByFactor(intervention).Select(g => (Factor: g.Key, Counts: First(g, answers))).Where(c => c.Counts.Gate != Truth.False).ToList();
        if (counting.Count == 0)
            return Truth.False;
        return counting.Min(c =>
            c.Counts.Gate == Truth.Unknown || answers[c.Factor] is not { } answer ? Truth.Unknown
            : Meets(c.Counts.Change!, answer, answers.EstimateError(c.Factor)) ? Truth.True : Truth.False);
    }

    /// <summary>The pass after a move, markers keeping their value and range.</summary>
    public static NaivePass After(NaiveKnowledge knowledge, NaivePass pass, IEnumerable<NaiveMove> moves) =>
        new(knowledge, moves.Aggregate(pass.Answers, (a, m) => a.With(m.Factor, m.To)), pass);

    /// <summary>ΔL(c) = L(c) − L′(c) of every condition.</summary>
    public static Dictionary<string, double> Deltas(NaiveKnowledge knowledge, NaivePass pass, NaivePass after) =>
        knowledge.Conditions.ToDictionary(c => c.Id, c => NaiveTies.Difference(pass.LogOdds(c.Id), after.LogOdds(c.Id)), StringComparer.Ordinal);
}
