using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Format;

/// <summary>
/// An assessment without what its rule set says anyway (names, texts, effects, sources, questions): the rule set with the same hash
/// gives that back. Empty lists, no and 0 are left out.
/// </summary>
internal sealed record CompactAssessment
{
    /// <summary>The name of the format.</summary>
    public const string SchemaName = "gutskin.assessment-compact/1";

    public string Schema { get; init; } = SchemaName;

    public string? Culture { get; init; }

    public string? ProfileId { get; init; }

    public DateOnly? AsOf { get; init; }

    public required string Engine { get; init; }

    public RuleSetIdentity? RuleSet { get; init; }

    public IntendedUse IntendedUse { get; init; }

    public required string Disclaimer { get; init; }

    public TriageLevel Level { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Complete { get; init; }

    /// <summary>The ids of the red flags that are up.</summary>
    public string[]? Flags { get; init; }

    public CompactWait[]? Unresolved { get; init; }

    /// <summary>The ids of the safety rules that hold, and of those that cannot be decided, of what is listed.</summary>
    public string[]? Safety { get; init; }

    public string[]? UnknownSafety { get; init; }

    public CompactScore[]? Conditions { get; init; }

    public Derived[]? Derived { get; init; }

    public Lever[]? Levers { get; init; }

    public CompactRecommendation[]? Recommendations { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Enough { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Full { get; init; }

    public CompactQuestion[]? Questions { get; init; }

    public UsefulTest[]? Tests { get; init; }

    public string[]? Inapplicable { get; init; }

    public Notice[]? Notices { get; init; }
}

/// <summary>What an undecided red flag waits for.</summary>
internal sealed record CompactWait(string Rule, string[]? Ask, string[]? Declined);

/// <summary>A condition's score without its name and what its rules say.</summary>
internal sealed record CompactScore
{
    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Concern { get; init; }

    public double? Score { get; init; }

    public double? LogOdds { get; init; }

    [JsonConverter(typeof(IntervalPairConverter))]
    public Interval? Interval { get; init; }

    [JsonConverter(typeof(IntervalPairConverter))]
    public Interval? Uncertainty { get; init; }

    public double? Ceiling { get; init; }

    public bool? Settled { get; init; }

    public double? Completeness { get; init; }

    public string? Band { get; init; }

    public CompactContribution[]? Contributions { get; init; }

    public MechanismShare[]? Mechanisms { get; init; }
}

/// <summary>What a rule came to, without what it says.</summary>
internal sealed record CompactContribution
{
    public required string Rule { get; init; }

    public FactorValue? Value { get; init; }

    public string? Derived { get; init; }

    public ContributionInput[]? Inputs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Burden { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double LogOdds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Share { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Counted { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Determined { get; init; }

    /// <summary>Left out where both ends are <see cref="LogOdds"/>.</summary>
    [JsonConverter(typeof(IntervalPairConverter))]
    public Interval? Range { get; init; }
}

/// <summary>What can be said of an intervention, without what it says of itself.</summary>
internal sealed record CompactRecommendation
{
    public required string Id { get; init; }

    public RecommendationStatus Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tier { get; init; }

    public Certainty? Certainty { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Benefit { get; init; }

    public Room Room { get; init; }

    public RecommendationChange[]? Changes { get; init; }

    /// <summary>The places of the active ones among the intervention's indications.</summary>
    public int[]? Indications { get; init; }

    /// <summary>Those with a number or an eligible trial; the others hold only what the intervention says.</summary>
    public CompactEffect[]? Effects { get; init; }

    public string[]? Ask { get; init; }

    public string[]? Declined { get; init; }

    public RecommendedProduct[]? Products { get; init; }

    public string[]? Notices { get; init; }
}

/// <summary>What an intervention does for a condition, without what its trials say.</summary>
internal sealed record CompactEffect
{
    public required string Condition { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Lever { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Benefit { get; init; }

    public double? ScoreAfter { get; init; }

    /// <summary>The places of the eligible ones among the trials for this condition.</summary>
    public int[]? Eligible { get; init; }

    /// <summary>The place of the one that counts, from 1; 0 = none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Chosen { get; init; }
}

/// <summary>A question without its words.</summary>
internal sealed record CompactQuestion
{
    public required string Id { get; init; }

    public QuestionKind Asks { get; init; }

    public QuestionReason Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Gain { get; init; }

    public string[]? Fills { get; init; }

    public string[]? Decides { get; init; }

    /// <summary>The ids of the factors it shows; left out where a screen or form shows all it has.</summary>
    public string[]? Items { get; init; }
}

/// <summary>How the compact form is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    NewLine = "\n")]
[JsonSerializable(typeof(CompactAssessment))]
internal sealed partial class CompactAssessmentContext : JsonSerializerContext;

/// <summary>What a rule set says of the entries an assessment names: looked up by both ways of the compact form.</summary>
internal static class CompactFacts
{
    /// <summary>An entry that must be there.</summary>
    /// <exception cref="MissingEntryException">The rule set has no such entry.</exception>
    public static T Find<T>(IReadOnlyDictionary<string, T> entries, string id) => entries.TryGetValue(id, out var entry) ? entry : throw new MissingEntryException(id);

    /// <summary>A compiled intervention: they stand in the order of their ids.</summary>
    public static CompiledIntervention Intervention(CompiledRuleSet rules, string id)
    {
        var all = rules.Advice.Interventions;
        int low = 0;
        for (int high = all.Length; low < high;)
        {
            int middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(all[middle].Intervention.Id, id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < all.Length && all[low].Intervention.Id == id ? all[low] : throw new MissingEntryException(id);
    }

    /// <summary>What an intervention's indication says.</summary>
    public static ActiveIndication Indication(Intervention intervention, int place, RuleSetWords words)
    {
        if (place < 0 || place >= intervention.Indications.Length)
            throw new MissingEntryException(intervention.Id);
        var indication = intervention.Indications[place];
        return new ActiveIndication
        {
            Condition = indication.Condition,
            Direction = indication.Direction,
            Strength = indication.Strength,
            Text = words.Raw("interventions", intervention.Id, string.Create(CultureInfo.InvariantCulture, $"{TextFields.Indications}.{place}"), indication.Text)!,
            Evidence = indication.Evidence,
        };
    }

    /// <summary>The ids of the factors that a question shows where nothing hides one.</summary>
    public static ImmutableArray<string> Items(CompiledRuleSet rules, QuestionKind asks, string id) => asks switch
    {
        QuestionKind.Screen => Find(rules.Resolved.Index.Screens, id).Factors,
        QuestionKind.Form => Find(rules.Resolved.Index.Forms, id).Items,
        _ => [id],
    };
}

/// <summary>A compact assessment names what its rule set lacks.</summary>
internal sealed class MissingEntryException(string id) : Exception("missing entry")
{
    /// <summary>The id that nothing has.</summary>
    public string Id => id;
}
