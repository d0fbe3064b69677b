using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GutSkin.Core.Tests.Naive;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>
/// A run of any length over generated cases: <c>GUTSKIN_TWIN_CASES</c> says how many, <c>GUTSKIN_TWIN_SEED</c> where to
/// begin. The first case of each kind of difference is shrunk to one that a person can read.
/// </summary>
public partial class TwinLongRun(ITestOutputHelper output)
{
    private const int DefaultCases = 64;
    private const int DefaultSeed = 1_000_000;
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = false };

    [Fact]
    public void The_library_agrees_with_the_twin()
    {
        int cases = Setting("GUTSKIN_TWIN_CASES", DefaultCases);
        int first = Setting("GUTSKIN_TWIN_SEED", DefaultSeed);
        output.WriteLine($"{cases} cases from seed {first}");
        var kinds = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (int seed = first; seed < first + cases; seed++)
        {
            var ruleSet = RuleSetGenerator.Generate(seed);
            foreach (string kind in TwinTests.Differences(ruleSet, ProfileGenerator.Generate(ruleSet, seed)).Where(d => !TwinTests.IsOpen(d)).Select(Kind).Distinct())
            {
                if (!kinds.TryGetValue(kind, out var seeds))
                    kinds[kind] = seeds = [];
                seeds.Add(seed);
            }
        }

        foreach (var (kind, seeds) in kinds)
            output.WriteLine($"{kind} in {seeds.Count} cases, such as seed {seeds[0]}\n{Smallest(kind, seeds[0])}");
        kinds.Keys.Should().BeEmpty();
    }

    [Fact]
    public void A_difference_is_shrunk_to_what_shows_it()
    {
        // As if the library got every answer of one factor wrong.
        const int Seed = 7;
        var ruleSet = RuleSetGenerator.Generate(Seed);
        var profile = new JsonObject { ["asOf"] = "2026-11-20", ["observations"] = new JsonObject() };
        var factor = ruleSet.Objects("rules").First(r => r["curve"] is not null).Text("factor")!;
        var (small, _) = new CaseShrinker((r, _) => r.Objects("rules").Any(x => x.Text("factor") == factor && x["curve"] is not null)).Shrink(ruleSet, profile);
        small.Objects("rules").Single().Text("factor").Should().Be(factor);
        small.Select(p => p.Key).Should().BeEquivalentTo("rules");
        ruleSet.Objects("factors").Should().NotBeEmpty("the case itself is left alone");
    }

    /// <summary>The path of a difference without ids and places.</summary>
    private static string Kind(string difference) => Places().Replace(difference[..difference.IndexOf(": ", StringComparison.Ordinal)], "[]");

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Places();

    private static int Setting(string name, int other) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : other;

    private static string Smallest(string kind, int seed)
    {
        var ruleSet = RuleSetGenerator.Generate(seed);
        var (rules, profile) = new CaseShrinker((r, p) => Shows(r, p, kind)).Shrink(ruleSet, ProfileGenerator.Generate(ruleSet, seed));
        var text = new StringBuilder();
        foreach (var (section, entries) in rules.Where(s => s.Value is JsonArray))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {section}:").AppendJoin("", entries!.AsArray().Select(e => $"    {e!.ToJsonString(Plain)}\n"));
        text.AppendLine(CultureInfo.InvariantCulture, $"  profile: {profile.ToJsonString(Plain)}");
        return text.AppendJoin("\n", TwinTests.Differences(rules, profile).Select(d => "  " + d)).ToString();
    }

    /// <summary>A case that is no longer valid shows nothing.</summary>
    private static bool Shows(JsonObject ruleSet, JsonObject profile, string kind)
    {
        try
        {
            return TwinTests.Differences(ruleSet, profile).Any(d => Kind(d) == kind);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }
}
