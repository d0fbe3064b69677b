using System.Text.RegularExpressions;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>What people read promises nothing and frightens nobody.</summary>
public partial class WordTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    [Fact]
    public void RulesAndSuggestionsPromiseNothing()
    {
        var texts = Set.Rules.SelectMany(r => new[] { (r.Id, r.Title), (r.Id, r.Rationale), (r.Id, r.Population) })
            .Concat(Set.Interventions.SelectMany(i => new[] { (i.Id, i.Name), (i.Id, i.Summary), (i.Id, i.Dose) }))
            .Concat(Set.Considered.Select(c => (c.Factor, (string?)c.Why)));
        texts.Where(t => t.Item2 is not null && Promise().IsMatch(t.Item2)).Should().BeEmpty();
    }

    [Fact]
    public void TheCoreSetNamesNoBrand()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Path("src", "GutSkin.Core", "Data"), "*.json"))
            Brand().Match(File.ReadAllText(file)).Value.Should().BeEmpty("{0} is core data", Path.GetFileName(file));
    }

    [Fact]
    public void NobodyIsToldToStopAPrescribedMedicine()
    {
        // "Stop" may be said of exercise, breathing, fiber and alcohol, of starting at all, and in warnings against stopping.
        foreach (var rule in Set.Safety.Where(s => s.When.Factors().Any(f => f.StartsWith("medication.", StringComparison.Ordinal))))
            StopIt().IsMatch(rule.Message).Should().BeFalse("{0} reads a medicine: {1}", rule.Id, rule.Message);
    }

    [Fact]
    public void EverythingAPersonReadsIsThereInGerman()
    {
        var german = Set.Texts["de"];
        var wanted = Set.Factors.SelectMany(f => new[] { ("factors", f.Id, "name"), ("factors", f.Id, "question") })
            .Concat(Set.Conditions.SelectMany(c => new[] { ("conditions", c.Id, "name"), ("conditions", c.Id, "description") }))
            .Concat(Set.Mechanisms.SelectMany(m => new[] { ("mechanisms", m.Id, "name"), ("mechanisms", m.Id, "description") }))
            .Concat(Set.Interventions.SelectMany(i => new[] { ("interventions", i.Id, "name"), ("interventions", i.Id, "summary") }))
            .Concat(Set.Safety.Select(s => ("safety", s.Id, "message")))
            .Concat(Set.Screens.Select(s => ("screens", s.Id, "title")))
            .Concat(Set.Rules.Select(r => ("rules", r.Id, "title")))
            .Concat(new[] { "minimal", "low", "moderate", "high" }.Select(b => ("bands", b, "name")))
            .Append(("ruleSet", Set.Id, "disclaimer"));
        wanted.Where(w => german.Find(w.Item1, w.Item2, w.Item3) is null).Should().BeEmpty();
    }

    [GeneratedRegex("risk|cure|treat|prevent|diagnos", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex(@"symprove|beauty ?pie|supergut|aurelia|nue ?co\b|coumadin", RegexOptions.IgnoreCase)]
    private static partial Regex Brand();

    [GeneratedRegex(@"^stop\b|\. stop\b|stop taking|come off|discontinue", RegexOptions.IgnoreCase)]
    private static partial Regex StopIt();
}
