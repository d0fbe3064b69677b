using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Why two assessments are not compared, or no plan is made; the table of <c>docs/follow-up.md</c> is made from it.</summary>
public static class FollowUpDiagnostics
{
    internal const string TwoPeople = "GS0721";
    internal const string WrongOrder = "GS0722";
    internal const string OtherRuleSet = "GS0723";
    internal const string NoProfile = "GS0724";

    /// <summary>All codes in order: code, severity, what it means, what to do.</summary>
    public static ImmutableArray<DiagnosticDescription> All { get; } =
    [
        Error(TwoPeople, "Two assessments whose profile ids differ", "Compare two of one person."),
        Error(WrongOrder, "The day of the earlier one lies after the day of the later one", "Give the earlier one first."),
        Error(OtherRuleSet, "An assessment that another rule set made", "Give both profiles, so that one rule set scores both, or the rule set that made both assessments."),
        Error(NoProfile, "A plan from an assessment that was read from a file: it does not hold all answers", "Make the plan from the profile."),
    ];

    internal static Diagnostic Of(string code, string path, string message) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Path = path,
        Message = message,
        Hint = All.First(d => d.Code == code).Remedy,
    };

    private static DiagnosticDescription Error(string code, string meaning, string remedy) => new(code, DiagnosticSeverity.Error, meaning, remedy);
}
