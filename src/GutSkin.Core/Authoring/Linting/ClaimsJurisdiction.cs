namespace GutSkin.Core;

/// <summary>Whose food and device law the words of a rule set are held to. A list of terms, no legal advice.</summary>
public enum ClaimsJurisdiction
{
    /// <summary>The European Union.</summary>
    EuropeanUnion,

    /// <summary>Great Britain.</summary>
    GreatBritain,

    /// <summary>The United States.</summary>
    UnitedStates,
}
