using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// A knowledge base, or an overlay on one, as immutable data: what one document says. <see cref="ResolvedRuleSet"/> is what
/// comes of composing documents.
/// </summary>
[JsonConverter(typeof(RuleSetConverter))]
public sealed partial record RuleSet
{
    /// <summary>The disclaimer of a rule set that gives none.</summary>
    public const string DefaultDisclaimer =
        "This is wellness information and not a diagnosis. The numbers are an index of what published studies link with the skin, "
        + "not a probability. They do not replace the advice of a doctor or pharmacist. If you are worried, or something gets worse, see a professional.";

    /// <summary>The id of the rule set that ships with the library.</summary>
    internal const string BuiltInId = "gutskin.evidence";

    /// <summary>No translations.</summary>
    internal static readonly Deferred<ImmutableSortedDictionary<string, Texts>> NoTexts =
        new(static () => ImmutableSortedDictionary.Create<string, Texts>(StringComparer.Ordinal));

    // What scoring does not need is read from the built-in data only when it is asked for.
    private readonly Deferred<Evidence[]> evidence = new([]);
    private readonly Deferred<ConsideredEntry[]> considered = new([]);
    private readonly Deferred<ImmutableSortedDictionary<string, Texts>> texts = NoTexts;
    private readonly Deferred<RuleSetTest[]> tests = new([]);

    /// <summary>The id, for example <c>clinic.example</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, by Semantic Versioning.</summary>
    public required string Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The license, as an SPDX expression.</summary>
    public string? License { get; init; }

    /// <summary>Who wrote it.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The rule sets it builds on.</summary>
    public ImmutableArray<RuleSetDependency> Extends { get; init; } = [];

    /// <summary>What it takes out of those.</summary>
    public RuleSetRemovals Remove { get; init; } = RuleSetRemovals.None;

    /// <summary>
    /// What it is meant for; shown with every result. Null = not given: that of the rule set it builds on, else wellness information
    /// (<see cref="ResolvedRuleSet.IntendedUse"/>).
    /// </summary>
    public IntendedUse? IntendedUse { get; init; }

    /// <summary>
    /// What every result says of itself; must say that it is not a diagnosis. Null = not given: that of the rule set it builds on, else
    /// <see cref="DefaultDisclaimer"/> (<see cref="ResolvedRuleSet.Disclaimer"/>).
    /// </summary>
    public string? Disclaimer { get; init; }

    /// <summary>The modeling choices this document states; absent = none stated. <see cref="ScoringModel"/> has the defaults.</summary>
    public ModelOverrides? Model { get; init; }

    /// <summary>The mechanisms.</summary>
    public ImmutableArray<Mechanism> Mechanisms { get; init; } = [];

    /// <summary>The conditions and states.</summary>
    public ImmutableArray<SkinCondition> Conditions { get; init; } = [];

    /// <summary>The factors.</summary>
    public ImmutableArray<Factor> Factors { get; init; } = [];

    /// <summary>Questions that are asked together.</summary>
    public ImmutableArray<Form> Forms { get; init; } = [];

    /// <summary>How factors are worked out from answers that anybody can give.</summary>
    public ImmutableArray<Derivation> Derivations { get; init; } = [];

    /// <summary>The traits that interventions can have.</summary>
    public ImmutableArray<Trait> Traits { get; init; } = [];

    /// <summary>The sources.</summary>
    public ImmutableArray<Evidence> Evidence
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(evidence.Value);
        init => evidence = new(ImmutableCollectionsMarshal.AsArray(value));
    }

    /// <summary>The scoring rules.</summary>
    public ImmutableArray<ScoringRule> Rules { get; init; } = [];

    /// <summary>The interventions.</summary>
    public ImmutableArray<Intervention> Interventions { get; init; } = [];

    /// <summary>The safety rules.</summary>
    public ImmutableArray<SafetyRule> Safety { get; init; } = [];

    /// <summary>The screens, in the order of asking.</summary>
    public ImmutableArray<Screen> Screens { get; init; } = [];

    /// <summary>What was looked at and left out on purpose.</summary>
    public ImmutableArray<ConsideredEntry> Considered
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(considered.Value);
        init => considered = new(ImmutableCollectionsMarshal.AsArray(value));
    }

    /// <summary>Products.</summary>
    public ImmutableArray<Product> Products { get; init; } = [];

    /// <summary>Translations by culture, for example <c>de</c>.</summary>
    public ImmutableSortedDictionary<string, Texts> Texts
    {
        get => texts.Value!;
        init => texts = new(value);
    }

    /// <summary>Tests.</summary>
    public ImmutableArray<RuleSetTest> Tests
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(tests.Value);
        init => tests = new(ImmutableCollectionsMarshal.AsArray(value));
    }

    /// <summary>Begins a rule set written in C#.</summary>
    /// <param name="id">The id, for example <c>clinic.example</c>.</param>
    /// <param name="version">The version, by Semantic Versioning.</param>
    /// <param name="title">The title.</param>
    /// <returns>A builder.</returns>
    public static RuleSetBuilder Create(string id, string version, string title) => new(id, version, title);

    /// <summary>Where each entry was read; null for a rule set written in C#.</summary>
    internal SourceMap? Source { get; init; }

    /// <summary>The sources, read when first asked for.</summary>
    internal Deferred<Evidence[]> DeferredEvidence { get => evidence; init => evidence = value; }

    /// <summary>What was left out on purpose, read when first asked for.</summary>
    internal Deferred<ConsideredEntry[]> DeferredConsidered { get => considered; init => considered = value; }

    /// <summary>Translations, read when first asked for.</summary>
    internal Deferred<ImmutableSortedDictionary<string, Texts>> DeferredTexts { get => texts; init => texts = value; }

    /// <summary>Tests, read when first asked for.</summary>
    internal Deferred<RuleSetTest[]> DeferredTests { get => tests; init => tests = value; }

    /// <summary>Id, version and title.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id} {Version}: {Title}";
}

/// <summary>Ids of entries of the extended rule sets that an overlay takes out.</summary>
public sealed partial record RuleSetRemovals
{
    /// <summary>Nothing taken out.</summary>
    public static RuleSetRemovals None { get; } = new();

    /// <summary>Ids of mechanisms.</summary>
    public ImmutableArray<string> Mechanisms { get; init; } = [];

    /// <summary>Ids of conditions.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Ids of factors.</summary>
    public ImmutableArray<string> Factors { get; init; } = [];

    /// <summary>Ids of forms.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Ids of derivations.</summary>
    public ImmutableArray<string> Derivations { get; init; } = [];

    /// <summary>Ids of traits.</summary>
    public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>Ids of evidence entries.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Ids of scoring rules.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Ids of interventions.</summary>
    public ImmutableArray<string> Interventions { get; init; } = [];

    /// <summary>Ids of safety rules.</summary>
    public ImmutableArray<string> Safety { get; init; } = [];

    /// <summary>Ids of screens.</summary>
    public ImmutableArray<string> Screens { get; init; } = [];

    /// <summary>Ids of products.</summary>
    public ImmutableArray<string> Products { get; init; } = [];
}

/// <summary>A rule set that another one extends.</summary>
public sealed record RuleSetDependency
{
    /// <summary>The id of the rule set extended.</summary>
    public required string Id { get; init; }

    /// <summary>Which versions will do, a range such as <c>&gt;=1.0.0 &lt;2.0.0</c>; absent = any.</summary>
    public string? Version { get; init; }
}
