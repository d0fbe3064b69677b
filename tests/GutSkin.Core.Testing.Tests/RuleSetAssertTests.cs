namespace GutSkin.Core.Testing.Tests;

public class RuleSetAssertTests
{
    private const string Own = "own.json";

    public static IEnumerable<object[]> Tests => RuleSetAssert.TestsOf(Own);

    [Fact]
    public void A_sound_rule_set_passes_in_one_line() => RuleSetAssert.Passes(Own);

    [Theory]
    [MemberData(nameof(Tests))]
    public void Each_of_its_tests_is_a_test(string name) => RuleSetAssert.TestPasses(name, Own);

    [Fact]
    public void The_built_in_rule_set_passes() => RuleSetAssert.TestsPass([BuiltInRuleSet.Document]);

    [Fact]
    public void A_failed_test_says_what_was_found()
    {
        var failing = Changed("\"atLeast\": 4, \"atMost\": 5", "\"atLeast\": 40");
        Failure(() => RuleSetAssert.TestsPass([BuiltInRuleSet.Document, failing])).Should().Contain("two servings count").And.Contain("at least 40").And.Contain("own.snack-acne");
    }

    [Fact]
    public void A_fault_is_shown_with_its_line()
    {
        var faulty = Changed("\"certainty\": \"very-low\"", "\"certainty\": \"verylow\"");
        Failure(() => RuleSetAssert.LintsClean([BuiltInRuleSet.Document, faulty])).Should().Contain("own.json(").And.Contain("very-low");
        RuleSetAssert.Reports("GS0104", [BuiltInRuleSet.Document, faulty]).Line.Should().BePositive();
        Failure(() => RuleSetAssert.Reports("GS9999", [BuiltInRuleSet.Document, faulty])).Should().Contain("expected to report GS9999");
        Failure(() => RuleSetAssert.TestsPass([BuiltInRuleSet.Document, faulty])).Should().Contain("cannot be composed");
    }

    [Fact]
    public void A_rule_set_without_tests_is_not_taken_for_tested() =>
        Failure(() => RuleSetAssert.TestsPass([RuleSetJson.Read("""{ "id": "none", "version": "1.0.0", "title": "None" }""", "none.json")]))
            .Should().Contain("none.json has no tests");

    [Fact]
    public void A_file_that_is_not_there_says_how_it_would_come_there() =>
        Failure(() => RuleSetAssert.Passes("missing.json")).Should().Contain("There is no 'missing.json'").And.Contain("CopyToOutputDirectory");

    [Fact]
    public void A_test_that_is_not_there_is_a_failure() => Failure(() => RuleSetAssert.TestPasses("nothing", Own)).Should().Contain("no test named 'nothing'");

    [Fact]
    public void Losing_a_safety_finding_is_a_failure()
    {
        var old = RuleSetComposer.Compose(BuiltInRuleSet.Document, Flagged(1)).GetValueOrThrow();
        var now = RuleSetComposer.Compose(BuiltInRuleSet.Document, Flagged(100)).GetValueOrThrow();
        var person = PersonProfile.Create().With("own.snack", 5).Build();
        RuleSetAssert.KeepsSafety(old, old, [person]);
        Failure(() => RuleSetAssert.KeepsSafety(old, now, [person])).Should().Contain("own.flag").And.NotContain("own.snack");
    }

    private static RuleSetDocument Flagged(int above) => Changed(
        "\"tests\": [",
        $$"""
        "safety": [
          { "id": "own.flag", "kind": "red-flag", "urgency": "routine", "when": { "factor": "own.snack", "above": {{(above > 9 ? "9.5" : "1")}} }, "message": "Speak with a dietitian about the snack.", "evidence": ["own-notes"] }
        ],
        "tests": [
        """);

    private static RuleSetDocument Changed(string from, string to)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Own));
        text.Should().Contain(from);
        return RuleSetJson.Read(text.Replace(from, to, StringComparison.Ordinal), Own);
    }

    private static string Failure(Action action) => action.Should().Throw<GutSkinAssertionException>().Which.Message;
}
