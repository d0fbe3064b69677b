using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Authoring;

/// <summary>What lint looks at beyond the errors and warnings that composing finds anyway. All of it is off by default.</summary>
public sealed partial record LintOptions
{
    /// <summary>Nothing beyond.</summary>
    public static LintOptions Default { get; } = new();

    /// <summary>The rules written as classes that the rule set is used with; what is wrong with one is told, too. Default: none.</summary>
    public ImmutableArray<ComputedRule> Classes { get; init; } = [];

    /// <summary>Analyze what rules say together: parts of gates that decide nothing, one cause counted twice, curves that turn back, untested rules. Default: off.</summary>
    public bool Analyze { get; init; }

    /// <summary>Hold what people read to the claims that food and device law allows there. Default: none.</summary>
    public ClaimsJurisdiction? Claims { get; init; }

    /// <summary>Report rules whose last review lies too far before this day, or behind it. Default: none.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>After how many days a review is too old. Default: 365.</summary>
    public int ReviewDays { get; init; } = 365;
}

/// <summary>Whose food and device law the words of a rule set are held to. A list of terms, no legal advice.</summary>
[JsonConverter(typeof(KebabEnumConverter<ClaimsJurisdiction>))]
public enum ClaimsJurisdiction
{
    /// <summary>The European Union.</summary>
    EuropeanUnion,

    /// <summary>Great Britain.</summary>
    GreatBritain,

    /// <summary>The United States.</summary>
    UnitedStates,
}
