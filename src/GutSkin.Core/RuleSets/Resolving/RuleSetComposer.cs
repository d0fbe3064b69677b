using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets;

/// <summary>
/// Composes rule set documents into one checked rule set. Documents apply in the order given, except that what is extended
/// comes before what extends it: an entry with a known id replaces it whole, a new id adds, <c>remove</c> removes.
/// </summary>
/// <example>
/// <code>
/// var own = RuleSetJson.Read("""{ "id": "own", "version": "1.0.0", "title": "Own", "extends": [{ "id": "gutskin.evidence" }] }""", "own.json");
/// var composed = RuleSetComposer.Compose(BuiltInRuleSet.Document, own);
/// foreach (var diagnostic in composed.Diagnostics)
///     Console.WriteLine(diagnostic);
/// Console.WriteLine(composed.GetValueOrThrow().Documents.Length);
/// </code>
/// </example>
public static class RuleSetComposer
{
    /// <summary>Composes documents.</summary>
    /// <param name="documents">A base and its overlays.</param>
    /// <returns>The composed rule set, or everything that is wrong with the documents, each fault with its place.</returns>
    public static ReadResult<ResolvedRuleSet> Compose(params RuleSetDocument[] documents) =>
        Compose((IReadOnlyList<RuleSetDocument>)documents);

    /// <summary>Composes documents.</summary>
    /// <param name="documents">A base and its overlays.</param>
    /// <returns>The composed rule set, or everything that is wrong with the documents, each fault with its place.</returns>
    public static ReadResult<ResolvedRuleSet> Compose(IReadOnlyList<RuleSetDocument> documents) => Compose(documents, []);

    /// <summary>Composes documents, and rules written as classes, which come after all of them and replace none.</summary>
    /// <param name="documents">A base and its overlays.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="cancellationToken">Ends it: it is asked at every entry.</param>
    /// <returns>The composed rule set, or everything that is wrong with documents and rules; what is wrong with a class names it as the file.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static ReadResult<ResolvedRuleSet> Compose(
        IReadOnlyList<RuleSetDocument> documents, IReadOnlyList<ComputedRule> rules, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(rules);
        if (documents.Count == 0)
            throw new ArgumentException("There is nothing to compose.", nameof(documents));
        foreach (var document in documents)
            ArgumentNullException.ThrowIfNull(document, nameof(documents));
        foreach (var rule in rules)
            ArgumentNullException.ThrowIfNull(rule, nameof(rules));

        return Compose(documents, rules, new DiagnosticBag(cancellationToken));
    }

    /// <summary>Composes documents and rules written as classes; the bag keeps what they excuse, too.</summary>
    internal static ReadResult<ResolvedRuleSet> Compose(IReadOnlyList<RuleSetDocument> documents, IReadOnlyList<ComputedRule> rules, DiagnosticBag bag)
    {
        var order = DocumentOrder.Of(documents, bag);
        if (order.Scopes.Count == 0)
            return new ReadResult<ResolvedRuleSet>(null, bag.InOrder());

        var written = order.Scopes.ToList();
        for (int i = 0; i < rules.Count; i++)
            order.Scopes.Add(DocumentScope.OfClass(rules[i], documents.Count + i, bag));

        foreach (var document in order.Scopes)
            document.LimitGates();
        var merger = new RuleSetMerger(order.Incomplete);
        var stages = new List<RuleSetIndex>();
        foreach (var document in order.Scopes)
        {
            bag.ThrowIfCanceled();
            merger.Apply(document);
            stages.Add(new RuleSetIndex(merger.State));
        }

        var state = merger.State;
        bag.ThrowIfCanceled();
        var inheritance = new SafetyInheritance(state, order.Scopes);
        MovedTargets.Check(state, inheritance);
        bag.ThrowIfCanceled();
        OverlayWarnings.Check(state, inheritance);
        bag.ThrowIfCanceled();
        state.Texts = RuleSetHead.Texts(state.Texts, written);
        var ruleSet = new MentionRemoval(state, inheritance).ApplyTo(RuleSetHead.Of(written));
        new RuleSetValidator(order, state, stages).Validate(ruleSet);
        if (bag.HasErrors)
            return new ReadResult<ResolvedRuleSet>(null, bag.InOrder());

        bag.ThrowIfCanceled();
        var applied = order.Scopes.Select(s => new ResolvedDocument(s.RuleSet.Id, s.RuleSet.Version, RuleSetHash.Sha256(s.RuleSet))).ToImmutableArray();
        string sha256 = SaysTheSame(ruleSet, order.Scopes) ? applied[0].Sha256 : RuleSetHash.Sha256(ruleSet);
        var resolved = new ResolvedRuleSet(ruleSet, sha256, applied, new(Provenance.Of(state, order.Scopes, applied)));
        return new ReadResult<ResolvedRuleSet>(resolved, bag.InOrder());
    }

    /// <summary>Whether composing changed nothing, so that the hash need not be taken twice.</summary>
    private static bool SaysTheSame(RuleSet composed, List<DocumentScope> documents) =>
        documents is [{ RuleSet: { Extends.IsEmpty: true } only }]
        && composed.Interventions.Zip(only.Interventions).All(i => i.First.SameSafetyAs.Length == i.Second.SameSafetyAs.Length)
        && composed.Safety.Zip(only.Safety).All(s => s.First.Interventions.Length == s.Second.Interventions.Length);
}
