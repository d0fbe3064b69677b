using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

#pragma warning disable RS0030 // A measure of the machine for the host's metrics, which no answer depends on.

/// <summary>
/// A scoring service that tells a host how often it is used and how long that takes, through the platform's <see cref="ActivitySource"/>
/// and <see cref="Meter"/>, both named <see cref="Name"/>. Nothing is told unless somebody wraps a service in it, or sets
/// <see cref="GutSkinOptions.Observe"/>, and listens. No answer, score, condition or id of a person is ever told, and a trace, which belongs
/// to one request, does not say what came of it: only counters know of red flags, by urgency. The answers are those of the service inside,
/// bit by bit.
/// </summary>
/// <example>
/// <code>
/// IScoringService scoring = new ObservedScoringService(ScoringService.Default);
/// var assessment = scoring.Assess(PersonProfile.Create().With(Factors.Diet.Milk, 2).Build());
/// Console.WriteLine(assessment.Triage.Level);
/// </code>
/// </example>
public sealed class ObservedScoringService : IScoringService
{
    /// <summary>The name of the activity source and of the meter, for <c>AddSource</c> and <c>AddMeter</c>: <c>GutSkin.Core</c>.</summary>
    public const string Name = "GutSkin.Core";

    private static readonly ActivitySource Source = new(Name, Assessment.EngineVersion);
    private static readonly Meter Meter = new(Name, Assessment.EngineVersion);

    private static readonly Counter<long> Assessments = Meter.CreateCounter<long>("gutskin.assessments", "{assessment}", "Profiles assessed, or refused for what is wrong with them.");
    private static readonly Counter<long> RedFlags = Meter.CreateCounter<long>("gutskin.red_flags", "{flag}", "Red flags that were up, by urgency.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("gutskin.assessment.duration", "s", "How long an assessment takes.");
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("gutskin.cohort.rows", "{row}", "Rows of tables scored.");

    /// <summary>Makes a service that tells of another one.</summary>
    /// <param name="inner">The service that scores.</param>
    public ObservedScoringService(IScoringService inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <inheritdoc/>
    public ResolvedRuleSet RuleSet => Inner.RuleSet;

    internal IScoringService Inner { get; }

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => Inner.Check(profile, options);

    /// <inheritdoc/>
    public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null)
    {
        using var activity = Start("gutskin.assess");
        long began = Stopwatch.GetTimestamp();
        var result = Inner.TryAssess(profile, options);
        var tags = new TagList { { "gutskin.rule_set.id", RuleSet.Data.Id }, { "gutskin.outcome", result.Success ? "assessed" : "refused" } };
        Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
        Assessments.Add(1, tags);
        if (RedFlags.Enabled && result.Value is { } assessment)
            Count(assessment.Triage.Flags);
        return result;
    }

    /// <inheritdoc/>
    /// <remarks>Nothing is told of it: it is made for loops in which that would be most of the work.</remarks>
    public void Score(ScoringBuffer buffer, Span<ScoreResult> scores) => Inner.Score(buffer, scores);

    /// <inheritdoc/>
    public void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var activity = Start("gutskin.score_table");
        Inner.ScoreTable(columns, results, options, cancellationToken);
        Rows.Add(columns.Rows, new KeyValuePair<string, object?>("gutskin.rule_set.id", RuleSet.Data.Id));
    }

    /// <summary>Counts red flags outside of any trace: an exemplar would tie a count to the request of one person.</summary>
    private static void Count(ImmutableArray<RedFlag> flags)
    {
        var current = Activity.Current;
        Activity.Current = null;
        try
        {
            foreach (var flag in flags)
                RedFlags.Add(1, new KeyValuePair<string, object?>("gutskin.urgency", UrgencyWord(flag.Urgency)));
        }
        finally
        {
            Activity.Current = current;
        }
    }

    private static string UrgencyWord(Urgency urgency) => urgency switch
    {
        Urgency.Urgent => "urgent",
        Urgency.Soon => "soon",
        _ => "routine",
    };

    private Activity? Start(string what)
    {
        var activity = Source.StartActivity(what);
        activity?.SetTag("gutskin.rule_set.id", RuleSet.Data.Id);
        activity?.SetTag("gutskin.rule_set.version", RuleSet.Data.Version);
        return activity;
    }
}
