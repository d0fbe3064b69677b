using System.Text.Json.Serialization;

namespace GutSkin.Core;

/// <summary>How sure a finding is, in the four grades of GRADE (Guyatt et al., BMJ 2008;336:924).</summary>
[JsonConverter(typeof(KebabEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>The true effect is probably markedly different from the estimate.</summary>
    VeryLow,

    /// <summary>The true effect may be markedly different from the estimate.</summary>
    Low,

    /// <summary>The true effect is probably close to the estimate.</summary>
    Moderate,

    /// <summary>Further research is very unlikely to change the estimate.</summary>
    High,
}
