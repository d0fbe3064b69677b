using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>One intervention for one profile: section 6 of the scoring model.</summary>
internal sealed class NaiveRecommendation
{
    private readonly NaiveContext context;
    private readonly Truth gate;
    private readonly Truth met;
    private readonly IReadOnlyList<NaiveMove> moves;
    private readonly Dictionary<string, NaiveBenefit> effects = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<NaiveIndication> concerning;
    private readonly IReadOnlyList<NaiveIndication> active;

    private NaiveRecommendation(NaiveContext context, NaiveIntervention intervention)
    {
        this.context = context;
        Intervention = intervention;
        var answers = context.Answers;
        gate = intervention.IsReferral && context.Triage.CallFor(intervention.Id) < NaiveTriage.Urgencies.Length
            ? Truth.True
            : NaiveGate.Evaluate(intervention.When, answers);
        met = NaiveChanges.Met(intervention, answers);
        moves = NaiveChanges.Moves(context.Knowledge, intervention, answers);
        var after = NaiveChanges.After(context.Knowledge, context.Pass, moves);
        var levers = NaiveChanges.Deltas(context.Knowledge, context.Pass, after);
        foreach (var condition in context.Knowledge.Conditions)
            effects[condition.Id] = new NaiveBenefit(intervention, condition.Id, levers[condition.Id], met, context.Pass);
        Benefit = context.Concerns.Sum(c => effects[c].Benefit);
        WorseFor = context.Concerns.Any(c => effects[c].Benefit < 0);
        Certainty = FindCertainty(after);

        concerning = [.. intervention.Indications.Where(n =>
            n.Condition is null || (context.Concerns.Contains(n.Condition) && answers.Has(n.Condition) != Truth.False))];
        active = [.. concerning.Where(n => NaiveGate.Evaluate(n.When, answers) == Truth.True)];
        Status = FindStatus();
    }

    public NaiveIntervention Intervention { get; }

    public string Status { get; }

    public double Benefit { get; }

    public bool WorseFor { get; }

    /// <summary>Absent where no benefit is above 0.</summary>
    public string? Certainty { get; }

    /// <summary>1 with an active strong <c>for</c>, 2 with an active conditional one, else 3.</summary>
    public int Tier => 3 - StrongestFor;

    /// <summary>An active <c>for</c> that has a condition.</summary>
    public bool IsForACondition => active.Any(n => n is { Direction: "for", Condition: not null });

    public static IReadOnlyList<NaiveRecommendation> All(NaiveContext context) => NaiveOrder.Of(
        context,
        [.. context.Knowledge.Interventions.Select(i => new NaiveRecommendation(context, i)).Where(r => r.Status != "not-applicable")]);

    /// <summary>What the status of a lever rests on: rules, or the intervention itself.</summary>
    public IEnumerable<string> Holders => Status switch
    {
        "deferred" => context.Triage.Urgent.Select(s => s.Id),
        "blocked" => Safety("contraindication", Truth.True).Select(s => s.Id),
        "advised-against" => [Intervention.Id],
        "needs-check" => Safety("contraindication", Truth.Unknown).Select(s => s.Id)
            .Concat(context.Triage.Holding.Select(s => s.Id))
            .Concat(gate == Truth.Unknown || met == Truth.Unknown || OpenAgainst.Any() ? [Intervention.Id] : []),
        _ => [],
    };

    /// <summary>What a status of needs-check waits for, urgent red flags aside.</summary>
    public IEnumerable<NaivePoint> WaitsFor =>
        Status == "needs-check" ? WaitsForButRoom.Concat(NaivePoint.RoomOf(Intervention, context.Answers)) : [];

    /// <summary>What a test may decide besides red flags: all that it waits for but its room.</summary>
    public IEnumerable<NaivePoint> WaitsForButRoom => Status != "needs-check" ? []
        : Unknown("contraindication").Concat(OpenAgainst.Select(n => NaivePoint.Of(n.When))).Append(NaivePoint.Of(Intervention.When));

    /// <summary>The gates of indications that would give a better tier, with that tier.</summary>
    public IEnumerable<(int Tier, NaivePoint Point)> BetterTiers => concerning
        .Where(n => n.Direction == "for" && 3 - n.Strength < Tier)
        .Select(n => (3 - n.Strength, NaivePoint.Of(n.When)));

    /// <summary>The trial effects that could count: not informational, on a condition advised on that the person may have.</summary>
    public IEnumerable<NaiveTrial> OpenTrials => Intervention.Effects
        .Where(t => !t.Informational && context.Concerns.Contains(t.Condition) && context.Answers.Has(t.Condition) != Truth.False);

    private int StrongestFor => Strongest(active.Where(n => n.Direction == "for"));

    /// <summary>Indications against that concern the person, strong enough to matter, with an unknown gate.</summary>
    private IEnumerable<NaiveIndication> OpenAgainst => concerning.Where(n =>
        n.Direction == "against" && n.Strength >= StrongestFor && NaiveGate.Evaluate(n.When, context.Answers) == Truth.Unknown);

    public IEnumerable<NaivePoint> Unknown(string kind) => Safety(kind, Truth.Unknown).Select(s => NaivePoint.Of(s.When));

    public JsonObject Describe()
    {
        var result = new JsonObject
        {
            ["intervention"] = Intervention.Id,
            ["category"] = Intervention.Category,
            ["status"] = Status,
            ["tier"] = Tier,
            ["benefit"] = NaiveJson.Num(Benefit),
            ["room"] = met switch { Truth.True => "met", Truth.False => "open", _ => "unknown" },
            ["effort"] = Intervention.Effort,
            ["cost"] = Intervention.Cost,
        };
        if (Certainty is not null)
            result["certainty"] = Certainty;
        if (Intervention.Parent is not null)
            result["variantOf"] = Intervention.Parent;
        foreach (var copied in new[] { "weeks", "dose" }.Where(p => Intervention.Document[p] is not null))
            result[copied] = Intervention.Document[copied]!.DeepClone();

        result["changes"] = NaiveJson.Array(moves.Select(m => new JsonObject
        {
            ["factor"] = m.Factor,
            ["from"] = NaiveJson.Node(m.From),
            ["to"] = NaiveJson.Node(m.To),
        }));
        result["indications"] = NaiveJson.Array(active.Select(n =>
            new JsonObject(n.Document.Where(p => p.Key is "condition" or "direction" or "strength").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))));
        result["effects"] = NaiveJson.Array(context.Knowledge.Conditions.Select(c => effects[c.Id]).Where(e => e.IsListed).Select(e => e.Describe()));
        result["safety"] = NaiveJson.Array(
            from state in new[] { Truth.True, Truth.Unknown }
            from rule in Safety("contraindication", state).Concat(Safety("caution", state))
            orderby rule.Id
            select new JsonObject { ["rule"] = rule.Id, ["kind"] = rule.Kind, ["state"] = state == Truth.True ? "true" : "unknown" });
        var points = PointsToAsk().ToList();
        result["ask"] = NaiveJson.Array(context.Pages.Ask(points));
        result["declined"] = NaiveJson.Array(context.Asking.DeclinedFor(points));
        result["products"] = NaiveJson.Array(Products());
        result["notices"] = NaiveJson.Array(Notices().Order(StringComparer.Ordinal));
        return result;
    }

    private static int Strongest(IEnumerable<NaiveIndication> indications) => indications.Select(n => n.Strength).Append(0).Max();

    private IEnumerable<NaivePoint> PointsToAsk() => Status switch
    {
        "needs-check" when Intervention.IsReferral => [NaivePoint.Of(Intervention.When)],
        "needs-check" => WaitsFor.Concat(context.Triage.Holding.Select(s => NaivePoint.Of(s.When))),
        "recommended" or "caution" => Unknown("caution"),
        _ => [],
    };

    private IEnumerable<JsonObject> Products() => Status is not ("recommended" or "caution") ? []
        : from product in context.Knowledge.Products
          where product.Intervention == Intervention.Id && !product.Allergens.Any(a => context.Answers[a] is true)
          let check = product.Allergens.Where(a => !context.Answers.Knows(a)).Order(StringComparer.Ordinal)
          select new JsonObject { ["id"] = product.Id, ["check"] = NaiveJson.Array(check) };

    private IEnumerable<string> Notices()
    {
        if (active.Any(n => n.Direction == "none"))
            yield return "insufficient-evidence";
        if (active.Any(n => n.Direction == "against"))
            yield return "advised-against";
        if (context.Concerns.Any(c => effects[c].NoClearEffect))
            yield return "no-clear-effect";
        if (WorseFor)
            yield return "worse-for";
    }

    /// <summary>Whether a safety rule reaches it.</summary>
    public bool IsReachedBy(NaiveSafety rule) => IsReached(rule, Intervention);

    /// <summary>A safety rule reaches an intervention by its id, a trait or a movement, or through its parent.</summary>
    private bool IsReached(NaiveSafety rule, NaiveIntervention intervention) =>
        rule.Names(intervention.Id)
        || rule.Traits.Intersect(intervention.Traits).Any()
        || intervention.Changes.Any(c => rule.Movements.Any(m => context.Ways.Meets(m, context.Ways.Of(c))))
        || (intervention.Parent is { } parent && IsReached(rule, context.Knowledge.Interventions.Single(i => i.Id == parent)));

    private IEnumerable<NaiveSafety> Safety(string kind, Truth state) => context.Knowledge.Safety.Where(s =>
        s.Kind == kind && NaiveGate.Evaluate(s.When, context.Answers) == state && IsReached(s, Intervention));

    /// <summary>That of what stands behind the greatest benefit: the trial, or the rule that falls most.</summary>
    private string? FindCertainty(NaivePass after)
    {
        if (NaiveTies.Greatest(context.Concerns, c => effects[c].Benefit) is not [var best, ..] || effects[best].Benefit <= 0)
            return null;
        if (effects[best].IsTheTrials)
            return effects[best].Chosen!.Certainty;
        var falls = context.Pass.Items[best].Zip(after.Items[best], (a, b) => (Item: a, Fall: NaiveTies.Difference(a.Value, b.Value))).ToList();
        return NaiveTies.Greatest(falls, f => f.Fall)[0].Item.Counted.Rule.Certainty;
    }

    private string FindStatus()
    {
        var caution = Safety("caution", Truth.True).Any();
        if (gate == Truth.False)
            return "not-applicable";
        if (Intervention.IsReferral)
            return gate == Truth.Unknown ? "needs-check" : caution ? "caution" : "recommended";
        if (context.Triage.Urgent.Any())
            return "deferred";
        if (Safety("contraindication", Truth.True).Any())
            return "blocked";
        var against = Strongest(active.Where(n => n.Direction == "against"));
        if (against > 0 && against >= StrongestFor)
            return "advised-against";
        if (met == Truth.True)
            return "already-met";
        if (Tier == 3 && Benefit < 0.01)
            return met == Truth.Unknown || CouldStillCount() ? "not-assessed" : "no-expected-benefit";
        if (gate == Truth.Unknown || Safety("contraindication", Truth.Unknown).Any() || met == Truth.Unknown
            || context.Triage.Holding.Count > 0 || OpenAgainst.Any())
        {
            return "needs-check";
        }

        return caution || against > 0 || WorseFor ? "caution" : "recommended";
    }

    /// <summary>A recommendation for it, or a trial, that an answer could bring in.</summary>
    private bool CouldStillCount()
    {
        Truth Gate(JsonObject? when) => NaiveGate.Evaluate(when, context.Answers);
        return concerning.Any(n => n.Direction == "for" && Gate(n.When) == Truth.Unknown)
            || OpenTrials.Any(t => Gate(t.When) != Truth.False && (Gate(t.When) == Truth.Unknown || context.Answers.Has(t.Condition) == Truth.Unknown));
    }
}
