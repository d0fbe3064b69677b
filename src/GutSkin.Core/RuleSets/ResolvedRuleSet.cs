using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>What comes of composing rule sets: checked as a whole, with one hash and the documents it was made of.</summary>
public sealed class ResolvedRuleSet
{
    internal ResolvedRuleSet(
        RuleSet ruleSet, string sha256, ImmutableArray<ResolvedDocument> documents, Deferred<IReadOnlyDictionary<EntryKey, ResolvedDocument>> provenance)
    {
        RuleSet = ruleSet;
        Sha256 = sha256;
        Documents = documents;
        DeferredProvenance = provenance;
        Classes = ClassesOf(ruleSet);
        Model = ruleSet.Model?.ApplyTo(ScoringModel.Default) ?? ScoringModel.Default;
    }

    /// <summary>The composed data: no <c>extends</c>; in <c>remove</c> only interventions that are gone and that a locked safety rule still names.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>The SHA-256 of its canonical JSON (RFC 8785), the rules written as classes included, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The documents it was composed of, in the order applied.</summary>
    public ImmutableArray<ResolvedDocument> Documents { get; }

    /// <summary>Which document said each entry: the last one that wrote it whole.</summary>
    public IReadOnlyDictionary<EntryKey, ResolvedDocument> Provenance => DeferredProvenance.Value!;

    /// <summary>The rules that classes compute, by id: what its JSON cannot hold.</summary>
    public ImmutableArray<RuleClassIdentity> Classes { get; }

    /// <summary>What it is meant for; shown with every result.</summary>
    public IntendedUse IntendedUse => RuleSet.IntendedUse ?? IntendedUse.WellnessInformation;

    /// <summary>What every result says of itself, in the rule set's own language.</summary>
    public string Disclaimer => RuleSet.Disclaimer ?? RuleSet.DefaultDisclaimer;

    /// <summary>The modeling choices in force.</summary>
    public ScoringModel Model { get; }

    /// <summary>Which document said each entry, found out when first asked for.</summary>
    internal Deferred<IReadOnlyDictionary<EntryKey, ResolvedDocument>> DeferredProvenance { get; }

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
