using BenchmarkDotNet.Attributes;
using GutSkin.Core;

namespace GutSkin.Benchmarks;

/// <summary>One person assessed with the built-in rule set: scores, contributions, levers, recommendations, questions.</summary>
[MemoryDiagnoser]
public class AssessBenchmark
{
    private readonly ScoringService scoring = ScoringService.Default;

    private readonly PersonProfile profile = PersonProfile.Create()
        .AsOf(new DateOnly(2026, 11, 20))
        .ConcernedAbout(SkinConditions.AcneVulgaris)
        .Screened(Screens.Emergency)
        .Screened(Screens.UrgentSkin)
        .With(Factors.Person.Age, 16)
        .With(Factors.Diet.Milk, 3)
        .With(Factors.Diet.FreeSugars, 19)
        .With(Factors.Lifestyle.PerceivedStress, 22)
        .With(Factors.Skincare.HarshProducts, true)
        .Build();

    [Benchmark]
    public Assessment Assess() => scoring.Assess(profile);
}
