using System.Text.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn.Yardstick;

/// <summary>A published vignette as answers to the questions of the built-in rule set, and what a consultation says to that person.</summary>
internal sealed record TriageVignette
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    public required int Number { get; init; }

    public required string Urgency { get; init; }

    public required string Diagnosis { get; init; }

    public required double Age { get; init; }

    public required string Sex { get; init; }

    /// <summary>What the vignette says in answer to questions as they are worded.</summary>
    public required IReadOnlyDictionary<string, bool> Answers { get; init; }

    /// <summary>What somebody may answer besides: a matter of degree, or a finding that they may have noticed.</summary>
    public required IReadOnlyDictionary<string, bool> Doubtful { get; init; }

    public required string Reading { get; init; }

    public required string NotAsked { get; init; }

    public static IReadOnlyList<TriageVignette> All { get; } = JsonSerializer.Deserialize<TriageVignette[]>(
        Repository.Read("tests/GutSkin.Core.Tests/Evidence/Yardstick/semigran-2015.json"), JsonSerializerOptions.Web)!;

    /// <summary>What is said to each of them, without and with the doubtful answers.</summary>
    public static IReadOnlyList<TriageOutcome> Outcomes { get; } =
        [.. All.Select(v => new TriageOutcome(v, v.Triage(v.Answers), v.Triage(v.Answers.Concat(v.Doubtful))))];

    /// <summary>
    /// The consultation of somebody who answers this, and "none of these" to the rest of every screen, until every warning sign is decided;
    /// it ends before where a sign of an emergency is up.
    /// </summary>
    public static Consultation Ask(double age, string sex, IEnumerable<KeyValuePair<string, bool>> answers)
    {
        var told = answers.ToDictionary(a => a.Key, a => FactorValue.Boolean(a.Value), StringComparer.Ordinal);
        var about = new Dictionary<string, FactorValue>(StringComparer.Ordinal)
        {
            ["person.age"] = FactorValue.Number(age),
            ["person.sex"] = FactorValue.Choice(sex),
        };
        var conditions = BuiltInRuleSet.Resolved.Data.Conditions.Where(c => told.ContainsKey("condition." + c.Id)).Select(c => c.Id);
        var consultation = Consultation.Start(ScoringService.Default, [], Day).Begin([], conditions, about).GetValueOrThrow();
        while (consultation.Current is { } page && !consultation.Assessment.Triage.Complete)
            consultation = consultation.Answer(page.Items.Where(i => told.ContainsKey(i.Factor)).ToDictionary(i => i.Factor, i => told[i.Factor], StringComparer.Ordinal));
        return consultation;
    }

    private Triage Triage(IEnumerable<KeyValuePair<string, bool>> answers) => Ask(Age, Sex, answers).Assessment.Triage;
}

/// <summary>What is said to the person of a vignette.</summary>
internal sealed record TriageOutcome(TriageVignette Vignette, Triage Clear, Triage Doubtful)
{
    /// <summary>Whether a level is the one that the authors of the vignettes would have.</summary>
    public bool Fits(TriageLevel level) => Vignette.Urgency switch
    {
        "emergent" => level == TriageLevel.ReferUrgent,
        "non-emergent" => level is TriageLevel.ReferSoon or TriageLevel.ReferRoutine,
        _ => level == TriageLevel.None,
    };
}
