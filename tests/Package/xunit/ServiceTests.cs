using System.Collections.Immutable;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Xunit;

/// <summary>What a tester does first: a fake service, and a rule set's own tests as one test.</summary>
public class ServiceTests
{
    private static readonly PersonProfile Person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Diet.Milk, 2).Build();

    [Fact]
    public void A_fake_answers_what_the_test_wants()
    {
        var canned = ScoringService.Default.Assess(Person);
        IScoringService fake = new Fake(canned);
        Assert.Same(canned, fake.Assess(Person));
    }

    [Fact]
    public void Profiles_compare_by_what_they_say() => Assert.Equal(Person, Person.ToBuilder().Build());

    [Fact]
    public void A_faulty_rule_set_is_told_with_line_and_code()
    {
        var read = RuleSetJson.Read("""{ "schema": "gutskin.ruleset/1", "id": "own", "version": "1.0.0", "rules": [ 1 ] }""");
        Assert.NotEmpty(read.Diagnostics);
        Assert.All(read.Diagnostics, d => Assert.NotNull(d.Line));
    }

    private sealed class Fake(Assessment answer) : IScoringService
    {
        public ResolvedRuleSet RuleSet => BuiltInRuleSet.Resolved;

        public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => [];

        public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null) => ReadResult.Of(answer);

        public void Score(ScoringBuffer buffer, Span<ScoreResult> scores) => scores.Clear();

        public void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
        {
        }
    }
}
