using System.Collections.Immutable;

namespace GutSkin.Core;

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
