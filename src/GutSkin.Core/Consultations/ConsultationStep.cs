using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Consultations;

/// <summary>What a step of a consultation did.</summary>
internal enum StepKind
{
    /// <summary>A question was answered; of a screen, what is not ticked is no.</summary>
    Answer,

    /// <summary>The person would rather not say.</summary>
    Decline,

    /// <summary>The question was put aside: its items stay open and are not asked again here.</summary>
    Skip,

    /// <summary>An app has asked screens in its own way: none of these.</summary>
    Screened,

    /// <summary>An answer was changed, asked or not.</summary>
    Change,

    /// <summary>The consultation goes on on another day.</summary>
    Day,

    /// <summary>The start page was answered.</summary>
    Begin,
}

/// <summary>One step of a consultation: all that is needed to take it again.</summary>
internal sealed record ConsultationStep(StepKind Kind)
{
    private static readonly ImmutableSortedDictionary<string, FactorValue> NoAnswers =
        ImmutableSortedDictionary.Create<string, FactorValue>(StringComparer.Ordinal);

    /// <summary>The id of the question; null where none was asked.</summary>
    public string? Question { get; init; }

    /// <summary>What the question asked.</summary>
    public QuestionKind Asks { get; init; }

    /// <summary>The ids of the items that it showed; of <see cref="StepKind.Screened"/> the ids of the screens.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>The answers by factor.</summary>
    public ImmutableSortedDictionary<string, FactorValue> Answers { get; init; } = NoAnswers;

    /// <summary>The ids of the conditions that the start page named.</summary>
    public ImmutableArray<string> Concerns { get; init; } = [];

    /// <summary>The day on which the consultation goes on.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The items that stay open and are not asked again.</summary>
    public IEnumerable<string> LeftOpen => Kind switch
    {
        StepKind.Skip => Shown,
        StepKind.Answer when Asks != QuestionKind.Screen => Shown.Where(item => !Answers.ContainsKey(item)),
        _ => [],
    };

    /// <summary>Takes the step.</summary>
    /// <param name="profile">The profile before it.</param>
    /// <param name="screens">The screens of the rule set, by id.</param>
    /// <returns>The profile after it.</returns>
    public PersonProfile ApplyTo(PersonProfile profile, IReadOnlyDictionary<string, Screen> screens)
    {
        var builder = profile.ToBuilder();
        switch (Kind)
        {
            case StepKind.Answer:
                if (Asks == QuestionKind.Screen)
                    Screen(builder, profile, screens.GetValueOrDefault(Question ?? ""));
                foreach (var (factor, value) in Answers)
                {
                    if (Asks != QuestionKind.Screen || value != FactorValue.Boolean(false))
                        builder.With(factor, value);
                }

                break;
            case StepKind.Decline:
                foreach (string item in Shown)
                {
                    if (Answers.TryGetValue(item, out var unsaid))
                        builder.With(item, unsaid);
                    else
                        builder.Declined(item);
                }

                break;
            case StepKind.Begin:
                Begin(builder, screens);
                break;
            case StepKind.Screened:
                foreach (string screen in Shown.Where(screens.ContainsKey))
                    builder.Screened(screen);
                break;
            case StepKind.Change:
                foreach (var (factor, value) in Answers)
                    builder.With(factor, value);
                break;
            case StepKind.Day:
                Date(builder, profile);
                break;
        }

        return builder.Build();
    }

    /// <summary>Notes what the start page said: a condition that was shown and not named is a no, as in the screen that lists it.</summary>
    private void Begin(PersonProfileBuilder builder, IReadOnlyDictionary<string, Screen> screens)
    {
        builder.ConcernedAbout([.. Concerns]);
        foreach (var (factor, value) in Answers)
            builder.With(factor, value);
        foreach (var shown in Shown.GroupBy(item => screens.Values.FirstOrDefault(s => s.Factors.Contains(item))?.Id))
        {
            if (shown.Key is not null)
                builder.Screened(shown.Key, shown);
            else
                shown.Where(item => !Answers.ContainsKey(item)).ToList().ForEach(item => builder.With(item, false));
        }
    }

    /// <summary>Notes what a screen showed, beside what it showed before; an item that it does not list any more is a no of its own.</summary>
    private void Screen(PersonProfileBuilder builder, PersonProfile profile, Screen? screen)
    {
        var listed = Shown.Where(item => screen?.Factors.Contains(item) == true).ToList();
        foreach (string item in Shown.Except(listed, StringComparer.Ordinal))
            builder.With(item, false);
        if (screen is null || profile.Screened.FirstOrDefault(s => s.Screen == screen.Id) is not { } earlier)
        {
            if (screen is not null)
                builder.Screened(screen.Id, listed);
            return;
        }

        var shownBefore = (earlier.Items ?? screen.Factors).Except(listed, StringComparer.Ordinal).ToList();
        if (earlier.On is null || earlier.On == profile.AsOf)
        {
            if (earlier.Items is not null)
                builder.Screened(screen.Id, shownBefore.Concat(listed), earlier.On);
            return;
        }

        // A screen has one day: what it said on an earlier one becomes answers of that day.
        foreach (string item in shownBefore.Where(item => !profile.Observations.ContainsKey(item)))
            builder.With(item, false, earlier.On);
        builder.Screened(screen.Id, listed);
    }

    /// <summary>What was said so far was said on the day before; from now on it is another day.</summary>
    private void Date(PersonProfileBuilder builder, PersonProfile profile)
    {
        builder.AsOf(On);
        if (profile.AsOf is not { } then)
            return;
        foreach (var (factor, observation) in profile.Observations)
        {
            if (observation.On is not null)
                continue;
            if (observation.Value is { } value)
                builder.With(factor, value, observation.Unit, then, observation.Source);
            else
                builder.Declined(factor, then, observation.Source);
        }

        foreach (var answer in profile.Screened.Where(s => s.On is null))
        {
            if (answer.Items is { } items)
                builder.Screened(answer.Screen, items, then);
            else
                builder.Screened(answer.Screen, then);
        }
    }
}
