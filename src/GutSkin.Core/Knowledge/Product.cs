using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A product that can serve an intervention. Brand and price are no input to any ranking.</summary>
public sealed record Product
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the intervention it serves.</summary>
    public required string Intervention { get; init; }

    /// <summary>What it cost.</summary>
    public Price? Price { get; init; }

    /// <summary>Allergens in it; unknown ones count as present.</summary>
    public ImmutableArray<string> Allergens { get; init; } = [];

    /// <summary>Strains in it.</summary>
    public ImmutableArray<string> Strains { get; init; } = [];
}
