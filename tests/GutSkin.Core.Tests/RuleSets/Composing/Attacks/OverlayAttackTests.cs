using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.RuleSets.Composing.Attacks;

/// <summary>
/// Overlays that try to loosen locked safety are refused, or change nothing of it for anybody. GUTSKIN_ATTACKS says how many chains of
/// overlays, GUTSKIN_ATTACKS_SEED where to begin; what gets through is told with its seed.
/// </summary>
public class OverlayAttackTests(ITestOutputHelper output)
{
    private const int ChainsOfOne = 20;
    private const int Few = 1000;
    private static readonly string[] Languages = ["en", "de"];

    [Fact]
    public void Nobody_is_less_safe_with_an_overlay_than_without()
    {
        int wanted = TestSettings.Number("GUTSKIN_ATTACKS", Few), first = TestSettings.Number("GUTSKIN_ATTACKS_SEED", 500_000);
        var campaign = Run(wanted, first, locked: true);
        campaign.Through.Should().BeEmpty();
        campaign.Composed.Should().BeGreaterThan(wanted / 5, "attacks that are refused show nothing of the engine");
        campaign.Refused.Should().BeGreaterThan(wanted / 10);
        campaign.Tried.Where(t => t.Value < wanted / 150).Should().BeEmpty("every kind is tried often");
        campaign.Tried.Should().HaveCountGreaterThan(45);
    }

    [Fact]
    public void The_same_attacks_get_through_where_nothing_is_locked()
    {
        var through = Run(400, 500_000, locked: false).Through;
        string[] breaches = ["triage falls", "becomes complete", "is silent", "says something else", "counts as false", "slips out", "is only Unknown", "although"];
        breaches.Where(b => !through.Exists(t => t.Contains(b, StringComparison.Ordinal))).Should().BeEmpty("the judge sees each of them");
    }

    private Campaign Run(int wanted, int first, bool locked)
    {
        output.WriteLine($"{wanted} chains of overlays from seed {first}");
        var campaign = new Campaign();
        for (int seed = first; (seed - first) * ChainsOfOne < wanted && (!locked || campaign.Through.Count < 10); seed++)
        {
            var start = AttackBase.Generate(seed);
            var people = Enumerable.Range(0, 3).Select(i => TwinTests.Profile(ProfileGenerator.Generate(start, (seed * 3) + i))).ToArray();
            var service = TwinTests.Service(start);
            var before = people.Select(p => Languages.Select(l => service.Assess(p, new AssessmentOptions { Culture = l })).ToArray()).ToArray();
            if (!locked)
                start = JsonNode.Parse(start.ToJsonString().Replace("\"locked\":true", "\"locked\":false", StringComparison.Ordinal))!.AsObject();
            for (int chain = 0; chain < ChainsOfOne; chain++)
            {
                var random = new SplitMix64(((ulong)seed * 1000) + (ulong)chain);
                var attacks = new OverlayAttacks(start, random);
                JsonObject[] overlays = [.. Enumerable.Range(1, random.Pick([1, 1, 2, 3])).Select(attacks.Next)];
                campaign.Add(attacks.Tried);
                var resolved = RuleSetComposer.Compose([.. overlays.Prepend(start).Select(o => RuleSetJson.Read(o.ToJsonString()))]);
                if (resolved.Success)
                    campaign.Judge(service.RuleSet.Data, resolved.Value, people, before, $"seed {seed}, chain {chain}", overlays);
                else
                    campaign.Refused++;
            }
        }

        output.WriteLine(campaign.ToString());
        return campaign;
    }

    /// <summary>What became of attacks.</summary>
    private sealed class Campaign
    {
        private int judged, unread;

        public int Composed { get; private set; }

        public int Refused { get; set; }

        public SortedDictionary<string, int> Tried { get; } = new(StringComparer.Ordinal);

        public List<string> Through { get; } = [];

        public void Add(Dictionary<string, int> tried)
        {
            foreach (var (what, times) in tried)
            {
                int colon = what.StartsWith("twin", StringComparison.Ordinal) ? -1 : what.IndexOf(':', StringComparison.Ordinal);
                string kind = colon < 0 ? what : what[..colon];
                Tried[kind] = Tried.GetValueOrDefault(kind) + times;
            }
        }

        /// <summary>Tells the first that an overlay made weaker for each person.</summary>
        public void Judge(RuleSet start, ResolvedRuleSet resolved, PersonProfile[] people, Assessment[][] before, string where, JsonObject[] overlays)
        {
            Composed++;
            var weaker = new WeakerSafety(start, resolved.Data);
            var attacked = new ScoringService(resolved);
            for (int i = 0; i < people.Length; i++)
            {
                for (int l = 0; l < Languages.Length; l++)
                {
                    var after = attacked.TryAssess(people[i], new AssessmentOptions { Culture = Languages[l], IgnoreUnknownFactors = true });
                    if (!after.Success)
                    {
                        unread++;
                        continue;
                    }

                    judged++;
                    if (weaker.Find(before[i][l], after.Value).ToList() is { Count: > 0 } found)
                        Through.Add($"{where}, person {i}, {Languages[l]}: {string.Join("; ", found)}\n  {string.Join("\n  ", overlays.Select(o => o.ToJsonString()))}");
                }
            }
        }

        public override string ToString() =>
            $"{Tried.Values.Sum()} attempts; {Composed} chains composed, {Refused} refused; {judged} assessments compared, {unread} profiles no longer fit\n"
            + string.Join(", ", Tried.Select(t => $"{t.Key} {t.Value}"));
    }
}
