using System.Collections.Immutable;
using GutSkin.Core.Authoring.Linting;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring;

/// <summary>
/// Says everything that is wrong or odd with a rule set, together with what it extends. A warning that is right on purpose carries
/// its reason in the data: <c>"x-lint": { "GS1008": "why" }</c> on the entry or on the document. Errors cannot be suppressed.
/// </summary>
/// <example>
/// <code>
/// var own = RuleSetJson.Read("""{ "id": "own", "version": "1.0.0", "title": "Own", "extends": [{ "id": "gutskin.evidence" }] }""", "own.json");
/// var report = RuleSetLinter.Lint([BuiltInRuleSet.Document, own], new LintOptions { Analyze = true });
/// Console.WriteLine(report.Success);
/// </code>
/// </example>
public static class RuleSetLinter
{
    /// <summary>Lints a rule set.</summary>
    /// <param name="documents">What it extends, and the rule set to lint as the last; of the others only errors are told.</param>
    /// <param name="options">What to look at beyond the warnings of composing; null = nothing.</param>
    /// <param name="cancellationToken">Ends it: it is asked at every entry and every pair of rules.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static LintReport Lint(IReadOnlyList<RuleSetDocument> documents, LintOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        options ??= LintOptions.Default;
        if (documents.Count == 0)
            throw new ArgumentException("There is nothing to lint.", nameof(documents));
        var composing = new DiagnosticBag(cancellationToken);
        var composed = RuleSetComposer.Compose(documents, options.Classes, composing);
        var linted = documents[^1];
        if (linted.RuleSet is null)
            return new LintReport(composed.Diagnostics, []);

        var bag = new DiagnosticBag(cancellationToken);
        var scope = new DocumentScope(linted, 0, bag);
        if (composed.Success)
            Analyze(new AnalysisContext(composed.Value, scope), options);
        if (options.Claims is { } jurisdiction)
            new ClaimCheck(ClaimTerms.Of(jurisdiction)).Check(scope);

        var files = options.Classes.Select(c => (string?)c.GetType().ToString()).Append(scope.File).ToHashSet();
        var found = composed.Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error || files.Contains(d.File))
            .Concat(bag.InOrder());
        var excused = composing.Excused.Where(e => e.Diagnostic.File == scope.File).Concat(bag.Excused);
        return SuppressionCheck.Apply(found, [.. excused.Select(e => new SuppressedDiagnostic(e.Diagnostic, e.Reason))], scope, options);
    }

    private static void Analyze(AnalysisContext context, LintOptions options)
    {
        if (options.Analyze)
        {
            GatePartCheck.Check(context);
            CauseCheck.Check(context);
            context.Document.Bag.ThrowIfCanceled();
            CoverCheck.Check(context);
            context.Document.Bag.ThrowIfCanceled();
            CurveCheck.Check(context);
            TestedCheck.Check(context);
            TextsCheck.Check(context);
        }

        if (options.AsOf is { } day)
            ReviewCheck.Check(context, day, options.ReviewDays);
    }
}
