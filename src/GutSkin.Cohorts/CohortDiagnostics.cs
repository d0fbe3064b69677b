namespace GutSkin.Cohorts;

/// <summary>The codes of what can be wrong with a cohort; <c>docs/cohorts.md</c> lists them. A code never changes its meaning.</summary>
internal static class CohortDiagnostics
{
    public const string Compressed = "GS4001";
    public const string Workbook = "GS4002";
    public const string NotText = "GS4003";
    public const string Empty = "GS4004";
    public const string Dialect = "GS4005";
    public const string LeftOut = "GS4006";
    public const string RowNames = "GS4007";
    public const string CellCount = "GS4008";
    public const string QuoteOutOfPlace = "GS4009";
    public const string LineTooLong = "GS4010";
    public const string NotUtf8 = "GS4011";
    public const string JsonShape = "GS4012";
    public const string SchemaChanges = "GS4013";
    public const string ParquetDamaged = "GS4014";
    public const string ColumnType = "GS4015";
    public const string AnswersDiffer = "GS4016";
    public const string UnitNotTaken = "GS4017";
    public const string NoSuchColumn = "GS4018";
    public const string BadMap = "GS4019";
    public const string BadRecoding = "GS4020";
    public const string UnitColumn = "GS4021";
    public const string GroupTooMany = "GS4022";

    public static Diagnostic Error(string code, string message, string? hint = null, string? file = null, int? line = 1) =>
        new() { Code = code, Severity = DiagnosticSeverity.Error, Message = message, Hint = hint, File = file, Line = line };

    public static Diagnostic Warning(string code, string message, string? hint = null, string? file = null) =>
        new() { Code = code, Severity = DiagnosticSeverity.Warning, Message = message, Hint = hint, File = file, Line = 1 };

    /// <summary>A word of the input in quotes, on one line and not longer than a message should be.</summary>
    public static string Quote(string word)
    {
        int length = Math.Min(word.Length, 80);
        if (length < word.Length && char.IsHighSurrogate(word[length - 1]))
            length--;
        string shown = string.Create(length, word, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
                to[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? '\uFFFD' : from[i];
        });
        return length == word.Length ? $"'{shown}'" : $"'{shown}…'";
    }
}
