namespace GutSkin.Core;

/// <summary>The ids of the skin conditions of the built-in rule set.</summary>
public static class SkinConditions
{
    /// <summary>Acne.</summary>
    public const string AcneVulgaris = "acne-vulgaris";

    /// <summary>Eczema (atopic dermatitis).</summary>
    public const string AtopicDermatitis = "atopic-dermatitis";

    /// <summary>Chronic hives (urticaria).</summary>
    public const string ChronicUrticaria = "chronic-urticaria";

    /// <summary>Hidradenitis suppurativa.</summary>
    public const string HidradenitisSuppurativa = "hidradenitis-suppurativa";

    /// <summary>Psoriasis.</summary>
    public const string Psoriasis = "psoriasis";

    /// <summary>Rosacea.</summary>
    public const string Rosacea = "rosacea";

    /// <summary>Seborrheic dermatitis.</summary>
    public const string SeborrheicDermatitis = "seborrheic-dermatitis";
}
