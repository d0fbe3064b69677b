using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>The first thing that every measured start does: the built-in rule set, and an assessment of a person with two answers.</summary>
internal static class FirstAssessment
{
    /// <summary>The exit code of the process: 0 where something was scored.</summary>
    public static int Run()
    {
        var profile = PersonProfile.Create()
            .ConcernedAbout(SkinConditions.AcneVulgaris)
            .With(Factors.Diet.Fiber, 12)
            .With(Factors.Person.Age, 31)
            .Build();
        return ScoringService.Default.Assess(profile).Conditions.Length > 0 ? 0 : 1;
    }
}
