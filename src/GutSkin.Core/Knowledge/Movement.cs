namespace GutSkin.Core;

/// <summary>A movement of a factor that a safety rule is for: every intervention that can move it so, whatever its value is now.</summary>
public sealed record Movement
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>Which way; for a yes/no or choice factor always <see cref="MovementDirection.Any"/>.</summary>
    public required MovementDirection Direction { get; init; }
}

/// <summary>Which way a factor moves.</summary>
public enum MovementDirection
{
    /// <summary>To a higher value.</summary>
    Up,

    /// <summary>To a lower value.</summary>
    Down,

    /// <summary>To any other value.</summary>
    Any,
}
