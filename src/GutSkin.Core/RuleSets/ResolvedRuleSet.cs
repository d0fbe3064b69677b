using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>What comes of composing rule sets: checked as a whole, with one hash and the documents it was made of.</summary>
[JsonConverter(typeof(ResolvedRuleSetConverter))]
public sealed class ResolvedRuleSet
{
    private object? attached;

    internal ResolvedRuleSet(
        RuleSet ruleSet, string sha256, ImmutableArray<ResolvedDocument> documents, Deferred<IReadOnlyDictionary<EntryKey, ResolvedDocument>> provenance)
    {
        Data = ruleSet;
        Sha256 = sha256;
        Documents = documents;
        DeferredProvenance = provenance;
        Classes = ClassesOf(ruleSet);
        Index = new EntryIndex(ruleSet);
        Model = ruleSet.Model?.ApplyTo(ScoringModel.Default) ?? ScoringModel.Default;
    }

    /// <summary>The composed data: no <c>extends</c>; in <c>remove</c> only interventions that are gone and that a locked safety rule still names.</summary>
    public RuleSet Data { get; }

    /// <summary>The SHA-256 of its canonical JSON (RFC 8785), the rules written as classes included, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The documents it was composed of, in the order applied.</summary>
    public ImmutableArray<ResolvedDocument> Documents { get; }

    /// <summary>Which document said each entry: the last one that wrote it whole.</summary>
    public IReadOnlyDictionary<EntryKey, ResolvedDocument> Provenance => DeferredProvenance.Value!;

    /// <summary>The rules that classes compute, by id: what its JSON cannot hold.</summary>
    public ImmutableArray<RuleClassIdentity> Classes { get; }

    /// <summary>What it is meant for; shown with every result.</summary>
    public IntendedUse IntendedUse => Data.IntendedUse ?? IntendedUse.WellnessInformation;

    /// <summary>What every result says of itself, in the rule set's own language.</summary>
    public string Disclaimer => Data.Disclaimer ?? RuleSet.DefaultDisclaimer;

    /// <summary>The modeling choices in force.</summary>
    public ScoringModel Model { get; }

    /// <summary>The ids of the conditions and states in the order in which scores are given: the ordinal order of the ids.</summary>
    public ImmutableArray<string> ScoreOrder => field.IsDefault ? field = [.. Data.Conditions.Select(c => c.Id).Order(StringComparer.Ordinal)] : field;

    /// <summary>The ids of the conditions that have a score, in the order of <see cref="ScoreOrder"/>: at least one rule enters it. The others only show facts; their scores are NaN.</summary>
    public ImmutableArray<string> ScoredConditions => field.IsDefault
        ? field = [.. Data.Rules.Where(r => r.IsScored).Select(r => r.Condition).Distinct().Order(StringComparer.Ordinal)]
        : field;

    /// <summary>The entries by id.</summary>
    internal EntryIndex Index { get; }

    /// <summary>A factor.</summary>
    /// <param name="factor">Its key.</param>
    /// <returns>The factor; null where there is none.</returns>
    public Factor? Find(FactorKey factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        return Index.Factors.GetValueOrDefault(factor.Id);
    }

    /// <summary>A factor.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The factor; null where there is none.</returns>
    public Factor? FindFactor(string id) => Find(Index.Factors, id);

    /// <summary>A condition or state.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The condition; null where there is none.</returns>
    public SkinCondition? FindCondition(string id) => Find(Index.Conditions, id);

    /// <summary>A scoring rule.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The rule; null where there is none.</returns>
    public ScoringRule? FindRule(string id) => Find(Index.Rules, id);

    /// <summary>An intervention.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The intervention; null where there is none.</returns>
    public Intervention? FindIntervention(string id) => Find(Index.Interventions, id);

    /// <summary>A safety rule.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The safety rule; null where there is none.</returns>
    public SafetyRule? FindSafety(string id) => Find(Index.Safety, id);

    /// <summary>A screen.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The screen; null where there is none.</returns>
    public Screen? FindScreen(string id) => Find(Index.Screens, id);

    /// <summary>A mechanism.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The mechanism; null where there is none.</returns>
    public Mechanism? FindMechanism(string id) => Find(Index.Mechanisms, id);

    /// <summary>A source.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The source; null where there is none.</returns>
    public Evidence? FindEvidence(string id) => Find(Index.Evidence, id);

    private static T? Find<T>(Dictionary<string, T> entries, string id)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        return entries.GetValueOrDefault(id);
    }

    /// <summary>What is made of this rule set once and kept with it, by whoever asks first.</summary>
    internal T Attached<T>(Func<ResolvedRuleSet, T> make)
        where T : class =>
        (T)(attached ?? Interlocked.CompareExchange(ref attached, make(this), null) ?? attached);

    /// <summary>Which document said each entry, found out when first asked for.</summary>
    internal Deferred<IReadOnlyDictionary<EntryKey, ResolvedDocument>> DeferredProvenance { get; }

    /// <summary>Id, version and counts.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Data.Id} {Data.Version}: {Data.Factors.Length} factors, {Data.Conditions.Length} conditions, {Data.Rules.Length} rules, {Data.Interventions.Length} interventions");

    private static ImmutableArray<RuleClassIdentity> ClassesOf(RuleSet ruleSet)
    {
        foreach (var rule in ruleSet.Rules)
        {
            if (rule.IsComputed)
                return Listed(ruleSet);
        }

        return [];
    }

    private static ImmutableArray<RuleClassIdentity> Listed(RuleSet ruleSet) =>
    [
        .. ruleSet.Rules.Where(r => r.IsComputed).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new RuleClassIdentity(r.Id, r.Class!.Version, r.Class.Type)),
    ];
}

/// <summary>One document that a resolved rule set was composed of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its own canonical JSON, in lower-case hexadecimal.</param>
public sealed record ResolvedDocument(string Id, string Version, string Sha256);

/// <summary>Names an entry of a rule set.</summary>
/// <param name="Section">The section as in JSON, for example <c>rules</c>.</param>
/// <param name="Id">The id; for a considered entry the factor, a slash and the condition.</param>
public readonly record struct EntryKey(string Section, string Id);

/// <summary>Which class computed a rule: what the JSON of a rule set cannot hold.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Version">The version the class declares.</param>
/// <param name="Type">The full name of the class.</param>
public sealed record RuleClassIdentity(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("type")] string Type);
