namespace GutSkin.Core;

/// <summary>The safety findings of an assessment, comparable: what is gone or weaker in another one.</summary>
internal static class SafetyFindings
{
    /// <summary>
    /// What a person loses: a red flag that is no longer up or not yet checked, or less urgent; a contraindication or caution that
    /// no longer speaks, or speaks weaker, of an intervention that is still offered.
    /// </summary>
    public static IEnumerable<SafetyLoss> Lost(int person, Assessment old, Assessment now)
    {
        var flags = Flags(now);
        foreach (var (rule, was) in Flags(old))
        {
            var isNow = flags.GetValueOrDefault(rule, (Strength: 0, Words: "nothing"));
            if (isNow.Strength < was.Strength)
                yield return new SafetyLoss(person, rule, null, was.Words, isNow.Words);
        }

        foreach (var recommendation in old.Recommendations)
        {
            if (now.Recommendation(recommendation.Intervention) is not { } other)
                continue;
            foreach (var finding in recommendation.Safety)
            {
                var isNow = other.Safety.FirstOrDefault(s => s.Rule == finding.Rule);
                if ((isNow is null ? 0 : Strength(isNow)) < Strength(finding))
                    yield return new SafetyLoss(person, finding.Rule, recommendation.Intervention, Words(finding), isNow is null ? "nothing" : Words(isNow));
            }
        }
    }

    private static Dictionary<string, (int Strength, string Words)> Flags(Assessment assessment)
    {
        var flags = new Dictionary<string, (int Strength, string Words)>(StringComparer.Ordinal);
        foreach (var open in assessment.Triage.Unresolved)
            flags[open.Rule] = (1, "a red flag not yet checked");
        foreach (var flag in assessment.Triage.Flags)
            flags[flag.Rule] = (2 + (int)flag.Urgency, $"a red flag ({Keywords.Urgency.WordOf(flag.Urgency)})");
        return flags;
    }

    private static int Strength(SafetyFinding finding) =>
        (finding.Kind == SafetyKind.Contraindication ? 2 : 0) + (finding.State == SafetyState.True ? 2 : 1);

    private static string Words(SafetyFinding finding) =>
        $"{Keywords.SafetyKind.WordOf(finding.Kind)}{(finding.State == SafetyState.True ? "" : ", not yet known")}";
}
