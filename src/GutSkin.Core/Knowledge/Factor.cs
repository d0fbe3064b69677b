using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Something that can be known of a person: a diet, a habit, a symptom, a laboratory value.</summary>
public sealed record Factor
{
    /// <summary>The id, dotted by group: <c>diet.fiber</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name in plain words.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required FactorKind Kind { get; init; }

    /// <summary>The group, for example <c>diet</c>; absent where none is given.</summary>
    public string? Group { get; init; }

    /// <summary>The choices of a choice factor, in order; empty for the others.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The unit of a number, in UCUM spelling; absent where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least allowed value; absent = unbounded.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest allowed value; absent = unbounded.</summary>
    public double? Max { get; init; }

    /// <summary>What is recommended or usual; absent where nothing is.</summary>
    public FactorReference? Reference { get; init; }

    /// <summary>Whether a person can change it.</summary>
    public bool Modifiable { get; init; }

    /// <summary>How an answer is come by.</summary>
    public Acquisition Acquisition { get; init; }

    /// <summary>After how many days an answer is too old to count as known; absent = never. Exactly that old still counts.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>How far repeated measurements scatter; absent where that is not modeled.</summary>
    public MeasurementError? MeasurementError { get; init; }

    /// <summary>Conversions from other units.</summary>
    public ImmutableArray<UnitConversion> Conversions { get; init; } = [];

    /// <summary>The question to ask a person; absent where there is none.</summary>
    public string? Question { get; init; }

    /// <summary>Codes in terminologies, by the terminology's name (<c>loinc</c>, <c>snomed</c> …).</summary>
    public ImmutableSortedDictionary<string, string> Codes { get; init; } = Texts.NoCodes;

    /// <summary>Ids of the evidence for bounds and conversions.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Whether the factor takes numbers, whole or not.</summary>
    public bool IsNumeric => Kind is FactorKind.Number or FactorKind.Integer;

    /// <summary>The position of a choice in <see cref="Choices"/>.</summary>
    /// <param name="choice">The id of the choice.</param>
    /// <returns>Its index from 0, or −1 where it is none.</returns>
    public int IndexOfChoice(string choice) => Choices.IndexOf(choice);
}
