namespace GutSkin.Core;

/// <summary>Something to know about how an assessment was made.</summary>
public sealed record Notice
{
    /// <summary>A stable code.</summary>
    public required string Code { get; init; }

    /// <summary>What it says.</summary>
    public required string Message { get; init; }

    /// <summary>The id of the factor it is about; absent where it is about none.</summary>
    public string? Factor { get; init; }
}
