namespace GutSkin.Core;

/// <summary>What a product cost on a day.</summary>
public sealed record Price
{
    /// <summary>The amount, 0 or more.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The day on which it was seen; absent where unknown.</summary>
    public DateOnly? AsOf { get; init; }
}
