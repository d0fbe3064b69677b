using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>The red flags of a profile: section 7 of the scoring model.</summary>
internal sealed class NaiveTriage
{
    public static readonly string[] Urgencies = ["urgent", "soon", "routine"];

    private readonly NaiveKnowledge knowledge;
    private readonly NaiveAnswers answers;

    public NaiveTriage(NaiveKnowledge knowledge, NaiveAnswers answers)
    {
        this.knowledge = knowledge;
        this.answers = answers;
        var flags = knowledge.Safety
            .Where(s => s.Kind == "red-flag")
            .OrderBy(s => Array.IndexOf(Urgencies, s.Urgency))
            .ThenBy(s => s.Id, StringComparer.Ordinal)
            .ToList();
        Up = [.. flags.Where(s => NaiveGate.Evaluate(s.When, answers) == Truth.True)];
        Unresolved = [.. flags.Where(s => NaiveGate.Evaluate(s.When, answers) == Truth.Unknown)];
    }

    /// <summary>The true red flags, the gravest first.</summary>
    public IReadOnlyList<NaiveSafety> Up { get; }

    public IReadOnlyList<NaiveSafety> Unresolved { get; }

    public IEnumerable<NaiveSafety> Urgent => Up.Where(s => s.Urgency == "urgent");

    /// <summary>The unresolved urgent red flags for which every intervention but a referral waits.</summary>
    public IEnumerable<NaiveSafety> Holding => Unresolved.Where(s => s.Urgency == "urgent" && CanBeAsked(s));

    /// <summary>The gravest urgency among the true red flags that name the intervention, as a rank; 3 where none does.</summary>
    public int CallFor(string intervention) => Up
        .Where(s => s.Refer.Contains(intervention))
        .Select(s => Array.IndexOf(Urgencies, s.Urgency))
        .Append(Urgencies.Length)
        .Min();

    public JsonObject Describe(NaiveAsking asking) => new()
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
            ["ask"] = NaiveJson.Array(asking.Ask([s.When])),
        })),
    };

    /// <summary>The rule has a missing <c>ask</c> factor in its gate, declined or not.</summary>
    private bool CanBeAsked(NaiveSafety rule) =>
        NaiveGate.Factors(rule.When).Any(f => !answers.Knows(f) && knowledge.Factors[f].Acquisition == "ask");
}
