using System.Diagnostics;
using System.Globalization;
using GutSkin.Core;

// What the first assessment takes in a fresh process; with "empty" nothing is assessed, to be taken off the time of the whole process.
if (args is ["empty"])
    return 0;
long began = Stopwatch.GetTimestamp();
int result = Assess();
double first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
began = Stopwatch.GetTimestamp();
Assess();
double second = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first:0.0} ms, second {second:0.00} ms"));
return result;

static int Assess()
{
    var profile = PersonProfile.Create()
        .ConcernedAbout(SkinConditions.AcneVulgaris)
        .With(Factors.Diet.Fiber, 12)
        .With(Factors.Person.Age, 31)
        .Build();
    return ScoringService.Default.Assess(profile).Conditions.Length > 0 ? 0 : 1;
}
