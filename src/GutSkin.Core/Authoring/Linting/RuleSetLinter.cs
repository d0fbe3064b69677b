using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.Authoring.Linting;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Values;

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

/// <summary>What lint looks at beyond the errors and warnings that composing finds anyway. All of it is off by default.</summary>
public sealed partial record LintOptions
{
    /// <summary>Nothing beyond.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The rules written as classes that the rule set is used with; what is wrong with one is told, too. Default: none.</summary>
    public ImmutableArray<ComputedRule> Classes { get; init; } = [];

    /// <summary>Analyze what rules say together: parts of gates that decide nothing, one cause counted twice, curves that turn back, untested rules. Default: off.</summary>
    public bool Analyze { get; init; }

    /// <summary>Hold what people read to the claims that food and device law allows there. Default: none.</summary>
    public ClaimsJurisdiction? Claims { get; init; }

    /// <summary>Report rules whose last review lies too far before this day, or behind it. Default: none.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>After how many days a review is too old. Default: 365.</summary>
    public int ReviewDays { get; init; } = 365;
}

/// <summary>Whose food and device law the words of a rule set are held to. A list of terms, no legal advice.</summary>
[JsonConverter(typeof(KebabEnumConverter<ClaimsJurisdiction>))]
public enum ClaimsJurisdiction
{
    /// <summary>The European Union.</summary>
    EuropeanUnion,

    /// <summary>Great Britain.</summary>
    GreatBritain,

    /// <summary>The United States.</summary>
    UnitedStates,
}

/// <summary>What lint says of a rule set.</summary>
/// <param name="Diagnostics">Errors and warnings, in the order of the document.</param>
/// <param name="Suppressed">Warnings that the data says are right on purpose.</param>
public sealed partial record LintReport(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<SuppressedDiagnostic> Suppressed)
{
    /// <summary>Whether there is no error.</summary>
    public bool Success => Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error);
}

/// <summary>A warning that the data says is right on purpose.</summary>
/// <param name="Diagnostic">The warning.</param>
/// <param name="Reason">Why it is right.</param>
public sealed record SuppressedDiagnostic(Diagnostic Diagnostic, string Reason);

/// <summary>Every diagnostic code, with what it means and what to do: the table that <c>docs/diagnostics.md</c> shows.</summary>
public static class DiagnosticTable
{
    /// <summary>All codes, in order.</summary>
    public static ImmutableArray<DiagnosticDescription> All => DiagnosticCodes.All;

    /// <summary>What a code means.</summary>
    /// <param name="code">The code, for example <c>GS1008</c>.</param>
    /// <returns>Its description; null where there is no such code.</returns>
    public static DiagnosticDescription? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return DiagnosticCodes.All.FirstOrDefault(d => d.Code == code);
    }
}
