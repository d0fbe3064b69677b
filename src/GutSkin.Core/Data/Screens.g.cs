namespace GutSkin.Core;

/// <summary>The ids of the screens of the built-in rule set.</summary>
public static class Screens
{
    /// <summary>If you have acne: do any of these apply?.</summary>
    public const string Acne = "acne";

    /// <summary>Before exercise, yoga, or breathing exercises: do any of these apply to you?.</summary>
    public const string Activity = "activity";

    /// <summary>Are you allergic to any of these?.</summary>
    public const string Allergies = "allergies";

    /// <summary>Before you change what you eat: do any of these apply to you?.</summary>
    public const string DietChange = "diet-change";

    /// <summary>Is any of this happening right now?.</summary>
    public const string Emergency = "emergency";

    /// <summary>Before fermented foods: do any of these apply to you?.</summary>
    public const string FermentedFoods = "fermented-foods";

    /// <summary>Before live probiotics: do any of these apply to you?.</summary>
    public const string LiveProbiotics = "live-probiotics";

    /// <summary>Do you take any of these medicines?.</summary>
    public const string Medicines = "medicines";

    /// <summary>A few personal questions. Do any of these fit you?.</summary>
    public const string MoodAndFood = "mood-and-food";

    /// <summary>Pregnancy, breastfeeding, and babies: do any of these apply?.</summary>
    public const string PregnancyAndBabies = "pregnancy-and-babies";

    /// <summary>Which of these has a doctor told you that you have, or are you sure you have?.</summary>
    public const string SkinConditions = "skin-conditions";

    /// <summary>Do any of these fit your skin, eyes, or joints?.</summary>
    public const string SkinSigns = "skin-signs";

    /// <summary>Before vitamin D, zinc, or fish oil: do any of these apply to you?.</summary>
    public const string Supplements = "supplements";

    /// <summary>Is your skin or are your eyes doing any of this right now?.</summary>
    public const string UrgentSkin = "urgent-skin";

    /// <summary>In the past few weeks, have you noticed any of these?.</summary>
    public const string WarningSigns = "warning-signs";
}
