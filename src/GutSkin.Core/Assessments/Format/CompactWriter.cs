using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Format;

/// <summary>
/// Writes an assessment without what its rule set says anyway, as <see cref="CompactAssessment"/> is written, but for the objects: most of what
/// that would take is making them. A test holds the two together.
/// </summary>
internal sealed class CompactWriter(Utf8JsonWriter json, Assessment assessment, CompiledRuleSet rules, RuleSetWords words)
{
    private static readonly CompactAssessmentContext Context = CompactAssessmentContext.Default;

    // None where lines are indented: the writer does not indent what it is given as text.
    private readonly WrittenNumbers? numbers = json.Options.Indented ? null : new();

    public void Write(bool withNoExpectedBenefit)
    {
        var listed = withNoExpectedBenefit ? assessment.Recommendations
            : assessment.Recommendations.RemoveAll(static r => r.Status == RecommendationStatus.NoExpectedBenefit);
        json.WriteStartObject();
        json.WriteString(CompactNames.Schema, CompactAssessment.SchemaName);
        Text(CompactNames.Culture, assessment.Culture);
        Text(CompactNames.ProfileId, assessment.ProfileId);
        Part(CompactNames.AsOf, assessment.AsOf, Context.NullableDateOnly);
        json.WriteString(CompactNames.Engine, assessment.Engine);
        Part(CompactNames.RuleSet, assessment.RuleSet, Context.RuleSetIdentity);
        json.WriteString(CompactNames.IntendedUse, CompactWords<IntendedUse>.Of(assessment.IntendedUse));
        json.WriteString(CompactNames.Disclaimer, assessment.Disclaimer);
        WriteTriage(assessment.Triage);
        Strings(CompactNames.Safety, Findings(listed, SafetyState.True));
        Strings(CompactNames.UnknownSafety, Findings(listed, SafetyState.Unknown));
        List(CompactNames.Conditions, assessment.Conditions, Write);
        Part(CompactNames.Derived, assessment.Derived.IsEmpty ? null : [.. assessment.Derived], Context.DerivedArray);
        Part(CompactNames.Levers, assessment.Levers.IsEmpty ? null : [.. assessment.Levers], Context.LeverArray);
        List(CompactNames.Recommendations, listed, Write);
        Flag(CompactNames.Enough, assessment.Enough);
        Flag(CompactNames.Full, assessment.Full);
        List(CompactNames.Questions, assessment.NextQuestions, Write);
        Part(CompactNames.Tests, assessment.Tests.IsEmpty ? null : [.. assessment.Tests], Context.UsefulTestArray);
        Strings(CompactNames.Inapplicable, assessment.Inapplicable.AsSpan());
        Part(CompactNames.Notices, assessment.Notices.IsEmpty ? null : [.. assessment.Notices], Context.NoticeArray);
        json.WriteEndObject();
    }

    private void WriteTriage(Triage triage)
    {
        json.WriteString(CompactNames.Level, CompactWords<TriageLevel>.Of(triage.Level));
        Flag(CompactNames.Complete, triage.Complete);
        if (!triage.Flags.IsEmpty)
        {
            json.WriteStartArray(CompactNames.Flags);
            foreach (var flag in triage.Flags)
                json.WriteStringValue(flag.Rule);
            json.WriteEndArray();
        }

        List(CompactNames.Unresolved, triage.Unresolved, open =>
        {
            json.WriteString(CompactNames.Rule, open.Rule);
            Strings(CompactNames.Ask, open.Ask.AsSpan());
            Strings(CompactNames.Declined, open.Declined.AsSpan());
        });
    }

    private void Write(ConditionScore score)
    {
        json.WriteString(CompactNames.Id, score.Id);
        Flag(CompactNames.Concern, score.Concern);
        Known(CompactNames.Score, score.Score);
        Known(CompactNames.LogOdds, score.LogOdds);
        Pair(CompactNames.Interval, score.Interval);
        Pair(CompactNames.Uncertainty, score.Uncertainty);
        Known(CompactNames.Ceiling, score.Ceiling);
        if (score.Settled is { } settled)
            json.WriteBoolean(CompactNames.Settled, settled);
        Known(CompactNames.Completeness, score.Completeness);
        Text(CompactNames.Band, score.Band);
        WriteContributions(score.Contributions);
        List(CompactNames.Mechanisms, score.Mechanisms, share =>
        {
            json.WriteString(CompactNames.Id, share.Id);
            Known(CompactNames.Share, share.Share);
        });
    }

    // The longest of the lists, which goes without a call for each entry.
    private void WriteContributions(ImmutableArray<Contribution> contributions)
    {
        if (contributions.IsEmpty)
            return;
        json.WriteStartArray(CompactNames.Contributions);
        foreach (var contribution in contributions)
        {
            json.WriteStartObject();
            Write(contribution);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(Contribution contribution)
    {
        json.WriteString(CompactNames.Rule, contribution.Rule);
        if (contribution.Value is { } value)
            Answer(CompactNames.Value, value);
        Text(CompactNames.Derived, contribution.Derived);
        if (contribution.Inputs is { } inputs)
            Part(CompactNames.Inputs, [.. inputs], Context.ContributionInputArray);
        Number(CompactNames.Burden, contribution.Burden);
        Number(CompactNames.LogOdds, contribution.LogOdds);
        Number(CompactNames.Share, contribution.Share);
        Flag(CompactNames.Counted, contribution.Counted);
        Flag(CompactNames.Determined, contribution.Determined);
        if (contribution.Range != new Interval(contribution.LogOdds, contribution.LogOdds))
            Pair(CompactNames.Range, contribution.Range);
    }

    private void Write(Recommendation recommendation)
    {
        json.WriteString(CompactNames.Id, recommendation.Intervention);
        json.WriteString(CompactNames.Status, CompactWords<RecommendationStatus>.Of(recommendation.Status));
        if (recommendation.Tier != 0)
            json.WriteNumber(CompactNames.Tier, recommendation.Tier);
        if (recommendation.Certainty is { } certainty)
            json.WriteString(CompactNames.Certainty, CompactWords<Certainty>.Of(certainty));
        Number(CompactNames.Benefit, recommendation.Benefit);
        json.WriteString(CompactNames.Room, CompactWords<Room>.Of(recommendation.Room));
        List(CompactNames.Changes, recommendation.Changes, change =>
        {
            json.WriteString(CompactNames.Factor, change.Factor);
            Answer(CompactNames.From, change.From);
            Answer(CompactNames.To, change.To);
        });
        WriteIndications(recommendation);
        WriteEffects(recommendation.Effects);
        Strings(CompactNames.Ask, recommendation.Ask.AsSpan());
        Strings(CompactNames.Declined, recommendation.Declined.AsSpan());
        Part(CompactNames.Products, recommendation.Products.IsEmpty ? null : [.. recommendation.Products], Context.RecommendedProductArray);
        Strings(CompactNames.Notices, recommendation.Notices.AsSpan());
    }

    /// <summary>The places of the active ones among the intervention's indications.</summary>
    private void WriteIndications(Recommendation recommendation)
    {
        if (recommendation.Indications.IsEmpty)
            return;
        var all = CompactFacts.Intervention(rules, recommendation.Intervention).Intervention;
        json.WriteStartArray(CompactNames.Indications);
        int place = 0;
        foreach (var active in recommendation.Indications)
        {
            while (place < all.Indications.Length && !CompactFacts.Indication(all, place, words).Equals(active))
                place++;
            if (place == all.Indications.Length)
                throw new ArgumentException($"The rule set {assessment.RuleSet.Id} does not say this of '{all.Id}': was the assessment changed?");
            json.WriteNumberValue(place++);
        }

        json.WriteEndArray();
    }

    private void WriteEffects(ImmutableArray<RecommendationEffect> effects)
    {
        bool any = false;
        foreach (var effect in effects)
        {
            bool eligible = false;
            int chosen = 0;
            for (int i = 0; i < effect.Trials.Length; i++)
            {
                eligible |= effect.Trials[i].Eligible;
                chosen = chosen == 0 && effect.Trials[i].Chosen ? i + 1 : chosen;
            }

            if (effect.Lever == 0 && effect.Benefit == 0 && !eligible && chosen == 0)
                continue;
            if (!any)
                json.WriteStartArray(CompactNames.Effects);
            any = true;
            json.WriteStartObject();
            json.WriteString(CompactNames.Condition, effect.Condition);
            Number(CompactNames.Lever, effect.Lever);
            Number(CompactNames.Benefit, effect.Benefit);
            Known(CompactNames.ScoreAfter, effect.ScoreAfter);
            if (eligible)
                WriteEligible(effect.Trials);
            if (chosen != 0)
                json.WriteNumber(CompactNames.Chosen, chosen);
            json.WriteEndObject();
        }

        if (any)
            json.WriteEndArray();
    }

    private void WriteEligible(ImmutableArray<TrialFinding> trials)
    {
        json.WriteStartArray(CompactNames.Eligible);
        for (int i = 0; i < trials.Length; i++)
        {
            if (trials[i].Eligible)
                json.WriteNumberValue(i);
        }

        json.WriteEndArray();
    }

    private void Write(NextQuestion question)
    {
        json.WriteString(CompactNames.Id, question.Id);
        json.WriteString(CompactNames.Asks, CompactWords<QuestionKind>.Of(question.Asks));
        json.WriteString(CompactNames.Reason, CompactWords<QuestionReason>.Of(question.Reason));
        Number(CompactNames.Gain, question.Gain);
        Strings(CompactNames.Fills, question.Fills.AsSpan());
        Strings(CompactNames.Decides, question.Decides.AsSpan());
        var all = CompactFacts.Items(rules, question.Asks, question.Id);
        bool isWhole = all.Length == question.Items.Length;
        for (int i = 0; isWhole && i < all.Length; i++)
            isWhole = all[i] == question.Items[i].Factor;
        if (isWhole || question.Items.IsEmpty)
            return;
        json.WriteStartArray(CompactNames.Items);
        foreach (var item in question.Items)
            json.WriteStringValue(item.Factor);
        json.WriteEndArray();
    }

    /// <summary>The ids of the safety rules in a state that what is listed has: each once, ordinally.</summary>
    private static string[] Findings(ImmutableArray<Recommendation> listed, SafetyState state)
    {
        // Of an assessment just made the findings of one rule are one object: most are known before their ids are looked at.
        var seen = new HashSet<SafetyFinding>(ReferenceEqualityComparer.Instance);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var recommendation in listed)
        {
            foreach (var finding in recommendation.Safety)
            {
                if (finding.State == state && seen.Add(finding))
                    found.Add(finding.Rule);
            }
        }

        string[] ids = [.. found];
        Array.Sort(ids, string.CompareOrdinal);
        return ids;
    }

    private void List<T>(JsonEncodedText name, ImmutableArray<T> list, Action<T> write)
        where T : class
    {
        if (list.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var item in list)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Strings(JsonEncodedText name, ReadOnlySpan<string> list)
    {
        if (list.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (string item in list)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    /// <summary>What is written as it is elsewhere, left out where it is absent.</summary>
    private void Part<T>(JsonEncodedText name, T? value, JsonTypeInfo<T> type)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, type);
    }

    private void Text(JsonEncodedText name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private void Flag(JsonEncodedText name, bool value)
    {
        if (value)
            json.WriteBoolean(name, true);
    }

    /// <summary>A number, left out where it is 0.</summary>
    private void Number(JsonEncodedText name, double value)
    {
        if (value != 0)
            Known(name, value);
    }

    /// <summary>A number, left out where it is absent. A whole one takes a fifth of the time as such, and is the same text.</summary>
    private void Known(JsonEncodedText name, double? value)
    {
        if (value is not { } known)
            return;
        json.WritePropertyName(name);
        End(known);
    }

    private void End(double value)
    {
        if (IsWhole(value, out int whole))
            json.WriteNumberValue(whole);
        else if (numbers is not null && double.IsFinite(value))
            json.WriteRawValue(numbers.TextOf(value), skipInputValidation: true);
        else
            json.WriteNumberValue(value);
    }

    private static bool IsWhole(double value, out int whole)
    {
        whole = (int)value;
        return whole == value && (whole != 0 || !double.IsNegative(value));
    }

    private void Pair(JsonEncodedText name, Interval? value)
    {
        if (value is not { } interval)
            return;
        json.WriteStartArray(name);
        End(interval.Low);
        End(interval.High);
        json.WriteEndArray();
    }

    private void Answer(JsonEncodedText name, FactorValue value)
    {
        json.WritePropertyName(name);
        FactorValueConverter.Write(json, value);
    }
}
