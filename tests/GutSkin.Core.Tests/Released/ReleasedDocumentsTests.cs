using System.Text.Json;
using System.Xml.Linq;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets.Composing;
using GutSkin.Core.Tests.RuleSets.Format;

namespace GutSkin.Core.Tests.Released;

/// <summary>
/// Documents of every version are kept in <c>tests/released</c>, a folder a version, and read by every later one. The folder of the version
/// that is being made is written by GUTSKIN_UPDATE=1; that of a released one is never written again.
/// </summary>
public class ReleasedDocumentsTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static TheoryData<string> Versions => [.. Directory.GetDirectories(Repository.Path("tests", "released")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    private static string Making => XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value.Split('-')[0];

    private static PersonProfile Person => ProfileJson.Read("""
        { "id": "somebody", "asOf": "2026-11-20", "concerns": ["acne"],
          "screened": ["red-flags", { "id": "more", "on": "2026-06-01", "items": ["symptom.itch"] }],
          "observations": { "diet.milk": { "value": 1500, "unit": "mL", "on": "2026-11-01", "source": "diary" }, "person.age": 20,
                            "person.pregnant": { "declined": true }, "skincare.cleanser": "soap", "symptom.rash": true } }
        """).GetValueOrThrow();

    [Fact]
    public void The_version_that_is_being_made_has_its_documents()
    {
        foreach (var (name, text) in Written())
            Golden.Check(text, "tests", "released", Making, name);
        Directory.Exists(Repository.Path("tests", "released", Making)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_document_of_a_version_is_read(string version)
    {
        string Text(string name) => Repository.Read($"tests/released/{version}/{name}");

        RuleSetJson.Read(Text("every-property.ruleset.json")).Diagnostics.Should().BeEmpty();
        var rules = RuleSetComposer.Compose(RuleSetJson.Read(Text("ruleset.json"))).GetValueOrThrow();
        var scoring = new ScoringService(rules);
        var profile = scoring.ReadProfile(Text("profile.json")).GetValueOrThrow();
        profile.Observations["diet.milk"].Source.Should().Be("diary");

        var said = scoring.ReadAssessment(Text("assessment.json")).GetValueOrThrow();
        said.RuleSet.Sha256.Should().Be(rules.Sha256, "the hash of a rule set does not change with the version of the library");
        said.ToText().Should().Contain(said.Conditions[0].Name);
        scoring.ReadAssessment(Text("assessment-compact.json")).GetValueOrThrow().ToJson().Should().Be(said.ToJson(), "the rule set of the hash says the rest");

        var again = Consultation.Read(Text("consultation.json"), scoring);
        again.Diagnostics.Should().BeEmpty();
        again.Value!.Profile.Observations["symptom.fever"].Value.Should().Be(FactorValue.Boolean(false));
        again.Value.Back().Should().NotBeNull();

        AuditRecord.Read(Text("audit.json"))!.Check(Key, said, profile).Should().BeEmpty("the codes of a record hold for what was kept");
        Quiz.Read(Text("quiz.json")).Success.Should().BeTrue();
        WordTable.Read(Text("words.json")).Success.Should().BeTrue();
    }

    /// <summary>Documents that are only written are read by other people's programs: what such a program finds today it finds in every minor version.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void No_member_of_a_written_document_goes_or_changes_its_kind(string version)
    {
        foreach (var (name, text) in Written().Where(w => w.Name is "assessment.json" or "plan.json" or "comparison.json" or "audit.json"))
        {
            var now = Members(text);
            Members(Repository.Read($"tests/released/{version}/{name}")).Except(now).Should().BeEmpty("{0} of {1} is still read by others", name, version);
        }
    }

    /// <summary>The same person and the same rules: what is said of them does not change in a minor version, but for the version of the engine.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void The_numbers_of_a_version_are_those_of_every_later_one(string version)
    {
        using var before = JsonDocument.Parse(Repository.Read($"tests/released/{version}/assessment.json"));
        using var now = JsonDocument.Parse(Written().Single(w => w.Name == "assessment.json").Text);
        foreach (string member in (string[])["score", "logOdds", "interval", "uncertainty", "ceiling", "completeness", "band"])
            Of(before, member).Should().Equal(Of(now, member), member);

        static IEnumerable<string> Of(JsonDocument document, string member) => document.RootElement.GetProperty("conditions").EnumerateArray()
            .Select(c => c.GetProperty("id").GetString() + (c.TryGetProperty(member, out var value) ? value.GetRawText() : ""));
    }

    private static IEnumerable<(string Name, string Text)> Written()
    {
        var scoring = new ScoringService(RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json)).GetValueOrThrow());
        var said = scoring.Assess(Person);
        var consultation = Consultation.Start(scoring, ["acne"], new DateOnly(2026, 11, 20));
        foreach (var (factor, answer) in ((string, FactorValue)[])[("symptom.fever", FactorValue.Boolean(false)), ("person.age", FactorValue.Number(20)), ("intake.glasses", FactorValue.Number(3))])
            consultation = consultation.Change(factor, answer);
        yield return ("every-property.ruleset.json", FullRuleSet.Json);
        yield return ("ruleset.json", LintBase.Json);
        yield return ("profile.json", ProfileJson.ToJson(Person));
        yield return ("assessment.json", said.ToJson());
        yield return ("assessment-compact.json", said.ToJson(AssessmentJsonOptions.Compact with { WithNoExpectedBenefit = true }));
        yield return ("consultation.json", consultation.Decline().ToJson());
        yield return ("audit.json", AuditRecord.Of(said, Person, Key).ToJson());
        yield return ("plan.json", scoring.Plan(Person).ToJson());
        yield return ("comparison.json", scoring.Compare(Person, Person.ToBuilder().With("diet.milk", FactorValue.Number(0.5)).Build()).ToJson());
        yield return ("quiz.json", Repository.Read("samples/04.SkinQuiz/quiz.json"));
        yield return ("words.json", Repository.Read("samples/02.CustomRules/words.fr.json"));
    }

    /// <summary>The path of every member with the kind of its value, places in lists and the ids of maps left out.</summary>
    private static HashSet<string> Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        var found = new HashSet<string>(StringComparer.Ordinal);
        Add(document.RootElement, "$");
        return found;

        void Add(JsonElement element, string path)
        {
            found.Add($"{path}: {(element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind)}");
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var each in element.EnumerateArray())
                    Add(each, path + "[]");
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in element.EnumerateObject())
                    Add(member.Value, $"{path}.{member.Name}");
            }
        }
    }
}
