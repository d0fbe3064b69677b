namespace GutSkin.Core.RuleSets;

/// <summary>Kleene's three truth values, in the order false &lt; unknown &lt; true.</summary>
internal enum Truth
{
    /// <summary>Known to be false.</summary>
    False,

    /// <summary>Not decided by what is known.</summary>
    Unknown,

    /// <summary>Known to be true.</summary>
    True,
}
