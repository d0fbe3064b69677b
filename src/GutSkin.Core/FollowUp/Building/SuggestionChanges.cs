using System.Collections.Immutable;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>What became of suggestions.</summary>
internal static class SuggestionChanges
{
    /// <summary>The suggestions of which something else can be said, by kind, then id. What moves no factor cannot be seen, and is not judged.</summary>
    public static ImmutableArray<SuggestionChange> Build(ComparedSide before, ComparedSide after)
    {
        var was = before.Assessment.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        var now = after.Assessment.Recommendations.ToDictionary(r => r.Intervention, StringComparer.Ordinal);
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(id => Change(was.GetValueOrDefault(id), now.GetValueOrDefault(id), after))
                .OfType<SuggestionChange>()
                .OrderBy(c => c.Kind).ThenBy(c => c.Intervention, StringComparer.Ordinal),
        ];
    }

    private static SuggestionChange? Change(Recommendation? was, Recommendation? now, ComparedSide after)
    {
        var shown = now ?? was!;
        bool wasSuggested = was is { IsSuggested: true }, isSuggested = now is { IsSuggested: true };
        var progress = wasSuggested ? Progress(was!, after) : [];
        SuggestionChangeKind? kind = (was?.Status, now?.Status) switch
        {
            (_, RecommendationStatus.AlreadyMet) when wasSuggested => SuggestionChangeKind.TakenUp,
            (RecommendationStatus.AlreadyMet, not null) when now!.Room == Room.Open => SuggestionChangeKind.Lapsed,
            _ when wasSuggested && progress.Any(p => IsNearer(p, after)) => SuggestionChangeKind.TakenUpInPart,
            _ when isSuggested && !wasSuggested => SuggestionChangeKind.New,
            _ when wasSuggested && !isSuggested => SuggestionChangeKind.Withdrawn,
            _ => null,
        };
        return kind is not { } found ? null : new SuggestionChange
        {
            Intervention = shown.Intervention,
            Name = shown.Name,
            Kind = found,
            Before = was?.Status,
            After = now?.Status,
            Factors = found is SuggestionChangeKind.TakenUp or SuggestionChangeKind.TakenUpInPart ? progress : [],
        };
    }

    private static ImmutableArray<FactorProgress> Progress(Recommendation was, ComparedSide after) =>
    [
        .. was.Changes.Where(c => after.Answers.ContainsKey(c.Factor)).Select(c => new FactorProgress(c.Factor, c.From, c.To, after.Answers[c.Factor].Value)),
    ];

    /// <summary>Whether a factor moved its way: a choice to the one suggested, a number by more than two measurements of the same may differ.</summary>
    private static bool IsNearer(FactorProgress progress, ComparedSide after)
    {
        if (progress.From.Kind != FactorValueKind.Number || progress.Now.Kind != FactorValueKind.Number)
            return progress.Now == progress.Toward && progress.Now != progress.From;
        double way = progress.Toward.AsNumber - progress.From.AsNumber, gone = progress.Now.AsNumber - progress.From.AsNumber;
        double least = after.Answers[progress.Factor] is { Error: not null } now ? AnswerChanges.Detectable(now, now)!.Value : 0;
        return way * gone > 0 && Math.Abs(gone) > least;
    }
}
