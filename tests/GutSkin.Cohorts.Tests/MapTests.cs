namespace GutSkin.Cohorts.Tests;

/// <summary>Maps from any columns to factors.</summary>
public class MapTests
{
    private const string Example = """
        {
          "id": "person", "missing": ["-9"],
          "columns": {
            "sex": { "factor": "person.sex", "recode": { "1": "male", "2": "female", "9": null } },
            "pregnant_now": { "factor": "person.pregnant", "recode": { "1": true, "2": false } },
            "vitd": { "factor": "lab.vitamin-d", "unit": "ng/mL", "missing": [999] },
            "crp": { "factor": "lab.crp", "unitColumn": "crp_unit" },
            "fiber": "diet.fiber",
            "comment": { "ignore": true },
          },
          "compute": { "diet.milk": { "linear": { "intercept": 0.5, "terms": { "glasses_morning": 1, "glasses_evening": 2 } } },
                       "body.bmi": { "product": { "powers": { "weight_kg": 1, "height_m": -2 } } } }
        }
        """;

    [Fact]
    public void Columns_become_answers()
    {
        var read = Cohort.Read(
            """
            person,sex,pregnant_now,vitd,crp,crp_unit,fiber,comment,glasses_morning,glasses_evening,weight_kg,height_m,visit
            a,2,1,20,5,mg/L,12.5,"x, y",0.25,0.5,80,2,1
            b,1,2,999,,,-9,,1,,,,
            c,9,,,,,,,,,,,
            d,3,,,,,,,,,,,
            """,
            new CohortReadOptions { Map = Cohort.Map(Example) });
        (read.Answer("a", "person.sex"), read.Answer("a", "person.pregnant"), read.Number("a", "lab.vitamin-d"), read.Number("a", "lab.crp"), read.Number("a", "diet.fiber"))
            .Should().Be(("female", "true", 50, 5, 12.5));
        (read.Number("a", "diet.milk"), read.Number("a", "body.bmi")).Should().Be((1.75, 20));
        read["b"].Profile.Observations.Keys.Order().Should().Equal("person.pregnant", "person.sex");
        read["c"].Profile.Observations.Should().BeEmpty();
        read.Failures.Single().Faults.Single().Should().Match<CohortFault>(f => f.Factor == "person.sex" && f.Code == "GS0316");
        read.Reader.Notices.Should().ContainSingle(n => n.Code == "GS4006").Which.Message.Should().Be("visit");
    }

    /// <summary>Found with the map that <c>tests/released</c> keeps: where a column had both, a missing code was taken as 0.</summary>
    [Theory]
    [InlineData("diet.fiber")]
    [InlineData("person.sex")]
    [InlineData("person.pregnant")]
    public void A_missing_code_beside_codes_that_mean_something_is_missing_not_zero(string factor)
    {
        var map = Cohort.Map($$"""{ "missing": ["77", "x"], "columns": { "a": { "factor": "{{factor}}", "recode": { "2": null } } } }""");
        var read = Cohort.Read("id,a\nn,77\nw,x\nc,2\ne,\n", new CohortReadOptions { Map = map });
        read.People.Should().HaveCount(4).And.OnlyContain(p => p.Profile.Observations.Count == 0);
    }

    [Fact]
    public void What_is_computed_fills_in_where_there_is_no_answer()
    {
        var map = Cohort.Map("""{ "columns": { "bmi": "body.bmi" }, "compute": { "body.bmi": { "product": { "powers": { "kg": 1, "m": -2 } } } } }""");
        var read = Cohort.Read("id,bmi,kg,m\na,30,80,2\nb,,80,2\nc,,80,\nd,,1000,1\n", new CohortReadOptions { Map = map });
        (read.Number("a", "body.bmi"), read.Number("b", "body.bmi"), read.Number("c", "body.bmi")).Should().Be((30, 20, null));
        read.Failures.Single().Row.Should().Be(4);
    }

    [Theory]
    [InlineData("{ \"columns\": { \"a\": { \"factr\": \"diet.fiber\" } } }", "no property 'factr'")]
    [InlineData("{ \"columns\": [] }", "object")]
    [InlineData("{ }", "no columns")]
    [InlineData("{ \"columns\": { \"a\": { \"factor\": 1 } } }", "text in quotes")]
    [InlineData("{ \"columns\": { \"a\": \"diet.fiber\", \"a\": \"diet.milk\" } }", "twice")]
    [InlineData("{ \"columns\": ", "not JSON")]
    [InlineData("{ \"columns\": { \"a\": { \"ignore\": true, \"factor\": \"diet.fiber\" } } }", "left out")]
    [InlineData("{ \"columns\": { \"a\": { \"factor\": \"diet.fiber\", \"unit\": \"g/d\", \"unitColumn\": \"u\" } } }", "one place")]
    [InlineData("{ \"columns\": { \"a\": \"diet.fiber\" }, \"compute\": { \"body.bmi\": { \"product\": { \"powers\": { \"x\": 3 } } } } }", "power")]
    [InlineData("{ \"columns\": { \"a\": \"diet.fiber\" }, \"compute\": { \"body.bmi\": { } } }", "one of a sum")]
    public void A_map_with_faults_is_refused(string json, string message) =>
        CohortMap.Read(System.Text.Encoding.UTF8.GetBytes(json)).Diagnostics.Should().Contain(d => d.Code == "GS4019" && d.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_map_is_held_against_a_header_and_the_rule_set()
    {
        var map = Cohort.Map("""
            { "id": "persn", "columns": { "sexx": { "factor": "person.sex", "recode": { "1": "man" } }, "fiber": "diet.fibre", "vitd": { "factor": "lab.vitamin-d", "unit": "kg" } },
              "compute": { "person.sex": { "linear": { "terms": { "fiber": 1 } } } } }
            """);
        var found = map.Check(["person", "sex", "fiber", "vitd", "more"], BuiltIn, "map.json");
        found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d.Code} {d.Path} {d.Hint}").Should().BeEquivalentTo(
            "GS4018 $.id Did you mean 'person'?",
            "GS4018 $.columns.sexx Did you mean 'sex'?",
            "GS4020 $.columns.sexx.recode.1 Choices: female, male, intersex, prefer-not-to-say.",
            "GS0501 $.columns.fiber Did you mean 'diet.fiber'?",
            "GS0505 $.columns.vitd Units: nmol/L, ng/mL, ug/L.",
            "GS4019 $.compute.person.sex ");
        found.Single(d => d.Severity == DiagnosticSeverity.Warning).Message.Should().Contain("'more'").And.Contain("'sex'");
        var refused = Cohort.Refused("person,sex,fiber,vitd\n", new CohortReadOptions { Map = map });
        refused.Should().Contain(d => d.Code == "GS4018").And.Contain(d => d.Code == "GS0501").And.Contain(d => d.Code == "GS0505");
    }

    private static Core.RuleSets.ResolvedRuleSet BuiltIn => ScoringService.Default.RuleSet;
}
