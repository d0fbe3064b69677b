namespace GutSkin.Core;

/// <summary>Scored rules and safety rules that speak in no test, where a document has tests at all.</summary>
internal static class TestedCheck
{
    public static void Check(AnalysisContext context)
    {
        if (context.Document.RuleSet.Tests.IsEmpty)
            return;
        var service = new ScoringService(context.Resolved);
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in context.Set.Tests)
        {
            if (service.TryAssess(test.Profile).Value is not { } assessment)
                continue;
            heard.UnionWith(assessment.Conditions.SelectMany(c => c.Contributions).Where(c => c.LogOdds != 0).Select(c => "rule " + c.Rule));
            heard.UnionWith(assessment.Triage.Flags.Select(f => "safety " + f.Rule));
            heard.UnionWith(assessment.Recommendations.SelectMany(r => r.Safety).Where(s => s.State == SafetyState.True).Select(s => "safety " + s.Rule));
        }

        foreach (var rule in context.OwnScoredRules.Where(r => r.Effect.LogOdds != 0 && !heard.Contains("rule " + r.Id)))
            context.ScopeOf(rule)!.Value.Report(
                DiagnosticCodes.UntestedRule, $"No test makes the rule '{rule.Id}' count.", "Add a test with a person it speaks of.", "id");
        foreach (var safety in context.Document.RuleSet.Safety.Where(s => !heard.Contains("safety " + s.Id)))
            context.Document.Entry(Section.Safety, safety.Id, safety).Report(
                DiagnosticCodes.UntestedRule, $"In no test the safety rule '{safety.Id}' is true.", "Add a test with a person it speaks of.", "id");
    }
}
