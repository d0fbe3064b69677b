using System.Text;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.WebConsultation;

/// <summary>Composes an overlay with the built-in rule set, and tries it.</summary>
internal sealed class Playground(IScoringService builtIn)
{
    private const string OverlayName = "overlay";

    /// <summary>Everything that is wrong with an overlay.</summary>
    public static LintAnswer Lint(byte[] overlay, CancellationToken cancellation)
    {
        var composed = Compose(RuleSetJson.Read(overlay, OverlayName, cancellation), cancellation);
        return new LintAnswer(composed.Success, Faults(composed));
    }

    /// <summary>Faults, the outcome of the tests inside, and the scores of a profile with and without the overlay.</summary>
    public TryAnswer Try(string overlay, PersonProfile profile, AssessmentOptions options, CancellationToken cancellation)
    {
        var document = RuleSetJson.Read(Encoding.UTF8.GetBytes(overlay), OverlayName, cancellation);
        var composed = Compose(document, cancellation);
        if (!composed.Success)
            return new TryAnswer(false, Faults(composed), [], [], []);

        var service = new ScoringService(composed.Value);
        TestOutcome[] tests =
        [
            .. RuleSetTestRunner.Run(composed.Value, document, cancellation).Results
                .Select(t => new TestOutcome(t.Name, t.Passed, t.Line, [.. t.Failures.Select(f => f.ToString())])),
        ];
        var before = builtIn.TryAssess(profile, options with { IgnoreUnknownFactors = true });
        var after = service.TryAssess(profile, options);
        if (after.Value is not { } changed)
            return new TryAnswer(true, Faults(composed), tests, [], [.. after.Diagnostics.Select(Fault.Of)]);
        var scores = changed.Conditions.Where(now => now.Score is not null).Select(now =>
        {
            var old = before.Value?.Condition(now.Id);
            return new ScoreChange(now.Id, now.Name, now.Concern, old?.Score, old?.Band, now.Score, now.Band, now.Interval);
        });
        return new TryAnswer(true, Faults(composed), tests, [.. scores], []);
    }

    private static ReadResult<ResolvedRuleSet> Compose(RuleSetDocument overlay, CancellationToken cancellation) =>
        RuleSetComposer.Compose([BuiltInRuleSet.Document, overlay], [], cancellation);

    /// <summary>Those of the overlay; of the built-in set only errors, which an overlay can cause there.</summary>
    private static Fault[] Faults(ReadResult<ResolvedRuleSet> composed) =>
    [
        .. composed.Diagnostics
            .Where(d => d.File == OverlayName || d.Severity == DiagnosticSeverity.Error)
            .OrderBy(d => d.Line ?? 0).ThenBy(d => d.Column ?? 0)
            .Select(Fault.Of),
    ];
}
