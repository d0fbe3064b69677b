using GutSkin.Core.FollowUp.Building;

namespace GutSkin.Core;

/// <summary>Compares two assessments of one person: <c>scoring.Compare(before, after)</c>.</summary>
/// <example>
/// <code>
/// var before = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.SugaryDrinks, 9).Build();
/// var after = before.ToBuilder().With(Factors.Diet.SugaryDrinks, 1).Build();
/// var comparison = ScoringService.Default.Compare(ScoringService.Default.Assess(before), ScoringService.Default.Assess(after));
/// Console.WriteLine(comparison.ToText());
/// </code>
/// </example>
public static class Comparisons
{
    /// <summary>Compares two profiles of one person. Both are scored with this service's rule set.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="before">The earlier profile.</param>
    /// <param name="after">The later profile.</param>
    /// <param name="options">How they are assessed and what was measured; null = the defaults.</param>
    /// <returns>The comparison, or everything that is wrong: faults of both profiles, two people, the wrong order.</returns>
    public static ReadResult<Comparison> TryCompare(this IScoringService scoring, PersonProfile before, PersonProfile after, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        options ??= ComparisonOptions.Default;
        var service = ScoringService.Behind(scoring);
        var was = ComparedSide.Of(service, before, options.Assessing);
        var now = ComparedSide.Of(service, after, options.Assessing);
        return was.Value is { } earlier && now.Value is { } later
            ? Compare(service, earlier, later, options)
            : new ReadResult<Comparison>(null, [.. was.Diagnostics.Select(d => d with { File = d.File ?? "before" }), .. now.Diagnostics.Select(d => d with { File = d.File ?? "after" })]);
    }

    /// <summary>Compares two assessments of one person, both made by this service's rule set. Answers that an assessment does not show are not compared.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="before">The earlier assessment.</param>
    /// <param name="after">The later assessment.</param>
    /// <param name="options">What was measured; null = the defaults.</param>
    /// <returns>The comparison, or everything that is wrong: two people, the wrong order, another rule set.</returns>
    public static ReadResult<Comparison> TryCompare(this IScoringService scoring, Assessment before, Assessment after, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var service = ScoringService.Behind(scoring);
        return Compare(service, ComparedSide.Of(service.RuleSet, before), ComparedSide.Of(service.RuleSet, after), options ?? ComparisonOptions.Default);
    }

    /// <summary>Compares two profiles of one person. Both are scored with this service's rule set.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="before">The earlier profile.</param>
    /// <param name="after">The later profile.</param>
    /// <param name="options">How they are assessed and what was measured; null = the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="InvalidInputException">They cannot be compared; it carries everything that is wrong.</exception>
    public static Comparison Compare(this IScoringService scoring, PersonProfile before, PersonProfile after, ComparisonOptions? options = null) =>
        scoring.TryCompare(before, after, options).GetValueOrThrow();

    /// <summary>Compares two assessments of one person, both made by this service's rule set. Answers that an assessment does not show are not compared.</summary>
    /// <param name="scoring">The service.</param>
    /// <param name="before">The earlier assessment.</param>
    /// <param name="after">The later assessment.</param>
    /// <param name="options">What was measured; null = the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="InvalidInputException">They cannot be compared; it carries everything that is wrong.</exception>
    public static Comparison Compare(this IScoringService scoring, Assessment before, Assessment after, ComparisonOptions? options = null) =>
        scoring.TryCompare(before, after, options).GetValueOrThrow();

    private static ReadResult<Comparison> Compare(ScoringService service, ComparedSide before, ComparedSide after, ComparisonOptions options)
    {
        var refusals = ComparisonBuilder.Refusals(before.Assessment, after.Assessment, service.RuleSet);
        if (!refusals.IsEmpty)
            return new ReadResult<Comparison>(null, refusals);
        string? culture = after.Assessment.Culture;
        var words = string.IsNullOrEmpty(culture) ? null : WordTable.Find(culture, service.Words);
        return new ReadResult<Comparison>(ComparisonBuilder.Build(service.RuleSet, before, after, options.Severity, words), []);
    }
}
