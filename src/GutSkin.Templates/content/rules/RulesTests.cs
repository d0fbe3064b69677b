using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Testing;
using Xunit;

/// <summary>What must hold of the rule set before anybody sees it.</summary>
public class RulesTests
{
    private const string Rules = "my-rule-set-id.rules.json";

    public static IEnumerable<object[]> Tests => RuleSetAssert.TestsOf(Rules);

    [Fact]
    public void Lint_finds_nothing_and_all_tests_pass() => RuleSetAssert.Passes(Rules);

    [Theory]
    [MemberData(nameof(Tests))]
    public void Each_test_passes(string name) => RuleSetAssert.TestPasses(name, Rules);

    [Fact]
    public void Nobody_is_less_safe_than_without_it() => RuleSetAssert.KeepsSafety(
        BuiltInRuleSet.Resolved,
        RuleSetComposer.Compose(RuleSetAssert.Read(Rules)).GetValueOrThrow(),
        SampleProfiles.Names.Select(SampleProfiles.Get));
}
