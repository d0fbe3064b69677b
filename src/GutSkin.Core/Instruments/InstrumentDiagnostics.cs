using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.Instruments;

/// <summary>What can be wrong with answers to an instrument; the table of <c>docs/instruments.md</c> is made from it.</summary>
public static class InstrumentDiagnostics
{
    internal const string UnknownInstrument = "GS0701";
    internal const string UnknownBandSet = "GS0702";
    internal const string UnknownItem = "GS0703";
    internal const string OutOfRange = "GS0704";
    internal const string OffStep = "GS0705";
    internal const string Missing = "GS0706";
    internal const string Contradicting = "GS0707";
    internal const string DayTwice = "GS0711";
    internal const string NotFinite = "GS0712";
    internal const string Odd = "GS1401";

    /// <summary>All codes in order: code, severity, what it means, what to do.</summary>
    public static ImmutableArray<DiagnosticDescription> All { get; } =
    [
        Error(UnknownInstrument, "An instrument that does not exist", "Use one of the ids that the hint names."),
        Error(UnknownBandSet, "A band set that the instrument does not have", "Use one of the ids that the hint names."),
        Error(UnknownItem, "An item that the instrument does not have", "Correct the id."),
        Error(OutOfRange, "An answer outside the item's range, or answers that together give an impossible total", "Give a number in the range that the message names."),
        Error(OffStep, "An answer between the steps of the item", "Give one of the numbers that the message names."),
        Error(Missing, "An item without an answer", "Answer it; no instrument here guesses what is missing."),
        Error(Contradicting, "Two answers that say the same thing in two ways, and differently", "Keep one of the two."),
        Error(DayTwice, "Two entries of a diary for one day", "Keep one of the two."),
        Error(NotFinite, "A severity in a diary that is not a finite number", "Give a finite number, or leave the day out."),
        new(Odd, DiagnosticSeverity.Warning, "Answers that are allowed and hardly fit each other", "Check both; the score is given."),
    ];

    /// <summary>One word for what is wrong, for programs: the gravest of the errors.</summary>
    /// <param name="diagnostics">What scoring reported.</param>
    /// <returns>
    /// <c>unknown-instrument</c>, <c>unknown-band-set</c>, <c>invalid</c> (not JSON, a text instead of a number), <c>out-of-range</c>, <c>off-step</c>,
    /// <c>unknown-item</c>, <c>contradicting</c> or <c>incomplete</c>; null where there is no error.
    /// </returns>
    public static string? WordFor(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        string[] codes = [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code)];
        if (codes.Length == 0)
            return null;
        foreach (var (code, word) in Words)
        {
            if (codes.Contains(code))
                return word;
        }

        return "invalid";
    }

    private static ImmutableArray<(string Code, string Word)> Words { get; } =
    [
        (UnknownInstrument, "unknown-instrument"),
        (UnknownBandSet, "unknown-band-set"),
        (DiagnosticCodes.WrongType, "invalid"),
        (OutOfRange, "out-of-range"),
        (OffStep, "off-step"),
        (UnknownItem, "unknown-item"),
        (Contradicting, "contradicting"),
        (Missing, "incomplete"),
    ];

    private static DiagnosticDescription Error(string code, string meaning, string remedy) => new(code, DiagnosticSeverity.Error, meaning, remedy);
}
