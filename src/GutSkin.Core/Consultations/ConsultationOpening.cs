using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Consultations;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// What the start page of a consultation shows: what may bring somebody here, whether a doctor has named it, and the items of the rule
/// set's first form, in the built-in set age and sex. The page can be drawn from it alone; <see cref="Consultation.Begin"/> answers it.
/// </summary>
public sealed partial record ConsultationOpening
{
    /// <summary>What stands above the concerns.</summary>
    public required string Question { get; init; }

    /// <summary>What is asked of each concern that has a <see cref="OpeningConcern.Presence"/>.</summary>
    public required string ToldQuestion { get; init; }

    /// <summary>The conditions and states, in the order of the rule set.</summary>
    public required ImmutableArray<OpeningConcern> Concerns { get; init; }

    /// <summary>What stands above the items; null where there are none.</summary>
    public string? Title { get; init; }

    /// <summary>What else is asked on this page.</summary>
    public ImmutableArray<QuestionItem> Items { get; init; } = [];

    internal static ConsultationOpening Of(ConsultationGround ground)
    {
        var language = ground.Scoring.Assess(PersonProfile.Create().Build(), ground.Options).Words ?? WordTable.For(ground.Options.Culture);
        var words = new RuleSetWords(ground.RuleSet, ground.Options.Culture, language);
        var set = ground.RuleSet.Data;
        var form = set.Forms.FirstOrDefault();
        var factors = ground.RuleSet.Index.Factors;
        return new ConsultationOpening
        {
            Question = language.OpeningQuestion,
            ToldQuestion = language.OpeningTold,
            Concerns = [.. set.Conditions.Select(c => new OpeningConcern(c.Id, words.Condition(c.Id), c.Kind, c.Kind == ConditionKind.SkinCondition ? c.Presence : null))],
            Title = form is null ? null : words.Text("forms", form.Id, "title", form.Title),
            Items =
            [
                .. (form?.Items ?? []).Select(id => factors[id]).Where(f => f is { Acquisition: Acquisition.Ask, AskWhen: null })
                    .Select(f => PreferNotToSay.Without(QuestionTexts.ItemOf(f, words))),
            ],
        };
    }
}

/// <summary>What may bring somebody here.</summary>
/// <param name="Condition">The id of the condition or state.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether it is a skin condition, or a state of gut or skin.</param>
/// <param name="Presence">The id of the yes/no factor that says that a doctor has named it; null where doctors do not, as of a state.</param>
public sealed record OpeningConcern(string Condition, string Name, ConditionKind Kind, string? Presence);

/// <summary>Turns the answers of a start page into a step, with everything that is wrong with them.</summary>
internal static class OpeningAnswers
{
    public static (ConsultationStep Step, ImmutableArray<Diagnostic> Faults) Read(
        ConsultationGround ground, ConsultationOpening page, ImmutableArray<string> concerns, List<string>? told, IReadOnlyDictionary<string, FactorValue>? answers)
    {
        answers ??= ImmutableDictionary<string, FactorValue>.Empty;
        var presences = page.Concerns.Where(c => c.Presence is not null).ToDictionary(c => c.Condition, c => c.Presence!, StringComparer.Ordinal);
        string[] items = [.. page.Items.Select(i => i.Factor)];
        var all = answers.ToImmutableSortedDictionary(StringComparer.Ordinal)
            .SetItems((told ?? []).Where(presences.ContainsKey).Select(id => KeyValuePair.Create(presences[id], FactorValue.Boolean(true))));
        var named = PersonProfile.Create().ConcernedAbout([.. concerns]).ConcernedAbout([.. told ?? []]).Build();
        ImmutableArray<Diagnostic> faults =
        [
            .. ground.Scoring.Check(named, ground.Options),
            .. answers.Keys.Where(id => !items.Contains(id)).Order(StringComparer.Ordinal).Select(id => AnswerText.NotAsked(id, items)),
            .. ground.Check(answers),
        ];
        return (
            new ConsultationStep(StepKind.Begin)
            {
                Concerns = [.. concerns.Distinct(StringComparer.Ordinal)],
                Shown = told is null ? [] : [.. presences.Values],
                Answers = all,
            },
            faults);
    }
}
