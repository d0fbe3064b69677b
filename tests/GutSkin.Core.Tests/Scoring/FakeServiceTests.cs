using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Scoring;

/// <summary>A fake or a decorator of the scoring service is five members, and everything it answers with can be made.</summary>
public class FakeServiceTests
{
    private static readonly PersonProfile Person = PersonProfile.Create().ConcernedAbout(SkinConditions.AcneVulgaris).With(Factors.Person.Age, 20).With(Factors.Diet.Milk, 2).Build();

    [Fact]
    public void The_interface_has_five_members() =>
        typeof(IScoringService).GetMembers().Where(m => m is not System.Reflection.MethodInfo { IsSpecialName: true }).Select(m => m.Name)
            .Should().BeEquivalentTo("RuleSet", "Check", "TryAssess", "Score", "ScoreTable");

    [Fact]
    public void A_fake_answers_what_a_test_wants()
    {
        var fault = new Diagnostic { Code = "X1", Severity = DiagnosticSeverity.Error, Message = "It is wrong." };
        var canned = ScoringService.Default.Assess(Person);
        IScoringService right = new Fake(ReadResult.Of(canned)), wrong = new Fake(ReadResult.Failed<Assessment>([fault]));
        right.Assess(Person).Should().BeSameAs(canned);
        wrong.TryAssess(Person).Diagnostics.Should().Equal(fault);
        FluentActions.Invoking(() => wrong.Assess(Person)).Should().Throw<InvalidInputException>().WithMessage("*It is wrong.*");
        right.ReadProfile(Person.ToJson()).Success.Should().BeTrue();
        right.Explain(canned, Factors.Diet.Milk)!.Kind.Should().Be(ExplanationKind.Factor);
        right.ReadAssessment(canned.ToJson()).GetValueOrThrow().ToText().Should().Be(canned.ToText());
    }

    [Fact]
    public void A_decorator_sees_every_call_and_its_buffers_and_tables_are_those_of_what_it_decorates()
    {
        var counting = new Counting(ScoringService.Default);
        counting.Assess(Person).ToJson().Should().Be(ScoringService.Default.Assess(Person).ToJson());
        var buffer = counting.CreateBuffer(Person);
        var scores = new ScoreResult[buffer.Conditions.Length];
        counting.Score(buffer, scores);
        var results = counting.CreateResults(1);
        counting.ScoreTable(new CohortColumns(1).Add(Factors.Diet.Milk, new double[] { 2 }).Add(Factors.Person.Age, new double[] { 20 }), results);
        results.Scores(SkinConditions.AcneVulgaris)[0].Should().Be(scores[buffer.Conditions.IndexOf(SkinConditions.AcneVulgaris)].Score);
        counting.WhatIf(Person, p => p.With(Factors.Diet.Milk, 0)).Conditions.Should().NotBeEmpty();
        counting.Calls.Should().Be(3);
    }

    private sealed class Fake(ReadResult<Assessment> answer) : IScoringService
    {
        public ResolvedRuleSet RuleSet => BuiltInRuleSet.Resolved;

        public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => [];

        public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null) => answer;

        public void Score(ScoringBuffer buffer, Span<ScoreResult> scores) => scores[0] = new ScoreResult(1, new Interval(0, 2));

        public void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }

    private sealed class Counting(IScoringService inner) : IScoringService
    {
        public int Calls { get; private set; }

        public ResolvedRuleSet RuleSet => inner.RuleSet;

        public ImmutableArray<Diagnostic> Check(PersonProfile profile, AssessmentOptions? options = null) => inner.Check(profile, options);

        public ReadResult<Assessment> TryAssess(PersonProfile profile, AssessmentOptions? options = null)
        {
            Calls++;
            return inner.TryAssess(profile, options);
        }

        public void Score(ScoringBuffer buffer, Span<ScoreResult> scores)
        {
            Calls++;
            inner.Score(buffer, scores);
        }

        public void ScoreTable(CohortColumns columns, CohortResults results, CohortOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            inner.ScoreTable(columns, results, options, cancellationToken);
        }
    }
}
