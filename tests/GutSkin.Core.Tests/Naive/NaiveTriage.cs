using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The red flags of a profile: section 7 of the scoring model.</summary>
internal sealed class NaiveTriage
{
    public static readonly string[] Urgencies = ["urgent", "soon", "routine"];

    private readonly NaiveAsking asking;

    public NaiveTriage(NaiveKnowledge knowledge, NaiveAnswers answers, NaiveAsking asking)
    {
        this.asking = asking;
        var flags = knowledge.Safety
            .Where(s => s.Kind == "red-flag")
            .OrderBy(s => Array.IndexOf(Urgencies, s.Urgency))
            .ThenBy(s => s.Id, StringComparer.Ordinal)
            .ToList();
        Up = [.. flags.Where(s => NaiveGate.Evaluate(s.When, answers) == Truth.True)];
        Unresolved = [.. flags.Where(s => NaiveGate.Evaluate(s.When, answers) == Truth.Unknown)];
        Holding = [.. Unresolved.Where(s => s.Urgency == "urgent" && CanBeAsked(s))];
    }

    /// <summary>The true red flags, the gravest first.</summary>
    public IReadOnlyList<NaiveSafety> Up { get; }

    public IReadOnlyList<NaiveSafety> Unresolved { get; }

    public IEnumerable<NaiveSafety> Urgent => Up.Where(s => s.Urgency == "urgent");

    /// <summary>The unresolved urgent red flags of the urgent clause: something askable decides them.</summary>
    public IReadOnlyList<NaiveSafety> Holding { get; }

    /// <summary>A declined answer decides an unresolved urgent red flag.</summary>
    public IEnumerable<JsonObject> Notices => Unresolved
        .Where(s => s.Urgency == "urgent" && asking.DeclinedFor([NaivePoint.Of(s.When)]).Count > 0)
        .Select(s => NaiveNotice.Of("declined-safety", "rule", s.Id));

    /// <summary>The gravest urgency among the true red flags that name the intervention, as a rank; 3 where none does.</summary>
    public int CallFor(string intervention) => Up
        .Where(s => s.Refer.Contains(intervention))
        .Select(s => Array.IndexOf(Urgencies, s.Urgency))
        .Append(Urgencies.Length)
        .Min();

    public JsonObject Describe(NaivePages pages) => new()
    {
        ["level"] = Up.Count == 0 ? "none" : "refer-" + Up[0].Urgency,
        ["complete"] = !Unresolved.Any(CanBeAsked),
        ["flags"] = NaiveJson.Array(Up.Select(s => new JsonObject
        {
            ["rule"] = s.Id,
            ["urgency"] = s.Urgency,
            ["refer"] = NaiveJson.Array(s.Refer),
        })),
        ["unresolved"] = NaiveJson.Array(Unresolved.Select(s => new JsonObject
        {
            ["rule"] = s.Id,
            ["urgency"] = s.Urgency,
            ["ask"] = NaiveJson.Array(pages.Ask([NaivePoint.Of(s.When)])),
            ["declined"] = NaiveJson.Array(asking.DeclinedFor([NaivePoint.Of(s.When)])),
        })),
    };

    /// <summary>Something askable decides it, declined answers counted as askable.</summary>
    private bool CanBeAsked(NaiveSafety rule) =>
        asking.OrDeclined.Deciding(NaivePoint.Of(rule.When)).Any(asking.OrDeclined.IsAskable);
}
