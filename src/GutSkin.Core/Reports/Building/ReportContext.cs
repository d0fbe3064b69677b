using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Reports.Model;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Reports.Building;

/// <summary>What every section needs: the assessment, the words, names, figures and the list of sources.</summary>
internal sealed class ReportContext
{
    public ReportContext(Assessment assessment)
    {
        Assessment = assessment;
        Names = new RuleSetWords(assessment.Knowledge, assessment.Culture, assessment.Words ?? WordTable.For(assessment.Culture));
        Sources = new SourceList(Names);
        Say = new ReportPhrases(this);
        Concerns = InOrder(c => c.Concern);
    }

    public Assessment Assessment { get; }

    public RuleSetWords Names { get; }

    public WordTable Words => Names.Language;

    public NumberWords Numbers => Names.Numbers;

    public ScoringModel Model => Names.Model;

    public SourceList Sources { get; }

    public ReportPhrases Say { get; }

    public bool IsUrgent => Assessment.Triage.Level == TriageLevel.ReferUrgent;

    /// <summary>The concerns, in the rule set's order.</summary>
    public ImmutableArray<ConditionScore> Concerns { get; }

    /// <summary>Conditions by kind, then as the rule set lists them, else by id: never by their indices, which cannot be compared.</summary>
    public ImmutableArray<ConditionScore> InOrder(Func<ConditionScore, bool> which)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var condition in Assessment.Knowledge?.Data.Conditions ?? [])
            order.TryAdd(condition.Id, order.Count);
        return
        [
            .. Assessment.Conditions.Where(which)
                .OrderBy(c => c.Kind).ThenBy(c => order.GetValueOrDefault(c.Id, int.MaxValue)).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }
}

/// <summary>Says what an assessment says, in order. Nothing is computed here beyond rounding and picking.</summary>
internal static class ReportBuilder
{
    public static Report Build(Assessment assessment, ReportDetail detail)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var context = new ReportContext(assessment);
        var words = context.Words;
        ImmutableArray<ReportSection> page = [SafetySection.Build(context), .. FirstPage.Build(context, MeasuredSection.Build(context))];
        ImmutableArray<ReportSection?> details = detail == ReportDetail.FirstPage
            ? [ClosingSections.PleaseNote(context)]
            :
            [
                ScoreChartSection.Build(context),
                TimelineSection.Build(context),
                ContributionsSection.Build(context),
                ChangeSection.Build(context),
                HeldBackSection.Build(context),
                QuestionSection.Build(context),
                .. ClosingSections.Build(context),
            ];
        string lead = assessment.AsOf is { } day ? WordTable.Fill(words.LeadWithDate, context.Numbers.Day(day)) : words.Lead;
        return new Report(words.Culture, words.Title, lead, [.. page, .. details.OfType<ReportSection>()]);
    }
}

/// <summary>Numbers sources in the order in which a report mentions them.</summary>
internal sealed class SourceList(RuleSetWords names)
{
    private const int LongestTitle = 32;

    private readonly Dictionary<string, ReportSource> byId = new(StringComparer.Ordinal);
    private readonly List<ReportSource> list = [];

    /// <summary>All that were mentioned.</summary>
    public ImmutableArray<ReportSource> All => [.. list];

    /// <summary>Mentions sources.</summary>
    public ImmutableArray<ReportSource> Cite(ImmutableArray<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Select(Cite)];

    /// <summary>Sources by first author and year, without a number: for a page that has no list.</summary>
    public IReadOnlyList<string> Named(ImmutableArray<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Select(names.FindEvidence).OfType<Evidence>().Select(e => CleanText.Of(Short(e))).Distinct(StringComparer.Ordinal)];

    private ReportSource Cite(string id)
    {
        if (byId.TryGetValue(id, out var known))
            return known;
        int number = list.Count + 1;
        var source = names.FindEvidence(id) is { } evidence ? Of(number, evidence) : new ReportSource(number, CleanText.Of(id), "", CleanText.Of(id), "", null, null);
        byId.Add(id, source);
        list.Add(source);
        return source;
    }

    private static ReportSource Of(int number, Evidence evidence)
    {
        string? identifier = evidence.Doi is { Length: > 0 } doi ? CleanText.Of("doi:" + doi)
            : evidence.Pmid is { Length: > 0 } pmid ? CleanText.Of("PMID " + pmid)
            : null;
        return new ReportSource(
            number,
            CleanText.Of(Short(evidence)),
            CleanText.Of(Citations.Authors(evidence)),
            CleanText.Of(Citations.Title(evidence)),
            CleanText.Of(Citations.Place(evidence)),
            identifier,
            Link(evidence));
    }

    /// <summary>First author and year: Juhl 2018. Without authors the journal stands for them.</summary>
    private static string Short(Evidence evidence)
    {
        if (evidence.Authors is not { Length: > 0 } authors)
            return WithYear(Cut(evidence.Journal is { Length: > 0 } journal && journal[0] != '(' ? journal : evidence.Title), evidence);
        string first = authors.Split([',', ';', '('], 2)[0].Replace(" et al.", "", StringComparison.Ordinal).Replace(" et al", "", StringComparison.Ordinal).Trim();
        int space = first.LastIndexOf(' ');
        if (space > 0 && first.Length - space <= 5 && first.AsSpan(space + 1).IndexOfAnyExceptInRange('A', 'Z') < 0)
            first = first[..space];
        return WithYear(first, evidence);
    }

    private static string WithYear(string who, Evidence evidence) =>
        evidence.Year is { } year ? $"{who} {year.ToString(CultureInfo.InvariantCulture)}" : who;

    private static string Cut(string text)
    {
        if (text.Length <= LongestTitle)
            return text;
        int end = text.LastIndexOf(' ', LongestTitle);
        if (end <= 0)
            end = char.IsHighSurrogate(text[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
        return text[..end] + "…";
    }

    private static string? Link(Evidence evidence) =>
        evidence.Doi is { Length: > 3 } doi && doi.StartsWith("10.", StringComparison.Ordinal) ? "https://doi.org/" + Path(doi)
        : evidence.Pmid is { Length: > 0 } pmid && pmid.All(char.IsAsciiDigit) ? $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
        : null;

    private static string Path(string doi) => string.Join('/', doi.Split('/').Select(Uri.EscapeDataString));
}
