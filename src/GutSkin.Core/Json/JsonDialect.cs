namespace GutSkin.Core;

/// <summary>How freely a document may be written, and how large it may be.</summary>
internal sealed record JsonDialect
{
    /// <summary>The most bytes a document may have: 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The deepest nesting allowed.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most entries a section may have.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>The most nodes a gate may have.</summary>
    public const int MaxGateNodes = 1_000;

    /// <summary>The most faults that are listed of one document.</summary>
    public const int MaxFaults = 10_000;

    /// <summary>Plain JSON, for profiles.</summary>
    public static JsonDialect Strict { get; } = new();

    /// <summary>JSON with comments and trailing commas, for rule sets.</summary>
    public static JsonDialect Relaxed { get; } = new() { CommentsAndTrailingCommas = true };

    /// <summary>What this library wrote itself: no limit of size, and a deep gate described in C# is no fault of a text.</summary>
    public static JsonDialect Own { get; } = new() { Bytes = int.MaxValue, Depth = 1_000 };

    /// <summary>Whether comments and a comma behind the last element are allowed.</summary>
    public bool CommentsAndTrailingCommas { get; private init; }

    /// <summary>The most bytes.</summary>
    public int Bytes { get; private init; } = MaxBytes;

    /// <summary>The deepest nesting.</summary>
    public int Depth { get; private init; } = MaxDepth;
}
