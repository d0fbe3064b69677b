using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets;

/// <summary>What a class over two factors does in an assessment, in numbers that can be checked by hand.</summary>
public class ComputedRuleTests
{
    private static readonly TestRule Mean = new() { Compute = SmallSet.Mean };

    [Fact]
    public void It_counts_what_the_class_says()
    {
        var assessment = SmallSet.Service(Mean).Assess(Person(50, 5));
        var contribution = assessment.Conditions[0].Contributions.Single(c => c.Rule == "test.class");
        contribution.Burden.Should().Be(0.375);
        contribution.LogOdds.Should().BeApproximately(0.375 * Math.Log(3), 1e-12);
        contribution.Determined.Should().BeTrue();
        contribution.Factor.Should().BeNull();
        contribution.Inputs!.Value.Should().Equal(
            new ContributionInput("f.a", FactorValue.Number(50)), new ContributionInput("f.b", FactorValue.Number(5)));
        contribution.Modifiable.Should().BeTrue("one of the two can be changed");
        contribution.Mechanisms.Should().Equal("m");
        assessment.Conditions[0].Mechanisms.Should().ContainSingle(m => m.Id == "m" && m.Share > 0.99);
    }

    [Fact]
    public void A_missing_answer_is_a_range_and_a_question()
    {
        var assessment = SmallSet.Service(Mean).Assess(Person(50, null));
        var contribution = assessment.Conditions[0].Contributions.Single(c => c.Rule == "test.class");
        contribution.LogOdds.Should().BeApproximately(0.25 * Math.Log(3), 1e-12, "nothing is counted that is not certain");
        contribution.Range.High.Should().BeApproximately(0.75 * Math.Log(3), 1e-12);
        contribution.Determined.Should().BeFalse();
        assessment.NextQuestions.Single(q => q.Id == "f.b").Gain.Should().BeApproximately(0.5 * Math.Log(3), 1e-12);
        assessment.Conditions[0].Ceiling.Should().BeApproximately(100 * (1 - (1 / 6.0)), 1e-9, "odds of 3 by the class and 2 by the rule");
    }

    [Fact]
    public void A_factor_it_reads_is_a_lever()
    {
        var lever = SmallSet.Service(Mean).Assess(Person(50, 5)).Levers.Should().ContainSingle().Which;
        lever.Factor.Should().Be("f.a");
        lever.Effects[0].Gain.Should().BeApproximately(0.2 * Math.Log(3), 1e-12, "from 50 to 10 is a fifth of the burden");
    }

    [Fact]
    public void A_gate_and_an_overlap_group_work_as_for_data()
    {
        var service = SmallSet.Service(
            new TestRule { Compute = SmallSet.Mean, OwnId = "class.a", Group = "g", Gate = new ComparisonGate { Factor = "f.yes", EqualTo = FactorValue.Boolean(true) } },
            new TestRule { Compute = (in FactorValues known) => known.Number("f.a") is { } a ? a / 100 : BurdenRange.Any, Reads = ["f.a"], OwnId = "class.b", Group = "g" });

        var open = service.Assess(Person(50, 20)).Conditions[0];
        open.Contributions.Single(c => c.Rule == "class.a").LogOdds.Should().Be(0);
        open.Contributions.Single(c => c.Rule == "class.b").Counted.Should().BeTrue();
        open.Contributions.Single(c => c.Rule == "class.b").Value.Should().Be(FactorValue.Number(50), "one factor is the rule's factor");

        var yes = service.Assess(Person(50, 20, true)).Conditions[0];
        yes.Contributions.Single(c => c.Rule == "class.a").Counted.Should().BeTrue("75 % is more than 50 %");
        yes.Contributions.Single(c => c.Rule == "class.b").Counted.Should().BeFalse();
        service.Assess(Person(50, 20, false)).Conditions[0].Contributions.Should().NotContain(c => c.Rule == "class.a");
    }

    [Fact]
    public void A_measuring_error_of_each_factor_widens_the_uncertainty()
    {
        var set = SmallSet.Rules with
        {
            Factors = [.. SmallSet.Rules.Factors.Select(f => f.IsNumeric ? f with { MeasurementError = new MeasurementError { StandardDeviation = 2 } } : f)],
        };
        var service = new ScoringService(RuleSetComposer.Compose([RuleSetDocument.From(set)], [Mean]).GetValueOrThrow());
        var score = service.Assess(Person(50, 10)).Conditions[0];
        double beta = Math.Log(3), sigma = 0.5 * beta / 1.959963984540054, a = beta * 0.02 / 2, b = beta * 0.1 / 2;
        double se = Math.Sqrt((sigma * sigma) + (a * a) + (b * b));
        score.Uncertainty!.Value.High.Should().BeApproximately(100 * (1 - Math.Exp(-(score.LogOdds!.Value + (1.959963984540054 * se)))), 1e-9);
    }

    [Fact]
    public void Every_kind_of_answer_can_be_read_by_id_and_by_key()
    {
        var rule = new TestRule
        {
            Reads = ["f.a", "f.b", "f.yes", "f.soap"],
            Compute = (in FactorValues known) =>
            {
                known.IsKnown("f.soap").Should().Be(known.Choice("f.soap") is not null);
                known[new NumberFactor("f.a", "g/d")].Should().Be(known.Number("f.a"));
                known[new IntegerFactor("f.b")].Should().Be(known.Number("f.b"));
                known[new BooleanFactor("f.yes")].Should().Be(known.YesNo("f.yes"));
                known[new ChoiceFactor("f.soap")].Should().Be(known.Choice("f.soap"));
                known.Range(new NumberFactor("f.a")).Should().Be(known.Range("f.a"));
                return known.YesNo("f.yes") == true && known.Choice("f.soap") == "harsh" && known.Number("f.b") == 3 ? 1
                    : known.IsKnown("f.yes") && known.IsKnown("f.soap") && known.IsKnown("f.b") ? 0
                    : BurdenRange.Any;
            },
        };
        var person = PersonProfile.Create().With("f.a", 1.0).With("f.b", 3.0).With("f.yes", true).With("f.soap", "harsh").Build();
        SmallSet.Service(rule).Assess(person).Conditions[0].Contributions.Single(c => c.Rule == "test.class").Burden.Should().Be(1);
    }

    [Fact]
    public void Explanations_name_the_class_and_what_it_reads()
    {
        var service = SmallSet.Service(Mean);
        var assessment = service.Assess(Person(50, null));
        string text = service.Explain(assessment, "test.class")!.ToString();
        text.Should().Contain("What the class GutSkin.Core.Tests.RuleSets.TestRule 1.0.0 computes from Sweets, Drinks counts towards a higher Test skin index.")
            .And.Contain("It reads here: Sweets 50 g a day, Drinks not known.")
            .And.Contain("answers still missing could make it")
            .And.Contain("Because a test needs it.")
            .And.Contain("From GutSkin.Core.Tests.RuleSets.TestRule 1.0.0.");
        service.Explain(assessment, "f.b")!.ToString().Should().Contain("Read by the rule test.class: A class.");
        service.Explain(assessment, "f.b/c")!.ToString().Should().Contain("Counted by the rule test.class");
        assessment.ToText(ReportDetail.Full).Should().Contain("Sweets:").And.Contain("Drinks:").And.Contain("A class");
    }

    [Fact]
    public void An_assessment_says_by_which_classes_it_was_made_and_reads_back()
    {
        var assessment = SmallSet.Service(Mean).Assess(Person(50, null));
        assessment.RuleSet.Classes!.Value.Should().Equal(new RuleClassIdentity("test.class", "1.0.0", "GutSkin.Core.Tests.RuleSets.TestRule"));
        string json = assessment.ToJson();
        AssessmentJson.Read(Encoding.UTF8.GetBytes(json)).GetValueOrThrow().ToJson().Should().Be(json);
        SmallSet.Service().Assess(Person(50, null)).ToJson().Should().NotContain("classes").And.NotContain("inputs");
    }

    [Fact]
    public void Provenance_is_the_class()
    {
        var resolved = SmallSet.Compose(Mean).GetValueOrThrow();
        resolved.Provenance[new EntryKey("rules", "test.class")].Id.Should().Be("GutSkin.Core.Tests.RuleSets.TestRule");
        resolved.Documents.Select(d => d.Id).Should().Equal("small", "GutSkin.Core.Tests.RuleSets.TestRule");
        resolved.Data.Id.Should().Be("small", "a class changes no name");
        resolved.Classes.Should().ContainSingle();
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        var service = SmallSet.Service(Mean, new TestRule { OwnId = "other", Reads = ["f.a", "f.soap"], Compute = (in FactorValues k) => k.Choice("f.soap") == "harsh" ? 0.5 : k.IsKnown("f.soap") ? 0 : BurdenRange.Any });
        var buffer = service.CreateBuffer(Person(50, 5));
        var scores = new ScoreResult[1];
        for (int i = 0; i < 100; i++)
            service.Score(buffer, scores);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            service.Score(buffer, scores);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void A_table_allocates_the_same_for_many_rows_as_for_few()
    {
        var service = SmallSet.Service(Mean);
        Allocated(service, 1024);
        long few = Allocated(service, 1024), many = Allocated(service, 64 * 1024);
        many.Should().BeCloseTo(few, 256, "nothing a row");
    }

    private static long Allocated(ScoringService service, int rows)
    {
        var columns = new CohortColumns(rows);
        columns.Add("f.a", new double[rows]);
        columns.Add("f.b", new double[rows]);
        var results = service.CreateResults(rows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        service.ScoreTable(columns, results);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static PersonProfile Person(double? a, double? b, bool? yes = null)
    {
        var person = PersonProfile.Create().ConcernedAbout("c");
        if (a is { } x)
            person.With("f.a", x);
        if (b is { } y)
            person.With("f.b", y);
        if (yes is { } z)
            person.With("f.yes", z);
        return person.Build();
    }
}
