namespace GutSkin.Web.Tests.Browser;

/// <summary>Three people who use the page.</summary>
internal static class People
{
    public static readonly IReadOnlyDictionary<string, object> Adolescent = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["person.age"] = 16,
        ["person.sex"] = "female",
        ["condition.acne-vulgaris"] = true,
        ["body.bmi"] = 22.4,
        ["diet.milk"] = 3,
        ["diet.free-sugars"] = 19,
        ["diet.glycemic-load"] = 160,
        ["diet.ultra-processed"] = 48,
        ["diet.fiber"] = 13,
        ["diet.pattern"] = "omnivore",
        ["lifestyle.perceived-stress"] = 22,
        ["lifestyle.sleep-duration"] = 6.5,
        ["skin.type"] = "oily",
        ["skincare.harsh-products"] = true,
        ["skincare.cleansing-frequency"] = 4,
        ["medication.antibiotic-courses"] = 2,
    };

    public static readonly IReadOnlyDictionary<string, object> WithRosacea = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["person.age"] = 47,
        ["person.sex"] = "male",
        ["condition.rosacea"] = true,
        ["diet.alcohol"] = 28,
        ["diet.spicy-food"] = "daily",
        ["diet.hot-beverages"] = 4,
        ["lifestyle.smoking"] = 0,
        ["skincare.cleansing-frequency"] = 3,
        ["skin.phototype"] = 2,
    };

    public static readonly IReadOnlyDictionary<string, object> WhoNeedsHelpNow = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["person.age"] = 29,
        ["person.sex"] = "male",
        ["condition.atopic-dermatitis"] = true,
        ["symptom.fever"] = true,
        ["symptom.clustered-blisters"] = true,
        ["symptom.rapidly-worsening-painful-rash"] = true,
        ["diet.fiber"] = 15,
        ["lifestyle.perceived-stress"] = 24,
    };
}
