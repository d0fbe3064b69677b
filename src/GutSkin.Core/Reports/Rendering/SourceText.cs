using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The sources of one entry in a line: the first by name, the others by number.</summary>
internal static class SourceText
{
    private const int MostNamed = 2;

    /// <summary>Whether the source at a position is named, not only numbered.</summary>
    public static bool IsNamed(int position) => position < MostNamed;

    public static string Of(ImmutableArray<ReportSource> sources, Func<ReportSource, string> named, Func<ReportSource, string> numbered) =>
        string.Join(", ", sources.Select((s, i) => IsNamed(i) ? named(s) : numbered(s)));
}
