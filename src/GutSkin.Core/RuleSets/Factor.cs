using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>Something that can be known of a person: a diet, a habit, a symptom, a laboratory value.</summary>
[JsonConverter(typeof(FactorConverter))]
public sealed partial record Factor
{
    private ChoicePositions? positions;

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

    /// <summary>The number that stands for each choice where a derivation reads it; empty where none reads it.</summary>
    public ImmutableSortedDictionary<string, double> Scores
    {
        get => ScoresByName?.Map!;
        init => ScoresByName = NamedValues<double>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<double>? ScoresByName { get; init; } = NamedValues<double>.None;

    /// <summary>What a person reads for each choice; a choice that is not listed is shown as it is.</summary>
    public ImmutableSortedDictionary<string, string> Labels
    {
        get => LabelsByName?.Map!;
        init => LabelsByName = NamedValues<string>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<string>? LabelsByName { get; init; } = NamedValues<string>.None;

    /// <summary>The unit of a number, in UCUM spelling; absent where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>The least allowed value; absent = unbounded.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest allowed value; absent = unbounded.</summary>
    public double? Max { get; init; }

    /// <summary>
    /// What is recommended or usual: the first whose gate is true counts, and none where the gate of an earlier one is unknown;
    /// empty where nothing is recommended.
    /// </summary>
    public ImmutableArray<FactorReference> References { get; init; } = [];

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

    /// <summary>What helps to answer the question, in a sentence or two; absent where nothing has to be said.</summary>
    public string? Hint { get; init; }

    /// <summary>Whom the question concerns; absent = everyone. It is not asked where this is false.</summary>
    public Gate? AskWhen { get; init; }

    /// <summary>Whether a consultation that asks for the full picture asks for it.</summary>
    public bool Core { get; init; }

    /// <summary>The place among the core factors, lower first; required with <see cref="Core"/>.</summary>
    public int? CoreOrder { get; init; }

    /// <summary>Codes in terminologies, by the terminology's name (<c>loinc</c>, <c>snomed</c> …).</summary>
    public ImmutableSortedDictionary<string, string> Codes
    {
        get => CodesByName?.Map!;
        init => CodesByName = NamedValues<string>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<string>? CodesByName { get; init; } = NamedValues<string>.None;

    /// <summary>Ids of the evidence for bounds and conversions.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The reference that holds for everyone: the only one where it has no gate; null where there is none, or where gates decide.</summary>
    internal FactorReference? UngatedReference => References is [{ When: null } only] ? only : null;

    /// <summary>The place of a reference below the factor: one for everyone stands by itself, several stand in a list.</summary>
    internal object[] PathOfReference(int index) => UngatedReference is null ? ["reference", index] : ["reference"];

    /// <summary>Whether the factor takes numbers, whole or not.</summary>
    public bool IsNumeric => Kind is FactorKind.Number or FactorKind.Integer;

    /// <summary>The position of a choice in <see cref="Choices"/>.</summary>
    /// <param name="choice">The id of the choice.</param>
    /// <returns>Its index from 0, or −1 where it is none.</returns>
    public int IndexOfChoice(string choice)
    {
        if (Choices.Length < ChoicePositions.Many)
            return Choices.IndexOf(choice);
        var known = positions;
        if (known is null || known.Choices != Choices)
            positions = known = new ChoicePositions(Choices); // also where 'with' gave it other choices
        return known.Of(choice);
    }

    /// <summary>Id, name, kind and unit.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name} ({KebabWords.WordOf(Kind)}{(Unit is null ? "" : $" in {Unit}")})";
}

/// <summary>Where each of many choices stands, so that nobody searches the list once for each of them.</summary>
/// <param name="choices">The choices.</param>
internal sealed class ChoicePositions(ImmutableArray<string> choices)
{
    /// <summary>So many choices are searched one by one.</summary>
    public const int Many = 32;

    private readonly Dictionary<string, int> positions = Made(choices);

    /// <summary>The choices.</summary>
    public ImmutableArray<string> Choices { get; } = choices;

    /// <summary>The first position of a choice; −1 where it is none.</summary>
    public int Of(string? choice) => choice is not null && positions.TryGetValue(choice, out int found) ? found : -1;

    private static Dictionary<string, int> Made(ImmutableArray<string> choices)
    {
        var made = new Dictionary<string, int>(choices.Length, StringComparer.Ordinal);
        for (int i = 0; i < choices.Length; i++)
        {
            if (choices[i] is { } choice)
                made.TryAdd(choice, i);
        }

        return made;
    }
}

/// <summary>How an answer is come by.</summary>
[JsonConverter(typeof(KebabEnumConverter<Acquisition>))]
public enum Acquisition
{
    /// <summary>A person can answer it.</summary>
    Ask,

    /// <summary>It takes a measurement or a laboratory.</summary>
    Measure,
}

/// <summary>What is recommended or usual for a factor: a range for a number, a value for a yes/no or choice factor.</summary>
public sealed partial record FactorReference
{
    /// <summary>For whom it holds; absent = everyone.</summary>
    public Gate? When { get; init; }

    /// <summary>The lower end of the range, in the factor's unit; absent = open.</summary>
    public double? Low { get; init; }

    /// <summary>The upper end of the range, in the factor's unit; absent = open.</summary>
    public double? High { get; init; }

    /// <summary>The value, for a yes/no or choice factor.</summary>
    public FactorValue? Value { get; init; }

    /// <summary>Where the reference comes from.</summary>
    public ReferenceBasis Basis { get; init; }

    /// <summary>Ids of the evidence for the reference.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
}

/// <summary>Where a reference comes from.</summary>
[JsonConverter(typeof(KebabEnumConverter<ReferenceBasis>))]
public enum ReferenceBasis
{
    /// <summary>A recommended level that was found in a source.</summary>
    Published,

    /// <summary>No recommended level was found: where the least demanding scored curve reaches zero. Shown as such.</summary>
    ZeroOfCurve,
}

/// <summary>How far repeated measurements of the same thing scatter: exactly one of the two.</summary>
public sealed record MeasurementError
{
    /// <summary>The standard deviation, in the factor's unit, 0 or more.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The coefficient of variation, a fraction of the value's size, 0 or more.</summary>
    public double? CoefficientOfVariation { get; init; }

    /// <summary>The error at a value.</summary>
    /// <param name="value">The value in the factor's unit.</param>
    /// <returns>One standard deviation in the factor's unit.</returns>
    public double At(double value) => StandardDeviation ?? ((CoefficientOfVariation ?? 0) * Math.Abs(value));
}
