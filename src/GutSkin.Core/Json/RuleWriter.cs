namespace GutSkin.Core;

/// <summary>Writes scoring rules, interventions and safety rules.</summary>
internal static class RuleWriter
{
    public static void Scoring(JsonTextWriter json, ScoringRule entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("condition", entry.Condition);
        json.Property("title", entry.Title);
        json.Part("when", entry.When, GateWriter.Write);
        json.Property("factor", entry.Factor);
        json.Part("curve", entry.Curve, Curve);
        if (entry.Levels is { } levels)
        {
            json.Name("levels");
            json.Begin('{', onOneLine: true);
            foreach (var (level, burden) in levels)
                json.Property(level, burden);
            json.End('}');
        }

        json.Name("effect");
        json.Begin('{', onOneLine: true);
        Effect(json, entry.Effect);
        json.End('}');
        json.Property("certainty", Keywords.Certainty.WordOf(entry.Certainty));
        json.Strings("mechanisms", entry.Mechanisms);
        json.Property("overlap", entry.Overlap);
        json.Keyword("role", Keywords.Role, entry.Role, RuleRole.Driver);
        json.Flag("informational", entry.Informational);
        json.Strings("evidence", entry.Evidence);
        json.Strings("contradictedBy", entry.ContradictedBy);
        json.Property("population", entry.Population);
        json.Property("rationale", entry.Rationale);
        json.Property("misuse", entry.Misuse);
        json.Keyword("lifecycle", Keywords.Lifecycle, entry.Lifecycle, RuleLifecycle.Active);
        json.Property("reviewedOn", entry.ReviewedOn);
        json.Part("class", entry.Class, Class);
        json.End('}');
    }

    /// <summary>What only a hash or a comparison is made of: no reader takes it.</summary>
    private static void Class(JsonTextWriter json, RuleClass own)
    {
        json.Begin('{');
        json.Property("type", own.Type);
        json.Property("version", own.Version);
        json.Strings("factors", own.Factors);
        json.End('}');
    }

    public static void Intervention(JsonTextWriter json, Intervention entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("category", entry.Category);
        json.Property("name", entry.Name);
        json.Property("summary", entry.Summary);
        json.Part("when", entry.When, GateWriter.Write);
        json.List("changes", entry.Changes, Change);
        json.List("effects", entry.Effects, Trial);
        json.Strings("mechanisms", entry.Mechanisms);
        json.Property("dose", entry.Dose);
        json.Property("weeks", entry.Weeks);
        json.Keyword("effort", Keywords.Level, entry.Effort, Level.Medium);
        json.Keyword("cost", Keywords.Level, entry.Cost, Level.Medium);
        json.Strings("sameSafetyAs", entry.SameSafetyAs);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Safety(JsonTextWriter json, SafetyRule entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("kind", Keywords.SafetyKind.WordOf(entry.Kind));
        json.Property("urgency", entry.Urgency is { } urgency ? Keywords.Urgency.WordOf(urgency) : null);
        json.Part("when", entry.When, GateWriter.Write);
        json.Strings("interventions", entry.Interventions, alsoEmpty: entry.Kind != SafetyKind.RedFlag);
        json.Strings("refer", entry.Refer);
        json.Property("message", entry.Message);
        json.Strings("evidence", entry.Evidence);
        json.Flag("locked", entry.Locked);
        json.End('}');
    }

    private static void Curve(JsonTextWriter json, Curve curve)
    {
        json.Begin('[', onOneLine: true);
        foreach (var knot in curve.Knots)
            json.Value(new Interval(knot.X, knot.Burden));
        json.End(']');
    }

    private static void Effect(JsonTextWriter json, Effect effect)
    {
        json.Property(Keywords.Measure.WordOf(effect.Measure), effect.Value);
        json.Property("sd", effect.StandardDeviation);
        json.Property("of", effect.Of);
        json.Property("ci95", effect.Ci95);
        json.Keyword("basis", Keywords.EffectBasis, effect.Basis, EffectBasis.Published);
    }

    private static void Change(JsonTextWriter json, FactorChange change)
    {
        json.Begin('{', onOneLine: true);
        json.Property("factor", change.Factor);
        json.Property("atMost", change.AtMost);
        json.Property("atLeast", change.AtLeast);
        json.Property("set", change.Set);
        json.End('}');
    }

    private static void Trial(JsonTextWriter json, TrialEffect trial)
    {
        json.Begin('{', onOneLine: trial.Population is null && trial.Note is null);
        json.Property("condition", trial.Condition);
        Effect(json, trial.Effect);
        json.Property("certainty", Keywords.Certainty.WordOf(trial.Certainty));
        json.Flag("informational", trial.Informational);
        json.Property("population", trial.Population);
        json.Property("note", trial.Note);
        json.Strings("evidence", trial.Evidence);
        json.End('}');
    }
}
