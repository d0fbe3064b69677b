using GutSkin.Core;

namespace GutSkin.Samples.WebConsultation;

/// <summary>What is wrong with an overlay.</summary>
internal sealed record LintAnswer(bool Valid, Fault[] Diagnostics);

/// <summary>What an overlay does.</summary>
internal sealed record TryAnswer(bool Valid, Fault[] Diagnostics, TestOutcome[] Tests, ScoreChange[] Scores, Fault[] ProfileDiagnostics);

/// <summary>A test inside a rule set, the line it begins at, and what fails.</summary>
internal sealed record TestOutcome(string Name, bool Passed, int? Line, string[] Failures);

/// <summary>A condition's index without and with the overlay; no number before where only the overlay has the condition.</summary>
internal sealed record ScoreChange(
    string Condition, string Name, bool Concern, double? Before, string? BandBefore, double? After, string? BandAfter, Interval? Interval);
