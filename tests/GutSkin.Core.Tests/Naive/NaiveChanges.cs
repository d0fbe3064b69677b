namespace GutSkin.Core.Tests.Naive;

/// <summary>Answers changed by a lever or an intervention, and what that does to every condition.</summary>
internal static class NaiveChanges
{
    /// <summary>What the change makes of a known answer.</summary>
    public static object Apply(NaiveChange change, object answer) => change switch
    {
        { AtMost: { } most } => Math.Min((double)answer, most),
        { AtLeast: { } least } => Math.Max((double)answer, least),
        _ => change.Set!,
    };

    /// <summary>All changes of an intervention at once to the known factors among them; null where none is known.</summary>
    public static NaiveAnswers? Apply(NaiveIntervention intervention, NaiveAnswers answers)
    {
        var known = intervention.Changes.Where(c => answers.Knows(c.Factor)).ToList();
        return known.Count == 0 ? null : known.Aggregate(answers, (a, c) => a.With(c.Factor, Apply(c, a[c.Factor]!)));
    }

    /// <summary>Where the lever of a factor would lead: the nearest end of its reference, or its value; null where it is no lever.</summary>
    public static object? LeverTarget(NaiveFactor factor, NaiveAnswers answers)
    {
        if (!factor.Modifiable || answers[factor.Id] is not { } answer)
            return null;
        if (factor.ReferenceValue is { } wanted)
            return wanted.Equals(answer) ? null : wanted;
        if (answer is double v && v < factor.Low)
            return factor.Low;
        if (answer is double w && w > factor.High)
            return factor.High;
        return null;
    }

    /// <summary>ΔL(c) = L(c) − L′(c), markers keeping their value and range.</summary>
    public static Dictionary<string, double> Deltas(NaiveKnowledge knowledge, NaivePass pass, NaiveAnswers changed)
    {
        var after = new NaivePass(knowledge, changed, pass);
        return knowledge.Conditions.ToDictionary(c => c.Id, c => pass.LogOdds(c.Id) - after.LogOdds(c.Id), StringComparer.Ordinal);
    }
}
