namespace GutSkin.Core;

/// <summary>The ids of the states of gut and skin of the built-in rule set.</summary>
public static class States
{
    /// <summary>Gut imbalance (dysbiosis).</summary>
    public const string GutDysbiosis = "gut-dysbiosis";

    /// <summary>Weakened skin barrier.</summary>
    public const string ImpairedSkinBarrier = "impaired-skin-barrier";

    /// <summary>Gut permeability (“leaky gut”).</summary>
    public const string IntestinalPermeability = "intestinal-permeability";

    /// <summary>Skin flora imbalance.</summary>
    public const string SkinDysbiosis = "skin-dysbiosis";
}
