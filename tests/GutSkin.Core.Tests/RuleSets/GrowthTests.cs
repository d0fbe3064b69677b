using System.Diagnostics;
using System.Globalization;
using System.Text;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Naive;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>
/// Nothing grows with the square of a rule set: of each kind of list a rule set four times as long allocates no more than about four times
/// as much, in reading, composing, linting, assessing, tests and differences. What somebody can hand in to hold a process is an error, or ends.
/// </summary>
public class GrowthTests(ITestOutputHelper output)
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
        ["ranges in a progression"] = n => Set(
            Condition, "\"factors\": [{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"number\" }]",
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c\", \"title\": \"r\", \"when\": {{ \"factor\": \"f\", \"atLeast\": {(1L << 40) + (31L * i)}, \"atMost\": {(1L << 41) - 1 - i} }}, {Facts}")),
        ["knots"] = n => Set(
            Condition, Number,
            $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"curve\": [{Join(n, i => string.Create(CultureInfo.InvariantCulture, $"[{i / 100.0}, {(double)i / n}]"))}], {Facts} }}]"),
        ["conditions"] = n => Set(
            Each("conditions", n, i => $"\"id\": \"c{i}\", \"name\": \"c\""), "\"factors\": [{ \"id\": \"f\", \"name\": \"f\", \"kind\": \"boolean\" }]",
            Each("rules", n, i => $"\"id\": \"r{i}\", \"condition\": \"c{i}\", \"title\": \"r\", \"factor\": \"f\", {Facts}")),
        ["chains of derivations"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"number\""),
            Each("derivations", Enumerable.Range(0, n - 1).Where(i => i % 50 != 49), i => $"\"id\": \"d{i}\", \"factor\": \"f.{i}\", \"title\": \"d\", \"items\": [\"f.{i + 1}\"], \"cases\": [{{ \"linear\": {{ \"terms\": {{ \"f.{i + 1}\": 1 }} }} }}], \"evidence\": [\"e\"]")),
        ["chains of askWhen"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\"{(i % 50 > 0 ? $", \"askWhen\": {{ \"factor\": \"f.{i - 1}\", \"equals\": true }}" : "")}")),
        ["screens"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""),
            Each("screens", n, i => $"\"id\": \"s{i}\", \"title\": \"s\", \"factors\": [\"f.{i}\", \"f.{(i + 1) % n}\"]")),
        ["trials and indications"] = n => Set(
            Each("conditions", n, i => $"\"id\": \"c{i}\", \"name\": \"c\""),
            $"\"interventions\": [{{ {Intervention(0)}, \"indications\": [{Join(n, i => $"{{ \"condition\": \"c{i}\", \"direction\": \"for\", \"strength\": \"strong\", \"text\": \"t\", \"evidence\": [\"e\"] }}")}], \"effects\": [{Join(n, i => $"{{ \"condition\": \"c{i}\", \"oddsRatio\": 0.5, \"certainty\": \"low\", \"evidence\": [\"e\"] }}")}] }}]"),
        ["translations of what is not there"] = n => Set(
            Condition, Each("interventions", n, Intervention), $"\"texts\": {{ \"de\": {{ \"interventions\": {{ {Join(n, i => $"\"j{i}\": {{ \"name\": \"j\" }}")} }} }} }}"),
        ["safety rules that name many"] = n => Set(
            Condition, Number, Each("interventions", n, Intervention),
            Each("safety", 5, k => $"\"id\": \"s{k}\", \"kind\": \"caution\", \"message\": \"m\", \"locked\": true, \"when\": {{ \"factor\": \"f\", \"above\": 1 }}, \"evidence\": [\"e\"], \"interventions\": [{Join(n, i => $"\"i{i}\"")}]")),
        ["prefixes"] = n => Set(
            Condition, Number, Each("interventions", n, Intervention),
            Each("safety", 5, k => $"\"id\": \"s{k}\", \"kind\": \"caution\", \"message\": \"m\", \"when\": {{ \"factor\": \"f\", \"above\": 1 }}, \"evidence\": [\"e\"], \"interventions\": [{Join(n, i => $"\"i{i}*\"")}]")),
        ["traits"] = n => Set(
            Condition, Number, Each("traits", n, i => $"\"id\": \"t{i}\", \"name\": \"t\""), Each("interventions", n, i => $"{Intervention(i)}, \"traits\": [\"t{i}\", \"t{(i + 1) % n}\"]"),
            Each("safety", 5, k => $"\"id\": \"s{k}\", \"kind\": \"caution\", \"message\": \"m\", \"when\": {{ \"factor\": \"f\", \"above\": 1 }}, \"evidence\": [\"e\"], \"traits\": [{Join(n, i => $"\"t{i}\"")}]")),
        ["movements"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"number\", \"modifiable\": true"),
            Each("interventions", n, i => $"{Intervention(i)}, \"changes\": [{{ \"factor\": \"f.{i}\", \"atMost\": 1 }}]"),
            Each("safety", 5, k => $"\"id\": \"s{k}\", \"kind\": \"caution\", \"message\": \"m\", \"when\": {{ \"factor\": \"f.0\", \"above\": 1 }}, \"evidence\": [\"e\"], \"movements\": [{Join(n, i => $"{{ \"factor\": \"f.{i}\", \"direction\": \"down\" }}")}]")),
        ["products"] = n => Set(
            Condition, Each("interventions", n, Intervention), Each("products", n, i => $"\"id\": \"p{i}\", \"name\": \"p\", \"intervention\": \"i{i}\"")),
        ["one intervention for many products"] = n => Set(
            Condition, Each("interventions", 1, Intervention), Each("products", n, i => $"\"id\": \"p{i}\", \"name\": \"p\", \"intervention\": \"i0\"")),
        ["items of one derivation"] = n => Set(Condition, Numbers(n + 1), Each("derivations", 1, _ => Filled(n, [.. Enumerable.Range(0, n)]))),
        ["one screen of many"] = n => Set(
            Condition, Each("factors", n, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""),
            $"\"screens\": [{{ \"id\": \"s\", \"title\": \"s\", \"factors\": [{Join(n, i => $"\"f.{i}\"")}] }}]",
            $"\"forms\": [{{ \"id\": \"o\", \"title\": \"s\", \"factors\": [{Join(n, i => $"\"f.{i}\"")}] }}]"),
        ["evidence"] = n => Set(
            Condition, Number, $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"f\", \"curve\": [[0, 0], [1, 1]], \"effect\": {{ \"oddsRatio\": 2 }}, \"certainty\": \"low\", \"evidence\": [{Join(n, i => $"\"e{i}\"")}] }}]",
            Each("considered", n, i => $"\"factor\": \"f{i}\", \"condition\": \"c\", \"why\": \"w\", \"evidence\": [\"e\"]")),
        ["tests"] = n => Set(
            Condition, Number, Each("tests", n, i => $"\"name\": \"t{i}\", \"profile\": {{ \"observations\": {{ \"f\": {i % 90} }} }}, \"expect\": {{ \"triage\": \"none\" }}")),
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

    /// <summary>What is searched again and again allocates nothing, and takes its time: the quickest of some runs, since other work on the machine only adds.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void FourTimesAsLongTakesAboutFourTimesAsLong(string name)
    {
        string small = Shapes[name](2_000), large = Shapes[name](8_000);
        var least = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var most = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        Take(Times(large, out _), most);
        for (int run = 0; run < 8 && Slow().Any(); run++)
        {
            Take(Times(small, out _), least);
            Take(Times(large, out _), most);
        }

        Slow().Should().BeEmpty();

        IEnumerable<KeyValuePair<string, TimeSpan>> Slow() => most.Where(l => l.Value > TimeSpan.FromMilliseconds(150) && l.Value > MostGrowth * least.GetValueOrDefault(l.Key));

        static void Take(List<(string What, TimeSpan Time)> times, Dictionary<string, TimeSpan> quickest)
        {
            foreach (var (what, time) in times)
                quickest[what] = quickest.TryGetValue(what, out var known) && known < time ? known : time;
        }
    }

    /// <summary>
    /// As long as a document may be, with GUTSKIN_GROWTH=100000; a fifth of that otherwise. Each step ends within two seconds, and what is held is
    /// never more than 512 MB.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AsLongAsMayBeIsReadComposedAndAssessedInTimeAndMemory(string name)
    {
        int n = TestSettings.Number("GUTSKIN_GROWTH", 20_000);
        string json = Shapes[name](n);
        for (; json.Length > 16 << 20; json = Shapes[name](n))
            n = (int)((long)n * (16 << 20) / json.Length) - 10;
        Within(json, $"{n} entries");
    }

    /// <summary>
    /// Any length, any shape, and damaged: GUTSKIN_GROWTH_FUZZ says how many, with GUTSKIN_GROWTH=100000 up to the limits, from GUTSKIN_FUZZ_SEED on.
    /// </summary>
    [Fact]
    public void DamagedOnesOfAnyLengthAreToo()
    {
        int wanted = TestSettings.Number("GUTSKIN_GROWTH_FUZZ", 4), seed = TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261129), most = TestSettings.Number("GUTSKIN_GROWTH", 20_000);
        string[] names = [.. Shapes.Keys];
        for (int run = 0; run < wanted; run++)
        {
            var random = new SplitMix64((ulong)(seed + run));
            string name = random.Pick(names);
            string json = Shapes[name](10 + random.Below(most));
            if (json.Length > 16 << 20)
                continue;
            var text = new StringBuilder(json);
            for (int damage = random.Below(8); damage > 0; damage--)
            {
                int at = random.Below(text.Length);
                string other = random.Pick(["", "\"", "{", "]", ",", "0", "9e99", "f.1", "i1", "null", "\u0000"]);
                text.Remove(at, random.Below(Math.Min(20, text.Length - at))).Insert(at, other);
            }

            Within(text.ToString(), $"seed {seed + run}, {name}");
        }
    }

    private void Within(string json, string what)
    {
        // What is given up again, without the buffers that the runtime keeps for everyone.
        var most = TimeSpan.FromSeconds(2);
        var times = Times(json, out object?[] kept, most);
        long with = GC.GetTotalMemory(forceFullCollection: true);
        Array.Clear(kept);
        long held = with - GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"{what}, {json.Length >> 10} KB, {held >> 20} MB: {string.Join(", ", times.Select(t => $"{t.What} {t.Time.TotalMilliseconds:0} ms"))}");
        times.Where(t => t.Time > most).Should().BeEmpty(what);
        held.Should().BeLessThan(512 << 20, what);
    }

    /// <summary>The time of each step: of its only run, or of the quickest of some where one takes longer than <paramref name="most"/>.</summary>
    private static List<(string What, TimeSpan Time)> Times(string json, out object?[] kept, TimeSpan? most = null)
    {
        var times = new List<(string, TimeSpan)>();
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        RuleSetDocument? document = null;
        ResolvedRuleSet? resolved = null;
        Assessment? assessment = null;
        Take("read", () => document = RuleSetJson.Read(utf8));
        Take("compose", () => resolved = RuleSetComposer.Compose(document!).Value);
        Take("lint", () => RuleSetLinter.Lint([document!], new LintOptions { Analyze = true }));
        if (resolved is not null)
        {
            var service = new ScoringService(resolved);
            Take("assess", () => assessment = service.Assess(PersonProfile.Create().Build()));
            Take("diff", () => RuleSetDiff.Compare(resolved, resolved));
            Take("write", () => RuleSetJson.Write(resolved.Data));
        }

        kept = [document, resolved, assessment];
        return times;

        void Take(string what, Action action) => times.Add((what, Timed.Quickest(most ?? TimeSpan.MaxValue, action)));
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

    /// <summary>What is worked out one from the other goes down a stack; one that overflows ends the process, whoever handed the rule set in.</summary>
    [Theory]
    [InlineData("derivations")]
    [InlineData("askWhen")]
    [InlineData("screens")]
    public void AChainThatNobodyCouldFollowIsAnError(string kind)
    {
        string Chain(int n) => kind switch
        {
            "derivations" => Set(Condition, Numbers(n + 1), Each("derivations", n, i => Filled(i, i + 1)), RuleOn("f.0", ", \"curve\": [[0, 0], [1, 1]]")),
            "askWhen" => Set(
                Condition, RuleOn("f.0"), Each("factors", n + 1, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\"{(i < n ? $", \"askWhen\": {{ \"factor\": \"f.{i + 1}\", \"equals\": true }}" : "")}")),
            _ => Set(
                Condition, RuleOn("f.0"), Each("factors", n + 1, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""),
                Each("screens", n, i => $"\"id\": \"s{i}\", \"title\": \"s\", \"factors\": [\"f.{i}\"], \"when\": {{ \"factor\": \"f.{i + 1}\", \"equals\": true }}")),
        };
        foreach (int n in (int[])[101, 20_000])
            Compose(Chain(n)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().ContainSingle().Which.Code.Should().Be("GS0008");

        // On a stack as small as those of threads on other systems.
        Assessment? assessment = null;
        var service = new ScoringService(Compose(Chain(100)).GetValueOrThrow());
        var thread = new Thread(() => assessment = service.Assess(PersonProfile.Create().Build()), 256 * 1024);
        thread.Start();
        thread.Join();
        assessment!.NextQuestions.Should().ContainSingle().Which.Items.Should().ContainSingle().Which.Factor.Should().Be("f.100", "it decides all the others");
    }

    /// <summary>Two things that both need the same two, a hundred times over: each is looked at once, not once for each way to it.</summary>
    [Fact]
    public async Task ManyWaysToOneAnswerAreNotGoneOneByOne()
    {
        const int Levels = 50;
        var resolved = Compose(Set(
            Condition, Numbers((2 * Levels) + 2),
            Each("derivations", 2 * Levels, i => Filled(i, ((i / 2) + 1) * 2, (((i / 2) + 1) * 2) + 1)),
            RuleOn("f.0", ", \"curve\": [[0, 0], [1, 1]]"),
            $"\"interventions\": [{{ {Intervention(0)}, \"changes\": [{{ \"factor\": \"f.{2 * Levels}\", \"atMost\": 0 }}] }}]",
            $"\"safety\": [{{ \"id\": \"s\", \"kind\": \"contraindication\", \"message\": \"m\", \"when\": {{ \"factor\": \"f.1\", \"above\": 5 }}, \"movements\": [{{ \"factor\": \"f.0\", \"direction\": \"up\" }}], \"evidence\": [\"e\"] }}]")).GetValueOrThrow();
        var service = new ScoringService(resolved);
        PersonProfile[] people =
        [
            PersonProfile.Create().Build(), PersonProfile.Create().With($"f.{2 * Levels}", 1.0).Declined($"f.{(2 * Levels) + 1}").Build(),
            PersonProfile.Create().With($"f.{2 * Levels}", 0.5).With($"f.{(2 * Levels) + 1}", 0.5).Build(),
        ];
        await Task.Run(() =>
        {
            foreach (var person in people)
            {
                var assessment = service.Assess(person);
                service.Plan(person);
                foreach (var factor in resolved.Data.Factors)
                    service.Explain(assessment, factor.Id);
                service.Explain(assessment, "f.0/c");
                service.Compare(people[0], person);
                assessment.ToText();
                RuleSetLinter.Lint([RuleSetDocument.From(resolved.Data)], new LintOptions { Analyze = true });
            }
        }).WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>What an assessment would hold for each of many factors is a product, too.</summary>
    [Fact]
    public void FactorsThatWaitForVeryManyAnswersAreAnError()
    {
        string Waits(int n, int of) => Set(
            Condition, Numbers(of + n + 1),
            Each("derivations", n + 1, i => i == 0 ? Filled(of, [.. Enumerable.Range(0, of)]) : Filled(of + i, of)));
        new ScoringService(Compose(Waits(99, 1_000)).GetValueOrThrow()).Assess(PersonProfile.Create().Build()).Should().NotBeNull();
        Compose(Waits(2_000, 1_000)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().ContainSingle().Which.Code.Should().Be("GS0007");

        string Gated(int factors, int reads) => Set(
            Condition, Each("factors", factors + reads, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""),
            $"\"screens\": [{{ \"id\": \"s\", \"title\": \"s\", \"factors\": [{Join(factors, i => $"\"f.{i}\"")}], \"when\": {{ \"all\": [{Join(reads, i => $"{{ \"factor\": \"f.{factors + i}\", \"equals\": true }}")}] }} }}]");

        // A gate that reads one factor only may still be long.
        string Chosen(int factors, int choices) => Set(
            Condition, Each("factors", factors + 1, i => i < factors ? $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"boolean\", \"question\": \"q\""
                : $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"choice\", \"question\": \"q\", \"choices\": [{Join(choices, k => $"\"k{k}\"")}]"),
            $"\"screens\": [{{ \"id\": \"s\", \"title\": \"s\", \"factors\": [{Join(factors, i => $"\"f.{i}\"")}], \"when\": {{ \"factor\": \"f.{factors}\", \"in\": [{Join(choices, k => $"\"k{k}\"")}] }} }}]");
        Within(Chosen(1_000, 900), "a screen of a thousand factors");
        Compose(Chosen(20_000, 900)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().ContainSingle().Which.Code.Should().Be("GS0007");
        Compose(Gated(1_000, 900)).Success.Should().BeTrue();
        Compose(Gated(20_000, 900)).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().ContainSingle().Which.Code.Should().Be("GS0007");
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

    private static string Each(string section, int count, Func<int, string> properties) => Each(section, Enumerable.Range(0, count), properties);

    private static string Each(string section, IEnumerable<int> numbers, Func<int, string> properties) =>
        $"\"{section}\": [{string.Join(", ", numbers.Select(i => $"{{ {properties(i)} }}"))}]";

    private static string Join(int count, Func<int, string> text) => string.Join(", ", Enumerable.Range(0, count).Select(text));

    private static string RuleOn(string factor, string curve = "") =>
        $"\"rules\": [{{ \"id\": \"r\", \"condition\": \"c\", \"title\": \"r\", \"factor\": \"{factor}\"{curve}, {Facts} }}]";

    private static string Numbers(int count) => Each("factors", count, i => $"\"id\": \"f.{i}\", \"name\": \"f\", \"kind\": \"number\"");

    private static string Filled(int target, params int[] needs) =>
        $"\"id\": \"d{target}\", \"factor\": \"f.{target}\", \"title\": \"d\", \"items\": [{string.Join(", ", needs.Select(n => $"\"f.{n}\""))}], \"error\": {{ \"sd\": 1 }}, \"evidence\": [\"e\"], "
        + $"\"cases\": [{{ \"linear\": {{ \"terms\": {{ {string.Join(", ", needs.Select(n => $"\"f.{n}\": 1"))} }} }} }}]";

    private static string Intervention(int i) => string.Create(CultureInfo.InvariantCulture, $"\"id\": \"i{i}\", \"category\": \"diet\", \"name\": \"i\"");
}
