using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>One intervention for one profile: section 6 of the scoring model.</summary>
internal sealed class NaiveRecommendation
{
    private static readonly string[] Certainties = ["high", "moderate", "low", "very-low"];
    private static readonly string[] Statuses = ["recommended", "caution", "needs-check", "deferred", "blocked", "no-expected-benefit"];
    private static readonly string[] Degrees = ["low", "medium", "high"];

    private readonly NaiveContext context;
    private readonly Dictionary<string, (double Lever, double? Trial, double Benefit)> effects = new(StringComparer.Ordinal);

    private NaiveRecommendation(NaiveContext context, NaiveIntervention intervention)
    {
        this.context = context;
        Intervention = intervention;

        var changed = NaiveChanges.Apply(intervention, context.Answers);
        var levers = changed is null ? null : NaiveChanges.Deltas(context.Knowledge, context.Pass, changed);
        foreach (var concern in context.Concerns)
            effects[concern] = Effect(concern, levers?[concern] ?? 0);

        Benefit = context.Concerns.Sum(c => effects[c].Benefit);
        Status = FindStatus();
    }

    public NaiveIntervention Intervention { get; }

    public string Status { get; }

    public double Benefit { get; }

    public double Priority => NaivePass.Score(Benefit);

    public bool NoClearEffect { get; private set; }

    public static IReadOnlyList<NaiveRecommendation> All(NaiveContext context) =>
        [.. context.Knowledge.Interventions
            .Select(i => new NaiveRecommendation(context, i))
            .Where(r => r.Status != "not-applicable")
            .OrderBy(r => context.Triage.CallFor(r.Intervention.Id))
            .ThenBy(r => Array.IndexOf(Statuses, r.Status))
            .ThenByDescending(r => r.Benefit)
            .ThenBy(r => Array.IndexOf(Degrees, r.Intervention.Effort))
            .ThenBy(r => Array.IndexOf(Degrees, r.Intervention.Cost))
            .ThenBy(r => r.Intervention.Id, StringComparer.Ordinal)];

    /// <summary>The contraindications of this intervention that are in a state.</summary>
    public IEnumerable<NaiveSafety> Contraindications(Truth state) => Safety("contraindication", state);

    public JsonObject Describe() => new()
    {
        ["intervention"] = Intervention.Id,
        ["category"] = Intervention.Category,
        ["status"] = Status,
        ["benefit"] = NaiveJson.Num(Benefit),
        ["priority"] = NaiveJson.Num(Priority),
        ["effects"] = NaiveJson.Array(context.Listed.Where(c => effects.ContainsKey(c.Id)).Select(c => DescribeEffect(c.Id))),
        ["safety"] = NaiveJson.Array(
            new[] { Truth.True, Truth.Unknown }
                .SelectMany(state => Contraindications(state).Concat(Safety("caution", state)).Select(rule => (rule, state)))
                .OrderBy(s => s.rule.Id, StringComparer.Ordinal)
                .Select(s => new JsonObject
                {
                    ["rule"] = s.rule.Id,
                    ["kind"] = s.rule.Kind,
                    ["state"] = s.state == Truth.True ? "true" : "unknown",
                })),
        ["ask"] = NaiveJson.Array(context.Asking.Ask(GatesToAsk())),
        ["notices"] = NaiveJson.Array(NoClearEffect ? ["no-clear-effect"] : []),
    };

    /// <summary>The unknown gates that a status of needs-check waits for, urgent red flags aside.</summary>
    public IEnumerable<JsonObject?> OpenGates() => Status == "needs-check"
        ? Contraindications(Truth.Unknown).Select(s => (JsonObject?)s.When).Prepend(Intervention.When)
        : [];

    private (double Lever, double? Trial, double Benefit) Effect(string concern, double lever)
    {
        var trial = Intervention.Effects
            .Where(e => e.Condition == concern && !e.Informational)
            .OrderBy(e => Array.IndexOf(Certainties, e.Certainty))
            .ThenBy(e => Math.Abs(e.Effect.Beta))
            .FirstOrDefault();
        if (trial is null)
            return (lever, null, lever);
        var gain = -trial.Effect.Beta;
        if (!trial.Effect.IncludesNoEffect)
            return (lever, gain, gain);
        NoClearEffect = true;
        return (lever, gain, trial.Certainty is "moderate" or "high" ? Math.Min(lever, 0) : lever);
    }

    private JsonObject DescribeEffect(string concern)
    {
        var (lever, trial, benefit) = effects[concern];
        var result = new JsonObject { ["condition"] = concern, ["lever"] = NaiveJson.Num(lever) };
        if (trial is { } gain)
            result["trial"] = NaiveJson.Num(gain);
        result["benefit"] = NaiveJson.Num(benefit);
        result["scoreAfter"] = NaiveJson.Num(NaivePass.Score(context.Pass.LogOdds(concern) - benefit));
        return result;
    }

    private IEnumerable<NaiveSafety> Safety(string kind, Truth state) => context.Knowledge.Safety.Where(s =>
        s.Kind == kind && s.Targets(Intervention.Id) && NaiveGate.Evaluate(s.When, context.Answers) == state);

    private string FindStatus()
    {
        var gate = NaiveGate.Evaluate(Intervention.When, context.Answers);
        var caution = Safety("caution", Truth.True).Any();
        if (Intervention.IsReferral)
        {
            if (context.Triage.CallFor(Intervention.Id) < NaiveTriage.Urgencies.Length)
                gate = Truth.True;
            return gate switch
            {
                Truth.False => "not-applicable",
                Truth.Unknown => "needs-check",
                _ => caution ? "caution" : "recommended",
            };
        }

        if (gate == Truth.False)
            return "not-applicable";
        if (context.Triage.Urgent.Any())
            return "deferred";
        if (Contraindications(Truth.True).Any())
            return "blocked";
        if (Benefit < 0.01)
            return "no-expected-benefit";
        if (gate == Truth.Unknown || Contraindications(Truth.Unknown).Any() || context.Triage.Holding.Any())
            return "needs-check";
        return caution ? "caution" : "recommended";
    }

    private IEnumerable<JsonObject?> GatesToAsk()
    {
        var hold = Status == "needs-check" && !Intervention.IsReferral ? context.Triage.Holding : [];
        return OpenGates().Concat(hold.Concat(Safety("caution", Truth.Unknown)).Select(s => (JsonObject?)s.When));
    }
}
