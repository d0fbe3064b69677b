using System.Globalization;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>The same profile, rule set and engine give the same bytes, whatever the culture and the thread.</summary>
public class SameBytesTests
{
    [Fact]
    public void Under_every_culture()
    {
        string expected = In("en-US", () => Cases.Assess(4711).ToJson());
        foreach (string culture in (string[])["tr-TR", "de-DE", "ar-SA", "fa-IR", "th-TH"])
            In(culture, () => Cases.Assess(4711).ToJson()).Should().Be(expected, culture);
    }

    [Fact]
    public void On_sixteen_threads()
    {
        var ruleSet = Cases.RuleSet(99);
        var service = TwinTests.Service(ruleSet);
        var profiles = Enumerable.Range(0, 64).Select(i => TwinTests.Profile(Cases.Profile(ruleSet, i))).ToArray();
        string[] expected = [.. profiles.Select(p => service.Assess(p).ToJson())];
        var results = new string[16][];
        var threads = Enumerable.Range(0, 16).Select(t => new Thread(() =>
            results[t] = [.. profiles.Select(p => service.Assess(p).ToJson())])).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        results.Should().OnlyContain(r => r.SequenceEqual(expected));
    }

    private static string In(string culture, Func<string> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
