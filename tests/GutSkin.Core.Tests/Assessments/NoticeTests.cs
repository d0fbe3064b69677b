using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;

namespace GutSkin.Core.Tests.Assessments;

/// <summary>What a person is told about answers that do not count, word for word, and what is said of a compact assessment that was changed.</summary>
public class NoticeTests
{
    private static readonly ScoringService Scoring = new(LintCases.Compose("""
        { "id": "notices", "version": "1.0.0", "title": "Notices", "disclaimer": "This is not a diagnosis.", "conditions": [ { "id": "c", "name": "C" } ],
          "factors": [ { "id": "a.old", "name": "Old", "kind": "boolean", "maxAgeDays": 30 }, { "id": "a.ever", "name": "Ever", "kind": "boolean" },
            { "id": "s.one", "name": "One", "kind": "boolean", "maxAgeDays": 10 }, { "id": "s.two", "name": "Two", "kind": "boolean" }, { "id": "t.three", "name": "Three", "kind": "boolean" }, { "id": "s.fever", "name": "Fever", "kind": "boolean" } ],
          "interventions": [ { "id": "referral.doctor", "category": "referral", "name": "Doctor", "when": { "any": [] } } ],
          "safety": [ { "id": "fever", "kind": "red-flag", "urgency": "urgent", "when": { "factor": "s.fever", "equals": true }, "refer": ["referral.doctor"], "message": "See a doctor today." } ],
          "screens": [ { "id": "s", "title": "Any of these?", "factors": ["s.one", "s.two"] }, { "id": "t", "title": "And these?", "factors": ["t.three"] } ] }
        """).GetValueOrThrow());

    [Fact]
    public void Answers_that_are_too_old_or_declined_are_told()
    {
        Told("""
            { "asOf": "2026-06-01", "observations": { "a.old": { "value": true, "on": "2026-01-01" }, "a.ever": { "value": true, "on": "2020-01-01" }, "s.fever": { "declined": true } },
              "screened": [ { "id": "s", "on": "2026-01-01" }, { "id": "t", "on": "2026-01-01" } ] }
            """).Should().Equal(
            "declined-safety fever: An answer that was declined decides whether someone should be seen today.",
            "too-old a.old: The answer to 'a.old' is too old to count.",
            "too-old s: The answer to the questions of 's' is too old to count for all of them.");
        Told("""{ "asOf": "2026-01-31", "observations": { "a.old": { "value": true, "on": "2026-01-01" } }, "screened": [ { "id": "s", "on": "2026-01-21" } ] }""").Should().BeEmpty("each is as old as it may be");
        Told("""{ "asOf": "2026-02-01", "observations": { "a.old": { "value": true, "on": "2026-01-01" } } }""").Should().ContainSingle("a day more is too old");
    }

    [Theory]
    [InlineData("""{ "observations": { "a.old": { "value": true, "on": "2020-01-01" }, "a.ever": true } }""")]
    [InlineData("""{ "observations": { "a.ever": true }, "screened": [ { "id": "t", "on": "2020-01-01" }, "s" ] }""")]
    public void Dated_answers_to_no_day_are_told(string profile) =>
        Told(profile).Should().Equal("no-date : The profile does not say for which day it speaks: no answer counts as too old.");

    [Fact]
    public void What_is_worked_out_to_something_impossible_is_told_by_the_id_of_the_derivation() => Small.Service(
        """
        "derivations": [
          { "id": "z-one", "factor": "o.one", "items": ["f.asked"], "cases": [ { "linear": { "intercept": 900, "terms": { "f.asked": 1 } } } ] },
          { "id": "a-two", "factor": "o.two", "items": ["f.asked"], "cases": [ { "linear": { "intercept": 900, "terms": { "f.asked": 1 } } } ] },
          { "id": "m-six", "factor": "o.six", "items": ["f.asked"], "cases": [ { "linear": { "intercept": 900, "terms": { "f.asked": 1 } } } ] } ]
        """,
        string.Concat(((string[])["one", "two", "six"]).Select(id => $$""", { "id": "o.{{id}}", "name": "O", "kind": "number", "min": 0, "max": 100 }""")), withDerivations: false)
        .Assess(Small.Person("\"f.asked\": 1")).Notices.Select(n => $"{n.Derivation}: {n.Message}").Should().Equal(
            "a-two: What 'a-two' works out from the answers is not a possible value of 'o.two'; check them.",
            "m-six: What 'm-six' works out from the answers is not a possible value of 'o.six'; check them.",
            "z-one: What 'z-one' works out from the answers is not a possible value of 'o.one'; check them.");

    [Fact]
    public void Of_two_screens_that_ask_the_same_a_newer_answer_stands_and_an_older_one_counts_as_too_old()
    {
        Assessed("""{ "id": "s", "on": "2026-05-30" }, { "id": "u", "on": "2026-01-01" }""").Should().Be("no: 0, known: True");
        Assessed("""{ "id": "u", "on": "2026-01-01" }, { "id": "s", "on": "2026-05-30" }""").Should().Be("no: 0, known: True");
        Assessed("""{ "id": "u", "on": "2026-01-01" }""").Should().Be("no: ?, known: Unknown", "somebody answered, long ago");
        Assessed("").Should().Be("no: ?, known: False");

        static string Assessed(string screened)
        {
            var person = ProfileJson.Read($$"""{ "asOf": "2026-06-01", "screened": [ {{screened}} ] }""").GetValueOrThrow();
            var buffer = Twice.CreateBuffer(person);
            var condition = Twice.Assess(person).Conditions.Single();
            double value = buffer.State.Values[buffer.PositionOf("s.one")];
            var status = condition.Interval is { Low: var low, High: var high } && low != high ? "Unknown" : condition.Score > 50 ? "True" : "False";
            return $"no: {(double.IsNaN(value) ? "?" : value)}, known: {status}";
        }
    }

    private static readonly ScoringService Twice = new(LintCases.Compose("""
        { "id": "twice", "version": "1.0.0", "title": "Twice", "conditions": [ { "id": "c", "name": "C" } ],
          "factors": [ { "id": "s.one", "name": "One", "kind": "boolean", "maxAgeDays": 10 }, { "id": "s.two", "name": "Two", "kind": "boolean" } ],
          "rules": [ { "id": "known", "condition": "c", "title": "t", "when": { "known": "s.one" }, "effect": { "logOdds": 1 }, "certainty": "high" } ],
          "screens": [ { "id": "s", "title": "Any of these?", "factors": ["s.one", "s.two"] }, { "id": "u", "title": "Any of these?", "factors": ["s.two", "s.one"] } ] }
        """).GetValueOrThrow());

    [Fact]
    public void Answers_without_a_date_need_no_day() => Told("""{ "observations": { "a.old": true }, "screened": ["s"] }""").Should().BeEmpty();

    [Fact]
    public void A_compact_assessment_that_names_what_the_rule_set_lacks_is_told()
    {
        var service = ScoringService.Default;
        string compact = Rosacea().ToJson(AssessmentJsonOptions.Compact);
        var rules = service.RuleSet.Data;
        var ids = rules.Interventions.Select(i => i.Id).Concat(rules.Rules.Select(r => r.Id)).ToHashSet(StringComparer.Ordinal);
        int told = 0;
        foreach (string id in ids.Where(id => compact.Contains($"\"{id}\"", StringComparison.Ordinal)))
        {
            foreach (string other in (string[])["zzz.zzz", "aaa.aaa"])
            {
                var diagnostics = service.ReadAssessment(compact.Replace($"\"{id}\"", $"\"{other}\"", StringComparison.Ordinal)).Diagnostics;
                if (diagnostics.IsEmpty)
                    continue;
                diagnostics.Should().ContainSingle("of {0}", id).Which.Message.Should().Be($"The assessment names '{other}', which its rule set does not have: was it changed?");
                told++;
            }
        }

        told.Should().BeGreaterThan(20);
    }

    [Fact]
    public void A_compact_assessment_of_no_or_another_rule_set_is_told()
    {
        var document = JsonNode.Parse(Rosacea().ToJson(AssessmentJsonOptions.Compact))!.AsObject();
        var made = document["ruleSet"]!.AsObject();
        made["sha256"] = new string('0', 64);
        var other = ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Subject;
        other.Message.Should().StartWith("Another rule set made the assessment: gutskin.evidence ").And.EndWith(" and cannot give back what the compact form leaves out.");
        other.Hint.Should().Be("Read it with a service of that rule set.");
        other.Path.Should().Be("$.ruleSet");
        document.Remove("ruleSet");
        var none = ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle().Subject;
        (none.Code, none.Message).Should().Be(("GS0102", "The assessment does not say which rule set made it: it has no 'ruleSet'."));
        ScoringService.Default.ReadAssessment("""{ "schema": "gutskin.assessment/1", "ruleSet": 7 }""").Diagnostics.Should().Contain(d => d.Hint == "The schema gutskin-assessment-1.schema.json says what it is.");
    }

    [Fact]
    public void What_nobody_knows_and_a_language_without_words_are_told()
    {
        var stranger = PersonProfile.Create().With("x.unheard-of", true).Build();
        Notices(new AssessmentOptions { IgnoreUnknownFactors = true }).Should().Equal("The rule set does not know the factor 'x.unheard-of'; it was ignored.");
        Notices(new AssessmentOptions { IgnoreUnknownFactors = true, Culture = "de" }).Should().HaveCount(1);
        Notices(new AssessmentOptions { IgnoreUnknownFactors = true, Culture = "" }).Should().HaveCount(1);
        Notices(new AssessmentOptions { IgnoreUnknownFactors = true, Culture = "tlh" }).Should().Equal(
            "There are no words for the culture 'tlh': sentences are in English.", "The rule set does not know the factor 'x.unheard-of'; it was ignored.");
        Scoring.Assess(PersonProfile.Create().Build()).ToString().Should().Be("Assessment by notices 1.0.0");

        IEnumerable<string> Notices(AssessmentOptions options) => Scoring.Assess(stranger, options).Notices.Select(n => n.Message).OrderDescending(StringComparer.Ordinal);
    }

    [Fact]
    public void What_a_rule_set_says_in_a_language_is_said_in_it()
    {
        var assessment = Small.Service("""
            "rules": [ { "id": "milk", "condition": "acne", "title": "Milk", "factor": "f.milk", "curve": [[10, 0], [60, 1]], "effect": { "logOdds": 0.8 }, "certainty": "moderate" } ],
            "interventions": [ { "id": "i", "category": "diet", "name": "I" } ],
            "safety": [ { "id": "mind", "kind": "caution", "when": { "all": [] }, "message": "Mind.", "interventions": ["i"] } ],
            "texts": { "de": {
              "conditions": { "acne": { "name": "Akne" } }, "rules": { "milk": { "title": "Milch" } }, "safety": { "mind": { "message": "Achtung." } },
              "factors": { "x.hinted": { "question": "Wie oft?", "hint": "Ungefähr." } } } }
            """, """, { "id": "x.hinted", "name": "X", "kind": "number", "min": 0, "max": 9, "question": "How often?", "hint": "About.", "core": true, "coreOrder": 1 }""")
            .Assess(Small.Person("\"has.acne\": true, \"f.milk\": 60"), new AssessmentOptions { Culture = "de", AllQuestions = true });

        assessment.Condition("acne")!.Name.Should().Be("Akne");
        assessment.Condition("acne")!.Contributions.Single().Title.Should().Be("Milch");
        assessment.Recommendation("i")!.Safety.Single().Message.Should().Be("Achtung.");
        var item = assessment.NextQuestions.Single(q => q.Id == "x.hinted").Items.Single();
        (item.Question, item.Hint).Should().Be(("Wie oft?", "Ungefähr."));
    }

    [Theory]
    [InlineData("aaa.aaa")]
    [InlineData("zzz.zzz")]
    public void A_compact_assessment_that_recommends_what_the_rule_set_lacks_is_told(string other)
    {
        var document = JsonNode.Parse(Rosacea().ToJson(AssessmentJsonOptions.Compact))!;
        document["recommendations"]![0]!["id"] = other;
        ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle()
            .Which.Message.Should().Be($"The assessment names '{other}', which its rule set does not have: was it changed?");
    }

    [Fact]
    public void A_screen_answered_on_the_day_of_an_answer_does_not_take_its_place()
    {
        Declined("2026-05-30").Should().BeTrue("of one day the answer itself counts");
        Declined("2026-05-29").Should().BeFalse("the screen is newer");

        static bool Declined(string on) => Twice.CreateBuffer(ProfileJson.Read($$"""
            { "asOf": "2026-06-01", "observations": { "s.one": { "declined": true, "on": "{{on}}" } }, "screened": [ { "id": "s", "on": "2026-05-30", "items": ["s.one"] } ] }
            """).GetValueOrThrow()) is var buffer && double.IsNaN(buffer.State.Values[buffer.PositionOf("s.one")]);
    }

    [Theory]
    [InlineData("[]", "This must be an assessment, which is an object.", "")]
    [InlineData("{}", "The document has no 'schema': it is no assessment.", "An assessment begins with \"schema\": \"gutskin.assessment/1\".")]
    [InlineData("{ \"schema\": \"gutskin.assessment/999\" }", "The assessment is of the later format 'gutskin.assessment/999'.", "Read it with a later version of the library; this one reads gutskin.assessment/1.")]
    [InlineData("{ \"schema\": \"gutskin.profile/1\" }", "'gutskin.profile/1' is no format of assessments.", "This reads gutskin.assessment/1.")]
    public void What_is_no_assessment_is_told_word_for_word(string json, string message, string hint)
    {
        var told = AssessmentJson.Read(json).Diagnostics.Should().ContainSingle().Subject;
        told.Message.Should().Be(message);
        (told.Hint ?? "").Should().StartWith(hint);
    }

    [Fact]
    public void A_compact_assessment_without_its_conditions_is_told()
    {
        var document = JsonNode.Parse(Rosacea().ToJson(AssessmentJsonOptions.Compact))!.AsObject();
        document.Remove("conditions");
        var read = ScoringService.Default.ReadAssessment(document.ToJsonString());
        (read.Success ? read.GetValueOrThrow().Conditions.Length : -1).Should().BeOneOf(-1, 0);
    }

    [Fact]
    public void An_assessment_that_says_what_its_rule_set_does_not_cannot_be_shortened()
    {
        var assessment = Rosacea();
        var said = assessment.Recommendations.First(r => !r.Indications.IsEmpty);
        var changed = assessment with { Recommendations = [said with { Indications = [said.Indications[0] with { Text = "Eat soap." }] }] };

        FluentActions.Invoking(() => changed.ToJson(AssessmentJsonOptions.Compact)).Should().Throw<ArgumentException>()
            .WithMessage($"The rule set gutskin.evidence does not say this of '{said.Intervention}': was the assessment changed?*");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    [InlineData(null)]
    public void A_compact_assessment_with_a_recommendation_that_the_rule_set_lacks_is_told(int? place)
    {
        string compact = Rosacea().ToJson(AssessmentJsonOptions.Compact);
        var document = JsonNode.Parse(compact)!;
        var recommendation = document["recommendations"]!.AsArray().First(r => r!["indications"] is not null)!;
        string id = (string)recommendation["id"]!;
        // No place: the first behind the last.
        recommendation["indications"] = new JsonArray(place ?? ScoringService.Default.RuleSet.Index.Interventions[id].Indications.Length);

        ScoringService.Default.ReadAssessment(document.ToJsonString()).Diagnostics.Should().ContainSingle()
            .Which.Message.Should().Be($"The assessment names '{id}', which its rule set does not have: was it changed?");
    }

    [Fact]
    public void A_factor_that_two_screens_list_applies_where_one_of_them_concerns_the_person()
    {
        var service = new ScoringService(LintCases.Compose("""
            { "id": "gated", "version": "1.0.0", "title": "Gated", "conditions": [ { "id": "c", "name": "C" } ],
              "factors": [ { "id": "is.a", "name": "A", "kind": "boolean" }, { "id": "is.b", "name": "B", "kind": "boolean" }, { "id": "x", "name": "X", "kind": "boolean" } ],
              "rules": [ { "id": "r", "condition": "c", "title": "t", "factor": "x", "effect": { "logOdds": 1 }, "certainty": "high" } ],
              "screens": [ { "id": "s", "title": "Any?", "when": { "factor": "is.a", "equals": true }, "factors": ["x"] },
                { "id": "t", "title": "Any?", "when": { "factor": "is.b", "equals": true }, "factors": ["x"] } ] }
            """).GetValueOrThrow());

        Inapplicable(true, false).Should().BeEmpty();
        Inapplicable(false, true).Should().BeEmpty();
        Inapplicable(false, false).Should().Equal("x");

        ImmutableArray<string> Inapplicable(bool a, bool b) => service.Assess(PersonProfile.Create().With("is.a", a).With("is.b", b).Build()).Inapplicable;
    }

    private static Assessment Rosacea() => ScoringService.Default.Assess(ProfileJson.Read(Repository.Profile("rosacea-alcohol")).GetValueOrThrow());

    private static string[] Told(string profile) =>
        [.. Scoring.Assess(ProfileJson.Read(profile).GetValueOrThrow()).Notices.Select(n => $"{n.Code} {n.Factor ?? n.Screen ?? n.Rule ?? n.Derivation}: {n.Message}")];
}
