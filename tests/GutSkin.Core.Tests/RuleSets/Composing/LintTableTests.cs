using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>Broken rule sets: each gives exactly the diagnostics marked in it, at the marked places.</summary>
public class LintTableTests
{
    [Fact]
    public void TheBaseIsClean() => LintCases.Diagnose(LintBase.Json).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(LintCases.Names), MemberType = typeof(LintCases))]
    public void OneFaultGivesOneDiagnosticAtItsPlace(string name)
    {
        var marked = MarkedJson.Parse(LintBase.With(LintCases.All[name]));
        marked.Expected.Should().NotBeEmpty();
        ShouldDiagnose(marked.Expected, marked.Text);
    }

    [Theory]
    [MemberData(nameof(OverlayCases.Names), MemberType = typeof(OverlayCases))]
    public void AnOverlayIsHeldToWhatItExtends(string name)
    {
        var marked = OverlayCases.All[name].Select(MarkedJson.Parse).ToArray();
        ShouldDiagnose(marked.SelectMany(m => m.Expected), [LintBase.Json, .. marked.Select(m => m.Text)]);
    }

    [Theory]
    [MemberData(nameof(WholeCases.Codes), MemberType = typeof(WholeCases))]
    public void AFaultOfTheWholeIsTheOnlyOne(string code) =>
        LintCases.Compose(WholeCases.All[code]()).Diagnostics.Select(d => d.Code).Distinct().Where(c => c != "GS0103").Should().Equal(code);

    [Fact]
    public void ManyFaultsAreReportedAtOnce()
    {
        var marked = MarkedJson.Parse(LintBase.With(
            [.. LintCases.Together.SelectMany(name => LintCases.All[name])]));
        marked.Expected.Should().HaveCountGreaterThan(12);
        ShouldDiagnose(marked.Expected, marked.Text);
    }

    [Fact]
    public void EveryMessageIsOneLineWithAPlace()
    {
        foreach (string name in LintCases.All.Keys)
        {
            var document = RuleSetJson.Read(MarkedJson.Parse(LintBase.With(LintCases.All[name])).Text, "base.json");
            foreach (var diagnostic in RuleSetComposer.Compose(document).Diagnostics)
            {
                diagnostic.File.Should().Be("base.json");
                diagnostic.ToString().Should().MatchRegex(@"^base\.json\(\d+,\d+\): (error|warning) GS\d{4}: [^\n]+$");
                diagnostic.Path.Should().StartWith("$");
            }
        }
    }

    private static void ShouldDiagnose(IEnumerable<string> expected, params string[] documents)
    {
        var diagnostics = LintCases.Compose(documents).Diagnostics;
        string all = string.Join('\n', diagnostics);
        diagnostics.Where(d => d.Message.Length < 15 || !d.Message.EndsWith('.') || !(char.IsLetterOrDigit(d.Message[0]) || d.Message[0] is '\'' or '"')).Should().BeEmpty("each says in a sentence what is wrong");
        Assert.True(expected.SequenceEqual(LintCases.Diagnose(documents)), $"Expected:\n{string.Join('\n', expected)}\nFound:\n{all}");
    }
}
