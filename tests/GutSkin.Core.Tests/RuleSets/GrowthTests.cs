using System.Diagnostics;
using System.Globalization;
using System.Text;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>
/// Nothing grows with the square of a rule set: of each kind of list a rule set four times as long allocates no more than about four times
/// as much, in reading, composing, linting, assessing, tests and differences. What somebody can hand in to hold a process is an error, or ends.
/// </summary>
public class GrowthTests
{
    private const int Small = 250;

    // Linear is 4, n·log n a little more, a square 16.
    private const double MostGrowth = 7;

    private const string Condition = "\"conditions\": [{ \"id\": \"c\", \"name\": \"c\" }]";
    private const string Facts = "\"effect\": { \"oddsRatio\": 2 }, \"certainty\": \"low\", \"evidence\": [\"e\"]";
    private const string Number = "\"factors\": [{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"number\", \"min\": 0, \"max\": 100, \"modifiable\": true }]";

    private static readonly Dictionary<string, Func<int, string>> Shapes = new(StringComparer.Ordinal)
    {
        ["a chain of sameSafetyAs"] = n => Set(Condition, Each("interventions", n, i => $"{Intervention(i)}{(i > 0 ? $", \"sameSafetyAs\": [\"i{i - 1}\"]" : "")}")),
        ["a chain of variantOf"] = n => Set(Condition, Each("interventions", n, i => $"{Intervention(i)}{(i > 0 ? $", \"variantOf\": \"i{i - 1}\"" : "")}")),
        ["interventions that look alike"] = n => Set(Condition, Number, Each("interventions", n, i => $"{Intervention(i)}, \"changes\": [{{ \"factor\": \"f\", \"atMost\": {i % 50} }}]")),
        ["unknown references"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}{new string('a', 60)}\", \"name\": \"f\", \"kind\": \"boolean\""),
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f.{i}{new string('b', 60)}\", {Facts}")),
        ["unknown choices"] = n => Set(
            Condition, $"\"factors\": [{{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"choice\", \"choices\": [{Join(n, i => $"\"k{i}-{new string('a', 30)}\"")}] }}]",
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"when\": {{ \"factor\": \"f\", \"equals\": \"k{i}-{new string('b', 30)}\" }}, {Facts}")),
        ["levels of many choices"] = n => Set(
            Condition, $"\"factors\": [{{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"choice\", \"choices\": [{Join(n, i => $"\"k{i}\"")}] }}]",
            $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"levels\": {{ {Join(n, i => $"\"k{i}\": {i % 2}")} }}, {Facts} }}]"),
        ["members of one overlap group"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\""),
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f.{i}\", \"overlap\": \"g\", {Facts}")),
        ["knots"] = n => Set(
            Condition, Number,
            $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"curve\": [{Join(n, i => string.Create(CultureInfo.InvariantCulture, $"[{i / 100.0}, {(double)i / n}]"))}], {Facts} }}]"),
        ["conditions"] = n => Set(
            Each("conditions", n, i => $"\"id\": \"c{i}\", \"name\": \"c\""), "\"factors\": [{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"boolean\" }]",
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c{i}\", \"title\": \"r\", \"factor\": \"f\", {Facts}")),
        ["a chain of derivations"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"number\""),
            Each("derivations", n - 1, i => $"\"id\": \"d{i}\", \"factor\": \"f.{i}\", \"title\": \"d\", \"items\": [\"f.{i + 1}\"], \"cases\": [{{ \"linear\": {{ \"terms\": {{ \"f.{i + 1}\": 1 }} }} }}], \"evidence\": [\"e\"]")),
        ["a chain of askWhen"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\"{(i > 0 ? $", \"askWhen\": {{ \"factor\": \"f.{i - 1}\", \"equals\": true }}" : "")}")),
        ["screens"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""),
            Each("screens", n, i => $"\"id\": \"s{i}\", \"title\": \"s\", \"factors\": [\"f.{i}\", \"f.{(i + 1) % n}\"]")),
        ["trials and indications"] = n => Set(
            Each("conditions", n, i => $"\"id\": \"c{i}\", \"name\": \"c\""),
            $"\"interventions\": [{{ {Intervention(0)}, \"indications\": [{Join(n, i => $"{{ \"condition\": \"c{i}\", \"direction\": \"for\", \"strength\": \"strong\", \"text\": \"t\", \"evidence\": [\"e\"] }}")}], \"effects\": [{Join(n, i => $"{{ \"condition\": \"c{i}\", \"oddsRatio\": 0.5, \"certainty\": \"low\", \"evidence\": [\"e\"] }}")}] }}]"),
        ["translations of what is not there"] = n => Set(
            Condition, Each("interventions", n, Intervention), $"\"texts\": {{ \"de\": {{ \"interventions\": {{ {Join(n, i => $"\"j{i}\": {{ \"name\": \"j\" }}")} }} }} }}"),
        ["removals of what is not there"] = n => Set(Condition, $"\"remove\": {{ \"interventions\": [{Join(n, i => $"\"i{i}\"")}] }}"),
    };

    public static IEnumerable<object[]> Names => Shapes.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void FourTimesAsLongCostsAboutFourTimesAsMuch(string name)
    {
        Cost(Shapes[name](Small / 4)); // tables that are made once
        long small = Cost(Shapes[name](Small)), large = Cost(Shapes[name](4 * Small));
        ((double)large / small).Should().BeLessThan(MostGrowth);
    }

    [Fact]
    public void PairsThatNobodyCouldBeAssessedWithAreAnError()
    {
        string json = Set(
            Each("conditions", 1_001, i => $"\"id\": \"c{i}\", \"name\": \"c\""), Each("interventions", 1_000, Intervention));
        var diagnostic = Compose(json).Diagnostics.Should().ContainSingle(d => d.Severity == DiagnosticSeverity.Error).Subject;
        (diagnostic.Code, diagnostic.Path).Should().Be(("GS0007", "$.interventions"));
        diagnostic.Message.Should().Contain("1,000 interventions and 1,001 conditions");
    }

    [Fact]
    public void TestsThatTogetherLookAtTooMuchAreAnErrorAndAsManyAsMayBeEndSoon()
    {
        string Of(int n, int tests) => Set(
            Condition, Number, Each("interventions", n, Intervention),
            Each("safety", n, i => $"\"id\": \"s{i}\", \"kind\": \"caution\", \"message\": \"m\", \"when\": {{ \"factor\": \"f\", \"above\": {i % 90} }}, \"interventions\": [\"*\"], \"evidence\": [\"e\"]"),
            Each("tests", tests, i => $"\"name\": \"t{i}\", \"profile\": {{ \"observations\": {{ \"f\": 95 }} }}, \"expect\": {{ }}"));
        var refused = Compose(Of(999, 1_000)).Diagnostics.Should().ContainSingle(d => d.Severity == DiagnosticSeverity.Error).Subject;
        (refused.Code, refused.Path).Should().Be(("GS0007", "$.tests"));

        var resolved = Compose(Of(999, 99)).GetValueOrThrow();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        RuleSetTestRunner.Run(resolved, resolved.Data.Tests, late.Token).Results.Should().HaveCount(99);
    }

    [Fact]
    public void SoManyRulesOnOneFactorAreNotAllComparedAndThatIsSaid()
    {
        string json = Set(Condition, Number, Each("rules", 2_000, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"curve\": [[0, 0], [{(i % 90) + 1}, 1]], {Facts}"));
        var report = RuleSetLinter.Lint([RuleSetJson.Read(json)], new LintOptions { Analyze = true });
        report.Diagnostics.Should().ContainSingle(d => d.Code == "GS1030").Which.Message.Should().StartWith("There are more than 10,000 warnings");
        report.Diagnostics.Length.Should().BeLessThan(13_000);

        string apart = Set(Condition, Number, Each("rules", 500, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"overlap\": \"g\", \"when\": {{ \"factor\": \"f\", \"above\": {i % 90} }}, \"curve\": [[0, 0], [{(i % 90) + 1}, 1]], {Facts}"));
        RuleSetLinter.Lint([RuleSetJson.Read(apart)], new LintOptions { Analyze = true }).Diagnostics
            .Should().ContainSingle(d => d.Code == "GS1030").Which.Message.Should().StartWith("More than 100,000 pairs");
    }

    [Fact]
    public void AChoiceOfAnInIsANodeOfItsGate()
    {
        string json = Set(
            Condition, $"\"factors\": [{{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"choice\", \"choices\": [{Join(1_000, i => $"\"k{i}\"")}] }}]",
            $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"when\": {{ \"factor\": \"f\", \"in\": [{Join(1_000, i => $"\"k{i}\"")}] }}, {Facts} }}]");
        RuleSetJson.Read(json).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0005");
        var gate = new ComparisonGate { Factor = "f", In = [.. Enumerable.Range(0, 1_000).Select(i => FactorValue.Choice($"k{i}"))] };
        var written = () => RuleSetJson.Write(new RuleSet { Id = "x", Version = "1.0.0", Title = "x", Screens = [new Screen { Id = "s", Title = "s", Factors = ["f"], When = gate }] });
        written.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void LongListsOfUnknownIdsGetHintsUpToABudgetTheSameEveryTime()
    {
        string json = Shapes["unknown references"](2_000);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var first = RuleSetComposer.Compose([RuleSetJson.Read(json)], [], late.Token).Diagnostics;
        var second = RuleSetComposer.Compose([RuleSetJson.Read(json)], [], late.Token).Diagnostics;
        first.Should().Equal(second);
        first.Count(d => d.Message.StartsWith("There is no factor", StringComparison.Ordinal)).Should().Be(2_000);
    }

    [Fact]
    public void WhatIsNotWantedAnyMoreEnds()
    {
        using var now = new CancellationTokenSource();
        now.Cancel();
        var document = RuleSetJson.Read(Shapes["members of one overlap group"](10));
        var resolved = RuleSetComposer.Compose(document).GetValueOrThrow();
        var tests = new[] { new RuleSetTest { Name = "t", Profile = PersonProfile.Create().Build() } };
        Action[] all =
        [
            () => RuleSetComposer.Compose([document], [], now.Token),
            () => RuleSetLinter.Lint([document], null, now.Token),
            () => RuleSetTestRunner.Run(resolved, tests, now.Token),
            () => RuleSetDiff.Compare(resolved, resolved, cancellationToken: now.Token),
            () => RuleSetJson.Read(document.RuleSet!.ToJson(), cancellationToken: now.Token),
            () => RuleSetJson.Read(Encoding.UTF8.GetBytes(document.RuleSet!.ToJson()), cancellationToken: now.Token),
            () => RuleSetJson.Read("[" + string.Join(", ", Enumerable.Repeat("0", 10_000)) + "]", cancellationToken: now.Token),
        ];
        foreach (var each in all)
            each.Should().Throw<OperationCanceledException>();
    }

    /// <summary>Reading the largest document takes a good part of a second; it ends soon after it is not wanted any more, wherever it is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ReadingALargeDocumentEndsWhenItIsNotWantedAnyMore(int fifths)
    {
        byte[] large = Encoding.UTF8.GetBytes(Shapes["unknown references"](50_000));
        var watch = Stopwatch.StartNew();
        RuleSetJson.Read(large);
        var whole = watch.Elapsed;
        var late = Enumerable.Range(0, 5).Select(_ =>
        {
            using var soon = new CancellationTokenSource(whole * fifths / 6);
            watch.Restart();
            try
            {
                RuleSetJson.Read(large, cancellationToken: soon.Token);
                return TimeSpan.Zero;
            }
            catch (OperationCanceledException)
            {
                return watch.Elapsed - (whole * fifths / 6);
            }
        }).Min();
        late.Should().BeLessThan(TimeSpan.FromMilliseconds(50));
    }

    /// <summary>The bytes that everything which is done with a rule set allocates.</summary>
    private static long Cost(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var document = RuleSetJson.Read(utf8);
        RuleSetLinter.Lint([document], new LintOptions { Analyze = true });
        if (RuleSetComposer.Compose(document).Value is { } resolved)
        {
            new ScoringService(resolved).Assess(PersonProfile.Create().Build());
            RuleSetDiff.Compare(resolved, resolved);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static ReadResult<ResolvedRuleSet> Compose(string json) => RuleSetComposer.Compose(RuleSetJson.Read(json));

    private static string Set(params string[] sections) =>
        $"{{ \"id\": \"x\", \"version\": \"1.0.0\", \"title\": \"x\", \"disclaimer\": \"This is not a diagnosis.\", \"evidence\": [{{ \"id\": \"e\", \"title\": \"e\" }}], {string.Join(", ", sections)} }}";

    private static string Each(string section, int count, Func<int, string> properties) => $"\"{section}\": [{Join(count, i => $"{{ {properties(i)} }}")}]";

    private static string Join(int count, Func<int, string> text) => string.Join(", ", Enumerable.Range(0, count).Select(text));

    private static string Intervention(int i) => string.Create(CultureInfo.InvariantCulture, $"\"id\": \"i{i}\", \"category\": \"diet\", \"name\": \"i\"");
}
