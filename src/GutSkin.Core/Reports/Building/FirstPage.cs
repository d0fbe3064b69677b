using System.Collections.Immutable;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>
/// The page a person keeps: what stands out, what could be done first, what is not known, what to take along. Whom to see stands
/// before it (<see cref="SafetySection"/>), the disclaimer after it.
/// </summary>
internal static class FirstPage
{
    private const int MostThings = 3;
    private const int MostActions = 3;
    private const int MostNames = 6;
    private const string Person = "person.";

    public static ImmutableArray<ReportSection> Build(ReportContext context, ReportSection? measured)
    {
        ReportSection?[] sections = [StandsOut(context), measured, DoFirst(context), NotKnown(context), TakeAlong(context)];
        return [.. sections.OfType<ReportSection>()];
    }

    /// <summary>Names in a line, the rest as a number.</summary>
    public static string Names(WordTable words, IReadOnlyList<string> names, int most = MostNames, string between = ", ")
    {
        int shown = names.Count <= most + 1 ? names.Count : most;
        string list = string.Join(between, names.Take(shown));
        return shown == names.Count ? list : $"{list}{between}{WordTable.Fill(words.AndMore, NumberWords.Count(names.Count - shown))}";
    }

    /// <summary>
    /// What is as advised already, by what it is about: somebody who never smoked has not quit, and who is not stressed does no yoga.
    /// What follows from being young (an infant drinks no alcohol) is left out.
    /// </summary>
    public static List<string> AsAdvised(ReportContext context, IEnumerable<(string Intervention, string Name)> met)
    {
        var byAge = context.Assessment.Derived
            .Where(d => d.Value == 0 && d.Items.Any(i => i.StartsWith(Person, StringComparison.Ordinal))).Select(d => d.Factor).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. met.SelectMany(m => context.Names.FindIntervention(m.Intervention) is { Changes.Length: > 0 } known
                    ? known.Changes.Where(c => !byAge.Contains(c.Factor)).Select(c => WithoutScale(context.Names.Factor(c.Factor)))
                    : [CleanText.Of(m.Name)])
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>A factor's name without what it is counted in: sleep quality, not sleep quality (PSQI).</summary>
    private static string WithoutScale(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private static ReportSection? StandsOut(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var named = context.Assessment.Conditions.Count(c => c.Concern) <= MostThings ? context.Concerns : [];
        if (named.Length > 0)
            blocks.Add(new ListBlock([.. named.Select(c => context.Say.Index(c))]));
        var things = context.Concerns
            .SelectMany(c => c.Contributions.Where(r => r is { Counted: true, LogOdds: > 0, Value: not null }), (Condition, Rule) => (Condition, Rule))
            .GroupBy(t => t.Rule.Factor ?? t.Rule.Rule, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(t => t.Rule.LogOdds).ToList())
            .OrderByDescending(g => g[0].Rule.LogOdds).ThenBy(g => g[0].Rule.Rule, StringComparer.Ordinal)
            .Take(MostThings)
            .Select(g => Thing(context, g))
            .ToImmutableArray();
        if (things.Length > 0)
            blocks.Add(new ItemsBlock(things));
        else if (!context.IsUrgent)
            blocks.Add(new ParagraphBlock(words.StandsOutNothing));
        return blocks.Count == 0 ? null : new ReportSection("stands-out", words.StandsOut, blocks.ToImmutable());
    }

    private static ReportItem Thing(ReportContext context, List<(ConditionScore Condition, Contribution Rule)> same)
    {
        var words = context.Words;
        var rule = same[0].Rule;
        string title = rule.Factor is { } factor
            ? $"{context.Names.Factor(factor)}: {context.Say.Answer(rule)}"
            : context.Names.Rule(rule.Rule);
        string linked = WordTable.Fill(
            words.LinkedWith,
            string.Join(", ", same.Select(t => ReportPhrases.Name(t.Condition)).Distinct(StringComparer.Ordinal)),
            words.Say(same.Max(t => t.Rule.Certainty)));
        return new ReportItem { Title = title, Lines = [$"{linked} {context.Say.RestsOn(rule.Evidence)}".TrimEnd()] };
    }

    private static ReportSection? DoFirst(ReportContext context)
    {
        var words = context.Words;
        if (context.IsUrgent)
            return new ReportSection("do-first", words.DoFirst, [new ParagraphBlock(words.ChangeUrgent)]);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var possible = Suggestions.Of(context).Where(s => !s.IsMedical).Take(MostActions).ToImmutableArray();
        if (possible.Length > 0)
            blocks.Add(new ItemsBlock([.. possible.Select(s => SuggestionItem.Brief(context, s))]));
        var met = context.Assessment.Recommendations.Where(r => r.Status == RecommendationStatus.AlreadyMet && r.VariantOf is null && r.Tier < 3)
            .Concat(context.Assessment.Recommendations.Where(r => r.Status == RecommendationStatus.AlreadyMet && r.VariantOf is null && r.Tier == 3))
            .Where(r => !WeightLossMentions.Hides(context, r))
            .Select(r => (r.Intervention, r.Name));
        if (AsAdvised(context, met) is { Count: > 0 } asAdvised)
            blocks.Add(new ParagraphBlock(WordTable.Fill(words.AlreadyDone, Names(words, asAdvised, 4))));
        if (blocks.Count == 0)
            blocks.Add(new ParagraphBlock(words.NoSuggestions));
        return new ReportSection("do-first", words.DoFirst, blocks.ToImmutable());
    }

    private static ReportSection? NotKnown(ReportContext context)
    {
        var words = context.Words;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        var open = context.Assessment.NextQuestions.Select(q => CleanText.Of(q.Title)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (!context.IsUrgent && Waiting(context) is { } waiting)
            blocks.Add(new ParagraphBlock(waiting));
        foreach (var condition in context.IsUrgent || !context.Assessment.Enough ? [] : context.Concerns.Where(c => c.Settled == false))
        {
            if (OpenTests.Of(context, condition) is { Count: > 0 } tests)
                blocks.Add(new ParagraphBlock(WordTable.Fill(words.WideForTests, ReportPhrases.Name(condition), Names(words, tests, MostThings))));
        }

        if (open.Count > 0)
            blocks.Add(new ParagraphBlock(WordTable.Fill(open.Count == 1 ? words.OneAnswerHelps : words.TwoAnswersHelp, string.Join(" · ", open))));
        else if (context.Assessment.Enough && blocks.Count > 0)
            blocks.Add(new ParagraphBlock(words.NarrowEnough));
        return blocks.Count == 0 ? null : new ReportSection("not-known", words.WhatIsNotKnown, blocks.ToImmutable());
    }

    /// <summary>What waits for answers, said once.</summary>
    private static string? Waiting(ReportContext context)
    {
        var waiting = context.Assessment.Recommendations
            .Where(r => r is { Status: RecommendationStatus.NeedsCheck, VariantOf: null } && r.Ask.Length > 0 && !WeightLossMentions.Hides(context, r)).ToList();
        if (waiting.Count == 0)
            return null;
        var asks = waiting.SelectMany(r => r.Ask).Distinct(StringComparer.Ordinal).Count();
        string names = Names(context.Words, [.. waiting.Select(r => CleanText.Of(r.Name))], 4);
        if (!context.Assessment.Triage.Complete)
            return WordTable.Fill(context.Words.WaitForFirst, names);
        return asks == 1
            ? WordTable.Fill(context.Words.WaitForOne, names)
            : WordTable.Fill(context.Words.WaitFor, NumberWords.Count(asks), names);
    }

    private static ReportSection? TakeAlong(ReportContext context)
    {
        var words = context.Words;
        var lines = new List<string>();
        var flagged = context.Assessment.Triage.Flags.SelectMany(f => f.Refer).ToHashSet(StringComparer.Ordinal);
        var medical = context.IsUrgent ? [] : Suggestions.Of(context).Where(s => s.IsMedical).Select(s => s.Name).ToList();
        if (medical.Count > 0)
            lines.Add(WordTable.Fill(words.TalkAbout, Names(words, medical, 4)));
        var helpers = context.Assessment.Recommendations
            .Where(r => r is { Category: Intervention.ReferralCategory, IsSuggested: true } && !flagged.Contains(r.Intervention))
            .Select(r => CleanText.Of(r.Name)).ToList();
        if (helpers.Count > 0)
            lines.Add(WordTable.Fill(words.WhomToSee, Names(words, helpers, 3)));
        var tests = OpenTests.Useful(context);
        if (tests.Count > 0 && !context.IsUrgent)
            lines.Add(WordTable.Fill(words.TestsIfAny, Names(words, tests, 3)));
        lines.Add(words.TakePage);
        return new ReportSection("take-along", words.TakeAlong, [new ListBlock([.. lines])]);
    }
}

/// <summary>What may be suggested, in the assessment's order, each way of doing one thing under that thing.</summary>
internal static class Suggestions
{
    public static ImmutableArray<Suggestion> Of(ReportContext context)
    {
        var possible = context.Assessment.Recommendations
            .Where(r => r.IsSuggested && r.Category != Intervention.ReferralCategory).ToList();
        var parents = possible.Select(r => r.Intervention).ToHashSet(StringComparer.Ordinal);
        var variants = possible.Where(r => r.VariantOf is { } parent && parents.Contains(parent)).ToLookup(r => r.VariantOf!, StringComparer.Ordinal);
        return
        [
            .. possible.Where(r => r.VariantOf is not { } parent || !parents.Contains(parent))
                .Select(r => new Suggestion(r, [.. variants[r.Intervention].Select(v => CleanText.Of(v.Name))])),
        ];
    }
}

/// <summary>A suggestion and the ways of doing it.</summary>
internal sealed record Suggestion(Recommendation Recommendation, ImmutableArray<string> Examples)
{
    public string Name => CleanText.Of(Recommendation.Name);

    public bool IsMedical => Recommendation.Category == ChangeSection.MedicalCategory;
}
