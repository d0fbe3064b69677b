using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>A skin condition, or a state of gut or skin, that rules aim at.</summary>
[JsonConverter(typeof(SkinConditionConverter))]
public sealed partial record SkinCondition
{
    /// <summary>The id, for example <c>acne-vulgaris</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Condition or state.</summary>
    public ConditionKind Kind { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>What it is, in a sentence or two.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the yes/no factor that means: the person has it; absent where no question asks that.</summary>
    public string? Presence { get; init; }

    /// <summary>Codes in terminologies, by the terminology's name (<c>icd10</c>, <c>icd11</c>, <c>snomed</c> …).</summary>
    public ImmutableSortedDictionary<string, string> Codes
    {
        get => CodesByName?.Map!;
        init => CodesByName = NamedValues<string>.Of(value);
    }

    /// <summary>The same, without the map where nobody asked for it.</summary>
    internal NamedValues<string>? CodesByName { get; init; } = NamedValues<string>.None;

    /// <summary>Ids of the evidence for codes and description.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The condition that goes by another name: its name or a synonym, or the first word of these or of its id; null where none does.</summary>
    internal static string? MeantBy(string word, ImmutableArray<SkinCondition> conditions)
    {
        string wanted = Plain(word);
        return conditions.FirstOrDefault(c => c.Names().Any(n => n == wanted))?.Id
            ?? conditions.FirstOrDefault(c => c.Names().Any(n => n.StartsWith(wanted + "-", StringComparison.Ordinal)))?.Id;
    }

    private IEnumerable<string> Names() => Synonyms.Prepend(Name).Select(Plain).Prepend(Id);

    private static string Plain(string name) => name.Trim().ToLowerInvariant().Replace(' ', '-');

    /// <summary>Id and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id}: {Name}";
}

/// <summary>What kind of thing a score is about.</summary>
[JsonConverter(typeof(KebabEnumConverter<ConditionKind>))]
public enum ConditionKind
{
    /// <summary>A condition of the skin.</summary>
    SkinCondition,

    /// <summary>A state of the gut; scored like a condition, never an input to one.</summary>
    GutState,

    /// <summary>A state of the skin; scored like a condition, never an input to one.</summary>
    SkinState,
}
