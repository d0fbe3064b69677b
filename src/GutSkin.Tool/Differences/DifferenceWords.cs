using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.Authoring;

namespace GutSkin.Tool;

/// <summary>What the text and the Markdown form of a difference say alike.</summary>
internal static class DifferenceWords
{
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Heading(RuleSetDifference difference) =>
        $"{difference.Old.Id} {difference.Old.Version} → {difference.New.Id} {difference.New.Version}";

    public static string Counts(RuleSetDifference difference) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(difference, EntryChangeKind.Added)} added, {Count(difference, EntryChangeKind.Removed)} removed, {Count(difference, EntryChangeKind.Changed)} changed");

    public static string SectionName(string section) => section == "ruleSet" ? "rule set" : section;

    public static string People(CohortImpact impact) => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {impact.People} people {impact.BandChanged} ({Percent(impact.BandChangedShare)}) change a band of what they are advised on; {impact.TriageChanged} change triage.");

    public static string LargestMove(ScoreMove move) => string.Create(
        CultureInfo.InvariantCulture, $"The largest move: person {move.Person}, {move.Condition} {Number(move.From)} → {Number(move.To)}.");

    public static string Loss(SafetyLoss loss) => string.Create(
        CultureInfo.InvariantCulture,
        $"person {loss.Person}: {loss.Rule ?? "profile"}{(loss.Intervention is { } i ? $" on {i}" : "")}: {loss.Was} → {loss.Now}");

    public static string NotAssessed(CohortImpact impact) => string.Create(
        CultureInfo.InvariantCulture, $"{impact.NotAssessed.Length} could not be assessed by the old rule set: {Listed(impact.NotAssessed)}.");

    private static string Listed(IReadOnlyCollection<int> places) =>
        string.Join(", ", places.Take(10)) + (places.Count > 10 ? ", …" : "");

    private static int Count(RuleSetDifference difference, EntryChangeKind kind) => difference.Entries.Count(e => e.Kind == kind);
}
