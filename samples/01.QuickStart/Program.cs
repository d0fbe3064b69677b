using GutSkin.Core;

Console.WriteLine("""
    Someone has acne, eats little fiber, has little vitamin D, much stress, and washes with harsh products.
    Ten lines describe that, and one call assesses it.

    """);

var profile = PersonProfile.Create()
    .ConcernedAbout(SkinConditions.AcneVulgaris)
    .With(Factors.Diet.Fiber, 12)                          // in the factor's own unit, g/d
    .With(Factors.Lab.VitaminD, Quantity.Of(18, "ng/mL"))  // converted; a unit of another kind is a clear error
    .With(Factors.Lifestyle.PerceivedStress, 27)
    .With(Factors.Skincare.HarshProducts, true)            // a bool for a number does not compile
    .Build();

Assessment assessment = ScoringService.Default.Assess(profile);
Console.WriteLine(assessment.ToText());

Console.WriteLine("""

    Nothing was recommended yet: nobody has asked whether anything urgent is going on, and unknown is never taken as safe.
    Now the screens are answered with "none of these", and milk and sugar are known too.

    """);

var later = profile.ToBuilder()
    .Screened(Screens.Emergency)
    .Screened(Screens.UrgentSkin)
    .Screened(Screens.MoodAndFood)
    .Screened(Screens.WarningSigns)
    .Screened(Screens.SkinSigns)
    .Screened(Screens.Acne)
    .Screened(Screens.DietChange)
    .Screened(Screens.Allergies)
    .With(Factors.Person.Age, 19)
    .With(Factors.Diet.Milk, 3)
    .With(Factors.Diet.SugaryDrinks, 9)
    .Build();
Console.WriteLine(ScoringService.Default.Assess(later).ToText());
