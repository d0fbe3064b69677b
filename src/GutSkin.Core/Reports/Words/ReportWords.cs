namespace GutSkin.Core;

/// <summary>The fixed words of a report in one language. <c>{0}</c> and <c>{1}</c> stand for what is filled in.</summary>
internal sealed partial record ReportWords
{
    /// <summary>The words for a culture: German for <c>de</c> and its regions, else English.</summary>
    public static ReportWords For(string? culture) =>
        culture is not null && (culture.Equals("de", StringComparison.OrdinalIgnoreCase) || culture.StartsWith("de-", StringComparison.OrdinalIgnoreCase))
            ? German
            : English;

    public required string Language { get; init; }
    public required string DecimalMark { get; init; }
    public required string Percent { get; init; }
    public required string Range { get; init; }
    public required string AndMore { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }

    public required string Title { get; init; }
    public required string LeadWithDate { get; init; }
    public required string Lead { get; init; }

    public required string SeeSomeoneFirst { get; init; }
    public required string WhenToSeeTitle { get; init; }
    public required string WhenToSee { get; init; }
    public required string NotYetChecked { get; init; }
    public required string AnswerFirst { get; init; }
    public required string NoFlag { get; init; }
    public required string Undecided { get; init; }
    public required string WhomToSee { get; init; }
    public required string Urgent { get; init; }
    public required string Soon { get; init; }
    public required string Routine { get; init; }

    public required string Picture { get; init; }
    public required string PictureLead { get; init; }
    public required string PictureApart { get; init; }
    public required string PictureChart { get; init; }
    public required string PictureDescription { get; init; }
    public required string PictureTable { get; init; }
    public required string LegendIndex { get; init; }
    public required string LegendInterval { get; init; }
    public required string LegendUncertainty { get; init; }
    public required string LegendCeiling { get; init; }
    public required string Concerns { get; init; }
    public required string SkinConditions { get; init; }
    public required string OtherSkinConditions { get; init; }
    public required string States { get; init; }
    public required string ConditionOrState { get; init; }
    public required string Index { get; init; }
    public required string BandHeader { get; init; }
    public required string AtMost { get; init; }
    public required string OfAtMost { get; init; }
    public required string OpenAnswers { get; init; }
    public required string StudiesLeave { get; init; }
    public required string Answered { get; init; }
    public required string RowOpen { get; init; }
    public required string RowFixed { get; init; }
    public required string RowStudies { get; init; }
    public required string RowAnswered { get; init; }

    public required string Weights { get; init; }
    public required string WeightsLead { get; init; }
    public required string WeighsMost { get; init; }
    public required string Protects { get; init; }
    public required string NothingRaises { get; init; }
    public required string Answer { get; init; }
    public required string AnswerOpen { get; init; }
    public required string Certainty { get; init; }
    public required string CertaintyVeryLow { get; init; }
    public required string CertaintyLow { get; init; }
    public required string CertaintyModerate { get; init; }
    public required string CertaintyHigh { get; init; }
    public required string BasisDerived { get; init; }
    public required string BasisJudgement { get; init; }
    public required string Marker { get; init; }
    public required string StudiedIn { get; init; }
    public required string Against { get; init; }
    public required string EffectSize { get; init; }
    public required string EffectInterval { get; init; }
    public required string MeasureOddsRatio { get; init; }
    public required string MeasureRelativeFrequency { get; init; }
    public required string MeasureHazardRatio { get; init; }
    public required string MeasureStandardized { get; init; }
    public required string MeasureMeanDifference { get; init; }
    public required string MeasureLogOdds { get; init; }
    public required string CountedElsewhere { get; init; }
    public required string NotCounted { get; init; }
    public required string SmallerShares { get; init; }
    public required string Elsewhere { get; init; }
    public required string Mostly { get; init; }
    public required string Sources { get; init; }

    public required string Flow { get; init; }
    public required string FlowLead { get; init; }
    public required string FlowDescription { get; init; }
    public required string FlowTable { get; init; }
    public required string Groups { get; init; }
    public required string Mechanisms { get; init; }
    public required string Conditions { get; init; }
    public required string Condition { get; init; }
    public required string UnknownWay { get; init; }
    public required string OtherGroup { get; init; }

    public required string Change { get; init; }
    public required string ChangeUrgent { get; init; }
    public required string ChangeLead { get; init; }
    public required string ChangeTable { get; init; }
    public required string ChangeWhat { get; init; }
    public required string ChangeFromTo { get; init; }
    public required string ChangeIndex { get; init; }
    public required string ChangeNothing { get; init; }
    public required string AsItIs { get; init; }
    public required string IndexWithInterval { get; init; }
    public required string IndexChange { get; init; }
    public required string IndexHardly { get; init; }
    public required string IndexWorse { get; init; }
    public required string NoRecommendedLevel { get; init; }
    public required string Suggestions { get; init; }
    public required string SuggestionsLead { get; init; }
    public required string MoreSuggestions { get; init; }
    public required string NoSuggestions { get; init; }
    public required string ToDiscuss { get; init; }
    public required string ToDiscussLead { get; init; }
    public required string WhoCanHelp { get; init; }
    public required string ExpectedFromTrial { get; init; }
    public required string ExpectedFromAnswers { get; init; }
    public required string Effort { get; init; }
    public required string Cost { get; init; }
    public required string Weeks { get; init; }
    public required string LevelLow { get; init; }
    public required string LevelMedium { get; init; }
    public required string LevelHigh { get; init; }
    public required string Dose { get; init; }
    public required string NoClearEffect { get; init; }
    public required string NoHealthClaim { get; init; }
    public required string Caution { get; init; }
    public required string CautionIf { get; init; }

    public required string Held { get; init; }
    public required string HeldNothing { get; init; }
    public required string HeldDeferred { get; init; }
    public required string HeldBlocked { get; init; }
    public required string HeldUntil { get; init; }
    public required string HeldDeclined { get; init; }
    public required string HeldIf { get; init; }
    public required string HeldLevers { get; init; }
    public required string HeldUnnamed { get; init; }
    public required string HeldUnnamedOne { get; init; }
    public required string NoBenefit { get; init; }
    public required string NoBenefitAndMore { get; init; }

    public required string Narrow { get; init; }
    public required string NarrowLead { get; init; }
    public required string NarrowEnough { get; init; }
    public required string NarrowNone { get; init; }
    public required string ForSafety { get; init; }
    public required string GainMuch { get; init; }
    public required string GainSome { get; init; }
    public required string GainLittle { get; init; }
    public required string MoreQuestions { get; init; }
    public required string MoreQuestionsOne { get; init; }

    public required string SourcesOnPaper { get; init; }
    public required string NoSources { get; init; }
    public required string Limits { get; init; }
    public required string LimitLinks { get; init; }
    public required string LimitPeople { get; init; }
    public required string LimitWeak { get; init; }
    public required string LimitDoses { get; init; }
    public required string About { get; init; }
    public required string Disclaimer { get; init; }
    public required string DefaultDisclaimer { get; init; }
    public required string IntendedUse { get; init; }
    public required string UseWellness { get; init; }
    public required string UseProfessional { get; init; }
    public required string UseResearch { get; init; }
    public required string RuleSet { get; init; }
    public required string Version { get; init; }
    public required string Hash { get; init; }
    public required string Engine { get; init; }

    /// <summary>Names of the default bands, by id.</summary>
    public required IReadOnlyDictionary<string, string> Bands { get; init; }

    /// <summary>Names of factor groups, by id.</summary>
    public required IReadOnlyDictionary<string, string> GroupNames { get; init; }

    /// <summary>Names of common choices, by id.</summary>
    public required IReadOnlyDictionary<string, string> Choices { get; init; }

    /// <summary>How units are said.</summary>
    public required UnitWords Units { get; init; }
}
