using GutSkin.Core.Authoring;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>What a rule set is told apart by, and what its JSON holds, where classes are part of it.</summary>
public class ClassHashTests
{
    [Fact]
    public void The_hash_changes_with_id_version_type_factors_and_effect_and_with_nothing_else()
    {
        string[] hashes =
        [
            Hash(), Hash(new TestRule()), Hash(new TestRule { OwnVersion = "1.0.1" }), Hash(new OtherRule()), Hash(new TestRule { OwnId = "test.other" }),
            Hash(new TestRule { Reads = ["f.b", "f.a"] }), Hash(new TestRule { Size = Effect.OddsRatio(3.1) }),
        ];
        hashes.Should().OnlyHaveUniqueItems();
        Hash(new TestRule()).Should().Be(hashes[1]);
        Hash(new TestRule { Compute = (in FactorValues _) => 1 }).Should().Be(hashes[1], "code has no hash: the version speaks for it");
    }

    [Fact]
    public void The_hash_is_that_of_the_form_the_documentation_gives()
    {
        string data = RuleSetJson.Write(SmallSet.Rules);
        string written = RuleSetJson.Write(SmallSet.Compose(new TestRule()).GetValueOrThrow().Data);
        written.Should().Be(data, "JSON cannot hold the class");
        // The rule as data would be written, and the class behind it.
        var entry = SmallSet.Compose(new TestRule()).GetValueOrThrow().Data.Rules[^1];
        string rule = RuleSetJson.Write(SmallSet.Rules with { Rules = [entry with { Class = null }] });
        int start = rule.IndexOf("\"rules\"", StringComparison.Ordinal);
        string body = rule[rule.IndexOf('{', start)..(rule.LastIndexOf(']') - 1)].TrimEnd()[..^1].TrimEnd()
            + ", \"class\": { \"type\": \"GutSkin.Core.Tests.RuleSets.TestRule\", \"version\": \"1.0.0\", \"factors\": [\"f.a\", \"f.b\"] } }";
        int end = data.LastIndexOf(']');
        string whole = data[..end].TrimEnd() + ", " + body + data[end..];
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CanonicalJson.Of(whole))).Should().Be(Hash(new TestRule()));
    }

    [Fact]
    public void A_difference_tells_of_classes()
    {
        var without = SmallSet.Compose().GetValueOrThrow();
        var with = SmallSet.Compose(new TestRule { Compute = SmallSet.Mean }).GetValueOrThrow();
        var newer = SmallSet.Compose(new TestRule { Compute = SmallSet.Mean, OwnVersion = "1.1.0" }).GetValueOrThrow();
        RuleSetDiff.Compare(without, with).Entries.Should().ContainSingle(e => e.Id == "test.class" && e.Kind == EntryChangeKind.Added);
        var change = RuleSetDiff.Compare(with, newer).Entries.Should().ContainSingle().Which;
        string.Join('|', change.Details).Should().Contain("1.0.0 → 1.1.0");
    }

    [Fact]
    public void A_composed_set_can_be_composed_again_in_code_and_keeps_its_classes()
    {
        var once = SmallSet.Compose(new TestRule { Compute = SmallSet.Mean }).GetValueOrThrow();
        var twice = RuleSetComposer.Compose(RuleSetDocument.From(once.Data)).GetValueOrThrow();
        twice.Classes.Should().Equal(once.Classes);
        twice.Sha256.Should().Be(once.Sha256);
        var removing = new RuleSet { Id = "over", Version = "1.0.0", Title = "t", Remove = RuleSetRemovals.None with { Factors = ["f.b"] } };
        RuleSetComposer.Compose(RuleSetDocument.From(once.Data), RuleSetDocument.From(removing)).Diagnostics
            .Should().Contain(d => d.Code == "GS0202" && d.Message.Contains("test.class", StringComparison.Ordinal), "the class cannot do without it");
    }

    [Fact]
    public void Tests_in_a_rule_set_run_with_its_classes()
    {
        var test = new RuleSetTest
        {
            Name = "half",
            Profile = PersonProfile.Create().With("f.a", 50.0).With("f.b", 10.0).Build(),
            Scores = System.Collections.Immutable.ImmutableSortedDictionary<string, ScoreExpectation>.Empty.Add("c", new ScoreExpectation { AtLeast = 42, AtMost = 43 }),
        };
        var resolved = RuleSetComposer.Compose(
            [RuleSetDocument.From(SmallSet.Rules with { Tests = [test] })], [new TestRule { Compute = SmallSet.Mean }]).GetValueOrThrow();
        RuleSetTestRunner.Run(resolved).Passed.Should().BeTrue();
    }

    private static string Hash(params ComputedRule[] rules) => SmallSet.Compose(rules).GetValueOrThrow().Sha256;

    private sealed class OtherRule : TestRule;
}
