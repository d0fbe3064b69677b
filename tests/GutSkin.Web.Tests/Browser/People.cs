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
        ["intake.milk"] = "three-times-daily",
        ["intake.sweets"] = "daily",
        ["intake.sugary-drinks"] = "daily",
        ["intake.fruit"] = "weekly",
        ["intake.vegetables"] = "weekly",
        ["diet.pattern"] = "omnivore",
        ["intake.stress"] = "a-lot",
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
        ["intake.alcohol-days"] = "daily",
        ["intake.alcohol-drinks"] = "two",
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
        ["intake.stress"] = "a-lot",
    };
}
