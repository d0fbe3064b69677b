using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;

namespace GutSkin.Core.RuleSets;

/// <summary>A product that can serve an intervention. Brand and price are no input to any ranking.</summary>
[JsonConverter(typeof(ProductConverter))]
public sealed partial record Product
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

    /// <summary>The ids of the yes/no factors that speak against it: it is left out where one is true.</summary>
    public ImmutableArray<string> Allergens { get; init; } = [];

    /// <summary>Strains in it.</summary>
    public ImmutableArray<string> Strains { get; init; } = [];

    /// <summary>Id and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name ?? Intervention}";
}

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
